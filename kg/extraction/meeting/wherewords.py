"""Words behind the verb of an encounter that tell where or when it was: met *in Oslo*, *at his office*."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.words import tables

_AHEAD = 8
"""Chunks behind a verb among which a place or a day is told."""
_TO_HOUSE = 14
"""Chunks from a verb to the house where it was."""
_DAYS = ("today", "yesterday", "earlier")


def tells_setting(clause: Clause) -> bool:
    """Whether the words behind the verb tell where or when: met *in Oslo*, *at his office*, *today*."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + _AHEAD]
    named = [chunk for chunk in behind if not chunk.is_word("the")]
    city = any(one.is_word("in", "at") and other.capital for one, other in pairwise(named))
    return (
        city
        or _is_at_home(clause)
        or any(chunk.text in tables.words("calendar-words") or chunk.is_word(*_DAYS) for chunk in behind)
    )


def _is_at_home(clause: Clause) -> bool:
    """Whether it was in the subject's house: welcomed the delegation led by P, T, *at his office*."""
    behind = clause.chunks[clause.hit.end : clause.hit.end + _TO_HOUSE]
    own, houses = tables.words("possessives"), tables.words("houses")
    return any(
        at.is_word("at", "in", "to") and his.text in own and house.is_among(houses)
        for at, his, house in zip(behind, behind[1:], behind[2:], strict=False)
    )


def ends_telling(chunk: Chunk) -> bool:
    """Whether what follows the verb is no object: a mark, an adverb, words of time and place."""
    return (
        not chunk.text[0].isalnum()
        or chunk.text.endswith("ly")
        or chunk.text in tables.words("meeting-followers")
        or chunk.text in tables.words("calendar-words")
    )


def tells_day(behind: Sequence[Chunk]) -> bool:
    """Whether words of time follow: met *the day before*, *the following week*."""
    times = tables.words("times-of-day")
    owned = any(chunk.is_word("'s") for chunk in behind)
    return behind[0].is_word("the") and not owned and any(chunk.text in times for chunk in behind[1:])
