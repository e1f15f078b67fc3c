"""The door for assistants (Model Context Protocol): questions, search, show and evidence, read-only, with the words.

An assistant that answers from these tools can quote: every row carries what documents print, and where.
"""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from kg.errors import KgError
from kg.pages import Folder
from kg.pages.search import search as names_like
from kg.questions import ask as answer_of
from kg.questions import questions as all_questions
from kg.questions import show as all_of
from kg.questions import words_of
from kg.workers import QUERY, Pool

_INSTRUCTIONS = """\
A graph of the officials who run counter-terrorism, read from what their institutions publish. Every row of an answer
carries `evidence`: the exact words of a document, with its title, date of issue and place. State nothing from this
graph without quoting its words and naming the document. `tier` says how sure the reading is; a tenure without an end
is not one of today. Begin with `questions` to see what can be asked, or with `search` to find how somebody or
something is called here."""
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_MOST = 200
Given = ParamSpec("Given")
Told = TypeVar("Told")


def _said(tool: Callable[Given, Told]) -> Callable[Given, Told]:
    """The tool, with our errors told to the assistant: they say what was expected, and what comes nearest."""

    @wraps(tool)
    def telling(*args: Given.args, **kwargs: Given.kwargs) -> Told:
        try:
            return tool(*args, **kwargs)
        except KgError as error:
            raise ToolError(str(error)) from None

    return telling


def server(graph: Path) -> MCPServer:
    """The tools over a graph folder, following its published version; raises :class:`kg.errors.GraphError`."""
    folder, pool, limits = Folder(graph), Pool(1), QUERY.from_environment()
    made = MCPServer("ct-kg", instructions=_INSTRUCTIONS)

    @made.tool(annotations=_READS)
    @_said
    def questions() -> list[dict[str, Any]]:
        """The named questions that can be asked, each with the parameters it takes."""
        return [
            {"name": q.name, "summary": q.summary, "description": q.description, "parameters": dict(q.parameters)}
            for q in all_questions()
        ]

    @made.tool(annotations=_READS)
    @_said
    def ask(question: str, parameters: dict[str, str] | None = None) -> dict[str, Any]:
        """The answer to a named question, every row with the words behind it.

        Parameters are names as people write them ("Voronkov", "UNOCT", "third EU-UN dialogue 2020") or IRIs.
        """
        given = parameters or {}
        return answer_of(folder.edition().path, question, given, limits=limits, max_rows=_MOST, caller=pool).to_plain()

    @made.tool(annotations=_READS)
    @_said
    def search(text: str) -> list[dict[str, str | None]]:
        """What a name may mean here: officials, bodies, posts, meetings, series, documents."""
        found = names_like(folder.edition().index(pool, limits), text, 15)
        return [{"kind": f.kind, "iri": f.iri, "label": f.label, "also": f.also} for f in found]

    @made.tool(annotations=_READS)
    @_said
    def show(name: str) -> list[dict[str, Any]]:
        """All that is known of whatever bears a name, with the words."""
        sections = all_of(folder.edition().path, name, limits=limits, max_rows=_MOST, caller=pool)
        return [section.to_plain() for section in sections]

    @made.tool(annotations=_READS)
    @_said
    def evidence(claim: str) -> dict[str, Any]:
        """The exact words behind a claim (its IRI, from a `claim` column), each with document, date and place."""
        support = words_of(folder.edition().index(pool, limits), [claim])
        if claim not in support.tiers:
            raise KgError(f"expected the IRI of a claim of this graph, found {claim!r}; `ask` document shows them")
        return {"claim": claim, "tier": support.tiers[claim], "evidence": [words.to_plain() for words in support.words]}

    return made
