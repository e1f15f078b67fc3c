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
    held = list(words[:joint])
    if held[-2:] == ["took", "place"]:
        return joint if _are_adverbs(held[:-2]) else 0
    told = joint > 1 and held[0] in ("was", "were") and held[-1] in tables.words("held-words")
    return joint if told and _are_adverbs(held[1:-1]) else 0


def _are_adverbs(words: Sequence[str]) -> bool:
    return all(word in tables.words("cue-adverbs") for word in words)
