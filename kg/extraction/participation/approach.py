"""What may stand between a verb of meeting and those met: met *in Oslo today* P; *his Kenyan counterpart,* P."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables

_TO_THE_OBJECT = 14
_ROOM = 4


def approach(chunks: Sequence[Chunk], at: int, stop: int) -> int:
    """Behind what may stand between *met* and those met: *in Oslo today*, *his Kenyan counterpart,*."""
    pos = at
    while pos < min(at + _TO_THE_OBJECT, stop):
        chunk = chunks[pos]
        if (styled := _style_ends(chunks, pos, stop)) is not None:
            return styled
        if chunk.is_word("the") or chunk.text in tables.words("possessives"):
            return _counterpart_ends(chunks, pos, stop)
        if chunk.is_word("in", "at"):
            land = chunks[pos + 1].body if pos + 1 < stop and chunk.is_word("in") else None
            in_land = land is not None and land.is_state  # they met in *Kenya*
            pos = pos + 2 if in_land else _room_ends(chunks, pos + 1, stop)
            continue
        if not _is_passed(chunks, pos):
            return pos
        pos += 1
    return pos


def _counterpart_ends(chunks: Sequence[Chunk], at: int, stop: int) -> int:
    """Behind the noun for a counterpart that *his* or *the* at ``at`` leads to: *his Kenyan counterpart,* P."""
    nouns = (pos for pos in range(at + 1, min(at + 5, stop)) if chunks[pos].text in tables.words("counterpart-words"))
    noun = next(nouns, None)
    if noun is None:
        return at
    pos = noun + 1
    while pos < stop and chunks[pos].is_word("number", "from", "of", ",", "the"):
        pos += 1
    return pos


def _is_passed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word is passed over: an adverb, a day, a place, what holds of those met."""
    chunk = chunks[at]
    return chunk.kind == "word" and (
        chunk.is_word("on", "here")
        or chunk.text in tables.words("holder-adjectives")
        or chunk.capital
        or chunk.text.isdecimal()
        or chunk.text in tables.words("calendar-words")
        or is_adverb(chunk.text)
        or (chunk.is_word(",") and _is_of_day(chunks, at))
    )


def _style_ends(chunks: Sequence[Chunk], at: int, stop: int) -> int | None:
    """Behind a style that leads to the title of those met: received *His Excellency,* the Ambassador; or None."""
    behind = [chunk.text for chunk in chunks[at : min(at + 3, stop)]]
    if len(behind) < 2 or behind[0] not in tables.words("possessives") or behind[1] not in tables.words("majesties"):
        return None
    return at + 2 + (behind[2:] == [","])


def _is_of_day(chunks: Sequence[Chunk], comma: int) -> bool:
    """Whether a comma stands in or behind a day: received on Friday*,* 3 May 2024*,* the Director."""
    return any(
        chunk.kind == "word" and (chunk.text.isdecimal() or chunk.text in tables.words("calendar-words"))
        for chunk in chunks[comma - 1 : comma + 2]
    )


def _room_ends(chunks: Sequence[Chunk], at: int, stop: int) -> int:
    """Behind the place of a meeting: received in *her office* at *the ministry* Minister P; met at *B* Q."""
    pos = at + (at < stop and _is_determiner(chunks[at]))
    if pos < stop and chunks[pos].body and pos > at:
        return pos + 1
    end = pos
    while end < min(pos + _ROOM, stop) and _is_of_room(chunks[end]):
        end += 1
    return max(end, at)


def _is_of_room(chunk: Chunk) -> bool:
    small = chunk.kind == "word" and chunk.text.isalpha() and not chunk.text.endswith("ing")
    ends = chunk.text in tables.words_of("calendar-words", "phrase-breaks")
    return small and not ends and not _is_determiner(chunk) and not is_adverb(chunk.text)


def _is_determiner(chunk: Chunk) -> bool:
    return chunk.text in tables.words("determiners") or chunk.text in tables.words("possessives")


def is_adverb(text: str) -> bool:
    """Whether a word is an adverb or helps a verb."""
    return text.endswith("ly") or text in tables.words("verb-helpers") or text == "separately"
