"""A query run on an open version. In a program that must live on, call it through :mod:`kg.workers`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyoxigraph

from kg.errors import BadQuery, QueryError
from kg.store.admission import admit, bind
from kg.store.published import Version
from kg.store.results import Result, first, of_ask, of_graph, of_select, plain
from kg.store.versions import has_graph
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
    default_graphs: Sequence[str] | None = None,
    named_graphs: Sequence[str] | None = None,
    base: str | None = None,
) -> Result:
    """Run a SPARQL 1.1 query; the prefixes of the ontology are known.

    Outside ``GRAPH`` it sees all graphs together; a triple that stands in two of them is matched twice (the engine
    drops no duplicates).

    ``bindings`` holds variables to terms (``{"meeting": "<https://…>"}``, N-Triples). ``syntax`` is one of json csv
    tsv xml for rows, turtle ntriples jsonld for triples. ``default_graphs`` and ``named_graphs`` (IRIs) are the dataset
    of the query whatever its FROM clauses say, as the SPARQL 1.1 Protocol has it; ``base`` is what a relative IRI is
    relative to.

    Raises ``BadQuery``, ``LimitReached``, ``UsageError``.
    """
    admitted = admit(text)
    protocol = default_graphs is not None or named_graphs is not None
    defaults, named = list(default_graphs or ()), list(named_graphs or ())
    _only_graphs_here(version, [*defaults, *named] if protocol else admitted.graphs)
    dataset: dict[str, Any] = {"use_default_graph_as_union": not admitted.graphs}
    if protocol:
        dataset = {"default_graph": list(map(_node, defaults)), "named_graphs": list(map(_node, named))}
    try:
        found = version.store.query(bind(admitted, bindings or {}), base_iri=base, prefixes=dict(PREFIXES), **dataset)
        if isinstance(found, pyoxigraph.QueryBoolean):
            return of_ask(bool(found), syntax)
        if isinstance(found, pyoxigraph.QuerySolutions):
            return of_select(found, syntax, max_rows)
        return of_graph(found, syntax, max_rows)
    except SyntaxError as error:
        raise BadQuery(_not_sparql(str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"expected an answer, the engine says: {error}") from None


def rows(version: Version, text: str, max_rows: int | None) -> tuple[list[str], list[list[str | int | None]], bool]:
    """The columns and the first rows of a SELECT, and whether there are more, for the queries of this package alone.

    What we wrote ourselves is not looked over before it runs (:func:`kg.store.admit`), nor made into a format of the
    W3C: an IRI is its text, a whole number a number. Raises as :func:`query`.
    """
    try:
        found = version.store.query(text, use_default_graph_as_union=True)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        some, truncated = first(found, max_rows)
        return [each.value for each in found.variables], [[plain(term) for term in row] for row in some], truncated
    except SyntaxError as error:
        raise BadQuery(_not_sparql(str(error))) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"expected an answer, the engine says: {error}") from None


def _node(iri: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(iri)


def _only_graphs_here(version: Version, graphs: Iterable[str]) -> None:
    for graph in graphs:
        if not has_graph(version, graph):
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
