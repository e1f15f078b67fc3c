"""``kg ask``: a named question, answered with the words behind each row."""

from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import in_colour, write


class Ask(click.Command):
    """``kg ask``, with an option for each parameter that some question takes: a new question needs no Python."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The options of every question, then those of the command."""
        return [*super().get_params(ctx), *_parameters()]


def _parameters() -> list[click.Parameter]:
    from kg.questions import questions

    takers: dict[str, list[str]] = {}
    for question in questions():
        for parameter in question.parameters:
            takers.setdefault(parameter, []).append(question.name)
    return [
        click.Option([f"--{name}"], metavar="NAME", help=f"Of: {', '.join(names)}.") for name, names in takers.items()
    ]


def _complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from kg.questions import questions

    return [CompletionItem(q.name, help=q.summary) for q in questions() if q.name.startswith(incomplete)]


@click.command("ask", cls=Ask, short_help="Ask a named question; without a name, list the questions.")
@click.argument("question", required=False, shell_complete=_complete)
@options.graph
@options.format_of("table", "json", "csv")
@click.option("--evidence", is_flag=True, help="Show the words under each row, and the document that says them.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N rows, and say so.")
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    question: str | None,
    folder: Path,
    format_: str,
    evidence: bool,
    limit: int | None,
    output: Path | None,
    **parameters: str | None,
) -> None:
    """Ask a named QUESTION; without a name, list the questions.

    A parameter narrows the answer: a name as people write it, an acronym, or an IRI. JSON always carries the words.

    \b
    Examples:
      kg ask
      kg ask co-chairs --meeting "third EU-UN dialogue" --evidence
      kg ask holders --post "Counter-Terrorism Coordinator" --format csv
    """
