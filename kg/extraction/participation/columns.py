"""Tables whose first row says that their rows name those who took part: *Delegation, Leader*; *Speaker, Topic*."""

from collections.abc import Sequence
from functools import cache

from kg.extraction.participation.chunks import Chunk
from kg.extraction.text.blocks import Block
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables

_WIDEST = 30
"""Chunks that the first row of a table has at most."""
_ROWS = 3
"""Rows behind it that are looked at: a column of numbers counts people and names none."""


def opens_roster(page: Page, sentence: Sentence, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The heading that the names of a table's columns amount to, as chunks; none where they name no such list."""
    block = sentence.block
    first = block.kind == "table" and sentence.first == page.at(block.start)
    if not first or len(chunks) > _WIDEST or any(chunk.person or chunk.body for chunk in chunks):
        return []
    columns, *rows = [_cells(page.text[row.start : row.end]) for row in block.items[: 1 + _ROWS]]
    if len(columns) == 1 or any(column.rpartition(" ")[2] in _gatherings() for column in columns):
        return []
    heading = _heading(columns, rows)
    return [Chunk("word", sentence.first, sentence.last, word) for word in heading.split()]


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
    """The heading of the column that says most of them: heads of delegation before participants."""
    known = {row.form: row for row in tables.rows("column-rosters")}
    fitting = [
        known[column]["heading"]
        for number, column in enumerate(columns)
        if column in known
        and _is_beside(known[column]["beside"], columns, column)
        and not any(row[number].isdecimal() for row in rows if number < len(row))
    ]
    return next((one for one in fitting if one != "participants"), next(iter(fitting), ""))


def _is_beside(words: str, columns: Sequence[str], column: str) -> bool:
    others = {word for other in columns if other != column for word in other.split()}
    return not words or bool(others & set(words.split("|")))
