"""Headlines that print every word with a capital, verbs too: which of their words are verbs, and no part of a name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.text.tokens import Token
from kg.extraction.words import tables

_LONG = 5
"""Letters from which on a headline prints every word with a capital, if it does so at all."""
_LONGEST_SIDE = 3
"""Words that name one of two sides: *Lagoon Union*, Norway hold talks."""
_AHEAD = ("to", "will")


def without_verbs(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a headline, those that are verbs with no capital: Minister P *Meets* Q, to *Visit* Norway."""
    found = _with_and(tokens)
    shouted = _is_shouted(tokens)
    if not shouted and not _is_titled(tokens):
        return found
    for at in range(1, len(tokens)):
        if tokens[at].is_capitalised and tokens[at].is_acronym == shouted and _is_verb(tokens, at):
            found[at] = replace(tokens[at], is_capitalised=False, is_acronym=False)
    return found


def _with_and(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a headline, a comma read as *and* where it joins two sides: Norway*,* Peru hold talks."""
    found = list(tokens)
    comma = next((at for at, token in enumerate(tokens) if not token.is_word and token.text != "."), 0)
    behind = next((at for at in range(comma + 1, len(tokens)) if _is_plural_verb(tokens[at])), 0)
    sides = (tokens[:comma], tokens[comma + 1 : behind])
    if behind and tokens[comma].text == "," and all(_is_side(side) for side in sides):
        found[comma] = replace(tokens[comma], lower="and")
    return found


def _is_side(tokens: Sequence[Token]) -> bool:
    return 0 < len(tokens) <= _LONGEST_SIDE and all(token.is_capitalised for token in tokens)


def _is_plural_verb(token: Token) -> bool:
    return token.lower in tables.words("headline-verbs") and not token.lower.endswith("s")


def has_capitals(words: Iterable[str]) -> bool:
    """Whether there are long words, and all of them have a capital, prepositions aside."""
    small = tables.words_of("governing-words", "objects-of", "function-words")
    long = [word for word in words if len(word) >= _LONG and word not in small]
    return bool(long) and all(word[0].isupper() for word in long)


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Whether all long words have a capital, and not all their letters are capitals."""
    words = [token for token in tokens if token.is_word]
    capitals = all(token.is_acronym for token in words if len(token.text) >= _LONG)
    return has_capitals(token.text for token in words) and not capitals


def _is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether every long word is printed in capitals: MINISTER P *HOSTS* Q."""
    long = [token for token in tokens if token.is_word and len(token.text) >= _LONG]
    return len(long) > 1 and all(token.text.isupper() for token in long)


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb: one that headlines have, or any behind *to* that is no name."""
    lower, before = tokens[at].lower, tokens[at - 1]
    if lower in _AHEAD:
        return True
    if before.lower in _AHEAD and before.is_word:
        return lower in tables.words("common-words")
    if not before.is_word:
        return False
    return lower in tables.words("headline-verbs") or (lower == "visits" and _is_place(tokens, at + 1))


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state or city is named here: P Visits *Norway*; no naming of visits of its own."""
    return at < len(tokens) and any(table.match(tokens, at) for table in (tables.states(), tables.table("cities")))
