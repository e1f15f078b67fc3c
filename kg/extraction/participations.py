"""Who took part in which meeting, in what role: triggers of the lexicon, their voice, and the lists beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction import tables
from kg.extraction.agents import Agent, AgentReader
from kg.extraction.chunks import Chunk
from kg.extraction.encounters import Encounter
from kg.extraction.meetings import Meeting, MeetingMention
from kg.extraction.people import PersonMention

_GAP = "\u2026"
_WIDEST_GAP = 8
_DELEGATIONS = frozenset(("delegation", "delegations", "side"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that say somebody takes part: the role, on which side the agents stand, what else must hold."""

    words: tuple[str, ...]
    role: str
    agents: str
    meeting: str
    presence: str
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """One agent's part in one meeting, with the tokens of the trigger and of the meeting's mention."""

    meeting: Meeting
    agent: Agent
    chunk: Chunk
    role: str
    presence: str
    rule: str
    trigger: tuple[int, int] | None
    mention: tuple[int, int] | None


@cache
def triggers() -> dict[str, list[Trigger]]:
    """The triggers of ``triggers.tsv`` by their first word, longest first."""
    return {
        first: [
            Trigger(words, row["role"], row["agents"], row["meeting"], row["presence"] or "present", row["rule"])
            for words, row in same
        ]
        for first, same in tables.by_first_word("triggers").items()
    }


class ParticipationReader:
    """Reads the parts in one sentence. ``meeting_of`` finds the meeting of a mention, ``main`` is the main event."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        owner: Mapping[int, PersonMention],
        meeting_of: Mapping[MeetingMention, Meeting],
        main: Meeting | None,
    ) -> None:
        self.chunks = chunks
        self.meeting_of = meeting_of
        self.main = main
        self.agents = AgentReader(chunks, owner)
        self._last_subject: list[Agent] = []

    def all(self) -> Iterator[Part]:
        """Every part the sentence states, in order of the triggers."""
        yield from self._parties()
        yield from self._delegates()
        at = 0
        while at < len(self.chunks):
            trigger = self._trigger_at(at)
            if trigger is None:
                at += 1
                continue
            yield from self._of_trigger(trigger[0], at, trigger[1])
            at += 1

    def _trigger_at(self, at: int) -> tuple[Trigger, int] | None:
        """The longest trigger that begins at chunk ``at``, and where it ends."""
        for trigger in triggers().get(self.chunks[at].text, ()) if self.chunks[at].kind == "word" else ():
            end = self._matches(trigger.words, at)
            if end is not None:
                return trigger, end
        return None

    def _next(self, at: int) -> int:
        """Where the next trigger begins: a list does not run across it."""
        return next((pos for pos in range(at, len(self.chunks)) if self._trigger_at(pos)), len(self.chunks))

    def _matches(self, words: tuple[str, ...], at: int) -> int | None:
        for number, word in enumerate(words):
            if word == _GAP:
                rest = words[number + 1 :]
                ends = (self._matches(rest, start) for start in range(at, min(at + _WIDEST_GAP, len(self.chunks))))
                return next((end for end in ends if end is not None), None)
            if at >= len(self.chunks) or not self.chunks[at].is_word(word):
                return None
            at += 1
        return at

    def _of_trigger(self, trigger: Trigger, at: int, end: int) -> Iterator[Part]:
        mention = self._mention(trigger, at, end)
        meeting = self.meeting_of.get(mention) if mention else None
        pronoun = end < len(self.chunks) and self.chunks[end].is_word("it", "them")
        if meeting is None and mention is None and (trigger.meeting == "main" or pronoun):
            meeting = None if self._speaks_of_a_body(at) else self.main
        if meeting is None:
            return
        agents = self._subject(at) if trigger.agents in ("before", "both") else []
        if trigger.agents in ("after", "both"):
            agents = [*agents, *self.agents.after(end, self._next(end))[0]]
        role = trigger.role
        if role == "held":
            role = "participant" if len(agents) > 1 or (mention and self._has_partner(mention)) else "organiser"
        if role == "chair" and len(agents) > 1:
            role = "co-chair"
        span = (self.chunks[at].first, self.chunks[end - 1].last)
        place = (mention.first, mention.last) if mention else None
        for agent in agents:
            yield Part(meeting, agent, self.chunks[agent.at], role, trigger.presence, trigger.name, span, place)

    def _speaks_of_a_body(self, at: int) -> bool:
        """Whether a relative clause says it of a standing body: the Harbour Forum, *which Norway has co-chaired*."""
        which = next((pos for pos in range(at - 1, 0, -1) if self.chunks[pos].is_word("which", ";")), 0)
        before = [chunk for chunk in self.chunks[max(0, which - 2) : which] if not chunk.is_word(",")]
        return self.chunks[which].is_word("which") and bool(before) and before[-1].body is not None

    def _subject(self, at: int) -> list[Agent]:
        """The subject of a verb; after *and* it is that of the verb before: P opened the session *and chaired* it."""
        agents = self.agents.before(at)
        if not agents and at and self.chunks[at - 1].is_word("and", "also", "then"):
            agents = self._last_subject
        if agents:
            self._last_subject = agents
        return agents

    def _mention(self, trigger: Trigger, at: int, end: int) -> MeetingMention | None:
        """The meeting the trigger speaks of: right behind it, before it, or none (then the main event)."""
        if trigger.meeting == "after":
            for chunk in self.chunks[end : end + 12]:
                if chunk.meeting:
                    return chunk.meeting
                if chunk.is_word(";", "that", "which", "who"):
                    return None
            return None
        before = [chunk.meeting for chunk in self.chunks[:at] if chunk.meeting]
        if before:
            return before[-1]
        if trigger.agents == "before":
            return next((chunk.meeting for chunk in self.chunks[end : end + 8] if chunk.meeting), None)
        return None

    def _delegates(self) -> Iterator[Part]:
        """``the Pakistani delegation``, ``the EU side``: whoever has one takes part in the main event."""
        for at, chunk in enumerate(self.chunks[:-1]):
            following = self.chunks[at + 1]
            if chunk.body and self.main and following.kind == "word" and following.text in _DELEGATIONS:
                span = (following.first, following.last)
                yield Part(
                    self.main, Agent(at, body=chunk.body), chunk, "participant", "present", "part.delegates", span, None
                )

    def _has_partner(self, mention: MeetingMention) -> bool:
        return bool(mention.parties) or mention.name_last > mention.last

    def _parties(self) -> Iterator[Part]:
        """``dialogue between A and B``, ``meeting with P``: those named inside the mention, or right behind it."""
        for at, chunk in enumerate(self.chunks):
            meeting = self.meeting_of.get(chunk.meeting) if chunk.meeting else None
            if chunk.meeting and meeting:
                for body in chunk.meeting.parties:
                    inner = Chunk("body", body.first, body.outer, body=body)
                    yield Part(
                        meeting, Agent(at, body=body), inner, "participant", "present", "part.between", None,
                        (chunk.meeting.first, chunk.meeting.last),
                    )  # fmt: skip
                if chunk.meeting.name_last > chunk.meeting.last and at + 2 < len(self.chunks):
                    for agent in self.agents.after(at + 2, self._next(at + 2))[0]:
                        yield Part(
                            meeting, agent, self.chunks[agent.at], "participant", "present", "part.partnered", None,
                            (chunk.meeting.first, chunk.meeting.last),
                        )  # fmt: skip


def of_encounter(encounter: Encounter, meeting: Meeting) -> Iterator[Part]:
    """The parts that a verb of meeting gives to those before and after it; a state visited is a place, no host."""
    verb, chunks = encounter.verb, encounter.chunks
    span = (chunks[encounter.at].first, chunks[encounter.end - 1].last)
    sides = [(encounter.subjects, verb.subject), (encounter.objects, verb.object)]
    for agents, role in sides:
        for agent in agents:
            if not (role == "host" and verb.kind == "visit" and agent.body and agent.body.is_state):
                yield Part(meeting, agent, chunks[agent.at], role, "present", verb.rule, span, span)
