"""Tables that fit the terminal, and under each row the words that say it.

The widest columns give way first; where even that does not fit, each row becomes a few ``name: value`` lines.
"""

import io
import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.model.answers import Answer, Row, Words
from kg.rendering.characters import harmless

GAP = 2
NARROWEST = 8
UNKNOWN_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Page:
    """Where a table is printed: its width in cells, and whether it may use colour."""

    width: int
    colour: bool = False

    @classmethod
    def of_terminal(cls, *, colour: bool) -> "Page":
        """As wide as the terminal (or ``$COLUMNS``); 100 cells where there is none."""
        return cls(max(20, shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns), colour)


def answer_as_table(answer: Answer, page: Page, *, evidence: bool = False) -> str:
    """An answer as a table: labels instead of IRIs, tier and grade where they say something, words if asked for."""
    shown = [column for column in answer.columns if f"{column}_label" not in answer.columns]
    header = [_title(column) for column in shown]
    tiered = any(row.tier not in (None, "asserted") for row in answer.rows)
    graded = any(row.grade is not None for row in answer.rows)
    header += ["tier"] * tiered + ["grade"] * graded
    cells = [
        [row.values.get(column) for column in shown] + [row.tier] * tiered + [row.grade] * graded for row in answer.rows
    ]
    words = [_quotations(row) for row in answer.rows] if evidence else None
    return as_table(header, cells, page, words)


def records_as_table(columns: Sequence[str], rows: Sequence[Sequence[object]], page: Page) -> str:
    """Rows under the names of their columns, labels instead of IRIs."""
    shown = [place for place, column in enumerate(columns) if f"{column}_label" not in columns]
    return as_table(
        [_title(columns[place]) for place in shown], [[row[place] for place in shown] for row in rows], page
    )


def heading(title: str, beside: str, page: Page) -> str:
    """One line that says what follows."""
    return _printed(Text.assemble((harmless(title), "bold"), (f"  {harmless(beside)}" if beside else "", "dim")), page)


def as_table(
    header: Sequence[str],
    rows: Sequence[Sequence[object]],
    page: Page,
    words: Sequence[Sequence[Text]] | None = None,
) -> str:
    """Rows under a header; ``words`` are lines to print under each row."""
    if not rows:
        return ""
    cells = [["" if value is None else harmless(str(value)).strip() for value in row] for row in rows]
    widths = _widths([header, *cells], page.width)
    parts: list[RenderableType] = []
    if widths:
        parts += [_row(header, widths, "bold"), Text(" ".join("─" * width + " " for width in widths).rstrip(), "dim")]
    for position, row in enumerate(cells):
        parts.append(_row(row, widths) if widths else _lines(header, row))
        parts += [Padding(line, (0, 0, 0, 2)) for line in (words[position] if words else ())]
        if (words or not widths) and position < len(cells) - 1:
            parts.append(Text())
    return _printed(Group(*parts), page)


def _title(column: str) -> str:
    return column.removesuffix("_label").replace("_", " ")


def _quotations(row: Row) -> list[Text]:
    """One line a document: its quotations in the order of the text, then which document it is."""
    documents: dict[str, list[Words]] = {}
    for words in row.evidence:
        documents.setdefault(words.document, []).append(words)
    return [_quotation(words) for words in documents.values()]


def _quotation(words: Sequence[Words]) -> Text:
    quotes = dict.fromkeys(w.quote for w in sorted(words, key=lambda w: (w.start, w.end)))
    line = Text(" … ".join(f"“{harmless(' '.join(quote.split()))}”" for quote in quotes), "italic")
    first = words[0]
    source = ", ".join(filter(None, (first.title or first.document, first.published)))
    return line.append(f" — {harmless(source)}", "dim")


def _widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column, so that all fit into ``width``; empty if they cannot."""
    widths = [max(1, *(cell_len(cell) for cell in column)) for column in zip(*lines, strict=True)]
    room = width - GAP * (len(widths) - 1)
    if room < sum(min(natural, NARROWEST) for natural in widths):
        return []
    while (excess := sum(widths) - room) > 0:
        widest = max(widths)
        next_widest = max((w for w in widths if w < widest), default=0)
        count = widths.count(widest)
        step = max(1, min(widest - next_widest, -(-excess // count)))
        for position in [i for i, w in enumerate(widths) if w == widest]:
            taken = min(step, excess)
            widths[position] -= taken
            excess -= taken
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], style: str = "") -> Table:
    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*(Text(cell, style) for cell in cells))
    return grid


def _lines(header: Sequence[str], cells: Sequence[str]) -> Text:
    return Text("\n").join(
        Text.assemble((f"{name}: ", "bold"), cell) for name, cell in zip(header, cells, strict=True) if cell
    )


def _printed(parts: RenderableType, page: Page) -> str:
    lines = io.StringIO()
    console = Console(
        file=lines,
        width=page.width,
        force_terminal=page.colour,
        color_system="standard" if page.colour else None,
        no_color=not page.colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(parts, soft_wrap=False)
    return "".join(line.rstrip() + "\n" for line in lines.getvalue().splitlines())
