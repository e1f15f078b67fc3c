"""``kg evaluate``: how well annotated documents are read."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.manner import Manner, complain
from kg.cli.output import in_colour, write
from kg.errors import NotFound

if TYPE_CHECKING:
    from kg.measurement import Measurement

KEPT, LOST = 0, 1


@click.command("evaluate", short_help="Compare what is read with annotations: precision, recall, F1.")
@click.argument("documents", nargs=-1, required=True, metavar="DIR…")
@click.option("--errors", is_flag=True, help="Each miss, false alarm and unread sentence with its words.")
@options.format_of("table", "json", "csv")
@click.option(
    "--bootstrap",
    type=options.Number(min=0),
    default=0,
    metavar="N",
    help="95 % intervals of F1, from N resamplings of the documents.",
)
@click.option(
    "--half",
    type=options.Choice(("a", "b", "b1", "b2")),
    help="Only one half of the documents, by a hash of their ids, or one of the two parts of half b.",
)
@click.option("--without-bodies", is_flag=True, help="Read as if no body were known beforehand.")
@click.option(
    "--ratchet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Compare with the counts kept in FILE; exit code 1 if something was lost.",
)
@click.option("--write-ratchet", is_flag=True, help="Keep today's counts in the file of --ratchet.")
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    documents: tuple[str, ...],
    errors: bool,
    format_: str,
    bootstrap: int,
    half: str | None,
    without_bodies: bool,
    ratchet: Path | None,
    write_ratchet: bool,
    output: Path | None,
) -> int:
    """Compare what is read with annotations: precision, recall and F1.

    DIR holds documents, and beside them gold/NAME.gold.json for each NAME.txt, in the gold format of the annotated
    corpus. Figures are given by layer, rule, publisher and document; CSV with --errors has the errors instead.
    `missed` rows are marked -, false alarms +, differences ~, unread sentences ?.

    \b
    Examples:
      kg evaluate kg/sample
      kg evaluate kg/sample tests/corpus --bootstrap 1000
      kg evaluate tests/corpus --half a --errors
      kg evaluate tests/corpus --format csv -o figures.csv
      kg evaluate kg/sample tests/corpus --ratchet tests/corpus/ratchet.tsv
    """
    from kg.measurement import measure
    from kg.rendering.progress import bar

    if write_ratchet and ratchet is None:
        raise click.UsageError("--write-ratchet needs --ratchet FILE, the file to write.")
    with bar(shown=False if manner.quiet else None) as step:
        measurement = measure(documents, half=half, without_bodies=without_bodies, progress=step)
    manner.say(_summary(measurement))
    if ratchet is not None:
        return _ratchet(manner, measurement, ratchet, rewrite=write_ratchet)
    write(_rendered(measurement.to_plain(bootstrap=bootstrap, errors=errors), format_, output), output)
    return KEPT


def _summary(measurement: "Measurement") -> str:
    unread = measurement.not_read
    also = f"; {len(unread)} annotated documents cannot be read yet: {' '.join(unread)}" if unread else ""
    return f"{len(measurement.cases)} documents{also}"


def _rendered(plain: dict[str, Any], format_: str, output: Path | None) -> str:
    from kg.rendering.characters import harmless
    from kg.rendering.measurement import measurement_as_csv, measurement_as_table, mistake_lines, mistakes_as_csv
    from kg.rendering.plain import as_json
    from kg.rendering.table import Page

    if format_ == "json":
        return as_json(plain)
    if format_ == "csv":
        return mistakes_as_csv(plain) if "errors" in plain else measurement_as_csv(plain)
    table = measurement_as_table(plain, Page.of_terminal(colour=in_colour(output)))
    return table + "".join(f"{harmless(line)}\n" for line in mistake_lines(plain)) if "errors" in plain else table


def _ratchet(manner: Manner, measurement: "Measurement", path: Path, *, rewrite: bool) -> int:
    """Say what was lost since the counts in ``path`` were kept, or keep those of today there."""
    from kg.evaluation import lost, read_ratchet, write_ratchet

    counts = measurement.counts()
    if rewrite:
        kept = read_ratchet(path) if path.is_file() else {}
        counts = {name: kept[name] for name in measurement.not_read if name in kept} | counts
        write(write_ratchet(counts), path)
        manner.say(f"{path}: the counts of {len(counts)} documents")
        return KEPT
    if not path.is_file():
        raise NotFound(f"{path}: expected the counts kept by --write-ratchet, found no file; write it first")
    worse = lost(read_ratchet(path), counts)
    for line in worse:
        complain(line)
    return LOST if worse else KEPT
