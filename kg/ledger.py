"""The ledger: the documents with their text and claims, and what was set aside and why. What must not be lost.

SQLite; one transaction a document, on disk (fsync) before the next one is read; what is deleted is overwritten.
The journal is truncated rather than kept beside (WAL), so that erased words stay in no second file, and a commit
needs no sync of the folder. The values are JSON (:mod:`kg.model.wire`): a ledger from a stranger cannot run code.

One document (one key) may stand at several places, and say something else at each: a copy with a sidecar file and one
without, two files of one URL. What was read at each place is kept, and the contents choose the one that speaks
(``documents``): the one of which most is known, then the latest date of issue, then the greatest hash. So neither the
order of reading nor the places decide.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.closing import Closing
from kg.errors import Busy, GraphError, NotAGraph, WrongFormat
from kg.model.actors import Reading
from kg.model.claims import Claim, Tier
from kg.model.text import Document
from kg.model.wire import claim_from_plain, claim_to_plain, document_from_plain, document_to_plain

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
_NOTES = """
CREATE TABLE IF NOT EXISTS notes (place TEXT PRIMARY KEY REFERENCES readings ON DELETE CASCADE, stamp TEXT NOT NULL,
                                  note TEXT NOT NULL) WITHOUT ROWID"""
"""What can be made again from a reading; an older ledger has none."""
_NOTED_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, order=True)
class SetAside:
    """A document that is not in the graph, and why; ``document`` is its name, a label for people."""

    document: str
    reason: str

    def to_plain(self) -> dict[str, str]:
        """As JSON values."""
        return {"document": self.document, "reason": self.reason}


class Ledger(Closing):
    """The ledger of one graph folder. A context manager; one writer at a time (the build's lock sees to it)."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self._path = folder / NAME
        if not create and not self._path.is_file():
            raise NotAGraph(f"{folder}: expected a ledger ({NAME}), found none; build the graph again")
        with self._said():
            uri = f"{self._path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
            self._database = sqlite3.connect(uri, uri=True, isolation_level=None)
            for setting in ("synchronous=FULL", "secure_delete=ON", "journal_mode=TRUNCATE", "foreign_keys=ON"):
                self._database.execute(f"PRAGMA {setting}")
            self._check_format(create=create)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def keep(
        self, document: Document, claims: Iterable[Claim], *, place: str | None = None, fingerprint: str = ""
    ) -> None:
        """Keep a document and what it says, for good when this returns.

        It replaces what was read at the same ``place`` (a path; without one, the key stands for it). ``fingerprint``
        is what :meth:`unchanged` compares later.
        """
        said = [(claim.tier, _json(claim_to_plain(claim))) for claim in claims]
        plain = document_to_plain(document)
        name, text = plain.pop("name"), plain.pop("text")
        about = _json(plain)
        content = _hash(about, text, *(claim for _, claim in said))
        rank = f"{len(plain):02}\x1f{document.published or ''}\x1f{content}"
        where = document.key if place is None else place
        with self._transaction() as database:
            database.execute("DELETE FROM readings WHERE place = ?", (where,))
            database.execute("DELETE FROM unread WHERE place = ?", (where,))
            database.execute(
                "INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (where, fingerprint, document.key, rank, name, about, text, content),
            )
            rows = ((where, number, *claim) for number, claim in enumerate(said))
            database.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", rows)
            self._forget_refusals()

    def unchanged(self, place: str, fingerprint: str) -> str | None:
        """The key of the document that was read from ``place`` and still has this fingerprint; else None."""
        row = self._one("SELECT key FROM readings WHERE place = ? AND fingerprint = ?", place, fingerprint)
        return None if row is None else str(row[0])

    def set_aside(self, place: str, name: str, reason: str) -> None:
        """Remember that what stands at ``place`` cannot be read. What was read from there before is kept."""
        with self._transaction() as database:
            database.execute("INSERT OR REPLACE INTO unread VALUES (?, ?, ?)", (place, name, reason))

    def heal(self, place: str) -> None:
        """What stands at ``place`` can be read (again): forget that it was set aside."""
        if self._one("SELECT 1 FROM unread WHERE place = ?", place):
            with self._transaction() as database:
                database.execute("DELETE FROM unread WHERE place = ?", (place,))

    def forget_gone(self, stands: Callable[[str], bool]) -> None:
        """Forget what no file speaks for any more; ``stands`` says whether there is a file at a place.

        These are the notes of what could not be read, and readings whose document stands elsewhere. A document that
        stands nowhere is kept: no build loses one.
        """
        noted = [place for (place,) in self._all("SELECT place FROM unread ORDER BY place") if not stands(place)]
        at: dict[str, list[str]] = {}
        for key, place in self._all(
            "SELECT key, place FROM readings WHERE key IN (SELECT key FROM readings GROUP BY key HAVING COUNT(*) > 1)"
        ):
            at.setdefault(key, []).append(place)
        gone = {key: [place for place in places if not stands(place)] for key, places in at.items()}
        stale = [place for key, places in gone.items() if len(places) < len(at[key]) for place in places]
        if noted or stale:
            with self._transaction() as database:
                database.executemany("DELETE FROM unread WHERE place = ?", [(place,) for place in noted])
                database.executemany("DELETE FROM readings WHERE place = ?", [(place,) for place in stale])

    def remove(self, key: str) -> bool:
        """Forget a document at all its places, its text and its claims; False if there is none of this key."""
        with self._transaction() as database:
            database.execute("DELETE FROM unread WHERE place IN (SELECT place FROM readings WHERE key = ?)", (key,))
            removed = database.execute("DELETE FROM readings WHERE key = ?", (key,)).rowcount > 0
            self._forget_refusals()
            return removed

    def documents(self) -> Iterator[Document]:
        """All documents, sorted by key."""
        for key, name, about, text in self._all("SELECT key, name, about, text FROM documents ORDER BY key"):
            yield self._document(key, name, about, text)

    def places(self) -> tuple[tuple[str, str, str], ...]:
        """Where documents were read: place, key and name of each, sorted."""
        rows = self._all("SELECT place, key, name FROM readings ORDER BY place")
        return tuple((str(place), str(key), str(name)) for place, key, name in rows)

    def unread_places(self) -> tuple[tuple[str, str], ...]:
        """Where something could not be read: place and name of each, sorted."""
        rows = self._all("SELECT place, name FROM unread ORDER BY place")
        return tuple((str(place), str(name)) for place, name in rows)

    def in_part(self) -> Iterator[Document]:
        """The documents of which something is in another language than the rest, sorted by key."""
        rows = self._all(
            "SELECT key, name, about, text FROM documents WHERE about LIKE '%\"foreign\":[[%' ORDER BY key"
        )
        return (self._document(*row) for row in rows)

    def document_keys(self) -> tuple[str, ...]:
        """The keys of all documents, sorted."""
        return tuple(key for (key,) in self._all("SELECT DISTINCT key FROM readings ORDER BY key"))

    def document(self, key: str) -> Document | None:
        """The document of this key; None if there is none."""
        row = self._one("SELECT key, name, about, text FROM documents WHERE key = ?", key)
        return None if row is None else self._document(*row)

    def claims(self, key: str, tiers: Container[str] = frozenset(Tier)) -> tuple[Claim, ...]:
        """What the document of this key says, in the order of reading; only claims of these tiers."""
        rows = self._all(
            "SELECT tier, claim FROM claims JOIN documents USING (place) WHERE key = ? ORDER BY number", key
        )
        return tuple(claim_from_plain(json.loads(claim), key) for tier, claim in rows if tier in tiers)

    def count(self, key: str, tiers: Container[str] = frozenset(Tier)) -> int:
        """How many claims :meth:`claims` would give."""
        rows = self._all(
            "SELECT tier, COUNT(*) FROM claims JOIN documents USING (place) WHERE key = ? GROUP BY tier", key
        )
        return sum(count for tier, count in rows if tier in tiers)

    def readings(self, tiers: Container[str] = frozenset(Tier)) -> Iterator[Reading]:
        """All documents with what they say, sorted by key; only claims of these tiers."""
        return (Reading(document, self.claims(document.key, tiers)) for document in self.documents())

    def noted(self, stamp: str, note: Callable[[Reading], str], tiers: Container[str]) -> Iterator[tuple[str, str]]:
        """By key of document, sorted: what ``note`` makes of its reading. Made once for each reading and stamp."""
        list(self._all(_NOTES))
        wanted = "SELECT key, place FROM documents LEFT JOIN notes USING (place) WHERE stamp IS NOT ? ORDER BY key"
        missing = list(self._all(wanted, stamp))
        for at in range(0, len(missing), _NOTED_AT_ONCE):
            rows = [(place, stamp, note(self.reading(key, tiers))) for key, place in missing[at : at + _NOTED_AT_ONCE]]
            with self._transaction() as database:
                database.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", rows)
        yield from self._all("SELECT key, note FROM documents JOIN notes USING (place) ORDER BY key")

    def reading(self, key: str, tiers: Container[str] = frozenset(Tier)) -> Reading:
        """The document of this key with what it says; raises :class:`kg.errors.GraphError` if there is none."""
        document = self.document(key)
        if document is None:
            raise GraphError(f"{self._path}: expected the document {key}, found none; the ledger is damaged")
        return Reading(document, self.claims(key, tiers))

    def quarantined(self) -> tuple[SetAside, ...]:
        """What is not in the graph: what could not be read, and what the shapes refused. Sorted."""
        rows = self._all(
            "SELECT name, reason FROM unread UNION ALL SELECT name, reason FROM refused JOIN documents USING (key)"
        )
        return tuple(sorted(SetAside(*row) for row in rows))

    def refused(self) -> dict[str, str]:
        """The documents that the shapes refused, by key, each with its reason."""
        return dict(self._all("SELECT key, reason FROM refused ORDER BY key"))

    def verdict(self, graph: str) -> str | None:
        """What the shapes said of a graph of this hash: a reason, empty if it was admitted; None: never asked."""
        row = self._one("SELECT reason FROM verdicts WHERE graph = ?", graph)
        return None if row is None else str(row[0])

    def judge(self, verdicts: Mapping[str, str], refused: Mapping[str, str]) -> None:
        """Keep the verdicts of the graphs as they are now, and which documents are refused; forget all older ones."""
        with self._transaction() as database:
            database.execute("DELETE FROM verdicts")
            database.executemany("INSERT INTO verdicts VALUES (?, ?)", sorted(verdicts.items()))
            database.execute("DELETE FROM refused")
            database.executemany("INSERT INTO refused VALUES (?, ?)", sorted(refused.items()))

    def setting(self, name: str) -> str | None:
        """A setting of this graph (``base``); None if it was never set."""
        row = self._one("SELECT value FROM settings WHERE name = ?", name)
        return None if row is None else str(row[0])

    def set(self, name: str, value: str) -> None:
        """Set a setting of this graph."""
        with self._transaction() as database:
            database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def state(self) -> str:
        """A hash of all documents and claims (64 hex digits): same contents, same state.

        Places, file names, what was set aside and the order of reading make no difference: where a document stands at
        several places, its contents choose the one that counts.
        """
        rows = self._all("SELECT key, content FROM documents ORDER BY key")
        return _hash(*(f"{key}\x1f{content}" for key, content in rows))

    def _forget_refusals(self) -> None:
        """Inside a transaction: a document that is no more is not refused either."""
        self._database.execute("DELETE FROM refused WHERE key NOT IN (SELECT key FROM readings)")

    def _document(self, key: str, name: str, about: str, text: str) -> Document:
        document = document_from_plain(json.loads(about) | {"name": name, "text": text})
        if document.key != key:
            raise GraphError(f"{self._path}: expected the document {key}, found {document.key}; the ledger is damaged")
        return document

    def _check_format(self, *, create: bool) -> None:
        (found,) = self._database.execute("PRAGMA user_version").fetchone()
        if found == 0 and create:
            with self._transaction():
                for statement in _SCHEMA.split(";"):
                    self._database.execute(statement)
                self._database.execute(f"PRAGMA user_version = {FORMAT}")
        elif found != FORMAT:
            self.close()
            raise WrongFormat(
                f"{self._path}: expected a ledger of format {FORMAT}, found {found}; "
                "build it again from the documents into a new folder: `kg build DOCS --graph NEW`"
            )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; on disk when it ends."""
        with self._said():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")

    def _one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        with self._said():
            row: tuple[Any, ...] | None = self._database.execute(query, values).fetchone()
            return row

    def _all(self, query: str, *values: str) -> Iterator[tuple[Any, ...]]:
        with self._said():
            yield from self._database.execute(query, values)

    @contextmanager
    def _said(self) -> Iterator[None]:
        """What SQLite says, as one of ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise Busy(f"{self._path}: another process writes to it; wait for it to end") from error
            raise GraphError(f"{self._path}: expected a ledger that can be read and written, found: {error}") from error
        except (sqlite3.DatabaseError, json.JSONDecodeError) as error:
            raise GraphError(
                f"{self._path}: expected a ledger, found a damaged file ({error}); "
                "restore it, or build again from the documents into a new folder"
            ) from error


def _json(plain: Mapping[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(*parts: str) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(f"{len(part)}:{part}".encode())
    return found.hexdigest()
