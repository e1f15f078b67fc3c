"""Who spoke at the meeting told of right before, by *there*: *There,* P said so; gaps must close, P said *there*."""

from collections.abc import Iterator, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning

_TO_THE_VERB = 3
"""Chunks from those listed to the verb: P *also then* said."""


class ThereParts(PartReader):
    """Reads these parts in one sentence; ``before`` is the sentence before."""

    def __init__(self, agents: AgentReader, scene: Scene, before: AgentReader | None) -> None:
        super().__init__(agents, scene)
        self.before = before

    def all(self) -> Iterator[Part]:
        """A part for every person of whom a verb of speech is said there."""
        meeting = self.scene.last if "there" in self.agents.said else None
        if meeting is None or meeting.kind in tables.meetings("lone"):
            return
        role = "speaker" if meeting.kind in tables.meetings("audience") - tables.meetings("seated") else "participant"
        for at, chunk in enumerate(self.chunks):
            if not chunk.is_word("there"):
                continue
            span = (chunk.first, chunk.last)
            for agent in self._opened(at, meeting) or self._said(at):
                yield Part(meeting, agent, self.chunks[agent.at], role, "present", "part.at", span, None)

    def _opened(self, at: int, meeting: Meeting) -> Sequence[Agent]:
        """*There, P and Q* said: of the meeting that the sentence right before names, no place."""
        if at or not self.before or not any(self._is_of(chunk.meeting, meeting) for chunk in self.before.chunks):
            return ()
        start = 1 + sum(one.is_word(",", "too", "also") for one in self.chunks[1:3])
        found, end = self.agents.after(start)
        other = end in self.agents.verbs  # *There* P shared the chair: its clause says what he did
        return [agent for agent in found if agent.person] if self._speaks(end) and not other else ()

    def _is_of(self, mention: object, meeting: Meeting) -> bool:
        return any(mention is one for one in meeting.mentions)

    def _said(self, at: int) -> Sequence[Agent]:
        """P *said there*."""
        if at < 1 or self.chunks[at - 1].text not in tables.words("speech-verbs"):
            return ()
        return [agent for agent in self.agents.before(at - 1) if agent.person]

    def _speaks(self, end: int) -> bool:
        """Whether a verb of speech stands at ``end``, adverbs passed over."""
        for at in range(end, min(end + _TO_THE_VERB, len(self.chunks))):
            if beginning("reporting-phrases", self.chunks, at) is not None:
                return True
            if self.chunks[at].text in tables.words("speech-verbs"):
                return True
        return False
