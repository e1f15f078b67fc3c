"""Who took part by a sentence not understood: people with titles listed together, in a text that tells of one meeting.

A word of being there must stand in the sentence (*attended*, *the speakers*), or no verb at all: an entry, a caption.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.doubts import is_doubtful
from kg.extraction.participation.frames import frames
from kg.extraction.participation.items import Item
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning

_BESIDE = 2
"""Chunks between a name and its title."""
_SEVERAL = 2
_THERE, _SPEAKER = "participant", "speaker"


class UnsaidParts(PartReader):
    """Reads the lists of people of one sentence; ``alone`` says that the text tells of one meeting only."""

    def __init__(self, agents: AgentReader, scene: Scene, *, alone: bool) -> None:
        super().__init__(agents, scene)
        self.alone = alone

    def all(self) -> Iterator[tuple[Part, ...]]:
        """The parts that those of each list may have; only :func:`unless_said` knows whether other words say more."""
        if "person" not in self.agents.kinds or len([one for one in self.chunks if one.person]) < _SEVERAL:
            return
        meeting = self._meeting()
        for items in self.agents.lists() if meeting else ():
            people = [agent for item in items for agent in item.agents if agent.person]
            if meeting and self._may_be_there(people) and self._says_so and not self._is_told(items, meeting):
                role = self._role(items[0].first, meeting)
                yield tuple(self._part(agent, role, meeting) for agent in people)

    @computed
    def _says_so(self) -> bool:
        """Whether a word of being there stands in the sentence, or no verb does; and nothing that takes it back."""
        words = [chunk for chunk in self.chunks if chunk.kind == "word"]
        if any(chunk.text in tables.words("negations") or is_doubtful(chunk.text) for chunk in words):
            return False
        return self._sign is not None or all(_is_no_verb(chunk) for chunk in words)

    @computed
    def _sign(self) -> tuple[int, int] | None:
        """The word of being there, as tokens."""
        signs = tables.words("presence-signs")
        return next(((c.first, c.last) for c in self.chunks if c.kind == "word" and c.text in signs), None)

    def _meeting(self) -> Meeting | None:
        """The main meeting, if the sentence names it alone; that told of before, if there is no other."""
        named = {mention: self.scene.of(mention) for chunk in self.chunks if (mention := chunk.meeting)}
        told = {meeting.number: meeting for meeting in named.values() if meeting}
        if len(told) == 1 and (self.alone or self.scene.main in told.values()):
            return next(iter(told.values()))
        return self.scene.before if self.alone and not named else None

    def _may_be_there(self, people: Sequence[Agent]) -> bool:
        """Whether several are listed, most with a title."""
        titled = sum(any(c.titles for c in self.chunks[max(0, p.at - _BESIDE) : p.at + _BESIDE + 1]) for p in people)
        return len(people) >= _SEVERAL and 2 * titled >= len(people)

    def _is_told(self, items: Sequence[Item], meeting: Meeting) -> bool:
        """Whether words say what they did: they were *invited*; they *said* something; a visitor *met* them."""
        before = {chunk.text for chunk in self.chunks[: items[0].first] if chunk.kind == "word"}
        told = [frame for word in before for _, frame in frames().get(word, ())]
        apart = [frame for frame in told if frame.meeting == "own" and frame.kind != meeting.kind]
        if any(frame.rule == "part.invite" for frame in told) or (apart and meeting.kind in tables.meetings("lone")):
            return True
        behind = next((chunk for chunk in self.chunks[items[-1].last :] if not chunk.is_word(",", ")")), None)
        return behind is not None and behind.text in tables.words_of("speech-verbs", "quoting-verbs")

    def _role(self, first: int, meeting: Meeting) -> str:
        """What the last words before them call them (*the speakers*, P and Q), else what those named do at its kind."""
        role, at = "", 0
        while at < first:
            found = beginning("inverted-cues", self.chunks, at)
            at, role = (found[0], found[1]["role"]) if found else (at + 1, role)
        said = (frame for chunk in self.chunks[:first] for _, frame in frames().get(chunk.text, ()))
        came = any(frame.rule == "part.attend" and not frame.rest for frame in said)
        usual = "signatory" if meeting.kind == "signing" else _SPEAKER if _is_taught(meeting) and not came else _THERE
        return role or usual

    def _part(self, agent: Agent, role: str, meeting: Meeting) -> Part:
        return Part(meeting, agent, self.chunks[agent.at], role, "present", "part.unsaid", self._sign, None)


def _is_no_verb(chunk: Chunk) -> bool:
    """Whether a word is a name, a mark or a small word: what entries and captions are made of."""
    return chunk.capital or not chunk.text[0].isalpha() or chunk.text in tables.words("function-words")


def _is_taught(meeting: Meeting) -> bool:
    """Whether some teach, whom a text names, and others listen; in an exercise everybody takes part."""
    return meeting.kind in tables.meetings("taught") & tables.meetings("attended")


def unless_said(
    lists: Iterable[Sequence[Part]],
    found: Sequence[Part],
    name_of: Callable[[Agent], str | None],
    ahead: Container[int],
) -> Iterator[Part]:
    """The parts of those of whom nothing else is told, nor of the others of their list but that they were there too.

    Whom a text announces will speak.

    ``ahead`` has the numbers of meetings still to come.
    """
    told: dict[str | None, list[Part]] = {}
    for part in found:
        told.setdefault(name_of(part.agent), []).append(part)
    for parts in lists:
        names = [name_of(part.agent) for part in parts]
        elsewhere = (other for name in names for other in told.get(name, ()) if not _is_there(other, parts[0].meeting))
        if any(elsewhere):
            continue
        for name, part in zip(names, parts, strict=True):
            announced = part.role == _THERE and part.meeting.number in ahead
            if name not in told:
                yield replace(part, role=_SPEAKER) if announced else part


def _is_there(part: Part, meeting: Meeting) -> bool:
    return part.meeting is meeting and part.presence == "present"
