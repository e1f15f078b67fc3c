"""Phrases of a table found where they end or begin in a row of chunks."""

from collections.abc import Sequence
from functools import cache

from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables
from kg.extraction.words.tables import Row


@cache
def _by_last_word(name: str) -> dict[str, list[tuple[tuple[str, ...], Row]]]:
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for same in tables.by_first_word(name).values():
        for words, row in same:
            found.setdefault(words[-1], []).append((words, row))
    return {last: sorted(same, key=lambda entry: -len(entry[0])) for last, same in found.items()}


def ending(name: str, chunks: Sequence[Chunk], end: int) -> tuple[int, Row] | None:
    """The longest phrase of ``NAME.tsv`` that ends before chunk ``end``: where it begins, and its row."""
    if not end or chunks[end - 1].kind != "word":
        return None
    for words, row in _by_last_word(name).get(chunks[end - 1].text, ()):
        start = end - len(words)
        if start < 0 or chunks[start].text != words[0]:
            continue
        if all(chunk.is_word(word) for chunk, word in zip(chunks[start:end], words, strict=True)):
            return start, row
    return None


def beginning(name: str, chunks: Sequence[Chunk], at: int) -> tuple[int, Row] | None:
    """The longest phrase of ``NAME.tsv`` that begins at chunk ``at``: where it ends, and its row.

    A line that says no more ends as if with a colon: *Apologies* over the names of those who sent them.
    """
    for words, row in tables.by_first_word(name).get(chunks[at].text, ()) if chunks[at].kind == "word" else ():
        end = at + len(words)
        if end > len(chunks) or not _is_last(words[-1], chunks[end - 1], heads=at == 0):
            continue
        if all(chunk.text == word for chunk, word in zip(chunks[at : end - 1], words[:-1], strict=True)):
            return end, row
    return None


def _is_last(word: str, chunk: Chunk, *, heads: bool) -> bool:
    """Whether a chunk is the last word of a phrase; the end of a line does for the colon of a heading."""
    return chunk.text == word or (heads and word == ":" and chunk.is_word(";") and chunk.first == chunk.last)
