"""Words that go on with the name of a body and were not read: the UN *office for drugs*, *Bank Negara* Malaysia."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables


class UnreadNames:
    """Tells how far such words reach; ``verbs`` are the chunks at which a verb begins."""

    def __init__(self, chunks: Sequence[Chunk], verbs: frozenset[int]) -> None:
        self.chunks = chunks
        self.verbs = verbs

    def unread(self, at: int) -> int:
        """Behind the capitalised words at ``at`` that were read as nothing: *Bank Negara*."""
        while at < len(self.chunks) and self.chunks[at].capital and self.chunks[at].kind == "word":
            if self.chunks[at].text in tables.words("calendar-words"):
                break
            at += 1
        return at

    def unit_ends(self, at: int) -> int:
        """Where the noun of a unit that was not read as a body ends, behind its owner: the UN *office for drugs*."""
        if at >= len(self.chunks) or self.chunks[at].kind != "word" or self.chunks[at].capital:
            return at
        if self.chunks[at].text not in tables.words("unit-nouns") or at in self.verbs:
            return at
        end = at + 1
        if end < len(self.chunks) and self.chunks[end].is_word("for", "on", "of", "against"):
            end += 1
            while end < len(self.chunks) and self.is_plain(end):
                end += 1
        return end

    def is_plain(self, at: int) -> bool:
        """Whether a word goes on with what a unit is for; *and* and all that opens something else does not."""
        chunk = self.chunks[at]
        ends = ("phrase-breaks", "finite-helpers", "modals")
        plain = chunk.kind == "word" and chunk.text.isalpha() and not chunk.is_word("and") and at not in self.verbs
        return plain and chunk.text not in tables.words_of(*ends)

    def subject_ends(self, at: int) -> int:
        """Behind what goes on with the name of a body and was not read: the Eurasian Group *against Laundering*."""
        if at + 1 < len(self.chunks) and self.chunks[at].is_word("against", "for", "on"):
            end = self.unread(at + 1)
            return end if end > at + 1 else at
        return at
