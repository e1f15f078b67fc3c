"""Who spoke at the meeting a text is about, by what he is reported to have said: P *underlined* the role of ports."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.words import tables

_QUOTES = ('"', "\u201c", "\u201d")


class ReportedParts(PartReader):
    """Reads the speakers of one sentence of prose; a quotation alone makes nobody one."""

    def all(self) -> Iterator[Part]:
        """A part in the main event for whoever is the subject of a verb of speech."""
        meeting = self._meeting()
        for at, chunk in enumerate(self.chunks) if meeting else ():
            if meeting and chunk.kind == "word" and self._reports(chunk.text):
                for agent in self.agents.before(at):
                    if agent.person:
                        span = (chunk.first, chunk.last)
                        who = self.chunks[agent.at]
                        yield Part(meeting, agent, who, "speaker", "present", "part.reported", span, None)

    def _meeting(self) -> Meeting | None:
        """The main event, if it has an audience and no other was told of last or is named here."""
        meeting, last = self.scene.main, self.scene.last or self.scene.before
        if meeting is None or meeting.kind not in tables.meetings("audience") or (last or meeting) is not meeting:
            return None
        if any(chunk.text in _QUOTES for chunk in self.chunks):
            return None
        named = (self.scene.of(chunk.meeting) for chunk in self.chunks if chunk.meeting)
        return meeting if all(one is meeting for one in named) else None

    @staticmethod
    def _reports(word: str) -> bool:
        return word in tables.words("speech-verbs") and word not in tables.words("quoting-verbs")


def unless_told(
    reported: Iterable[Part], found: Sequence[Part], name_of: Callable[[Agent], str | None]
) -> Iterator[Part]:
    """Those of whom nothing else is said: who chairs a meeting speaks there, of course."""
    told = {(part.meeting.number, name_of(part.agent)) for part in found if part.role in ("chair", "co-chair")}
    for part in reported:
        if (part.meeting.number, name_of(part.agent)) not in told:
            yield part
