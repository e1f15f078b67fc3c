"""The options that several commands share, each defined once."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.cli.manner import Manner
from kg.errors import UsageError

_ENDINGS = {"markdown": "md", "turtle": "ttl", "ntriples": "nt", "nquads": "nq", "text": "txt", "table": "txt"}
"""File endings that are not the name of their format."""

Function = TypeVar("Function", bound=Callable[..., Any])


class Number(click.IntRange):
    """A whole number between bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or a usage error."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            bounds = f"of {self.min} or more" if self.max is None else f"from {self.min} to {self.max}"
            raise click.BadParameter(f"expected a whole number {bounds}, found {str(value)!r}", ctx, param) from None


def _set(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value and parameter.name:
        setattr(ctx.ensure_object(Manner), parameter.name, True)


def talking(function: Function) -> Function:
    """``--quiet`` and ``--debug``; they are for :class:`kg.cli.manner.Manner`, not for the command."""
    for name, text in (
        (("--debug",), "Show the traceback of what goes wrong."),
        (("-q", "--quiet"), "No progress, no summary: only data and errors."),
    ):
        click.option(*name, is_flag=True, expose_value=False, is_eager=True, callback=_set, help=text)(function)
    return function


graph = click.option(
    "--graph",
    "folder",
    type=click.Path(path_type=Path, file_okay=True),
    envvar="KG_GRAPH",
    default=Path("graph"),
    metavar="DIR",
    help="The graph folder.  [default: $KG_GRAPH, else ./graph]",
)

judgements = click.option(
    "--judgements",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What people decided; kept with the graph.  [default: $KG_JUDGEMENTS, else beside the graph]",
)

output = click.option(
    "-o",
    "--output",
    is_eager=True,  # its ending may choose the format
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write here instead of to standard output.",
)

manifest = click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Read the documents that this CSV or JSON Lines file lists too, with what it says of them.",
)

workers = click.option(
    "--workers",
    type=Number(min=1),
    default=os.cpu_count() or 1,
    metavar="N",
    help="How many processes read documents.  [default: one a processor]",
)


limit = click.option("--limit", type=Number(min=1), metavar="N", help="Stop after N rows, and say so.")


class Choice(click.Choice[str]):
    """One of some words; a word that is none of them is told what comes near."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or a usage error."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            from kg.errors import meant

            hint = meant(str(value), self.choices)
            raise click.BadParameter(error.message.removesuffix(".") + hint, ctx, param) from None


def format_of(
    *formats: str, also: Mapping[str, str] | None = None, default: str | None = ""
) -> Callable[[Function], Function]:
    """``--format``, one of ``formats``; without it what the ending of ``--output`` says, else ``default``: the first.

    ``also`` maps more endings to formats. An ending that means none of them is a wrong call, where no format is named.
    """
    endings = {f".{_ENDINGS.get(name, name)}": name for name in formats} | dict(also or {})

    def chosen(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
        output = ctx.params.get("output")
        ending = output.suffix.lower() if output is not None else ""
        if value or not ending:
            return value or (formats[0] if default == "" else default)
        if ending not in endings:
            known = ", ".join(endings)
            raise UsageError(f"expected the name of a file that ends in {known}, or --format, found {output}")
        return endings[ending]

    return click.option(
        "--format",
        "format_",
        type=Choice(formats),
        callback=chosen,
        help=f"The form of what is printed.  [default: by the ending of --output, else {default or formats[0]}]",
    )


def published(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Any:
    """The callback of ``--published``: a :class:`kg.model.dates.PartialDate`, or a usage error."""
    if value is None:
        return None
    from kg.errors import BadDate
    from kg.model.dates import PartialDate

    try:
        return PartialDate.parse(value)
    except BadDate as error:
        raise click.BadParameter(str(error), ctx, parameter) from None


published_option = click.option(
    "--published",
    metavar="DATE",
    callback=published,
    help="The date of issue (YYYY, YYYY-MM or YYYY-MM-DD) of documents that do not say theirs.",
)
