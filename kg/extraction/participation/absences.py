"""Who was not at a meeting in person: represented, excused, there by a message only, invited, its patron."""

from collections.abc import Iterator, Sequence

from kg.extraction.participation.items import Agent
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.participation.rosters import labels
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import beginning

_REACH = 10


class AbsenceReader(PartReader):
    """Reads those who are told of in one sentence without having been there."""

    def all(self) -> Iterator[Part]:
        """Every one, in order of the words that say it."""
        if not self.says(tables.by_first_word("absence-cues")) and not self.says(("for",)):
            return
        at = 0
        while at < len(self.chunks):
            hit = beginning("absence-cues", self.chunks, at)
            if hit is None:
                yield from self._stood_in_for(at)
                at += 1
                continue
            end, row = hit
            if self.chunks[at].is_word("on") and not self._of_presence(at):
                at = end
                continue
            agents = self._beside(at, end, row["side"])
            if row["of"] == "people":
                agents = [agent for agent in agents if agent.person]
            presence = "message" if self.chunks[at].is_word("on") and self._is_read(at) else row["presence"]
            yield from self._told(agents, presence, row["rule"], at, end)
            at = end

    def _beside(self, at: int, end: int, side: str) -> list[Agent]:
        if side == "behind-comma" and at == 0:  # In a message read by Q, *P* said
            comma = self._comma(end)
            return [] if comma is None else self._after(comma + 1)[:1]
        if side != "after":
            return self._before(at)
        agents = self._after(end)
        opened = at == 0 and len(agents) > 1 and not self._joined(agents[-2].at, agents[-1].at)
        return agents[:-1] if opened else agents  # In the absence of P, *Q* chaired

    def _comma(self, start: int) -> int | None:
        return next(
            (at for at in range(start, min(start + _REACH, len(self.chunks))) if self.chunks[at].is_word(",")), None
        )

    def _joined(self, first: int, last: int) -> bool:
        return any(chunk.is_word("and", "&", ";") for chunk in self.chunks[first:last])

    def _of_presence(self, at: int) -> bool:
        """Whether somebody speaks or comes *on behalf of* another; signing and chairing need nobody's absence."""
        near = self.chunks[max(0, at - _REACH) : at]
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
        return found or self._across_titles(at)

    def _across_titles(self, at: int) -> list[Agent]:
        """P, President of Norway, *represented by*: the person whose titles stand right before."""
        pos = at
        while pos and (self.chunks[pos - 1].titles or self.chunks[pos - 1].is_word(",", "and")):
            pos -= 1
        person = self.chunks[pos - 1].person if pos else None
        return [Agent(pos - 1, person=person)] if person else []

    def _after(self, end: int) -> list[Agent]:
        stop = next((at for at in labels(self.chunks) if at >= end), len(self.chunks))
        stop = next((at for at in range(end, stop) if self.chunks[at].is_word(":")), stop)  # for Norway: P and Q
        return self.agents.after(end, min(end + 4 * _REACH, stop))[0]

    def _stood_in_for(self, at: int) -> Iterator[Part]:
        """Mr. P, Adviser, *for Minister Q*: in a list of those who came, who is named behind *for* did not."""
        if not self.chunks[at].is_word("for") or at < 2:
            return
        person = next((pos for pos in range(at + 1, min(at + 4, len(self.chunks))) if self.chunks[pos].person), None)
        titled = self.chunks[at - 1].is_word(",") and any(c.titles for c in self.chunks[max(0, at - _REACH) : at])
        between = self.chunks[at + 1 : person] if person else []
        owns = person and person + 1 < len(self.chunks) and self.chunks[person + 1].is_word("'s")
        if person and titled and not owns and all(chunk.titles or chunk.is_word("the") for chunk in between):
            yield from self._told(
                [Agent(person, person=self.chunks[person].person)], "absent", "part.stood-in-for", at, at + 1
            )

    def _told(self, agents: Sequence[Agent], presence: str, rule: str, at: int, end: int) -> Iterator[Part]:
        meeting, mention = self.meeting_near(at, end, _REACH)
        words = (self.chunks[at].first, self.chunks[end - 1].last)
        for agent in agents:
            if meeting:
                yield Part(meeting, agent, self.chunks[agent.at], "participant", presence, rule, words, mention)
