"""Who took part in separate meetings: *P had meetings with Q, R and S* has P in each, the others in one of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.verbwords import noun_inside
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.parts import Part
from kg.extraction.person.people import PersonMention

_RULE = "part.partnered"


def of_partners(
    meetings: Iterable[Meeting],
    people: Mapping[tuple[int, int], PersonMention],
    clauses: Iterable[Iterable[Clause]],
    rows: Iterable[Sequence[Chunk]],
) -> Iterator[Part]:
    """The parts in meetings that one noun names together; ``people`` are the mentions by their tokens."""
    named = ((clause.meeting or noun_inside(clause), clause) for row in clauses for clause in row)
    holders = {noun.first: clause for noun, clause in named if noun and noun.partners}
    before = dict(_introduced(rows))
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
        elif len(had := before.get(mention.first, [])) == 1 and had[0].person != person:
            agent = Agent(0, person=had[0].person)
            yield Part(meeting, agent, had[0], "participant", "present", _RULE, None, place)


def _introduced(rows: Iterable[Sequence[Chunk]]) -> Iterator[tuple[int, list[Chunk]]]:
    """Who is named before a noun whose partners are the entries of the list below: P had *meetings*. - Q; - R."""
    for row in rows:
        for at, chunk in enumerate(row):
            if chunk.meeting and chunk.meeting.partners and chunk.meeting.partners[0][0] >= row[-1].last:
                yield chunk.first, [one for one in row[:at] if one.person]
