"""``kg validate``: the graph, or any RDF file, against the shapes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import write
from kg.errors import KgError, ShapesError, UsageError

if TYPE_CHECKING:
    from kg.validation import Report

CONFORMS, VIOLATIONS = 0, 1


@click.command("validate", short_help="Check the graph, or any RDF file, against the shapes.")
@click.argument("target", type=click.Path(path_type=Path), required=False, metavar="[FILE|DIR]")
@options.graph
@click.option(
    "--shapes", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Other shapes than our own (Turtle)."
)
@click.option("--reference", is_flag=True, help="Let pySHACL decide, the reference, and not our own compiled shapes.")
@options.format_of("text", "turtle", "json", "html")
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    target: Path | None,
    folder: Path,
    shapes: Path | None,
    format_: str,
    output: Path | None,
    *,
    reference: bool,
) -> int:
    """Check the graph, or any RDF file, against the shapes.

    FILE is Turtle, TriG, N-Triples or N-Quads; DIR is a graph folder; without either it is the graph of --graph.
    Warnings and findings are printed, and let it pass. Files and shapes from outside are read in a process that is
    stopped at its limits (KG_VALIDATION_TIMEOUT, KG_VALIDATION_MEMORY).

    \b
    Exit codes: 0 conforms, 1 there are violations, 2 the call is wrong, 4 it could not run.

    \b
    Examples:
      kg validate
      kg validate export.ttl --format turtle -o report.ttl
      kg validate theirs.ttl --shapes shapes.ttl --format html -o report.html
    """
    from kg.rendering.characters import harmless
    from kg.rendering.plain import as_json
    from kg.rendering.sentences import report_lines

    report = _report(target or folder, shapes, reference=reference)
    plain = report.to_plain()
    if not report.focus_nodes:
        manner.say("note: no node of it is what these shapes are about, so nothing was checked")
    if format_ == "json":
        write(as_json(plain), output)
    elif format_ == "turtle":
        write(report.to_turtle(), output)
    elif format_ == "html":
        from kg.rendering.report_page import report_as_page

        write(report_as_page(plain), output)
    else:
        write("".join(harmless(line) + "\n" for line in report_lines(plain)), output)
    return CONFORMS if report.conforms else VIOLATIONS


def _report(target: Path, shapes: Path | None, *, reference: bool) -> "Report":
    """The verdict; whatever keeps the shapes from running is a :class:`kg.errors.ShapesError`."""
    from kg.api import open as open_graph
    from kg.api import validate

    try:
        if target.is_dir() or not target.suffix:
            with open_graph(target) as graph:
                return graph.validate(shapes=shapes, reference=reference)
        return validate(target, shapes=shapes, reference=reference)
    except (ShapesError, UsageError):
        raise
    except KgError as error:
        raise ShapesError(str(error)) from error
