"""Words and marks of a text, with their offsets."""

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Final

_TOKEN = re.compile(
    r"[^\W_](?:"  # all words begin alike, so that a mark is told by one look
    r"(?<=\D)\.(?:[^\W\d_]\.)+(?:[-\u2013](?=[A-Z])[^\W_]+)*"  # a.i.  U.N.  H.E.  U.S.-India
    r"|(?:(?<=[eE])[xX]|(?<=[tT])[hH][eE][nN])(?=-[^\W\d_])"  # ex-Director: the status of a post stands apart
    r"|[^\W_]*(?:(?=[-\u2013'])(?:-\n[ ]*(?!and\b|or\b)[a-z\u00df-\u00ff]+"  # Ter-rorism, broken at the end of its line
    r"|[-\u2013](?!(?i:designate|elect)\b)(?:(?:[^\W\d_]\.){2,}|[^\W_]+)|'(?!s\b)[^\W_]+))*)"  # Da'esh  UN-EU
    r"|'s\b"
    r"|[^\w\s]|_"
)

_BREAK = re.compile(r"(?<=[^\W_])-\n[ ]*(?!and\b|or\b)(?=[a-z\u00df-\u00ff])")


_MARK = re.compile(
    r"(?P<opens>(?<![^\s(\[])'(?=\w))|(?P<owner>(?<=[a-zA-Z]s)'(?= [A-Z]| \()|(?<=[A-Z]S)'(?= [A-Z]))|'(?!\w)"
)
"""A mark that opens a quote, one behind an s, and one that may close a quote."""
_LONGEST_QUOTE = 300
_FIGURES = re.compile(r"\d+(?:st|nd|rd|th)?(?:[-\u2013/]\d+(?:st|nd|rd|th)?)?")
_OWNER = ("'", "'s", False, False, False)


@dataclass(slots=True, unsafe_hash=True)  # made for every word: Final, for frozen takes four times as long
class Token:
    """A word or a mark at ``[start, end)``; ``lower`` is its case-folded form.

    ``is_capitalised``: begins with an upper-case letter (an acronym does too). ``is_acronym``: at least two capitals,
    and most of its letters (UNDP, EEAS, DPPA-DPO, GCTF). ``is_word``: has a letter.
    """

    start: Final[int]
    end: Final[int]
    text: Final[str]
    lower: Final[str]
    is_capitalised: Final[bool]
    is_acronym: Final[bool]
    is_word: Final[bool]


def is_figures(text: str) -> bool:
    """Whether a word is written in figures, as days are: *27*, *27-28*, *27th*."""
    return text.isdecimal() or (text[:1].isdecimal() and _FIGURES.fullmatch(text) is not None)


@lru_cache(maxsize=1 << 14)
def _form(printed: str) -> tuple[str, str, bool, bool, bool]:
    """What every token of this form is, worked out once: texts say the same words again and again.

    The case-folded form is interned, as the words of tables are: where it stands in one, no letters are compared.
    """
    text = unbroken(printed)
    if text.islower():
        return text, intern(text.casefold()), False, False, True
    capitals = sum(letter.isupper() for letter in text)
    letters = sum(letter.isalpha() for letter in text)
    is_acronym = capitals >= 2 and capitals * 2 > letters and text[0].isupper()
    return text, intern(text.casefold()), text[0].isupper(), is_acronym, letters > 0


def unbroken(words: str) -> str:
    """The words without the hyphens at which they were broken at the end of a line."""
    return _BREAK.sub("", words) if "-\n" in words else words


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` in order.

    >>> [token.text for token in tokenise("Mr. Khan's UN-EU team, a.i.")]
    ['Mr', '.', 'Khan', "'s", 'UN-EU', 'team', ',', 'a.i.']
    """
    tokens = [Token(*match.span(), *_form(match[0])) for match in _TOKEN.finditer(text)]  # type: ignore[arg-type]
    owners = _owners(text) if "s'" in text or "S'" in text else frozenset()
    return [Token(t.start, t.end, *_OWNER) if t.start in owners else t for t in tokens] if owners else tokens


def _owners(text: str) -> frozenset[int]:
    """Where a mark behind an s says whose it is, like *'s*: the Philippines*'* Secretary; not where it ends a quote."""
    found, quoted = set(), -1
    for mark in _MARK.finditer(text):
        at = mark.start()
        if mark["opens"]:
            quoted = at
        elif quoted >= 0 and at - quoted < _LONGEST_QUOTE:
            quoted = -1
        elif mark["owner"]:
            found.add(at)
    return frozenset(found)
