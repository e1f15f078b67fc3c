"""Who took part by those whom they sent: *speakers were sent by* the Agency; *teams were provided by* Norway."""

from collections.abc import Iterator

from kg.extraction.participation.agents import AgentReader
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.participation.set_phrases import SetPhrases
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning, may_stand

_RULE = "part.noun"
_ENDS = frozenset((";", ".", ":"))
_AUXILIARIES = frozenset(("was", "were", "are", "is", "been"))
_TO_NOUN = 6
"""Chunks from the beginning of a clause to the noun for those who were sent."""


class SenderParts(PartReader):
    """Reads who sent whom in one sentence."""

    def __init__(self, phrases: SetPhrases, agents: AgentReader, scene: Scene) -> None:
        super().__init__(agents, scene)
        self.phrases = phrases

    def all(self) -> Iterator[Part]:
        """A part for everybody by whom people nobody names are told to have been sent."""
        begin, last = 0, len(self.chunks) - 1
        for at in self.chunks.places(_AUXILIARIES | _ENDS) if may_stand("sent-by", self.agents.said) else ():
            chunk = self.chunks[at]
            if chunk.kind != "word" or at == last:
                continue
            if chunk.text in _ENDS:
                begin = at + 1
            elif chunk.text in _AUXILIARIES:
                hit = beginning("sent-by", self.chunks, at + 1)
                role = self._role(begin, at) if hit else None
                if hit and role:
                    yield from self._parts(begin, at, hit[0], role)

    def _parts(self, begin: int, at: int, end: int, role: str) -> Iterator[Part]:
        meeting, place = self.meeting_near(at, at + 1, 0)
        if meeting is None:
            return
        span = (self.chunks[begin].first, self.chunks[end - 1].last)
        end += self.chunks[end].is_word(":") if end < len(self.chunks) else 0
        for agent in self.agents.after(end, self.phrases.next_start(end))[0]:
            if agent.body:
                yield Part(meeting, agent, self.chunks[agent.at], role, "present", _RULE, span, place)

    def _role(self, begin: int, at: int) -> str | None:
        """What those did of whom the clause tells; None where its subject is nobody: *training for* officers was."""
        if any(chunk.is_word("no") or chunk.text in tables.words("negations") for chunk in self.chunks[begin:at]):
            return None
        roles = tables.column("inverted-cues", "role")
        for pos in range(begin, min(at, begin + _TO_NOUN)):
            chunk = self.chunks[pos]
            several = chunk.titles is not None and chunk.titles.titles[-1].plural is not None
            word = chunk.text.rpartition(" ")[2]
            gave = word.endswith("s") and roles.get(word) == "speaker"  # *facilitators* were drawn from the Agency
            if several or gave or self.agents.links.is_of_people(pos) or word in tables.words("delegation-nouns"):
                return roles.get(word, "participant")
            if chunk.kind != "word" or chunk.is_word("of", "to", "for", "with", "by", "from", "on"):
                return None
        return None
