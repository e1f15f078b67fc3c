"""Nouns behind the name of a body for those who belong to it: its *members*, its *participating States*, 16 of them."""

from collections.abc import Sequence
from itertools import takewhile

from kg.extraction.participation.chunks import Chunk
from kg.extraction.participation.items import Agent, Item
from kg.extraction.participation.unread import UnreadNames
from kg.extraction.words import tables

_KIND = 2
"""Words that say of what kind those of a body are: Kenyan *law enforcement* officers."""
_IN_BRACKET = 24


class MemberReader:
    """Reads who of a body is meant behind its name in one sentence; ``names`` are those not read as bodies."""

    def __init__(self, chunks: Sequence[Chunk], names: UnreadNames) -> None:
        self.chunks = chunks
        self.names = names

    def are_at(self, at: int) -> bool:
        """Whether a noun for those of a body stands at ``at``: *members*, *officials*, *delegation*."""
        return self.chunks[at].kind == "word" and self.chunks[at].text in tables.words("member-nouns")

    def is_one_of_them(self, at: int) -> bool:
        """Whether *members* stands at ``at`` with a state right behind, which is one of them."""
        if at + 1 >= len(self.chunks) or not self.chunks[at].is_word("member", "members"):
            return False
        state = self.chunks[at + 1].body
        return state is not None and state.is_state

    def behind(self, at: int) -> int:
        """Where the noun of a body's people stands, up to two words behind it: Agency *diplomatic* officials."""
        for end in range(at, min(at + _KIND + 1, len(self.chunks))):
            if self.are_at(end):
                return end
            if not self.names.is_plain(end) or self.chunks[end].capital:
                break
        return at

    def are_states(self, at: int) -> bool:
        """Whether words for the states that belong to a body stand at ``at``."""
        words = [chunk.text for chunk in self.chunks[at : at + 2] if chunk.kind == "word"]
        words = words[0].split("-") if words and words[0].count("-") == 1 else words  # the *member-states*
        tests = (tables.words("belonging-states"), tables.words("states-in-number"))
        return len(words) == len(tests) and all(word in known for word, known in zip(words, tests, strict=True))

    def opens_names(self, at: int) -> bool:
        """Whether a bracket at ``at`` names several bodies."""
        inside = (
            self.chunks[at + 1 : at + _IN_BRACKET] if at < len(self.chunks) and self.chunks[at].is_word("(") else ()
        )
        return sum(chunk.body is not None for chunk in takewhile(lambda one: not one.is_word(")"), inside)) > 1

    def counted(self, first: int, at: int) -> Item | None:
        """``16 Compact entities``: a count, a body that owns the members, a noun for them; or ``12 from Kenya``."""
        if at + 1 < len(self.chunks) and self.chunks[at + 1].is_word("from"):
            return self._from(first, at + 2)
        pos = at + 1
        while pos < len(self.chunks) and self.chunks[pos].is_word("of", "the"):
            pos += 1
        if pos + 1 < len(self.chunks) and (body := self.chunks[pos].body) and self.are_at(pos + 1):
            count = int(self.chunks[at].text)
            agent = Agent(pos, body=body, count=count, begins=self.chunks[at].first)
            return Item(first, pos + 2, (agent,))
        return None

    def _from(self, first: int, at: int) -> Item | None:
        """Whence others came that are only counted: ten officers from Norway, *12 from Kenya* and two from Peru."""
        at += at < len(self.chunks) and self.chunks[at].is_word("the")
        body = self.chunks[at].body if at < len(self.chunks) else None
        return Item(first, at + 1, (Agent(at, body=body),)) if body else None
