"""What is made of the readings and kept beside them, so that a document is read again only when it must be.

All of it can be made again. It goes with its reading.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kg.ledger.file import LedgerFile

_AT_ONCE = 200


class Made:
    """By kind, for each document: a value, with a stamp that says of what it was made."""

    def __init__(self, file: LedgerFile) -> None:
        self._file = file
        file.make_room()

    def noted(self, kind: str, stamp: str, make: Callable[[str], str]) -> Iterator[tuple[str, str]]:
        """By key of document, sorted: what ``make`` makes of it (its key). Made once for each reading and stamp."""
        wanted = (
            "SELECT key FROM documents LEFT JOIN made ON made.place = documents.place AND kind = ? "
            "WHERE stamp IS NOT ? ORDER BY key"
        )
        missing = [key for (key,) in self._file.all(wanted, kind, stamp)]
        for at in range(0, len(missing), _AT_ONCE):
            self.put((key, kind, stamp, make(key)) for key in missing[at : at + _AT_ONCE])
        yield from self._file.all(
            "SELECT key, value FROM documents JOIN made USING (place) WHERE kind = ? ORDER BY key", kind
        )

    def put(self, rows: Iterable[tuple[str, str, str, str | bytes]]) -> None:
        """Keep values: key of the document, kind, stamp, value."""
        made = list(rows)
        with self._file.transaction() as database:
            database.executemany(
                "INSERT OR REPLACE INTO made SELECT place, ?2, ?3, ?4 FROM documents WHERE key = ?1", made
            )

    def stamps(self, kind: str) -> dict[str, str]:
        """The stamps of one kind, by the key of the document."""
        return dict(self._file.all("SELECT key, stamp FROM documents JOIN made USING (place) WHERE kind = ?", kind))

    def value(self, kind: str, key: str) -> Any:
        """The value that was put there for a document: text or bytes; None if there is none."""
        row = self._file.one(
            "SELECT value FROM documents JOIN made USING (place) WHERE kind = ? AND key = ?", kind, key
        )
        return None if row is None else row[0]

    def forget(self, kinds: Iterable[str], keys: Iterable[str]) -> None:
        """Forget the values of these documents."""
        rows = [(kind, key) for key in keys for kind in kinds]
        with self._file.transaction() as database:
            database.executemany(
                "DELETE FROM made WHERE kind = ? AND place IN (SELECT place FROM readings WHERE key = ?)", rows
            )

    def verdict(self, graph: str) -> str | None:
        """What the shapes said of a graph of this hash: a reason, empty if it was admitted; None: never asked."""
        row = self._file.one("SELECT reason FROM verdicts WHERE graph = ?", graph)
        return None if row is None else str(row[0])

    def judge(self, verdicts: Mapping[str, str], refused: Mapping[str, str]) -> None:
        """Keep the verdicts of the graphs as they are now, and which documents are refused; forget all older ones."""
        with self._file.transaction() as database:
            database.execute("DELETE FROM verdicts")
            database.executemany("INSERT INTO verdicts VALUES (?, ?)", sorted(verdicts.items()))
            database.execute("DELETE FROM refused")
            database.executemany("INSERT INTO refused VALUES (?, ?)", sorted(refused.items()))
