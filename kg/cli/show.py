"""``kg show``: all that is known of an official, a body, a meeting or a post, with the words."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import in_colour, more_than, write
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.questions import Section
    from kg.rendering.table import Page

_ROWS = 20


@click.command("show", short_help="Show all that is known of an official, body, meeting or post.")
@click.argument("name", nargs=-1, metavar="NAME…")
@click.option("--quarantine", "refused", is_flag=True, help="What is not in the graph, and why, instead of NAME.")
@options.graph
@options.format_of("table", "json", "nquads")
@click.option(
    "--limit",
    type=options.Number(min=1),
    metavar="N",
    help=f"At most N rows of each list.  [default: {_ROWS} in a table, else all]",
)
@click.option("--evidence", is_flag=True, help="Show the words in their context: whole sentences, and the page.")
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    name: tuple[str, ...],
    folder: Path,
    format_: str,
    limit: int | None,
    output: Path | None,
    *,
    evidence: bool,
    refused: bool,
) -> None:
    """Show all that is known of whatever bears NAME: an official, a body, a meeting, a post; with the words.

    NAME is a name as people write it, an acronym or an IRI; a name of several words needs no quotation marks.

    \b
    Examples:
      kg show Vladimir Voronkov
      kg show UNODC --evidence
      kg show "third EU-UN dialogue" --format json
      kg show --quarantine
    """
    if bool(name) == refused or (format_ == "nquads" and not refused):
        raise UsageError("expected a NAME, or --quarantine alone (which can be printed as nquads too)")
    if refused:
        _show_quarantine(folder, format_, output)
        return
    from kg.api import open as open_graph
    from kg.rendering.plain import as_json

    with open_graph(folder) as graph:
        most = limit or (_ROWS if format_ == "table" else None)
        sections = tuple(_first(section, most) for section in graph.show(" ".join(name)))
        if evidence:
            sections = tuple(_in_context(section, graph) for section in sections)
    if format_ == "json":
        write(as_json([section.to_plain() for section in sections]), output)
        return
    from kg.rendering.table import Page

    page = Page.of_terminal(colour=in_colour(output))
    write("\n".join(part for section in sections for part in _parts(section, page)), output)


def _show_quarantine(folder: Path, format_: str, output: Path | None) -> None:
    """What the shapes refused with the report on it, and what could not be read."""
    from kg.api import open as open_graph
    from kg.rendering.characters import harmless
    from kg.rendering.plain import as_json
    from kg.rendering.sentences import quarantine_lines

    with open_graph(folder) as graph:
        held, aside = graph.quarantine(), [each.to_plain() for each in graph.set_aside()]
    if format_ == "nquads":
        write("".join(line for each in held for line in each["quads"]), output)
    elif format_ == "json":
        write(as_json({"set_aside": aside, "quarantine": held}), output)
    else:
        write("".join(harmless(line) + "\n" for line in quarantine_lines(aside, held)), output)


def _first(section: "Section", most: int | None) -> "Section":
    """The section with so many rows of each list."""
    from dataclasses import replace

    return replace(section, answers=tuple(answer.first(most) for answer in section.answers))


def _in_context(section: "Section", graph: "Graph") -> "Section":
    """The section with the sentences in which its words stand."""
    from dataclasses import replace

    from kg.cli.ask import read_on

    return replace(section, answers=tuple(read_on(answer, graph) for answer in section.answers))


def _parts(section: "Section", page: "Page") -> Iterator[str]:
    """A heading, and a table for each answer that says something."""
    from kg.questions import load
    from kg.rendering.characters import harmless
    from kg.rendering.table import answer_as_table, heading

    yield heading(section.label, f"{section.kind} <{section.iri}>", page)
    if section.decided:
        lines = "".join(f"{harmless(each.line())}\n" for each in section.decided)
        yield heading("What was decided on its names and claims", "", page) + lines
    for answer in section.answers:
        if answer.rows:
            rest = f"({more_than(len(answer.rows))})\n" if answer.truncated else ""
            yield heading(load(answer.question).summary, "", page) + answer_as_table(answer, page, evidence=True) + rest
