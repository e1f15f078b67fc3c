"""Those who sent people, counted before they are named: officials from ten countries came, *namely A, B and C*.

Or in a sentence of its own: *The countries include A, B and C*; *they were A and B*.
"""

from collections.abc import Iterator, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.words import tables

_TO_PEOPLE, _TO_LIST, _TO_VERB = 9, 6, 5
"""Chunks from the noun back to the people, from it to its list, and from the opening of a sentence to its verb."""
_TO_LEAD = 6
"""Chunks from the people back to what says that they came."""
_LEADS = ("from", "of", "representing")
_LEAST = 2


class SpeltOutParts(PartReader):
    """Reads who is named behind a count in one sentence, or in it for the count of the one ``before``."""

    def __init__(self, agents: AgentReader, scene: Scene, before: AgentReader | None) -> None:
        super().__init__(agents, scene)
        self.before = before

    def all(self) -> Iterator[Part]:
        """A part in the meeting told of for every body or state so named."""
        for start, mark in (*self._behind_count(), *self._in_own_sentence()):
            agents = self.agents.after(start)[0]
            meeting = self._meeting()
            if meeting and len(agents) >= _LEAST and all(agent.body for agent in agents):
                span = (self.chunks[mark].first, self.chunks[mark].last)
                for agent in agents:
                    who = self.chunks[agent.at]
                    yield Part(meeting, agent, who, "participant", "present", "part.noun", span, None)

    def _behind_count(self) -> Iterator[tuple[int, int]]:
        """Where a list begins that a mark opens behind the count, and where the counted noun stands."""
        for at in _counted(self.agents) if _tells_of_coming(self.agents) else ():
            for pos in range(at + 1, min(at + _TO_LIST, len(self.chunks) - 1)):
                comma = self.chunks[pos].is_word(",") and self.chunks[pos + 1].text in tables.words("list-openers")
                if comma or self.chunks[pos].is_word("(", ":"):
                    yield pos + 1 + comma, at
                    break
                if self.chunks[pos].kind != "word" or self.chunks[pos].is_word(",", ";", "and"):
                    break

    def _in_own_sentence(self) -> Iterator[tuple[int, int]]:
        """Behind the verb of a sentence that takes up what the one before counted."""
        opens = self.chunks[0] if len(self.chunks) > _LEAST else None
        if self.before is None or opens is None or not opens.is_word("the", "these", "those", "they"):
            return
        counted = _counted(self.before) if _tells_of_coming(self.before) else ()
        nouns = {self.before.chunks[at].text for at in counted}
        verb = _first_of(self.chunks[:_TO_VERB], "spelling-out")
        if verb is None or not nouns:
            return
        said = [chunk.text for chunk in self.chunks[1:verb]]
        alone = not said and not opens.is_word("the")
        if alone or (said and said[-1] in nouns):
            yield verb + 1 + self.chunks[verb + 1].is_word(":"), verb

    def _meeting(self) -> Meeting | None:
        """The meeting that the sentence names, else the one told of."""
        named = next((chunk.meeting for chunk in self.chunks if chunk.meeting), None)
        return (self.scene.of(named) if named else None) or self.scene.last or self.scene.before or self.scene.main


def _tells_of_coming(agents: AgentReader) -> bool:
    """Whether a sentence tells of people at a meeting."""
    told = tables.words_of("attending-verbs", "gathering-verbs", "gathered-words")
    return "meeting" in agents.kinds or not agents.said.isdisjoint(told)


def _counted(agents: AgentReader) -> Iterator[int]:
    """Where those stand who sent people that came: officials from ten *countries*, no victims and no suspects."""
    chunks = agents.chunks
    if not (agents.said & tables.words("counted-senders")):
        return
    for at, chunk in enumerate(chunks):
        if chunk.kind != "word" or chunk.text not in tables.words("counted-senders"):
            continue
        near = range(at - 1, max(-1, at - _TO_PEOPLE), -1)
        leads = (pos for pos in near if pos and chunks[pos].is_word(*_LEADS))
        people = next((pos - 1 for pos in leads if agents.links.is_of_people(pos - 1)), None)
        if people is not None and _came(agents, people):
            yield at


def _came(agents: AgentReader, people: int) -> bool:
    """Whether people open the sentence or stand where those do who came: no *victims*, no *support to* officials."""
    if tables.column("label-roles", "role").get(agents.chunks[people].text) == "-":
        return False
    leads = tables.words("coming-leads")
    for pos in range(people - 1, max(-1, people - _TO_LEAD), -1):
        chunk = agents.chunks[pos]
        if chunk.text in leads or chunk.is_word(","):
            return True
        if pos in agents.verbs or chunk.kind != "word" or chunk.is_word("to", "of", "on", "in"):
            return False
    return people < _TO_LEAD


def _first_of(chunks: Sequence[Chunk], table: str) -> int | None:
    return next((at for at, chunk in enumerate(chunks) if chunk.text in tables.words(table)), None)
