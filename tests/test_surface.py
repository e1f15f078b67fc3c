"""The names that other people's programs rely on."""

import os
import subprocess
import sys

import pytest

import kg


def test_the_public_names() -> None:
    assert kg.__all__ == ["Answer", "Document", "Graph", "KgError", "Summary", "build", "open", "sample"]
    assert kg.__all__ == sorted(kg.__all__)
    assert dir(kg) == kg.__all__


@pytest.mark.parametrize("name", kg.__all__)
def test_each_name_is_there(name: str) -> None:
    assert getattr(kg, name) is not None


def test_another_name_is_told_what_there_is() -> None:
    with pytest.raises(AttributeError, match=r"module 'kg' has no attribute 'load'; it has Answer, .*sample"):
        kg.load  # noqa: B018 - the look-up is what is tested


def test_importing_kg_loads_nothing_heavy() -> None:
    script = "import sys, kg; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True, env=bare)
    modules = ended.stdout.split()
    heavy = {"click", "networkx", "oxrdflib", "pyoxigraph", "pyshacl", "rdflib", "rich", "sqlite3", "yaml"}
    assert heavy.isdisjoint(modules)


def test_a_star_gives_the_public_names() -> None:
    names: dict[str, object] = {}
    exec("from kg import *", names)  # noqa: S102 - what a notebook does
    assert set(kg.__all__) <= names.keys()
