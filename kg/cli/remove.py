"""``kg remove``: retract documents from a graph."""

from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import write


@click.command("remove", short_help="Remove documents from the graph, without a trace.")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT…")
@options.graph
@options.judgements
@options.output
@options.format_of("table", "json")
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    documents: tuple[str, ...],
    folder: Path,
    judgements: Path | None,
    output: Path | None,
    format_: str,
) -> None:
    """Remove each DOCUMENT from the graph, and publish what is left: as if it had never been there.

    A DOCUMENT is named by its path, its name (with or without ending), its URL, its hash, or its IRI. No byte of it
    stays in the graph folder; the file itself is not touched, and `kg build` of its folder would read it again.
    --output is a list of what was removed, one name a line.

    \b
    Examples:
      kg remove press-releases/2020-12-03-dialogue.txt
      kg remove https://league.example/releases/third-safety-dialogue
      kg remove document/1f0a3c5e7b9d2468 --graph ct
    """
    from kg.removal import remove
    from kg.rendering.plain import as_json

    removal = remove(documents, folder, judgements=judgements)
    if format_ == "json":
        write(as_json(removal.to_plain()), output)
    elif output is not None:
        write("".join(f"{name}\n" for name in removal.documents), output)
    manner.say(f"{folder}: {len(removal.documents)} removed: {', '.join(removal.documents)}")
    if removal.held:
        manner.say(f"{folder}: a program has an older version open; close it, then the next build deletes that version")
