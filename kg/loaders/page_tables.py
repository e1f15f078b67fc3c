"""Tables of a page: which say something in rows and columns, and their rows, with what a cell says of several."""

from collections.abc import Iterator

from kg.loaders.elements import INLINE, Element, Node
from kg.loaders.layout import one_line
from kg.loaders.line_ends import in_one_cell

_BLOCKS_OF_LAYOUT = frozenset({"table", "h1", "h2", "h3", "ul", "ol", "dl", "article", "section", "form"})
_LONGEST_CELL = 400
_WIDEST = 40
"""Cells that are said to be wider or taller than this, or stand further right, are as if they did not say so."""


def rows_of(table: Element) -> list[tuple[Element, list[str]]]:
    """Each row with the words of its cells; rows without a word are left out.

    The words of a cell that stands in several rows are said in each of them; a cell over several columns is one cell
    and empty ones, unless it is all of its row.
    """
    rows: list[tuple[Element, list[str]]] = []
    held: dict[int, tuple[int, str]] = {}  # by column: in how many more rows the cell stands, and its words
    for row in (each for each in table.walk() if each.tag == "tr"):
        own = [each for each in row.children if isinstance(each, Element) and each.tag in ("td", "th")]
        alone = len(own) == 1 and not held
        cells: list[str] = []
        for cell in own:
            cells += _from_above(held, len(cells))
            words = _words(cell)
            if (rows_more := _number(cell, "rowspan") - 1) and len(cells) < _WIDEST:
                held[len(cells)] = (rows_more, words)
            cells += [words, *([""] * (0 if alone else _number(cell, "colspan") - 1))]
        cells += _from_above(held, len(cells))
        if any(map(_words, own)):
            rows.append((row, cells))
    return rows


def is_data(table: Element) -> bool:
    """Whether a table says something in rows and columns, rather than laying out a page."""
    if any(each.tag in _BLOCKS_OF_LAYOUT for each in table.walk() if each is not table):
        return False
    rows = [cells for _, cells in rows_of(table)]
    wide = sum(sum(map(bool, cells)) > 1 for cells in rows)
    return wide * 2 > len(rows) and all(len(cell) <= _LONGEST_CELL for cells in rows for cell in cells)


def _from_above(held: dict[int, tuple[int, str]], column: int) -> Iterator[str]:
    """The words of the cells that reach down into a row, from a column on."""
    while column in held:
        more, words = held.pop(column)
        if more > 1:
            held[column] = (more - 1, words)
        yield words
        column += 1


def _number(cell: Element, name: str) -> int:
    said = cell.attributes.get(name, "").strip()
    return int(said) if said.isdecimal() and len(said) < 3 and 0 < int(said) <= _WIDEST else 1


def _words(cell: Element) -> str:
    """The words of a cell, in one line."""
    lines: list[list[str]] = [[]]
    waiting: list[Node | None] = [cell]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            lines[-1].append(node)
        elif node is None:
            lines.append([])
        else:
            apart: list[Node | None] = [] if node.tag in INLINE else [None]
            waiting.extend([*apart, *reversed(node.children), *apart])
    return in_one_cell(filter(None, (one_line("".join(line)) for line in lines)))
