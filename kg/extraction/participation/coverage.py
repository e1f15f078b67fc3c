"""The record of a sitting, by its head: *9236th Meeting (AM & PM)*; whoever it reports of spoke there.

The United Nations and others report their sittings so, speaker by speaker: *P (Norway) said*, *Kenya's representative
noted*, *Also speaking were the representatives of A and B*.
"""

from collections.abc import Iterator

from kg.extraction.participation.agents import Agent
from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.parts import Part, PartReader
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_HEAD = 60
"""Tokens in which the head of a record stands."""
_TO_VERB = 3
"""Chunks from a representative to the verb: Norway's representative *also strongly* said."""
_TO_WHERE = 4
"""Chunks from the verb to where it was said, the verb included: said *in court*."""
_OPENING = 7
"""Chunks with which a sentence opens that say who, or when: *P, who died in 2019*, said."""
_YEAR = 4
"""Figures of a year."""
_TO_VOICE = 3
"""Chunks with which the sentence of a representative opens: *The permanent representative* of Norway."""
_TO_WERE = 8
"""Chunks of: Also delivering statements today *were*."""


def is_coverage(page: Page) -> bool:
    """Whether the head of a page numbers a sitting and tells the part of the day."""
    return page.kept(_is_coverage)


def _is_coverage(page: Page) -> bool:
    hours = tables.words("parts-of-days")
    tokens = () if page.said.isdisjoint(hours) else page.tokens[:_HEAD]
    return any(
        token.lower in ("meeting", "meetings") and tokens[at + 1].text == "(" and tokens[at + 2].lower in hours
        for at, token in enumerate(tokens[:-2])
    )


class CoveredParts(PartReader):
    """Reads those of whom one sentence of a record reports; they spoke in the main event."""

    def all(self) -> Iterator[Part]:
        """A speaker for the subject of each verb of speech, and for each of those said to have spoken too."""
        meeting = self.scene.main
        if meeting is None:
            return
        for agent, at in (*self._reported(), *self._listed()):
            span = (self.chunks[at].first, self.chunks[at].last)
            yield Part(meeting, agent, self.chunks[agent.at], "speaker", "present", "part.covered", span, None)

    def _reported(self) -> Iterator[tuple[Agent, int]]:
        """P (Norway) *said*; the representative of Kenya *noted*: who it was, and the verb."""
        verbs = tables.words("speech-verbs")
        for at, chunk in enumerate(self.chunks) if self.says(verbs) else ():
            if chunk.is_among(verbs) and at and not self._is_led(at) and not self._is_of_other_time(at):
                people = [agent for agent in self.agents.before(at) if agent.person]
                yield from ((agent, at) for agent in people or [*self._of_state(at)] or self._opening(at))
                return

    def _is_led(self, at: int) -> bool:
        """Whether it was said elsewhere, is to be said, or was not: *had* said, *will* stress, *never* said."""
        before = self.chunks[at - 1]
        return before.is_word("had", "to") or before.text in tables.words_of("modals", "negations")

    def _is_of_other_time(self, at: int) -> bool:
        """Whether the words up to the verb tell of another occasion: *As* P said; P, *who died in 2019,* said.

        So do a year in front (*In 2021*, P said), and what is no part of a sitting: *in court*, *on television*.
        """
        near = (*self.chunks[: min(at, _OPENING)], *self.chunks[at : at + _TO_WHERE])
        words = {chunk.text for chunk in near if chunk.kind == "word"}
        dated = self.chunks[0].is_word("in") and any(len(one) == _YEAR and one.isdecimal() for one in words)
        return dated or self.chunks[0].is_word("as") or not words.isdisjoint(tables.words("not-at-sittings"))

    def _opening(self, at: int) -> Iterator[Agent]:
        """The one person with whom the sentence opens: *P*, Under-Secretary-General, briefing the Council*, said*."""
        person = self.chunks[0].person
        if person and self.chunks[at - 1].is_word(",", ")"):
            yield Agent(0, person=person)

    def _of_state(self, at: int) -> Iterator[Agent]:
        """The state whose representative says it, with which the sentence opens."""
        voices = tables.words("state-voices")
        first = self.chunks[0]
        owner = first.titles.titles[0].body if first.titles else None
        near = at <= _TO_VERB or (self.chunks[1].is_word(",") and self.chunks[at - 1].is_word(","))
        if owner and owner.is_state and near and not voices.isdisjoint(self._words(first)):
            yield Agent(0, body=owner)  # *Norway's representative* said
            return
        body = next((pos for pos in range(1, at) if self.chunks[pos].body), None)
        if (
            body is None
            or at - body > _TO_VERB
            or any(chunk.kind not in ("word", "titles") for chunk in self.chunks[:body])
        ):
            return
        opening = self.chunks[: _TO_VOICE if self.chunks[0].is_word("the") else 1]
        if any(not voices.isdisjoint(self._words(chunk)) for chunk in opening):
            yield Agent(body, body=self.chunks[body].body)

    def _words(self, chunk: Chunk) -> list[str]:
        return chunk.text.split()

    def _listed(self) -> Iterator[tuple[Agent, int]]:
        """*Also speaking were* P, and the representatives of Norway and Kenya."""
        spoke = self.chunks[1] if len(self.chunks) > 1 and self.chunks[0].is_word("also") else None
        if spoke is None or not spoke.is_among(tables.words("also-spoke")):
            return
        said = self.says(tables.words("statements")) or spoke.text not in tables.words("also-did")
        if not said or self.says(tables.words("not-at-sittings")):
            return
        were = next((at for at, c in enumerate(self.chunks[:_TO_WERE]) if c.is_word("were", "was")), None)
        for item in self.agents.items if were else ():
            if were and item.first > were:
                yield from ((agent, 1) for agent in item.agents)
