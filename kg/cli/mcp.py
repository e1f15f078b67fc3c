"""``kg mcp``: the graph as tools of an assistant, over standard input and output."""

from pathlib import Path

import click

from kg.cli import options
from kg.cli.manner import Manner
from kg.errors import UsageError


@click.command("mcp", short_help="Serve the questions as tools of an assistant (MCP).")
@options.graph
@options.talking
@click.pass_obj
def command(manner: Manner, folder: Path) -> None:
    """Serve the graph as tools of an assistant: the Model Context Protocol over standard input and output.

    The tools read only: questions, ask, search, show, evidence. Every row carries the words of the documents, so that
    the assistant can quote. Started by the assistant's program, not by hand.

    \b
    Examples (a call, and the settings of an assistant):
      kg mcp --graph ct
      {"mcpServers": {"ct-kg": {"command": "kg", "args": ["mcp", "--graph", "/path/to/graph"]}}}
    """
    try:
        from kg.mcp import server
    except ModuleNotFoundError as error:
        raise UsageError(
            f"`kg mcp` needs the package {error.name}, which is not installed: pip install 'ct-kg[mcp]'"
        ) from None
    made = server(folder)
    manner.say(f"kg: {folder} as tools of an assistant, on standard input and output")
    made.run("stdio")
