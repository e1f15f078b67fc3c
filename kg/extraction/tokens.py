"""Words and marks of a text, with their offsets."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # a.i.  U.N.  H.E.
    r"|(?i:ex)(?=-[^\W\d_])"  # ex-Director: the status of a post stands apart, as in Director-designate
    r"|[^\W_]+(?:[-\u2013](?!(?i:designate|elect)\b)[^\W_]+|'(?!s\b)[^\W_]+)*"  # Da'esh  UN-EU  EU\u2013Egypt
    r"|'s\b"
    r"|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark at ``[start, end)``; ``lower`` is its case-folded form."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_capitalised(self) -> bool:
        """Begins with an upper-case letter (an acronym does too)."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Two or more letters, at least two of them capitals and most of them: UNDP, EEAS, DPPA-DPO, GCTF."""
        capitals = sum(letter.isupper() for letter in self.text)
        letters = sum(letter.isalpha() for letter in self.text)
        return capitals >= 2 and capitals * 2 > letters and self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Has a letter."""
        return any(letter.isalpha() for letter in self.text)


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` in order.

    >>> [token.text for token in tokenise("Mr. Khan's UN-EU team, a.i.")]
    ['Mr', '.', 'Khan', "'s", 'UN-EU', 'team', ',', 'a.i.']
    """
    return [Token(m.start(), m.end(), m[0], m[0].casefold()) for m in _TOKEN.finditer(text)]
