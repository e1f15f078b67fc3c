"""Every way a call can end: one line, one documented exit code, no traceback unless asked for."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from kg.cli.group import COMMANDS, commands


def test_help_is_cheap_and_says_where_to_start(script: Any) -> None:
    ended = script("--help")
    assert ended.code == 0
    assert ended.err == ""
    for name, summary in COMMANDS.items():
        assert f"{name}  " in ended.out
        assert summary in ended.out
    assert "kg build DOCUMENTS" in ended.out
    assert "Exit codes" in ended.out


@pytest.mark.parametrize(
    ("call", "needs"),
    [("from kg.cli import run; run(['build', '--nope'])", "click"), ("from kg.__main__ import main; main()", "kg")],
    ids=["a usage error", "help"],
)
def test_what_comes_first_imports_nothing_heavy(call: str, needs: str) -> None:
    code = f"import sys; sys.argv = ['kg', '--help']; {call}; print(*sorted(sys.modules))"
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=bare)
    modules = set(ended.stdout.splitlines()[-1].split())
    heavy = {"rich", "rdflib", "pyoxigraph", "pyshacl", "networkx", "yaml", "sqlite3", "kg.pipeline", "kg.questions"}
    others = {f"kg.cli.{name}" for name in COMMANDS if name != "build"}
    assert needs in modules
    assert not modules & (heavy | others)
    assert ("click" in modules) == (needs == "click")


SERVING = ("mcp", "serve")
"""Commands that answer others and write no file."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_summary_examples_and_the_shared_options(kg: Any, name: str) -> None:
    command = commands.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.name == name
    assert command.short_help == COMMANDS[name]
    page = kg(name, "--help")
    assert page.code == 0
    assert f"  kg {name}" in page.out.partition("Example")[2]
    writes = () if name in SERVING else ("--output",)
    for option in ("--quiet", "--debug", "--help", *writes):
        assert option in page.out


def test_version(kg: Any) -> None:
    assert kg("--version").out == f"kg {version('ct-kg')}\n"


def test_no_arguments_show_the_help(kg: Any) -> None:
    ended = kg()
    assert ended.code == 2
    assert "Commands:" in ended.out + ended.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["buidl", "x"], "kg: No such command 'buidl'. Did you mean 'build'? See 'kg --help'."),
        (["build"], "kg: expected DOCUMENTS…, found nothing. See 'kg build --help'."),
        (["query"], "kg: expected 'SPARQL'|FILE.rq|-, found nothing. See 'kg query --help'."),
        (["ask", "led", "--limit", "x"], "kg: --limit: expected a whole number of 1 or more, found 'x'. See"),
        (["ask", "led", "--official", "A", "--official", "B"], "--official: expected one value, found 'A' and 'B'"),
        (
            ["export", "--format", "rdfxml"],
            "'rdfxml' is not one of 'turtle', 'trig', 'nquads'. See 'kg export --help'.",
        ),
        (["--nope"], "kg: No such option '--nope'."),
        (["build", "x", "--published", "yesterday"], "expected YYYY, YYYY-MM or YYYY-MM-DD, found 'yesterday'"),
        (["build", "x", "--published", "2021-02-30"], "expected a date of the calendar"),
        (["build", "x", "--workers", "0"], "kg: --workers: expected a whole number of 1 or more, found '0'"),
        (["network", "betweeness"], "is not one of"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(kg: Any, arguments: list[str], says: str) -> None:
    ended = kg(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert says in ended.one_line()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug: opening a graph raises what nobody foresaw."""

    def fail(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError("one\ntwo")

    monkeypatch.setattr("kg.api.open", fail)


@pytest.mark.usefixtures("broken")
def test_a_bug_says_that_it_is_one(kg: Any) -> None:
    ended = kg("export")
    assert ended.code == 4
    assert ended.one_line().startswith("kg: this is a bug of ct-kg, please report it: ZeroDivisionError: one two")


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("arguments", [("--debug", "export"), ("export", "--debug")])
def test_debug_shows_the_traceback(kg: Any, arguments: tuple[str, ...]) -> None:
    ended = kg(*arguments)
    assert "Traceback (most recent call last)" in ended.err
    assert ended.err.splitlines()[-1].startswith("kg: this is a bug")


def test_interrupt_is_one_line_and_130(kg: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.api.open", interrupt)
    ended = kg("export")
    assert ended.code == 130
    assert ended.err.strip() == "kg: interrupted"


def test_a_reader_that_leaves_is_no_error(sample_graph: Path) -> None:
    script = f'"{sys.executable}" -m kg export --graph "$1" | head -c 10 | wc -c; exit "${{PIPESTATUS[0]}}"'
    ended = subprocess.run(
        ["bash", "-c", script, "-", str(sample_graph)], capture_output=True, encoding="utf-8", check=False
    )
    assert ended.stdout.strip() == "10"
    assert ended.stderr == ""
    assert ended.returncode in (0, 141)


def test_output_is_utf_8_whatever_the_locale(script: Any, sample_graph: Path) -> None:
    ended = script("export", "--graph", sample_graph, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ended.code == 0
    assert "Michèle" in ended.out


def test_completion_offers_commands(script: Any) -> None:
    ended = script(_KG_COMPLETE="bash_complete", COMP_WORDS="kg ex", COMP_CWORD="1")
    assert ended.out.split() == ["plain,extract", "plain,export"]
