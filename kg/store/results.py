"""What a query returned, as bytes in a W3C format, with the number of rows and whether there were more."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyoxigraph

from kg.errors import UsageError
from kg.vocabulary import PREFIXES, XSD

TABLE_FORMATS = {
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "xml": pyoxigraph.QueryResultsFormat.XML,
}
GRAPH_FORMATS = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
}

_INTEGER = pyoxigraph.NamedNode(XSD.integer)


@dataclass(frozen=True, slots=True)
class Result:
    """``kind`` is ``select``, ``ask`` or ``graph``; ``body`` is UTF-8 in ``syntax``; ``rows`` counts rows or triples.

    ``truncated``: there were more than the rows asked for, and ``body`` holds the first of them.
    """

    kind: str
    syntax: str
    body: bytes
    rows: int
    truncated: bool = False


def of_ask(answer: bool, syntax: str | None) -> Result:
    """SPARQL results of an ASK."""
    return Result("ask", syntax or "json", _table({"head": {}, "boolean": answer}, syntax or "json"), 1)


def of_select(solutions: pyoxigraph.QuerySolutions, syntax: str | None, max_rows: int | None) -> Result:
    """SPARQL results of a SELECT, of the first ``max_rows``."""
    names = [variable.value for variable in solutions.variables]
    rows, truncated = first(solutions, max_rows)
    bindings = [{name: _term(term) for name, term in zip(names, row, strict=True) if term is not None} for row in rows]
    plain = {"head": {"vars": names}, "results": {"bindings": bindings}}
    return Result("select", syntax or "json", _table(plain, syntax or "json"), len(rows), truncated)


def graph_as(turtle: str, syntax: str) -> bytes:
    """Triples that we wrote as Turtle, in one of the formats of triples."""
    found = [each.triple for each in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)]
    return of_graph(found, syntax, None).body


def parsed(turtle: str) -> tuple[tuple[str, str, str], ...]:
    """The triples of Turtle that we wrote, as the plain values of their terms, in the order of the text."""
    found = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return tuple((_value(each.subject), _value(each.predicate), _value(each.object)) for each in found)


def _value(term: Any) -> str:
    return str(getattr(term, "value", term))


def of_graph(triples: Iterable[pyoxigraph.Triple], syntax: str | None, max_rows: int | None) -> Result:
    """The first ``max_rows`` triples of a CONSTRUCT or DESCRIBE, sorted."""
    chosen = syntax or "turtle"
    if chosen not in GRAPH_FORMATS:
        raise UsageError(f"expected a format for triples ({', '.join(sorted(GRAPH_FORMATS))}), found {chosen!r}")
    found, truncated = first(triples, max_rows)
    body = pyoxigraph.serialize(sorted(found, key=str), format=GRAPH_FORMATS[chosen], prefixes=_used(found, chosen))
    assert body is not None
    return Result("graph", chosen, _steady(body) if chosen == "turtle" else body, len(found), truncated)


def _used(triples: list[pyoxigraph.Triple], syntax: str) -> dict[str, str] | None:
    if syntax == "ntriples":
        return None
    text = "\n".join(map(str, triples))
    return {prefix: iri for prefix, iri in PREFIXES.items() if f"<{iri}" in text}


def _steady(turtle: bytes) -> bytes:
    """The prefixes in order: the engine writes them in another order each time."""
    lines = turtle.splitlines(keepends=True)
    count = next((n for n, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"".join(sorted(lines[:count]) + lines[count:])


def plain(term: Any) -> str | int | None:
    """A term as a plain value: an IRI is its text, a whole number a number."""
    if term is None:
        return None
    text: str = term.value
    number = text.isdecimal() and type(term) is pyoxigraph.Literal and term.datatype == _INTEGER
    return int(text) if number else text


def first(found: Iterable[Any], most: int | None) -> tuple[list[Any], bool]:
    """The first of these, all without ``most``, and whether there are more."""
    if most is None:
        return list(found), False
    rows = list(islice(found, most + 1))
    return rows[:most], len(rows) > most


def _table(plain: dict[str, Any], syntax: str) -> bytes:
    """SPARQL 1.1 Query Results JSON, or what the engine makes of it in another format."""
    if syntax not in TABLE_FORMATS:
        raise UsageError(f"expected a format for rows ({', '.join(sorted(TABLE_FORMATS))}), found {syntax!r}")
    body = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    if syntax == "json":
        return body
    other = pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)
    written = other.serialize(format=TABLE_FORMATS[syntax])
    assert written is not None
    return written


def _term(term: Any) -> dict[str, Any]:
    """A term as https://www.w3.org/TR/sparql11-results-json/#select-encode-terms has it (triples as SPARQL 1.2)."""
    if isinstance(term, pyoxigraph.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, pyoxigraph.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, pyoxigraph.Triple):
        parts = {name: _term(getattr(term, name)) for name in ("subject", "predicate", "object")}
        return {"type": "triple", "value": parts}
    plain = {"type": "literal", "value": term.value}
    if term.language:
        plain["xml:lang"] = term.language
    elif term.datatype.value != "http://www.w3.org/2001/XMLSchema#string":
        plain["datatype"] = term.datatype.value
    return plain
