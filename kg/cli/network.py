"""``kg network``: who takes part with whom, counted."""

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import in_colour, write

DEGREE, CO_PARTICIPATION = "degree", "co-participation"

Table = tuple[Sequence[str], list[list[str | int]]]


@click.command("network", short_help="Measure who takes part with whom.")
@click.argument("measure", type=click.Choice((DEGREE, CO_PARTICIPATION)), metavar="degree|co-participation")
@options.graph
@options.format_of("table", "json", "csv")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N rows.")
@options.output
@options.talking
@click.pass_obj
def command(manner: Manner, measure: str, folder: Path, format_: str, top: int | None, output: Path | None) -> None:
    """Measure who takes part with whom: officials and bodies are tied by the meetings that they share.

    \b
    degree             with how many others each took part, and how often in all (strength)
    co-participation   which two took part together, in how many meetings

    \b
    Examples:
      kg network degree --top 10
      kg network co-participation --format csv -o pairs.csv
    """
    from kg.api import open as open_graph
    from kg.rendering.plain import as_csv, as_json
    from kg.resources import queries

    with open_graph(folder) as graph:
        found = graph.select((queries() / "network" / "participations.rq").read_text(encoding="utf-8"))
    labels = {row["agent"]["value"]: row["agent_label"]["value"] for row in found}
    header, rows = _measured(measure, [(row["meeting"]["value"], row["agent"]["value"]) for row in found], labels)
    rows = rows[:top]
    if format_ == "json":
        write(as_json([dict(zip(header, row, strict=True)) for row in rows]), output)
    elif format_ == "csv":
        write(as_csv(header, rows), output)
    else:
        from kg.rendering.table import Page, records_as_table

        write(records_as_table(header, rows, Page.of_terminal(colour=in_colour(output))), output)


def _measured(measure: str, participations: list[tuple[str, str]], labels: dict[str, str]) -> Table:
    from kg.network import co_participation, co_participation_network, degree

    network = co_participation_network(participations)
    if measure == DEGREE:
        return ("agent", "agent_label", "degree", "strength", "meetings"), [
            [row.agent, labels[row.agent], row.degree, row.strength, row.meetings] for row in degree(network)
        ]
    return ("first", "first_label", "second", "second_label", "meetings"), [
        [tie.first, labels[tie.first], tie.second, labels[tie.second], tie.meetings]
        for tie in co_participation(network)
    ]
