"""Removing documents: by whatever people call them, and without a byte left behind."""

import json
from pathlib import Path

import pytest

from kg.errors import NotFound, UsageError
from kg.iris import Base
from kg.pipeline import build
from kg.removal import remove
from kg.store import open_current, quads

STAYS = """Norland and the Northern League meet

Lund, 4 May 2031 – Ms Ada Lindqvist, Director of the Harbour Board, met Mr Ivar Brekk, Coordinator of the Safety Office.
"""
GOES = """Quennelvar talks in Lund

Lund, 6 June 2031 – Ms Zephyrine Quennelvar, Director of the Tolmount Bureau, met Mr Ivar Brekk in Xanthorp.
"""
URL = "https://league.example/releases/quennelvar"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    folder.mkdir()
    (folder / "stays.txt").write_text(STAYS, "utf-8")
    (folder / "goes.txt").write_text(GOES, "utf-8")
    (folder / "goes.meta.toml").write_text(f'url = "{URL}"\n', "utf-8")
    return folder


def _bytes(graph: Path) -> bytes:
    with open_current(graph) as version:
        return "".join(quads(version)).encode()


def _holds(graph: Path, words: str) -> list[Path]:
    """The files of a folder in which these words stand."""
    return [path for path in graph.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


NAMES = [
    "releases/goes.txt",
    "goes.txt",
    "goes",
    URL,
    Base().document(URL),
    f"<{Base().graph(URL)}>",
    Base().document(URL).removeprefix(Base().iri),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_goes_by_any_of_its_names(documents: Path, tmp_path: Path, name: str) -> None:
    graph, never = tmp_path / "graph", tmp_path / "never"
    build([documents], graph)
    assert remove([name], graph).documents == ("goes.txt",)
    build([documents / "stays.txt"], never)
    assert _bytes(graph) == _bytes(never)


def test_no_byte_of_it_is_left_under_the_folder(documents: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    build([documents], graph)
    own = ("Quennelvar", "quennelvar", "Zephyrine", "Tolmount", "Xanthorp", URL, "goes")
    assert all(_holds(graph, words) for words in own)  # else the test below would say nothing
    remove(["goes"], graph)
    assert [words for words in own if _holds(graph, words)] == []
    assert _holds(graph, "Lindqvist")


def test_what_could_not_be_read_can_be_removed_too(documents: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    (documents / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    assert [each.document for each in build([documents], graph).set_aside] == ["broken.pdf"]
    remove(["broken"], graph)
    assert _holds(graph, "broken") == []


def test_an_unknown_or_ambiguous_name_removes_nothing(documents: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    (documents / "stays.md").write_text(GOES, "utf-8")
    build([documents], graph)
    before = _bytes(graph)
    with pytest.raises(NotFound, match="expected a document of this graph"):
        remove(["goes", "nowhere"], graph)
    with pytest.raises(UsageError, match="found several that are called 'stays'"):
        remove(["stays"], graph)
    assert _bytes(graph) == before


def test_the_command_says_what_went(documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kg.cli import run

    graph = tmp_path / "graph"
    build([documents], graph)
    assert run(["remove", "goes", "--graph", str(graph), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {"removed": ["goes.txt"], "held": False}
    assert "1 removed: goes.txt" in err
    assert run(["remove", "goes", "--graph", str(graph)]) == 2
