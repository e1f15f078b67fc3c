"""A query run on an open version. In a program that must live on, call it through :mod:`kg.workers`."""

from collections.abc import Mapping

import pyoxigraph

from kg.errors import BadQuery, QueryError
from kg.store.admission import Admitted, admit, bind
from kg.store.results import Result, of_ask, of_graph, of_select
from kg.store.versions import Version
from kg.vocabulary import PREFIXES

MAX_ROWS = 100_000
"""Rows or triples of one result, for programs."""


def query(
    version: Version,
    text: str,
    *,
    bindings: Mapping[str, str] | None = None,
    syntax: str | None = None,
    max_rows: int | None = MAX_ROWS,
) -> Result:
    """Run a SPARQL 1.1 query; outside ``GRAPH`` it sees the union of all graphs, and the prefixes of the ontology.

    ``bindings`` holds variables to terms (``{"meeting": "<https://…>"}``, N-Triples). ``syntax`` is one of json csv
    tsv xml for rows, turtle ntriples jsonld for triples. Raises ``BadQuery``, ``LimitReached``, ``UsageError``.
    """
    admitted = admit(text)
    _only_graphs_here(version, admitted)
    try:
        found = version.store.query(
            bind(admitted, bindings or {}), prefixes=dict(PREFIXES), use_default_graph_as_union=not admitted.graphs
        )
        if isinstance(found, pyoxigraph.QueryBoolean):
            return of_ask(bool(found), syntax)
        if isinstance(found, pyoxigraph.QuerySolutions):
            return of_select(found, syntax, max_rows)
        return of_graph(found, syntax, max_rows)
    except SyntaxError as error:
        raise BadQuery(f"expected SPARQL 1.1, found: {error}") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"expected an answer, the engine says: {error}") from None


def _only_graphs_here(version: Version, admitted: Admitted) -> None:
    for graph in admitted.graphs:
        try:
            here = version.store.contains_named_graph(pyoxigraph.NamedNode(graph))
        except ValueError:
            here = False
        if not here:
            raise BadQuery(
                f"expected FROM to name a graph of this dataset, found <{graph}>, which is none; nothing is fetched "
                "here. The graphs: SELECT DISTINCT ?g { GRAPH ?g {} }"
            )
