"""What a relative pronoun stands for, and what a participle is said of: P, *who*; the delegation*, led by P*."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Item, Subject
from kg.extraction.participation.lists import ListReader
from kg.extraction.text.tokens import is_figures
from kg.extraction.words import tables

_TO_ITS_MEETING = 10
"""Chunks between a meeting and the last body that its naming has."""
_OF_SETTING = 16
"""Chunks between a meeting and what is said of it, if they tell its day and place."""
_TO_ITS_HOUSE = 6
_TO_WHOSE = 5
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
            return Subject(item.agents, first=item.first, item=item, is_which=not self.chunks[at].is_word("who"))
        if pos and self.chunks[pos - 1].meeting:
            return Subject(meeting=self.chunks[pos - 1].meeting, first=pos - 1)
        return self._held_before(at) if at and self.chunks[at].is_word("which") else Subject()

    def all_of(self, last: int) -> Subject | None:
        """The whole list that a relative before ``last`` takes up: A, B and C, *all of which*, *whose envoys all*."""
        opens = last - 1
        while opens > 1 and self.chunks[opens].is_word("all", "both", "each", "also", "have", "had", "were"):
            opens -= 1
        last = opens + 1
        while opens > 0 and opens > last - _TO_WHOSE and self._is_of_people(opens):
            opens -= 1
        whose = self.chunks[opens].is_word("whose") and opens < last - 1
        if not whose and self.chunks[opens].is_word("which", "whom") and self.chunks[opens - 1].is_word("of"):
            opens -= 2
            whose = self.chunks[opens].is_word("all", "both", "each")
        if not (whose and opens > 0):
            return None
        items = self.lists.items_before(opens - self.chunks[opens - 1].is_word(","))
        agents = tuple(agent for item in items for agent in item.agents)
        return Subject(agents, first=items[0].first, item=items[-1]) if agents else None

    def _is_of_people(self, at: int) -> bool:
        """Whether people stand at ``at`` whom nobody names: whose *representatives*."""
        return self.lists.links.is_of_people(at) or (
            self.chunks[at].kind == "titles" and self.chunks[at].text in tables.words("attendee-nouns")
        )

    def modified(self, at: int, *, named: bool) -> Subject:
        """What a participle at ``at`` is said of: the delegation*, led by P,* the talks *chaired by Q*."""
        found = replace(self.of(at), is_which=False)
        if found.meeting or named or (found.item and self._is_delegation(found.item)):
            return found
        within = self._meeting_of(found.item) if found.item else Subject()
        return within if within.meeting else self._held_before(at)

    def _is_delegation(self, item: Item) -> bool:
        """Whether it is one of those whose delegations are listed: *delegations* of Norway, led by P, *Kenya*, led."""
        return any(one.is_delegation for one in self.lists.items_before(item.last))

    def is_told_more(self, at: int) -> bool:
        """Whether a participle with *by* tells more of who stands before it: the Council *supported* by Norway."""
        chunk = self.chunks[at] if at in self.lists.ending and at + 1 < len(self.chunks) else None
        told = chunk is not None and chunk.kind == "word" and chunk.text.endswith("ed")
        return told and self.chunks[at + 1].is_word("by")

    def _held_before(self, at: int) -> Subject:
        """The meeting behind which only its day and place stand: attended *the Conference in Oslo today,* hosted by.

        *The session was held in Oslo,* which was chaired by.
        """
        if not self.chunks[at - 1].is_word(","):
            return Subject()
        which = self.chunks[at].is_word("which")
        for pos in range(at - 2, max(-1, at - _OF_SETTING), -1):
            chunk = self.chunks[pos]
            if chunk.meeting:
                return Subject(meeting=chunk.meeting, first=pos)
            held = chunk.text in tables.words("held-words") or chunk.text in tables.words("auxiliaries")
            house = which and chunk.is_word("the", "its") and self.chunks[pos + 1].capital
            if (
                self.chunks[at].text in tables.words("said-of-meetings")
                and chunk.kind == "word"
                and pos not in self.lists.verbs
            ):
                continue  # the conference on Tribute to the Victims of Tides, *organised by* the Council
            where = self._is_house(pos) or chunk.text in tables.words("houses") or chunk.is_word("at", "the", "of")
            if house or not (chunk.body.is_state or where if chunk.body else held or where or self._is_setting(chunk)):
                break  # in *the Tide Hall,* which was opened by P
        return Subject()

    def _is_house(self, at: int) -> bool:
        """Whether a body lends its house: *at the Council's* headquarters, *at the seat of the Council*."""
        for pos in range(at - 1, max(-1, at - _TO_ITS_HOUSE), -1):
            chunk = self.chunks[pos]
            if chunk.is_word("at"):
                return True
            if not (chunk.is_word("the", "of", "in") or chunk.text in tables.words("houses")):
                return False
        return False

    @staticmethod
    def _is_setting(chunk: Chunk) -> bool:
        """Whether a word may say when or where: *in Oslo, on 3 May*."""
        dated = is_figures(chunk.text) or chunk.text in tables.words("calendar-words")
        if chunk.titles:
            return True  # at the level of *ministers*
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
