"""Tables that fit the terminal, and under each row the words that say it.

Columns give way down to their longest word; where even that does not fit, each row becomes ``name: value`` lines.
"""

import io
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kg.model.answers import Answer, Row, Words
from kg.rendering.characters import harmless
from kg.rendering.columns import cell, shown, title

GAP = 2
LONGEST = 20
"""What is no wider stays on one line if it can; a longer word may be broken: a hash, an address."""
UNKNOWN_WIDTH = 100
_LETTER = r"[^\W\d]"
_BREAKABLE = re.compile(
    rf"\S+?(?:(?<={_LETTER})/(?=\w)|(?<=\w)/(?={_LETTER})"
    rf"|(?<={_LETTER}{_LETTER}{_LETTER})-(?=\w)|(?<=\w\w\w)-(?={_LETTER})|(?=\s|$))\s*"
)
"""Words, and their parts: not those of dates, nor of words such as co-chair and UN-EU."""


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
    """An answer as a table: labels instead of IRIs, tier and grade where they say something, words if asked for.

    A column that no row fills is left out. A column ``X_basis`` says on what X rests: it stands in brackets behind X.
    """
    columns = shown(answer)
    header = [title(column) for column in columns]
    tiered = any(row.tier not in (None, "asserted") for row in answer.rows)
    graded = any(row.grade is not None for row in answer.rows)
    header += ["tier"] * tiered + ["grade"] * graded
    cells = [
        [cell(row, column) for column in columns] + [row.tier] * tiered + [row.grade] * graded for row in answer.rows
    ]
    words = [_quotations(row) for row in answer.rows] if evidence else None
    return as_table(header, cells, page, words)


def records_as_table(columns: Sequence[str], rows: Sequence[Sequence[object]], page: Page) -> str:
    """Rows under the names of their columns, labels instead of IRIs."""
    places = [place for place, column in enumerate(columns) if f"{column}_label" not in columns]
    return as_table(
        [title(columns[place]) for place in places], [[row[place] for place in places] for row in rows], page
    )


def heading(title: str, beside: str, page: Page) -> str:
    """One line that says what follows."""
    return printed(Text.assemble((harmless(title), "bold"), (f"  {harmless(beside)}" if beside else "", "dim")), page)


def as_table(
    header: Sequence[str],
    rows: Sequence[Sequence[object]],
    page: Page,
    words: Sequence[Sequence[Text]] | None = None,
) -> str:
    """Rows under a header; ``words`` are lines to print under each row. Rows of many lines stand apart."""
    if not rows:
        return ""
    cells = [["" if value is None else harmless(str(value)).strip() for value in row] for row in rows]
    widths = _widths([header, *cells], page.width)
    blocks = [_row(row, widths) if widths else _lines(header, row) for row in cells]
    apart = words is not None or any(block.plain.count("\n") > 1 for block in blocks)
    parts: list[RenderableType] = []
    if widths:
        parts += [_row(header, widths, "bold"), Text((" " * GAP).join("─" * width for width in widths), "dim")]
    for position, block in enumerate(blocks):
        parts += [Text()] * (apart and position > 0)
        parts.append(block)
        parts += [Padding(line, (0, 0, 0, 2)) for line in (words[position] if words else ())]
    return printed(Group(*parts), page)


def _quotations(row: Row) -> list[Text]:
    """One line a document: its quotations in the order of the text, then which document it is."""
    documents: dict[str, list[Words]] = {}
    for words in row.evidence:
        documents.setdefault(words.document, []).append(words)
    return [_quotation(words) for words in documents.values()]


def _quotation(words: Sequence[Words]) -> Text:
    quotes = [f"“{harmless(' '.join(quote.split()))}”" for quote in _joined(words)]
    first = words[0]
    also = f"also {' '.join(first.also)}" if first.also else ""
    source = ", ".join(filter(None, (first.title or first.document, first.published, _pages(words), also)))
    return Text(" … ".join(quotes), "italic").append(f" — {harmless(source)}", "dim")


def _pages(words: Sequence[Words]) -> str:
    pages = [str(page) for page in sorted({each.page for each in words if each.page is not None})]
    return f"page{'s' if len(pages) > 1 else ''} {', '.join(pages)}" if pages else ""


def _joined(words: Sequence[Words]) -> list[str]:
    """The quotations in the order of the text; those that overlap are one."""
    joined: list[tuple[str, int]] = []
    for each in sorted(words, key=lambda words: (words.start, -words.end)):
        if joined and each.start < joined[-1][1]:
            quote, end = joined[-1]
            joined[-1] = (quote + each.quote[max(0, end - each.start) :], max(end, each.end))
        else:
            joined.append((each.quote, each.end))
    return [quote for quote, _ in joined]


def _widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column, so that the header and all rows fit into ``width``; empty if they cannot.

    Rows are kept low, and no column is narrower than its longest word as long as another can give way.
    """
    columns = list(zip(*lines, strict=True))
    words = [max(1, *(cell_len(word) for cell in column for word in _words(cell))) for column in columns]
    room = width - GAP * (len(columns) - 1)
    natural = [max(map(cell_len, column)) for column in columns]
    if sum(natural) <= room:
        return [max(1, each) for each in natural]
    # What stands above gives way first: it is of several lines then.
    widths = [max(word, *map(cell_len, rows)) for word, (_, *rows) in zip(words, columns, strict=True)]
    short = [max(word, min(each, LONGEST)) for word, each in zip(words, widths, strict=True)]
    for least in (short, words, [min(word, LONGEST) for word in words]):
        if sum(least) <= room:
            return _narrowed(widths, least, room)
    return []


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """``widths`` made to fit into ``room``: cell by cell, the column gives way that is then of fewest lines."""
    narrowed = list(widths)
    while sum(narrowed) > room:
        open_ = [place for place, width in enumerate(narrowed) if width > least[place]]
        narrowed[min(open_, key=lambda place: widths[place] / (narrowed[place] - 1))] -= 1
    return narrowed


def _words(text: str) -> list[str]:
    """What a line may not break: words, dates, and the parts of a word with hyphens, each with what ends it."""
    return _BREAKABLE.findall(text)


def _wrapped(text: str, width: int) -> list[str]:
    """``text`` broken into lines of at most ``width`` cells, between words and behind hyphens."""
    lines = [""]
    words = (word for line in text.splitlines() for word in _words(line))
    for piece in (piece for word in words for piece in _pieces(word, width)):
        if lines[-1] and cell_len(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(word: str, width: int) -> list[str]:
    """A word as it is, or cut where a line is full."""
    pieces = [""]
    for character in word:
        if pieces[-1] and not character.isspace() and cell_len(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _row(cells: Sequence[str], widths: Sequence[int], style: str = "") -> Text:
    """One row, its cells wrapped side by side."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for number in range(max(map(len, wrapped))):
        parts = [cell[number] if number < len(cell) else "" for cell in wrapped]
        padded = [part + " " * (width - cell_len(part)) for part, width in zip(parts, widths, strict=True)]
        lines.append((" " * GAP).join(padded).rstrip())
    return Text("\n".join(lines), style)


def _lines(header: Sequence[str], cells: Sequence[str]) -> Text:
    return Text("\n").join(
        Text.assemble((f"{name}: ", "bold"), cell) for name, cell in zip(header, cells, strict=True) if cell
    )


def printed(parts: RenderableType, page: Page) -> str:
    """What rich makes of ``parts`` on this page, without blanks at the ends of lines."""
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
