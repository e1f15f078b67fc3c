"""Clauses: a verb of taking part with those around it, each in its place, and the meeting it is said of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader, Item, Subject
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.participation.complements import ComplementReader
from kg.extraction.participation.doubts import in_doubt
from kg.extraction.participation.extents import Extents
from kg.extraction.participation.frames import Frame, frames
from kg.extraction.participation.otherwise import is_given, only_calls, says_otherwise
from kg.extraction.participation.parsed import Group, Parsed
from kg.extraction.participation.said_of import SaidOf
from kg.extraction.participation.verbs import VerbHit, is_reduced, starts, verbs, will_sit
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

_TO_THE_SUBJECT = 24
GATHERINGS = frozenset(("part.gather", "part.meet"))
"""The rules of the verbs that several do together: of a meeting, even if nobody is named."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Clause:
    """A verb with its agents. ``meeting`` is named as object or subject, or None; ``is_it``: by a pronoun."""

    hit: Final[VerbHit]
    frame: Final[Frame]
    chunks: Final[Sequence[Chunk]]
    subject: Final[tuple[Agent, ...]]
    object: Final[tuple[Agent, ...]]
    partners: Final[tuple[Agent, ...]]
    meeting: Final[MeetingMention | None]
    is_it: Final[bool] = False
    of_body: Final[bool] = False
    begins: Final[int] = 0
    joint: Final[bool] = False
    unnamed: Final[int] = 0
    """Behind those whom nobody names, if such are its object: met *the foreign ministers* of Norway."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands behind the verb that it could be said of: P chaired. P spoke on Monday.

        Not *at the Institute*, nor *after the meeting*: who spoke there did so somewhere else, or later.
        """
        for at, chunk in enumerate(self.chunks[self.hit.end :], self.hit.end):
            if (chunk.is_word("at") and self._names_house(at + 1)) or self._is_apart(at):
                return False
            if chunk.kind == "word" and (chunk.text.endswith("ly") or chunk.text in tables.words("verb-helpers")):
                continue
            return chunk.kind == "word" and (not chunk.text[0].isalnum() or chunk.text in tables.words("bare-ends"))
        return True

    def _is_apart(self, at: int) -> bool:
        """Whether words at ``at`` say that it was before or after a meeting: spoke *after the talks*."""
        led = self.chunks[at].is_word("after", "following", "before", "ahead")
        behind = self.chunks[at + 1 : at + 4]
        return led and any(one.meeting or one.text in tables.words("generic-meetings") for one in behind)

    def _names_house(self, at: int) -> bool:
        """Whether a house is named at ``at``: the *Graduate Institute*."""
        at += at < len(self.chunks) and self.chunks[at].is_word("the")
        return at < len(self.chunks) and (self.chunks[at].kind == "body" or self.chunks[at].capital)

    @property
    def words(self) -> tuple[int, int]:
        """The tokens of the verb and the words that go with it, its *not* too."""
        begins = self.hit.first if self.hit.negative else self.hit.at
        return self.chunks[begins].first, self.chunks[self.hit.end - 1].last


class ClauseReader:
    """Reads the clauses of one sentence: those that name somebody, and those of people nobody names who gathered."""

    def __init__(
        self,
        chunks: Row,
        owner: Mapping[int, PersonMention],
        pronouns: Mapping[int, PersonMention] | None = None,
        groups: Mapping[int, Group] | None = None,
    ) -> None:
        self.chunks = chunks
        self.hits = verbs(chunks)
        participles = frozenset(h.at for h in self.hits if h.passive and is_reduced(chunks, h) and h.first)
        parsed = Parsed(chunks, owner, pronouns or {}, starts(self.hits), groups or {})
        self.agents = AgentReader(parsed, participles)
        self.around = ComplementReader(self.agents)

    @computed
    def clauses(self) -> list[Clause]:
        """Every clause that names somebody, in order; a verb joined by *and* shares the subject before it."""
        subjects, extents = SaidOf(self.agents, self.hits).all(), Extents(self.agents, self.hits)
        found: list[Clause] = []
        taken_back = False
        for number, hit in enumerate(self.hits):
            if hit.led and taken_back:
                continue  # P might (or will not) meet Q and *address* them
            clause = self._clause(hit, subjects[number], extents.end(number, subjects))
            doubtful = in_doubt(self.chunks, clause.begins if clause else hit.first, hit.first, hit.at)
            taken_back = doubtful or hit.negative
            if clause and not doubtful:
                found.append(clause)
        return found

    def _clause(self, hit: VerbHit, subject: Subject, stop: int) -> Clause | None:
        if hit.passive:
            fronted = hit.first == 0 and subject.first
            return self._in_passive(hit, subject, min(stop, subject.first) if fronted and subject.first else stop)
        if not subject.agents and not subject.meeting and hit.options[0].rule == "part.attend":
            subject = replace(subject, agents=self.around.origin(hit.end, stop))
        meeting, is_it = self.around.meeting(hit.end, stop)
        if meeting and only_calls(self.chunks, hit, meeting):
            return None
        things = [(frame, self.around.thing(hit, frame, stop)) for frame in hit.options]
        frame, thing = max(things, key=lambda entry: (bool(entry[0].object) == bool(entry[1]), bool(entry[1])))
        if frame.object == "represented" and hit.first == 0:  # *Representing the Minister,* P said
            thing = () if {a.person for a in thing} == {a.person for a in subject.agents} != {None} else thing
        if says_otherwise(self.chunks, hit, frame, subject, thing):
            return None
        partners = self.around.partners(hit, subject, meeting, stop) if frame.partner else ()
        if not frame.partner and frame.rule == "part.speak" and (partners := self.around.beside_speaker(hit.end, stop)):
            frame = replace(frame, partner="participant")
        if frame.meeting == "bare" and frame.object:  # the Dialogue saw Norway and Kenya; the Council heard P
            sitting = frame.object == "speaker" and subject.item is not None and any(a.body for a in subject.agents)
            team = frame.rule == "part.bring" and subject.item is not None and subject.item.is_delegation
            it = subject.is_it and hit.form != "ing"
            if not (subject.meeting or it or sitting or team):
                return None
            meeting, is_it = subject.meeting, it
            frame = replace(frame, meeting="main") if team else frame  # as of what else is told of a delegation
        if meeting is None:
            meeting = subject.meeting if not subject.agents else self._relative(subject)
        return self._with(hit, frame, subject.agents, thing, partners, meeting, is_it, subject)

    def _in_passive(self, hit: VerbHit, subject: Subject, stop: int) -> Clause | None:
        agents = self.around.by(hit.end, stop)
        if done := next((frame for frame in hit.options if frame.is_done_at), None):
            named = self.around.met_at(hit.end, stop) if agents else None
            if named or len({frame.is_done_at for frame in hit.options}) == 1:
                return self._with(hit, done, agents, (), (), named, False, Subject(first=hit.first)) if named else None
            hit = replace(hit, options=tuple(frame for frame in hit.options if not frame.is_done_at))
        about = subject.meeting is not None or not subject.agents
        ending = self.agents.ending_at(hit.first)
        delegation = any(item is not None and self._is_of_delegations(item) for item in (subject.item, ending))
        if about and not subject.meeting and self.chunks[hit.first - 1].is_word("("):
            return None  # the working group on tides (*co-chaired by Norway and Kenya*)
        delegation = delegation or self.around.leads_side(hit, subject, agents)
        if subject.meeting:  # talks with a delegation, *led* by P; the session, attended by one, *was led* by P
            delegation = is_reduced(self.chunks, hit) and (delegation or subject.meeting.teamed)
        if (self._is_of_words(hit) or not subject.meeting) and (speech := self._of_speech(hit, agents, stop)):
            return speech
        kind = subject.meeting.kind if subject.meeting else ""
        frame = self._fitting(hit, about=about, delegation=delegation, kind=kind)
        if frame is None or (not (subject.meeting or subject.is_it) and is_given(self.chunks, hit, frame)):
            return None
        if frame.rule == "part.join" and is_reduced(self.chunks, hit) and not subject.meeting:
            frame = replace(frame, rule="part.accompany", object="", meeting="main")  # P, *joined by* Q, met R
        meeting, is_it = self.around.meeting(hit.end, stop)
        if subject.meeting:
            meeting = subject.meeting
        is_it = is_it or subject.is_it
        came = frame.is_of_delegation or (frame.rule == "part.chair" and self.around.only_came(agents))
        agents, company = self.around.company(agents) if came else (agents, ())
        frame = replace(frame, partner="participant") if company else frame
        return self._with(hit, frame, agents, subject.agents, company, meeting, is_it, subject)

    def _is_of_delegations(self, item: Item) -> bool:
        """Whether an item is a delegation, or ends the list of those from whom they came: *delegations* of A and B."""
        listed = self.agents.items_before(item.last)
        several = bool(listed) and any(
            chunk.kind == "word" and chunk.text.endswith("s") and chunk.text in tables.words("delegation-nouns")
            for chunk in self.chunks[listed[0].first : listed[0].last]
        )
        return item.is_delegation or several

    def _of_speech(self, hit: VerbHit, agents: tuple[Agent, ...], stop: int) -> Clause | None:
        """*The opening address* at the Conference *was delivered by* P: a speech is what the verb is said of.

        Or its audience: *participants* were welcomed by Q.
        """
        options = [frame for _, frame in frames()[self.chunks[hit.at].text] if frame.subject == "speaker"]
        given = hit.first - 1 if self._is_of_words(hit) else None
        noun = given or next((at for at in self._back_from(hit.first) if self._is_speech(at)), None)
        if noun is None and hit.first and self.agents.links.is_of_people(hit.first - 1):
            noun, options = hit.first - 1, [frame for frame in options if frame.is_of_audience]
        frame = next((frame for frame in options if frame.meeting == "main"), None)
        if frame is None or noun is None or not agents:
            return None
        named = next((chunk.meeting for chunk in self.chunks[noun + 1 : hit.first] if chunk.meeting), None)
        meeting = named or self.around.meeting(hit.end, stop)[0]
        return self._with(hit, frame, agents, (), (), meeting, False, Subject(first=noun))

    def _back_from(self, at: int) -> Iterator[int]:
        """The chunks in front of ``at``, backwards, as far as its clause goes."""
        for pos in range(at - 1, max(-1, at - _TO_THE_SUBJECT), -1):
            if self.chunks[pos].is_word(";", ":", "that", "which", "who"):
                return
            yield pos

    def _is_of_words(self, hit: VerbHit) -> bool:
        """Whether what stands right before is a meeting and words as well: noted *the briefing* given by P."""
        return hit.first > 0 and self.chunks[hit.first - 1].text in tables.words("given-meetings")

    def _is_speech(self, at: int) -> bool:
        chunk = self.chunks[at]
        return chunk.kind == "word" and chunk.text in tables.words("speech-nouns")

    def _is_of_body(self, subject: Subject) -> bool:
        """Whether it is said of a standing body: the Harbour Forum, *which Norway co-chairs*."""
        which = (subject.first or 0) - 1
        if which < 1 or not self.chunks[which].is_word("which"):
            return False
        led = which - self.chunks[which - 1].is_word("of")  # the Group, *of which* Norway is co-chair
        return self.chunks[led - 1 - self.chunks[led - 1].is_word(",")].body is not None

    def _relative(self, subject: Subject) -> MeetingMention | None:
        """The conference, *which Argentina hosted*: what the relative pronoun before the subject stands for."""
        first = subject.first or 0
        if first < 2 or not self.chunks[first - 1].is_word("which", "that"):
            return None
        for chunk in reversed(self.chunks[max(0, first - 6) : first - 1]):
            if chunk.meeting or chunk.kind != "word":
                return chunk.meeting
        return None

    @staticmethod
    def _fitting(hit: VerbHit, *, about: bool, delegation: bool, kind: str) -> Frame | None:
        """The frame that fits what a passive is said of: a delegation, a meeting, or somebody."""
        options = [frame for frame in hit.options if frame.is_of_delegation == delegation] or list(hit.options)
        if about:
            options = [frame for frame in options if not frame.is_of_visit or kind == "visit"] or options
            options.sort(key=lambda frame: (frame.meeting == "own", not frame.is_of_meeting))
        else:
            options.sort(key=lambda frame: not frame.object)
        return options[0] if options else None

    def _with(
        self,
        hit: VerbHit,
        frame: Frame,
        subject: tuple[Agent, ...],
        thing: tuple[Agent, ...],
        partners: tuple[Agent, ...],
        meeting: MeetingMention | None,
        is_it: bool,
        of: Subject,
    ) -> Clause | None:
        sits = of.item is not None or will_sit(self.chunks, hit)
        gather = frame.meeting == "own" and frame.rule in GATHERINGS and sits and not hit.passive
        if not (subject or thing or partners or gather):
            return None
        of_body = (of.is_which and not of.meeting and hit.passive) or self._is_of_body(of)
        joint = bool(partners) and self.around.is_joint(hit.at, partners[0].at)
        sent = frame.meeting == "own" and frame.is_of_delegation
        unnamed = hit.end if sent else self.agents.unnamed(hit.end)
        begins = of.first if of.first is not None and of.first < hit.first else hit.first
        around = (subject, thing, partners, meeting, is_it, of_body, begins, joint, unnamed)
        return Clause(hit, frame, self.chunks, *around)
