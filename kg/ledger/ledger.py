"""What is kept of the documents: their text and claims, where they were read, and what was set aside and why.

The values are JSON (:mod:`kg.model.wire`): a ledger from a stranger cannot run code.

One document (one key) may stand at several places, and say something else at each: a copy with a sidecar file and one
without, two files of one URL. What was read at each place is kept, and the contents choose the one that speaks
(``documents``): the one of which most is known, then the latest date of issue, then the greatest hash. So neither the
order of reading nor the places decide.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.closing import Closing
from kg.errors import GraphError
from kg.ledger.file import LedgerFile
from kg.ledger.made import Made
from kg.model.actors import Reading
from kg.model.claims import Claim, Tier
from kg.model.text import Document
from kg.model.wire import claim_from_plain, claim_to_plain, document_from_plain, document_to_plain


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
        self._file = LedgerFile(folder, create=create)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    @cached_property
    def made(self) -> Made:
        """What was made of the readings, and can be made again."""
        return Made(self._file)

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
        with self._file.transaction() as database:
            database.execute("DELETE FROM readings WHERE place = ?", (where,))
            database.execute("DELETE FROM unread WHERE place = ?", (where,))
            database.execute(
                "INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (where, fingerprint, document.key, rank, name, about, text, content),
            )
            rows = ((where, number, *claim) for number, claim in enumerate(said))
            database.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", rows)
            _forget_refusals(database)

    def unchanged(self, place: str, fingerprint: str) -> str | None:
        """The key of the document that was read from ``place`` and still has this fingerprint; else None."""
        row = self._file.one("SELECT key FROM readings WHERE place = ? AND fingerprint = ?", place, fingerprint)
        return None if row is None else str(row[0])

    def set_aside(self, place: str, name: str, reason: str) -> None:
        """Remember that what stands at ``place`` cannot be read. What was read from there before is kept."""
        with self._file.transaction() as database:
            database.execute("INSERT OR REPLACE INTO unread VALUES (?, ?, ?)", (place, name, reason))

    def heal(self, place: str) -> None:
        """What stands at ``place`` can be read (again): forget that it was set aside."""
        if self._file.one("SELECT 1 FROM unread WHERE place = ?", place):
            with self._file.transaction() as database:
                database.execute("DELETE FROM unread WHERE place = ?", (place,))

    def forget_gone(self, stands: Callable[[str], bool]) -> None:
        """Forget what no file speaks for any more; ``stands`` says whether there is a file at a place.

        These are the notes of what could not be read, and readings whose document stands elsewhere. A document that
        stands nowhere is kept: no build loses one.
        """
        noted = [place for (place,) in self._file.all("SELECT place FROM unread ORDER BY place") if not stands(place)]
        at: dict[str, list[str]] = {}
        for key, place in self._file.all(
            "SELECT key, place FROM readings WHERE key IN (SELECT key FROM readings GROUP BY key HAVING COUNT(*) > 1)"
        ):
            at.setdefault(key, []).append(place)
        gone = {key: [place for place in places if not stands(place)] for key, places in at.items()}
        stale = [place for key, places in gone.items() if len(places) < len(at[key]) for place in places]
        if noted or stale:
            with self._file.transaction() as database:
                database.executemany("DELETE FROM unread WHERE place = ?", [(place,) for place in noted])
                database.executemany("DELETE FROM readings WHERE place = ?", [(place,) for place in stale])

    def remove(self, key: str) -> bool:
        """Forget a document at all its places, its text and its claims; False if there is none of this key."""
        with self._file.transaction() as database:
            database.execute("DELETE FROM unread WHERE place IN (SELECT place FROM readings WHERE key = ?)", (key,))
            removed = database.execute("DELETE FROM readings WHERE key = ?", (key,)).rowcount > 0
            _forget_refusals(database)
            return removed

    def documents(self) -> Iterator[Document]:
        """All documents, sorted by key."""
        for key, name, about, text in self._file.all("SELECT key, name, about, text FROM documents ORDER BY key"):
            yield self._document(key, name, about, text)

    def places(self) -> tuple[tuple[str, str, str], ...]:
        """Where documents were read: place, key and name of each, sorted."""
        rows = self._file.all("SELECT place, key, name FROM readings ORDER BY place")
        return tuple((str(place), str(key), str(name)) for place, key, name in rows)

    def unread_places(self) -> tuple[tuple[str, str], ...]:
        """Where something could not be read: place and name of each, sorted."""
        rows = self._file.all("SELECT place, name FROM unread ORDER BY place")
        return tuple((str(place), str(name)) for place, name in rows)

    def in_part(self) -> Iterator[Document]:
        """The documents of which something is in another language than the rest, sorted by key."""
        rows = self._file.all(
            "SELECT key, name, about, text FROM documents WHERE about LIKE '%\"foreign\":[[%' ORDER BY key"
        )
        return (self._document(*row) for row in rows)

    def languages(self) -> Iterator[tuple[str, str | None]]:
        """The key and the language of each document, sorted."""
        return self._file.all("SELECT key, json_extract(about, '$.language') FROM documents ORDER BY key")

    def hashes(self) -> dict[str, str]:
        """The hash of the bytes of each document, by key."""
        return dict(self._file.all("SELECT key, json_extract(about, '$.sha256') FROM documents ORDER BY key"))

    def contents(self) -> dict[str, str]:
        """A hash of all that was read of each document, by key."""
        return dict(self._file.all("SELECT key, content FROM documents ORDER BY key"))

    def document_keys(self) -> tuple[str, ...]:
        """The keys of all documents, sorted."""
        return tuple(key for (key,) in self._file.all("SELECT DISTINCT key FROM readings ORDER BY key"))

    def document(self, key: str) -> Document | None:
        """The document of this key; None if there is none."""
        row = self._file.one("SELECT key, name, about, text FROM documents WHERE key = ?", key)
        return None if row is None else self._document(*row)

    def claims(self, key: str, tiers: Container[str] = frozenset(Tier)) -> tuple[Claim, ...]:
        """What the document of this key says, in the order of reading; only claims of these tiers."""
        rows = self._file.all(
            "SELECT tier, claim FROM claims JOIN documents USING (place) WHERE key = ? ORDER BY number", key
        )
        return tuple(claim_from_plain(json.loads(claim), key) for tier, claim in rows if tier in tiers)

    def count(self, key: str, tiers: Container[str] = frozenset(Tier)) -> int:
        """How many claims :meth:`claims` would give."""
        rows = self._file.all(
            "SELECT tier, COUNT(*) FROM claims JOIN documents USING (place) WHERE key = ? GROUP BY tier", key
        )
        return sum(count for tier, count in rows if tier in tiers)

    def readings(self, tiers: Container[str] = frozenset(Tier)) -> Iterator[Reading]:
        """All documents with what they say, sorted by key; only claims of these tiers."""
        return (Reading(document, self.claims(document.key, tiers)) for document in self.documents())

    def reading(self, key: str, tiers: Container[str] = frozenset(Tier)) -> Reading:
        """The document of this key with what it says; raises :class:`kg.errors.GraphError` if there is none."""
        document = self.document(key)
        if document is None:
            raise GraphError(f"{self._file.path}: expected the document {key}, found none; the ledger is damaged")
        return Reading(document, self.claims(key, tiers))

    def aside(self) -> tuple[SetAside, ...]:
        """What is not in the graph: what could not be read, and what the shapes refused. Sorted."""
        rows = self._file.all(
            "SELECT name, reason FROM unread UNION ALL SELECT name, reason FROM refused JOIN documents USING (key)"
        )
        return tuple(sorted(SetAside(*row) for row in rows))

    def refused(self) -> dict[str, str]:
        """The documents that the shapes refused, by key, each with its reason."""
        return dict(self._file.all("SELECT key, reason FROM refused ORDER BY key"))

    def setting(self, name: str) -> str | None:
        """A setting of this graph (``base``); None if it was never set."""
        row = self._file.one("SELECT value FROM settings WHERE name = ?", name)
        return None if row is None else str(row[0])

    def set(self, name: str, value: str) -> None:
        """Set a setting of this graph."""
        with self._file.transaction() as database:
            database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def state(self) -> str:
        """A hash of all documents and claims (64 hex digits): same contents, same state.

        Places, file names, what was set aside and the order of reading make no difference: where a document stands at
        several places, its contents choose the one that counts.
        """
        return _hash(*(f"{key}\x1f{content}" for key, content in self.contents().items()))

    def _document(self, key: str, name: str, about: str, text: str) -> Document:
        document = document_from_plain(json.loads(about) | {"name": name, "text": text})
        if document.key != key:
            raise GraphError(f"{self._file.path}: expected {key}, found {document.key}; the ledger is damaged")
        return document


def _json(plain: Mapping[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(*parts: str) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(f"{len(part)}:{part}".encode())
    return found.hexdigest()


def _forget_refusals(database: sqlite3.Connection) -> None:
    """Inside a transaction: a document that is no more is not refused either."""
    database.execute("DELETE FROM refused WHERE key NOT IN (SELECT key FROM readings)")
