"""``kg export``: the graph as a file, the same bytes from the same documents."""

from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import write


@click.command("export", short_help="Write the graph as Turtle, TriG or N-Quads.")
@options.graph
@options.format_of("turtle", "trig", "nquads")
@options.output
@options.talking
@click.pass_obj
def command(manner: Manner, folder: Path, format_: str, output: Path | None) -> None:
    """Write the graph as Turtle (all triples in one), TriG or N-Quads (one graph a document).

    The same documents give the same bytes, whatever the order, the machine or the number of workers.

    \b
    Examples:
      kg export -o graph.ttl
      kg export --format trig -o graph.trig
      kg export --format nquads | grep participation | wc -l
    """
    from kg.api import open as open_graph

    with open_graph(folder) as graph:
        write(graph.export(format_), output)
