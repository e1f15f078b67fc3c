"""Where a verb that says who takes part stands in a sentence, and which frames it may have there.

Found in the active ("chaired the meeting") and the passive ("was chaired by"), in all forms of the verb.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.participation.frame_words import (
    DATE,
    heard,
    is_adverb,
    is_of_date,
    is_when_or_where,
    matches,
    may_match,
    somebody_ahead,
    words_behind,
)
from kg.extraction.participation.frames import Frame, fitting, forms_of, may_be_passive, passives, verb_forms
from kg.extraction.words import tables
from kg.extraction.words.inflection import Form, is_only_past

_NAMED = ("body", "person")
_BEING = frozenset(("was", "were", "is", "are", "be", "being", "been"))
_OF_PASSIVES = _BEING | {"by"}
"""Of which words one stands where a verb is in the passive."""
_BRACKET = 8
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


_TO_SITTING = 6
"""Chunks from those who agreed to meet to the verb."""


def verbs(chunks: Row) -> list[VerbHit]:
    """Every verb with a frame in the sentence, in order; the auxiliaries in front belong to it."""
    found: list[VerbHit] = []
    free = 0
    led = False
    places = chunks.places(verb_forms())
    said = heard(chunks) if places else frozenset()
    for at in places:
        chunk = chunks[at]
        if chunk.kind != "word" or at < free:
            continue
        near = words_behind(chunks, at + 1)
        fits = [(form, frame) for form, frame in fitting(chunk.text, near) if frame.is_among(said)]
        if not (fits or (may_be_passive(chunk.text) and not said.isdisjoint(_OF_PASSIVES))):
            continue
        joined = led and (
            chunks[at - 1].is_word("and") or (chunks[at - 1].is_word(",") and chunk.text in tables.words("led-verbs"))
        )
        hit = _verb(chunks, at, near, fits, led=joined)
        if hit:
            led = hit.infinitive or hit.led or (hit.passive and _is_led(chunks, hit))
            found.append(hit)
            free = max(at + 1, min(hit.end, at + 3))
    return found


def _is_led(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether a passive is of what is to be: *will be* hosted to lunch by P, meet Q."""
    return any(chunk.text in tables.words("modals") for chunk in chunks[hit.first : hit.at])


def _leads_to_name(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is an adjective of the one named behind: met *visiting* (the) *Secretary-General P*."""
    return chunks[at].text in tables.words("holder-adjectives") and somebody_ahead(chunks, at + 1)


def _verb(
    chunks: Sequence[Chunk], at: int, near: frozenset[str], fits: Sequence[tuple[Form, Frame]], *, led: bool
) -> VerbHit | None:
    """The verb at ``at`` with one of the frames that fit the words ``near``; ``led``: an auxiliary leads it too.

    With the verb before it: *will* meet P and *address* them.
    """
    if at + 1 < len(chunks) and f"{chunks[at].text} {chunks[at + 1].text}" in tables.words("not-verbs"):
        return None
    if _leads_to_name(chunks, at) or (at == 0 and len(chunks) > 1 and chunks[1].is_word(":")):
        return None  # a label: *Witnesses:*
    if at + 1 < len(chunks) and chunks[at + 1].is_word("since"):
        return None  # it tells of years: co-chaired *since 2016 by Norway*
    group = _Group.before(chunks, at)
    forms = forms_of(chunks[at].text)
    past = "past" in forms and not group.perfect and not is_only_past(chunks[at].text)
    by_participle = "participle" in forms or past
    if by_participle and (group.passive or _agent_follows(chunks, at)):
        return _passive(chunks, at, near, group)
    may_be = {form: _may_be_verb(form, group, chunks, at) or (led and form == "base") for form in forms}
    if True not in may_be.values():
        return None
    options: list[tuple[int, Form, Frame]] = []
    for form, frame in fits:
        if options and len(frame.rest) < len(options[0][2].rest):
            break
        end = matches(chunks, at + 1, frame.rest) if may_be[form] else None
        if end is not None and (not options or end == options[0][0]):
            options.append((end, form, frame))
    if not options:
        return None
    end, form, _ = options[0]
    told = tuple(frame for _, _, frame in options)
    led = led and form == "base" and not group.infinitive
    return VerbHit(group.first, at, end, told, form, False, group.negative, group.asked, group.infinitive, led)


def _passive(chunks: Sequence[Chunk], at: int, near: frozenset[str], group: "_Group") -> VerbHit | None:
    options: list[tuple[int, Frame]] = []
    by = _agent_follows(chunks, at)
    for frame, done_at, words in passives(chunks[at].text):
        rest = () if done_at and by else words  # *adopted by* P at the Summit
        end = matches(chunks, at + 1, rest) if rest is not None and may_match(rest, near) else None
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
        if number < _BESIDE and (is_adverb(chunk) or chunk.is_word("over", "in", "on", "last", "today", "also")):
            continue
        if number < _BESIDE and chunks[at + number].is_word("in", "on", "last") and is_of_date(chunk):
            continue
        if not (told and is_when_or_where(chunk)):
            return False
    return False


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
        be = words & _BEING
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
    pos, least = at, max(0, at - DATE)
    while pos > least and is_of_date(chunks[pos - 1]):
        pos -= 1
    led = 0 < pos < at and chunks[pos - 1].text in tables.words_of("modals", "verb-helpers")
    spans = led and pos > 1 and chunks[pos - 1].is_word("to") and is_of_date(chunks[pos - 2])  # from 3 *to 5 May,*
    return pos if led and not spans else at


def _is_of_month(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is the month and no modal: the seminar on 3 *May* was attended by P."""
    return at > 0 and chunks[at].capital and chunks[at].is_word("may")


def _may_be_verb(form: Form, group: _Group, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a form that may also be a noun (chair, host, visits) is a verb here."""
    if chunks[at].text in ("was", "were", "is", "are", "been"):
        return True
    if form == "base":
        plain = chunks[at].text in tables.words("plain-verbs")
        return plain or group.infinitive or _is_plural_subject(chunks, at) or _is_of_several(chunks, at)
    if form == "ing":
        gladly = at > 1 and chunks[at - 1].is_word("of") and chunks[at - 2].text in tables.words("gladly-done")
        return gladly or not (at and chunks[at - 1].is_word("the", "a", "this", "its", "of"))
    if form == "past":
        return not (at and chunks[at - 1].is_word("the", "a", "an", "of"))
    if form == "participle":
        return group.perfect
    if at + 1 < len(chunks) and chunks[at + 1].is_among(tables.words("plural-verbs")):
        return False  # Committee *Chairs* Highlight
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


def _is_of_several(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether people whom nobody names come together: the foreign *ministers* now *meet*; *members* gather in Oslo."""
    if chunks[at].text not in tables.words("coming-together") or not chunks[-1].is_word("."):
        return False
    pos = at - 1
    while pos > 0 and (is_adverb(chunks[pos]) or chunks[pos].text in tables.words("going-on")):
        pos -= 1
    if pos < 0:
        return False
    if titles := chunks[pos].titles:
        return any(title.plural for title in titles.titles)
    nouns = tables.words_of("attendee-nouns", "member-nouns", "unnamed-holders")
    return chunks[pos].kind == "word" and chunks[pos].text.endswith("s") and chunks[pos].text in nouns


def _without_bracket(chunks: Sequence[Chunk], end: int) -> int:
    """Where what stands before ``end`` ends without the bracket behind it: Minister P *(seated, left)* signs."""
    if not (end and chunks[end - 1].is_word(")")):
        return end
    return next((at for at in range(end - 1, max(0, end - _BRACKET), -1) if chunks[at].is_word("(")), end)


def starts(hits: Iterator[VerbHit] | Sequence[VerbHit]) -> frozenset[int]:
    """The chunks at which verbs begin, auxiliaries included."""
    return frozenset(hit.first for hit in hits)


def is_reduced(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether it is a participle without an auxiliary: the talks *chaired by* P; a delegation *composed of* Q and R."""
    auxiliaries = tables.words("auxiliaries")
    if hit.options[0].rule == "part.bring" and hit.first == hit.at:
        return hit.form == "ing" or (hit.form == "past" and chunks[hit.end - 1].is_word("of"))
    return hit.passive and not any(chunk.text in auxiliaries for chunk in chunks[hit.first : hit.at])


def will_sit(chunks: Sequence[Chunk], hit: VerbHit) -> bool:
    """Whether those who are to meet are only taken up: *the group* will meet; *they* agreed to meet again."""
    again = hit.form == "s" and hit.end < len(chunks) and chunks[hit.end].is_word("again", "next")
    for pos in range(hit.first - 1 if hit.infinitive or again else -1, max(-1, hit.first - _TO_SITTING), -1):
        chunk = chunks[pos]
        if chunk.text in tables.words("taken-up-groups"):
            return chunk.is_word("they", "it") or (pos > 0 and chunks[pos - 1].is_word("the", "both", "two", "three"))
        if chunk.kind != "word" or chunk.text not in tables.words("plans-to"):
            return False
    return False
