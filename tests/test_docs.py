"""Documentation that cannot rot: every command in it is run, and what it is said to print is compared."""

import doctest
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.cli.group import COMMANDS

TOP = Path(__file__).resolve().parent.parent
ALL_PAGES = sorted(path.relative_to(TOP).as_posix() for path in (*TOP.glob("*.md"), *TOP.glob("docs/**/*.md")))
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _pages() -> ModuleType:
    """The tool that writes the pages; tools are no package."""
    spec = importlib.util.spec_from_file_location("pages", TOP / "tools" / "pages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


pages = _pages()


def _text(page: str) -> str:
    return (TOP / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", pages.RUN)
def test_every_command_prints_what_the_page_says(page: str, tmp_path: Path) -> None:
    assert any(command.startswith("kg ") for command in pages.commands_of(_text(page)))
    assert pages.rerun(_text(page), tmp_path) == _text(page), "run `make docs`, and look at what changed"


def test_reference_of_the_command_line_is_what_help_says() -> None:
    assert pages.reference() == _text(pages.REFERENCE), "run `make docs`"


def test_page_of_questions_is_what_their_headers_say() -> None:
    assert pages.unprinted(_text(pages.QUESTIONS)) == pages.questions_page(), "run `make docs`"


def test_the_headers_of_questions_are_written_down_as_they_are() -> None:
    assert pages.headers() == pages.HEADERS.read_text(encoding="utf-8"), "run `make docs`"


def test_help_page_is_what_help_says() -> None:
    assert pages.help_page() == _text(pages.HELP), "run `make docs`"


def test_python_of_the_readme(sample_graph: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_graph, tmp_path / "graph")
    lines = "\n".join(PYTHON.findall(_text("README.md")))
    example = doctest.DocTestParser().get_doctest(lines, {}, "README.md", "README.md", 0)
    assert example.examples
    assert not doctest.DocTestRunner().run(example).failed


def test_readme_shows_every_command() -> None:
    commands = pages.commands_of(_text("README.md"))
    shown = {name for command in commands for name in re.findall(r"(?:^|\| )kg ([a-z]+)", command)}
    assert shown >= set(COMMANDS)


def test_make_targets_named_in_the_pages_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in ALL_PAGES:
        named = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", (TOP / page).read_text(encoding="utf-8")))
        assert named <= targets, page


@pytest.mark.parametrize("page", ALL_PAGES)
def test_links_lead_somewhere(page: str) -> None:
    path = TOP / page
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{page}: {target}"


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
