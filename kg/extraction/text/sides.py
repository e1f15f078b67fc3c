"""Two sides set out beside each other in columns: *Kenyan side*   *Norwegian side*, and below each its people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.text.lines import Line
from kg.extraction.text.sentences import Stretch
from kg.extraction.words import tables

_WIDE = re.compile(r"\S {3,}\S")
_WORDS = re.compile(r"\S+(?: \S+)*")
_WIDE_GAP = 3
_DRAWN = re.compile(r"[-=_\u2013\u2014 ]+")
_SIDES = 2
_LONGEST = 120
"""Characters of a cell."""
_WIDEST = 9
"""Words of the head of a column."""
_ASTRAY = 8
"""Characters by which a cell may stand to the left or right of its column."""
_GAP = 2
"""Blank lines inside the columns: room for signatures."""


def columns(lines: Sequence[Line], at: int) -> tuple[list[Stretch], Sequence[Line]]:
    """The cells of the columns that line ``at`` heads, side after side, and their lines; none: it heads none."""
    if not _WIDE.search(lines[at].text):
        return [], ()
    first, *rest = _rows(lines[at])
    heads = _cells(first)
    if len(heads) < _SIDES or not all(_is_side(cell.text) for cell in heads):
        return [], ()
    sides: list[list[Stretch]] = [[cell.stretch] for cell in heads]
    end = at
    while end < len(lines):
        placed = [_placed(row, heads) for row in (_rows(lines[end]) if end > at else rest)]
        beside = any(row and len(row) > 1 for row in placed)
        begun = any(len(side) > 1 for side in sides)
        if None in placed or (end > at and lines[end].gap > (0 if begun and not beside else _GAP)):
            break
        for number, stretch in (cell for row in placed for cell in row or ()):
            sides[number].append(stretch)
        end += 1
    told = end > at and all(len(side) > 1 for side in sides)
    return ([cell for side in sides for cell in side], lines[at:end]) if told else ([], ())


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words between two wide gaps, and the column at which they are printed."""

    text: str
    start: int
    column: int

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class _Row:
    """One printed line, or several that are one cell."""

    text: str
    start: int
    indent: int


def _rows(line: Line) -> list[_Row]:
    """The printed lines of a meant one; those that only go on with one cell together."""
    if not _WIDE.search(line.text.replace("\n", " \n")):
        return [_Row(line.text, line.start, line.indent)]
    rows, at = [], 0
    for number, printed in enumerate(line.text.split("\n")):
        text = printed.lstrip()
        lead = len(printed) - len(text)
        if text:
            rows.append(_Row(text, line.start + at + lead, lead if number else line.indent))
        at += len(printed) + 1
    return rows


def _cells(row: _Row, columns: Sequence[int] = ()) -> list[_Cell]:
    """The cells of a line: behind a wide gap, or where one of ``columns`` begins."""
    found: list[_Cell] = []
    if not _WIDE.search(row.text) and not columns:
        return [_Cell(row.text, row.start, row.indent)]
    for words in _WORDS.finditer(row.text):
        column = row.indent + words.start()
        gap = row.start + words.start() - (found[-1].start + len(found[-1].text)) if found else _GAP
        if found and gap < _WIDE_GAP and column not in columns:
            last = found.pop()
            found.append(_Cell(row.text[last.start - row.start : words.end()], last.start, last.column))
        else:
            found.append(_Cell(words.group(), row.start + words.start(), column))
    return found


def _placed(row: _Row, heads: Sequence[_Cell]) -> list[tuple[int, Stretch]] | None:
    """The cells of a line, each with the number of its column; None: it is no line of these columns."""
    if _DRAWN.fullmatch(row.text):
        return []
    placed = {}
    for cell in _cells(row, [head.column for head in heads]):
        near = min(range(len(heads)), key=lambda number: abs(heads[number].column - cell.column))
        if abs(heads[near].column - cell.column) > _ASTRAY or near in placed or len(cell.text) > _LONGEST:
            return None
        placed[near] = cell.stretch
    return list(placed.items())


def _is_side(head: str) -> bool:
    words = head.rstrip(":").casefold().split()
    if len(words) > _WIDEST or _DRAWN.fullmatch(head):
        return False
    leads = " ".join(words[:3])
    return words[-1] in tables.words("delegation-nouns") or leads.startswith(("for ", "on behalf of"))
