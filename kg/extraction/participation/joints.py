"""Whether one item goes on with the list of the one before: by a link, a mark, words that run on to it, or no word."""

from collections.abc import Container, Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Item
from kg.extraction.participation.links import LinkReader
from kg.extraction.words import tables

_RUN = 5
"""Words that run on from somebody nobody names."""
_FAR = 40
"""Chunks that may stand between items parted by a semicolon."""


class JointReader:
    """Reads what stands between two items that follow each other in one sentence."""

    def __init__(self, chunks: Sequence[Chunk], verbs: Container[int], links: LinkReader) -> None:
        self.chunks = chunks
        self.verbs = verbs
        self.links = links

    def joins(self, item: Item, following: Item) -> bool:
        """Whether an item goes on with the list of the one before."""
        last, first = item.last, following.first
        if last == first:
            return not item.agents or self._heads(item, following)
        if item.first and last < first and self.is_of_source(last, following):
            return False
        if not item.agents and self._runs_into(item, following):
            return True
        if self.links.leads(last, first, linked=not item.agents and self.chunks[last].is_word("of", "from")):
            return True
        between = self.chunks[last:first]
        if len(between) == 1 and between[0].is_word("\u2013", "\u2014"):
            return self._heads(item, following)
        odd = any(chunk.is_word(";") for chunk in between) and len(between) <= _FAR
        odd = odd and not any(chunk.meeting for chunk in between)
        return odd and not any(at in self.verbs for at in range(last, first))

    def is_of_source(self, at: int, item: Item) -> bool:
        """Whether a comma behind ``at`` parts off whoever tells of it: chaired by Norway*, the Ministry said*."""
        if item.last >= len(self.chunks):
            return False
        said = self.chunks[item.last + self.chunks[item.last].is_word("has", "had", "also")]
        comma = item.first - 1
        while comma > at and self.chunks[comma].is_word("the", "a"):
            comma -= 1
        return at <= comma and self.chunks[comma].is_word(",") and said.text in tables.words("speech-verbs")

    def _runs_into(self, item: Item, following: Item) -> bool:
        """Whether the words of one whom nobody names run on: *heads of the* partner *states'* delegations P.

        A title runs on to its holder: the Director of the Centre *for tides in Asia* P.
        """
        between = range(item.last, following.first)
        if len(between) > _RUN or any(at in self.verbs for at in between):
            return False
        if any(self.chunks[at].text in tables.words("speech-verbs") for at in between):
            return False  # the DG *thanked* Ambassador P
        titled = self.chunks[item.last - 1].titles is not None and any(agent.person for agent in following.agents)
        owned = all(self.chunks[at].is_word("'", "\u2019", "'s", "\u2019s") for at in between)
        words = all(chunk.kind == "word" and chunk.text.isalpha() for chunk in self.chunks[item.last : following.first])
        joins = any(self.links.end(at, following.first) is not None for at in between)
        return owned or (words and not joins and (titled or not following.agents))

    @staticmethod
    def _heads(item: Item, following: Item) -> bool:
        """Whether a body heads the person who came from it (*Norway \u2013 P*), or states stand in columns."""
        states = all(agent.body and agent.body.is_state for agent in (*item.agents, *following.agents))
        return states or (any(agent.body for agent in item.agents) and any(agent.person for agent in following.agents))
