"""Who took part by *between*: talks *between P and Q*; a meeting was held today *between P and the heads of B*."""

from collections.abc import Iterator

from kg.extraction.participation.frame_words import is_when_or_where
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.words import tables

_BACK = 10
"""Chunks between a meeting and the *between* that is said of it: was held in the capital today."""


class BetweenParts(PartReader):
    """Reads those between whom a meeting was; bodies right behind its name are parties of its naming."""

    def all(self) -> Iterator[Part]:
        """A part for everybody of each list behind *between*."""
        for at, chunk in enumerate(self.chunks):
            place = self._meeting_before(at) if chunk.is_word("between") else None
            mention = self.chunks[place].meeting if place is not None else None
            meeting = self.scene.of(mention) if mention else None
            agents = self.agents.after(at + 1)[0] if meeting else []
            signed = meeting is not None and meeting.kind == "signing"
            sent = bool(agents) and self._sent(at, agents[0].at)
            named = signed or sent or self._is_held(place, at) or any(agent.person for agent in agents)
            if meeting and mention and len(agents) > 1 and named:
                for agent in agents:
                    role = "signatory" if signed else "participant"
                    yield Part(
                        meeting, agent, self.chunks[agent.at], role, "present", "part.between",
                        (chunk.first, chunk.last), (mention.first, mention.last),
                    )  # fmt: skip

    def _is_held(self, place: int | None, at: int) -> bool:
        """Whether a verb parts the meeting from its parties: a meeting *was held* in Oslo between A and B."""
        between = self.chunks[(place or 0) + 1 : at]
        return any(one.text in tables.words("held-words") for one in between)

    def _sent(self, at: int, first: int) -> bool:
        """Whether people nobody names came from those listed: between ministers and *officials from* A, B and C."""
        lead = first - 1 - self.chunks[first - 1].is_word("the")
        return lead - 1 > at and self.chunks[lead].is_word("from", "of") and self.agents.links.is_of_people(lead - 1)

    def _meeting_before(self, at: int) -> int | None:
        """The meeting of which *between* is said: right before it, or the subject of the words that lead to it."""
        for pos in range(at - 1, max(-1, at - _BACK), -1):
            chunk = self.chunks[pos]
            if chunk.meeting:
                between = self.chunks[pos + 1 : at]
                return pos if self._is_held(pos, at) or all(map(is_when_or_where, between)) else None
            if chunk.kind not in ("word", "body") or chunk.is_word(";", ":", ".", "that", "which", "who"):
                return None
        return None
