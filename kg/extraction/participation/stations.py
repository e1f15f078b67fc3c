"""Where the visitor of a page was besides: the programme and *the visit included* name only the others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.meeting.encounters import opens_entry
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.frames import frames
from kg.extraction.participation.itinerary import is_of_others
from kg.extraction.participation.parts import Part
from kg.extraction.participation.protagonist import ProtagonistParts
from kg.extraction.participation.rosters import is_finite
from kg.extraction.person.people import Person
from kg.extraction.words import tables

_RULE = "part.station"
_TO_OTHERS = 3
"""Chunks from a meeting to the *between* of those who had it without him."""

Stretch = tuple[int, int]


class StationParts:
    """Reads his part in what a page lists of his visit; ``story`` knows whose that is, ``inferred`` is what it says."""

    def __init__(self, story: ProtagonistParts, inferred: Sequence[Part]) -> None:
        self.story = story
        self.inferred = {part.meeting.number for part in inferred}

    def all(self) -> Iterator[Part]:
        """His part in every meeting or visit of such a row or sentence, unless others are told to have had it."""
        visit = self._visit()
        person = self.story.protagonist if visit else self._owner()
        if person is None:
            return
        told = set(self.inferred)
        for agents, clauses in self.story.rows:
            if self._heads_other(agents.chunks, person):
                return
            yield from self._entered(agents, clauses, person)
            for start, end in _entries(agents.chunks):
                for at in range(start, end):
                    mention = agents.chunks[at].meeting
                    meeting = self.story.meeting_of.get(mention) if mention else None
                    if meeting is None or meeting is visit or meeting.number in told:
                        continue
                    if self._is_his(agents, (start, end), at, meeting, person):
                        told.add(meeting.number)
                        yield self._part(agents.chunks[at], meeting, person)

    def _owner(self) -> Person | None:
        """Whose calendar the page is, by its first line: *Agenda of Minister P*, the week of 3 May; *Visit of P*."""
        chunks = self.story.rows[0][0].chunks if self.story.rows else ()
        people = [one for chunk in chunks if (one := self.story.person_at(chunk.person))]
        listed = any(_is_of_programme(chunk) or (chunk.meeting and chunk.meeting.kind == "visit") for chunk in chunks)
        others = any(chunk.meeting and chunk.meeting.kind != "visit" for chunk in chunks)
        said = any((is_finite(chunk) and not chunk.is_word("to")) or chunk.is_word(".") for chunk in chunks)
        return people[0] if listed and not (others or said) and len(people) == 1 else None

    def _entered(self, agents: AgentReader, clauses: Sequence[Clause], person: Person) -> Iterator[Part]:
        """His part in what an entry tells by its verb alone: *10.00 Meets* Minister Q; *Attends the Summit*."""
        told = [(self.story.home_of.get(id(one)), one.frame.subject) for one in clauses if _is_entry(one)]
        first = next((at for at, chunk in enumerate(agents.chunks) if chunk.text.isalpha()), 0)
        named = next((chunk.meeting for chunk in agents.chunks[first:] if chunk.meeting), None)
        home = self.story.meeting_of.get(named) if named else None
        forms = frames().get(agents.chunks[first].text, ()) if home and agents.chunks[first].kind == "word" else ()
        roles = [frame.subject for form, frame in forms if form == "s" and frame.meeting in ("object", "main")]
        for meeting, role in told or [(home, roles[0])] if told or roles else ():
            if meeting and role and person.name not in self.story.people(meeting) and not meeting.is_apart:
                yield replace(self._part(agents.chunks[first], meeting, person), role=role)

    def _visit(self) -> Meeting | None:
        """The one visit that he is told to have paid."""
        person = self.story.protagonist
        paid = {
            part.meeting.number: part.meeting
            for parts in self.story.parts.values()
            for part in parts
            if person and part.meeting.kind == "visit" and part.role == "participant" and part.presence == "present"
            if (mine := self.story.person_at(part.agent.person)) and mine.name == person.name
        }
        return next(iter(paid.values())) if len(paid) == 1 else None

    def _part(self, chunk: Chunk, meeting: Meeting, person: Person) -> Part:
        before = [one for one in person.mentions if one.first < chunk.first]
        mention = before[-1] if before else person.mentions[0]
        who = Chunk("person", mention.first, mention.outer, person=mention)
        place, role = (chunk.first, chunk.last), "speaker" if _is_lecture(chunk) else "participant"
        return Part(meeting, Agent(0, person=mention), who, role, "present", _RULE, None, place)

    def _is_his(self, agents: AgentReader, entry: Stretch, at: int, meeting: Meeting, person: Person) -> bool:
        """Whether an entry tells of a meeting of his: it opens with it or with his visit, and names no one else."""
        start, end = entry
        if meeting.is_apart or not (meeting.kind in tables.meetings("had") or _is_lecture(agents.chunks[at])):
            return False
        present = [part for part in self.story.parts.get(meeting.number, ()) if part.presence == "present"]
        inside = agents.chunks[at].first, agents.chunks[end - 1].last
        if any(
            not inside[0] <= part.chunk.first < inside[1] or part.role not in ("participant", "host")
            for part in present
        ):
            return False
        housed = any(one.opens_line and one.title_last > one.last for one in meeting.mentions)
        if person.name in self.story.people(meeting) or not (present or housed or meeting.kind == "visit"):
            return False
        if is_of_others(agents.chunks[start:at]):
            return False
        if any(chunk.is_word("between", "by") for chunk in agents.chunks[at + 1 : at + 1 + _TO_OTHERS]):
            return False
        listed = agents.chunks[start:end]
        named = {one.name for chunk in listed if (one := self.story.person_at(chunk.person))}
        told = (mine for c in listed if c.meeting and (mine := self.story.meeting_of.get(c.meeting)))
        met = {name for one in told for name in self.story.people(one)}
        return named - met <= {person.name} and self._opens(agents, agents.chunks[start:at])

    def _heads_other(self, chunks: Sequence[Chunk], person: Person) -> bool:
        """Whether a line is the heading of another's programme: *Programme of Minister P*."""
        if any(chunk.meeting or is_finite(chunk) for chunk in chunks):
            return False
        others = (one for chunk in chunks if (one := self.story.person_at(chunk.person)))
        return any(map(_is_of_programme, chunks)) and any(one.name != person.name for one in others)

    def _opens(self, agents: AgentReader, before: Sequence[Chunk]) -> bool:
        """Whether nothing stands before a meeting but when and where it is, others of the kind, or the visit."""
        verb = False
        for at, chunk in enumerate(before):
            if chunk.kind == "word" and chunk.text in tables.words("station-breaks"):
                return False
            if chunk.is_word("followed") and not any(one.is_word("by") for one in before[at + 1 : at + 3]):
                return False  # the visit *followed* a meeting
            verb = (
                verb
                or (is_finite(chunk) and not chunk.is_word("then"))
                or (chunk.kind == "word" and chunk.text.endswith(("ed", "ing")))
            )
            if chunk.body and not (at and before[at - 1].is_word("in", "at", "to", "of", "the")):
                return False
            if chunk.titles and any(title.plural for title in chunk.titles.titles):
                return False
            if chunk.kind == "word" and agents.links.is_of_people(at):
                return False
        visits = any((one.meeting and one.meeting.kind == "visit") or _is_of_programme(one) for one in before)
        return visits or not verb


def _is_entry(clause: Clause) -> bool:
    """Whether a clause of nobody is an entry of a calendar."""
    return not clause.subject and opens_entry(clause)


def _is_lecture(chunk: Chunk) -> bool:
    """Whether a speech given in a house is named there: *address* at the Institute."""
    return chunk.meeting is not None and chunk.noun in tables.words("lectures")


def _is_of_programme(chunk: Chunk) -> bool:
    """Whether a word lists the stations of a visit: the *programme* included a meeting, *followed* by talks."""
    return chunk.text in tables.words("itinerary-nouns") or chunk.is_word("followed")


def _entries(chunks: Sequence[Chunk]) -> Iterator[Stretch]:
    """The entries of a row: what stands between its semicolons."""
    start = 0
    for at, chunk in enumerate(chunks):
        if chunk.is_word(";"):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(chunks):
        yield start, len(chunks)
