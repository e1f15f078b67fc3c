"""Who took part by a meeting's naming: talks *between A and B*, the meeting *with P*, *P's* call, a course *for* R."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.frame_words import is_when_or_where
from kg.extraction.participation.in_turn import met_first
from kg.extraction.participation.parts import Part, PartReader, Scene
from kg.extraction.participation.roles import role_of_partner
from kg.extraction.participation.rosters import is_finite
from kg.extraction.participation.set_phrases import SetPhrases
from kg.extraction.words import tables

_OWNER = 4
"""Chunks from a meeting back to the mark of whose it is: P*'s* first official visit."""
_TO_NOUN = 4
"""Chunks from a meeting back to the *in* of who took part: participation *in the recent* Forum."""
_SETTING = 10
"""Chunks of day and place between a meeting and the *with* that says who was met there."""
_OF_OWNED = 10
"""Chunks of a title that is not read as one: an agreement with Kenya's *minister of tides and buoys* P."""


_BOTH = 2
_OF_HOLDING = ("held-words", "auxiliaries", "cue-adverbs")
"""Tables of the words between a meeting and those with whom it *was also held*."""


class PartyParts(PartReader):
    """Reads these parts in one sentence: of those named inside the mention, in front of it and right behind it."""

    def __init__(self, phrases: SetPhrases, agents: AgentReader, scene: Scene) -> None:
        super().__init__(agents, scene)
        self.phrases = phrases

    def all(self) -> Iterator[Part]:
        """Every part, meeting by meeting."""
        for at, chunk in [(at, chunk) for at, chunk in enumerate(self.chunks) if chunk.meeting]:
            meeting = self.scene.meeting_of.get(chunk.meeting) if chunk.meeting else None
            if not meeting:
                continue
            yield from self._owner(at, meeting)
            yield from self._parts(at, meeting, self._met(at, meeting), "part.partnered")
            yield from self._done_by(at, meeting)
            yield from self._parts(at, meeting, self._told_beside(at, meeting), "part.partnered")
            yield from self._parts(at, meeting, self._behind_opening(at), "part.partnered")
            yield from self._parts(at, meeting, self._meant_for(at, meeting), "part.with")
            yield from self._named(at, chunk, meeting)

    def _parts(self, at: int, meeting: Meeting, agents: Sequence[Agent], rule: str) -> Iterator[Part]:
        place = (self.chunks[at].first, self.chunks[at].last)
        role = "signatory" if meeting.kind == "signing" else "participant"
        for agent in agents:
            role = role_of_partner(meeting, role) if agent.person else role
            yield Part(meeting, agent, self.chunks[agent.at], role, "present", rule, None, place)

    def _named(self, at: int, chunk: Chunk, meeting: Meeting) -> Iterator[Part]:
        """``dialogue between A and B``, ``meeting with P``: those inside the mention, or on whom it runs out."""
        if chunk.meeting is None:
            return
        parties = list(chunk.meeting.parties)
        if parties and (owned := self._of_owner(at, parties[-1].last == chunk.last)):
            parties.pop()
            yield from self._parts(at, meeting, owned, "part.partnered")
        role = "signatory" if meeting.kind == "signing" else "participant"
        place = (chunk.meeting.first, chunk.meeting.last)
        for body in parties:
            if body.rule == "body.plural":
                continue  # talks between *the Ministries of Tides of A and B*: those of each are named by no one word
            inner = Chunk("body", body.first, body.outer, body=body)
            goal = chunk.meeting.destination
            own = "host" if meeting.kind == "visit" and goal and goal[0] == body.first else role
            yield Part(meeting, Agent(at, body=body), inner, own, "present", "part.between", None, place)
        paid = meeting.kind == "visit" and at + 1 < len(self.chunks) and self.chunks[at + 1].is_word("on", "to")
        if chunk.meeting.name_last > chunk.meeting.last and at + 2 < len(self.chunks) and not paid:
            yield from self._parts(at, meeting, self._behind(at + 2), "part.partnered")

    def _behind(self, at: int) -> list[Agent]:
        return met_first(self.chunks, self.agents.after(at, self.phrases.next_start(at))[0])

    def _of_owner(self, at: int, ends: bool) -> list[Agent]:
        """Who is named by the last party, which has no part of its own: an agreement with Kenya*'s Minister P*."""
        if not ends or at + 2 >= len(self.chunks) or not self.chunks[at + 1].is_word("'s", "'", "\u2019"):
            return []
        for pos in range(at + 2, min(at + _OF_OWNED, len(self.chunks))):
            if self.chunks[pos].kind not in ("word", "titles") or self.chunks[pos].is_word(",", ";", ":", "that"):
                return self._behind(pos) if self.chunks[pos].person else []
        return []

    def _met(self, at: int, meeting: Meeting) -> list[Agent]:
        """The meeting *with his colleagues P, of Norway, and Q*; the meeting was held in Oslo on Friday *with P*."""
        if meeting.kind not in tables.meetings("had") or meeting.mentions[0].partners:
            return []
        for pos in range(at + 1, min(at + _SETTING, len(self.chunks) - 1)):
            if self.chunks[pos].is_word("with"):
                return [agent for agent in self._behind(pos + 1) if agent.person]
            held = any(self.chunks[pos].text in tables.words(name) for name in _OF_HOLDING)
            if not (held or is_when_or_where(self.chunks[pos])) or self.chunks[pos].is_word("and"):
                break
        return []

    def _done_by(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """A visit *by P* to Oslo; a call *from P*; the signing of the paper *by P and Q*; a courtesy call *on P*."""
        pos = at + 1
        if meeting.kind == "visit":
            pos = self._past_day(pos)
        given = meeting.kind == "briefing" and role_of_partner(meeting, "participant") == "speaker"
        while (given or meeting.kind in tables.meetings("lone")) and pos < len(self.chunks):
            paid = meeting.kind == "visit" and self.chunks[pos].is_word("on", "to")
            mention = self.chunks[at].meeting
            goes = mention is not None and mention.destination is not None and self.chunks[pos].is_word("of")
            if not (paid or goes or self.chunks[pos].is_word("by", "from")):
                return  # a visit to Oslo *of P*
            agents, end = self.agents.after(pos + 1, self.phrases.next_start(pos + 1))
            people = [agent for agent in agents if agent.person or (not paid and self._is_sent(pos + 1, agent))]
            parts = self._parts(at, meeting, people[:1] if paid else people, "part.partnered")
            yield from (replace(part, role="host") if paid else part for part in parts)
            pos = max(end, pos + 1)

    def _past_day(self, at: int) -> int:
        """Behind the day and place between a visit and those who paid it: received a visit *on Friday* from P."""
        end = at
        while end < len(self.chunks) and not self.chunks[end].is_word("from"):
            if not (is_when_or_where(self.chunks[end]) or self.chunks[end].text[:1].isdigit()):
                return at
            end += 1
        return end if end < len(self.chunks) else at

    def _is_sent(self, at: int, agent: Agent) -> bool:
        """Whether a body came by its people: a visit from *leaders of the* Council; no visit by the Council's wish."""
        members = tables.words("member-nouns") | tables.words("delegation-nouns")
        return agent.body is not None and any(chunk.text in members for chunk in self.chunks[at : agent.at + 2])

    def _told_beside(self, at: int, meeting: Meeting) -> list[Agent]:
        """Whose meeting an aside tells of: *P, in a telephone call* with Q, praised the tides."""
        lead = at - 1 - (at > 0 and self.chunks[at - 1].text in tables.words("determiners"))
        aside = lead > 1 and self.chunks[lead].is_word("in", "during", "at") and self.chunks[lead - 1].is_word(",")
        item = self.agents.ending_at(lead - 1) if aside and meeting.kind in tables.meetings("had") else None
        if item is None or (item.first and self.chunks[item.first - 1].is_word("to", "by", "of", "with", "for")):
            return []
        return [agent for agent in item.agents if agent.person]

    def _behind_opening(self, at: int) -> list[Agent]:
        """Who is the subject behind a participle: *(When) meeting with Minister Q, P* said so."""
        led = at == 0 or (at == 1 and self.chunks[0].is_word("when", "while", "upon", "after"))
        if not (led and self.chunks[at].text == "meeting" and self.chunks[at + 1 : at + 2]):
            return []
        behind = [item for item in self.agents.items if item.first > at and not item.inner][:2]
        if not self.chunks[at + 1].is_word("with") or len(behind) < _BOTH or len(behind[1].agents) != 1:
            return []
        comma = self.chunks[behind[0].last : behind[1].first]
        verb = self.chunks[behind[1].last : behind[1].last + 1]
        said = bool(verb) and (verb[0].text in tables.words("speech-verbs") or is_finite(verb[0]))
        return [one for one in behind[1].agents if one.person and said and len(comma) == 1 and comma[0].is_word(",")]

    def _owner(self, at: int, meeting: Meeting) -> Iterator[Part]:
        """*Minister P's* meeting with Q, *his participation in* the Forum, *her* briefing: whose it is takes part."""
        begins = self._participation(at)
        had = meeting.kind in tables.meetings("had") or begins < at
        if not had and meeting.kind != "briefing":
            return
        place = (self.chunks[at].first, self.chunks[at].last)
        holder = self._holder_of_his(begins) if self._is_his(begins) else self._holder_by_mark(begins)
        holder = holder or self._body_at(begins, at)
        if holder:
            who = self.chunks[holder.at]
            role = "participant" if had else "speaker"
            yield Part(meeting, holder, who, role, "present", "part.partnered", None, place)

    def _participation(self, at: int) -> int:
        """Where the noun stands that says who was there: P's *participation in the* Forum; ``at``: none says so."""
        before = range(at - 1, max(0, at - _TO_NOUN), -1)
        lead = next((pos for pos in before if self.chunks[pos].is_word("in", "at")), None)
        noun = lead is not None and self.chunks[lead - 1].text in tables.words("attending-nouns")
        return lead - 1 if lead and noun else at

    def _body_at(self, noun: int, at: int) -> Agent | None:
        """A body right in front of the noun: *Tide Council participation in* the Forum; *Kenya's* participation."""
        before = noun - 1 - (noun > 1 and noun < at and self.chunks[noun - 1].is_word("'s", "'", "\u2019s"))
        denied = not tables.words("negations").isdisjoint(self.agents.said)
        body = self.chunks[before].body if before >= 0 and noun < at and not denied else None
        return Agent(before, body=body) if body else None

    def _is_his(self, at: int) -> bool:
        return any(chunk.is_word("his", "her") for chunk in self.chunks[max(0, at - 2) : at])

    def _holder_by_mark(self, at: int) -> Agent | None:
        near = range(at - 1, max(-1, at - _OWNER), -1)
        mark = next((p for p in near if self.chunks[p].kind != "word" or self.chunks[p].is_word("'s", "'")), None)
        if not mark or not self.chunks[mark].is_word("'s", "'"):
            return None
        owner = self.chunks[mark - 1]
        person = owner.person or (self.agents.owner.get(owner.first) if owner.titles else None)
        return Agent(mark - 1, person=person) if person else None

    def _holder_of_his(self, at: int) -> Agent | None:
        """*Minister P reviewed, during his* meeting with Q, …: the only person named in front of it."""
        before = [item for item in self.agents.items if item.last <= at and not item.inner]
        people = [agent for item in before for agent in item.agents if agent.person]
        return people[0] if len(people) == len(before) == 1 else None

    def _meant_for(self, at: int, meeting: Meeting) -> list[Agent]:
        """A course *for twenty officers from Norway and Kenya*."""
        if at + 1 >= len(self.chunks) or not self.chunks[at + 1].is_word("for", "of", "from"):
            return []
        taught = meeting.kind in tables.meetings("taught") and meeting.name.split()[-1] in tables.words("member-nouns")
        if taught and self.chunks[at + 1].is_word("from"):
            return self._behind(at + 2)  # a course *for officers*
        for pos in range(at + 1, min(at + 12, len(self.chunks) - 1)):
            if self.chunks[pos].kind != "word" or self.chunks[pos].is_word(",", ";", ".", "by", "with"):
                return []
            if self.chunks[pos].is_word("from") and self.agents.links.names_people(at + 2, pos):
                return self._behind(pos + 1)
        return []
