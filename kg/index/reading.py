"""What comes out of the index: things by their names, the words behind claims, quotations that hold a phrase."""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from kg.closing import Closing
from kg.errors import GraphError

FILE = "index.sqlite"
"""The name of the index inside a version."""
FORMAT = "4"
"""Which tables there are."""
_BATCH = 500
_NEAR = 40
_STEPS = 1000
"""Of the machine that runs a query, between two looks at the clock."""
_SAID = (
    "SELECT c.iri, c.tier, p.id, d.iri, d.title, d.published, p.start, p.end, p.quote, p.place, d.also "
    "FROM claims AS c JOIN passages AS p ON p.id = c.passage JOIN documents AS d ON d.id = p.document"
)
_THING = "SELECT id, kind, iri, label FROM things WHERE "
"""Where `+kind` is asked for, SQLite is not to begin with all things of the kind."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has names: its forms, and what else points it out."""

    kind: str
    iri: str
    label: str
    forms: tuple[str, ...]
    beside: tuple[str, ...]


class Said(NamedTuple):
    """One passage (its number) behind a claim: one row, made as fast as it is fetched.

    ``place`` is its page or element, ``also`` are the addresses of versions of the document.
    """

    claim: str
    tier: str
    passage: int
    document: str
    title: str | None
    published: str | None
    start: int
    end: int
    quote: str
    place: str | None = None
    also: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A quotation that holds a phrase."""

    passage: str
    document: str
    title: str | None
    published: str | None
    start: int
    end: int
    quote: str


class Index(Closing):
    """An open index, for reading, by several threads if need be (SQLite takes them in turn). A context manager."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Self:
        """The index in a file, read-only; raises :class:`kg.errors.GraphError` if it is damaged."""
        try:
            database = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            known = dict(database.execute("SELECT name, value FROM known"))
        except sqlite3.Error as error:
            raise GraphError(f"{path}: expected an index, found: {error}; build the graph again") from None
        if known.get("format") != FORMAT:
            raise GraphError(f"{path}: expected an index of this ct-kg, found another; build the graph again")
        return cls(database)

    def close(self) -> None:
        """Let go of it."""
        self._database.close()

    @property
    def base(self) -> str:
        """The base of the instances of the graph."""
        return str(self._database.execute("SELECT value FROM known WHERE name = 'base'").fetchone()[0])

    def by_iri(self, kind: str, iri: str) -> list[Thing]:
        """The thing of this IRI, if it is of this kind."""
        return self._things(_THING + "iri = ? AND +kind = ?", (iri, kind))

    def numbers(self, iris: Iterable[str]) -> list[int]:
        """The numbers under which things of these IRIs stand in the tables."""
        found = (self._database.execute("SELECT id FROM things WHERE iri = ?", (iri,)) for iri in iris)
        return [row[0] for rows in found for row in rows]

    def ending(self, kind: str, local: str) -> list[Thing]:
        """The things of a kind whose IRI ends in this step."""
        return self._things(_THING + "kind = ? AND substr(iri, -length(?)) = ?", (kind, local, local)) if local else []

    def named(self, kind: str, folded: str) -> list[Thing]:
        """The things of a kind that bear exactly this name (folded)."""
        where = "+kind = ? AND id IN (SELECT thing FROM forms WHERE folded = ? AND NOT beside) ORDER BY id"
        return self._things(_THING + where, (kind, folded))

    def having(self, kind: str, words: Iterable[str], most: int, *, begun: bool = False) -> list[Thing]:
        """The things of a kind that are known by all of these words (or words that begin so), at most so many."""
        terms = " AND ".join(f"{_quoted(word)}{'*' if begun else ''}" for word in sorted(words))
        return self._matching("names", terms, kind, most, "rowid") if terms else []

    def near(self, kind: str | None, folded: str) -> list[Thing]:
        """The things of a kind whose names share most parts of three letters with this (folded)."""
        parts = sorted({folded[at : at + 3] for at in range(len(folded) - 2)})
        terms = " OR ".join(map(_quoted, parts))
        return self._matching("spellings", terms, kind, _NEAR, "bm25(spellings), rowid") if parts else []

    def every(self, kind: str) -> list[Thing]:
        """All things of a kind, in the order of their IRIs."""
        return self._things(_THING + "kind = ? ORDER BY id", (kind,))

    def some(self, kind: str, most: int) -> list[Thing]:
        """The first things of a kind."""
        return self._things(_THING + "kind = ? ORDER BY id LIMIT ?", (kind, most))

    def said(self, claims: Iterable[str]) -> Iterator[Said]:
        """The passages behind claims (IRIs), in the order of claims."""
        every = sorted(set(claims))
        for at in range(0, len(every), _BATCH):
            some = every[at : at + _BATCH]
            query = f"{_SAID} WHERE c.iri IN ({', '.join('?' * len(some))}) ORDER BY c.iri, c.passage"
            yield from map(Said._make, self._database.execute(query, some))

    def quoting(self, phrase: str, most: int) -> list[Hit]:
        """Quotations that hold these words one after the other, the best first."""
        if not any(character.isalnum() for character in phrase):
            return []
        rows = self._database.execute(
            "SELECT p.iri, d.iri, d.title, d.published, p.start, p.end, p.quote FROM quotes JOIN passages AS p "
            "ON p.id = quotes.rowid JOIN documents AS d ON d.id = p.document WHERE quotes MATCH ? "
            "ORDER BY quotes.rowid LIMIT ?",
            (_quoted(phrase), most),
        )
        return [Hit(*row) for row in rows]

    def select(
        self, sql: str, values: Mapping[str, str | int], most: int | None = None, seconds: float | None = None
    ) -> tuple[list[str], list[tuple[str | int | None, ...]], bool]:
        """The columns and the first rows of a query of ours on the tables, and whether there are more.

        ``values`` stand for its named parameters; ``:most`` is the number of rows it is good to find. Raises
        ``TimeoutError`` when it takes longer than ``seconds``.
        """
        with self._stopped_after(seconds):
            found = self._database.execute(sql, {**values, "most": -1 if most is None else most + 1})
            rows = found.fetchall() if most is None else found.fetchmany(most + 1)
        return [column[0] for column in found.description], rows[:most], most is not None and len(rows) > most

    @contextmanager
    def _stopped_after(self, seconds: float | None) -> Iterator[None]:
        if seconds is None:
            yield
            return
        deadline = time.monotonic() + seconds
        self._database.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise TimeoutError from None
            raise
        finally:
            self._database.set_progress_handler(None, 0)

    def _matching(self, table: str, query: str, kind: str | None, most: int, order: str) -> list[Thing]:
        """Things of a kind stand together in ``things``: a range of numbers is quicker to look in than a kind."""
        among = "AND rowid BETWEEN (SELECT min(id) FROM things WHERE kind = ?3) AND " if kind else ""
        among += "(SELECT max(id) FROM things WHERE kind = ?3)" if kind else ""
        found = self._database.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ?1 {among} ORDER BY {order} LIMIT ?2",  # noqa: S608 - ours
            (query, most, kind) if kind else (query, most),
        )
        numbers = [row[0] for row in found]
        by_number = {thing[0]: thing for thing in self._rows(f"id IN ({', '.join('?' * len(numbers))})", numbers)}
        return [self._thing(by_number[number]) for number in numbers]

    def _things(self, query: str, values: tuple[object, ...]) -> list[Thing]:
        return [self._thing(row) for row in self._database.execute(query, values).fetchall()]

    def _rows(self, where: str, values: list[int]) -> list[tuple[int, str, str, str]]:
        return self._database.execute(_THING + where, values).fetchall()

    def _thing(self, row: tuple[int, str, str, str]) -> Thing:
        number, kind, iri, label = row
        forms: tuple[list[str], list[str]] = ([], [])
        for form, beside in self._database.execute("SELECT form, beside FROM forms WHERE thing = ?", (number,)):
            forms[beside].append(form)
        return Thing(kind, iri, label, tuple(forms[0]), tuple(forms[1]))


def _quoted(words: str) -> str:
    """A string of FTS5: nothing in it is an operator."""
    return '"' + words.replace('"', '""') + '"'
