"""A query run on an open version. In a program that must live on, call it through :mod:`kg.workers`."""

import re
from collections.abc import Mapping

import pyoxigraph

from kg.errors import BadQuery, QueryError
from kg.store.admission import Admitted, admit, bind
from kg.store.results import Result, of_ask, of_graph, of_select
from kg.store.versions import Version
from kg.vocabulary import PREFIXES

MAX_ROWS = 100_000
"""Rows or triples of one result, for programs."""

_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def query(
    version: Version,
    text: str,
    *,
    bindings: Mapping[str, str] | None = None,
    syntax: str | None = None,
    max_rows: int | None = MAX_ROWS,
) -> Result:
    """Run a SPARQL 1.1 query; the prefixes of the ontology are known.

    Outside ``GRAPH`` it sees all graphs together; a triple that stands in two of them is matched twice (the engine
    drops no duplicates).

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
        raise BadQuery(_not_sparql(str(error))) from None
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


def _not_sparql(said: str) -> str:
    """One line: where, and what the engine wanted there unless it wanted half of Unicode."""
    match = _AT.fullmatch(said)
    if not match:
        return f"expected SPARQL 1.1, found: {' '.join(said.split())}"
    line, column, wanted = match.groups()
    if "Prefix not found" in wanted:
        wanted = "this prefix is not declared; write PREFIX … in front"
    elif len(wanted) > 120 or "\n" in wanted:
        wanted = "no SPARQL can go on like this"
    return f"expected SPARQL 1.1, found an error at line {line}, column {column}: {wanted}"
