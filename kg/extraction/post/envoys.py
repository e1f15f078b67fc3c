"""Envoys listed by the places to which they are sent: Kenya's *ambassadors P (Norway)* and Q (Fiji)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.holders import role_of
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_JOINS = (",", "and", "&", ";")
_FARTHEST = 8
"""Chunks of one entry: P *(the United States in New Delhi)*."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Envoy:
    """One of several envoys (by chunk), the state he is of if it stands beside him, and how he is sent where."""

    person: int
    sender: Chunk | None
    lead: str
    place: tuple[int, int]


def envoys(page: Page, chunks: Sequence[Chunk], at: int) -> list[Envoy]:
    """The envoys listed behind the title in the plural at a chunk, each with a bracket; none if no sender is told."""
    titles = chunks[at].titles
    if titles is None or not any(role_of(page, title) in tables.words("envoys") for title in titles.titles):
        return []
    own = titles.titles[-1].body
    sender, pos = _of_his_country(chunks, at)
    pos += pos < len(chunks) and chunks[pos].is_word(":", ",")
    found = list(_entries(page, chunks, pos, sender, told=sender is not None or bool(own and own.is_state)))
    return found if len(found) >= _FEWEST else []


def _of_his_country(chunks: Sequence[Chunk], at: int) -> tuple[Chunk | None, int]:
    """The state of the one named before whose *country* it is, and where the next word stands."""
    pos = at + 1
    if (
        pos + 2 >= len(chunks)
        or not chunks[pos].is_word("of")
        or not chunks[pos + 1].is_among(tables.words("possessives"))
    ):
        return None, pos
    if not chunks[pos + 2].is_among(tables.words("words-for-ones-state")):
        return None, pos
    held = (chunk.titles.titles[-1].body for chunk in reversed(chunks[:at]) if chunk.titles)
    body = next((body for body in held if body), None)
    sender = Chunk("body", body.first, body.last, body=body) if body and body.is_state else None
    return sender, pos + 3


def _entries(page: Page, chunks: Sequence[Chunk], pos: int, sender: Chunk | None, *, told: bool) -> Iterator[Envoy]:
    """P (STATE), Q (CITY) and R (STATE in CITY)."""
    while pos + 2 < len(chunks) and chunks[pos].person and chunks[pos + 1].is_word("("):
        end = next((k for k in range(pos + 2, min(pos + _FARTHEST, len(chunks))) if chunks[k].is_word(")")), None)
        first = pos + 2 + chunks[pos + 2].is_word("the")
        if end is None or end <= first:
            return
        state, last = _state_at(chunks, first), chunks[end].first
        if state and first + 1 == end:
            envoy = Envoy(pos, sender, "to", (chunks[pos + 2].first, last)) if told else None
        elif state and chunks[first + 1].is_word("in") and _is_city(page, chunks[first + 2].first, last):
            envoy = Envoy(pos, chunks[first], "in", (chunks[first + 2].first, last))
        else:
            envoy = Envoy(pos, sender, "in", (chunks[first].first, last)) if told else None
            envoy = envoy if _is_city(page, chunks[first].first, last) else None
        if envoy is None:
            return
        yield envoy
        pos = end + 1
        while pos < len(chunks) and chunks[pos].is_word(*_JOINS):
            pos += 1


def _state_at(chunks: Sequence[Chunk], at: int) -> bool:
    body = chunks[at].body
    return body is not None and body.is_state


def _is_city(page: Page, first: int, last: int) -> bool:
    city = page.match(tables.table("cities"), first) if first < last else None
    return city is not None and city.last == last
