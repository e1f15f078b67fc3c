"""A version of the graph, asked through a worker that can be killed; rows come back as plain values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from kg.index import FILE, Index
from kg.iris import Base
from kg.questions.question import bound, bound_in_sql, with_base
from kg.workers import QUERY, Limits, Worker

MAX_ROWS = 10_000
"""Rows of one answer, by default."""

Value = str | int | None


class Found(NamedTuple):
    """The rows of a query, cell by cell under its columns; ``truncated``: there were more."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    truncated: bool = False

    def named(self) -> list[dict[str, Value]]:
        """Each row as values by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Caller(Protocol):
    """What runs a task in a child process: a worker or a pool of :mod:`kg.workers`."""

    def call(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
        """The result of a task."""
        ...


class Engine:
    """One version of the graph, open for questions; ``index`` is shared with whoever opened it, else its own.

    Who asks ``alone`` runs the SQL of a question in this process, which SQLite stops at the limit of time: a child
    takes longer to start than to answer. Where many ask it is the caller that runs it, so that they wait in line.
    """

    def __init__(
        self,
        version: Path,
        caller: Caller,
        limits: Limits | None = None,
        index: Index | None = None,
        *,
        alone: bool = False,
    ) -> None:
        self._version, self._caller, self._limits, self._alone = version, caller, limits, alone
        self._index, self._shared = index, index is not None

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

    @property
    def limits(self) -> Limits:
        """What one query may take; what the environment says where nobody said else."""
        return self._limits or QUERY.from_environment()

    def close(self) -> None:
        """Let go of the index."""
        if self._index is not None and not self._shared:
            self._index.close()
        self._index = None

    def rows(
        self, sparql: str, terms: Mapping[str, Iterable[str]], max_rows: int | None = None
    ) -> tuple[list[dict[str, Value]], bool]:
        """The rows of a query of ours with its parameters bound, by column, and whether there were more."""
        found = self.found(sparql, terms, max_rows)
        return found.named(), found.truncated

    def found(self, sparql: str, terms: Mapping[str, Iterable[str]], max_rows: int | None = None) -> Found:
        """What a query of ours finds with its parameters bound."""
        return self._run(with_base(bound(sparql, terms), self.index.base), max_rows)

    def table(self, sql: str, terms: Mapping[str, Iterable[str]], max_rows: int | None = None) -> Found:
        """What a query of ours finds on the tables of the index, as :meth:`found` in the graph."""
        text, values = bound_in_sql(sql, terms, self.index.numbers)
        path = self._version / FILE
        if self._alone or not path.is_file():
            return self._selected(text, values, max_rows)
        arguments = {"index": str(path), "query": text, "values": values, "max_rows": max_rows}
        return Found(**self._caller.call("table", arguments, self.limits))

    def _selected(self, text: str, values: Mapping[str, str], max_rows: int | None) -> Found:
        limits = self.limits
        try:
            return Found(*self.index.select(text, values, max_rows, limits.seconds))
        except TimeoutError:
            raise limits.exceeded() from None

    def _made_in_memory(self) -> Index:
        from kg.questions.indexing import index_in_memory

        return index_in_memory(lambda text: self._run(text, None).named())

    def _run(self, sparql: str, max_rows: int | None) -> Found:
        arguments = {"version": str(self._version), "query": sparql, "max_rows": max_rows}
        return Found(**self._caller.call("rows", arguments, self.limits))


@contextmanager
def opened(version: Path | Engine, caller: Caller | None, limits: Limits | None) -> Iterator[Engine]:
    """An engine on a version, or the one given; without a caller, in a worker of its own that ends with it."""
    if isinstance(version, Engine):
        yield version
        return
    with ExitStack() as stack:
        asked = stack.enter_context(Worker()) if caller is None else caller
        engine = Engine(version, asked, limits, alone=caller is None)
        stack.callback(engine.close)
        yield engine
