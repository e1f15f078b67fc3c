"""What a visit had in it: *her programme included* meetings with Q and R; *his first stop was* a meeting with S."""

from collections.abc import Sequence
from itertools import pairwise, starmap
from typing import Final

from kg.extraction.meeting.held_with import held_with
from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables

_OPENING: Final = 12
"""Chunks in which a sentence comes to the verb that tells what the visit had in it."""
_BEING: Final = ("was", "were", "is", "are")
_BETWEEN: Final = 4
"""Chunks between that verb and the meeting it is about, where it is one of being."""
_PARTING: Final = frozenset(
    ("after", "before", "following", "follows", "that", "when", "where", "which", "who", "whose")
)
_OTHER: Final = ("earlier", "previous", "separate")
_OWNED: Final = ("'s", "\u2019s", "'", "\u2019")


def is_of_itinerary(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the sentence tells of the meeting at ``at`` as of a part of the visit of which the text tells."""
    if held_with([chunk.text for chunk in chunks[at + 1 : at + _BETWEEN + 3]]):
        return at < _BETWEEN + 2 and not any(chunk.person or chunk.body for chunk in chunks[:at])
    verbs = tables.words("itinerary-verbs")
    for verb in range(1, min(at, _OPENING)):
        chunk = chunks[verb]
        if chunk.kind != "word":
            continue
        if chunk.text in verbs:
            told = not any(one.is_among(_PARTING) for one in chunks[verb:at])
            return told and _is_of_visit(chunks[:verb])
        if chunk.text in _BEING:
            plain = all(one.kind == "word" and not one.capital for one in chunks[verb + 1 : at])
            told = at - verb <= _BETWEEN and plain and not _is_participle(chunks[verb + 1])
            return told and _is_of_visit(chunks[:verb]) and not any(one.is_word("not") for one in chunks[verb:at])
    return False


def _is_participle(chunk: Chunk) -> bool:
    return chunk.kind == "word" and chunk.text.endswith("ed")


def is_of_others(chunks: Sequence[Chunk]) -> bool:
    """Whether words before a meeting say that others had it, or nobody: *our* programme, it *did not* include it."""
    theirs = tables.words_of("negations", "others-stations")
    said = (chunk for chunk in chunks if not (chunk.capital and chunk.text in tables.words("calendar-words")))
    return any(chunk.is_among(theirs) for chunk in said) or any(starmap(_is_of_other, pairwise(chunks)))


def _is_of_other(one: Chunk, behind: Chunk) -> bool:
    """Whether two chunks say that it is of somebody else: the *Parliament's* agenda, *for spouses*; not *for her*."""
    if one.is_word(*_OTHER):
        return behind.meeting is not None or behind.is_among(tables.words("itinerary-nouns"))
    if one.is_word("for"):
        return not behind.is_word("her", "him", "the", "this", "his")
    return behind.is_word(*_OWNED) and not one.titles and not one.meeting


def _is_of_visit(chunks: Sequence[Chunk]) -> bool:
    """Whether the subject is a visit, its programme or what was its highlight; nobody's whom a name tells."""
    if any(chunk.person or chunk.is_among(_PARTING) for chunk in chunks) or is_of_others(chunks):
        return False
    nouns = tables.words("itinerary-nouns")
    return any(
        (chunk.meeting is not None and (chunk.meeting.kind == "visit" or chunk.noun in nouns)) or chunk.is_word(*nouns)
        for chunk in chunks
    )
