"""Who was not at a meeting in person: represented, excused, there by a message only, invited, its patron."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from kg.extraction.participation.items import Agent
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.participation.rosters import is_finite
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning, may_stand
from kg.extraction.words.tables import Row

_REACH = 10
_NEAR = 4
_LEADS = frozenset(("in", "by", "through", "via"))
_FOR = frozenset(("for",))
_BEGINNINGS = _LEADS | _FOR
_OWNERS = frozenset(("a", "an", "his", "her", "their", "the"))


class AbsenceReader(PartReader):
    """Reads those who are told of in one sentence without having been there."""

    def all(self) -> Iterator[Part]:
        """Every one, in order of the words that say it."""
        sends = self.says(tables.first_words("message-words"))
        cued = may_stand("absence-cues", self.agents.said)
        free = 0
        for at in self.chunks.places(_begins() if sends or cued else _FOR):
            chunk = self.chunks[at]
            if at < free:
                continue
            if sent := self._message_ends(at) if sends else None:
                yield from self._by_message(at, sent)
                free = sent
                continue
            hit = beginning("absence-cues", self.chunks, at) if cued else None
            if hit is None:
                if chunk.text == "for":
                    yield from self._stood_in_for(at)
                continue
            end, row = hit
            told = self._said_by(at, end, row)
            agents = told if row["of"] != "people" else list(takewhile(lambda agent: agent.person, told))
            presence = "message" if row.flag("near") and self._is_read(at) else row["presence"]
            if row["side"] == "before" and not (
                self._from_meeting(end) if row["rule"] == "part.kept-away" else self._to_meeting(end)
            ):
                agents = []
            if agents and presence == "message" and agents[-1].at + 1 in self.chunks.places({":"}):
                agents = []  # Message from P*:* 2010 Tide Conference
            reach = 2 * _REACH if row["then"] else _REACH  # the meeting stands behind what follows
            yield from self._told(agents, presence, row["rule"], (at, end), reach)
            if agents and row["rule"] == "part.by-message":
                yield from self._reading(min(at, agents[0].at), at, end)
            free = end

    def _said_by(self, at: int, end: int, row: Row) -> list[Agent]:
        """Those of whom the cue at chunks ``[at, end)`` speaks, by the side on which its row says they stand."""
        side, then = row["side"], row["then"]
        if (row.flag("near") and not self._of_presence(at, end)) or (side == "opening" and at):
            return []
        if not then:
            return self._beside(at, end, side)
        opens, closes = self._further_on(end, then)
        if opens is None:
            return []
        if side == "between":
            return [agent for agent in self._after(end) if agent.at < opens]
        return self._before(at) if side == "before" else self._after(closes) or self._behind_titles(closes)

    def _further_on(self, end: int, then: str) -> tuple[int | None, int]:
        """Where the words begin and end that must follow a cue, in the same clause."""
        phrases = [words.split() for words in tables.alternatives(then)]
        for at in range(end, min(end + _REACH, len(self.chunks))):
            for words in phrases:
                if [chunk.text for chunk in self.chunks[at : at + len(words)]] == words:
                    return at, at + len(words)
            if self.chunks[at].is_word(";", ":"):
                break
        return None, end

    def _from_meeting(self, end: int) -> bool:
        """Whether words behind a cue say that it was a meeting that somebody kept away from, or say nothing of what.

        Not: her regrets *for the attack*; declined the invitation *of a bank*; did not join *the army*.
        """
        following = self.chunks[end] if end < len(self.chunks) else None
        excuse = self.chunks[end - 1].text in tables.words("excuse-words")
        if (
            following is None
            or following.meeting
            or not (excuse or following.is_among(tables.words("absence-objects")))
        ):
            return True
        ahead = list(takewhile(lambda chunk: not chunk.is_word(";", "."), self.chunks[end : end + _REACH]))
        if any(chunk.meeting or (chunk.kind == "word" and chunk.text in _meeting_nouns()) for chunk in ahead):
            return True
        if not excuse:
            return False
        closed = not following.text[:1].isalnum() or following.text in tables.words("excuse-reasons")
        away = any(chunk.text in tables.words("not-coming") for chunk in ahead[:_NEAR])
        asked = following.is_word("to") and len(ahead) > 1 and (ahead[1].person or ahead[1].body or ahead[1].titles)
        return closed or away or bool(asked and not self.chunks[end - 1].is_word("travel"))

    def _to_meeting(self, end: int) -> bool:
        """Whether nothing says that it went to others than a meeting: sent his best wishes *to the families*."""
        if end >= len(self.chunks) or not self.chunks[end].is_word("to"):
            return True
        ahead = takewhile(lambda chunk: not chunk.is_word(";", ".", ","), self.chunks[end + 1 : end + _REACH])
        heard = tables.words("member-nouns") | _meeting_nouns()
        return any(chunk.meeting or (chunk.kind == "word" and chunk.text in heard) for chunk in ahead)

    def _message_ends(self, at: int) -> int | None:
        """Where words end that say by what somebody speaks: *in a recorded message*; *in a speech read by* Q."""
        if self.chunks[at].kind != "word" or self.chunks[at].text not in _LEADS:
            return None
        pos = at + 1 + (at + 1 < len(self.chunks) and self.chunks[at + 1].is_word(*_OWNERS))
        kinds: list[str] = []
        while pos < len(self.chunks) and (found := beginning("message-words", self.chunks, pos)):
            pos, row = found
            kinds.append(row["kind"])
        if not kinds:
            return None
        sent = "sent" in kinds and kinds.count("sent") + kinds.count("text") > 1  # not: by video link
        return self._read_by_another(pos) or (pos if sent or "message" in kinds else None)

    def _read_by_another(self, at: int) -> int | None:
        """Behind the verb that says that another speaks: a speech *read* by Q, *delivered* on her behalf."""
        at += at < len(self.chunks) and self.chunks[at].is_word(",")
        words = [chunk.text if chunk.kind == "word" else "" for chunk in self.chunks[at : at + 2]]
        read = words[:1] == ["read"] or (
            words[:1] and words[0] in tables.words("reading-verbs") and words[1:] in (["on"], ["by"])
        )
        return at + 1 if read else None

    def _by_message(self, at: int, end: int) -> Iterator[Part]:
        comma = self._comma(end) if at == 0 else None
        agents = self._after(comma + 1)[:1] if comma is not None else self._speaking(at)
        yield from self._told([agent for agent in agents if agent.person], "message", "part.by-message", (at, end))
        yield from self._reader(at, end)

    def _reading(self, first: int, at: int, end: int) -> Iterator[Part]:
        """Who is the subject of the verb that says it: *Q* read P's message, *Q* conveyed the greetings of P."""
        verb = first
        while verb and (self.chunks[verb].titles or self.chunks[verb].person or self.chunks[verb].is_word("the", "a")):
            verb -= 1
        if self.chunks[verb].text not in tables.words("reading-verbs"):
            return
        yield from self._speaks([agent for agent in self._before(verb) if agent.person], at, end)

    def _speaks(self, agents: Sequence[Agent], at: int, end: int) -> Iterator[Part]:
        meeting, mention = self.meeting_near(at, end, _REACH)
        words = (self.chunks[at].first, self.chunks[end - 1].last)
        for agent in agents:
            if meeting:
                yield Part(
                    meeting, agent, self.chunks[agent.at], "participant", "present", "part.reads-for", words, mention
                )

    def _reader(self, at: int, end: int) -> Iterator[Part]:
        """Who speaks in another's stead: in a speech read on his behalf *by Q*."""
        if not self.chunks[end - 1].is_among(tables.words("reading-verbs")):
            return
        by = next(
            (pos for pos in range(end, min(end + _NEAR, len(self.chunks))) if self.chunks[pos].is_word("by")), None
        )
        if by is not None:
            yield from self._speaks([agent for agent in self._after(by + 1)[:1] if agent.person], at, end)

    def _speaking(self, at: int) -> list[Agent]:
        """Those before the words, or the one before the verb and its meeting: P *addressed the forum* by message."""
        if not at:
            return []
        if not self.chunks[at - 1].meeting and ((found := self._before(at)) or self.chunks[at - 1].kind != "word"):
            return found
        for pos in range(at - 2, max(-1, at - _REACH), -1):
            chunk = self.chunks[pos]
            if chunk.person:
                return [Agent(pos, person=chunk.person)]
            if chunk.kind not in ("word", "meeting") or chunk.is_word(",", ";", "and"):
                break
        return []

    def _beside(self, at: int, end: int, side: str) -> list[Agent]:
        if side == "behind-comma" and at == 0:  # In a message to the forum, *the Council* said
            comma = self._comma(end)
            return [] if comma is None else self._after(comma + 1)[:1]
        if side != "after":
            return self._before(at)
        agents = self._after(end) or self._behind_titles(end)
        if at or self.chunks[end - 1].is_word(":") or not agents:
            return agents
        if self.chunks[agents[0].at].titles:
            return []  # *Representing the Minister* at the event, P
        *others, last = agents
        before = others[-1].at if others else end
        acts = not self._joined(before, last.at) and any(chunk.is_word(",") for chunk in self.chunks[before : last.at])
        behind = self.chunks[last.at + 1 : last.at + 3]
        goes_on = len(behind) > 1 and is_finite(behind[1])  # Deputising for the Minister, *P, said*
        closed = not others and len(behind) > 0 and behind[0].is_word(",") and not goes_on
        return others if acts and not closed else agents  # In the absence of P, *Q* chaired

    def _comma(self, start: int) -> int | None:
        return next(
            (at for at in range(start, min(start + _REACH, len(self.chunks))) if self.chunks[at].is_word(",")), None
        )

    def _joined(self, first: int, last: int) -> bool:
        return any(chunk.is_word("and", "&", ";") for chunk in self.chunks[first:last])

    def _of_presence(self, at: int, end: int) -> bool:
        """Whether somebody speaks or comes *on behalf of* another; signing and chairing need nobody's absence."""
        inserted = at == 0 or self.chunks[at - 1].is_word(",")  # P*, on behalf of Q,* welcomed them
        near = self.chunks[max(0, at - _REACH) : end + _REACH if inserted else at]
        return any(chunk.kind == "word" and chunk.text in tables.words("presence-words") for chunk in near)

    def _is_read(self, at: int) -> bool:
        """Whether it is a text that is read *on behalf of* somebody."""
        return any(chunk.is_word("read", "message", "messages") for chunk in self.chunks[max(0, at - _REACH) : at])

    def _before(self, at: int) -> list[Agent]:
        """Those before the words: the subject of a verb, or whoever stands right there."""
        beside = self.agents.ending_at(at) if self.chunks[at].is_word(",", "(") else None
        if beside and beside.agents:
            return list(beside.agents)
        found = self.agents.before(at)
        if not found and at and (person := self.chunks[at - 1].person):
            return [Agent(at - 1, person=person)]
        return found or self._across_titles(at) or self._before_but(at)

    def _before_but(self, at: int) -> list[Agent]:
        """P was invited *but* could not come: the only one named before, whose other verb stands there."""
        if not at or not self.chunks[at - 1].is_word("but"):
            return []
        named = [item for item in self.agents.items if item.last < at and not item.inner]
        return list(named[0].agents) if len(named) == 1 and len(named[0].agents) == 1 else []

    def _across_titles(self, at: int) -> list[Agent]:
        """P, President of Norway, *represented by*: the person whose titles stand right before."""
        pos = at
        while pos and (self.chunks[pos - 1].titles or self.chunks[pos - 1].is_word(",", "and")):
            pos -= 1
        person = self.chunks[pos - 1].person if pos else None
        return [Agent(pos - 1, person=person)] if person else []

    def _behind_titles(self, end: int) -> list[Agent]:
        """On behalf of *the Director, P*: the person behind the titles that stand right there."""
        pos = end + (end < len(self.chunks) and self.chunks[end].is_word("the"))
        titles = self.chunks[pos].titles if pos < len(self.chunks) else None
        if titles is None or len(titles.titles) > 1:
            return []
        pos += 1 + (pos + 1 < len(self.chunks) and self.chunks[pos + 1].is_word(","))
        person = self.chunks[pos].person if pos < len(self.chunks) else None
        return [Agent(pos, person=person)] if person else []

    def _after(self, end: int) -> list[Agent]:
        stop = next((at for at in self.agents.labels if at >= end), len(self.chunks))
        stop = next((at for at in range(end, stop) if self.chunks[at].is_word(":")), stop)  # for Norway: P and Q
        return self.agents.after(end, min(end + 4 * _REACH, stop))[0]

    def _stood_in_for(self, at: int) -> Iterator[Part]:
        """Mr. P, Adviser, *for Minister Q*; P, T *[for Q]*: he for whom one of those listed came did not."""
        if at < 2 or self.chunks[at].kind != "word":
            return
        person = next((pos for pos in range(at + 1, min(at + 4, len(self.chunks))) if self.chunks[pos].person), None)
        apart = self.chunks[at - 1].is_word(",", "[", "(")
        titled = apart and any(chunk.titles for chunk in self.chunks[max(0, at - _REACH) : at])
        between = self.chunks[at + 1 : person] if person else []
        owns = person and person + 1 < len(self.chunks) and self.chunks[person + 1].is_word("'s")
        if person and titled and not owns and all(chunk.titles or chunk.is_word("the") for chunk in between):
            yield from self._told(
                [Agent(person, person=self.chunks[person].person)], "absent", "part.stood-in-for", (at, at + 1)
            )

    def _told(
        self, agents: Sequence[Agent], presence: str, rule: str, cue: tuple[int, int], reach: int = _REACH
    ) -> Iterator[Part]:
        at, end = cue
        meeting, mention = self.meeting_near(at, end, reach)
        if mention is None and any(chunk.is_word(":") for chunk in self.chunks[end - 1 : end + 1]):
            meeting = self.scene.heading or meeting  # a label below it
        words = (self.chunks[at].first, self.chunks[end - 1].last)
        for agent in agents:
            if meeting:
                yield Part(meeting, agent, self.chunks[agent.at], "participant", presence, rule, words, mention)


@cache
def _begins() -> frozenset[str]:
    """The words with which a cue of absence or of a message begins."""
    return tables.first_words("absence-cues") | _BEGINNINGS


@cache
def _meeting_nouns() -> frozenset[str]:
    """The nouns that name a meeting or point back to one."""
    return frozenset((*tables.by_first_word("meeting-kinds"), *tables.by_first_word("meeting-references")))
