"""``kg build``: read documents into a graph."""

from pathlib import Path
from typing import Any

import click

from kg.cli import options
from kg.cli.manner import Manner, complain
from kg.cli.output import write

NOTHING_DONE = 1


@click.command("build", short_help="Read documents into a graph: extract, validate, load.")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENTS…")
@options.graph
@options.published_option
@click.option("--base", metavar="IRI", help="The base of the IRIs of a new graph.")
@options.workers
@options.format_of("table", "json")
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    documents: tuple[str, ...],
    folder: Path,
    published: Any,
    base: str | None,
    workers: int,
    format_: str,
    output: Path | None,
) -> int:
    """Read DOCUMENTS into a graph: extract, validate, load.

    DOCUMENTS are files, folders (whole), patterns, or - for standard input. A document that was read before and has not
    changed is not read again. One that cannot be read, or that the shapes refuse, is set aside with its reason; the
    others go on.

    \b
    Examples:
      kg build press-releases/
      kg build a.txt b.txt --published 2020-12-03
      kg build press-releases/ --graph ct --format json
    """
    from kg.pipeline import build
    from kg.rendering.plain import as_json
    from kg.rendering.progress import bar
    from kg.rendering.sentences import refusal_lines, summary_line

    with bar(shown=False if manner.quiet else None) as step:
        summary = build(documents, folder, published=published, base=base, workers=workers, progress=step)
    plain = summary.to_plain()
    if format_ == "json":
        write(as_json(plain), output)
    for line in refusal_lines(plain):
        complain(line)
    if summary.exit_code != NOTHING_DONE:
        manner.say(summary_line(plain, folder))
    return summary.exit_code
