"""From a quotation back to what was published: the page of a PDF, the element of HTML, the sentence around it."""

import json
import shutil
from pathlib import Path

import pytest

from kg.cli import run
from kg.loaders import load

PDF, HTML = "ct19-geneva-focal-points-2013.pdf", "ct21-osce-conference-2021.html"


@pytest.fixture(scope="module")
def graph(top: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one PDF and one page of HTML."""
    folder = tmp_path_factory.mktemp("places")
    for name in (PDF, HTML):
        shutil.copy(top / "tests" / "corpus" / name, folder)
    assert run(["build", str(folder), "--graph", str(folder / "graph"), "--quiet"]) == 0
    return folder / "graph"


def _evidence(graph: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run([*arguments, "--graph", str(graph), "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    answers = [answer for section in said for answer in section["answers"]] if isinstance(said, list) else [said]
    return [words for answer in answers for row in answer["rows"] for words in row["evidence"]]


def test_every_quotation_of_a_pdf_names_its_page_and_of_html_its_element(
    graph: Path, top: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = {name: load((top / "tests" / "corpus" / name).read_bytes(), name) for name in (PDF, HTML)}
    found = _evidence(graph, capsys, "ask", "words")
    paged = [words for words in found if words["page"] is not None]
    placed = [words for words in found if "element" in words]
    assert len(paged) > 5
    assert len(placed) > 5
    assert len(paged) + len(placed) == len(found)
    for words in paged:
        assert documents[PDF].page_at(int(str(words["start"]))) == words["page"]
    for words in placed:
        assert documents[HTML].element_at(int(str(words["start"]))) == words["element"]


def test_the_page_is_printed_beside_the_words(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["ask", "words", "--graph", str(graph), "--evidence"]) == 0
    assert "page 1" in " ".join(capsys.readouterr().out.split())


def test_show_prints_the_words_in_their_context(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (first, *_) = _evidence(graph, capsys, "ask", "took-part")
    name = str(_taker(graph, capsys))
    alone = _evidence(graph, capsys, "show", name)
    around = _evidence(graph, capsys, "show", name, "--evidence")
    assert sum(len(str(words["quote"])) for words in around) > sum(len(str(words["quote"])) for words in alone)
    assert {words["document"] for words in around} == {words["document"] for words in alone}
    assert first["quote"]


def _taker(graph: Path, capsys: pytest.CaptureFixture[str]) -> object:
    """The first who took part in something."""
    capsys.readouterr()
    assert run(["ask", "took-part", "--graph", str(graph), "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)["rows"][0]
    return next(value for column, value in row.items() if column.endswith("_label") and column != "meeting_label")
