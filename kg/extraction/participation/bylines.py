"""Who spoke, on the line below the title of a speech: *Remarks at the Summit*, and below it *P, Director*."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part
from kg.extraction.participation.protagonist import Row
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_TITLES = ("headline", "heading")
_TO_NOUN = 3
"""Chunks of a headline in which the speech is named: *Ministerial keynote address* at the Summit."""


def bylines(page: Page, rows: Sequence[Row], meeting_of: Mapping[MeetingMention, Meeting]) -> Iterator[Part]:
    """A part for whoever is named right below the title of a speech given at a meeting."""
    if page.said.isdisjoint(tables.words("speech-nouns")):
        return
    titles = takewhile(lambda chunks: chunks and _is_title(page, chunks), (agents.chunks for agents, _ in rows))
    for title, line in pairwise(titles):
        at = _speech(title)
        mention = _meeting(title[at + 1 :]) if at is not None else None
        who = _speaker(line)
        meeting = meeting_of.get(mention) if mention else None
        if at is not None and mention and meeting and who is not None:
            agent, span = Agent(who, person=line[who].person), (title[0].first, title[at].last)
            place = (mention.first, mention.last)
            yield Part(meeting, agent, line[who], "speaker", "present", "part.address", span, place)


def _is_title(page: Page, chunks: Sequence[Chunk]) -> bool:
    index = page.sentence_of(chunks[0].first)
    return index is not None and page.sentences[index].block.kind in _TITLES


def _speech(title: Sequence[Chunk]) -> int | None:
    """Where a title names a speech, if it opens with one and names nobody: *Opening remarks* at the Summit."""
    if any(chunk.person for chunk in title):
        return None
    nouns = tables.words("speech-nouns")
    spoken = (at for at, (one, led) in enumerate(pairwise(title[: _TO_NOUN + 1])) if one.text in nouns and _leads(led))
    return next(spoken, None)


def _leads(chunk: Chunk) -> bool:
    return chunk.is_word("at", "to", "before")


def _meeting(chunks: Sequence[Chunk]) -> MeetingMention | None:
    """The meeting named behind the word that leads to it: at *the Summit*."""
    named = next((chunk for chunk in chunks[1:] if not chunk.is_word("the")), None)
    return named.meeting if named else None


def _speaker(line: Sequence[Chunk]) -> int | None:
    """Where the only person of a line stands, if it holds nothing but who that is: *Director P, Tide Agency*."""
    people = [at for at, chunk in enumerate(line) if chunk.person]
    named = all(not chunk.meeting and (chunk.kind != "word" or _joins(chunk)) for chunk in line)
    return people[0] if len(people) == 1 and named else None


def _joins(chunk: Chunk) -> bool:
    return chunk.is_word("by", ",", "(", ")", "of", "the", "and", ":", "-", "\u2013", "\u2014")
