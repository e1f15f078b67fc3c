"""The Python names: build a graph, open it, ask it.

>>> import kg
>>> graph = kg.build([kg.sample], graph="officials")
>>> len(graph.documents())
14
>>> answer = graph.ask("co-chairs", official="Voronkov")
>>> answer.columns[0]
'meeting'
>>> result = graph.query("ASK { ?who a ct:Official }")
>>> result.body
b'{"head":{},"boolean":true}'
>>> graph.close()
"""

import base64
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.closing import Closing
from kg.errors import GraphError, UnknownName
from kg.iris import DEFAULT_BASE, Base
from kg.workers import QUERY, VALIDATION, Limits, Worker

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.extraction.around import Sentences
    from kg.findings import Findings
    from kg.ledger import Ledger, SetAside
    from kg.model.answers import Answer, Words
    from kg.model.dates import PartialDate
    from kg.model.text import Document
    from kg.pipeline import Step, Summary
    from kg.questions import Participations, Section
    from kg.store import Result, Version
    from kg.validation import Report

MAX_ROWS = 100_000
"""The most rows or triples of one result, unless asked otherwise."""
_READ = 2**12
"""Of how many documents the sentences are kept."""


class Graph(Closing):
    """A graph folder, open at the version that was published at that moment. A context manager.

    A build that publishes the next version meanwhile changes nothing here: open the graph again to see it.
    ``summary`` is what :func:`build` did, None after :func:`open`.
    """

    def __init__(self, path: str | os.PathLike[str], summary: "Summary | None" = None) -> None:
        from kg.questions.engine import Engine
        from kg.store import open_current

        self.path = Path(path)
        self.summary = summary
        self._version: Version = open_current(self.path)
        self._worker = Worker()
        self._engine = Engine(self._version.path, self._worker, alone=True)
        self._sentences = lru_cache(_READ)(self._sentences_of)

    def __repr__(self) -> str:
        return f"Graph({str(self.path)!r})"

    @property
    def version(self) -> str:
        """The state that is open: a hash of all that it was built from."""
        return self._version.state

    @property
    def dataset(self) -> "Dataset":
        """The graph as an rdflib ``Dataset``, read-only; queries on it run in this process and cannot be stopped."""
        from kg.store.rdflib_dataset import dataset

        return dataset(self._version)

    def ask(self, name: str, **parameters: str) -> "Answer":
        """The answer to a named question (``queries/``), each row with the words behind it."""
        from kg.questions import ask

        with self._telling_set_aside(parameters.values()):
            return ask(self._engine, name, parameters)

    def show(self, name: str) -> "tuple[Section, ...]":
        """All that is known of whatever bears this name."""
        from kg.questions import show

        with self._telling_set_aside([name]):
            return show(self._engine, name)

    @contextmanager
    def _telling_set_aside(self, typed: Collection[str]) -> Iterator[None]:
        """A name that nothing bears, but a document that is not in the graph, is told why it is not."""
        try:
            yield
        except UnknownName:
            aside = [
                f"{each.document}: not in the graph, {each.reason}"
                for each in self.set_aside()
                if each.document in typed
            ]
            if not aside:
                raise
            raise UnknownName("; ".join(aside)) from None

    def participations(self, level: str = "all", *, names: tuple[str, ...] = ()) -> "Participations":
        """Who took part in what, for :mod:`kg.network`; ``names`` of officials or bodies are looked up on the way."""
        from kg.questions import participations

        return participations(self._engine, level, names=names)

    def query(
        self,
        sparql: str,
        *,
        bindings: Mapping[str, str] | None = None,
        syntax: str | None = None,
        max_rows: int | None = MAX_ROWS,
        limits: Limits | None = None,
    ) -> "Result":
        """Run a SPARQL query in a process that is killed at its limits; see :func:`kg.store.query`.

        Raises ``BadQuery``, ``LimitReached``, ``UsageError``.
        """
        from kg.store import Result

        call = {
            "version": str(self._version.path.absolute()),
            "query": sparql,
            "bindings": dict(bindings or {}),
            "format": syntax,
            "max_rows": max_rows,
        }
        found = self._worker.call("query", call, limits or QUERY.from_environment())
        return Result(**found | {"body": base64.b64decode(found["body"])})

    def select(self, sparql: str, bindings: Mapping[str, str] | None = None) -> list[dict[str, dict[str, Any]]]:
        """All rows of a SELECT: for each variable that is bound, ``{"type", "value", …}`` as in SPARQL Results JSON."""
        rows: list[dict[str, dict[str, Any]]] = json.loads(
            self.query(sparql, bindings=bindings, syntax="json", max_rows=None).body
        )["results"]["bindings"]
        return rows

    def sentence(self, words: "Words") -> "Words":
        """The sentence in which a quotation begins, as the ledger has it; the quotation itself where there is none.

        ``words`` come from the evidence of an answer of this graph.
        """
        sentences = self._sentences(words.document)
        span = sentences and sentences.at(words.start)
        if not sentences or not span:
            return words
        end = max(span.end, words.end)
        return words._replace(quote=sentences.text[span.start : end], start=span.start, end=end)

    def _sentences_of(self, iri: str) -> "Sentences | None":
        """The sentences of the document of that IRI; answers come back to the same documents again and again."""
        from kg.extraction.around import Sentences

        key = self._keys.get(iri)
        with self._ledger() as ledger:
            document = None if key is None else ledger.document(key)
        return None if document is None else Sentences.of(document)

    @cached_property
    def _keys(self) -> dict[str, str]:
        """The key of each document by its IRI."""
        with self._ledger() as ledger:
            base = Base(ledger.setting("base") or DEFAULT_BASE)
            return {base.document(key): key for key in ledger.document_keys()}

    def export(self, syntax: str = "turtle") -> bytes:
        """The whole graph as ``turtle``, ``trig`` or ``nquads``: the same bytes from the same documents."""
        from kg.export import export
        from kg.store import quads

        return export(quads(self._version), syntax)

    def validate(self, *, shapes: Path | None = None, reference: bool = False) -> "Report":
        """Run the shapes (``ontology/shapes``, or others) over all graphs together; see :func:`kg.validation.validate`.

        What is quoted must stand in the texts. Other shapes may be anybody's: they run in a process that is killed at
        its limits.
        """
        from kg.store import triples
        from kg.validation import validate

        if shapes is None:
            return validate("".join(triples(self._version)), reference=reference, texts=self._texts())
        return _checked(self._worker, {"version": str(self._version.path.absolute())}, shapes, reference=reference)

    def _texts(self) -> dict[str, str]:
        """The text of each document, by its IRI."""
        with self._ledger() as ledger:
            base = Base(ledger.setting("base") or DEFAULT_BASE)
            return {base.document(document.key): document.text for document in ledger.documents()}

    def findings(self, *, limits: Limits | None = None) -> "Findings":
        """What does not fit together across documents, each with both sentences (``queries/findings/``)."""
        from kg.findings import check

        return check(self._version.path, limits=limits, caller=self._worker)

    def documents(self) -> "tuple[Document, ...]":
        """The documents in the graph, with their text, sorted by key."""
        with self._ledger() as ledger:
            refused = ledger.refused()
            return tuple(document for document in ledger.documents() if document.key not in refused)

    def quarantine(self) -> list[dict[str, Any]]:
        """What the shapes refused, a graph of its own that no query finds: for each document its IRI, the report on it,
        and its quads.
        """
        from kg.gate import quarantine

        return quarantine(self._version.path)

    def set_aside(self) -> "tuple[SetAside, ...]":
        """The documents that are not in the graph, and why."""
        with self._ledger() as ledger:
            return ledger.aside()

    def close(self) -> None:
        """Let go of the version and end the child process."""
        self._worker.close()
        self._engine.close()
        self._version.close()

    def _ledger(self) -> "Ledger":
        from kg.ledger import Ledger

        return Ledger(self.path)


def validate(file: str | os.PathLike[str], *, shapes: Path | None = None, reference: bool = False) -> "Report":
    """Check any RDF file against our shapes or others, in a process that is killed at its limits.

    Raises ``InputError``, ``ShapesError``, ``LimitReached``.
    """
    with Worker() as worker:
        return _checked(worker, {"file": str(Path(file))}, shapes, reference=reference)


def _checked(worker: Worker, what: Mapping[str, str], shapes: Path | None, *, reference: bool) -> "Report":
    from kg.validation import Report

    call = {**what, "shapes": str(shapes) if shapes else None, "reference": reference}
    return Report.from_plain(worker.call("validate", call, VALIDATION.from_environment()))


def build(
    paths: "Iterable[str | os.PathLike[str]] | str | os.PathLike[str]" = (),
    graph: str | os.PathLike[str] = "graph",
    *,
    base: str | None = None,
    manifest: str | os.PathLike[str] | None = None,
    published: "str | PartialDate | None" = None,
    judgements: str | os.PathLike[str] | None = None,
    workers: int = 1,
    progress: "Step | None" = None,
) -> Graph:
    """Read documents into a graph folder and open it; see :func:`kg.pipeline.build`.

    Raises :class:`kg.errors.GraphError` if not one of the documents could be read; the reasons are in it.
    """
    from kg.pipeline import build as read_into

    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    summary = read_into(
        named,
        graph,
        base=base,
        manifest=manifest,
        published=published,
        judgements=judgements,
        workers=workers,
        progress=progress,
    )
    if summary.exit_code == 1:
        reasons = "; ".join(f"{each.document}: {each.reason}" for each in summary.set_aside)
        raise GraphError(f"{os.fspath(graph)}: expected documents that can be read, found none: {reasons}")
    return Graph(graph, summary)


def open(path: str | os.PathLike[str] = "graph") -> Graph:  # noqa: A001 - kg.open reads as it should
    """Open a graph folder; raises ``NotAGraph``, ``WrongFormat`` or another :class:`kg.errors.GraphError`."""
    return Graph(path)
