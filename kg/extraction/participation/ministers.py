"""States by the holders of posts who attended, whom nobody names: attended by *the Ministers of Norway and Kenya*."""

from collections.abc import Iterator, Sequence

from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning

_RULE = "part.gather"
_OF_COMING = ("part.attend", "part.join", "part.bring")
_LEAST = 2
"""States of which a title of several tells that their holders were there, whoever these are."""
_REACH = 6
_TO_NAMES = 3
_COUNTED = 3
"""Words between *together* and the title: *together all twelve*, *together in Oslo the*."""


class MinisterParts(PartReader):
    """Reads titles of several with a list of states, where words beside it say that they were there."""

    def __init__(self, agents: AgentReader, clauses: Sequence[Clause], scene: Scene) -> None:
        super().__init__(agents, scene)
        self._came = [clause for clause in clauses if clause.frame.rule in _OF_COMING and not clause.hit.negative]

    def all(self) -> Iterator[Part]:
        """A part for each of their states."""
        for at, chunk in enumerate(self.chunks):
            title = chunk.titles.titles[-1] if chunk.titles else None
            if title is None or not title.plural:
                continue
            states, end = self._states(at)
            if (
                len(states) < _LEAST
                or self._is_named(end)
                or not (self._led(at) or self._attends(end) or self._goes_on(at))
            ):
                continue
            if self._is_taken_back(max(0, at - _REACH), end + _TO_NAMES) or title.status == "former":
                continue
            meeting, mention = self.meeting_near(at, end, _REACH)
            if meeting is None:
                continue
            for agent, held in states:
                yield Part(meeting, agent, held, "participant", "present", _RULE, (chunk.first, chunk.last), mention)

    def _is_taken_back(self, first: int, last: int) -> bool:
        """Whether words near deny it or leave it open: *should have been* attended by the Ministers."""
        if any(one.text in tables.words("negations") for one in self.chunks[first:last]):
            return True
        found = (beginning("doubts", self.chunks, at) for at in range(first, min(last, len(self.chunks))))
        return any(cue and cue[1]["where"] == "inside" for cue in found)

    def _states(self, at: int) -> tuple[Sequence[tuple[Agent, Chunk]], int]:
        """The states behind or in the title at ``at``, and where their list ends: Ministers of *Norway and Kenya*."""
        chunk = self.chunks[at]
        own = chunk.titles.titles[-1].body if chunk.titles else None
        found = []
        if own is not None and own.is_state and own.first > chunk.first:
            found.append((Agent(at, body=own), Chunk("body", own.first, own.outer, body=own)))
        end = pos = at + 1
        while pos < len(self.chunks) and self.chunks[pos].is_word(",", "and", "of", "from", "the", "as", "well"):
            pos += 1
            body = self.chunks[pos].body if pos < len(self.chunks) else None
            if body and body.is_state and not body.prefix:
                found.append((Agent(pos, body=body), self.chunks[pos]))
                end = pos = pos + 1
        return found, end

    def _is_named(self, end: int) -> bool:
        """Whether those who hold the posts are named behind: the Ministers of Norway and Kenya*, P and Q,*."""
        return any(chunk.person for chunk in self.chunks[end : end + _TO_NAMES])

    def _led(self, at: int) -> bool:
        """Whether words in front say that they were there: *attended by* the, *brought together* the Ministers."""
        lead = at - 1
        while lead > 0 and self.chunks[lead].is_word("the", "all", "both", "also"):
            lead -= 1
        if lead < 1:
            return False
        word, before = self.chunks[lead], self.chunks[lead - 1]
        if word.is_word("by"):
            return before.text in tables.words("were-there")
        if word.is_word("of"):
            return before.text in tables.words("being-there")
        together = any(one.is_word("together") for one in self.chunks[max(0, lead - _COUNTED) : lead + 1])
        return together or (word.kind == "word" and word.text in tables.words("gathering-verbs"))

    def _goes_on(self, at: int) -> bool:
        """Whether it goes on a list of those who came: attended by P, T, *the Ministers of Norway and Kenya*."""
        lead = at - 1 - (at > 1 and self.chunks[at - 1].is_word("the"))
        if not (lead > 0 and self.chunks[lead].is_word(",", ";", "and")):
            return False
        for clause in self._came:
            listed = [agent.at for agent in (*clause.subject, *clause.object) if clause.hit.at < agent.at < at]
            free = not any(pos in self.agents.verbs for pos in range(clause.hit.end, at))
            if listed and free and any(chunk.is_word("by", ":") for chunk in self.chunks[clause.hit.end : listed[0]]):
                return True
        return False

    def _attends(self, end: int) -> bool:
        """Whether a verb behind says that they were there: the Ministers of Norway and Kenya *attended*."""
        while end < len(self.chunks) and (
            self.chunks[end].is_word("have", "also", "both", ",") or self._is_adverb(end)
        ):
            end += 1
        verb = self.chunks[end] if end < len(self.chunks) else None
        return verb is not None and verb.kind == "word" and verb.text in tables.words("were-there")

    def _is_adverb(self, at: int) -> bool:
        return self.chunks[at].kind == "word" and self.chunks[at].text.endswith("ly")
