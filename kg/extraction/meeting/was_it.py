"""Namings that say what was told of already: *it was a special meeting*, *this was the first* session."""

from kg.extraction.meeting.fronts import is_definite, is_indefinite
from kg.extraction.meeting.meetings import references
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_FROM_OPENING = 10
"""Words from the opening of a sentence to the naming."""


def was_it(page: Page, first: int) -> bool:
    """``it was a special meeting``, *this was the first* meeting: what is told of already."""
    if first > 3 and page.tokens[first - 1].lower == "'s":
        return _is_owned_by_told(page, first)
    if first < 2 or page.tokens[first - 2].lower not in tables.words("naming-verbs"):
        return False
    pointing = _points(page, first - 3)
    determiner = page.tokens[first - 1].lower
    return is_indefinite(determiner) or (
        pointing and (is_definite(determiner) or determiner in tables.words("determiners"))
    )


def _points(page: Page, at: int) -> bool:
    """Whether what stands before a verb is what was told of: *this* was; *the occasion* also marked."""
    at -= at > 0 and page.tokens[at].lower in tables.words("cue-adverbs")
    if at < 0 or page.tokens[at].lower in ("this", "it", "that", "will"):
        return at >= 0
    return page.tokens[at].lower in references() and is_definite(page.tokens[at - 1].lower)


def _is_owned_by_told(page: Page, first: int) -> bool:
    """*This was Minister P's* second meeting with Q: that of which the text was telling."""
    index = page.sentence_of(first)
    opening = page.sentences[index].first if index is not None else first
    words = [token.lower for token in page.tokens[opening : opening + 2]]
    return first - opening < _FROM_OPENING and words in (["this", "was"], ["it", "was"], ["this", "is"])
