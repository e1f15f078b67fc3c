"""Items of a list that were not understood: how far each reaches, so that the items behind it are read all the same."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.links import LinkReader
from kg.extraction.participation.rosters import is_finite
from kg.extraction.participation.sayings import is_thing
from kg.extraction.words import tables

_LONGEST = 14  # chunks of one odd item
_WIDEST = 32  # chunks of several in a row
_BRACKET = 8
_RELATIVES = ("who", "which", "whose", "whom")


class OddItems:
    """Tells where a list goes on behind items that nobody understood, in one sentence."""

    def __init__(self, chunks: Sequence[Chunk], links: LinkReader) -> None:
        self.chunks = chunks
        self.links = links

    def lead_to(self, first: int, at: int, *, parted: bool) -> bool:
        """Whether only odd items lead to the one at ``first`` from ``at``, behind an item or words that part them."""
        reached, apart = self._walk(at, first, parted=parted)
        return reached and (apart or self._is_called(first)) and not self._is_town(first)

    def _is_called(self, first: int) -> bool:
        """Whether words that nobody read say right before a name who he is: *the sport Executive member hon* P."""
        before = self.chunks[first - 1]
        post = before.text in tables.column("role-heads", "role") or f"{before.text}s" in tables.words("member-nouns")
        return post and before.kind == "word" and self.chunks[first].person is not None

    def fill(self, at: int, end: int) -> bool:
        """Whether only odd items stand from ``at``, behind an item, up to ``end``, and the last of them ends there.

        What goes on with the item behind a title or relative is odd too: P, Coordinator of the Team *concerning Mali*.
        """
        goes_on = at < end and (self._is_relative(at) or self.chunks[at - 1].titles is not None)
        reached, parted = self._walk(at, end, parted=goes_on)
        return reached and not (parted and self._parts(end - 1))

    def _walk(self, at: int, end: int, *, parted: bool) -> tuple[bool, bool]:
        """Whether ``end`` is reached over odd items and what parts them, and whether what parts them came last."""
        if end - at > _WIDEST or not (parted or self._parts(at)):
            return False, parted
        while at < end:
            link = at + 1 if self._opens_list(at) else self.links.end(at, end)
            if link is not None:
                at, parted = link, True
                continue
            odd = self.end(at, end) if parted else at
            if odd == at:
                return False, parted
            at, parted = odd, False
        return True, parted

    def end(self, at: int, stop: int) -> int:
        """Where the odd item at ``at`` ends: at the next mark or word that parts items; ``at``: there is none."""
        pos, relative = at, False
        if self._opens_clause(at) and not self._is_relative(at):
            return at
        while pos < stop and not (pos > at and self._parts(pos)):
            if pos - at > _LONGEST:
                return at
            if self.chunks[pos].is_word("(", '"', "\u201c"):
                pos = self._closed(pos, stop)
                continue
            relative = relative or self._is_relative(pos)
            if self._breaks(pos, relative=relative):
                return at
            pos += 1
        return pos

    def _parts(self, at: int) -> bool:
        """Whether a mark or word that parts items stands at ``at``, or one that opens a list of whoever is meant."""
        if self.chunks[at].is_word(",", ";", "and", "&") or self._opens_list(at):
            return True
        return [chunk.text for chunk in self.chunks[at : at + 3]] == ["as", "well", "as"]

    def _opens_list(self, at: int) -> bool:
        """Whether a mark behind a noun opens a list: the observer states *–* Norway, Kenya; the envoys to Mali*:* P."""
        if not at or not self.chunks[at].is_word(":", "\u2013", "\u2014"):
            return False
        before = self.chunks[at - 1]
        return (before.kind == "word" and before.text.isalpha() and not before.capital) or before.body is not None

    def _opens_clause(self, at: int) -> bool:
        chunk = self.chunks[at]
        return chunk.kind == "word" and chunk.text in tables.words("odd-breaks")

    def _closed(self, at: int, stop: int) -> int:
        """Behind the bracket or quotation marks that open at ``at``."""
        closer = {"(": ")", '"': '"'}.get(self.chunks[at].text, "\u201d")
        ends = (pos + 1 for pos in range(at + 1, min(at + _BRACKET, stop)) if self.chunks[pos].is_word(closer))
        return next(ends, at + 1)

    def _is_relative(self, at: int) -> bool:
        """Whether a word tells more of an item: civil society *whose*, the institutions *that* observe it."""
        chunk = self.chunks[at]
        of_people = at > 0 and (self.links.is_of_people(at - 1) or self.links.is_organ(at - 1))
        return chunk.is_word(*_RELATIVES) or (chunk.is_word("that") and of_people)

    def _breaks(self, at: int, *, relative: bool) -> bool:
        """Whether a chunk shows that no item is told of but a clause: a meeting, a verb that no *who* leads."""
        chunk = self.chunks[at]
        if chunk.meeting or chunk.is_word(":", ".", "it", "they", "he", "she", "we", "not"):
            return True
        if chunk.is_word("that") and not relative:
            return True
        if chunk.kind != "word" or relative:
            return False
        return at in self.links.verbs or (is_finite(chunk) and not self._is_of_item(at))

    def _is_of_item(self, at: int) -> bool:
        """Whether a word goes on with an item that elsewhere is of a verb: the observer *states*, accredited *to* B."""
        behind = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        to_body = self.chunks[at].is_word("to") and behind is not None and behind.body is not None
        people = self.links.is_of_people(at) or is_thing(self.chunks, at)
        return to_body or self.chunks[at].text.endswith("ly") or people

    def _is_town(self, first: int) -> bool:
        """Whether the state at ``first`` says where a town is: at a school in *Oslo, Norway*."""
        body = self.chunks[first].body
        before = self.chunks[max(0, first - 4) : first - 1]
        capital = bool(before) and before[-1].capital and before[-1].kind == "word"
        led = any(chunk.is_word("in", "at", "from", "near") for chunk in before[:-1])
        return body is not None and body.is_state and self.chunks[first - 1].is_word(",") and capital and led
