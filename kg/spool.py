"""Rows kept under keys, to be sorted or grouped: in memory while they are few, in a temporary file when they are many.

What is said in a hundred thousand documents need not stand in memory to be compared: only what shares a key must.
The file has no name, and is gone with the process.
"""

import sqlite3
from collections.abc import Hashable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

Value = TypeVar("Value", int, bytes, str)

IN_MEMORY = 20_000
"""Rows that stand in memory; more are written to the file, as many at a time."""

_CACHE_KIB = 4_096
_GROUPED = """
SELECT first, value FROM (SELECT rowid AS at, value, MIN(rowid) OVER (PARTITION BY key) AS first,
                                 COUNT(*) OVER (PARTITION BY key) AS shared FROM kept)
WHERE shared >= ? ORDER BY first, at"""


class Spool(Generic[Value]):
    """Rows of a key and a value, in the order in which they were added."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._rows: list[tuple[bytes, Value]] = []
        self._most = in_memory
        self._file: sqlite3.Connection | None = None

    def add(self, key: Hashable, value: Value) -> None:
        """One more row. Keys are equal if they are written alike: strings, numbers, tuples of these."""
        written = key if isinstance(key, str) else repr(key)
        self._rows.append((written.encode("utf-8", "surrogatepass"), value))
        if len(self._rows) >= self._most:
            self._write()

    def sorted(self) -> Iterator[Value]:
        """The values by key; those of one key as they were added. May be asked for again."""
        if self._file is None:
            yield from (value for _, value in sorted(self._rows, key=itemgetter(0)))
        else:
            self._write()
            for (value,) in self._file.execute("SELECT value FROM kept ORDER BY key, rowid"):
                yield value

    def groups(self, least: int = 1) -> Iterator[list[Value]]:
        """The values of each key that has at least so many, in the order of the first of each."""
        if self._file is None:
            together: dict[bytes, list[Value]] = {}
            for key, value in self._rows:
                together.setdefault(key, []).append(value)
            yield from (values for values in together.values() if len(values) >= least)
        else:
            self._write()
            rows = self._file.execute(_GROUPED, (least,))
            for _, alike in groupby(rows, key=itemgetter(0)):
                yield [value for _, value in alike]

    def _write(self) -> None:
        if self._file is None:
            self._file = sqlite3.connect("", isolation_level=None)
            for setting in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{_CACHE_KIB}"):
                self._file.execute(f"PRAGMA {setting}")
            self._file.execute("CREATE TABLE kept (key BLOB NOT NULL, value NOT NULL)")
        self._file.execute("BEGIN")
        self._file.executemany("INSERT INTO kept VALUES (?, ?)", self._rows)
        self._file.execute("COMMIT")
        self._rows.clear()
