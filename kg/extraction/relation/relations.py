"""Ties between bodies that sentences state: established by, coordinates, part of, member of, secretariat of, formerly.

A cue of the lexicon says on which side its bodies stand and what must stand between: a verb has a subject before
it, a noun stands behind *is* or in apposition. What is denied, wished or asked ties nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extraction.body.bodies import BodyMention
from kg.extraction.computed import computed
from kg.extraction.relation.bodyrows import BodyRow
from kg.extraction.relation.cues import GAP, Cue, asked, beginnings, cues_with
from kg.extraction.relation.objects import Objects
from kg.extraction.relation.pagerows import BodyRows
from kg.extraction.relation.subjects import Subjects
from kg.extraction.relation.topics import Spoken, Topics
from kg.extraction.words import tables

_WIDEST_GAP = 8


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Tie:
    """Two bodies and the words that tie them, as tokens."""

    subject: Final[BodyMention]
    predicate: Final[str]
    object: Final[BodyMention]
    rule: Final[str]
    words: Final[tuple[int, int]]


def ties(rows: BodyRows, topic: BodyMention | None = None) -> Iterator[Tie]:
    """Every tie that the sentences state, in order; ``topic`` is the body of which they are known to speak."""
    topics = Topics(rows, topic)
    for at in rows.saying(asked()):
        if "body" in rows[at].kinds:
            yield from _RowReader(rows[at], Spoken(topics, at)).all()


class _RowReader:
    """Reads the ties of one sentence; ``spoken`` tells of what the sentences before spoke."""

    def __init__(self, row: BodyRow, spoken: Spoken) -> None:
        self.row = row
        self._spoken = spoken

    @computed
    def subjects(self) -> Subjects:
        """What finds the bodies before the cues."""
        return Subjects(self.row, self._spoken)

    @computed
    def objects(self) -> Objects:
        """What finds the bodies behind them."""
        return Objects(self.row)

    def all(self) -> Iterator[Tie]:
        end = 0
        begins = beginnings()
        for at, word in enumerate(self.row.words):
            if at < end or word not in begins:
                continue
            for cue, stop in self._cues_at(at):
                found = list(self._tied(cue, at, stop))
                if found:
                    yield from found
                    end = stop
                    break

    def _cues_at(self, at: int) -> Iterator[tuple[Cue, int]]:
        for cue in cues_with(self.row.word(at), self.row.word(at + 1)):
            end = self._matches(cue.words, at) if cue.needs <= self.row.said else None
            if end is not None:
                yield cue, end

    def _matches(self, words: tuple[str, ...], at: int) -> int | None:
        said = self.row.words
        for number, word in enumerate(words):
            if word == GAP:
                return self._behind_gap(words[number + 1 :], at)
            if at >= len(said) or said[at] != word:
                return None
            at += 1
        return at

    def _behind_gap(self, rest: tuple[str, ...], at: int) -> int | None:
        for start in range(at, min(at + _WIDEST_GAP, len(self.row.items))):
            end = self._matches(rest, start) if self.row.words[start] == rest[0] else None
            if end is not None:
                return end
            if self.row.items[start].kind not in ("word", "meeting") or self.row.word(start) in (";", "."):
                return None
            if self.row.word(start) == "and" and self.row.word(start + 1) in ("is", "are", "was", "were"):
                return None  # was established in 2003, *and is* run by Kenya
        return None

    def _tied(self, cue: Cue, at: int, end: int) -> Iterator[Tie]:
        left, right = self._with_companion(cue, *self._sides(cue, at, end))
        if cue.kind != "aside" and left and right:
            self.subjects.last = left
        words = (self.row.items[at].first, self.row.items[end - 1].last)
        for one in left:
            for other in right:
                subject, thing = (other, one) if cue.swapped else (one, other)
                predicate = _fitting(self.row, cue, subject, thing, mixed=any(body.is_state for body in left))
                if predicate:
                    yield Tie(subject, predicate, thing, cue.rule, words)

    def _with_companion(
        self, cue: Cue, left: list[BodyMention], right: list[BodyMention]
    ) -> tuple[list[BodyMention], list[BodyMention]]:
        """Both sides, and whom the sentence opens with beside its members: *Besides Kenya*, the Fund includes Peru."""
        members = cue.predicate == "member-of" or any(body.is_state for body in left)
        more = self.row.companion() if left and right and members and cue.kind == "verb" else []
        more = [body for body in more if body not in (*left, *right)]
        return (left, more + right) if cue.swapped else (more + left, right)

    def _sides(self, cue: Cue, at: int, end: int) -> tuple[list[BodyMention], list[BodyMention]]:
        """The bodies before a cue and those behind it."""
        if cue.tail in ("states", "closed-states") and GAP in cue.words and self._strays(cue, at, end):
            return [], []
        left = self.subjects.before(cue, at)
        if cue.kind in ("of-it", "tag"):  # serves as secretariat; serves as secretariat *of X* says whose
            whose = self.row.word(end) in ("of", "for", "to") or self.row.is_counted(end)
            told = self.objects.is_dated(end) if cue.tail == "dated" else not whose
            return (left, self.subjects.it(at, left)) if told else ([], [])
        if cue.kind == "owned":
            return left, self.subjects.owner(at + 1 if self.row.word(at) == "'s" else at)
        if left:
            return left, self.objects.behind(cue, end) or self._meant(cue, left, end)
        if cue.kind == "verb" and (self.row.is_counted(at - 1) or self.row.word(at - 1) == "following"):
            return self.objects.named_behind(end)
        return self.objects.bracketed(cue, end, self.subjects) or self._turned(cue, at, end)

    def _meant(self, cue: Cue, left: list[BodyMention], end: int) -> list[BodyMention]:
        """What *the Group* means behind a cue: Kenya is a member *of the Group*."""
        found = [body for body in self.subjects.meant(end) if body not in left]
        closed = self.row.mark(self.subjects.meant_end(end))
        return found if closed and cue.kind in ("noun", "verb") and not cue.swapped and not cue.tail else []

    def _strays(self, cue: Cue, at: int, end: int) -> bool:
        """Whether words that stand in the gap of a cue lead elsewhere: the members spoke *on three countries*:"""
        gap = cue.words.index(GAP)
        said = self.row.words[at + gap : end - (len(cue.words) - gap - 1)]
        return not tables.words("list-strays").isdisjoint(said)

    def _turned(self, cue: Cue, at: int, end: int) -> tuple[list[BodyMention], list[BodyMention]]:
        start = self.subjects.turned(cue, at)
        return ([], []) if start is None else self.objects.turned(cue, start, end, self.subjects)


def _fitting(row: BodyRow, cue: Cue, subject: BodyMention, thing: BodyMention, *, mixed: bool) -> str | None:
    """The predicate, if it can hold between a body or state and another; ``mixed``: it is said of states too."""
    predicate = cue.predicate
    if cue.rule == "relation.composed" and (row.is_unit(subject) or row.is_divided(thing)):
        predicate = "part-of"
    if subject is thing:
        return None
    if predicate == "formerly":
        return None if subject.is_state or thing.is_state else predicate  # Kenya succeeds Norway as chair
    if predicate == "established-by":
        return None if subject.is_state else predicate
    if predicate == "member-of":
        of_states = cue.kind == "label" and not tables.words("nouns-for-states").isdisjoint(cue.words)
        return None if thing.is_state or (of_states and not subject.is_state) else predicate
    if thing.is_state:
        return None
    if predicate == "part-of" and mixed:
        return "member-of"
    return None if subject.is_state else predicate
