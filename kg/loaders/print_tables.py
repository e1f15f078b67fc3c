"""Rows of printed tables → entries: cells of one or more lines, those of a row side by side, rows with the same edges.

Rules that are drawn around cells are not looked at: many tables have none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.loaders.line_ends import in_one_cell
from kg.loaders.print_entries import is_mark
from kg.loaders.print_lines import PrintedLine, joined
from kg.loaders.print_words import continued

_GAP = 0.3  # of the size of the type: wider than a space
_LEADING = 1.5
_LEAST_CELLS, _LEAST_ROWS = 6, 2
_MOST_LINES = 12
_FULL = 0.85
_CENTRED = 5.0  # points

Row = list[PrintedLine]


@dataclass(slots=True)
class _Cell:
    """Lines with one left edge, close below each other."""

    lines: list[Row]

    @property
    def edge(self) -> int:
        return self.lines[0][0].edge

    @property
    def left(self) -> float:
        return min(line[0].x for line in self.lines)

    @property
    def right(self) -> float:
        return max(map(_right, self.lines))

    def takes(self, line: Row) -> bool:
        """Whether a line goes on in this cell."""
        last = self.lines[-1]
        step = (last[0].y - line[0].y) * last[0].page
        level = abs(line[0].edge - self.edge) <= 1 or abs(_middle(line) - _middle(last)) <= _CENTRED
        return level and 0 < step <= _LEADING * max(last[0].size, line[0].size)

    def is_right_of(self, cells: "Sequence[_Cell]") -> bool:
        """Whether this stands on the right of the last of these cells, and beside one of them."""
        top, bottom = self.lines[0][0].y, self.lines[-1][0].y
        beside = any(cell.lines[-1][0].y <= top + 1e-6 and bottom <= cell.lines[0][0].y + 1e-6 for cell in cells)
        return beside and self.lines[0][0].x > cells[-1].right - self.lines[0][0].size * _GAP


def _right(line: Row) -> float:
    return line[-1].x + line[-1].width


def _middle(line: Row) -> float:
    return (line[0].x + _right(line)) / 2


_Cells = list[_Cell]


def with_cells(drawn: Sequence[PrintedLine]) -> list[Row]:
    """The lines of a page from the pieces that it draws, each row of a table as one: "| Ann Bell | Chair |"."""
    lines: list[Row] = []
    head: _Cells = []  # the last row so far, if it may be the head of a table
    for rows in _tables(_rows(drawn)):
        if len(rows) < _LEAST_ROWS or sum(map(len, rows)) < _LEAST_CELLS:
            lines += [line for row in rows for line in _lines(row)]
            head = rows[-1]
            continue
        columns = _columns(rows)
        if _is_head(head, columns, rows[0]):
            del lines[len(lines) - len(list(_lines(head))) :]
            lines.append([_line_of(head[0], [_words(cell, cell.right) for cell in head])])
        lines += [[_entry(row, columns)] for row in rows]
        head = []
    return lines


def _rows(drawn: Sequence[PrintedLine]) -> list[_Cells]:
    """The pieces of a page as lines, lines as cells, and cells that stand side by side as rows."""
    lines: list[Row] = []
    for piece in drawn:
        if lines and piece.goes_on_from(lines[-1]) and not _is_apart(lines[-1][-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    cells: _Cells = []
    for line in lines:
        if cells and cells[-1].takes(line):
            cells[-1].lines.append(line)
        else:
            cells.append(_Cell([line]))
    rows: list[_Cells] = []
    for cell in cells:
        if rows and cell.is_right_of(rows[-1]):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _is_apart(above: PrintedLine, piece: PrintedLine) -> bool:
    """Whether there is more room between two pieces of a line than a space takes."""
    wide = piece.x - above.x - above.width > _GAP * piece.size
    return wide and piece.after != "" and not is_mark(above.words)


def _tables(rows: Sequence[_Cells]) -> Iterator[list[_Cells]]:
    """Runs of rows that have the same columns; one that has no cell in the first goes on with the row above."""
    table: list[_Cells] = []
    above: set[int] = set()  # the edges of its columns
    for row in rows:
        edges = {cell.edge for cell in row}
        if table and not _is_below(table[-1], row, above, edges):
            yield table
            table, above = [], set()
        table.append(row)
        above |= edges
    if table:
        yield table


def _is_below(last: _Cells, row: _Cells, above: set[int], edges: set[int]) -> bool:
    """Whether a row has columns of those above it, or all of theirs and more."""
    short = all(len(cell.lines) <= _MOST_LINES for cell in (*last, *row))
    return short and len(last) > 1 < len(row) and (_are_among(edges, above) or _are_among(above, edges))


def _are_among(edges: set[int], others: set[int]) -> bool:
    return all({edge - 1, edge, edge + 1} & others for edge in edges)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its left edge, and in points where it begins, and how far right there is room."""

    edge: int
    left: float
    right: float

    def has(self, cell: _Cell) -> bool:
        return 0 <= cell.edge - self.edge <= 1


def _columns(table: Sequence[_Cells]) -> list[_Column]:
    """The columns of a table, from left to right; the last ends where its longest line does."""
    lefts: dict[int, float] = {}
    for cell in sorted((cell for row in table for cell in row), key=lambda cell: cell.edge):
        lefts.setdefault(cell.edge - 1 if cell.edge - 1 in lefts else cell.edge, cell.left)
    last = max(cell.right for row in table for cell in row)
    rights = [*list(lefts.values())[1:], last]
    return [_Column(edge, left, right) for (edge, left), right in zip(lefts.items(), rights, strict=True)]


def _is_head(head: _Cells, columns: Sequence[_Column], first: _Cells) -> bool:
    """Whether these cells stand above the first row of a table, one over each column."""
    if len(head) != len(columns) or head[-1].lines[-1][0].y < first[0].lines[0][0].y:
        return False
    ends = [*(column.right for column in columns[:-1]), float("inf")]
    return all(
        column.left - _CENTRED < cell.left and cell.right < end
        for cell, column, end in zip(head, columns, ends, strict=True)
    )


def _entry(row: _Cells, columns: Sequence[_Column]) -> PrintedLine:
    """A row of a table, an empty cell where it has none."""
    found = [next((each for each in row if column.has(each)), None) for column in columns]
    words = [_words(cell, column.right) if cell else "" for cell, column in zip(found, columns, strict=True)]
    return _line_of(row[0], words)


def _line_of(first: _Cell, words: Sequence[str]) -> PrintedLine:
    return replace(first.lines[0][0], words=f"| {' | '.join(words)} |")


def _words(cell: _Cell, right: float) -> str:
    """The lines of a cell as one: a line that is full goes on, others are parted as in any cell."""
    lines = [joined(line) for line in cell.lines]
    said = [lines[0].words]
    for above, line in pairwise(lines):
        if above.with_first_of(line) > _FULL * (right - above.x) or above.words.endswith("-"):
            said[-1] = continued(said[-1], line.words, "")
        else:
            said.append(line.words)
    return in_one_cell(said)


def _lines(row: _Cells) -> Iterator[Row]:
    """Cells that are no table: the lines of the page."""
    lines: list[Row] = []
    for cell in row:
        for line in cell.lines:
            if lines and line[0].goes_on_from(lines[-1]):
                lines[-1] += line
            else:
                lines.append(list(line))
    return iter(lines)
