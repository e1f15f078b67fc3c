"""``kg validate``: the graph, or any RDF file, against the shapes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import write
from kg.errors import KgError, ShapesError, UsageError

if TYPE_CHECKING:
    from kg.findings import Findings
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
    Of a graph it also tells what does not fit together across documents, with both sentences. Warnings and findings
    are printed, and let it pass. Files and shapes from outside are read in a process that is
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
    from kg.rendering.sentences import findings_lines, report_lines

    report, findings = _report(target or folder, shapes, reference=reference)
    plain, also = report.to_plain(), findings.to_plain() if findings else {}
    if not report.focus_nodes:
        manner.say("note: no node of it is what these shapes are about, so nothing was checked")
    if format_ == "json":
        write(as_json(plain | also), output)
    elif format_ == "turtle":
        write(_with(report, findings).to_turtle(), output)
    elif format_ == "html":
        from kg.rendering.report_page import report_as_page

        write(report_as_page(_with(report, findings).to_plain()), output)
    else:
        lines = [*(findings_lines(also) if also else ()), *report_lines(plain)]
        write("".join(harmless(line) + "\n" for line in lines), output)
    return CONFORMS if report.conforms else VIOLATIONS


def _report(target: Path, shapes: Path | None, *, reference: bool) -> "tuple[Report, Findings | None]":
    """The verdict, and of a graph what does not fit together in it.

    Whatever keeps the shapes from running, but for a wrong call, is a :class:`kg.errors.ShapesError`: 1 is a verdict.
    """
    from kg.api import open as open_graph
    from kg.api import validate

    try:
        if target.is_dir() or not (target.suffix or target.is_file()):
            with open_graph(target) as graph:
                report = graph.validate(shapes=shapes, reference=reference)
                return report, None if shapes else graph.findings()
        return validate(target, shapes=shapes, reference=reference), None
    except KgError as error:
        if error.exit_code in (ShapesError.exit_code, UsageError.exit_code):
            raise
        raise ShapesError(str(error)) from error


def _with(report: "Report", findings: "Findings | None") -> "Report":
    """The report with the findings as results: of a shape of their own name, their value the other side."""
    from kg.validation import Report, Severity, Violation
    from kg.vocabulary import SH, TERMS

    found = {
        Violation(
            focus_node=each.subject,
            path=None,
            component=f"{SH.iri}SPARQLConstraintComponent",
            value=each.other.iri,
            severity=Severity(each.severity),
            message=f"{each.message}; {each.do}",
            shape=f"{TERMS}/finding/{each.kind}",
        )
        for each in (findings.found if findings else ())
    }
    return Report.of([*report.violations, *found], report.focus_nodes)
