"""Lists of those who take part: people with their titles, bodies, counted groups, separated in any way.

A list is parsed whole: an item is a person with what stands in apposition, a body, or a number of a body's
members ("16 Compact entities"); a body inside a person's apposition is no item of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extraction import tables
from kg.extraction.body import BodyMention
from kg.extraction.chunks import Chunk
from kg.extraction.people import PersonMention

_SEPARATORS = frozenset(
    (",", ";", "and", "&", "as", "well", "together", "along", "with", "including", ":", "-", "*", ".")
)
_CLOSERS = frozenset((",", ";", "and", "&", "."))


@dataclass(frozen=True, slots=True)
class Agent:
    """One item of a list: a person or a body, or ``count`` members of a body. ``at`` is its chunk.

    ``begins`` is the first token of its words if they begin before the chunk (the number of a counted group).
    """

    at: int
    person: PersonMention | None = None
    body: BodyMention | None = None
    count: int | None = None
    begins: int | None = None


class AgentReader:
    """Reads lists of agents in one sentence; ``owner`` tells whose a title is (by the title's first token)."""

    def __init__(self, chunks: Sequence[Chunk], owner: Mapping[int, PersonMention]) -> None:
        self.chunks = chunks
        self.owner = owner

    def after(self, at: int, stop: int | None = None) -> tuple[list[Agent], int]:
        """The agents of the list that begins at chunk ``at`` (and ends before ``stop``), and the chunk after it."""
        stop = len(self.chunks) if stop is None else stop
        found: list[Agent] = []
        pos = end = at
        while pos < stop:
            pos = self._skip(pos, bool(found))
            item = self._item(pos) if pos < stop else None
            if item:
                found += item[0]
                pos = end = item[1]
            if item is None or (pos < stop and not self._separates(pos)):
                resumed = self._resume(pos, stop) if found else None
                if resumed is None:
                    break
                pos = resumed
        return found, end

    def before(self, at: int) -> list[Agent]:
        """The agents of the list that ends right before chunk ``at``: the subject of a verb there."""
        end = at
        while end and self.chunks[end - 1].kind == "word" and self.chunks[end - 1].text in tables.words("verb-helpers"):
            end -= 1
        relative = self._relative(end)
        if relative:
            return relative
        for start in range(max(0, end - 60), end):
            if self._opens(start):
                agents, stop = self.after(start, end)
                if agents and self._only_closing(stop, end):
                    return agents
        return []

    def _relative(self, end: int) -> list[Agent]:
        """``P, who …``: the person before the pronoun."""
        if not end or not self.chunks[end - 1].is_word("who"):
            return []
        pos = end - 2
        while pos >= 0 and (self.chunks[pos].titles or self.chunks[pos].is_word(",", ")", "(")):
            pos -= 1
        person = self.chunks[pos].person if pos >= 0 else None
        return [Agent(pos, person=person)] if person else []

    def _opens(self, start: int) -> bool:
        """Whether a subject may begin here: an agent, or a word that leads to one, at the start of a clause."""
        chunk = self.chunks[start]
        if chunk.kind == "word" and chunk.text not in (
            "the",
            "both",
            "representatives",
            "senior",
            "officials",
            "members",
        ):
            return False
        if start == 0:
            return True
        before = self.chunks[start - 1]
        return before.kind == "word" and (before.text in tables.words("clause-openers") or not before.text[0].isalpha())

    def _only_closing(self, stop: int, end: int) -> bool:
        return stop <= end and all(
            chunk.is_word(",", ")", "-", "both", "jointly", "also") for chunk in self.chunks[stop:end]
        )

    def _skip(self, pos: int, inside: bool) -> int:
        while pos < len(self.chunks):
            chunk = self.chunks[pos]
            if chunk.kind != "word" or not (
                chunk.text in tables.words("list-leads") or (inside and chunk.text in _SEPARATORS)
            ):
                break
            pos += 1
        return pos

    def _separates(self, pos: int) -> bool:
        chunk = self.chunks[pos]
        return chunk.kind == "word" and chunk.text in _SEPARATORS

    def _resume(self, pos: int, stop: int) -> int | None:
        """In a list with semicolons, the item after the next one: an odd item does not end the list."""
        for at in range(pos, stop):
            if self.chunks[at].is_word(";"):
                return at + 1
        return None

    def _item(self, pos: int) -> tuple[list[Agent], int] | None:
        chunk = self.chunks[pos]
        if chunk.person:
            return [Agent(pos, person=chunk.person)], self._apposition(pos + 1, chunk.person)
        if chunk.titles:
            return self._titled(pos)
        if chunk.kind == "word" and chunk.text.isdecimal() and len(chunk.text) < 7:
            return self._group(pos)
        if chunk.body:
            return self._body(pos)
        return None

    def _titled(self, pos: int) -> tuple[list[Agent], int] | None:
        """A title in front of its person, or one that stands for him; a title of nobody named is passed over."""
        owner = self.owner.get(self.chunks[pos].first)
        at = pos + 1
        while owner and at < len(self.chunks) and (self.chunks[at].titles or self.chunks[at].is_word(",", "and")):
            at += 1
        if owner and at < len(self.chunks) and self.chunks[at].person == owner:
            return [Agent(at, person=owner)], self._apposition(at + 1, owner)
        return ([Agent(pos, person=owner)] if owner else []), pos + 1

    def _group(self, pos: int) -> tuple[list[Agent], int] | None:
        """``16 Compact entities``: a count, a body that owns the members, a noun for them."""
        at = pos + 1
        while at < len(self.chunks) and self.chunks[at].is_word("of", "the"):
            at += 1
        if at + 1 < len(self.chunks) and (body := self.chunks[at].body) and self._is_members(at + 1):
            count = int(self.chunks[pos].text)
            return [Agent(at, body=body, count=count, begins=self.chunks[pos].first)], at + 2
        return None

    def _body(self, pos: int) -> tuple[list[Agent], int] | None:
        body = self.chunks[pos].body
        if pos + 1 < len(self.chunks) and self._is_members(pos + 1):
            return [Agent(pos, body=body)], pos + 2
        return [Agent(pos, body=body)], pos + 1

    def _is_members(self, pos: int) -> bool:
        return self.chunks[pos].kind == "word" and self.chunks[pos].text in tables.words("member-nouns")

    def _apposition(self, pos: int, person: PersonMention) -> int:
        """Where the words in apposition to ``person`` end: titles, bodies between, brackets, a place."""
        while pos < len(self.chunks):
            step = self._apposition_step(pos, person)
            if step is None:
                return pos
            pos = step
        return pos

    def _apposition_step(self, pos: int, person: PersonMention) -> int | None:
        chunk = self.chunks[pos]
        following = self.chunks[pos + 1] if pos + 1 < len(self.chunks) else None
        if chunk.titles and self.owner.get(chunk.first) == person:
            return pos + 1
        if chunk.is_word("("):
            closing = next((k for k in range(pos, min(pos + 8, len(self.chunks))) if self.chunks[k].is_word(")")), None)
            return closing + 1 if closing else None
        if following is None:
            return None
        if chunk.is_word(",") and following.titles and self.owner.get(following.first) == person:
            return pos + 2
        if chunk.is_word("of", "from", "at") and following.body:
            return pos + 2
        if (
            chunk.is_word("of", "from", "at")
            and following.is_word("the")
            and pos + 2 < len(self.chunks)
            and self.chunks[pos + 2].body
        ):
            return pos + 3
        if chunk.is_word("in") and following.kind == "word" and self._place_ends(pos + 1):
            return self._place_ends(pos + 1)
        if chunk.is_word(",") and following.body and self._title_follows(pos + 2, person):
            return pos + 2
        return None

    def _title_follows(self, pos: int, person: PersonMention) -> bool:
        while pos < len(self.chunks) and self.chunks[pos].is_word(",", "and"):
            pos += 1
        return (
            pos < len(self.chunks)
            and self.owner.get(self.chunks[pos].first) == person
            and bool(self.chunks[pos].titles)
        )

    def _place_ends(self, pos: int) -> int | None:
        for end in range(pos + 1, min(pos + 4, len(self.chunks) + 1)):
            if end == len(self.chunks) or self.chunks[end].is_word(*_CLOSERS):
                return end
            if self.chunks[end].kind != "word":
                return None
        return None
