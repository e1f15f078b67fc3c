"""Who took part in which meeting, in what role: the clauses that say so, and the set phrases of the lexicon."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.rosters import labelled_lists, side_lists
from kg.extraction.words import tables

_GAP = "\u2026"
_WIDEST_GAP = 8
_NEAR, _MAIN = "/near", "/main"
"""How far the words of a clause are from those that name its meeting: a rule of its own for each."""
_HEADING = 4  # chunks that a heading over a list has at most
_DELEGATIONS = frozenset(("delegation", "delegations", "side"))
_OF_PEOPLE = frozenset(("speaker", "moderator", "chair", "co-chair"))
_PRESENCES = frozenset(("invited", "absent", "message", "represented"))


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


@cache
def _by_two_words() -> dict[str, tuple[dict[str, list[Trigger]], list[Trigger]]]:
    """The triggers by their first word: by their second, and those for which any may follow; longest first."""
    found = {}
    for first, same in triggers().items():
        free = [trigger for trigger in same if len(trigger.words) == 1 or trigger.words[1] in (_GAP, ":")]
        seconds = {trigger.words[1] for trigger in same if len(trigger.words) > 1}
        fits = {word: [t for t in same if t in free or t.words[1] == word] for word in sorted(seconds)}
        found[first] = fits, free
    return found


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence can be about: the meeting of each mention, that told of last, and the main event."""

    meeting_of: Mapping[MeetingMention, Meeting]
    home_of: Mapping[int, Meeting]
    last: Meeting | None
    main: Meeting | None
    before: Meeting | None = None
    """The one told of last, in whichever block."""
    word_of: Callable[[MeetingMention], str] = lambda mention: mention.kind
    """The noun of a mention."""

    def of(self, mention: MeetingMention) -> Meeting | None:
        """The meeting that a mention means; *the event*, if no one meeting is known for it, is the one told of."""
        known = self.meeting_of.get(mention)
        if known or not (mention.definite and mention.is_short):
            return known
        told = self.last or self.main
        if told is None:
            return None
        words = {self.word_of(mine) for mine in told.mentions}
        word = self.word_of(mention)
        return told if word in words or word in tables.words("generic-meetings") else None


def of_clauses(clauses: Sequence[Clause], scene: Scene) -> Iterator[Part]:
    """The parts that the clauses of one sentence state; ``scene.home_of`` has the encounters, by the clause."""
    stand_ins = _stand_ins(clauses)
    for clause in clauses:
        meeting, how = _meeting_of(clause, scene)
        if meeting:
            for part in _parts(clause, meeting):
                agent = stand_ins.get(part.agent.at) if clause.frame.object != "represented" else None
                rule = part.rule + how
                yield (
                    replace(part, rule=rule, agent=agent, chunk=clause.chunks[agent.at])
                    if agent
                    else replace(part, rule=rule)
                )


def _stand_ins(clauses: Sequence[Clause]) -> dict[int, Agent]:
    """By the chunk of a person who is represented, who stands for him: P, *represented by Q*, opened it."""
    return {
        absent.at: clause.subject[0]
        for clause in clauses
        if clause.frame.object == "represented" and len(clause.subject) == 1 and clause.subject[0].person
        for absent in clause.object
        if absent.person
    }


def _meeting_of(clause: Clause, scene: Scene) -> tuple[Meeting | None, str]:
    """The meeting a clause speaks of, and how it was found: named in it, told of near, or the main event."""
    home = scene.home_of.get(id(clause))
    if home:
        return home, ""
    if clause.frame.meeting == "own" and (clause.frame.object == "host" or clause.frame.kind == "signing"):
        return None, ""  # an appeal ("called on states to"), a paper signed while the meeting went on
    if clause.meeting:
        return scene.of(clause.meeting), "" if clause.meeting in scene.meeting_of else _NEAR
    if clause.of_body or clause.frame.meeting == "own":
        return None, ""
    told = clause.is_it or clause.frame.meeting == "main" or (clause.frame.meeting == "bare" and clause.is_bare)
    if not told:
        return None, ""
    before = [
        chunk.meeting
        for chunk in clause.chunks[: clause.hit.first]
        if chunk.meeting and chunk.meeting in scene.meeting_of
    ]
    if before:
        return scene.meeting_of[before[-1]], _NEAR
    near = (scene.before if clause.is_it else None) or scene.last
    return (near, _NEAR) if near else (scene.main, _MAIN)


def _parts(clause: Clause, meeting: Meeting) -> Iterator[Part]:
    frame, hit = clause.frame, clause.hit
    if frame.rule == "part.represent" and hit.form in ("s", "base") and not clause.meeting and not hit.infinitive:
        return  # a standing fact: he represents Norway in the Council
    role = frame.subject
    if role == "held":
        role = _of_holders(clause, meeting)
    if frame.rule == "part.speak.said" and meeting.kind not in tables.words("audience-kinds"):
        role = "participant"  # at a visit or in talks whoever speaks takes part
    presence = "absent" if hit.negative else "invited" if hit.asked else frame.presence or "present"
    if not (hit.negative and hit.passive):
        yield from _of(clause, meeting, clause.subject, role, presence)
    if not hit.negative:
        yield from _of(clause, meeting, clause.object, frame.object, "present")
        partner = "participant" if frame.partner == "organiser" and not clause.joint else frame.partner
        yield from _of(clause, meeting, clause.partners, partner, "present")


def _of_holders(clause: Clause, meeting: Meeting) -> str:
    """The role of those who held it: a body holds its session, people and sides their talks."""
    if meeting.kind in tables.words("audience-kinds") and meeting.kind != "exercise":
        return "organiser"
    agencies = [agent for agent in clause.subject if agent.body and not agent.body.is_state]
    if len(agencies) > 2 and len(agencies) == len(clause.subject) and not clause.partners:
        return "organiser"
    several = len(clause.subject) > 1 or clause.partners or (clause.meeting and clause.meeting.parties)
    alone = len(clause.subject) == 1 and clause.subject[0].person is not None
    return "participant" if several or alone else "organiser"


def _of(clause: Clause, meeting: Meeting, agents: Sequence[Agent], role: str, presence: str) -> Iterator[Part]:
    mention = (clause.meeting.first, clause.meeting.last) if clause.meeting else None
    for agent in agents if role else ():
        own_role, own_presence = role, presence
        if role in _PRESENCES:
            own_role, own_presence = "participant", role
        if own_presence == "represented":
            own_presence = "absent" if agent.person else "present"
        if own_role == "host" and clause.frame.kind == "visit" and agent.body and agent.body.is_state:
            continue  # a state visited is a place, no host
        if clause.frame.rule == "part.begin" and agent.body:
            continue  # a body that begins its meeting addresses nobody
        chunk = clause.chunks[agent.at]
        yield Part(meeting, agent, chunk, own_role, own_presence, clause.frame.rule, clause.words, mention)


class PhraseParts:
    """Reads the parts that set phrases state in one sentence: *co-chairs: P and Q*, *in the presence of P*."""

    def __init__(self, chunks: Sequence[Chunk], agents: AgentReader, clauses: Sequence[Clause], scene: Scene) -> None:
        self.chunks = chunks
        self.agents = agents
        self.scene = scene
        self._clauses = clauses
        self._begins = {clause.begins for clause in clauses}
        self._read = {at for clause in clauses for at in range(clause.hit.first, clause.hit.end)}
        self._next_start = self._starts()

    def all(self) -> Iterator[Part]:
        """Every part, in order of the phrases."""
        yield from self._parties()
        yield from self._delegates()
        yield from self._sides()
        yield from self._labelled()
        yield from self._at_meeting()
        yield from self._agenda()
        for at, trigger, end in self._hits:
            yield from self._of_trigger(trigger, at, end)

    def _starts(self) -> list[int]:
        """For every chunk where the next phrase begins: a list does not run across it."""
        self._hits: list[tuple[int, Trigger, int]] = []
        for at in range(len(self.chunks)):
            if at not in self._read and (hit := self._trigger_at(at)):
                self._hits.append((at, *hit))
        following, found = len(self.chunks), [0] * (len(self.chunks) + 1)
        begins = {at for at, _, _ in self._hits} | self._read | self._begins
        for at in range(len(self.chunks), -1, -1):
            following = at if at in begins else following
            found[at] = following
        return found

    def _trigger_at(self, at: int) -> tuple[Trigger, int] | None:
        """The longest trigger that begins at chunk ``at``, and where it ends."""
        if self.chunks[at].text not in _by_two_words():
            return None
        fits, free = _by_two_words()[self.chunks[at].text]
        for trigger in fits.get(self.chunks[at + 1].text, free) if at + 1 < len(self.chunks) else free:
            end = self._matches(trigger.words, at)
            if end is not None:
                return trigger, end
        return None

    def _matches(self, words: tuple[str, ...], at: int) -> int | None:
        for number, word in enumerate(words):
            if word == _GAP:
                rest = words[number + 1 :]
                ends = (self._matches(rest, start) for start in range(at, min(at + _WIDEST_GAP, len(self.chunks))))
                return next((end for end in ends if end is not None), None)
            if at >= len(self.chunks) or not self._says(at, word):
                return None
            at += 1
        return at

    def _says(self, at: int, word: str) -> bool:
        """Whether a chunk is this word; the end of a heading's line does for a colon."""
        text = self.chunks[at].text
        return text == word or (
            word == ":" and text == ";" and at <= _HEADING and self.chunks[at].first == self.chunks[at].last
        )

    def _of_trigger(self, trigger: Trigger, at: int, end: int) -> Iterator[Part]:
        mention = self._mention(trigger, at, end)
        meeting = self.scene.of(mention) if mention else None
        if meeting is None and mention is None and trigger.meeting == "main":
            near = self.scene.before if trigger.name == "part.heading" else None
            meeting = None if self._speaks_of_a_body(at) else near or self.scene.last or self.scene.main
        if meeting is None:
            return
        agents = self._before(trigger, at)
        if trigger.agents in ("after", "both"):
            agents = [*agents, *self.agents.after(end, self._next_start[end])[0]]
        if trigger.name == "part.heading" and trigger.role in _OF_PEOPLE and any(agent.person for agent in agents):
            agents = [agent for agent in agents if agent.person]
        role = "co-chair" if trigger.role == "chair" and len(agents) > 1 else trigger.role
        span = (self.chunks[at].first, self.chunks[end - 1].last)
        place = (mention.first, mention.last) if mention else None
        for agent in agents:
            presence = trigger.presence
            if presence == "represented":
                if agent.person:
                    continue  # whether he was away, the words do not say
                presence = "present"
            own = "participant" if agent.body and role == "head-of-delegation" else role
            yield Part(meeting, agent, self.chunks[agent.at], own, presence, trigger.name, span, place)

    def _before(self, trigger: Trigger, at: int) -> list[Agent]:
        """The agents in front: the subject, the list that ends there, or the first of the sentence."""
        if trigger.agents in ("before", "both"):
            return self.agents.before(at)
        if trigger.agents == "list":
            return [agent for item in self.agents.items_before(at) for agent in item.agents]
        if trigger.agents == "sentence":
            first = self.agents.items[:1]
            opens = first and not any(
                chunk.text in tables.words("function-words") for chunk in self.chunks[: first[0].first]
            )
            return [agent for item in first for agent in item.agents if agent.person and opens]
        return []

    def _speaks_of_a_body(self, at: int) -> bool:
        """Whether a relative clause says it of a standing body: the Harbour Forum, *which Norway has co-chaired*."""
        which = next((pos for pos in range(at - 1, 0, -1) if self.chunks[pos].is_word("which", ";")), 0)
        before = [chunk for chunk in self.chunks[max(0, which - 2) : which] if not chunk.is_word(",")]
        return self.chunks[which].is_word("which") and bool(before) and before[-1].body is not None

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
        main = self.scene.last or self.scene.main
        for at, chunk in enumerate(self.chunks[:-1]):
            following = self.chunks[at + 1]
            behind = chunk.is_word(*_DELEGATIONS) and following.is_word("of", "from")
            named = next(
                (pos for pos in (at + 2, at + 3) if behind and pos < len(self.chunks) and self.chunks[pos].body), None
            )
            if named and main and self.chunks[at + 2].is_word("the") == (named == at + 3):
                body = self.chunks[named]
                agent = Agent(named, body=body.body)
                yield Part(
                    main, agent, body, "participant", "present", "part.delegates", (chunk.first, chunk.last), None
                )
            if chunk.body and main and following.kind == "word" and following.text in _DELEGATIONS:
                span = (following.first, following.last)
                yield Part(
                    main, Agent(at, body=chunk.body), chunk, "participant", "present", "part.delegates", span, None
                )

    def _sides(self) -> Iterator[Part]:
        """``Kenyan side: P, T; Q, T``: those listed under the name of a side."""
        main = self.scene.last or self.scene.main
        for head, start in side_lists(self.chunks) if main else ():
            span = (self.chunks[head].first, self.chunks[start - 2].last)
            for agent in self.agents.after(start, self._next_start[start])[0]:
                if agent.person and main:
                    chunk = self.chunks[agent.at]
                    yield Part(main, agent, chunk, "participant", "present", "part.heading", span, None)

    def _labelled(self) -> Iterator[Part]:
        """``Round the table: P, T; Q, T; R, T``: several people listed behind words that introduce them."""
        main = self.scene.last or self.scene.main
        told = {agent.at for clause in self._clauses for agent in (*clause.subject, *clause.object, *clause.partners)}
        for label, start, role in labelled_lists(self.chunks) if main else ():
            if any(label <= at < start or at < label < end for at, _, end in self._hits):
                continue
            agents, _ = self.agents.after(start, self._next_start[start])
            people = [agent for agent in agents if agent.person]
            if len(people) < 2 or told & {agent.at for agent in people}:
                continue
            span = (self.chunks[label].first, self.chunks[start - 2].last)
            listed = agents if role == "participant" else people
            for agent in listed:
                assert main is not None  # there are no lists without one
                yield Part(main, agent, self.chunks[agent.at], role, "present", "part.labelled", span, None)

    def _at_meeting(self) -> Iterator[Part]:
        """``At the session P recalled``: who speaks at a meeting that opens the sentence."""
        if not self.chunks or not self.chunks[0].is_word("at", "during", "opening", "addressing"):
            return
        for at, chunk in enumerate(self.chunks[:6]):
            meeting = self.scene.of(chunk.meeting) if chunk.meeting else None
            if meeting:
                start = at + 2 if at + 1 < len(self.chunks) and self.chunks[at + 1].is_word(",") else at + 1
                agents, end = self.agents.after(start, self._next_start[start])
                speaks = any(c.text in tables.words("speech-verbs") for c in self.chunks[end : end + 3])
                opens = any(c.text in ("opening", "closing", "inaugural", "ceremony") for c in self.chunks[: at + 1])
                opens = opens or self.scene.word_of(chunk.meeting) == "ceremony" if chunk.meeting else opens
                role = "speaker" if opens or meeting.kind in tables.words("audience-kinds") else "participant"
                span = (self.chunks[0].first, chunk.last)
                for agent in agents if speaks else ():
                    if agent.person:
                        yield Part(meeting, agent, self.chunks[agent.at], role, "present", "part.at", span, span)

    def _agenda(self) -> Iterator[Part]:
        """``Panel I: its title; P, T; Q, T (Moderator)``: those listed under an item of the programme."""
        head = next((at for at, chunk in enumerate(self.chunks[:8]) if chunk.meeting), None)
        if head is None or head + 1 >= len(self.chunks) or not self.chunks[head + 1].is_word(":", ";", "("):
            return
        meeting = self.scene.of(self.chunks[head].meeting) if self.chunks[head].meeting else None  # type: ignore[arg-type]
        listed = [item for item in self.agents.items if item.first > head and not item.inner]
        people = [item for item in listed if any(agent.person for agent in item.agents)]
        if meeting is None or meeting.kind not in tables.words("audience-kinds") or self._read or len(people) < 2:
            return
        place = (self.chunks[head].first, self.chunks[head].last)
        for item in people:
            entry = takewhile(lambda c: not c.is_word(";"), self.chunks[item.first :])
            moderates = any(c.text in ("moderator", "chair") for c in entry)
            for agent in item.agents:
                role = "moderator" if moderates else "speaker" if meeting.kind == "session" else "participant"
                yield Part(meeting, agent, self.chunks[agent.at], role, "present", "part.agenda", None, place)

    def _parties(self) -> Iterator[Part]:
        """``dialogue between A and B``, ``meeting with P``: those named inside the mention, or right behind it."""
        for at, chunk in enumerate(self.chunks):
            meeting = self.scene.meeting_of.get(chunk.meeting) if chunk.meeting else None
            if chunk.meeting and meeting:
                for body in chunk.meeting.parties:
                    inner = Chunk("body", body.first, body.outer, body=body)
                    yield Part(
                        meeting, Agent(at, body=body), inner, "participant", "present", "part.between", None,
                        (chunk.meeting.first, chunk.meeting.last),
                    )  # fmt: skip
                if chunk.meeting.name_last > chunk.meeting.last and at + 2 < len(self.chunks):
                    for agent in self.agents.after(at + 2, self._next_start[at + 2])[0]:
                        yield Part(
                            meeting, agent, self.chunks[agent.at], "participant", "present", "part.partnered", None,
                            (chunk.meeting.first, chunk.meeting.last),
                        )  # fmt: skip
