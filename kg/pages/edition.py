"""The published version of a graph and the documents it was made from, followed from one build to the next."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from kg.errors import LimitReached
from kg.extraction import unread_stretches
from kg.index import Index
from kg.iris import DEFAULT_BASE, Base
from kg.ledger import Ledger, SetAside
from kg.model.text import Document
from kg.questions.engine import Caller, Engine
from kg.store import Result, Version, count_of, has_graph, open_current, published_state
from kg.workers import Limits


@dataclass(frozen=True, slots=True)
class Most:
    """The most that one result may have: rows (or triples), and bytes; the settings that say so."""

    rows: int
    bytes: int
    rows_setting: str
    bytes_setting: str


class Edition:
    """One published version, held open; ``state`` is the hash of all that it was built from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._version: Version = open_current(folder)
        with Ledger(folder) as ledger:
            self.base = Base(ledger.setting("base") or DEFAULT_BASE)
            self._keys = {self.base.document(key): key for key in ledger.document_keys()}
        self.path, self.state = self._version.path, self._version.state
        self.quads = count_of(self._version)
        self._index: Index | None = None

    def index(self, caller: Caller, limits: Limits) -> Index:
        """The names and quotations of this version, opened once."""
        if self._index is None:
            self._index = self.engine(caller, limits).index
        return self._index

    def engine(self, caller: Caller, limits: Limits) -> Engine:
        """This version, open for questions."""
        return Engine(self.path, caller, limits)

    def document(self, iri: str) -> Document | None:
        """The document of that IRI with its text; None if there is none."""
        if iri not in self._keys:
            return None
        with Ledger(self.folder) as ledger:
            return ledger.document(self._keys[iri])

    def set_aside(self) -> tuple[SetAside, ...]:
        """The documents that are not in the graph, or only in part, and why."""
        with Ledger(self.folder) as ledger:
            in_part = (SetAside(each.name, reason) for each in ledger.in_part() if (reason := unread_stretches(each)))
            return (*ledger.aside(), *in_part)

    def has_graph(self, iri: str) -> bool:
        """Whether there is a graph of that name."""
        return has_graph(self._version, iri)

    def query(
        self,
        sparql: str,
        caller: Caller,
        limits: Limits,
        most: Most,
        *,
        syntax: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        bindings: Mapping[str, str] | None = None,
        base: str | None = None,
        beginning: bool = False,
    ) -> Result:
        """The whole result of a query, or an error; its ``beginning`` only for those who say so to people.

        Raises ``BadQuery``, ``LimitReached``.
        """
        call = {
            "version": str(self.path.absolute()),
            "query": sparql,
            "bindings": dict(bindings or {}),
            "format": syntax,
            "max_rows": most.rows,
            "max_bytes": most.bytes,
            "default_graphs": default_graphs,
            "named_graphs": named_graphs,
            "base": base,
        }
        return _whole(caller.call("query", call, limits), most, beginning=beginning)

    def close(self) -> None:
        """Let go of the version."""
        if self._index is not None:
            self._index.close()
        self._version.close()


def _whole(found: dict[str, Any], most: Most, *, beginning: bool) -> Result:
    if "too_long" in found:
        raise TooMuch(
            f"expected a result of at most {most.bytes} bytes, found {found['too_long']} "
            f"(setting {most.bytes_setting}); ask for less, with LIMIT or fewer columns"
        )
    result = Result(**found | {"body": base64.b64decode(found["body"])})
    if result.truncated and not beginning:
        raise TooMuch(
            f"expected a result of at most {most.rows} rows or triples, found more (setting {most.rows_setting}); "
            "ask for less with LIMIT, and for the rest by key: FILTER(STR(?x) > …) ORDER BY STR(?x)"
        )
    return result


class TooMuch(LimitReached):
    """The result is longer than this server gives."""


class Folder:
    """A graph folder, followed: :meth:`edition` is the version that is published now."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, Lock()
        self._edition = Edition(folder)
        self._before: Edition | None = None

    def edition(self) -> Edition:
        """The published version; one that was being read when the next was published stays open until another is."""
        with self._lock:
            if published_state(self._folder) not in (None, self._edition.state):
                following = Edition(self._folder)
                if self._before is not None:
                    self._before.close()
                self._before, self._edition = self._edition, following
            return self._edition

    def close(self) -> None:
        """Let go of all versions."""
        with self._lock:
            for edition in filter(None, (self._edition, self._before)):
                edition.close()
