"""``kg network``: who takes part with whom, counted."""

from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import in_colour, write

MEASURES = ("degree", "co-participation")


@click.command("network", short_help="Measure who takes part with whom.")
@click.argument("measure", type=click.Choice(MEASURES), metavar="degree|co-participation")
@options.graph
@options.format_of("table", "json", "csv")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N rows.")
@options.output
@options.talking
@click.pass_obj
def command(manner: Manner, measure: str, folder: Path, format_: str, top: int | None, output: Path | None) -> None:
    """Measure who takes part with whom.

    \b
    degree             with how many others an official or body took part in a meeting
    co-participation   which two took part together, in how many meetings

    \b
    Examples:
      kg network degree --top 10
      kg network co-participation --format csv -o pairs.csv
    """
