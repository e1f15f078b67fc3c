"""Who spoke at the meeting a text is about, by what he is reported to have said: P *underlined* the role of ports."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.participation.sayings import is_thing
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning, may_stand

_TO_WORK = 5
"""Chunks of: In a recent newspaper article."""
_IN_TURN = 3
"""People reported of whom a text tells that they spoke one after the other: their meeting had an audience."""


class ReportedParts(PartReader):
    """Reads those of whom one sentence of prose reports what they said; a quotation alone makes nobody a speaker."""

    def __init__(self, agents: AgentReader, scene: Scene, told: Sequence[Part] = ()) -> None:
        super().__init__(agents, scene)
        self.told = told

    def all(self) -> Iterator[Part]:
        """A part in the main event for whoever is the subject of a verb of speech."""
        yield from self._of_those_told()
        yield from self._in_main()

    def _of_those_told(self) -> Iterator[Part]:
        """The Council was represented there by P*, who reported* on ports: he spoke where his clause says he was."""
        for at, chunk in enumerate(self.chunks) if self.told and "who" in self.agents.said else ():
            if not (chunk.is_word("who") and at + 1 < len(self.chunks) and self._reports(at + 1)):
                continue
            item = self.agents.ending_at(at - self.chunks[at - 1].is_word(","))
            named = {agent.at for agent in item.agents if agent.person} if item else set()
            for part in self.told:
                heard = part.presence == "present" and part.meeting.kind in tables.meetings("audience")
                if part.agent.at in named and len(named) == 1 and heard:
                    span = (self.chunks[at + 1].first, self.chunks[at + 1].last)
                    yield replace(part, role="speaker", rule="part.reported", trigger=span)

    def _in_main(self) -> Iterator[Part]:
        meeting = self._meeting() if self.says(tables.words("speech-verbs")) or self._says_phrase else None
        if meeting and (self._is_elsewhere(meeting) or self._is_of_work):
            return
        verbs, phrases = tables.words("speech-verbs"), tables.first_words("reporting-phrases")
        telling = (
            (at, chunk)
            for at, chunk in enumerate(self.chunks)
            if chunk.meeting or chunk.text in verbs or chunk.text in phrases
        )
        for at, chunk in telling if meeting else ():
            if chunk.meeting and self.scene.of(chunk.meeting) is not meeting:
                return  # at another, P spoke
            if meeting and chunk.kind == "word" and self._reports(at):
                for agent in self.agents.before(at):
                    if agent.person:
                        span = (chunk.first, chunk.last)
                        who = self.chunks[agent.at]
                        yield Part(meeting, agent, who, "speaker", "present", "part.reported", span, None)

    def _is_elsewhere(self, meeting: Meeting) -> bool:
        """Whether the sentence says at what else it was said: P spoke *at the opening ceremony*."""
        for at, chunk in enumerate(self.chunks) if "meeting" in self.agents.kinds else ():
            if chunk.meeting and self.scene.of(chunk.meeting) is not meeting:
                before = self.chunks[max(0, at - 2) : at]
                if before and before[-1].is_word("the", "its", "their"):
                    before = before[:-1]
                if before and before[-1].is_word("at", "during"):
                    return True
        return False

    @property
    def _is_there(self) -> bool:
        """Whether it begins by telling when, at the meeting, it was said: *At the opening,* P thanked the hosts."""
        led = beginning("occasion-leads", self.chunks, 0)
        return led is not None and self.chunks[led[0]].is_word(",")  # at the opening *of an office* he did so there

    @property
    def _is_of_work(self) -> bool:
        """Whether it opens with what somebody wrote: *In his book*, P argued; *In an article for the Tide Review*."""
        words = [chunk.text for chunk in self.chunks[:_TO_WORK]]
        return words[:1] == ["in"] and not tables.words("written-works").isdisjoint(words)

    @property
    def _says_phrase(self) -> bool:
        return may_stand("reporting-phrases", self.agents.said)

    def _meeting(self) -> Meeting | None:
        """The main event, if no other was told of last, and no text is told of that nobody spoke.

        Where a part of it was told of last, its paragraph goes on: *in the opening segment* P spoke. Q *noted* …
        Of talks the paragraph that names them tells who was there; who is reported in one of his own was there too.
        """
        meeting, last = self.scene.main, self.scene.last or self.scene.before
        if meeting is not None and last is not None and last is not meeting and _is_sitting(last):
            meeting = last = self.scene.last or meeting
        if meeting is None or (last or meeting) is not meeting or self.says(tables.words("unspoken-words")):
            return None
        return meeting if meeting.kind in tables.meetings("audience") or self.scene.last is None else None

    def _is_of_coming(self, at: int) -> bool:
        """Whether it only says that somebody comes: P *confirmed her participation* in it."""
        his, noun = [*self.chunks[at + 1 : at + 3], *(None, None)][:2]
        own = his is not None and (his.text in tables.words("possessives") or his.is_word("the"))
        return own and noun is not None and noun.text in tables.words("attending-nouns")

    def _reports(self, at: int) -> bool:
        """Whether a verb of speech stands at ``at`` that tells of this occasion, not of one before or to come."""
        word = self.chunks[at].text
        if word not in tables.words("speech-verbs") and word not in tables.by_first_word("reporting-phrases"):
            return False
        if is_thing(self.chunks, at) or self._is_of_coming(at):
            return False
        verb = word in tables.words("speech-verbs") and (word not in tables.words("quoting-verbs") or self._is_there)
        led = at > 0 and (
            self.chunks[at - 1].is_word("had", "to") or self.chunks[at - 1].text in tables.words("modals")
        )
        return not led and (verb or beginning("reporting-phrases", self.chunks, at) is not None)


def _is_sitting(meeting: Meeting) -> bool:
    """Whether it is a part of a meeting in which one sits and speaks in turn: a *segment*, a *session*, no ceremony."""
    return meeting.is_part and meeting.name.split()[-1].casefold() in tables.words("sittings")


def unless_told(
    reported: Iterable[Part], found: Sequence[Part], name_of: Callable[[Agent], str | None]
) -> Iterator[Part]:
    """What is added by those of whom something is reported: they address an audience, or take part in talks.

    Who chairs a meeting speaks there, of course; and of talks only those are added of whom nothing else is said.
    """
    told = {(part.meeting.number, name_of(part.agent)) for part in found if part.role in ("chair", "co-chair")}
    busy = {name_of(part.agent) for part in found}
    reported = list(reported)
    people, sayings = {name_of(part.agent) for part in reported}, {part.trigger for part in reported}
    in_turn = min(len(people), len(sayings)) >= _IN_TURN
    heard = {part.meeting.number for part in found if part.role == "speaker"}
    for part in reported:
        kind, name = part.meeting.kind, name_of(part.agent)
        if kind in tables.meetings("audience"):
            if (part.meeting.number, name) not in told:
                yield part
        elif name not in busy and kind not in tables.meetings("lone"):
            many = (in_turn or part.meeting.number in heard) and kind in tables.meetings("wide")
            yield part if many else replace(part, role="participant", rule="part.reported/talks")
