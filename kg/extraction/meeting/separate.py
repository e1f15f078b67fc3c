"""Who took part in separate meetings: *P had meetings with Q, R and S* has P in each, the others in one of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.verbwords import noun_inside
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.parts import Part
from kg.extraction.person.people import PersonMention
from kg.extraction.words import tables

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
    """Who is named before a noun whose partners are the entries of the list below: P had *meetings*. - Q; - R.

    Or before one that says whose they were: P said so after *his meetings* with Q, or in *meetings* with Q.
    """
    for row in rows:
        for at, chunk in enumerate(row):
            if not (chunk.meeting and chunk.meeting.partners):
                continue
            if chunk.meeting.partners[0][0] >= row[-1].last or _is_his(row, at):
                yield (
                    chunk.first,
                    [one for one in row[:at] if one.person] or _behind(row, chunk.meeting.partners[-1][1]),
                )


def _behind(row: Sequence[Chunk], last: int) -> list[Chunk]:
    """Of whom the clause is told behind the comma that closes those met: After *his meetings* with Q and R, P left."""
    behind = [chunk for chunk in row if chunk.first >= last]
    return [chunk for chunk in behind if chunk.person][:1] if behind and behind[0].is_word(",") else []


def _is_his(row: Sequence[Chunk], at: int) -> bool:
    """Whether a pronoun or a preposition before a noun says that those were there of whom the clause is told."""
    leads = row[max(0, at - 2) : at]
    return any(chunk.is_word("his", "her") or chunk.text in tables.words("meeting-openers") for chunk in leads)
