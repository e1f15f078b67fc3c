"""The words of a frame behind its verb, found in a sentence: adverbs, a day, company are passed over, gaps too."""

from collections.abc import Sequence
from itertools import takewhile

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.participation.frames import DELEGATION, GAP, KINDS_AHEAD, MEETING, SOMEBODY, VISIT, verb_forms
from kg.extraction.text.tokens import is_figures
from kg.extraction.words import tables

_NAMED = ("body", "person")
_COMPANY = frozenset(("alongside", "along", "together", "jointly", "with"))
DATE = 7
"""Chunks that a day may have: on Monday, 3 May."""
_WIDEST_GAP = 6
_GAP_ENDS = frozenset((",", ";", ":", ".", "that", "by"))
_TO_THE_MEETING = 10
_SETTING = 16  # chunks of where and when: in Oslo, Norway, on 27-28 April 2024,
_TO_WHICH = 8
_TO_THE_END = 14  # chunks in which what is set apart by commas ends


def is_when_or_where(chunk: Chunk) -> bool:
    """Whether a chunk may belong to a place or a day: *in Oslo, Norway, on 3 May 2024*."""
    marks = chunk.is_word("in", "at", "on", "from", "to", "the", "and", ",", "-", "\u2013")
    named = chunk.kind == "body" or chunk.capital or is_figures(chunk.text)
    return marks or named or chunk.is_word("today", "yesterday") or chunk.text in tables.words("calendar-words")


def is_of_date(chunk: Chunk) -> bool:
    """Whether a chunk may belong to a day: *on Monday, 3 May*."""
    return chunk.is_word("on", ",", "the") or is_figures(chunk.text) or chunk.text in tables.words("calendar-words")


def words_behind(chunks: Sequence[Chunk], at: int) -> frozenset[str]:
    """The words of which one must be the first of a frame at chunk ``at``: adverbs, what follows them, behind a day."""
    end = at
    while end < len(chunks) and is_adverb(chunks[end]):
        end += 1
    near = [*chunks[at : end + 1], *(chunks[behind : behind + 1] if (behind := _behind_day(chunks, end)) > end else ())]
    return frozenset((*(chunk.text for chunk in near), *(chunk.noun for chunk in near if chunk.meeting)))


def heard(chunks: Row) -> frozenset[str]:
    """What frames may find in a sentence: its words, the nouns of meetings, and which of the kinds stand in it."""
    found = {GAP, *chunks.said}
    if "meeting" in chunks.kinds:
        found |= {MEETING, VISIT, *(chunk.noun for chunk in chunks if chunk.meeting)}
    if not chunks.kinds.isdisjoint(("person", "titles")):
        found.add(SOMEBODY)
    if not chunks.said.isdisjoint(tables.words("delegation-nouns")):
        found.add(DELEGATION)
    return frozenset(found)


def may_match(rest: Sequence[frozenset[str]], near: frozenset[str]) -> bool:
    """Whether the first words of a frame are among those that can be; most verbs have many frames, and few fit."""
    return not rest or rest[0] in KINDS_AHEAD or not rest[0].isdisjoint(near)


def matches(chunks: Sequence[Chunk], at: int, rest: Sequence[frozenset[str]], *, far: bool = False) -> int | None:
    """Where the words of a frame that begin at chunk ``at`` end, or None; ``far``: others stand before them."""
    for number, words in enumerate(rest):
        if words in KINDS_AHEAD:
            if GAP in words:
                return _over_gap(chunks, at, rest[number + 1 :])
            if DELEGATION in words:
                return _delegation(chunks, at)
            if SOMEBODY in words:
                return at if somebody_ahead(chunks, at) else None
            led = number > 0 and "at" in rest[number - 1]  # spoke to the Board *at its session*
            return at if _meeting_ahead(chunks, at, VISIT in words, led=led) else None
        while at < len(chunks) and chunks[at].text not in words and is_adverb(chunks[at]):
            at += 1
        if number == 0 and not far and at < len(chunks) and chunks[at].text not in words:
            at = _behind_day(chunks, at)
        if at >= len(chunks) or not (chunks[at].text in words or (chunks[at].meeting and chunks[at].noun in words)):
            return None
        at += 1
    return at


def _behind_day(chunks: Sequence[Chunk], at: int) -> int:
    """Behind a day between a verb and the words of its frame: was *on Monday, 3 May,* in Oslo for talks."""
    if at + 1 >= len(chunks) or chunks[at].text != "on" or chunks[at].kind != "word" or not is_of_date(chunks[at + 1]):
        return at
    return at + sum(1 for _ in takewhile(is_of_date, chunks[at : at + DATE]))


def _over_gap(chunks: Sequence[Chunk], at: int, rest: Sequence[frozenset[str]]) -> int | None:
    first = rest[0] if rest and rest[0] not in KINDS_AHEAD else None
    for start in range(at, min(at + _WIDEST_GAP + 1, len(chunks))):
        chunk = chunks[start]
        begins = first is None or chunk.text in first or chunk.meeting or is_adverb(chunk)
        end = matches(chunks, start, rest, far=True) if begins else None
        if end is not None:
            return end
        if chunk.kind == "word" and chunk.text in _GAP_ENDS:
            if not (chunk.text == "," and start > at and _is_place(chunks[start - 1])):
                return None
        elif chunk.person:
            return None
    return None


def is_adverb(chunk: Chunk) -> bool:
    """Whether a word may stand between a verb and those that go with it."""
    return chunk.kind == "word" and (chunk.text.endswith("ly") or chunk.text in tables.words("verb-helpers"))


def _is_place(chunk: Chunk) -> bool:
    return chunk.capital or chunk.body is not None


def _meeting_ahead(chunks: Sequence[Chunk], at: int, visit: bool, *, led: bool = False) -> bool:
    setting = takewhile(is_when_or_where, chunks[at : at + _SETTING])  # held in Oslo, on 3 May, *the Dialogue*
    at = _behind_company(chunks, at + sum(1 for _ in setting))
    for pos, chunk in enumerate(chunks[at : at + _TO_THE_MEETING], at):
        if chunk.meeting:
            return chunk.meeting.kind == "visit" if visit else not _is_vague(chunks, pos, chunk.meeting)
        if chunk.is_word("that") and pos + 1 < len(chunks) and chunks[pos + 1].meeting:
            return True
        if chunk.text in tables.words("asides"):
            return False  # met on the *sidelines* of the Conference
        if chunk.kind not in ("word", "body") or chunk.text in tables.words("clause-ends"):
            return False
        if not led and _leads_elsewhere(chunks, pos):
            return False  # offered help *at* the Conference; hosted a dinner *for* the delegates to it
        joined = pos > 0 and chunks[pos - 1].is_word("and")  # met in Oslo on 3 May and *signed* the agreement
        if (pos > at or joined) and chunk.text in verb_forms() and chunk.kind == "word":
            return False
    return False


def _is_vague(chunks: Sequence[Chunk], at: int, named: MeetingMention) -> bool:
    """Whether what something is for are several of which nothing is told: travelled to Oslo *for meetings*."""
    if not named.plural or named.kind != "meeting" or not any(c.is_word("for") for c in chunks[max(0, at - 3) : at]):
        return False
    return not (named.parties or named.partners or named.is_named or named.definite or named.name_last > named.last)


def _leads_elsewhere(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word leads from what was done to the meeting it was done at or for; not *for the third time*."""
    if chunks[at].is_word("for"):
        return not any(chunk.is_word("time", "year", "once") for chunk in chunks[at + 1 : at + 4])
    of_team = chunks[at].is_word("to", "at") and chunks[at - 1].text in tables.words("delegation-nouns")
    return of_team or chunks[at].is_word("at", "during", "ahead", "before", "after", "against", "on")


def _behind_company(chunks: Sequence[Chunk], at: int) -> int:
    """Behind those with whom it was done, set apart by commas: chaired*, alongside Director P,* the Conference."""
    if not (0 < at < len(chunks) and chunks[at - 1].is_word(",") and chunks[at].text in _COMPANY):
        return at
    ends = range(at + 1, min(at + _TO_THE_END, len(chunks) - 1))
    return next((pos + 2 for pos in ends if chunks[pos].is_word(",") and chunks[pos - 1].kind in _NAMED
                 and chunks[pos + 1].is_word("the", "a", "an")), at)  # fmt: skip


def somebody_ahead(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a person or a title stands there: called *(the) Minister P*."""
    ahead = chunks[at : at + 2]
    return bool(ahead) and ahead[ahead[0].is_word("the") * (len(ahead) > 1)].kind in ("person", "titles")


def behind_when(chunks: Sequence[Chunk], at: int) -> int:
    """Behind the day between a verb and what it is done to: headed *on Wednesday* the Kenyan delegation."""
    if at >= len(chunks) or not chunks[at].is_word("on", "today", "yesterday", ",", "here"):
        return at
    when = takewhile(lambda c: (is_of_date(c) and not c.is_word("the")) or c.is_word("today", "here"), chunks[at:])
    return at + sum(1 for _ in when)


def _delegation(chunks: Sequence[Chunk], at: int) -> int | None:
    if _is_of_which(chunks, at - 1):
        return at
    at = behind_when(chunks, at)
    for pos in range(at, min(at + _WIDEST_GAP, len(chunks))):
        chunk = chunks[pos]
        if chunk.text in tables.words("delegation-nouns"):
            return None if chunks[pos + 1 : pos + 2] and chunks[pos + 1].is_word("'s", "\u2019s") else pos + 1
        if chunk.kind not in ("word", "body") or chunk.is_word(",", ";", ":", "and", "by"):
            return None
    return None


def _is_of_which(chunks: Sequence[Chunk], verb: int) -> bool:
    """Whether the relative clause of a delegation ends with the verb: the Kenyan delegation, *which* Ms P *led*."""
    for pos in range(verb - 1, max(1, verb - _TO_WHICH), -1):
        if chunks[pos].is_word("which", "that"):
            noun = chunks[pos - 1 - chunks[pos - 1].is_word(",")].text
            return noun in tables.words("delegation-nouns") and not noun.startswith("team")  # a *team* may stand
        if chunks[pos].is_word(";", ":", ".", "and"):
            return False
    return False
