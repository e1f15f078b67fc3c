"""The items of a sentence, words and bodies, and what each is: a label, a mark, a counted noun, the topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.extraction.body.bodies import BodyMention
from kg.extraction.computed import computed
from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables

_NAMING = ("body", "meeting", "person")
"""Kinds of items that may name a body, alone or inside."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Item:
    """Tokens ``[first, last)``: a body, a person, a meeting, or one word or mark; ``text`` is case-folded."""

    kind: Final[str]
    first: Final[int]
    last: Final[int]
    text: Final[str] = ""
    body: Final[BodyMention | None] = None
    inner: Final[BodyMention | None] = None
    """The body in the name of a meeting or body: the *Glacier Agency* Plenary, Secretariat of the *Glacier Agency*."""

    def is_word(self, *words: str) -> bool:
        """Whether this is one of the given words or marks."""
        return self.kind == "word" and self.text in words


def heading_noun(name: str) -> str:
    """The noun that heads the name of a body: tides *division*, *office* of tides."""
    words = name.casefold().split()
    ends = next((at for at, word in enumerate(words) if at and word in tables.words("complement-leads")), len(words))
    return words[ends - 1] if words else ""


class RowItems:
    """Looks at the items of one row."""

    def __init__(self, items: Sequence[Item | Chunk]) -> None:
        self.items = items
        self.words = [item.text if item.kind == "word" else "" for item in items]
        self.said = frozenset(self.words)
        self.kinds = frozenset([item.kind for item in items])

    @computed
    def topic(self) -> BodyMention | None:
        """The body of which the sentence speaks: its first word, or what something *is the* …, at its end."""
        if self.kinds.isdisjoint(_NAMING):
            return None
        return self.topic_before(len(self.items)) or self._named_last() or self.of_meeting(len(self.items))

    def of_meeting(self, end: int) -> BodyMention | None:
        """The one body in the names of the meetings before ``end``, which is whose meetings they are."""
        found = [item.inner for item in self.items[:end] if item.inner and not item.inner.is_state]
        return found[0] if len(found) == 1 else None

    def goes_on(self) -> bool:
        """Whether the sentence goes on about the body of the one before: *It* has, *Its* members; or names none."""
        return self.word(0) in ("it", "its") or self.is_label() or self.kinds.isdisjoint(("body", "person"))

    def names_only(self) -> bool:
        """Whether nothing but bodies, articles and marks stand here: an entry of a list."""
        if "body" not in self.kinds:
            return False
        leads = tables.words("body-leads")
        for at, item in enumerate(self.items):
            if item.kind != "body" and self.words[at] not in leads and not self.mark(at):
                return False
        return True

    def names_dated(self) -> bool:
        """Whether nothing but bodies, dates, brackets and marks stand here: a line of a table of members."""
        depth, named = 0, False
        for at, item in enumerate(self.items):
            word = self.word(at)
            depth += (word == "(") - (word == ")")
            named = named or item.kind == "body"
            plain = item.kind == "body" or self.mark(at) or word[:1].isdigit() or word in tables.words("calendar-words")
            if not (plain or depth or word in tables.words("body-leads")):
                return False
        return named

    def heads_columns(self) -> bool:
        """Whether the words are those over the columns of a table: *Country, Date of accession*."""
        return all(item.kind == "word" for item in self.items) and all(
            self.mark(at) or word in tables.words("column-words") for at, word in enumerate(self.words)
        )

    def is_label(self) -> bool:
        """Whether the line begins with a label and its colon: *Members:* X and Y."""
        start = self.words[:3]
        return ":" in start and any(word == ":" and before for before, word in pairwise(start))

    def companion(self) -> list[BodyMention]:
        """With whom the sentence opens as one of those it is told of: *Besides Kenya* the Fund includes Peru."""
        first = next((at for at, item in enumerate(self.items) if item.body), 0)
        led = " ".join(self.words[: self.before_leads(first)]) in tables.words("opening-companions")
        body = self.body(first)
        return [body] if body and led else []

    def topic_before(self, end: int) -> BodyMention | None:
        """The body with which the sentence begins, if it does so before ``end``."""
        at = self.led(0)
        body = self.body(at)
        return body if at < end and body and not body.prefix and self.word(at + 1) != "'s" else None

    def sole_head(self, end: int) -> BodyMention | None:
        """The body with which the sentence begins, if nobody else is named before ``end``."""
        at = self._clause_head(end)
        others = any(item.kind in ("body", "person") for item in self.items[at + 1 : end])
        body = self.body(at)
        return body if not others and at < end and body and not body.prefix and self.word(at + 1) != "'s" else None

    def _clause_head(self, end: int) -> int:
        """Where the head of the clause at ``end`` stands: at the beginning of the sentence, or behind *that*."""
        first = next((at for at, item in enumerate(self.items[:end]) if item.body), 0)
        before = self.before_leads(first)
        return first if self.word(before - 1) == "that" else self.led(0)

    def _named_last(self) -> BodyMention | None:
        end = len(self.items) - 1
        if end < 2 or self.word(end) != ".":
            return None
        before = self.before_leads(end - 1)
        return self.body(end - 1) if self.word(before - 1) in ("is", "called") else None

    def word(self, at: int) -> str:
        """The word at ``at``; nothing for a body or beyond the ends."""
        try:
            return self.words[at] if at >= 0 else ""
        except IndexError:
            return ""

    def body(self, at: int) -> BodyMention | None:
        """The body at ``at``, or None."""
        return self.items[at].body if 0 <= at < len(self.items) else None

    def is_unit(self, body: BodyMention) -> bool:
        """Whether the name says that the body is a unit of another: the Tides Division, the Board."""
        names = (item.text for item in self.items if item.body is body)
        return any(word in tables.words("unit-heads") for name in names for word in name.split())

    def is_divided(self, body: BodyMention) -> bool:
        """Whether the name says that bodies of which it consists are its parts, not its members: the Tides Ministry."""
        heads = (heading_noun(item.text) for item in self.items if item.body is body)
        return any(head in tables.words("divided-heads") for head in heads)

    def is_counted(self, at: int) -> bool:
        """Whether a noun stands at ``at`` for bodies or states that nobody names: *ten governments*."""
        return self.word(at) in tables.words("member-nouns") or self.word(at) in tables.words("governments")

    def mark(self, at: int) -> bool:
        """Whether a mark of punctuation, or an end of the row, is at ``at``."""
        if not 0 <= at < len(self.items):
            return True
        text = self.word(at)
        return bool(text) and not text.isalnum() and not any(map(str.isalnum, text)) and text != "'s"

    def is_complement(self, end: int) -> bool:
        """Whether the body that ends before ``end`` only completes another noun: P *of* the Agency."""
        at = end - 2 if self.mark(end - 1) else end - 1
        return self.word(self.before_leads(at) - 1) in ("of", "from", "at", "in", "for", "with", "on", "to")

    def led(self, pos: int) -> int:
        """Where the name begins behind articles and the like: *the governments of* Kenya, *the Union's* Tide Board."""
        while self.word(pos) in tables.words("body-leads"):
            pos += 1
        if self.word(pos) in tables.words("governments") and self.word(pos + 1) == "of":
            return self.led(pos + 2)
        return pos + 2 if self.body(pos) and self.word(pos + 1) == "'s" and self.body(pos + 2) else pos

    def before_leads(self, pos: int) -> int:
        """Where the phrase of the body at ``pos`` begins: before its articles, and the body whose it is."""
        if self.word(pos - 1) == "'s" and self.body(pos - 2):
            pos -= 2
        while self.word(pos - 1) in tables.words("body-leads"):
            pos -= 1
        return pos

    def opens(self, start: int) -> bool:
        """Whether a subject may begin at ``start``: a clause begins there."""
        before = self.word(start - 1)
        if before[:1].isdigit() or before in tables.words("calendar-words"):  # In 2012 the Agency
            return True
        return start == 0 or (self.mark(start - 1) and before != ")") or before in tables.words("clause-openers")
