"""The file of a ledger: SQLite, one transaction a document, on disk (fsync) before the next one is read.

What is deleted is overwritten. The journal is truncated rather than kept beside (WAL), so that erased words stay in no
second file, and a commit needs no sync of the folder.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import Busy, GraphError, NotAGraph, WrongFormat

FORMAT = 2
NAME = "ledger.sqlite"

_SCHEMA = """
CREATE TABLE readings (place TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, key TEXT NOT NULL, rank TEXT NOT NULL,
                       name TEXT NOT NULL, about TEXT NOT NULL, text TEXT NOT NULL, content TEXT NOT NULL)
                       WITHOUT ROWID;
CREATE INDEX readings_of ON readings (key, rank, name, place);
CREATE TABLE claims (place TEXT NOT NULL REFERENCES readings ON DELETE CASCADE, number INTEGER NOT NULL,
                     tier TEXT NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (place, number)) WITHOUT ROWID;
CREATE VIEW documents AS SELECT * FROM readings AS one WHERE NOT EXISTS (
    SELECT 1 FROM readings AS other
    WHERE other.key = one.key AND (other.rank, other.name, other.place) > (one.rank, one.name, one.place));
CREATE TABLE unread (place TEXT PRIMARY KEY, name TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE refused (key TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE verdicts (graph TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_MADE = """
DROP TABLE IF EXISTS notes;
CREATE TABLE IF NOT EXISTS made (place TEXT NOT NULL REFERENCES readings ON DELETE CASCADE, kind TEXT NOT NULL,
                                 stamp TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (place, kind));
CREATE INDEX IF NOT EXISTS made_of ON made (kind, place, stamp)
"""
"""What can be made again from a reading; an older ledger has none, or has it in another table."""


class LedgerFile:
    """The open file: rows, transactions, and what SQLite says as errors of ours."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        self.path = folder / NAME
        if not create and not self.path.is_file():
            raise NotAGraph(f"{folder}: expected a ledger ({NAME}), found none; build the graph again")
        with self._said():
            uri = f"{self.path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
            self._database = sqlite3.connect(uri, uri=True, isolation_level=None)
            for setting in ("synchronous=FULL", "secure_delete=ON", "journal_mode=TRUNCATE", "foreign_keys=ON"):
                self._database.execute(f"PRAGMA {setting}")
            self._check_format(create=create)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def make_room(self) -> None:
        """See to it that there is a table for what is made of the readings."""
        if not self.one("SELECT 1 FROM sqlite_master WHERE name = 'made_of'"):
            with self.transaction() as database:
                for statement in _MADE.split(";"):
                    database.execute(statement)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; on disk when it ends."""
        with self._said():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        """The first row; None if there is none."""
        with self._said():
            row: tuple[Any, ...] | None = self._database.execute(query, values).fetchone()
            return row

    def all(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        """All rows."""
        with self._said():
            yield from self._database.execute(query, values)

    def _check_format(self, *, create: bool) -> None:
        (found,) = self._database.execute("PRAGMA user_version").fetchone()
        if found == 0 and create:
            with self.transaction():
                for statement in _SCHEMA.split(";"):
                    self._database.execute(statement)
                self._database.execute(f"PRAGMA user_version = {FORMAT}")
        elif found != FORMAT:
            self.close()
            raise WrongFormat(
                f"{self.path}: expected a ledger of format {FORMAT}, found {found}; "
                "build it again from the documents into a new folder: `kg build DOCS --graph NEW`"
            )

    @contextmanager
    def _said(self) -> Iterator[None]:
        """What SQLite says, as one of ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise Busy(f"{self.path}: another process writes to it; wait for it to end") from error
            raise GraphError(f"{self.path}: expected a ledger that can be read and written, found: {error}") from error
        except (sqlite3.DatabaseError, json.JSONDecodeError) as error:
            raise GraphError(
                f"{self.path}: expected a ledger, found a damaged file ({error}); "
                "restore it, or build again from the documents into a new folder"
            ) from error
