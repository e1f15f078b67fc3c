"""Which body is at its own session by *its*: the Board *began its* session; P spoke to the Board *at its* meeting."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.words import tables

_KINDS = ("session", "meeting")
"""What a body has of its own: its *session*, its *meeting*; a conference or a course is held for others."""
_TO_NOUN = 4
"""Chunks from *its* to the meeting: its *first special* session."""
_TO_LEAD = 3
_TO_MEETING = 3
"""Chunks of a line from the body to its session: *Reef Committee, 12th meeting*."""
_LINE = 16
"""Chunks of such a line, the day and the town behind."""


def is_of_its_own(chunks: Sequence[Chunk], meeting: Meeting) -> bool:
    """Whether these chunks call a meeting that of the body spoken of: met in Oslo *for its 17th meeting*."""
    named = {mention.first for mention in meeting.mentions}
    return any(its.is_word("its") and one.meeting is not None and one.first in named for its, one in pairwise(chunks))


class OwnSessionParts(PartReader):
    """Reads these parts in one sentence."""

    def all(self) -> Iterator[Part]:
        """A part for every body whose session is named behind *its*, or in a line behind the body's name alone."""
        yield from self._headed()
        for at, chunk in enumerate(self.chunks) if "its" in self.agents.said else ():
            meeting = self.scene.meeting_of.get(chunk.meeting) if chunk.meeting else None
            its = self._its(at) if meeting and meeting.kind in _KINDS and not meeting.is_between else None
            if meeting is None or its is None or not self._leads(its):
                continue
            role = "organiser" if self.chunks[its - 1].text.startswith("launch") else "participant"
            for owner in self._owners(its):
                span = (self.chunks[its].first, chunk.last)
                yield Part(meeting, owner, self.chunks[owner.at], role, "present", "part.theirs", span, span)

    def _headed(self) -> Iterator[Part]:
        """The body of a line that numbers its session: *Reef Committee, 12th meeting*, 3 May 2024."""
        if len(self.chunks) < _TO_MEETING or len(self.chunks) > _LINE or self.agents.verbs:
            return
        body, mark, named = self.chunks[:_TO_MEETING]
        meeting = self.scene.meeting_of.get(named.meeting) if named.meeting else None
        if meeting is None or named.meeting is None or body.body is None or body.body.is_state:
            return
        numbered = named.meeting.ordinal is not None and not named.meeting.is_named and meeting.kind in _KINDS
        if numbered and not meeting.is_between and mark.is_word(",", ":", "-", "\u2013", "\u2014"):
            span = (named.first, named.last)
            yield Part(meeting, Agent(0, body=body.body), body, "participant", "present", "part.theirs", span, span)

    def _its(self, at: int) -> int | None:
        """Where *its* stands in front of the meeting at ``at``, with nothing but words between the two."""
        for pos in range(at - 1, max(-1, at - _TO_NOUN - 1), -1):
            if self.chunks[pos].kind != "word":
                return None
            if self.chunks[pos].is_word("its"):
                return pos
        return None

    def _leads(self, its: int) -> bool:
        """Whether it is said of one who was there: *began its*, *at its* session; not: spoke *of its* session."""
        before = (chunk for chunk in self.chunks[max(0, its - _TO_LEAD) : its] if not chunk.text.endswith("ly"))
        said = [chunk.text for chunk in before]
        return bool(said) and said[-1] in tables.words("own-session-leads")

    def _owners(self, its: int) -> list[Agent]:
        """The one body named in front of *its*; where the sentence opens with it, the one it is said of."""
        named = [agent for item in self.agents.items if item.last <= its for agent in item.agents]
        bodies = [agent for agent in named if agent.body and not agent.body.is_state]
        if len(bodies) == 1:
            return bodies
        if bodies or its > 1:
            return []
        comma = next((pos for pos in range(its, len(self.chunks)) if self.chunks[pos].is_word(",")), None)
        behind = self.agents.after(comma + 1)[0] if comma is not None else []
        alone = len(behind) == 1 and behind[0].body is not None and not behind[0].body.is_state
        return behind if alone else []
