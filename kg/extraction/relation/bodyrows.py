"""A sentence as a row of bodies and words: what ties between bodies are read from, lists of bodies included."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.extraction.body.bodies import BodyMention
from kg.extraction.participation.chunks import Chunk
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST_ASIDE = 40
_LONGEST_BRACKET = 9


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Item:
    """Tokens ``[first, last)``: a body, a person, a meeting, or one word or mark; ``text`` is case-folded."""

    kind: Final[str]
    first: Final[int]
    last: Final[int]
    text: Final[str] = ""
    body: Final[BodyMention | None] = None
    inner: Final[BodyMention | None] = None
    """The body in the name of a meeting: the *Glacier Agency* Plenary."""

    def is_word(self, *words: str) -> bool:
        """Whether this is one of the given words or marks."""
        return self.kind == "word" and self.text in words


def body_row(page: Page, chunks: Iterable[Chunk], bodies: Mapping[int, BodyMention]) -> "BodyRow":
    """The chunks of a sentence with titles taken apart: a title's body is a body, its words are words.

    ``bodies`` gives by their first token the bodies named, and those meant by a short form (first named elsewhere).
    """
    row: list[Item] = []
    for chunk in chunks:
        if chunk.kind == "word" and chunk.first not in bodies:
            row.append(Item("word", chunk.first, chunk.last, chunk.text))
        elif chunk.titles or chunk.body or chunk.kind == "word":
            row += _taken_apart(page, chunk, bodies)
        else:
            inner = next((bodies[at] for at in range(chunk.first, chunk.last) if at in bodies), None)
            row.append(Item(chunk.kind, chunk.first, chunk.last, chunk.text, inner=inner))
    return BodyRow(row)


def _taken_apart(page: Page, chunk: Chunk, bodies: Mapping[int, BodyMention]) -> list[Item]:
    if chunk.first == chunk.last:  # the mark set between the entries of a list
        return [Item("word", chunk.first, chunk.last, chunk.text)]
    items: list[Item] = []
    at = chunk.first
    while at < chunk.last:
        body = bodies.get(at)
        if body:
            last = body.outer if body.first == at else at + 1
            items.append(Item("body", at, last, page.words(body.first, body.last).casefold(), body))
        elif chunk.body:
            last = chunk.last
            items.append(Item("body", at, last, page.words(at, last).casefold(), chunk.body))
        else:
            last = at + 1
            items.append(Item("word", at, last, page.tokens[at].lower))
        at = last
    return items


class BodyRow:
    """Looks for bodies, alone and in lists, in one row."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.words = [item.text if item.kind == "word" else "" for item in items]

    @cached_property
    def topic(self) -> BodyMention | None:
        """The body of which the sentence speaks: its first word, or what something *is the* …, at its end."""
        return self.topic_before(len(self.items)) or self._named_last() or self.of_meeting(len(self.items))

    def of_meeting(self, end: int) -> BodyMention | None:
        """The one body in the names of the meetings before ``end``, which is whose meetings they are."""
        found = [item.inner for item in self.items[:end] if item.inner and not item.inner.is_state]
        return found[0] if len(found) == 1 else None

    def goes_on(self) -> bool:
        """Whether the sentence goes on about the body of the one before: *It* has, *Its* members; or names none."""
        return (
            self.word(0) in ("it", "its")
            or self.is_label()
            or not any(item.kind in ("body", "person") for item in self.items)
        )

    def names_only(self) -> bool:
        """Whether nothing but bodies, articles and marks stand here: an entry of a list."""
        named = any(item.kind == "body" for item in self.items)
        words = (at for at, item in enumerate(self.items) if item.kind != "body")
        return named and all(self.mark(at) or self.word(at) in tables.words("body-leads") for at in words)

    def is_label(self) -> bool:
        """Whether the line begins with a label and its colon: *Members:* X and Y."""
        return any(self.word(at) == ":" and self.word(at - 1) for at in (1, 2))

    def topic_before(self, end: int) -> BodyMention | None:
        """The body with which the sentence begins, if it does so before ``end``."""
        at = self._led(0)
        body = self.body(at)
        return body if at < end and body and not body.prefix and self.word(at + 1) != "'s" else None

    def sole_head(self, end: int) -> BodyMention | None:
        """The body with which the sentence begins, if nobody else is named before ``end``."""
        at = self._led(0)
        others = any(item.kind in ("body", "person") for item in self.items[at + 1 : end])
        return None if others else self.topic_before(end)

    def _named_last(self) -> BodyMention | None:
        end = len(self.items) - 1
        if end < 2 or self.word(end) != ".":
            return None
        before = self.before_leads(end - 1)
        return self.body(end - 1) if self.word(before - 1) in ("is", "called") else None

    def word(self, at: int) -> str:
        """The word at ``at``; nothing for a body or beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def body(self, at: int) -> BodyMention | None:
        """The body at ``at``, or None."""
        return self.items[at].body if 0 <= at < len(self.items) else None

    def is_unit(self, body: BodyMention) -> bool:
        """Whether the name says that the body is a unit of another: the Tides Division, the Board."""
        names = (item.text for item in self.items if item.body is body)
        return any(word in tables.words("unit-heads") for name in names for word in name.split())

    def is_counted(self, at: int) -> bool:
        """Whether a noun stands at ``at`` for bodies or states that nobody names: *ten governments*."""
        return self.word(at) in tables.words("member-nouns") or self.word(at) in tables.words("governments")

    def mark(self, at: int) -> bool:
        """Whether a mark of punctuation, or an end of the row, is at ``at``."""
        if not 0 <= at < len(self.items):
            return True
        text = self.word(at)
        return bool(text) and not any(letter.isalnum() for letter in text) and text != "'s"

    def is_complement(self, end: int) -> bool:
        """Whether the body that ends before ``end`` only completes another noun: P *of* the Agency."""
        at = end - 2 if self.mark(end - 1) else end - 1
        return self.word(self.before_leads(at) - 1) in ("of", "from", "at", "in", "for", "with", "on", "to")

    # ------------------------------------------------------------ lists behind a word

    def listed(
        self, at: int, followers: str = "body-followers", *, commas: bool = False, subject: bool = False
    ) -> tuple[list[BodyMention], int]:
        """The bodies of the list that begins at ``at`` (articles allowed), and the item after it.

        Behind each stands a mark or one of the words ``followers``, else it only qualifies what follows. Where a colon
        has opened the list, ``commas`` alone part its items; elsewhere an *and* must show that they do. The list may be
        the ``subject`` of the verb behind it; else *and C is* begins another clause.
        """
        item = self._listed_item(self._led(at), followers)
        if item is None:
            return [], at
        found, end = item
        by_comma: list[tuple[list[BodyMention], int]] = []
        while (following := self._separated(by_comma[-1][1] if by_comma else end)) is not None:
            pos, firm = following
            item = self._listed_item(pos, followers)
            if item is None or (firm and not subject and self._starts_clause(item[1])):
                break
            by_comma.append(item)
            if firm or commas:  # A, B and C: only its "and" shows that the commas part a list
                found = found + [body for bodies, _ in by_comma for body in bodies]
                end, by_comma = item[1], []
        return found, end

    def _listed_item(self, pos: int, followers: str) -> tuple[list[BodyMention], int] | None:
        """The body at ``pos``, or nobody for a counted group (*36 UN entities*), and where the item ends."""
        counted = self.word(pos).isdigit() and self.word(pos + 2) in tables.words("member-nouns")
        if counted and self.body(pos + 1):
            return [], pos + 3
        return ([self._at(pos)], self._behind_bracket(pos + 1)) if self._whole(pos, followers) else None

    def _behind_bracket(self, pos: int) -> int:
        """Where an item ends that a bracket follows: Kenya *(Chair)* and Norway; not Kenya (and Norway)."""
        if self.word(pos) != "(" or self.body(self._led(pos + 1)):
            return pos
        ends = (at for at in range(pos + 1, min(pos + _LONGEST_BRACKET, len(self.items))) if self.word(at) == ")")
        return next(ends, pos - 1) + 1

    def _at(self, pos: int) -> BodyMention:
        body = self.items[pos].body
        assert body is not None
        return body

    def _led(self, pos: int) -> int:
        while self.word(pos) in tables.words("body-leads"):
            pos += 1
        if self.word(pos) in tables.words("governments") and self.word(pos + 1) == "of":
            return self._led(pos + 2)
        return pos

    def _separated(self, pos: int) -> tuple[int, bool] | None:
        """Where the next item of a list begins after ``pos``, and whether more than a comma parts them."""
        start, firm = pos, False
        if self.word(pos) in (",", ";"):
            firm = self.word(pos) == ";"
            pos += 1
        if self.word(pos) in ("and", "&"):
            pos, firm = pos + 1, True
        elif (self.word(pos), self.word(pos + 1), self.word(pos + 2)) == ("as", "well", "as"):
            pos, firm = pos + 3, True
        if pos == start:
            return None
        while self.word(pos) in ("of", "by", "to"):
            pos += 1
        return self._led(pos), firm

    def named(self, at: int) -> list[BodyMention]:
        """The one body that stands at ``at``, whatever its verb is."""
        pos = self._led(at)
        body = self.body(pos)
        alone = body is not None and not body.prefix and self.word(pos + 1) != "'s" and not self.mark(pos + 1)
        return [self._at(pos)] if alone else []

    def _whole(self, pos: int, followers: str) -> bool:
        """Whether a body stands at ``pos`` for itself: no owner or modifier of the words that follow."""
        body = self.body(pos)
        if body is None or self.word(pos + 1) == "'s":
            return False
        if self.mark(pos + 1) or self.items[pos + 1].kind != "word":
            return not body.prefix or self.mark(pos + 1)
        following = self.word(pos + 1)
        if following[0].isdigit() or following.endswith("ed"):
            return True
        return following in tables.words("body-followers") or following in tables.words(followers)

    def _starts_clause(self, pos: int) -> bool:
        """Whether a verb follows: A is part of B, *and C is* part of D."""
        return self.word(pos) in tables.words("finite-helpers")

    # ------------------------------------------------------------ lists before a word

    def subject(self, end: int) -> list[BodyMention]:
        """The bodies that are the subject of the verb at ``end``: the list before it, or what its ``which`` means."""
        if self.word(end - 1) in ("which", "that"):
            before = end - 2 if self.word(end - 2) in (",", "and") else end - 1
            body = self.body(before - 1) if self.word(end - 2) in (",", "and") else self.body(end - 2)
            return [body] if body else []
        end = self._before_aside(end)
        return self.list_ending(end)

    def _before_aside(self, end: int) -> int:
        """Where the subject ends, an aside in commas, dashes or brackets before the verb left out."""
        closing = self.word(end - 1)
        opening = {",": ",", ")": "(", "-": "-", "\u2013": "\u2013", "\u2014": "\u2014"}.get(closing)
        if opening is None:
            return end
        for at in range(end - 2, max(-1, end - _LONGEST_ASIDE), -1):
            if self.word(at) == opening:
                return at if self.body(at - 1) else end
            if self.word(at) == ";":
                return end
        return end

    def list_ending(self, end: int, *, anywhere: bool = False) -> list[BodyMention]:
        """The bodies of the list that ends before ``end``, if a clause begins with it, or ``anywhere``."""
        body = self.body(end - 1)
        if body is None:
            return []
        found, start = [body], self.before_leads(end - 1)
        if self.word(start - 1) in ("and", "&"):  # only its "and" shows that commas before it part a list
            before = start - 2 if self.word(start - 2) == "," else start - 1
            while body := self.body(before - 1):
                found.insert(0, body)
                start = self.before_leads(before - 1)
                before = start - 1 if self.word(start - 1) == "," else -1
        if anywhere or self.opens(start):
            return found
        return (
            found[-1:] if self.word(self.before_leads(end - 1) - 2) == "," else []
        )  # a clause of its own behind ", and"

    def before_leads(self, pos: int) -> int:
        """Where the phrase of the body at ``pos`` begins: before its articles."""
        while self.word(pos - 1) in tables.words("body-leads"):
            pos -= 1
        return pos

    def opens(self, start: int) -> bool:
        """Whether a subject may begin at ``start``: a clause begins there."""
        before = self.word(start - 1)
        if before[:1].isdigit() or before in tables.words("calendar-words"):  # In 2012 the Agency
            return True
        return start == 0 or (self.mark(start - 1) and before != ")") or before in tables.words("clause-openers")
