"""The rows of a page as rows of bodies, each taken apart when it is asked for: of most sentences none is needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import overload

from kg.extraction.body.bodies import BodyMention
from kg.extraction.computed import computed
from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.relation.bodyrows import BodyRow
from kg.extraction.relation.rowitems import Item
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cue_phrases import Asked

_TOLD = frozenset(("person", "meeting"))
"""Chunks of which no list of bodies consists."""


class BodyRows(Sequence[BodyRow]):
    """The rows of a page, each taken apart when it is asked for.

    ``bodies`` gives by their first token the bodies named, and those meant by a short form (first named elsewhere).
    """

    def __init__(self, page: Page, rows: Sequence[Row], bodies: Mapping[int, BodyMention]) -> None:
        self.page = page
        self.rows = rows
        self.bodies = bodies
        self._made: dict[int, BodyRow] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> BodyRow: ...

    @overload
    def __getitem__(self, at: slice) -> list[BodyRow]: ...

    def __getitem__(self, at: int | slice) -> BodyRow | list[BodyRow]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._made:
            if at >= len(self.rows):
                raise IndexError(at)
            self._made[at] = body_row(self.page, self.rows[at], self.bodies)
        return self._made[at]

    def saying(self, phrases: Asked) -> list[int]:
        """Which rows may hold one of the phrases, words of titles and bodies included, in order."""
        return [at for at, said in enumerate(self._said) if phrases.may_stand(said)]

    @computed
    def _said(self) -> list[frozenset[str]]:
        """The words of each row, those of titles and bodies too."""
        return [row.said.union(self._in_names(row)) for row in self.rows]

    def lists(self, words: Set[str]) -> list[int]:
        """Which rows may say nothing but bodies, marks and these words, by what opens each chunk."""
        said = self.page.tokens
        return [
            at
            for at, row in enumerate(self.rows)
            if _TOLD.isdisjoint(row.kinds)
            and all(
                chunk.body
                or chunk.first in self.bodies
                or (word := chunk.text if chunk.kind == "word" else said[chunk.first].lower) in words
                or not word[:1].isalnum()
                for chunk in row
            )
        ]

    def opening(self, words: Set[str]) -> Iterator[int]:
        """Which rows may open with a body, figures or one of these words."""
        said = self.page.tokens
        for at, row in enumerate(self.rows):
            chunk = row[0] if row else None
            if chunk is None or chunk.kind in _TOLD:
                continue
            word = chunk.text if chunk.kind == "word" else said[chunk.first].lower
            if chunk.body or chunk.first in self.bodies or word in words or word.isdigit():
                yield at

    def _in_names(self, row: Row) -> Iterator[str]:
        """The words of the titles and bodies of a row."""
        spans = [self.page.tokens[chunk.first : chunk.last] for chunk in row if chunk.titles or chunk.body]
        return (token.lower for span in spans for token in span)


def body_row(page: Page, chunks: Iterable[Chunk], bodies: Mapping[int, BodyMention]) -> BodyRow:
    """The chunks of a sentence with titles taken apart: a title's body is a body, its words are words.

    ``bodies`` gives by their first token the bodies named, and those meant by a short form (first named elsewhere).
    """
    row: list[Item | Chunk] = []
    for chunk in chunks:
        if chunk.kind == "word" and chunk.first not in bodies:
            row.append(chunk)
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
            inner = next((bodies[pos] for pos in range(at + 1, last) if pos in bodies), None)
            items.append(Item("body", at, last, page.words(body.first, body.last).casefold(), body, inner))
        elif chunk.body and page.words(at, chunk.last).casefold() not in tables.words("any-body"):
            last = chunk.last
            items.append(Item("body", at, last, page.words(at, last).casefold(), chunk.body))
        else:
            last = at + 1
            items.append(Item("word", at, last, page.tokens[at].lower))
        at = last
    return items
