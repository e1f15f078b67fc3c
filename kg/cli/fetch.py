"""``kg fetch``: documents from the web, politely."""

from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner, complain
from kg.cli.output import write


@click.command("fetch", short_help="Fetch the documents that a manifest lists, politely.")
@click.argument("manifest", type=click.Path(path_type=Path, dir_okay=False), metavar="MANIFEST")
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("documents"),
    show_default=True,
    metavar="DIR",
    help="Save documents, headers and manifest.jsonl there.",
)
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="Wait as long between two requests to one host, or longer if it asks for it.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Give up a document that takes longer.",
)
@click.option(
    "--allow-private",
    multiple=True,
    metavar="NETWORK",
    help="Fetch from this private address or network too, such as 10.1.0.0/16. May be given again.",
)
@options.format_of("table", "json")
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    manifest: Path,
    folder: Path,
    delay: float,
    timeout: float,
    allow_private: tuple[str, ...],
    format_: str,
    output: Path | None,
) -> int:
    """Fetch the documents that MANIFEST lists (CSV or JSON Lines, with a column url) into a folder.

    One after the other, as robots.txt allows, and never from a private address. Each is saved with its headers; the
    folder's manifest.jsonl says its address, its hash and what MANIFEST knew of it, and is what `kg build --manifest`
    reads. What is there already is not asked for again, and what other manifests brought stays.

    \b
    Examples:
      kg fetch releases.csv --into releases
      kg build --manifest releases/manifest.jsonl
    """
    from kg.fetching import Limits, Manners, Visitor, network
    from kg.gathering import gather
    from kg.loaders import largest
    from kg.rendering.plain import as_json
    from kg.rendering.progress import bar

    visitor = Visitor(Limits(timeout, largest()), [network(each) for each in allow_private])
    with bar(shown=False if manner.quiet else None) as step:
        gathered = gather(manifest, folder, visitor, Manners(visitor, delay), step)
    if format_ == "json":
        write(as_json(gathered.to_plain()), output)
    for url, reason in gathered.refused:
        complain(f"not fetched: {url}: {reason}")
    manner.say(f"{folder}: {gathered.fetched} fetched, {gathered.kept} kept, {len(gathered.refused)} not fetched")
    return gathered.exit_code
