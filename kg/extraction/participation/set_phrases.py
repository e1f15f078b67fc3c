"""Who took part by the set phrases of ``triggers.tsv``: *co-chairs: P and Q*, *in the presence of P*."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.clauses import Clause
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.words import tables

_GAP = "\u2026"
_WIDEST_GAP = 8
_HEADING = 4  # chunks that a heading over a list has at most
_OF_PEOPLE = frozenset(("speaker", "moderator", "chair", "co-chair"))
_INVERTED = 12  # chunks in front of the verb
_OPENING = 2  # chunks: words with which a sentence opens
_SIDE = 6  # chunks of: on the Kenyan side
_TO_WHICH = 24  # chunks back to the relative pronoun


_BESIDE = ("before", "attended")
"""Where the meeting stands of words that may also join items of a list."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that say somebody takes part: the role, on which side the agents stand, what else must hold."""

    words: tuple[str, ...]
    role: str
    agents: str
    meeting: str
    presence: str
    name: str


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


class SetPhrases:
    """The set phrases of one sentence: ``hits`` with where each begins and ends; what clauses have read is none."""

    def __init__(self, agents: AgentReader, clauses: Sequence[Clause]) -> None:
        self.agents, self.chunks = agents, (chunks := agents.chunks)
        self.said, self.clauses = agents.said, clauses
        self.read = {at for clause in clauses for at in range(clause.hit.first, clause.hit.end)}
        begins = {clause.begins for clause in clauses if not self._is_aside(clause)}
        begins_one = _by_two_words()
        leads = (at for at, chunk in enumerate(chunks) if chunk.text in begins_one and at not in self.read)
        known = {at: hit for at in leads if (hit := self._trigger_at(at))}
        known = {at: hit for at, hit in known.items() if hit[0].meeting != "attended" or not agents.goes_across(at)}
        leading = {pos for at, (one, end) in known.items() if one.agents != "list" for pos in range(at, end)}
        turned = self._inverted(leading | self.read)
        inside = {pos for at, (_, end) in turned.items() for pos in range(at, end)}
        known = {at: hit for at, hit in known.items() if at not in inside}
        self.hits = [(at, *hit) for at, hit in sorted((turned | known).items())]
        told = {at for at in self.read if not agents.is_aside(at)} | begins | set(agents.labels)
        self._starts = sorted({at for at, _, _ in self.hits} | told)

    def _is_aside(self, clause: Clause) -> bool:
        """Whether it is only told of somebody whom the sentence names: a visit from P, *who spoke* of tides."""
        first = clause.hit.first
        return (first > clause.begins and self.chunks[first - 1].is_word("who")) or self.agents.is_aside(first)

    def next_start(self, at: int) -> int:
        """Where the next phrase begins at chunk ``at`` or behind it: a list does not run across it."""
        number = bisect_left(self._starts, at)
        return self._starts[number] if number < len(self._starts) else len(self.chunks)

    def _inverted(self, taken: set[int]) -> dict[int, tuple[Trigger, int]]:
        """*Others in attendance included* P, *among the guests of the evening was* Q: who took part stands behind."""
        found: dict[int, tuple[Trigger, int]] = {}
        telling = tables.words("telling-verbs")
        if self.said.isdisjoint(telling):
            return found
        begin = 0
        for at, chunk in enumerate(self.chunks):
            if chunk.kind != "word":
                continue
            if chunk.text in (";", ".", ":"):
                begin = at + 1
            elif chunk.text in telling and at - begin <= _INVERTED:
                role = self._role_before(begin, at, taken)
                if role:
                    end = at + 1
                    while end < len(self.chunks) and self.chunks[end].is_word("from", ":"):
                        end += 1  # the heads of delegation were*: from* India - P
                    words = (self.chunks[begin].text, chunk.text)
                    found[begin] = Trigger(words, role, "after", "main", "present", "part.noun"), end
                begin = len(self.chunks) if role else begin
        return found

    def _role_before(self, begin: int, at: int, taken: set[int]) -> str:
        """The part of those behind the verb at ``at``, by the words in front of it; empty: these say none."""
        words = self.chunks[begin:at]
        roles = tables.column("inverted-cues", "role")
        role = next((roles[word] for chunk in words if (word := self._cue(chunk)) in roles), "")
        if taken & set(range(begin, at + 1)) and not self.chunks[begin].is_word("those"):
            return ""
        if self._is_beside(words) or (at == begin + 1 and words[0].is_word("others")):
            return role or "participant"  # *Others were* P and Q, behind a list; no *the others*
        guests = {n - 1 for n, chunk in enumerate(words) if chunk.text in tables.words("counterpart-words")}
        told_of = any(chunk.body and n not in guests for n, chunk in enumerate(words))  # the *Kenyan* guests were P
        named = any(chunk.person for chunk in words) or (told_of and not words[0].is_word("from"))
        return "" if named else role

    @staticmethod
    def _cue(chunk: Chunk) -> str:
        """The word by which a chunk may say a part; of a short title that with which it ends: the *keynote speaker*."""
        if chunk.text in tables.column("inverted-cues", "role"):
            return chunk.text
        word = chunk.text.rpartition(" ")[2]
        spoke = tables.column("inverted-cues", "role").get(word) != "participant"
        return word if chunk.titles and spoke else chunk.text

    def _is_beside(self, words: Sequence[Chunk]) -> bool:
        """Whether words say beside whom those behind were: *With Minister P* were Q, R; *on the Kenyan side* were.

        *In the Kenyan team* were.
        """
        if len(words) < 2 or any(chunk.is_word(",") for chunk in words):
            return False
        somebody = any(chunk.person for chunk in words) and all(self._is_company(chunk) for chunk in words[1:])
        with_somebody = words[0].is_word("with") and somebody
        return with_somebody or (
            words[0].is_word("on", "from", "in")
            and words[-1].text in tables.words("delegation-nouns")
            and len(words) < _SIDE
        )

    @staticmethod
    def _is_company(chunk: Chunk) -> bool:
        """Whether a chunk names those in whose company others were, and where: *Minister P at the Dialogue*."""
        return bool(chunk.person or chunk.titles or chunk.meeting) or chunk.is_word("at", "the")

    def _trigger_at(self, at: int) -> tuple[Trigger, int] | None:
        """The longest trigger that begins at chunk ``at``, and where it ends."""
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
            if at >= len(self.chunks) or (self.chunks[at].text != word and not (word == ":" and self._heads(at))):
                return None
            at += 1
        return at

    def _heads(self, at: int) -> bool:
        """Whether a chunk is the end of a line that does for a colon, since it names nobody."""
        chunk = self.chunks[at]
        heading = chunk.text == ";" and at <= _HEADING and chunk.first == chunk.last
        return heading and not any(before.person or before.body for before in self.chunks[:at])


class PhraseParts(PartReader):
    """Reads the parts that set phrases state in one sentence."""

    def __init__(self, phrases: SetPhrases, agents: AgentReader, scene: Scene) -> None:
        super().__init__(agents, scene)
        self.phrases = phrases

    def all(self) -> Iterator[Part]:
        """Every part, in order of the phrases."""
        for at, trigger, end in self.phrases.hits:
            yield from self._of_trigger(trigger, at, end)

    def _of_trigger(self, trigger: Trigger, at: int, end: int) -> Iterator[Part]:
        mention = self._mention(trigger, at, end)
        meeting = self.scene.of(mention) if mention else None
        if meeting is None and trigger.meeting == "main":
            meeting = self._told_by_verb(at) or (None if mention else self._main(trigger, at))
        if mention is None and trigger.meeting == "attended" and self._is_behind_unnamed(at):
            meeting = self.scene.last or self.scene.main
        if meeting is None:
            return
        agents = self._before(trigger, at)
        if trigger.words[0] == "from":
            agents = [Agent(pos, body=self.chunks[pos].body) for pos in range(at, end) if self.chunks[pos].body]
        if trigger.agents in ("after", "both"):
            plain = trigger.presence == "present"
            agents = [*agents, *self.agents.after(end, self.phrases.next_start(end), is_list=plain)[0]]
        if trigger.name == "part.heading":
            agents += [agent for agent in self._opening_entries(end) if agent not in agents]
        if trigger.words[-2:] == ("invitation", "of") and at < _OPENING:
            agents = self.agents.before_comma(agents)
        if trigger.name == "part.heading" and trigger.role in _OF_PEOPLE and any(agent.person for agent in agents):
            agents = [agent for agent in agents if agent.person]
        people = any(agent.person for agent in agents)
        role = "co-chair" if trigger.role == "chair" and len(agents) > 1 else trigger.role
        if trigger.name == "part.during" and meeting.kind not in tables.meetings("audience"):
            role = "participant"  # in talks whoever speaks takes part
        span = (self.chunks[at].first, self.chunks[end - 1].last)
        place = (mention.first, mention.last) if mention else None
        for agent in agents:
            presence = trigger.presence
            if presence == "represented":
                if agent.person:
                    continue  # whether he was away, the words do not say
                presence = "present"
            side = agent.body and (role == "head-of-delegation" or (role == "co-chair" and people))
            own = "participant" if side else role
            yield Part(meeting, agent, self.chunks[agent.at], own, presence, trigger.name, span, place)

    def _opening_entries(self, at: int) -> Iterator[Agent]:
        """Who opens a line of the list, whatever that tells of him: *Speakers:* P greeted the Board*; Q* thanked."""
        for pos in range(at - 1, len(self.chunks) - 1):
            mark = self.chunks[pos]
            if any(begin == pos + 1 and one.name == "part.heading" for begin, one, _ in self.phrases.hits):
                return
            line = mark.is_word(";") and mark.first == mark.last
            index = self.agents.covering[pos + 1] if line or pos == at - 1 else None
            item = self.agents.items[index] if index is not None else None
            if item and item.first == pos + 1:
                yield from (agent for agent in item.agents if agent.person)

    def _told_by_verb(self, at: int) -> Meeting | None:
        """The meeting of which a verb before it tells: P received Q *in the presence of R*."""
        before = (clause for clause in reversed(self.phrases.clauses) if clause.hit.at < at)
        return next((home for one in before if (home := self.scene.home_of.get(id(one)))), None)

    def _main(self, trigger: Trigger, at: int) -> Meeting | None:
        """The meeting told of last, or the main event; none of words about a study or a standing body."""
        if trigger.name == "part.partner" and not self._is_held():
            return None  # a study written *in partnership with* B
        near = self.scene.before if trigger.name == "part.heading" else None
        return None if self._speaks_of_a_body(at) else self.met_by_others(trigger.words, near)

    def _is_held(self) -> bool:
        """Whether the sentence tells of holding or organising something."""
        return any(chunk.kind == "meeting" or chunk.text in tables.words("held-words") for chunk in self.chunks)

    def _before(self, trigger: Trigger, at: int) -> list[Agent]:
        """The agents in front: the subject, the list that ends there, or the first of the sentence."""
        if trigger.agents in ("before", "both"):
            return self.agents.before(at)
        if trigger.agents == "list":
            return self.agents.listed_before(at)
        if trigger.agents == "sentence":
            first = self.agents.items[:1]
            opens = first and not any(
                chunk.text in tables.words("function-words") for chunk in self.chunks[: first[0].first]
            )
            return [agent for item in first for agent in item.agents if agent.person and opens]
        return []

    def _speaks_of_a_body(self, at: int) -> bool:
        """Whether a relative clause says it of a standing body: the Harbour Forum, *which Norway has co-chaired*."""
        which = next(
            (pos for pos in range(at - 1, max(0, at - _TO_WHICH), -1) if self.chunks[pos].is_word("which", ";")), 0
        )
        before = [chunk for chunk in self.chunks[max(0, which - 2) : which] if not chunk.is_word(",")]
        return self.chunks[which].is_word("which") and bool(before) and before[-1].body is not None

    def _mention(self, trigger: Trigger, at: int, end: int) -> MeetingMention | None:
        """The meeting the trigger speaks of: right behind it, before it, or none (then the main event)."""
        if trigger.meeting == "attended":
            told = next((clause for clause in reversed(self.phrases.clauses) if clause.hit.at < at), None)
            if told is None:
                return self._attended_by_unnamed(at)
            return told.meeting if told.frame.rule == "part.attend" and not told.hit.negative else None
        if trigger.meeting == "after":
            for chunk in self.chunks[end : end + 12]:
                if chunk.meeting:
                    return chunk.meeting
                if chunk.is_word(";", "that", "which", "who"):
                    return None
            return None
        inside = next((one.meeting for one in self.chunks[at:end] if one.meeting and not self._is_given(one)), None)
        if inside:  # present *at the meeting* were P and Q
            return inside
        if before := bisect_left(self._meetings, at):
            return self.chunks[self._meant[before - 1]].meeting
        if trigger.agents == "before":
            return next((chunk.meeting for chunk in self.chunks[end : end + 8] if chunk.meeting), None)
        return None

    @cached_property
    def _meetings(self) -> list[int]:
        """Where the sentence names meetings."""
        return [pos for pos, chunk in enumerate(self.chunks) if chunk.meeting]

    @cached_property
    def _meant(self) -> list[int]:
        """Which naming is meant behind each: the last that says not only beside what it was, or of what somebody is."""
        meant: list[int] = []
        free: int | None = None
        for pos in self._meetings:
            free = free if self._is_of_title(pos) or self._is_aside(pos) else pos
            meant.append(pos if free is None else free)
        return meant

    def _attended_by_unnamed(self, at: int) -> MeetingMention | None:
        """The meeting that people nobody names attended: forty experts took part in *the workshop*, as well as P."""
        if not self._is_added(at):
            return None
        there = next((pos for pos in range(at) if self.chunks[pos].text in tables.words("were-there")), at)
        behind = [chunk.meeting for chunk in self.chunks[there:at] if chunk.meeting]
        return behind[0] if len(behind) == 1 and not self._is_aside(at - 1) else None

    def _is_added(self, at: int) -> bool:
        """Whether a comma sets apart what is added, to nothing that is denied."""
        denied = any(chunk.text in tables.words("negations") for chunk in self.chunks[:at])
        return self.chunks[at - 1].is_word(",") and not denied

    def _is_behind_unnamed(self, at: int) -> bool:
        """Whether people nobody names were there, where is not said: many delegations *took part*, as well as B."""
        words = self.chunks[:at]
        named = any(one.person or one.body or one.meeting for one in words)
        there = any(one.text in tables.words("were-there") for one in words)
        people = any(one.text in tables.words("member-nouns") for one in words)
        return self._is_added(at) and there and people and not named

    def _is_given(self, chunk: Chunk) -> bool:
        """Whether it names words and no meeting of its own: heard *briefings* by P and Q."""
        mention = chunk.meeting
        spoken = mention is not None and self.scene.word_of(mention) in tables.words("speech-nouns")
        return mention is not None and spoken and self.scene.of(mention) is None

    def _is_aside(self, at: int) -> bool:
        """Whether a meeting only says beside what it was: *on the sidelines of the Assembly*."""
        return any(chunk.text in tables.words("asides") for chunk in self.chunks[max(0, at - _HEADING) : at])

    def _is_of_title(self, at: int) -> bool:
        """Whether a meeting only says of what somebody is something: the chair *of the 14th Conference*."""
        pos = at - 1 - (at > 0 and self.chunks[at - 1].is_word("the"))
        return pos > 0 and self.chunks[pos].is_word("of") and self.chunks[pos - 1].kind == "titles"
