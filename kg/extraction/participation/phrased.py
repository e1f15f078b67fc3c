"""Who took part by the set phrases of ``triggers.tsv``: *co-chairs: P and Q*, *in the presence of P*."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extraction.computed import computed
from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.participation.set_phrases import SetPhrases, Trigger
from kg.extraction.words import tables

_HEADING = 4  # chunks that a heading over a list has at most
_OF_PEOPLE = frozenset(("speaker", "moderator", "chair", "co-chair"))
_HOLDERS = ("host", "organiser")
_OPENING = 2  # chunks: words with which a sentence opens
_TO_WHICH = 24  # chunks back to the relative pronoun
_TOP = 60  # tokens in which a page says of what it tells


def _once(agents: Sequence[Agent]) -> list[Agent]:
    """The agents, each person once, whose title stands on the line below him."""
    people = [agent.person for agent in agents]
    return [agent for at, agent in enumerate(agents) if agent.person is None or agent.person not in people[:at]]


class PhraseParts(PartReader):
    """Reads the parts that set phrases state in one sentence."""

    def __init__(
        self, phrases: SetPhrases, agents: AgentReader, scene: Scene, before: AgentReader | None = None
    ) -> None:
        super().__init__(agents, scene)
        self.phrases = phrases
        self.before: Sequence[Chunk] = before.chunks if before else ()

    def all(self) -> Iterator[Part]:
        """Every part, in order of the phrases."""
        for at, trigger, end in self.phrases.hits:
            yield from self._of_trigger(trigger, at, end)

    def _of_trigger(self, trigger: Trigger, at: int, end: int) -> Iterator[Part]:
        meeting, mention = self._meeting(trigger, at, end)
        if meeting is None:
            return
        agents = self._before(trigger, at)
        if trigger.words[0] == "from":
            agents = [Agent(pos, body=self.chunks[pos].body) for pos in range(at, end) if self.chunks[pos].body]
        if trigger.agents in ("after", "both"):
            plain = trigger.presence == "present"
            agents = [*agents, *self.agents.after(end, self.phrases.next_start(end), is_list=plain)[0]]
            agents = agents or self._in_bracket(at, end)
        if trigger.name == "part.heading":
            agents += [agent for agent in self._opening_entries(end) if agent not in agents]
            agents = _once(agents)
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

    def _meeting(self, trigger: Trigger, at: int, end: int) -> tuple[Meeting | None, MeetingMention | None]:
        """The meeting a phrase tells of, and where it is named."""
        if trigger.name == "part.partner" and self._is_of_other(at):
            return None, None
        mention = self._mention(trigger, at, end)
        meeting = self.scene.of(mention) if mention else None
        if meeting is None and trigger.meeting == "main":
            meeting = self._told_by_verb(at) or (None if mention else self._main(trigger, at))
        if meeting is None and trigger.meeting == "title":
            meeting = self._titled(at)
        if mention is None and self._is_behind_unnamed(trigger, at):
            meeting = self.scene.last or self.scene.main
        return meeting, mention

    def _is_of_other(self, at: int) -> bool:
        """Whether it is said of what is no meeting: a study written *in partnership with* B, plots hatched so."""
        said = at - 1 - (at > 1 and self.chunks[at - 1].is_word("out"))
        if said < 1 or self.chunks[said].text in tables.words("made-not-held"):
            return said > 0
        noun = self.chunks[said - 1]
        plain = noun.kind == "word" and noun.text.isalpha() and not noun.capital and not noun.text.endswith("ly")
        held = tables.words_of("generic-meetings", "held-words", "auxiliaries", "function-words")
        return self.chunks[said].text.endswith("ed") and plain and noun.text not in held

    def _in_bracket(self, at: int, end: int) -> list[Agent]:
        """The bodies in a bracket with which these words open: held by the Council *(in partnership with B)*."""
        if not (at and self.chunks[at - 1].is_word("(")):
            return []
        close = next((pos for pos in range(end, len(self.chunks)) if self.chunks[pos].is_word(")")), end)
        return [Agent(pos, body=body) for pos in range(end, close) if (body := self.chunks[pos].body)]

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
            return None
        taking_up = tables.words("taking-up-words")
        if not taking_up.isdisjoint(trigger.words[1:3]) and self._are_others(at):
            return None
        if trigger.words[1:2] == ("of",) and trigger.words[2] in taking_up and not self._are_people(at):
            return None
        near = self.scene.before if trigger.name == "part.heading" else None
        return None if self._speaks_of_a_body(at) else self.met_by_others(trigger.words, near)

    def _are_others(self, at: int) -> bool:
        """Whether those *among* whom somebody was are told of just before as no participants: forty *suspects*."""
        roles = tables.column("label-roles", "role")
        return any(chunk.kind == "word" and roles.get(chunk.text) == "-" for chunk in self._told(at))

    def _are_people(self, at: int) -> bool:
        """Whether those of whom *some* are named are people told of just before: *experts* took part; no sanctions."""
        came = tables.words_of("attendee-nouns", "member-nouns")
        return any(chunk.text in came for chunk in self._told(at))

    def _told(self, at: int) -> Sequence[Chunk]:
        return self.chunks[:at] if at > _OPENING else self.before

    def _titled(self, at: int) -> Meeting | None:
        """The main event, if the page opens with it and with these words below it: the minutes of a council."""
        main, first = self.scene.main, self.chunks[at].first
        return main if main and first < _TOP and main.mentions[0].first < first else None

    def _is_held(self) -> bool:
        """Whether the sentence tells of holding or organising something."""
        labelled = any(one.name == "part.heading" and one.role in _HOLDERS for _, one, _ in self.phrases.hits)
        return labelled or any(c.kind == "meeting" or c.text in tables.words("held-words") for c in self.chunks)

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

    @computed
    def _meetings(self) -> list[int]:
        """Where the sentence names meetings."""
        return [pos for pos, chunk in enumerate(self.chunks) if chunk.meeting]

    @computed
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

    def _is_behind_unnamed(self, trigger: Trigger, at: int) -> bool:
        """Whether people nobody names were there, where is not said: many delegations *took part*, as well as B."""
        if trigger.meeting != "attended" or not self._is_added(at):
            return False
        words = self.chunks[:at]
        named = any(one.person or one.body or one.meeting for one in words)
        there = any(one.text in tables.words("were-there") for one in words)
        people = any(one.text in tables.words("member-nouns") for one in words)
        return there and people and not named

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
