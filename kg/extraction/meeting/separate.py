"""Who took part in separate meetings: *P had meetings with Q, R and S* has P in each, the others in one of them."""

from collections.abc import Iterable, Iterator, Mapping

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.verbwords import noun_inside
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.parts import Part
from kg.extraction.person.people import PersonMention

_RULE = "part.partnered"


def of_partners(
    meetings: Iterable[Meeting], people: Mapping[tuple[int, int], PersonMention], clauses: Iterable[Clause]
) -> Iterator[Part]:
    """The parts in meetings that one noun names together; ``people`` are the mentions by their tokens."""
    named = ((clause.meeting or noun_inside(clause), clause) for clause in clauses)
    holders = {noun.first: clause for noun, clause in named if noun and noun.partners}
    for meeting in meetings:
        person = people.get(meeting.partner) if meeting.partner else None
        if person is None:
            continue
        mention = meeting.mentions[0]
        place = (mention.first, mention.last)
        chunk = Chunk("person", person.first, person.last, person=person)
        yield Part(meeting, Agent(0, person=person), chunk, "participant", "present", _RULE, None, place)
        if clause := holders.get(mention.first):
            for agent in clause.subject:
                who = clause.chunks[agent.at]
                yield Part(meeting, agent, who, "participant", "present", _RULE, clause.words, place)
