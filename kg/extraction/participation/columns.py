"""Tables whose first row says that their rows name those who took part: *Delegation, Leader*; *Speaker, Topic*."""

from collections.abc import Sequence
from functools import cache

from kg.extraction.participation.chunks import Chunk
from kg.extraction.text.blocks import Block
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables

_WIDEST = 30
"""Chunks that the first row of a table has at most."""
_LEAD = 60
"""Characters of a line that is read as a heading of the table below it, if no colon ends it."""
_ROWS = 3
"""Rows behind it that are looked at: a column of numbers counts people and names none."""


def opens_roster(page: Page, sentence: Sentence, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The heading that the names of a table's columns amount to, as chunks; none where they name no such list."""
    if not _is_header(page, sentence, chunks):
        return []
    columns, *rows = _rows(page, sentence.block)
    if len(columns) == 1 or any(column.rpartition(" ")[2] in _gatherings() for column in columns):
        return []
    if _are_foreign(columns) or _is_led_elsewhere(page, sentence.block):
        return []
    heading = _heading(columns, rows)
    return [Chunk("word", sentence.first, sentence.last, word) for word in heading.split()]


def names_others(page: Page, sentence: Sentence, chunks: Sequence[Chunk]) -> bool:
    """Whether the first row of a table names its columns, and these are not, or not only, of who took part."""
    if not _is_header(page, sentence, chunks):
        return False
    columns, *rows = _rows(page, sentence.block)
    return _are_foreign(columns) or len(_fitting(columns, rows) - {"participants"}) > 1


def _is_header(page: Page, sentence: Sentence, chunks: Sequence[Chunk]) -> bool:
    block = sentence.block
    first = block.kind == "table" and sentence.first == page.at(block.start)
    return first and len(chunks) <= _WIDEST and not any(chunk.person or chunk.body for chunk in chunks)


def _rows(page: Page, block: Block) -> list[list[str]]:
    return [_cells(page.text[row.start : row.end]) for row in block.items[: 1 + _ROWS]]


def _are_foreign(columns: Sequence[str]) -> bool:
    return any(word in tables.words("foreign-columns") for column in columns for word in column.split())


def _is_led_elsewhere(page: Page, block: Block) -> bool:
    """Whether the line before a table says that those in it are others: *Not present:*; *Upcoming courses*."""
    lead = " ".join(page.text[: block.start].rstrip().rpartition("\n")[2].lower().split())
    lead = lead.removesuffix(":").rpartition(". ")[2] if lead.endswith(":") or len(lead) <= _LEAD else ""
    return any(tables.column("label-roles", "role").get(word) == "-" for word in lead.split())


def entry(block: Block, heads: Sequence[Chunk], chunks: list[Chunk]) -> list[Chunk]:
    """Of a row under *Speaker* what names somebody; what stands before it is when and on what he spoke."""
    if block.kind != "table" or not heads or not heads[0].is_word("speakers", "moderators"):
        return chunks
    cells = (at for at, chunk in enumerate(chunks) if at == 0 or chunks[at - 1].is_word(","))
    return chunks[next((at for at in cells if chunks[at].person or chunks[at].titles), 0) :]


def _cells(row: str) -> list[str]:
    """The cells of a row, in which a comma stands for what parts them."""
    return [" ".join(cell.lower().split()) for cell in row.split(",") if cell.strip()]


@cache
def _gatherings() -> frozenset[str]:
    """What a column is called of which each row has a meeting of its own: *Course*, *Workshop*; not *Session*."""
    return frozenset(row.form for row in tables.rows("meeting-kinds") if row["kind"] not in ("session", "briefing"))


def _heading(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The heading of the column that says most: heads of delegation before participants; none of two with roles."""
    fitting = _fitting(columns, rows)
    roles = fitting - {"participants"}
    return "" if len(roles) > 1 else next(iter(roles or fitting), "")


def _fitting(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> set[str]:
    known = {row.form: row for row in tables.rows("column-rosters")}
    return {
        known[column]["heading"]
        for number, column in enumerate(columns)
        if column in known
        and _is_beside(known[column]["beside"], columns, column)
        and not any(row[number].isdecimal() for row in rows if number < len(row))
    }


def _is_beside(words: str, columns: Sequence[str], column: str) -> bool:
    others = {word for other in columns if other != column for word in other.split()}
    return not words or bool(others & set(words.split("|")))
