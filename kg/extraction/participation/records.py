"""Who took part by records of whom somebody met: those under *Met with*, and the one whose records they are."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.records import those_met
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part
from kg.extraction.person.people import Person, PersonMention
from kg.extraction.text.page import Page

_RULE = "part.recorded"
_TO_BY = 6
"""Tokens back to the *by* of who appointed somebody, and is not the one whose records follow."""


def of_records(
    page: Page,
    begins: Sequence[Chunk | None],
    meetings: Sequence[Meeting],
    person_of: Mapping[PersonMention, Person],
) -> Iterator[Part]:
    """The parts in the meetings of records."""
    recorded = [(one, mention) for one in meetings for mention in one.mentions if mention.recorded]
    owner = _owner(page, person_of, min(mention.first for _, mention in recorded)) if recorded else None
    for meeting, mention in recorded:
        span = (mention.first, mention.last)
        chunks = [chunk for at in range(*those_met(page, mention)) if (chunk := begins[at])]
        people = [chunk for chunk in chunks if chunk.person] or [chunk for chunk in chunks if chunk.body]
        for chunk in people:
            agent = Agent(0, person=chunk.person) if chunk.person else Agent(0, body=chunk.body)
            yield Part(meeting, agent, chunk, "participant", "present", _RULE, span, None)
        if owner and person_of.get(owner) not in [person_of.get(one.person) for one in people if one.person]:
            who = Chunk("person", owner.first, owner.outer, person=owner)
            yield Part(meeting, Agent(0, person=owner), who, "participant", "present", _RULE, span, None)


def _owner(page: Page, person_of: Mapping[PersonMention, Person], first: int) -> PersonMention | None:
    """The one person named above the records, who appointed him aside; unique or nothing."""
    above = [one for one in person_of if one.first < first and not _is_behind_by(page, one.first)]
    names = {person_of[one].name for one in above}
    return min(above, key=lambda one: one.first) if len(names) == 1 else None


def _is_behind_by(page: Page, at: int) -> bool:
    index = page.sentence_of(at)
    start = page.sentences[index].first if index is not None else at
    return any(token.lower == "by" for token in page.tokens[max(start, at - _TO_BY) : at])
