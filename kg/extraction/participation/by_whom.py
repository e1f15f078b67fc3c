"""By whom something was done: *by P and Q*; by P, and on the other side *by Q*; who only came with them."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.stand_ins import behind_by
from kg.extraction.words import tables

_TO_SAID = 6
TO_BY = 14
"""Chunks between a verb and the word that leads to those who did it."""


class ByReader:
    """Reads these in one sentence; ``stop`` is where the words of the verb end."""

    def __init__(self, agents: AgentReader) -> None:
        self.chunks: Sequence[Chunk] = agents.chunks
        self.agents = agents

    def by(self, at: int, stop: int) -> tuple[Agent, ...]:
        """The list behind ``by``, and behind each *by* that goes on with it: by P, and on the other side *by Q*."""
        found: list[Agent] = []
        if [chunk.text for chunk in self.chunks[at : at + 3]] == ["as", "follows", ":"]:
            return tuple(self.agents.after(at + 3, stop)[0])
        while at < stop:
            ahead = (pos for pos in range(at, min(at + TO_BY, stop)) if self.chunks[pos].is_word("by", ";", "that"))
            by = next((pos for pos in ahead if not self._leads_to_by(pos)), None)
            if by is None or not self.chunks[by].is_word("by") or self._is_of_other(by, at):
                break
            agents, at = self.agents.after(by + 1, stop, is_list=True)
            agents, at = (agents, at) if agents else behind_by(self.agents, by + 1)
            agents, at = (agents, at) if agents else self._behind_aides(by + 1, stop)
            found += agents
            if not agents:
                break
        return tuple(found)

    def _behind_aides(self, at: int, stop: int) -> tuple[list[Agent], int]:
        """Those behind people whom nobody names: accompanied by *some of his senior aides and P*."""
        for pos in range(at, min(at + _TO_SAID + 2, stop)):
            chunk = self.chunks[pos]
            if chunk.kind != "word" or chunk.capital or pos in self.agents.verbs:
                break
            if chunk.is_word("and", ",") and pos > at and self.agents.links.is_of_people(pos - 1):
                return self.agents.after(pos + 1, stop, is_list=True)
        return [], at

    def _leads_to_by(self, mark: int) -> bool:
        """Whether an entry of a list begins with the side and *by*: were led; *on the Kenyan side: by P*."""
        words = takewhile(lambda chunk: not chunk.is_word(";", "that") and not chunk.person, self.chunks[mark + 1 :])
        line = self.chunks[mark].first == self.chunks[mark].last and self.chunks[mark].is_word(";")
        return line and any(chunk.is_word("by") for chunk in words)

    def company(self, agents: tuple[Agent, ...]) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
        """Those of a list behind *by*, and those who only came with them: led by P*, with Q and R*."""
        for number in range(1, len(agents)):
            between = self.chunks[agents[number - 1].at + 1 : agents[number].at]
            opens = [one.is_word(",", "and") and two.is_word("with", "including") for one, two in pairwise(between)]
            if any(opens) and agents[number].person:
                return agents[:number], agents[number:]
        return agents, ()

    def only_came(self, agents: tuple[Agent, ...]) -> bool:
        """Whether words say of some only that they were there: chaired by P, with Q and R *in attendance*."""
        last = agents[-1].at if agents else 0
        behind = self.chunks[last + 1 : last + _TO_SAID]
        if any(one.is_word("in") and two.is_word("attendance") for one, two in pairwise(behind)):
            return True
        there = self.chunks[agents[0].at : last] if agents else ()
        came = tables.words_of("attendee-nouns", "member-nouns")
        return any(one.text in came and two.is_word("including", "like", ":") for one, two in pairwise(there))

    def _is_of_other(self, by: int, at: int) -> bool:
        """Whether another participle has the *by*: held on Monday, said a note *issued by* B; a paper has it.

        So a dialogue held *based on* the Joint Statement by P and Q.
        """
        if any(chunk.is_among(tables.words("grounds-for-holding")) for chunk in self.chunks[at:by]):
            return True
        before = self.chunks[by - 1]
        return by > at and before.kind == "word" and before.text.endswith("ed") and before.text.isalpha()

    def place_ends(self, at: int, stop: int) -> int:
        """Behind the land to which somebody was welcomed: welcomed *to Malta* the President, Q."""
        if at + 2 >= stop or not self.chunks[at].is_word("to", "in"):
            return at
        land, following = self.chunks[at + 1 : at + 3]
        state = land.body is not None and land.body.is_state
        return at + 2 if state and (following.is_word("the") or following.titles or following.person) else at
