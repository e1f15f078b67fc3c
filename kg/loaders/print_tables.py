"""Rows of printed tables → entries: what stands in one row of the page, its cells below those of its neighbours."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from kg.loaders.print_lines import PrintedLine

_GAP = 0.3  # of the size of the type: wider than a space
_LEAST_CELLS = 6

Row = list[PrintedLine]


def with_cells(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, each of a table as one piece: "| Ann Bell | Chair |"."""
    cells = [_cells(row) for row in rows]
    starts = [True, *(not _is_below(one, other) for one, other in pairwise(cells))]
    tables = list(accumulate(starts[: len(rows)]))
    sizes = Counter(tables)
    return [
        [_entry(parts)] if sizes[table] > 1 and sizes[table] * len(parts) >= _LEAST_CELLS else row
        for row, parts, table in zip(rows, cells, tables, strict=True)
    ]


def _cells(row: Row) -> list[Row]:
    """The pieces of a row, parted where there is more room between them than a space takes."""
    cells: list[Row] = [[row[0]]]
    for above, piece in pairwise(row):
        if piece.after and piece.x - above.x - above.width > _GAP * piece.size:
            cells.append([piece])
        else:
            cells[-1].append(piece)
    return cells


def _is_below(one: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether two rows have the same cells, one below the other."""
    edges = [[cell[0].edge for cell in cells] for cells in (one, other)]
    return len(one) > 1 and len(one) == len(other) and all(abs(a - b) <= 1 for a, b in zip(*edges, strict=True))


def _entry(cells: Sequence[Row]) -> PrintedLine:
    words = (joined(cell).words for cell in cells)
    return replace(cells[0][0], words=f"| {' | '.join(words)} |")


def joined(row: Sequence[PrintedLine]) -> PrintedLine:
    """The pieces of a row as one line, with a space where there was room."""
    rest = (("" if piece.after == "" else " ") + piece.words for piece in row[1:])
    return replace(row[0], words=row[0].words + "".join(rest))
