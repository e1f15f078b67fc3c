"""The rules of the house that no other tool keeps."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).resolve().parent.parent
REQUIREMENTS = sorted((TOP / "requirements").glob("*.txt"))


@pytest.mark.parametrize(("in_ci", "outcome"), [("true", "1 failed, 1 skipped"), ("", "2 skipped")])
def test_in_continuous_integration_a_skip_needs_a_listed_reason(tmp_path: Path, in_ci: str, outcome: str) -> None:
    (tmp_path / "tests").mkdir()
    for name in ("conftest.py", "allowed_skips.txt"):
        (tmp_path / "tests" / name).write_bytes((TOP / "tests" / name).read_bytes())
    (tmp_path / "tests" / "test_skipping.py").write_text(
        "import pytest\n\n"
        "def test_listed(shared):\n    pass\n\n"
        "def test_not_listed():\n    pytest.skip('no time today')\n",
        encoding="utf-8",
    )
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=tmp_path, env={**os.environ, "CI": in_ci}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert outcome in ended.stdout
    assert ("no time today" in ended.stdout) == bool(in_ci)


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_are_pinned_with_hashes_and_name_no_index(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][\w.-]*==\S+", text, re.MULTILINE)
    assert pins
    assert text.count(" \\\n    --hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "index" not in text


def test_requirements_hold_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    names = {re.split(r"[^A-Za-z0-9-]", requirement)[0].lower() for requirement in asked}
    pinned = re.findall(r"^([a-z0-9][\w.-]*)==", (TOP / "requirements" / "dev.txt").read_text("utf-8"), re.MULTILINE)
    assert names <= set(pinned), "run `make requirements`"
    needed = {re.split(r"[^A-Za-z0-9-]", requirement)[0].lower() for requirement in project["dependencies"]}
    core = re.findall(r"^([a-z0-9][\w.-]*)==", (TOP / "requirements" / "core.txt").read_text("utf-8"), re.MULTILINE)
    assert needed <= set(core), "run `make requirements`"


def test_no_committed_file_names_a_machine() -> None:
    files = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, check=False)
    if files.returncode:
        pytest.skip("not a git clone")
    machine = re.compile(rb"(?<![\w.~])/(?:root|home/\w+|Users/\w+)/" + b"|" + re.escape(os.fsencode(TOP)) + b"/")
    found = [
        name.decode()
        for name in files.stdout.split(b"\0")
        if name and (TOP / os.fsdecode(name)).is_file() and machine.search((TOP / os.fsdecode(name)).read_bytes())
    ]
    assert not found


def _contracts() -> list[dict[str, Any]]:
    return tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_the_floors_are_told_as_they_are_kept(page: str) -> None:
    floors = next(each["layers"] for each in _contracts() if each["type"] == "layers")
    told = (TOP / page).read_text("utf-8")
    kept = {name for floor in floors for name in re.findall(r"\w+", floor)} - {"__main__"}
    assert {name for name in kept if not re.search(rf"\b{name}\b", told)} == set()


def test_each_choice_of_a_library_is_told() -> None:
    chosen = {name for each in _contracts() for name in each.get("forbidden_modules", ())} - {"mcp_types"}
    told = (TOP / "docs" / "architecture.md").read_text("utf-8")
    assert {name for name in chosen if f"`{name}`" not in told} == set()
