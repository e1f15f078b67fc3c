"""What a relative pronoun stands for, and what a participle is said of: P, *who*; the delegation*, led by P*."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Item, Subject
from kg.extraction.participation.lists import ListReader
from kg.extraction.words import tables

_TO_ITS_MEETING = 10
"""Chunks between a meeting and the last body that its naming has."""
_OF_SETTING = 16
"""Chunks between a meeting and what is said of it, if they tell its day and place."""
_AMONG = 6
"""Chunks of: among the senior officials."""
_FAR = 40
"""Chunks that a title in quotation marks may have."""


class AntecedentReader:
    """Finds it in one sentence."""

    def __init__(self, lists: ListReader) -> None:
        self.lists = lists
        self.chunks: Sequence[Chunk] = lists.chunks

    def of(self, at: int) -> Subject:
        """What a relative pronoun at ``at`` stands for: P, *who*; the talks, *which*."""
        pos = at
        while pos > 0 and self.chunks[pos - 1].is_word(",", "(", ")"):
            pos -= 1
        pos = self._before_title(pos)
        index = self.lists.covering[pos - 1] if pos else None
        if index is not None:
            item = self.lists.items[index]
            if not item.agents and (one := self._one_among(pos)).agents:
                return one
            return Subject(item.agents, first=item.first, item=item, is_which=not self.chunks[at].is_word("who"))
        if pos and self.chunks[pos - 1].meeting:
            return Subject(meeting=self.chunks[pos - 1].meeting, first=pos - 1)
        return self._one_among(pos)

    def _one_among(self, at: int) -> Subject:
        """P *was among those* who, Q *is one of the officials* who: the one said to be of them."""
        for pos in range(at - 1, max(1, at - _AMONG), -1):
            if self.chunks[pos].kind != "word" or not self.chunks[pos].text.isalpha():
                break
            one = self.chunks[pos].is_word("of") and self.chunks[pos - 1].is_word("one")
            if one or self.chunks[pos].is_word("among"):
                return self._said_to_be(pos - 1 - one)
        return Subject()

    def _said_to_be(self, copula: int) -> Subject:
        """Of whom a form of *to be* is said: P and Q, Director of B, *were*."""
        end = copula - (copula > 0 and self.chunks[copula - 1].is_word("also", ","))
        if end not in self.lists.ending or self.chunks[copula].text not in tables.words("auxiliaries"):
            return Subject()
        items = self.lists.items_before(end)
        agents = tuple(agent for item in items for agent in item.agents)
        return Subject(agents, first=items[0].first, item=items[-1])

    def modified(self, at: int, *, named: bool) -> Subject:
        """What a participle at ``at`` is said of: the delegation*, led by P,* the talks *chaired by Q*."""
        found = replace(self.of(at), is_which=False)
        if found.meeting or named or (found.item and found.item.is_delegation):
            return found
        within = self._meeting_of(found.item) if found.item else Subject()
        return within if within.meeting else self._held_before(at)

    def _held_before(self, at: int) -> Subject:
        """The meeting behind which only its day and place stand: attended *the Conference in Oslo today,* hosted by."""
        if not self.chunks[at - 1].is_word(","):
            return Subject()
        for pos in range(at - 2, max(-1, at - _OF_SETTING), -1):
            chunk = self.chunks[pos]
            if chunk.meeting:
                return Subject(meeting=chunk.meeting, first=pos)
            if not (chunk.body.is_state if chunk.body else self._is_setting(chunk)):
                break
        return Subject()

    @staticmethod
    def _is_setting(chunk: Chunk) -> bool:
        """Whether a word may say when or where: *in Oslo, on 3 May*."""
        dated = chunk.text.isdecimal() or chunk.text in tables.words("calendar-words")
        return chunk.kind == "word" and (chunk.capital or dated or chunk.text in tables.words("setting-words"))

    def _before_title(self, at: int) -> int:
        """Before a title in quotation marks that ends at ``at``: the meeting *themed "Tides"*."""
        if not (at and self.chunks[at - 1].is_word('"', "'")):
            return at
        for pos in range(at - 2, max(0, at - _FAR), -1):
            if self.chunks[pos].is_word('"', "'"):
                return pos - 1 if self.chunks[pos - 1].text in tables.words("titled-words") else at
        return at

    def _meeting_of(self, item: Item) -> Subject:
        """The meeting whose naming ends with somebody: a meeting *of ministers from the Tide Council*, chaired by P."""
        if any(agent.person for agent in item.agents):
            return Subject()
        for pos in range(item.first - 1, max(-1, item.first - _TO_ITS_MEETING), -1):
            if self.chunks[pos].meeting:
                led = self.chunks[pos + 1].is_word("of", "from", "with", "between", "on", "for")
                return Subject(meeting=self.chunks[pos].meeting, first=pos) if led else Subject()
            if pos in self.lists.verbs or self.chunks[pos].is_word(",", ";", ":", "that", "which", "who"):
                break
        return Subject()
