"""Where a verb that says who takes part stands in a sentence, and which frames it may have there.

Found in the active ("chaired the meeting") and the passive ("was chaired by"), in all forms of the verb.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.frames import (
    DELEGATION,
    GAP,
    KINDS_AHEAD,
    SOMEBODY,
    VISIT,
    Frame,
    fitting,
    forms_of,
    frames,
    passives,
)
from kg.extraction.words import tables
from kg.extraction.words.inflection import Form, is_only_past

_NAMED = ("body", "person")
_COMPANY = frozenset(("alongside", "along", "together", "jointly", "with"))
_BRACKET = 8
_DATE = 7
_WIDEST_GAP = 6
_TO_THE_MEETING = 10
_TO_THE_AGENT, _BESIDE = 14, 4


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class VerbHit:
    """A verb at chunks ``[at, end)``, ``first`` with its auxiliaries; ``options`` are the frames it may have.

    Which of them it has, those around it decide.
    """

    first: Final[int]
    at: Final[int]
    end: Final[int]
    options: Final[tuple[Frame, ...]]
    form: Final[Form]
    passive: Final[bool] = False
    negative: Final[bool] = False
    asked: Final[bool] = False
    infinitive: Final[bool] = False
    led: Final[bool] = False
    """Whether what leads the verb before it leads it too: *will* meet P and *address* them."""


def verbs(chunks: Sequence[Chunk]) -> list[VerbHit]:
    """Every verb with a frame in the sentence, in order; the auxiliaries in front belong to it."""
    found: list[VerbHit] = []
    free = 0
    led = False
    known = frames()
    for at, chunk in enumerate(chunks):
        if chunk.text not in known or chunk.kind != "word" or at < free:
            continue
        hit = _verb(chunks, at, led=led and chunks[at - 1].is_word("and"))
        if hit:
            led = hit.infinitive
            found.append(hit)
            free = max(at + 1, min(hit.end, at + 3))
    return found


def _leads_to_name(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is an adjective of the one named behind: met *visiting* (the) *Secretary-General P*."""
    return chunks[at].text in tables.words("holder-adjectives") and _somebody_ahead(chunks, at + 1)


def _verb(chunks: Sequence[Chunk], at: int, *, led: bool) -> VerbHit | None:
    """The verb at ``at``; ``led``: an auxiliary leads it with the verb before it: *will* meet P and *address* them."""
    if at + 1 < len(chunks) and f"{chunks[at].text} {chunks[at + 1].text}" in tables.words("not-verbs"):
        return None
    if _leads_to_name(chunks, at):
        return None
    group = _Group.before(chunks, at)
    forms = forms_of(chunks[at].text)
    past = "past" in forms and not group.perfect and not is_only_past(chunks[at].text)
    by_participle = "participle" in forms or past
    if by_participle and (group.passive or _agent_follows(chunks, at)):
        return _passive(chunks, at, group)
    may_be = {form: _may_be_verb(form, group, chunks, at) or (led and form == "base") for form in forms}
    options: list[tuple[int, Form, Frame]] = []
    near = _words_behind(chunks, at + 1)
    for form, frame in fitting(chunks[at].text, near):
        if options and len(frame.rest) < len(options[0][2].rest):
            break
        end = _matches(chunks, at + 1, frame.rest) if may_be[form] else None
        if end is not None and (not options or end == options[0][0]):
            options.append((end, form, frame))
    if not options:
        return None
    end, form, _ = options[0]
    fits = tuple(frame for _, _, frame in options)
    led = led and form == "base" and not group.infinitive
    return VerbHit(group.first, at, end, fits, form, False, group.negative, group.asked, group.infinitive, led)


def _passive(chunks: Sequence[Chunk], at: int, group: "_Group") -> VerbHit | None:
    options: list[tuple[int, Frame]] = []
    near = _words_behind(chunks, at + 1)
    by = at + 1 < len(chunks) and chunks[at + 1].is_word("by")
    for frame, done_at, words in passives(chunks[at].text):
        rest = () if done_at and by else words  # *adopted by* P at the Summit
        end = _matches(chunks, at + 1, rest) if rest is not None and _may_match(rest, near) else None
        if end is not None:
            options.append((end, frame))
    if not options:
        return None
    longest = max(end for end, _ in options)
    fits = tuple(frame for end, frame in options if end == longest)
    return VerbHit(group.first, at, longest, fits, "participle", True, group.negative, group.asked)


def _agent_follows(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether ``by`` follows a participle that no auxiliary leads: talks *chaired* jointly *by*.

    Behind a meeting, a place and a day may stand between: a workshop *held* in Oslo on 3 May *by* the Agency.
    """
    told = at > 0 and (chunks[at - 1].meeting or (chunks[at - 1].is_word(",") and at > 1 and chunks[at - 2].meeting))
    for number, chunk in enumerate(chunks[at + 1 : at + 1 + _TO_THE_AGENT]):
        if chunk.is_word("by"):
            return True
        if number < _BESIDE and (_is_adverb(chunk) or chunk.is_word("over", "in", "on", "today", "also")):
            continue
        if not (told and is_when_or_where(chunk)):
            return False
    return False


def is_when_or_where(chunk: Chunk) -> bool:
    """Whether a chunk may belong to a place or a day: *in Oslo, Norway, on 3 May 2024*."""
    marks = chunk.is_word("in", "at", "on", "from", "to", "the", "and", ",", "-", "\u2013")
    named = chunk.kind == "body" or chunk.capital or chunk.text.isdecimal()
    return marks or named or chunk.is_word("today", "yesterday") or chunk.text in tables.words("calendar-words")


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class _Group:
    """The auxiliaries and adverbs in front of a verb."""

    first: Final[int]
    passive: Final[bool]
    perfect: Final[bool]
    negative: Final[bool]
    infinitive: Final[bool]
    asked: Final[bool]

    @classmethod
    def before(cls, chunks: Sequence[Chunk], at: int) -> "_Group":
        first, words = _before_date(chunks, at), set()
        while first > 0 and chunks[first - 1].kind == "word" and at - first < 8:
            text = chunks[first - 1].text
            if not (
                text in tables.words("verb-helpers")
                or (text in tables.words("modals") and not _is_of_month(chunks, first - 1))
                or (text.endswith("ly") and text.isalpha())
            ):
                break
            words.add(text)
            first -= 1
        perfect = bool(words & {"has", "have", "had"})
        be = words & {"was", "were", "is", "are", "be", "being", "been"}
        return cls(
            first,
            passive=bool(be) and (chunks[at - 1].text not in ("has", "have", "had")),
            perfect=perfect and not be,
            negative=bool(words & tables.words("negations")),
            infinitive=bool(words & tables.words("modals")),
            asked="invited" in words or "asked" in words,
        )


def _before_date(chunks: Sequence[Chunk], at: int) -> int:
    """Behind the auxiliary that a day parts from its verb: will *on Monday, 3 May,* open; else ``at``."""
    pos = at
    while pos > max(0, at - _DATE) and _is_of_date(chunks[pos - 1]):
        pos -= 1
    led = 0 < pos < at and chunks[pos - 1].text in tables.words_of("modals", "verb-helpers")
    return pos if led else at


def _is_of_month(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is the month and no modal: the seminar on 3 *May* was attended by P."""
    return at > 0 and chunks[at].capital and chunks[at].is_word("may")


def _is_of_date(chunk: Chunk) -> bool:
    return chunk.is_word("on", ",", "the") or chunk.text.isdecimal() or chunk.text in tables.words("calendar-words")


def _may_be_verb(form: Form, group: _Group, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a form that may also be a noun (chair, host, visits) is a verb here."""
    if chunks[at].text in ("was", "were", "is", "are", "been"):
        return True
    if form == "base":
        plain = chunks[at].text in tables.words("plain-verbs")
        return plain or group.infinitive or _is_plural_subject(chunks, at)
    if form == "ing":
        return not (at and chunks[at - 1].is_word("the", "a", "this", "its", "of"))
    if form == "past":
        return not (at and chunks[at - 1].is_word("the", "a", "an", "of"))
    if form == "participle":
        return group.perfect
    return not (at and chunks[at - 1].is_word("the", "a", "an", "of", "and", "its", "his", "her", "two", "high-level"))


def _is_plural_subject(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether several named stand right before: Norway and Minister P (left) *hold* talks."""
    last = _without_bracket(chunks, at)
    if last < 3 or chunks[last - 1].kind not in _NAMED:
        return False
    joint = last - 2
    while joint > 0 and (chunks[joint].kind == "titles" or chunks[joint].is_word("the", "'s")):
        joint -= 1
    if not chunks[joint].is_word("and") and chunks[joint].kind == "body":  # and *Kenya's* Minister P
        joint -= 1
    first = _without_bracket(chunks, joint)
    return chunks[joint].is_word("and") and first > 0 and chunks[first - 1].kind in (*_NAMED, "titles")


def _without_bracket(chunks: Sequence[Chunk], end: int) -> int:
    """Where what stands before ``end`` ends without the bracket behind it: Minister P *(seated, left)* signs."""
    if not (end and chunks[end - 1].is_word(")")):
        return end
    return next((at for at in range(end - 1, max(0, end - _BRACKET), -1) if chunks[at].is_word("(")), end)


def _words_behind(chunks: Sequence[Chunk], at: int) -> frozenset[str]:
    """The words of which one must be the first of a frame at chunk ``at``: adverbs, what follows them, behind a day."""
    end = at
    while end < len(chunks) and _is_adverb(chunks[end]):
        end += 1
    near = [*chunks[at : end + 1], *(chunks[behind : behind + 1] if (behind := _behind_day(chunks, end)) > end else ())]
    return frozenset((*(chunk.text for chunk in near), *(chunk.noun for chunk in near if chunk.meeting)))


def _may_match(rest: Sequence[frozenset[str]], near: frozenset[str]) -> bool:
    """Whether the first words of a frame are among those that can be; most verbs have many frames, and few fit."""
    return not rest or rest[0] in KINDS_AHEAD or not rest[0].isdisjoint(near)


def _matches(chunks: Sequence[Chunk], at: int, rest: Sequence[frozenset[str]], *, far: bool = False) -> int | None:
    """Where the words of a frame that begin at chunk ``at`` end, or None; ``far``: others stand before them."""
    for number, words in enumerate(rest):
        if words in KINDS_AHEAD:
            if GAP in words:
                return _over_gap(chunks, at, rest[number + 1 :])
            if DELEGATION in words:
                return _delegation(chunks, at)
            if SOMEBODY in words:
                return at if _somebody_ahead(chunks, at) else None
            led = number > 0 and "at" in rest[number - 1]  # spoke to the Board *at its session*
            return at if _meeting_ahead(chunks, at, VISIT in words, led=led) else None
        while at < len(chunks) and chunks[at].text not in words and _is_adverb(chunks[at]):
            at += 1
        if number == 0 and not far and at < len(chunks) and chunks[at].text not in words:
            at = _behind_day(chunks, at)
        if at >= len(chunks) or not (chunks[at].text in words or (chunks[at].meeting and chunks[at].noun in words)):
            return None
        at += 1
    return at


def _behind_day(chunks: Sequence[Chunk], at: int) -> int:
    """Behind a day between a verb and the words of its frame: was *on Monday, 3 May,* in Oslo for talks."""
    if at + 1 >= len(chunks) or chunks[at].text != "on" or chunks[at].kind != "word" or not _is_of_date(chunks[at + 1]):
        return at
    return at + sum(1 for _ in takewhile(_is_of_date, chunks[at : at + _DATE]))


def _over_gap(chunks: Sequence[Chunk], at: int, rest: Sequence[frozenset[str]]) -> int | None:
    for start in range(at, min(at + _WIDEST_GAP + 1, len(chunks))):
        end = _matches(chunks, start, rest, far=True)
        if end is not None:
            return end
        between = chunks[start].is_word(",") and start > at and _is_place(chunks[start - 1])
        if chunks[start].person or (chunks[start].is_word(",", ";", ":", ".", "that", "by") and not between):
            return None
    return None


def _is_adverb(chunk: Chunk) -> bool:
    return chunk.kind == "word" and (chunk.text.endswith("ly") or chunk.text in tables.words("verb-helpers"))


def _is_place(chunk: Chunk) -> bool:
    return chunk.capital or chunk.body is not None


def _meeting_ahead(chunks: Sequence[Chunk], at: int, visit: bool, *, led: bool = False) -> bool:
    setting = takewhile(is_when_or_where, chunks[at : at + _TO_THE_MEETING])  # held in Oslo, on 3 May, *the Dialogue*
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
        if pos > at and chunk.text in frames() and chunk.kind == "word":
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
    return of_team or chunks[at].is_word("at", "during", "ahead", "before", "after")


def _behind_company(chunks: Sequence[Chunk], at: int) -> int:
    """Behind those with whom it was done, set apart by commas: chaired*, alongside Director P,* the Conference."""
    if not (0 < at < len(chunks) and chunks[at - 1].is_word(",") and chunks[at].text in _COMPANY):
        return at
    ends = range(at + 1, min(at + _TO_THE_AGENT, len(chunks) - 1))
    return next((pos + 2 for pos in ends if chunks[pos].is_word(",") and chunks[pos - 1].kind in _NAMED
                 and chunks[pos + 1].is_word("the", "a", "an")), at)  # fmt: skip


def _somebody_ahead(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a person or a title stands there: called *(the) Minister P*."""
    ahead = chunks[at : at + 2]
    return bool(ahead) and ahead[ahead[0].is_word("the") * (len(ahead) > 1)].kind in ("person", "titles")


def _delegation(chunks: Sequence[Chunk], at: int) -> int | None:
    at = behind_when(chunks, at)
    for pos in range(at, min(at + _WIDEST_GAP, len(chunks))):
        chunk = chunks[pos]
        if chunk.text in tables.words("delegation-nouns"):
            return pos + 1
        if chunk.kind not in ("word", "body") or chunk.is_word(",", ";", ":", "and", "by"):
            return None
    return None


def behind_when(chunks: Sequence[Chunk], at: int) -> int:
    """Behind the day between a verb and what it is done to: headed *on Wednesday* the Kenyan delegation."""
    if at >= len(chunks) or not chunks[at].is_word("on", "today", "yesterday", ",", "here"):
        return at
    when = takewhile(lambda c: (_is_of_date(c) and not c.is_word("the")) or c.is_word("today", "here"), chunks[at:])
    return at + sum(1 for _ in when)


def starts(hits: Iterator[VerbHit] | Sequence[VerbHit]) -> frozenset[int]:
    """The chunks at which verbs begin, auxiliaries included."""
    return frozenset(hit.first for hit in hits)


def is_reduced(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether it is a participle without an auxiliary: the talks *chaired by* P; a delegation *composed of* Q and R."""
    auxiliaries = tables.words("auxiliaries")
    if hit.options[0].rule == "part.bring" and hit.first == hit.at:
        return hit.form == "ing" or (hit.form == "past" and chunks[hit.end - 1].is_word("of"))
    return hit.passive and not any(chunk.text in auxiliaries for chunk in chunks[hit.first : hit.at])
