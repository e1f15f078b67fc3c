"""Meetings that were *held with* somebody: *meetings were also held with* the Minister and the Governor."""

from collections.abc import Sequence

from kg.extraction.words import tables

_FARTHEST = 5
"""Words from the naming to the *with*."""


def held_with(words: Sequence[str]) -> bool:
    """Whether the words behind a naming say that it was held with somebody; no custom, none that is to come."""
    return past_held(words) > 0


def past_held(words: Sequence[str]) -> int:
    """How many words say, behind a naming, that it *was held* before the *with*; 0 if they do not."""
    joint = next((at for at, word in enumerate(words[: _FARTHEST + 1]) if word in ("with", "between")), 0)
    return joint if joint and said_held(words) == joint else 0


def said_held(words: Sequence[str]) -> int:
    """How many words say, right behind a naming, that it *was held* or *took place*; 0 if they do not.

    >>> said_held("were also held in Oslo".split()), said_held("were to be held".split())
    (3, 0)
    """
    start = 1 if words and words[0] in ("was", "were") else 0
    at = next((at for at, word in enumerate(words[start:_FARTHEST], start) if not _is_adverb(word)), len(words))
    if start:
        return at + 1 if words[at : at + 1] and words[at] in tables.words("held-words") else 0
    return at + 2 if list(words[at : at + 2]) == ["took", "place"] else 0


def _is_adverb(word: str) -> bool:
    return word in tables.words("cue-adverbs")
