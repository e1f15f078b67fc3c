"""``kg build``: read documents into a graph."""

from pathlib import Path
from typing import Any

import click

from kg.cli import options
from kg.cli.manner import Manner, complain
from kg.cli.output import write
from kg.errors import LimitReached

NOTHING_DONE = 1


@click.command("build", short_help="Read documents into a graph: extract, validate, load.")
@click.argument("documents", nargs=-1, metavar="DOCUMENTS…")
@options.graph
@options.manifest
@options.published_option
@click.option("--base", metavar="IRI", help="The base of the IRIs of a new graph.")
@options.judgements
@options.workers
@click.option("--report", is_flag=True, help="Print the sentences of the graph that look like a claim and gave none.")
@options.format_of("table", "json")
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    documents: tuple[str, ...],
    folder: Path,
    manifest: Path | None,
    published: Any,
    base: str | None,
    judgements: Path | None,
    workers: int,
    report: bool,
    format_: str,
    output: Path | None,
) -> int:
    """Read DOCUMENTS into a graph: extract, validate, load.

    DOCUMENTS are files, folders (whole), patterns, or - for standard input; of archives (zip) and mails, the documents
    in them too. A document that was read before and has not
    changed is not read again. One that cannot be read, or that the shapes refuse, is set aside with its reason; the
    others go on.

    \b
    Examples:
      kg build press-releases/
      kg build a.txt b.txt --published 2020-12-03
      kg build press-releases/ --graph ct --format json
      kg build --manifest press-releases/manifest.csv
      kg build press-releases/ --report -o unread.txt
    """
    from kg.pipeline import build
    from kg.rendering.plain import as_json
    from kg.rendering.progress import bar
    from kg.rendering.sentences import refusal_lines, summary_line

    if not documents and manifest is None:
        raise click.UsageError("expected DOCUMENTS…, found nothing")
    with bar(shown=False if manner.quiet else None) as step:
        summary = build(
            documents,
            folder,
            manifest=manifest,
            published=published,
            base=base,
            judgements=judgements,
            workers=workers,
            progress=step,
        )
    plain = summary.to_plain()
    unread = _unread(folder) if report and summary.exit_code != NOTHING_DONE else None
    if format_ == "json":
        write(as_json(plain if unread is None else plain | {"unread": unread}), output)
    elif unread is not None:
        write(_unread_text(unread), output)
    for line in refusal_lines(plain):
        complain(line)
    if summary.exit_code != NOTHING_DONE and not manner.quiet:
        manner.say(summary_line(plain, folder) + (_findings(folder) if summary.admitted else ""))
    return summary.exit_code


def _findings(folder: Path) -> str:
    """How much of the graph does not fit together; nothing where all does."""
    from kg.api import open as open_graph
    from kg.rendering.sentences import findings_count

    try:
        with open_graph(folder) as graph:
            return findings_count(graph.findings().counts(), folder)
    except LimitReached:  # the build went well: what it says of the graph is said by kg validate
        return ""


def _unread(folder: Path) -> list[dict[str, Any]]:
    """The sentences of all documents of the graph that look like a claim and gave none."""
    from kg.measurement import unread_in

    return list(unread_in(folder))


def _unread_text(found: list[dict[str, Any]]) -> str:
    from kg.rendering.characters import harmless
    from kg.rendering.measurement import unread_lines

    return "".join(f"{harmless(line)}\n" for line in unread_lines(found)).removeprefix("\n")
