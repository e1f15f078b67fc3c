"""``kg query``: any SPARQL query, read-only."""

import sys
from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import in_colour, more_than, write
from kg.errors import NotFound, UsageError

FORMATS = ("table", "json", "csv", "tsv", "xml", "turtle", "ntriples", "jsonld")


@click.command("query", short_help="Run a SPARQL query, read-only.")
@click.argument("query", metavar="'SPARQL'|FILE.rq|-")
@options.graph
@options.format_of(*FORMATS)
@options.limit
@options.output
@options.talking
@click.pass_obj
def command(manner: Manner, query: str, folder: Path, format_: str, limit: int | None, output: Path | None) -> None:
    """Run a SPARQL 1.1 query on the graph, read-only.

    The query is text, a file, or - for standard input. The prefixes of the ontology are known. Each document has a
    graph of its own; outside GRAPH a query sees their union. CONSTRUCT and DESCRIBE print Turtle, ntriples or jsonld.
    Updates and SERVICE are refused.

    \b
    Examples:
      kg query 'SELECT ?name WHERE { ?official a ct:Official ; foaf:name ?name } ORDER BY ?name'
      kg query questions/busiest.rq --format csv -o busiest.csv
      echo 'ASK { ?meeting a ct:Meeting }' | kg query -
    """
    from kg.api import open as open_graph
    from kg.rendering.sparql import results_as_table
    from kg.rendering.table import Page

    with open_graph(folder) as graph:
        found = graph.query(_text(query), syntax=None if format_ == "table" else format_, max_rows=limit)
    if format_ == "table" and found.kind != "graph":
        write(results_as_table(found.body, Page.of_terminal(colour=in_colour(output))), output)
    else:
        write(found.body if found.body.endswith(b"\n") or not found.body else found.body + b"\n", output)
    if found.truncated:
        manner.say(f"kg: {more_than(found.rows)}")
    if found.kind == "select" and not found.rows:
        manner.say(f"kg: nothing in {folder} matches this query")


_BEGINNINGS = frozenset(
    "ADD ASK BASE CLEAR CONSTRUCT COPY CREATE DELETE DESCRIBE DROP INSERT LOAD MOVE PREFIX SELECT WITH".split()
)
"""Of queries, and of the updates that are refused as such."""


def _text(query: str) -> str:
    """The query itself: what was given, or what the named file or standard input holds."""
    if query == "-":
        return _decoded(sys.stdin.buffer.read(), "standard input")
    path = Path(query)
    begins = query.split(maxsplit=1)[0].upper() if query.strip() else ""
    is_a_query = "{" in query or "\n" in query or (begins in _BEGINNINGS and not path.is_file())
    if is_a_query and not query.endswith((".rq", ".sparql")):
        return query
    if not path.is_file():
        raise NotFound(f"expected SPARQL, a file of it or -, found {query!r}, and no file of that name")
    return _decoded(path.read_bytes(), query)


def _decoded(octets: bytes, where: str) -> str:
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{where}: expected SPARQL in UTF-8, found byte {octets[error.start]:#04x} at {error.start}"
        ) from None
