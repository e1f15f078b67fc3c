"""The commands by name: what each is for, in one line. Its module is imported only when it is called."""

from importlib import import_module
from typing import Any

import click

from kg.cli.options import talking

COMMANDS = {
    "fetch": "Fetch the documents that a manifest lists, politely.",
    "build": "Read documents into a graph: extract, validate, load.",
    "ask": "Ask a named question; without a name, list the questions.",
    "show": "Show all that is known of an official, body, meeting or post.",
    "query": "Run a SPARQL query, read-only.",
    "extract": "Print the claims of documents, or how they were read.",
    "evaluate": "Compare what is read with annotations: precision, recall, F1.",
    "validate": "Check the graph, or any RDF file, against the shapes.",
    "export": "Write the graph as Turtle, TriG or N-Quads.",
    "review": "Decide on proposed merges; writes the judgement file.",
    "remove": "Remove documents from the graph, without a trace.",
    "network": "Measure and draw who takes part with whom.",
    "mcp": "Serve the questions as tools of an assistant (MCP).",
    "serve": "Serve the graph: pages, linked data, a SPARQL endpoint.",
}


class Commands(click.Group):
    """The group ``kg``: knows its commands by name, and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from the module of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but a mistyped name is told the nearest: click only knows commands it has imported."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise click.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in ``kg --help``, without importing a single command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, _: click.Parameter, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"kg {version('ct-kg')}")
        ctx.exit()


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
First steps:
  kg build DOCUMENTS            a file, a folder, several of each
  kg ask                        the questions that can be asked
  kg ask co-chairs --evidence   one of them, with the words behind each row

\b
Exit codes: 0 all went well, 1 nothing could be done, 2 the call is wrong,
3 some documents were set aside, 4 it could not run, 130 interrupted,
141 nobody read the output. kg validate: 0 conforms, 1 violations.
The graph is the folder --graph DIR, else $KG_GRAPH, else ./graph.
Completion: eval "$(_KG_COMPLETE=bash_source kg)", likewise zsh_source and fish_source.""",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
@talking
def commands() -> None:
    """A knowledge graph of the officials who run counter-terrorism, with the words behind every claim."""
