"""SPARQL 1.1 Query Results JSON as a table: IRIs in their short form, literals as they stand."""

import json
from typing import Any

from kg.rendering.table import Page, as_table
from kg.rendering.terms import short_iri


def results_as_table(body: bytes, page: Page) -> str:
    """Rows of a SELECT as a table; ``yes`` or ``no`` for an ASK."""
    results = json.loads(body)
    if "boolean" in results:
        return "yes\n" if results["boolean"] else "no\n"
    names = results["head"]["vars"]
    rows = [[_cell(row.get(name)) for name in names] for row in results["results"]["bindings"]]
    return as_table(names, rows, page)


def _cell(term: dict[str, Any] | None) -> str:
    if term is None:
        return ""
    if term["type"] == "triple":
        parts = (term["value"][name] for name in ("subject", "predicate", "object"))
        return f"<< {' '.join(_cell(part) for part in parts)} >>"
    if term["type"] == "bnode":
        return f"_:{term['value']}"
    return short_iri(term["value"]) if term["type"] == "uri" else str(term["value"])
