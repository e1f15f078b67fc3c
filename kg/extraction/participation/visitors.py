"""Who paid a visit during which he met others: P met Q *during an official visit to Oslo*; of Q received, Q."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.parts import Part
from kg.extraction.participation.protagonist import Row
from kg.extraction.words import tables

_RULE = "part.visit"
_TO_LEAD = 6
"""Chunks from the word that says that it was on a visit to its naming: in the framework of his first official."""
_OTHERS = ("latter", "latter's", "their", "'s")


class VisitorParts:
    """Reads these parts; ``found`` are those told, and a visit of which somebody has part is left as it is."""

    def __init__(
        self,
        rows: Sequence[Row],
        meeting_of: Mapping[MeetingMention, Meeting],
        home_of: Mapping[int, Meeting],
        found: Sequence[Part],
    ) -> None:
        self.rows = rows
        self.meeting_of = meeting_of
        self.home_of = home_of
        self.paid = {part.meeting.number for part in found}

    def all(self) -> Iterator[Part]:
        """A part for the one visitor of each visit."""
        for agents, clauses in self.rows:
            if "meeting" not in agents.kinds:
                continue
            for at, chunk in enumerate(agents.chunks):
                visit = self.meeting_of.get(chunk.meeting) if chunk.meeting else None
                if visit is None or visit.kind != "visit" or visit.number in self.paid or visit.is_apart:
                    continue
                if not _is_on_it(agents.chunks, at):
                    continue
                visitors = {id(who.person): (clause, who) for clause, who in self._visitors(clauses, visit)}
                if len(visitors) == 1:
                    clause, who = next(iter(visitors.values()))
                    self.paid.add(visit.number)
                    place = (chunk.first, chunk.last)
                    yield Part(visit, who, clause.chunks[who.at], "participant", "present", _RULE, clause.words, place)

    def _visitors(self, clauses: Sequence[Clause], visit: Meeting) -> Iterator[tuple[Clause, Agent]]:
        """Who met or called on somebody by the words of a sentence, or was received."""
        for clause in clauses:
            home = self.home_of.get(id(clause))
            if home is None or home is visit or home.kind not in tables.meetings("had") or clause.hit.negative:
                continue
            guests = clause.object if clause.frame.subject == "host" else clause.subject
            people = [agent for agent in guests if agent.person]
            if len(people) == 1 == len(guests):
                yield clause, people[0]


def _is_on_it(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether words say that something was on the visit named at ``at``: *during an official* visit."""
    lead = [chunk.text for chunk in chunks[max(0, at - _TO_LEAD) : at] if chunk.kind == "word"]
    on = [place for place, word in enumerate(lead) if word in tables.words("visit-leads")]
    return bool(on) and not any(word in _OTHERS for word in lead[on[-1] :])
