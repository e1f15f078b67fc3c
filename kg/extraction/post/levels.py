"""The level at which a body sits, behind its name in a title: Chair of the Council *at Ambassadorial Level*."""

from itertools import takewhile

from kg.extraction.text.page import Page

_LONGEST = 5
_LEVELS = frozenset(("level", "levels"))


def past_level(page: Page, pos: int) -> int | None:
    """Where ``at (the) … level`` ends, or None if something else stands at ``pos``."""
    if page.tokens[pos].lower != "at":
        return None
    behind = page.tokens[pos + 1 : pos + 1 + _LONGEST]
    words = list(takewhile(lambda token: token.is_word and token.lower not in _LEVELS, behind))
    said = len(words) < len(behind) and behind[len(words)].lower in _LEVELS
    return pos + len(words) + 2 if said and words and page.joined(pos + len(words)) else None
