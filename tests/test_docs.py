"""Documentation that cannot rot: every command in it is run, and what it is said to print is compared.

In a fenced ``console`` block a line that starts with ``$`` is a command; the lines after it are what it prints on
standard output; a line ``…`` stands for any number of lines.
"""

import doctest
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from kg.cli.group import COMMANDS

TOP = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/tutorial.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/decisions/README.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")
NOT_RUN_HERE = ("make ", "git ", "uv ", "source ")


def commands_of(page: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a page, with the lines that it is said to print."""
    for block in BLOCK.findall((TOP / page).read_text(encoding="utf-8")):
        lines = block.splitlines()
        while lines:
            command, *lines = lines
            assert command.startswith("$ "), f"{page}: expected a command, found {command!r}"
            printed = list(takewhile(lambda line: not line.startswith("$ "), lines))
            lines = lines[len(printed) :]
            yield command[2:], printed


def _pattern(lines: list[str]) -> str:
    return "".join(r"(?:.*\n)*" if line.strip() == "…" else re.escape(line) + r"\n" for line in lines)


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_every_command_prints_what_the_page_says(page: str, tmp_path: Path) -> None:
    shutil.copytree(TOP / "kg" / "sample", tmp_path / "kg" / "sample")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
    }
    ran = 0
    for command, printed in commands_of(page):
        if command.startswith(NOT_RUN_HERE):
            assert not printed
            continue
        ended = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0, f"{page}: {command}\n{ended.stderr}"
        assert re.fullmatch(_pattern(printed), ended.stdout), f"{page}: {command}\nprints\n{ended.stdout}"
        ran += 1
    assert ran


def test_python_of_the_readme(sample_graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(sample_graph, tmp_path / "graph")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(TOP / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert tried
    assert not failed


def test_readme_shows_every_command() -> None:
    shown = {command.split()[1] for command, _ in commands_of("README.md") if command.startswith("kg ")}
    assert shown >= set(COMMANDS)


def test_make_targets_named_in_the_pages_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", (TOP / page).read_text(encoding="utf-8")))
        assert named <= targets, page


@pytest.mark.parametrize(
    "page", sorted(p.relative_to(TOP).as_posix() for p in (*TOP.glob("*.md"), *TOP.glob("docs/**/*.md")))
)
def test_links_lead_somewhere(page: str) -> None:
    path = TOP / page
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{page}: {target}"


def test_reference_of_the_command_line_is_what_help_says() -> None:
    spec = importlib.util.spec_from_file_location("cli_reference", TOP / "tools" / "cli_reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (TOP / "docs" / "cli.md").read_text(encoding="utf-8") == module.reference(), "run `make docs`"


def test_every_decision_is_in_the_index() -> None:
    folder = TOP / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert records
    assert re.findall(r"\]\(([0-9][^)]*)\)", index) == records


def test_demo_prints_who_co_chaired_and_three_commands_that_work(tmp_path: Path) -> None:
    """The demo in a copy of the repository, as a newcomer has it."""
    copy = tmp_path / "copy"
    for folder in ("kg/sample", "tools"):
        shutil.copytree(TOP / folder, copy / folder)
    (copy / ".venv").mkdir()
    (copy / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    demo = subprocess.run(
        [copy / "tools" / "demo"], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert demo.returncode == 0, demo.stderr
    for words in (
        "Joanneke Balfourt",
        "Director for Security and Defence Policy",
        "European External Action Service",
        "Vladimir Voronkov",
        "Under-Secretary-General",
        "Office of Counter-Terrorism",
        "2020-12-02",
        "“",
        "Third EU-UN dialogue on counter-terrorism, 2020-12-03",
    ):
        assert words in " ".join(demo.stdout.split()), words
    assert "14/14" in demo.stderr
    tries = [line.strip() for line in demo.stdout.splitlines() if line.startswith("  .venv/bin/kg ")]
    assert len(tries) == 3
    for command in tries:
        ended = subprocess.run(["bash", "-c", command], cwd=copy, capture_output=True, encoding="utf-8", check=False)
        assert ended.returncode == 0, f"{command}\n{ended.stderr}"
        assert ended.stdout or " -o " in command
