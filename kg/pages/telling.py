"""What is told of one thing: queries of pages (``queries/*.rq``) and named questions, each row with its words."""

from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import NotFound
from kg.model.answers import Decided, Row
from kg.questions import Question, load, names, told
from kg.questions.decided import decided_on
from kg.questions.engine import Caller, Engine
from kg.questions.question import parse
from kg.rdf.terms import iri
from kg.workers import Limits

_QUERIES = Path(__file__).resolve().parent / "queries"
KINDS = ("official", "body", "post", "meeting", "series", "document")
"""The kinds of things that have a page of their own."""


class Teller:
    """One version of the graph, open for the queries of pages. A context manager."""

    def __init__(self, version: Path, caller: Caller, limits: Limits) -> None:
        self._engine = Engine(version, caller, limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    @property
    def engine(self) -> Engine:
        """What runs the queries."""
        return self._engine

    def tell(self, name: str, **known: str) -> tuple[Row, ...]:
        """The rows of a query of the pages, else of a named question, for things whose IRIs are known."""
        return told(self._engine, _question(name), known).rows

    def triples(self, thing: str) -> tuple[list[dict[str, str | int | None]], list[dict[str, str | int | None]]]:
        """What is said of a thing, and what else says it, as predicates with the other end."""
        terms = {"thing": [iri(thing)]}
        return self._engine.rows(_SAID, terms)[0], self._engine.rows(_OF_IT, terms, _MOST_TRIPLES)[0]

    def count(self, name: str) -> list[dict[str, str | int | None]]:
        """The rows of a query of the pages that counts, and so rests on no words."""
        return self._engine.rows(_question(name).sparql, {})[0]

    def decided(self, thing: str) -> tuple[Decided, ...]:
        """What people judged, and rules decided, about a thing."""
        return decided_on(self._engine, thing)

    def label(self, thing: str) -> str:
        """What a thing is called; raises :class:`kg.errors.NotFound` if it is none of this graph."""
        rows, _ = self._engine.rows(_LABEL, {"thing": [iri(thing)]})
        if not rows:
            raise NotFound(f"expected the name of something in this graph, found {thing!r}")
        return str(rows[0]["label"])


_LABEL = """\
PREFIX graph: <https://w3id.org/ct-kg/id/graph/>
SELECT ?label WHERE {
  #? thing
  GRAPH graph:entities { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label }
}
"""
_SAID = "SELECT DISTINCT ?p ?o WHERE {\n#? thing\n GRAPH ?g { ?thing ?p ?o } } ORDER BY ?p ?o"
_OF_IT = "SELECT DISTINCT ?p ?s WHERE {\n#? thing\n GRAPH ?g { ?s ?p ?thing } } ORDER BY ?p ?s"
_MOST_TRIPLES = 500


@cache
def _question(name: str) -> Question:
    path = _QUERIES / f"{name}.rq"
    return load(name) if not path.is_file() and name in names() else parse(name, path.read_text("utf-8"))
