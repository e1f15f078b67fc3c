"""Who speaks by the programme: people below a line with the hour (*9.05 am: Keynote*), or told of under *Speakers*."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Agent, Item
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.participation.rosters import heads_roster, is_finite, label_role
from kg.extraction.participation.set_phrases import SetPhrases
from kg.extraction.text.blocks import Block
from kg.extraction.text.hours import timed
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_HEADINGS = ("headline", "heading", "item")
_TO_PERSON = 4
"""Chunks in front of whom an entry names: [ moderator ] P."""


def is_programme(page: Page) -> bool:
    """Whether at least two lines of a page begin with the hour, and so list what is on when."""
    return len(page.kept(timed)) > 1


class Biographies:
    """The paragraphs under *Speakers* that tell of one person each: *P is the Director of B*."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.role: str | None = None
        self.heading = (0, 0)

    def note(self, chunks: Sequence[Chunk], block: Block | None) -> None:
        """Keep in mind a heading over those who speak; a heading over others ends it."""
        if block is None or block.kind not in _HEADINGS:
            return
        label = [chunk for chunk in chunks if not chunk.is_word(":", ";")]
        if not label or not heads_roster(label):
            return
        role = label_role(label)
        self.role = role if role in ("speaker", "moderator") else None
        self.heading = (label[0].first, label[-1].last)

    def part(self, chunks: Sequence[Chunk], block: Block | None, meeting: Meeting | None) -> Part | None:
        """The part of the one of whom a paragraph begins to tell."""
        if self.role is None or meeting is None or block is None or block.kind != "prose" or len(chunks) < 3:
            return None
        person, opens = chunks[0].person, self.page.at(block.start) == chunks[0].first
        if person is None or not opens or not is_finite(chunks[1]) or any(chunk.meeting for chunk in chunks):
            return None
        return Part(
            meeting, Agent(0, person=person), chunks[0], self.role, "present", "part.heading", self.heading, None
        )


class AgendaParts(PartReader):
    """Reads those listed under an item of the programme that names a meeting."""

    def __init__(self, phrases: SetPhrases, agents: AgentReader, scene: Scene) -> None:
        super().__init__(agents, scene)
        self.phrases = phrases

    def all(self) -> Iterator[Part]:
        """``Panel I: its title; P, T; Q, T (Moderator)``: those listed under an item of the programme."""
        if "meeting" not in self.agents.kinds:
            return
        head = next((at for at, chunk in enumerate(self.chunks[:8]) if chunk.meeting), None)
        named = self.chunks[head].meeting if head is not None else None
        if (
            head is None
            or named is None
            or head + 1 >= len(self.chunks)
            or not self.chunks[head + 1].is_word(":", ";", "(")
        ):
            return
        meeting = self.scene.of(named)
        listed = [item for item in self.agents.items if item.first > head and not item.inner]
        people = [item for item in listed if any(agent.person for agent in item.agents)]
        if meeting is None or meeting.kind not in tables.meetings("audience") or self.phrases.read or len(people) < 2:
            return
        place = (self.chunks[head].first, self.chunks[head].last)
        present = any(chunk.text in tables.words("those-there") for chunk in self.chunks[:head])
        for item in people:
            moderates = any(label_role([one]) == "moderator" or one.text == "chair" for one in self._entry(item.first))
            heard = meeting.kind in ("session", "briefing") or self.scene.session is not None
            speaks = heard and not present
            role = "moderator" if moderates else "speaker" if speaks else "participant"
            for agent in item.agents:
                yield Part(meeting, agent, self.chunks[agent.at], role, "present", "part.agenda", None, place)

    def _entry(self, at: int) -> Iterator[Chunk]:
        """What the entry around a chunk says beside names: its label, what stands in brackets."""
        first = next((pos for pos in range(at, 0, -1) if self.chunks[pos - 1].is_word(";")), 0)
        return (one for one in takewhile(lambda chunk: not chunk.is_word(";"), self.chunks[first:]) if one.text)


class ProgrammeParts(PartReader):
    """Reads the speakers of one entry of a programme."""

    def all(self) -> Iterator[Part]:
        """A part for everybody named at the beginning of a line, in the session that the hour heads."""
        session = self.scene.session
        if session is None or any(chunk.meeting or is_finite(chunk) for chunk in self.chunks):
            return
        if session.kind not in tables.meetings("audience"):
            return
        for item in self.agents.items:
            role = self._role(item)
            for agent in item.agents if not item.inner else ():
                if agent.person and role:
                    yield Part(session, agent, self.chunks[agent.at], role, "present", "part.agenda", None, None)

    def _role(self, item: Item) -> str | None:
        """What whoever opens an entry does there: [moderator] P; Q (moderator); none, if a label or nobody opens it."""
        first = next((at for at in range(item.first, 0, -1) if self.chunks[at - 1].is_word(";")), 0)
        lead = self.chunks[first : item.agents[0].at] if item.agents else ()
        if len(lead) > _TO_PERSON or any(chunk.is_word(",", ":") or chunk.body or chunk.person for chunk in lead):
            return None
        entry = takewhile(lambda chunk: not chunk.is_word(";"), self.chunks[first:])
        role = label_role([*lead, *_asides(list(entry))])
        return "speaker" if role == "participant" else role


def _asides(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """What stands alone in brackets: P, T *(moderator)*."""
    for before, chunk, behind in zip(chunks, chunks[1:], chunks[2:], strict=False):
        if before.is_word("(", "[") and behind.is_word(")", "]"):
            yield chunk
