"""Data: to standard output, or to a file that appears whole or not at all."""

import os
import sys
from pathlib import Path

from kg.errors import UsageError
from kg.whole import write_whole


def write(data: str | bytes, output: Path | None) -> None:
    """Write ``data`` (text as UTF-8) to ``output``; None or ``-`` is standard output."""
    octets = data.encode() if isinstance(data, str) else data
    if output is None or str(output) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(octets)
        sys.stdout.buffer.flush()
        return
    if output.exists() and not output.is_file():  # a pipe or a device is written to, never replaced
        with output.open("wb") as file:
            file.write(octets)
        return
    if not output.parent.is_dir():
        raise UsageError(f"expected a folder to write {output.name} into, found none at {output.parent}; make it first")
    write_whole(output, octets)


def more_than(rows: int) -> str:
    """What is said of rows that are not all.

    >>> more_than(1), more_than(20)
    ('this is the first row, --limit shows more', 'these are the first 20 rows, --limit shows more')
    """
    first = "this is the first row" if rows == 1 else f"these are the first {rows} rows"
    return f"{first}, --limit shows more"


def to_terminal(output: Path | None) -> bool:
    """True if a person reads what :func:`write` writes."""
    return (output is None or str(output) == "-") and sys.stdout.isatty()


def in_colour(output: Path | None) -> bool:
    """True if colour may be used: a terminal that wants it (https://no-color.org)."""
    return to_terminal(output) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
