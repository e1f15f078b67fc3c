"""Who takes part in what a programme has next, by the hour at which he arrives: *10:20 Minister P arrives*."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk, of_sentence
from kg.extraction.participation.parts import Part
from kg.extraction.text.hours import timed
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_FEWEST = 2
"""Lines of arrivals by which a programme shows that those who arrive come to what it has next."""


def arrivals(page: Page, begins: Sequence[Chunk | None], meetings: Sequence[Meeting]) -> Iterator[Part]:
    """The parts of those who arrive in the meeting of the next line that names one."""
    lines = page.kept(timed)
    rows = ((number, of_sentence(begins, page.sentences[number])) for number in lines)
    come = [(number, people) for number, chunks in rows if (people := _arriving(page, chunks))]
    if len(come) < _FEWEST:
        return
    of_line = {page.sentence_of(one.first): meeting for meeting in meetings for one in meeting.mentions}
    named = [number for number in lines if number in of_line]
    for number, people in come:
        at = bisect_right(named, number)
        for chunk in people if at < len(named) else ():
            agent = Agent(0, person=chunk.person)
            yield Part(of_line[named[at]], agent, chunk, "participant", "present", "part.agenda", None, None)


def _arriving(page: Page, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The people who arrive by a line: P *arrives*; *Arrival of* P."""
    first = next((chunk for chunk in chunks if chunk.person or chunk.text.isalpha()), None)
    if first is None or any(chunk.meeting for chunk in chunks):
        return []
    people = [chunk for chunk in chunks if chunk.person and chunk.last < len(page.tokens)]
    if first.text in ("arrival", "arrivals"):
        return people
    return [chunk for chunk in people if page.tokens[chunk.last].lower in tables.words("arrives-verbs")]
