"""The pieces that a page prints → its lines in the order in which they are read, without what pages repeat."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from kg.loaders.print_entries import is_mark
from kg.loaders.print_lines import PrintedLine, joined
from kg.loaders.print_tables import with_cells

_LEAST_ROWS = 6
_LEAST_WIDTH = 25  # characters: a narrower column is one of a table
_MARGIN = 0.1
# Not "Berlin, 17.10.2014" and not "May 2021": the date of a release may stand in the margin too.
_PAGE_NUMBER = re.compile(
    r"(?:.{0,80}(?:[|\u2022\u00b7]\s*|\s[\u2013\u2014-]\s))?(?:page\s*)?[-\u2013]?\s*\d{1,3}\s*(?:(?:of|/)\s*\d{1,3})?\s*[-\u2013]?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# What browsers print at head and foot: the day of printing is not that of the release.
_OF_BROWSER = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d\d\b.*|(?:https?|file)://\S+(?:\s+\d+/\d+)?")
_MOST_LEVEL = 50  # pieces of one line
_HANGING = 4.0  # times the size of the type: a mark stands at most so far in front of its entry


def in_reading_order(drawn: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page in the order in which they are read: pieces joined, two columns one after the other.

    What a page draws is in reading order, but for columns that are drawn line by line across.
    """
    drawn = _with_marks(drawn)
    rows: list[list[PrintedLine]] = []
    for piece in drawn:
        if rows and piece.goes_on_from(rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    edges = Counter(row[-1].edge for row in rows if _is_of_columns(row))
    edge, number = edges.most_common(1)[0] if edges else (0, 0)
    across = [number >= _LEAST_ROWS and len(row) == 2 and abs(row[-1].edge - edge) <= 1 for row in rows]
    if not any(across):
        rows = with_cells(drawn)
        across = [False] * len(rows)
    ordered: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for row, parts in zip(rows, across, strict=True):
        if not parts and right and row[0].edge < edge - 1 and len(row[0].words) > 2 * _LEAST_WIDTH:
            ordered += right  # what goes across both columns stands below them
            right = []
        if parts:
            ordered.append(row[0])
            right.append(row[-1])
        elif right and abs(row[0].edge - edge) <= 1:
            right.append(joined(row))
        else:
            ordered.append(joined(row))
    return _margins_in_place(ordered + right)


def _with_marks(drawn: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The pieces of a page, each mark of a list in front of its entry: some draw all entries, then all marks."""
    levels: dict[int, list[int]] = {}
    for number, piece in enumerate(drawn):
        levels.setdefault(piece.level, []).append(number)
    moved: dict[int, int] = {}  # by entry: its mark
    for number, mark in enumerate(drawn):
        if is_mark(mark.words):
            near = (at for level in (-1, 0, 1) for at in levels.get(mark.level + level, [])[:_MOST_LEVEL])
            entry = next((at for at in near if _is_entry_of(drawn[at], mark)), number + 1)
            if entry != number + 1:
                moved.setdefault(entry, number)
    marks = set(moved.values())
    pieces: list[PrintedLine] = []
    for number, piece in enumerate(drawn):
        if number in moved:
            pieces += [drawn[moved[number]], replace(piece, after=" ")]
        elif number not in marks:
            pieces.append(piece)
    return pieces


def _is_entry_of(piece: PrintedLine, mark: PrintedLine) -> bool:
    return piece.is_level_with(mark) and 0 < piece.x - mark.x <= _HANGING * mark.size


def _margins_in_place(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Heads of the page that are drawn last, and feet that are drawn first, where they stand: first, and last."""
    feet = list(takewhile(lambda line: line.y < _MARGIN, lines))
    heads = list(takewhile(_in_margin, reversed(lines[len(feet) :])))[::-1]
    body = lines[len(feet) : len(lines) - len(heads)]
    above = [line for line in heads if line.y > 0.5]
    return above + body + [line for line in heads if line.y < 0.5] + feet


def _is_of_columns(row: Sequence[PrintedLine]) -> bool:
    return len(row) == 2 and all(len(piece.words) >= _LEAST_WIDTH for piece in row)


def without_furniture(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """The pages without page numbers and the lines that they repeat at top and bottom; the first header stays.

    It may be the only place where the publisher is named.
    """
    repeated = Counter(key for page in pages for key in {_key(line) for line in page if _in_margin(line)})
    kept: list[list[PrintedLine]] = []
    seen: set[tuple[str, int]] = set()
    for page in pages:
        lines = []
        for line in page:
            key = _key(line)
            number = _PAGE_NUMBER.fullmatch(line.words) or _OF_BROWSER.fullmatch(line.words)
            running = _in_margin(line) and (repeated[key] > 1 or bool(number))
            if not running or (line.y > 0.5 and repeated[key] > 1 and not number and key not in seen):
                lines.append(line)
            seen.add(key)
        kept.append(lines)
    return kept


def _in_margin(line: PrintedLine) -> bool:
    return not _MARGIN <= line.y <= 1 - _MARGIN


def _key(line: PrintedLine) -> tuple[str, int]:
    """What a line has in common with that of the next page: its words but for numbers, and whether it is on top."""
    return _DIGITS.sub("0", line.words).casefold(), round(line.y)
