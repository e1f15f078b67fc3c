"""``kg network``: who takes part with whom, measured, drawn, and written for other programs."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import in_colour, write
from kg.errors import UsageError, chosen_from
from kg.questions.parameters import days

if TYPE_CHECKING:
    from kg.network import Part
    from kg.network.shapes import Picture
    from kg.questions import Participations

MEASURES = (
    "degree", "co-participation", "betweenness", "closeness", "eigenvector", "pagerank", "core", "communities",
    "brokerage", "components", "path", "windows", "chance", "two-mode",
)  # fmt: skip
Table = tuple[Sequence[str], list[list[Any]]]


@click.command("network", short_help="Measure and draw who takes part with whom.")
@click.argument("measure", type=options.Choice(MEASURES), metavar="MEASURE")
@options.graph
@options.format_of("table", "json", "csv", "graphml", "gexf")
@click.option(
    "--level",
    type=options.Choice(("all", "people", "bodies")),
    default="all",
    show_default=True,
    help="Whom to count: bodies counts people for the bodies that they act for.",
)
@click.option("--since", metavar="DATE", help="Only meetings not before this day, month or year.")
@click.option("--until", metavar="DATE", help="Only meetings not after this day, month or year.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="Only these roles (chair, speaker …); repeatable.")
@click.option("--from", "start", metavar="NAME", help="Of path: where it begins.")
@click.option("--to", "end", metavar="NAME", help="Of path: where it ends.")
@click.option("--years", type=options.Number(min=1), default=1, show_default=True, help="Of windows: their length.")
@click.option("--top", type=options.Number(min=1), metavar="N", help="Only the first N rows.")
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw the network too: .svg, .png.",
)
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    /,
    measure: str,
    folder: Path,
    format_: str,
    level: str,
    since: str | None,
    until: str | None,
    roles: tuple[str, ...],
    start: str | None,
    end: str | None,
    years: int,
    top: int | None,
    plot: Path | None,
    output: Path | None,
) -> None:
    """Measure who takes part with whom: officials and bodies are tied by the meetings that they share.

    \b
    degree             with how many others each took part, and how often in all (strength)
    co-participation   which two took part together, in how many meetings
    betweenness closeness eigenvector pagerank   who is central, four ways
    core communities components                  who belongs together, three ways
    brokerage          who ties others that are not tied to one another (Burt)
    path               the shortest way --from one --to another, with the meetings of each step
    windows            how the network changed, by --years
    chance             each tie beside what meetings filled by lot would give
    two-mode           agents and meetings, for other programs

    docs/network.md has each definition with its reference. GraphML and GEXF hold the network itself.

    \b
    Examples:
      kg network degree --top 10
      kg network communities --level bodies --since 2018 --plot bodies.svg
      kg network path --from Voronkov --to "Gilles de Kerchove"
      kg network co-participation --format graphml -o ties.graphml
    """
    from kg.api import open as open_graph
    from kg.network import chosen, co_participation, picture, two_mode, written

    if (measure == "path") != bool(start and end):
        raise UsageError("expected --from NAME and --to NAME with path, and only with path")
    if plot is not None and plot.suffix not in _PICTURES:
        raise UsageError(f"expected the name of a picture that ends in {' or '.join(_PICTURES)}, found {plot.name}")
    since, until = days(since, until)
    with open_graph(folder) as graph:
        found = graph.participations(level, names=(start, end) if start and end else ())
    parts = chosen(found.parts, roles=_known(roles), since=since, until=until)
    if plot is not None:
        drawn = picture(co_participation(parts), found.labels, _title(level, since, until, roles))
        write(_PICTURES[plot.suffix](drawn), plot)
    if format_ in ("graphml", "gexf"):
        network = two_mode(parts) if measure == "two-mode" else co_participation(parts)
        write(written(network, found.labels, format_), output)
        return
    header, rows = _TABLES.get(measure, _scores)(measure, parts, found, years)
    _print(header, rows[:top], format_, output)
    if not rows:
        manner.say(f"kg: nothing in {folder} is tied so")


def _svg(drawn: "Picture") -> str:
    from kg.network import as_svg

    return as_svg(drawn)


def _png(drawn: "Picture") -> bytes:
    try:
        from kg.network.png import as_png
    except ImportError:
        raise UsageError(
            "expected Pillow to be installed to write .png, found none; pip install 'ct-kg[plot]', or name a .svg"
        ) from None
    return as_png(drawn)


_PICTURES: "Mapping[str, Callable[[Picture], str | bytes]]" = {".svg": _svg, ".png": _png}


def _known(roles: tuple[str, ...]) -> tuple[str, ...] | None:
    """The roles, if they are of the scheme."""
    from kg.vocabulary import SCHEMES, concepts

    known = concepts(SCHEMES["role"])
    for role in roles:
        if role not in known:
            raise UsageError(f"role: expected a role, found {role!r}{chosen_from(role, sorted(known))}")
    return roles or None


def _title(level: str, since: str | None, until: str | None, roles: tuple[str, ...]) -> str:
    who = {"all": "Officials and bodies", "people": "Officials", "bodies": "Bodies"}[level]
    when = f", {since or '…'} – {until or '…'}" if since or until else ""
    said = f" ({', '.join(roles)})" if roles else ""
    return f"{who} by the meetings that they share{when}{said}"


def _scores(name: str, parts: "Sequence[Part]", found: "Participations", years: int) -> Table:
    from kg.network import co_participation, measure, measures

    rows = [[score.agent, found.labels[score.agent], *score.values] for score in measure(name, co_participation(parts))]
    return ("agent", "agent_label", *measures()[name].columns), rows


def _ties(name: str, parts: "Sequence[Part]", found: "Participations", years: int) -> Table:
    from kg.network import co_participation, ties

    return ("first", "first_label", "second", "second_label", "meetings"), [
        [tie.first, found.labels[tie.first], tie.second, found.labels[tie.second], tie.meetings]
        for tie in ties(co_participation(parts))
    ]


def _path(name: str, parts: "Sequence[Part]", found: "Participations", years: int) -> Table:
    from kg.network import co_participation, path

    try:
        steps = path(co_participation(parts), *found.named)
    except KeyError as error:
        label = found.labels.get(error.args[0], error.args[0])
        raise UsageError(f"expected somebody who took part in a meeting that counts here, found {label}") from None
    return ("step", "one", "one_label", "other", "other_label", "meetings", "meetings_label"), [
        [
            number, step.one, found.labels[step.one], step.other, found.labels[step.other], " ".join(step.meetings),
            " · ".join(found.labels[meeting] for meeting in step.meetings),
        ]
        for number, step in enumerate(steps, 1)
    ]  # fmt: skip


def _windows(name: str, parts: "Sequence[Part]", found: "Participations", years: int) -> Table:
    from dataclasses import astuple, fields

    from kg.network import Window, windows

    return [field.name for field in fields(Window)], [list(astuple(window)) for window in windows(parts, years)]


def _chance(name: str, parts: "Sequence[Part]", found: "Participations", years: int) -> Table:
    from kg.network import surprises

    return ("first", "first_label", "second", "second_label", "meetings", "expected", "share"), [
        [
            tie.first,
            found.labels[tie.first],
            tie.second,
            found.labels[tie.second],
            tie.meetings,
            tie.expected,
            tie.share,
        ]
        for tie in surprises(parts)
    ]


def _two_mode(name: str, parts: "Sequence[Part]", found: "Participations", years: int) -> Table:
    return ("agent", "agent_label", "meeting", "meeting_label", "role"), [
        [part.agent, found.labels[part.agent], part.meeting, found.labels[part.meeting], part.role]
        for part in sorted(parts, key=lambda part: (part.agent, part.meeting, part.role))
    ]


_TABLES: Mapping[str, Callable[[str, "Sequence[Part]", "Participations", int], Table]] = {
    "co-participation": _ties,
    "path": _path,
    "windows": _windows,
    "chance": _chance,
    "two-mode": _two_mode,
}


def _print(header: Sequence[str], rows: list[list[Any]], format_: str, output: Path | None) -> None:
    from kg.rendering.plain import as_csv, as_json

    if format_ == "json":
        write(as_json([dict(zip(header, row, strict=True)) for row in rows]), output)
    elif format_ == "csv":
        write(as_csv(header, rows), output)
    else:
        from kg.rendering.table import Page, records_as_table

        write(records_as_table(header, rows, Page.of_terminal(colour=in_colour(output))), output)
