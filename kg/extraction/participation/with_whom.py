"""Who met those with whom a sentence opens: *In a meeting with Q, P* said; *After talks with Q, P* left."""

from collections.abc import Iterator
from itertools import takewhile

from kg.extraction.participation.agents import Agent
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.participation.rosters import acts, acts_behind
from kg.extraction.words import tables

_TO_THE_MEETING, _TO_WITH, _TO_THE_OTHER = 8, 10, 40
"""Chunks to the meeting with which a sentence opens, from it to *with*, and from there to who met them."""


class WithWhomParts(PartReader):
    """Reads who is the subject of one sentence that opens with a meeting with others."""

    def all(self) -> Iterator[Part]:
        """A part for whoever did something at the meeting, or after it: he had it."""
        at = self._opening()
        mention = self.chunks[at].meeting if at is not None else None
        meeting = self.scene.of(mention) if mention else None
        if at is None or mention is None or meeting is None or meeting.kind not in tables.meetings("had"):
            return
        span = (self.chunks[0].first, self.chunks[at].last)
        for agent in self._others(at, named=len(mention.parties) == 1):
            place = (mention.first, mention.last)
            yield Part(meeting, agent, self.chunks[agent.at], "participant", "present", "part.at", span, place)

    def _opening(self) -> int | None:
        """The meeting with which the sentence opens, if nobody stands before it who had it: *Kenya's* talks."""
        if not (self.chunks and self.chunks[0].text in tables.words("talks-openers")):
            return None
        for at, chunk in enumerate(self.chunks[1:_TO_THE_MEETING], 1):
            if chunk.meeting:
                return None if chunk.meeting.owned else at
            if chunk.kind != "word" or chunk.is_word(",", "who", "which", "that"):
                return None
        return None

    def _others(self, at: int, *, named: bool) -> list[Agent]:
        """The people behind a comma of whom a verb is said, behind those whom *with* names; ``named``: the noun has."""
        stop = min(len(self.chunks), at + _TO_WITH)
        lead = next((pos for pos in range(at + 1, stop) if self.chunks[pos].is_word("with", ",")), None)
        lead = at if named else lead
        if lead is None or self.chunks[lead].is_word(",") or self.chunks[at + 1].is_word("between"):
            return []
        if self._is_told_of(lead):
            return []
        for pos in range(lead + 1, min(len(self.chunks), lead + _TO_THE_OTHER)):
            if self.chunks[pos].is_word(","):
                agents, end = self.agents.after(pos + 1)
                if agents and all(agent.person for agent in agents) and acts_behind(self.chunks, end):
                    return agents
        return []

    def _is_told_of(self, lead: int) -> bool:
        """Whether the opening is a clause with a verb of its own: After talks with Q *collapsed*, P spoke."""
        inside = takewhile(lambda pos: not self.chunks[pos].is_word(","), range(lead + 1, len(self.chunks) - 1))
        return any(acts(self.chunks, pos) and not self.chunks[pos + 1].is_word("by") for pos in inside)
