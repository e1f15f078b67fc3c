"""What goes into the index: things with their names, documents, passages, and what supports each claim."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kg.index.reading import FORMAT

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA page_size = 4096;
CREATE TABLE known (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE things (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, iri TEXT NOT NULL, label TEXT NOT NULL);
CREATE TABLE forms (thing INTEGER NOT NULL, form TEXT NOT NULL, folded TEXT NOT NULL, beside INTEGER NOT NULL);
CREATE VIRTUAL TABLE names USING fts5(words, content='', tokenize='unicode61', detail='full');
CREATE VIRTUAL TABLE spellings USING fts5(folded, content='', tokenize='trigram');
CREATE TABLE documents (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, title TEXT, published TEXT,
  also TEXT NOT NULL);
CREATE TABLE passages (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, document INTEGER NOT NULL, start INTEGER NOT NULL,
  end INTEGER NOT NULL, quote TEXT NOT NULL, place TEXT);
CREATE TABLE claims (iri TEXT NOT NULL, passage INTEGER NOT NULL, tier TEXT NOT NULL, rule TEXT,
  PRIMARY KEY (iri, passage)) WITHOUT ROWID;
CREATE VIRTUAL TABLE quotes USING fts5(quote, content='passages', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2');
"""
_PASSAGES = """
INSERT INTO passages
SELECT row_number() OVER (ORDER BY sources.iri), sources.iri, documents.id, start, "end", quote, place
FROM temp.sources JOIN temp.positions USING (iri) JOIN temp.quoted USING (iri) LEFT JOIN temp.places USING (iri)
JOIN documents ON documents.iri = document ORDER BY 1
"""
_CLAIMS = """
INSERT OR IGNORE INTO claims
SELECT found.iri, passages.id, tier, rule FROM temp.found JOIN passages ON passages.iri = passage
ORDER BY 1, passage, 3, 4
"""
_KEYS = """
CREATE INDEX things_by_kind ON things (kind);
CREATE INDEX things_by_iri ON things (iri);
CREATE INDEX forms_of ON forms (thing);
CREATE INDEX forms_by_name ON forms (folded);
INSERT INTO quotes (quotes) VALUES ('rebuild');
INSERT INTO quotes (quotes) VALUES ('optimize');
INSERT INTO names (names) VALUES ('optimize');
INSERT INTO spellings (spellings) VALUES ('optimize');
"""


@dataclass(slots=True)
class Naming:
    """A thing that has names: ``forms`` are its names, ``beside`` what else people say to point it out.

    Both map what is printed to its folded form; ``words`` are all that the thing may be found by.
    """

    kind: str
    iri: str
    label: str
    forms: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Projection:
    """A table of what a query says, for questions that would join too much: ``keys`` are its indexes.

    A thing that has names (by its IRI) stands in it as its number in ``things``.
    """

    name: str
    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    rows: Iterable[Sequence[str | int | None]]


@dataclass(frozen=True, slots=True)
class Passages:
    """All passages, by IRI: the document of each, its start and end, its words, the page or element if there is one.

    Each in any order: they are joined by the database, which is quicker than asking a store for all of each at once.
    """

    sources: Iterable[tuple[str, str]] = ()
    positions: Iterable[tuple[str, int, int]] = ()
    quoted: Iterable[tuple[str, str]] = ()
    places: Iterable[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All of an index.

    ``documents`` (IRI, title, date of issue, addresses of its versions), ``claims`` (IRI, passage, tier, rule).
    ``tables`` are SQL that makes further tables of all these.
    """

    base: str
    things: Iterable[Naming]
    documents: Iterable[tuple[str, str | None, str | None, str]]
    passages: Passages
    claims: Iterable[tuple[str, str, str, str | None]]
    projections: Iterable[Projection] = ()
    tables: Iterable[str] = ()


def write(path: Path | None, contents: Contents) -> sqlite3.Connection:
    """Write an index to a file that is not there yet, or into memory; the same contents give the same rows."""
    database = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
    database.executescript(_TABLES)
    database.execute("BEGIN")
    database.executemany("INSERT INTO known VALUES (?, ?)", [("base", contents.base), ("format", FORMAT)])
    _write_things(database, contents.things)
    _write_words(database, contents)
    numbers = {iri: number for number, iri in database.execute("SELECT id, iri FROM things")}
    for projection in contents.projections:
        _write_projection(database, projection, numbers)
    database.execute("COMMIT")
    for table in contents.tables:
        database.executescript(f"BEGIN; {table} COMMIT;")
    database.executescript(_KEYS)
    return database


def _write_things(database: sqlite3.Connection, things: Iterable[Naming]) -> None:
    for number, thing in enumerate(sorted(things, key=lambda thing: (thing.kind, thing.iri)), 1):
        database.execute("INSERT INTO things VALUES (?, ?, ?, ?)", (number, thing.kind, thing.iri, thing.label))
        for beside, forms in enumerate((thing.forms, thing.beside)):
            rows = ((number, form, folded, beside) for form, folded in sorted(forms.items()))
            database.executemany("INSERT INTO forms VALUES (?, ?, ?, ?)", rows)
        words = " ".join(sorted(thing.words))
        database.execute("INSERT INTO names (rowid, words) VALUES (?, ?)", (number, words))
        spelt = " | ".join(sorted({*thing.forms.values()}))
        database.execute("INSERT INTO spellings (rowid, folded) VALUES (?, ?)", (number, spelt))


def _write_words(database: sqlite3.Connection, contents: Contents) -> None:
    """Documents, passages and claims, sorted by the database: there may be too many to stand in memory."""
    database.executemany(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?)",
        ((number, *row) for number, row in enumerate(sorted(contents.documents), 1)),
    )
    found = contents.passages
    with ExitStack() as tables:
        for name, columns, rows in (
            ("sources", ("iri", "document"), found.sources),
            ("positions", ("iri", "start", "end"), found.positions),
            ("quoted", ("iri", "quote"), found.quoted),
            ("places", ("iri", "place"), found.places),
        ):
            tables.enter_context(_as_found(database, columns, rows, name))
            database.execute(f"CREATE INDEX temp.{name}_by_iri ON {name} (iri)")
        database.execute(_PASSAGES)
    with _as_found(database, ("iri", "passage", "tier", "rule"), contents.claims):
        database.execute(_CLAIMS)


@contextmanager
def _as_found(
    database: sqlite3.Connection,
    columns: Sequence[str],
    rows: Iterable[Sequence[str | int | None]],
    name: str = "found",
) -> Iterator[None]:
    """A table of rows in any order, ``temp.NAME``, while it is needed."""
    database.execute(f"CREATE TEMP TABLE {name} ({_listed(columns)})")
    marks = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO temp.{name} VALUES ({marks})", rows)  # noqa: S608 - our own names
    yield
    database.execute(f"DROP TABLE temp.{name}")


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _write_projection(database: sqlite3.Connection, table: Projection, numbers: Mapping[str, int]) -> None:
    rows = ([numbers.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows)
    columns = _listed(table.columns)
    database.execute(f'CREATE TABLE "{table.name}" ({columns})')
    with _as_found(database, table.columns, rows):
        ordered = f"SELECT DISTINCT {columns} FROM temp.found ORDER BY {columns}"  # noqa: S608 - our own names
        database.execute(f'INSERT INTO "{table.name}" {ordered}')
    for key in table.keys:
        database.execute(f'CREATE INDEX "{table.name}_by_{"_".join(key)}" ON "{table.name}" ({_listed(key)})')
