"""Who took part by what they did there: *during the workshop,* officials from Norway and Kenya learned of tides."""

from collections.abc import Iterator

from kg.extraction.participation.items import Agent
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.participation.rosters import describes, is_finite
from kg.extraction.words import tables

_LEADS = ("at", "during", "throughout", "in")
_TO_NOUN = 10
_TO_COMMA = 24
_TO_LIST = 8
_TO_VERB = 4
_NOT_THERE = ("to", "before", "after", "ahead", "since")
_AWAY = ("absent", "invited", "not", "unable", "missing", "n't", "asked", "excused", "barred")


class DuringParts(PartReader):
    """Reads the bodies and states from which people came who did something while a meeting went on."""

    def all(self) -> Iterator[Part]:
        """A part for each of the list that is the subject behind the comma."""
        if not (self.chunks and self.chunks[0].is_word(*_LEADS)):
            return
        at = next((at for at, chunk in enumerate(self.chunks[:_TO_NOUN]) if chunk.meeting), None)
        mention = self.chunks[at].meeting if at is not None else None
        meeting = self.scene.of(mention) if mention else None
        if at is None or mention is None or meeting is None:
            return
        if any(chunk.is_word(*_NOT_THERE) for chunk in self.chunks[:at]):
            return  # in the run-up *to* the workshop
        if meeting.kind in tables.meetings("talked") or meeting.kind in tables.meetings("deed"):
            return
        for pos in range(at + 1, min(at + _TO_COMMA, len(self.chunks) - 1)):
            if self.chunks[pos].is_word(",") and (came := self._came(pos + 1)):
                for agent in came:
                    yield Part(
                        meeting, agent, self.chunks[agent.at], "participant", "present", "part.at",
                        (self.chunks[0].first, self.chunks[0].last), (mention.first, mention.last),
                    )  # fmt: skip
                return

    def _came(self, at: int) -> list[Agent]:
        """Those of *officials from A, B and C* at ``at``, or of *officials from three countries (A, B and C)*."""
        stop = min(at + _TO_LIST, len(self.chunks))
        bracket = next((pos for pos in range(at, stop) if self.chunks[pos].is_word("(")), None)
        first = at if bracket is None else bracket + 1
        found, end = self.agents.after(first)
        if not found or any(agent.person for agent in found) or not self._are_people(at, found[0].at):
            return []
        if bracket is not None:
            if not (end < len(self.chunks) and self.chunks[end].is_word(")")):
                return []
            end += 1
        return found if self._do(end) else []

    def _are_people(self, at: int, body: int) -> bool:
        """Whether the words in front of the first are of people who come from it: *police officers of* Norway."""
        lead = range(at, body)
        people = next((pos for pos in lead if self.agents.links.is_of_people(pos)), body)
        if any(self.chunks[pos].is_word("of") for pos in range(at, people)):
            return False  # the release *of* officials
        return people < body and any(self.chunks[pos].is_word("from", "of", "representing") for pos in lead)

    def _do(self, at: int) -> bool:
        """Whether a verb of theirs follows, and not that they were away."""
        behind = self.chunks[at : at + _TO_VERB]
        if not behind or any(chunk.text in _AWAY for chunk in behind):
            return False
        verb = behind[0]
        if verb.text in tables.words("modals") or describes(self.chunks, at):
            return False
        return is_finite(verb) or (verb.kind == "word" and not verb.capital and verb.text.endswith("ed"))
