"""``kg ask``: a named question, answered with the words behind each row."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from kg.cli import options
from kg.cli.manner import Manner
from kg.cli.output import in_colour, more_than, write
from kg.errors import UsageError
from kg.questions.parameters import HELP, KINDS, spelt

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.model.answers import Answer
    from kg.questions import Question


class Ask(click.Command):
    """``kg ask``, with an option for each parameter that some question takes: a new question needs no Python.

    Its help is about the question that stands beside ``--help``, if there is one.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, but the question is known to the help, which click prints before it looks at names."""
        if {"-h", "--help"} & set(args):
            from kg.questions import names

            known = set(names())
            ctx.meta[_ASKED] = next((each for each in args if each in known), None)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The options of every question (in its help: of the one), then those of the command."""
        asked = _asked(ctx)
        taken = [each for each in _parameters() if asked is None or each.name in asked.parameters]
        return [*super().get_params(ctx), *taken]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, or what the question answers."""
        asked = _asked(ctx)
        if asked is None:
            super().format_help_text(ctx, formatter)
            return
        with formatter.section(asked.summary):
            formatter.write_text(asked.description)
        with formatter.section("Example"):
            formatter.write_text(" ".join(filter(None, ("kg ask", asked.name, asked.example))))


_ASKED = "kg.cli.ask"
"""Under what a context keeps the question that its help is about."""


def _asked(ctx: click.Context) -> "Question | None":
    name = ctx.meta.get(_ASKED)
    if name is None:
        return None
    from kg.questions import load

    return load(name)


def _parameters() -> list[click.Parameter]:
    """An option for each parameter: what takes it is read from the questions only when help is asked for."""
    return [_Option(name) for name in KINDS]


class _Option(click.Option):
    """A parameter of questions; its help names those that take it."""

    def __init__(self, name: str) -> None:
        switch = KINDS[name] == "switch"
        metavar = None if switch else HELP.get(KINDS[name], "NAME")
        super().__init__([f"--{spelt(name)}"], is_flag=switch, metavar=metavar, multiple=not switch, callback=_only)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """As click writes it, with the questions that take the parameter."""
        from kg.questions import questions

        record, asked = super().get_help_record(ctx), _asked(ctx)
        if record and asked:
            text = asked.parameters[str(self.name)]
            return record[0], f"{text[:1].upper()}{text[1:]}."
        takers = [question.name for question in questions() if self.name in question.parameters]
        return record and (record[0], f"Of: {', '.join(takers)}.")


def _only(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """The one value of a parameter: of two, neither is dropped in silence."""
    if isinstance(value, tuple):
        if len(value) > 1:
            found = " and ".join(map(repr, value))
            raise click.BadParameter(f"expected one value, found {found}; ask once for each", ctx, parameter)
        return value[0] if value else None
    return value


def _complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from kg.questions import questions

    return [CompletionItem(q.name, help=q.summary) for q in questions() if q.name.startswith(incomplete)]


@click.command("ask", cls=Ask, short_help="Ask a named question; without a name, list the questions.")
@click.argument("question", required=False, shell_complete=_complete)
@options.graph
@options.format_of("table", "json", "csv", "markdown", "turtle")
@click.option("--evidence", is_flag=True, help="Show the words under each row, and the document that says them.")
@click.option("--sentences", is_flag=True, help="Show whole sentences instead of the exact words (with table and csv).")
@options.limit
@options.output
@options.talking
@click.pass_obj
def command(
    manner: Manner,
    /,
    question: str | None,
    folder: Path,
    format_: str,
    evidence: bool,
    sentences: bool,
    limit: int | None,
    output: Path | None,
    **parameters: str | bool | None,
) -> None:
    """Ask a named QUESTION; without a name, list the questions.

    A parameter narrows the answer: a name as people write it, an acronym, or an IRI. JSON always carries the words.

    \b
    Examples:
      kg ask
      kg ask co-chairs --meeting "third EU-UN dialogue" --evidence
      kg ask holders --post "Counter-Terrorism Coordinator" --format csv
    """
    from kg.api import open as open_graph

    if question is None:
        if format_ not in ("table", "json", "csv"):
            raise UsageError(f"expected a question to print as {format_}; their list is a table, json or csv")
        write(_listing(format_, output), output)
        return
    given = {
        name: "true" if value is True else str(value)
        for name, value in parameters.items()
        if value not in (None, False)
    }
    with open_graph(folder) as graph:
        answer = graph.ask(question, **given).first(limit)
        if sentences and format_ != "json":
            answer = read_on(answer, graph)
    write(_rendered(answer, format_, evidence=evidence or sentences, output=output), output)
    for note in answer.notes:
        manner.say(f"kg: {note}")
    for judged in answer.decided:
        manner.say(f"kg: judged {judged.line()}")
    if not answer.rows:
        asked = " ".join([question, *(f"--{spelt(name)} {quote(value)}" for name, value in given.items())])
        hint = "leave out or widen what narrows it" if given else "`kg ask` lists the other questions"
        manner.say(f"kg: nothing in {folder} answers {asked}; {hint}")
    if answer.truncated:
        manner.say(f"kg: {more_than(len(answer.rows))}")


def read_on(answer: "Answer", graph: "Graph") -> "Answer":
    """The answer with the sentences in which its words stand."""
    from dataclasses import replace

    rows = (
        row._replace(evidence=tuple(dict.fromkeys(graph.sentence(words) for words in row.evidence)))
        for row in answer.rows
    )
    return replace(answer, rows=tuple(rows))


def _rendered(answer: "Answer", format_: str, *, evidence: bool, output: Path | None) -> str:
    from kg.rendering.plain import answer_as_csv, answer_as_json

    if format_ == "json":
        return answer_as_json(answer)
    if format_ == "csv":
        return answer_as_csv(answer, evidence=evidence)
    if format_ in ("markdown", "turtle"):
        from kg.rendering.answers import answer_as_markdown, answer_as_turtle

        return answer_as_turtle(answer) if format_ == "turtle" else answer_as_markdown(answer, evidence=evidence)
    from kg.rendering.table import Page, answer_as_table

    return answer_as_table(answer, Page.of_terminal(colour=in_colour(output)), evidence=evidence)


def _listing(format_: str, output: Path | None) -> str:
    """The questions that can be asked, each with what it can be asked about."""
    from kg.questions import questions
    from kg.rendering.plain import as_csv, as_json

    if format_ == "json":
        return as_json([{"name": q.name, "summary": q.summary, "parameters": dict(q.parameters)} for q in questions()])
    header = ["question", "answers", "parameters"]
    rows = [[q.name, q.summary, " ".join(f"--{spelt(name)}" for name in q.parameters)] for q in questions()]
    if format_ == "csv":
        return as_csv(header, rows)
    from kg.rendering.table import Page, as_table

    return as_table(header, rows, Page.of_terminal(colour=in_colour(output)))
