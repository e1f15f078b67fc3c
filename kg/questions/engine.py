"""A version of the graph, asked through a worker that can be killed; rows come back as plain values."""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

from kg.index import FILE, Index
from kg.iris import Base
from kg.questions.question import bound, with_base
from kg.workers import QUERY, Limits, Worker

MAX_ROWS = 10_000
"""Rows of one answer, by default."""

Value = str | int | None


class Caller(Protocol):
    """What runs a task in a child process: a worker or a pool of :mod:`kg.workers`."""

    def call(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """The result of a task."""
        ...


class Engine:
    """One version of the graph, open for questions."""

    def __init__(self, version: Path, caller: Caller, limits: Limits) -> None:
        self._version, self._caller, self._limits = version, caller, limits
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        """The index of this version; made in memory where none stands beside it."""
        if self._index is None:
            path = self._version / FILE
            self._index = Index.open(path) if path.is_file() else self._made_in_memory()
        return self._index

    @property
    def base(self) -> Base:
        """The base of the instances of this graph."""
        return Base(self.index.base)

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None:
            self._index.close()

    def rows(
        self, sparql: str, terms: Mapping[str, Iterable[str]], max_rows: int | None = None
    ) -> tuple[list[dict[str, Value]], bool]:
        """The rows of a query with its parameters bound, and whether there were more."""
        return self._run(with_base(bound(sparql, terms), self.index.base), max_rows)

    def _made_in_memory(self) -> Index:
        from kg.questions.indexing import index_in_memory

        return index_in_memory(lambda text: self._run(text, None)[0])

    def _run(self, sparql: str, max_rows: int | None) -> tuple[list[dict[str, Value]], bool]:
        arguments = {"version": str(self._version), "query": sparql, "format": "json", "max_rows": max_rows}
        result = self._caller.call("query", arguments, self._limits)
        found = json.loads(base64.b64decode(result["body"]))
        return [_row(row, found["head"]["vars"]) for row in found["results"]["bindings"]], bool(result["truncated"])


@contextmanager
def opened(version: Path, caller: Caller | None, limits: Limits | None) -> Iterator[Engine]:
    """An engine on a version; without a caller, in a worker of its own that ends with it."""
    with ExitStack() as stack:
        asked = stack.enter_context(Worker()) if caller is None else caller
        engine = Engine(version, asked, limits or QUERY.from_environment())
        stack.callback(engine.close)
        yield engine


def _row(row: Mapping[str, Mapping[str, str]], variables: Iterable[str]) -> dict[str, Value]:
    return {name: _value(row[name]) if name in row else None for name in variables}


def _value(term: Mapping[str, str]) -> Value:
    whole = term.get("datatype", "").endswith("#integer")
    return int(term["value"]) if whole else term["value"]
