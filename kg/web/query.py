"""``/query``: SPARQL for people: an editor, saved questions, a table, downloads."""

import json
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import QueryError, UsageError
from kg.pages import Edition, Teller
from kg.questions import load, names, questions
from kg.store import Result, admit
from kg.vocabulary import NAMESPACES, PREFIXES
from kg.web.endpoint import most
from kg.web.pages import page
from kg.web.state import State, state_of

SHOWN = 500
"""Rows on the page; the downloads have them all."""
_FIRST = """\
SELECT ?official ?name (COUNT(DISTINCT ?meeting) AS ?meetings) WHERE {
  ?part a ct:Participation ; cv:hasParticipant ?official ; ct:meeting ?meeting .
  ?official a ct:Official ; foaf:name ?name .
}
GROUP BY ?official ?name
ORDER BY DESC(?meetings) ?name
LIMIT 20"""


async def editor(request: Request) -> Response:
    """The page of the editor, with the result of the query in its address."""
    state = state_of(request)
    typed = request.query_params.get("query")
    saved = request.query_params.get("question")
    shown: dict[str, Any] = {"error": None, "result": None, "table": None, "run": typed is not None}
    if typed is not None:
        edition = state.folder.edition()
        try:
            result = await state.queries.do(_run, state, edition, typed)
        except (QueryError, UsageError) as error:
            shown["error"] = str(error)
        else:
            shown |= {"result": result, "table": None if result.kind == "graph" else json.loads(result.body)}
    text = typed if typed is not None else load(saved).sparql if saved in names() else _FIRST
    shown |= {"text": text, "saved": saved, "questions": questions(), "terms": _terms(), "prefixes": PREFIXES}

    def make(_: Edition, __: Teller) -> tuple[str, dict[str, Any]]:
        return "query.html", shown

    return await page(request, make, keep=False)


def _run(state: State, edition: Edition, text: str) -> Result:
    graph = admit(text).form in ("CONSTRUCT", "DESCRIBE")
    bound = replace(most(state.settings), rows=SHOWN)
    syntax = "turtle" if graph else "json"
    return edition.query(text, state.queries, state.settings.limits, bound, syntax=syntax, beginning=True)


def _terms() -> list[str]:
    """The prefixed names of all terms that the graph uses."""
    return sorted(f"{each.prefix}:{term}" for each in NAMESPACES for term in each.terms)
