"""Print the reference of the command line, ``docs/cli.md``, from what ``--help`` says.

``make docs`` writes it; a test compares.
"""

import sys

import click

from kg.cli.group import COMMANDS, commands

HEAD = """# Command line

What `--help` says, command by command. `make docs` writes this page.

Data goes to standard output, talk to standard error, `-` is a pipe. Errors are one line: what was expected, what was
found, where, what to do. With `--debug` the traceback comes before it.

| exit code | means |
|---|---|
| 0 | all went well; `kg validate`: the graph conforms |
| 1 | nothing could be done; `kg validate`: there are violations |
| 2 | the call is wrong: an unknown command, option, question, parameter or format |
| 3 | some documents were set aside, the others are in the graph |
| 4 | it could not run: the shapes, or a bug of ours |
| 130 | interrupted (Ctrl-C) |
| 141 | nobody read the output any more (`kg … \\| head`) |

| variable | means |
|---|---|
| `KG_GRAPH` | the graph folder, where `--graph` is not given; without both, `./graph` |
| `KG_PROGRESS` | `1`: show progress even where standard error is no terminal |
| `KG_DOCUMENT_TIMEOUT`, `KG_DOCUMENT_MEMORY` | what reading one document may take: seconds, bytes (`512MiB`) |
| `KG_QUERY_TIMEOUT`, `KG_QUERY_MEMORY` | what one query may take |
| `COLUMNS`, `NO_COLOR` | the width of tables; no colour |

CSV: a cell that starts with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe before it, so that no spreadsheet
computes it; control and direction characters are printed in visible form. JSON says the same values untouched.

Completion: `eval "$(_KG_COMPLETE=bash_source kg)"`; likewise `zsh_source` and `fish_source`.
"""


def reference() -> str:
    """The whole page."""
    top = click.Context(commands, info_name="kg", max_content_width=100, terminal_width=100)
    parts = [HEAD, _section("kg", commands.get_help(top))]
    for name in COMMANDS:
        command = commands.get_command(top, name)
        assert command is not None
        ctx = click.Context(command, info_name=name, parent=top, max_content_width=100, terminal_width=100)
        parts.append(_section(f"kg {name}", command.get_help(ctx)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
