"""Write the pages anew: what each command of a ``console`` block prints, the reference of the command line, its help.

``make docs`` runs it; ``tests/test_docs.py`` compares. In a ``console`` block a line that starts with ``$`` is a
command, and the lines after it are what it prints on standard output. Commands that set something up (make, git, uv …)
are not run. The commands of one page run in one folder, which has the sample documents in ``kg/sample``.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import click

from kg.cli.group import COMMANDS, commands
from kg.questions import Question, questions
from kg.questions.parameters import spelt
from kg.questions.question import HEADERS, headers

TOP = Path(__file__).resolve().parent.parent
RUN = ("README.md", "docs/tutorial.md", "docs/network.md", "docs/questions.md")
QUESTIONS = "docs/questions.md"
REFERENCE = "docs/cli.md"
HELP = "kg/cli/help.txt"
NOT_RUN = ("make ", "git ", "uv ", "source ", "cd ", "kg serve")
_SETTINGS = {"help_option_names": commands.context_settings["help_option_names"]}
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)

_HEAD = """# Command line

What `--help` says, command by command. `make docs` writes this page.

Data goes to standard output, talk to standard error, `-` is a pipe. Errors are one line: what was expected, what was
found, where, what to do. With `--debug` the traceback comes before it.

| exit code | means |
|---|---|
| 0 | all went well; `kg validate`: the graph conforms |
| 1 | nothing could be done; `kg validate`: there are violations |
| 2 | the call is wrong: an unknown command, option, question, name or format; no such file or graph; no SPARQL |
| 3 | some documents were set aside, the others are in the graph |
| 4 | it could not run: the shapes, or RDF that cannot be parsed, or a bug of ours |
| 130 | interrupted (Ctrl-C) |
| 141 | nobody read the output any more (`kg … \\| head`) |

| variable | means |
|---|---|
| `KG_GRAPH` | the graph folder, where `--graph` is not given; without both, `./graph` |
| `KG_PROGRESS` | `1`: show progress even where standard error is no terminal |
| `KG_DOCUMENT_TIMEOUT`, `KG_DOCUMENT_MEMORY` | what reading one document may take: seconds, bytes (`512MiB`) |
| `KG_DOCUMENT_BYTES` | the most bytes that a document may have |
| `KG_QUERY_TIMEOUT`, `KG_QUERY_MEMORY` | what one query may take |
| `KG_VALIDATION_TIMEOUT`, `KG_VALIDATION_MEMORY` | what checking RDF from outside may take |
| `KG_JUDGEMENTS` | the file of judgements, where `--judgements` is not given |
| `KG_SERVE_…` | what a server may take and give: [serve](serve.md) |
| `COLUMNS`, `NO_COLOR` | the width of tables; no colour |

CSV: a cell that starts with `=`, `+`, `-`, `@`, a tab or a return gets an apostrophe before it, so that no spreadsheet
computes it, and control and direction characters are printed in visible form. JSON says the same values untouched. What
`kg query` prints in a W3C format is what the standard says, and nothing else.

Completion: `eval "$(_KG_COMPLETE=bash_source kg)"`; likewise `zsh_source` and `fish_source`.
"""


def help_page() -> str:
    """What ``kg --help`` says, for a terminal of 80 columns."""
    return commands.get_help(click.Context(commands, info_name="kg", terminal_width=80, **_SETTINGS)) + "\n"


def reference() -> str:
    """The reference of the command line, from what ``--help`` says."""
    top = click.Context(commands, info_name="kg", terminal_width=100, **_SETTINGS)
    parts = [_HEAD, _section("kg", commands.get_help(top))]
    for name in COMMANDS:
        command = commands.get_command(top, name)
        assert command is not None
        ctx = click.Context(command, info_name=name, parent=top, terminal_width=100)
        parts.append(_section(f"kg {name}", command.get_help(ctx)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


_QUESTIONS = """# Questions

What `kg ask` can be asked, question by question: what it answers, what it can be asked about, and one answer on the
sample documents. `make docs` writes this page from the headers of `queries/*.rq`.

Names are looked up as people type them: in any order and case, without diacritics, by acronym, number, year, surname or
the beginnings of words; a slip of the pen that leaves one name is taken for it, and said. A name that means several is
answered for all of them, and said; one that means more than a hundred is refused. `--since` and `--until` take a day, a
month or a year, `--as-of` a day. Every answer says how sure each row is: `tier` (of the weakest claim in the best way
of saying it) and, where a day is asked, `grade` ([time](time.md)). `--evidence` shows the words; JSON always has them.
"""


def questions_page() -> str:
    """The page of questions, without what its commands print."""
    setting_up = "```console\n$ kg build kg/sample --quiet\n```\n"
    return "\n".join([_QUESTIONS, setting_up, *map(_question, questions())])


def _question(question: Question) -> str:
    asked = "\n".join(f"- `--{spelt(name)}`: {text}" for name, text in question.parameters.items())
    call = " ".join(filter(None, ("$ kg ask", question.name, question.example, "--limit 3")))
    about = textwrap.fill(f"*{question.summary}.* {question.description}", 116)
    return f"## {question.name}\n\n{about}\n\n{asked}\n\n```console\n{call}\n```\n"


def unprinted(text: str) -> str:
    """A page without what its commands print."""
    return _BLOCK.sub(lambda found: "```console\n" + "".join(f"$ {c}\n" for c, _ in _calls(found[1])) + "```", text)


def commands_of(text: str) -> Iterator[str]:
    """The commands of a page."""
    for block in _BLOCK.findall(text):
        yield from (command for command, _ in _calls(block))


def rerun(text: str, folder: Path) -> str:
    """The page with what its commands print now, run in ``folder``."""
    shutil.copytree(TOP / "kg" / "sample", folder / "kg" / "sample")
    return _BLOCK.sub(lambda found: f"```console\n{''.join(_again(found[1], folder))}```", text)


def _again(block: str, folder: Path) -> Iterator[str]:
    for command, printed in _calls(block):
        yield f"$ {command}\n"
        yield printed if f"{command} ".startswith(NOT_RUN) else _printed(command, folder)


def _calls(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with what it is said to print."""
    lines = block.splitlines()
    while lines:
        command, *lines = lines
        assert command.startswith("$ "), f"expected a line with `$ COMMAND`, found {command!r}"
        printed = list(takewhile(lambda line: not line.startswith("$ "), lines))
        lines = lines[len(printed) :]
        yield command[2:], "".join(f"{line}\n" for line in printed)


def _printed(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    ended = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, f"{command}\n{ended.stderr}"
    return ended.stdout


def main() -> None:
    """Write all pages that are made."""
    HEADERS.write_text(headers(), encoding="utf-8")
    (TOP / QUESTIONS).write_text(questions_page(), encoding="utf-8")
    for page in RUN:
        with tempfile.TemporaryDirectory() as folder:
            text = rerun((TOP / page).read_text(encoding="utf-8"), Path(folder))
        (TOP / page).write_text(text, encoding="utf-8")
    (TOP / REFERENCE).write_text(reference(), encoding="utf-8")
    (TOP / HELP).write_text(help_page(), encoding="ascii")


if __name__ == "__main__":
    main()
