"""Tables that people keep beside documents: CSV with a line of names, or JSON Lines; each row with its line number."""

import csv
import io
import json
from collections.abc import Iterator

from kg.errors import Unreadable

_MOST_NAMED = 12
DATE = "date"
"""Another name for ``published``."""


def read_csv(data: bytes, name: str, first: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file (RFC 4180, UTF-8), without empty cells; each has a cell in column ``first``.

    Raises :class:`kg.errors.Unreadable`.
    """
    reader = csv.reader(io.StringIO(_text(data, name), newline=""), strict=True)
    try:
        header = [_column(cell) for cell in next(reader, [])]
        if first not in header or len(set(header)) < len(header):
            found = " ".join(map(repr, header[:_MOST_NAMED])) or "none"
            raise Unreadable(
                f"{name}: expected a first line with the names of columns, {first} among them, each once, and commas "
                f"between them; found {found}"
            )
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, _row(header, cells, f"{name}, line {reader.line_num}", first)
    except csv.Error as error:
        raise Unreadable(f"{name}, line {reader.line_num}: expected CSV, found: {error}") from None


def read_json_lines(data: bytes, name: str, first: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The objects of a JSON Lines file, each with a value for ``first``; raises :class:`kg.errors.Unreadable`."""
    for line, printed in enumerate(_text(data, name).splitlines(), 1):
        if not printed.strip():
            continue
        where = f"{name}, line {line}"
        try:
            row = json.loads(printed)
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"{where}: expected a JSON object, found: {error}") from None
        if not isinstance(row, dict) or not all(isinstance(value, str | None) for value in row.values()):
            raise Unreadable(f"{where}: expected a JSON object whose values are strings")
        cells = {_column(key): value.strip() for key, value in row.items() if value and value.strip()}
        yield line, _with_first(cells, where, first)


def _row(header: list[str], cells: list[str], where: str, first: str) -> dict[str, str]:
    if len(cells) > len(header):
        raise Unreadable(f"{where}: expected at most {len(header)} cells, found {len(cells)}; quote those with commas")
    known = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
    return _with_first(known, where, first)


def _with_first(cells: dict[str, str], where: str, first: str) -> dict[str, str]:
    if first not in cells:
        raise Unreadable(f"{where}: expected a {first}, found none")
    return cells


def _column(name: str) -> str:
    return "published" if name.strip().lower() == DATE else name.strip().lower()


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}: expected UTF-8, found: {error}; save it as UTF-8") from None
