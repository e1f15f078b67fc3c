"""Who took part by what he did at the meeting that opens the sentence: *At the session* P spoke; A and B *agreed*.

Officials from A and B *learned* of tides: of people whom nobody names, those from whom they came took part.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.frame_words import is_when_or_where
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.participation.rosters import acts, describes, has_role, is_finite
from kg.extraction.participation.set_phrases import SetPhrases
from kg.extraction.words import tables

_TO_THE_MEETING, _IN_HIS_WORDS = 10, 10
"""Chunks in which a sentence comes to the meeting with which it opens; where it opens with somebody's words."""
_OPENING = 6
"""Chunks in which a sentence says that it tells of somebody's words."""
_TO_THE_VERB = 3
_PAIR = 2
_TO_COMMA = 24
"""Chunks between the meeting and the comma behind which those who sent people are listed."""
_TO_LIST = 8
_TO_FROM = 16
_TO_AWAY = 4
_CLEFT, _NUMBERED = 2, 6
"""Chunks of *It was* in front of the meeting, and of the number and label before it."""


def _is_setting(chunk: Chunk) -> bool:
    """Whether a chunk may stand between a meeting and who spoke there: place, day, *afterwards*."""
    return is_when_or_where(chunk) or chunk.is_word("afterwards", "afterward", "later", "there", "of")


class FrontedParts(PartReader):
    """Reads those whose deeds are told behind the meeting with which one sentence opens."""

    def __init__(self, phrases: SetPhrases, agents: AgentReader, scene: Scene) -> None:
        super().__init__(agents, scene)
        self.phrases = phrases

    def all(self) -> Iterator[Part]:
        """A part for whoever speaks or does something there, people and bodies."""
        in_words = self._is_in_words()
        begin = self._cleft()
        if not self.chunks or not (in_words or self.chunks[begin].text in tables.words("meeting-openers")):
            return
        first: Meeting | None = None
        for at, chunk in enumerate(self.chunks[: _IN_HIS_WORDS if in_words else begin + _TO_THE_MEETING]):
            mention = chunk.meeting
            meeting = first or self.scene.of(mention) if mention else None
            if not (mention and meeting):
                continue
            first = meeting  # at a press conference *during the Forum*: he spoke at the former
            if self._is_beside(at, in_words=in_words):
                return
            start = self._part_ends(at + 1)
            behind = start + sum(1 for _ in takewhile(_is_setting, self.chunks[start:]))
            if behind < len(self.chunks) and self.chunks[behind].is_word(":") and has_role(self.chunks[:behind]):
                return  # a label: *In the chair of the meeting:* P
            span = (self.chunks[0].first, chunk.last)
            met = meeting.kind == "visit" and any(one.meeting and one.meeting.partners for one in self.chunks[at:])
            behind += bool(begin) and self.chunks[behind : behind + 1] != [] and self.chunks[behind].is_word("that")
            agreed = [] if met or in_words else self._deciders(behind)
            people = [] if met else agreed or self._speakers(behind, meeting)  # on it he had meetings with *P and Q*
            role = "participant" if agreed else self._role(at, mention, meeting, in_words=in_words)
            for agent in people:
                yield Part(meeting, agent, self.chunks[agent.at], role, "present", "part.at", span, span)
            for agent in () if in_words or people else self._doers(start, behind) or self._senders(at, meeting):
                yield Part(meeting, agent, self.chunks[agent.at], "participant", "present", "part.at", span, span)

    def _is_beside(self, at: int, *, in_words: bool) -> bool:
        """Whether it was before or after the meeting at ``at``; in the run-up, not in her address *to* it."""
        away = tables.words("beside-meeting") | tables.words("said-elsewhere")
        return any(c.text in away or (c.is_word("to") and not in_words) for c in self.chunks[:at])

    def _role(self, at: int, mention: MeetingMention, meeting: Meeting, *, in_words: bool) -> str:
        """What those do who speak there: they address an audience, or take part in talks."""
        opens = any(c.text in tables.words("opening-words") for c in self.chunks[: at + 1])
        opens = opens or self.scene.word_of(mention) == "ceremony"
        return "speaker" if opens or in_words or meeting.kind in tables.meetings("audience") else "participant"

    def _speakers(self, start: int, meeting: Meeting) -> list[Agent]:
        """The people listed from ``start`` on of whom a verb of speech is said; in a call P and Q do anything."""
        agents, end = self.agents.after(start, self.phrases.next_start(start + 1))
        told = list(takewhile(lambda c: c.text not in ("was", "were"), self.chunks[end : end + _TO_THE_VERB]))
        speaks = any(c.text in tables.words("speech-verbs") for c in told)  # P *was thanked*: others spoke
        speaks = speaks or meeting.kind in tables.meetings("had")
        return [agent for agent in agents if agent.person and speaks]

    def _deciders(self, start: int) -> list[Agent]:
        """The people listed from ``start`` on of whom it is said that they *agreed* or *decided* it there."""
        agents, end = self.agents.after(start, self.phrases.next_start(start + 1))
        did = self.chunks[end : end + 1] and self.chunks[end].text in tables.words("decided-forms")
        return [agent for agent in agents if agent.person and did]

    def _cleft(self) -> int:
        """Behind *It was*, if a sentence says so with stress: (Background) *It was at* the Summit that P spoke."""
        for at in range(min(_NUMBERED, len(self.chunks) - _CLEFT) if "it" in self.agents.said else 0):
            opens = at == 0 or self.chunks[at - 1].is_word(")", ".", ";", ":")
            if opens and self.chunks[at].is_word("it") and self.chunks[at + 1].is_word("was", "is"):
                return at + _CLEFT
        return 0

    def _doers(self, first: int, last: int) -> Sequence[Agent]:
        """Those listed behind the meeting, its place and its day, whose list a verb of doing ends.

        At the Dialogue in Oslo, Norway*, Kenya and Chile agreed*: the list begins at the first comma that leads to one.
        """
        commas = (at + 1 for at in range(first, min(last + 1, len(self.chunks))) if self.chunks[at].is_word(","))
        for start in (first, *commas):
            agents, end = self.agents.after(start, self.phrases.next_start(start))
            if agents and end >= last and acts(self.chunks, end):
                pair = len(agents) <= _PAIR and all(agent.body and agent.body.is_state for agent in agents)
                return () if pair else agents  # of two states those are meant who spoke for them
        return ()

    def _senders(self, at: int, meeting: Meeting) -> Sequence[Agent]:
        """Those from whom people came who did something there, listed behind a comma; none of talks or of a deed."""
        if {meeting.kind} & (tables.meetings("talked") | tables.meetings("deed")):
            return ()
        commas = (pos + 1 for pos in range(at + 1, at + _TO_COMMA) if self.chunks[pos : pos + 1])
        starts = (pos for pos in commas if self.chunks[pos - 1].is_word(","))
        return next((came for pos in starts if (came := self._came(pos))), ())

    def _came(self, at: int) -> Sequence[Agent]:
        """Those of *officials from A, B and C* at ``at``, or of *officials from three countries (A, B and C)*."""
        stop = min(at + _TO_LIST, len(self.chunks))
        bracket = next((pos for pos in range(at, stop) if self.chunks[pos].is_word("(")), None)
        found, end = self.agents.after(self._field_ends(at) if bracket is None else bracket + 1)
        if not found or any(agent.person for agent in found) or not self._are_people(at, found[0].at):
            return ()
        if bracket is not None:
            if not (end < len(self.chunks) and self.chunks[end].is_word(")")):
                return ()
            end += 1
        end += end < len(self.chunks) and self.chunks[end].is_word(",") and self._does(end + 1)
        away = any(chunk.text in tables.words("away-words") for chunk in self.chunks[end : end + _TO_AWAY])
        return found if not away and self._does(end) else ()

    def _field_ends(self, at: int) -> int:
        """Where those are listed from whom people of a field came: experts *on tides and reefs from* A, B and C."""
        stop = min(at + _TO_FROM, len(self.chunks) - 1)
        chunks, links = self.chunks, self.agents.links
        words = takewhile(lambda n: chunks[n].kind == "word" and n not in self.agents.verbs, range(at, stop))
        said = list(takewhile(lambda n: not chunks[n].is_word(",", ";", ":", "("), words))
        people = next((n for n in said if links.is_of_people(n)), stop)
        field = people < stop and chunks[people + 1].text in tables.words("field-leads")
        come = next((n for n in said if n > people and chunks[n].is_word("from")), at)
        own = chunks[come - 1].text in tables.words("fields-from")  # experts on *refugees from* Ambria
        return come + 1 if field and come > at and not own else at

    def _are_people(self, at: int, body: int) -> bool:
        """Whether the words in front of the first are of people who come from it: *police officers of* Norway."""
        lead = range(at, body)
        people = next((pos for pos in lead if self.agents.links.is_of_people(pos)), body)
        if any(self.chunks[pos].is_word("of") for pos in range(at, people)):
            return False  # the release *of* officials
        if any(tables.column("label-roles", "role").get(self.chunks[pos].text) == "-" for pos in lead):
            return False  # *victims* from Norway were remembered
        return people < body and any(self.chunks[pos].is_word("from", "of", "representing") for pos in lead)

    def _does(self, at: int) -> bool:
        """Whether a verb stands at ``at`` that says what people did or what was done with them there."""
        verb = self.chunks[at] if at < len(self.chunks) else None
        if verb is None or verb.text in tables.words("modals") or describes(self.chunks, at):
            return False
        return is_finite(verb) or (verb.kind == "word" and not verb.capital and verb.text.endswith("ed"))

    def _part_ends(self, at: int) -> int:
        """Behind the beginning or end of a meeting: at the workshop*'s close,* P thanked the crews."""
        owned = self.chunks[at : at + 1] and self.chunks[at].is_word("'s", "\u2019s", "\u2019", "'")
        return at + 2 if owned and self._is_end(at + 1) else at

    def _is_end(self, at: int) -> bool:
        return at < len(self.chunks) and self.chunks[at].text in tables.words("opening-parts")

    def _is_in_words(self) -> bool:
        """Whether the sentence opens with what somebody said there: *In her opening remarks at* the Conference."""
        if len(self.chunks) < _OPENING or not self.chunks[0].is_word("in", "during", "through"):
            return False
        his = self.chunks[1].is_word("a", "the", "an") or self.chunks[1].text in tables.words("possessives")
        return his and any(chunk.text in tables.words("spoken-words") for chunk in self.chunks[2:_OPENING])
