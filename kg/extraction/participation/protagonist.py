"""Whose story a text tells: he was at the meetings that name only whom he met: *At a meeting with Q*, the sides spoke.

Unique or nothing: a text that tells of the deeds of two has no such person.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.itinerary import is_of_itinerary
from kg.extraction.participation.parts import Part
from kg.extraction.person.people import Person, PersonMention
from kg.extraction.words import tables

_RULE = "part.protagonist"
_TO_PARTNER = 14
"""Chunks from a meeting to the *with* of whom it was with."""

_OPENING = 10
"""Chunks in which a sentence comes to the meeting with which it opens."""
_AT = ("at", "in", "during")

Row = tuple[AgentReader, Sequence[Clause]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A meeting told of in one row, from chunk ``at`` on; ``clause``: by its verb."""

    meeting: Meeting
    at: int
    first: int
    last: int
    clause: Clause | None = None
    of_visit: bool = False
    """Told of as of a part of his visit: the programme *included a meeting with Q*."""


class ProtagonistParts:
    """Reads what he did; ``found`` are the parts that sentences state themselves."""

    def __init__(
        self,
        rows: Sequence[Row],
        meeting_of: Mapping[MeetingMention, Meeting],
        home_of: Mapping[int, Meeting],
        found: Sequence[Part],
        person_of: Mapping[PersonMention, Person],
    ) -> None:
        self.rows = rows
        self.meeting_of = meeting_of
        self.home_of = home_of
        self.person_of = person_of
        self._stated = found
        self.parts: dict[int, list[Part]] = {}
        for part in found:
            self.parts.setdefault(part.meeting.number, []).append(part)

    @computed
    def protagonist(self) -> Person | None:
        """The one person of whose meetings and visits the text tells, none of another's without him."""
        deeds = [
            (person, meeting)
            for _, clauses in self.rows
            for clause in clauses
            if (meeting := self._meeting_of(clause)) and (person := self._doer(clause))
        ]
        first = deeds[0][0] if deeds else None
        for person, meeting in deeds:
            others = first and person.name != first.name and first.name not in self.people(meeting)
            if others and meeting.kind in tables.meetings("had"):
                return None
        return first

    def all(self) -> Iterator[Part]:
        """His part in every meeting of which one side is named, and the sentence names nobody else."""
        for agents, clauses in self.rows:
            for told in self._told(agents, clauses):
                part = self._part(agents, told)
                if part:
                    yield part

    def _part(self, agents: AgentReader, told: _Told) -> Part | None:
        if not self._is_one_sided(agents.chunks, told) or (person := self.protagonist) is None:
            return None
        met = self.people(told.meeting)
        if told.of_visit:
            return None if person.name in met else self._stated_of(person, told)
        named = {one.name for chunk in agents.chunks if (one := self.person_at(chunk.person))}
        if person.name in met or not named <= met | {person.name} or not self._is_his(agents, told, person):
            return None
        return self._stated_of(person, told)

    @staticmethod
    def _stated_of(person: Person, told: _Told) -> Part:
        before = [one for one in person.mentions if one.first < told.first]
        mention = before[-1] if before else person.mentions[0]
        who = Chunk("person", mention.first, mention.outer, person=mention)
        received = told.clause and told.clause.frame.subject == "host" and not told.clause.hit.passive
        role = "host" if received else "participant"
        words = told.clause.words if told.clause else None
        place = None if told.clause else (told.first, told.last)
        return Part(told.meeting, Agent(0, person=mention), who, role, "present", _RULE, words, place)

    def _told(self, agents: AgentReader, clauses: Sequence[Clause]) -> Iterator[_Told]:
        chunks, kinds = agents.chunks, agents.kinds
        for clause in clauses:
            home = self.home_of.get(id(clause))
            silent = not (clause.object if clause.hit.passive else clause.subject)
            if home and silent and not clause.hit.negative:
                at = clause.hit.first
                yield _Told(home, at, chunks[at].first, chunks[clause.hit.end - 1].last, clause)
        named = [(at, chunk) for at, chunk in enumerate(chunks) if chunk.meeting] if "meeting" in kinds else ()
        for at, chunk in named:
            meeting = self.meeting_of.get(chunk.meeting) if chunk.meeting else None
            if chunk.meeting and is_of_itinerary(chunks, at):
                for one in self._named_by(chunk.meeting):
                    yield _Told(one, at, chunk.first, chunk.last, of_visit=True)
            elif meeting and meeting.kind in tables.meetings("had") and self._is_with(chunks, at):
                yield _Told(meeting, at, chunk.first, chunk.last)

    def _named_by(self, mention: MeetingMention) -> list[Meeting]:
        """The meeting that a noun names; all of them if they are several: *meetings* with P and Q."""
        several = [one for one in self._meetings if one.partner and one.mentions[0].first == mention.first]
        return several or [self.meeting_of[mention]] if mention in self.meeting_of else several

    @computed
    def _meetings(self) -> list[Meeting]:
        numbered = {one.meeting.number: one.meeting for one in self._stated}
        return list(numbered.values())

    @staticmethod
    def _is_with(chunks: Sequence[Chunk], at: int) -> bool:
        """Whether *with* follows, and no *between*."""
        behind = (chunk.text for chunk in chunks[at + 1 : at + _TO_PARTNER])
        return next((word for word in behind if word in ("with", "between")), "") == "with"

    def _is_one_sided(self, chunks: Sequence[Chunk], told: _Told) -> bool:
        """Whether all that is told of who was there is whom it was with, behind its naming in this very sentence."""
        present = [part for part in self.parts.get(told.meeting.number, ()) if part.presence == "present"]
        if (told.meeting.is_apart and not told.of_visit) or not present:
            return False
        last = chunks[-1].last
        behind = all(told.first <= part.chunk.first < last for part in present)
        return (
            behind
            and not any(self._acts(chunks, part) for part in present)
            and any(part.agent.person for part in present)
        )

    @staticmethod
    def _acts(chunks: Sequence[Chunk], part: Part) -> bool:
        """Whether one of them is the subject of what was done there: at a meeting with Q, *R discussed* trade."""
        at = next((pos for pos, chunk in enumerate(chunks) if chunk is part.chunk), None)
        if at is None or at + 1 >= len(chunks):
            return False
        back = at
        while back and (chunks[back - 1].titles or chunks[back - 1].is_word("the")):
            back -= 1
        behind = chunks[at + 1]
        verb = behind.kind == "word" and (behind.text.endswith("ed") or behind.text in tables.words("finite-verbs"))
        return verb and back > 0 and chunks[back - 1].is_word(",")

    def _is_his(self, agents: AgentReader, told: _Told, person: Person) -> bool:
        """Whether nobody else can be the subject: only a title in the singular, a pronoun, a place stand in front."""
        if not self._is_his_to_tell(agents.chunks, told):
            return False
        words = {word.casefold() for word in person.name.split()}
        for at, chunk in enumerate(agents.chunks[: told.at]):
            if chunk.titles:
                owner = agents.owner.get(chunk.first)
                if any(title.plural for title in chunk.titles.titles) or self._is_other(owner, person):
                    return False
            elif chunk.body and not self._is_governed(agents.chunks, at):
                return False
            elif chunk.is_word("they", "we", "i") or (chunk.kind == "word" and self._are_people(agents, at)):
                return False
        before = agents.chunks[told.at - 1] if told.at else None
        unread = told.clause and before and before.capital and before.kind == "word" and told.at > 1
        return not (unread and before and before.text not in words)

    @staticmethod
    def _is_his_to_tell(chunks: Sequence[Chunk], told: _Told) -> bool:
        """Whether the sentence opens with the meeting, or tells what was *at the* one, or of him as subject."""
        before = chunks[: told.at]
        if told.clause is not None:
            return any(chunk.is_word("he", "she") or chunk.titles or chunk.meeting for chunk in before)
        opens = 0 < len(before) < _OPENING and before[0].is_word(*_AT)
        return opens or (len(before) > 1 and before[-2].is_word(*_AT) and before[-1].is_word("the", "this"))

    @staticmethod
    def _are_people(agents: AgentReader, at: int) -> bool:
        """Whether people nobody names stand there, and not only in a phrase: ties *of the two countries*."""
        inside = any(chunk.is_word("of", "between", "to", "for", "in") for chunk in agents.chunks[max(0, at - 3) : at])
        return agents.links.is_of_people(at) and not inside

    def _is_other(self, mention: PersonMention | None, person: Person) -> bool:
        other = self.person_at(mention)
        return other is not None and other.name != person.name

    @staticmethod
    def _is_governed(chunks: Sequence[Chunk], at: int) -> bool:
        """Whether a preposition stands in front: *in* Norway."""
        before = [chunk for chunk in chunks[max(0, at - 2) : at] if chunk.text not in tables.words("determiners")]
        return bool(before) and before[-1].is_word("in", "at", "to", "of", "from", "with", "for", "on", "by")

    def _meeting_of(self, clause: Clause) -> Meeting | None:
        home = self.home_of.get(id(clause))
        if clause.frame.is_of_delegation:
            return next((part.meeting for part in self._stated if part.agent in clause.subject), None)
        return home or (self.meeting_of.get(clause.meeting) if clause.meeting else None)

    def _doer(self, clause: Clause) -> Person | None:
        """Who alone does it, or leads those who do."""
        alone = clause.subject[0].person if len(clause.subject) == 1 and not clause.hit.negative else None
        return self.person_at(alone) if alone and (clause.frame.is_of_delegation or not clause.hit.passive) else None

    def people(self, meeting: Meeting) -> set[str]:
        """The names of those told to have been there."""
        mentions = (part.agent.person for part in self.parts.get(meeting.number, ()))
        return {person.name for mention in mentions if (person := self.person_at(mention))}

    def person_at(self, mention: PersonMention | None) -> Person | None:
        """Who is named there."""
        return self.person_of.get(mention) if mention else None
