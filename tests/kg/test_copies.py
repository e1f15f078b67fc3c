"""One release on several sites: found, linked, counted, and said once; each can go without the others."""

import itertools
import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.cli import run
from kg.copies import Sketch, originals, sketch_of
from kg.ledger import Ledger
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.pipeline import build
from kg.store import open_current, quads

TEXT = (
    "Lisbon, 4 May 2021\n\nMs. Ada Nkemelu, Director of the Port Office, chaired the third meeting of the Harbour "
    "Council today. Mr. Bob Cole, Minister of Norland, took part. The Council spoke of the safety of ships and of "
    "those who work on them, and of what its members had done in the past two years. It agreed to meet again in Oslo "
    "in the spring, and thanked the city of Lisbon for all that it had done to make the meeting a success."
)
NEAR = f"{TEXT}\n\nMs. Eve Dean, Ambassador of Norland, hosted the meeting."
OTHER = TEXT.replace("third", "fourth").replace("2021", "2023")
SITES = ("https://one.example.org/r", "https://two.example.org/news", "https://three.example.org/x")


def _document(key: str, text: str, published: str | None = None) -> Document:
    date = PartialDate.parse(published) if published else None
    return Document(text, "0" * 64, key, url=f"https://example.org/{key}", published=date)


def _found(documents: Iterable[Document]) -> dict[str, str]:
    sketches = {document.key: sketch_of(document) for document in documents}
    assert all(Sketch.parse(each.text()) == each for each in sketches.values())
    return originals(sketches.values(), sketches.__getitem__)


def _originals(*documents: Document) -> dict[str, str]:
    return {key.rpartition("/")[2]: first.rpartition("/")[2] for key, first in _found(documents).items()}


def test_the_same_text_and_nearly_the_same_are_versions_of_the_earliest() -> None:
    first, same, near = (
        _document("b", TEXT, "2021-05-04"),
        _document("a", TEXT.replace("\n", " "), "2022-01-01"),
        _document("c", NEAR, "2021-05-06"),
    )
    assert _originals(same, near, first) == {"a": "b", "c": "b"}


def test_without_dates_the_first_by_address_is_the_original() -> None:
    assert _originals(_document("b", TEXT), _document("a", NEAR), _document("c", TEXT)) == {"b": "a", "c": "a"}


def test_much_alike_and_long_apart_are_two_releases() -> None:
    assert _originals(_document("a", TEXT, "2021-05-04"), _document("b", OTHER, "2023-05-04")) == {}
    assert _originals(_document("a", TEXT, "2021-05"), _document("b", NEAR, "2021-07-03")) == {"b": "a"}


def test_two_short_notes_are_copies_only_if_they_are_the_same() -> None:
    assert _originals(_document("a", "The Council met."), _document("b", "The Council met!")) == {"b": "a"}
    assert _originals(_document("a", "The Council met."), _document("b", "The Council did meet.")) == {}


@settings(max_examples=40)
@given(st.permutations([(key, text) for key in "abcd" for text in (TEXT, NEAR, OTHER)][:9]), st.integers(0, 9))
def test_the_order_of_documents_makes_no_difference_and_no_version_has_versions(
    texts: list[tuple[str, str]], number: int
) -> None:
    documents = [_document(f"{key}{len(text)}", text) for key, text in dict.fromkeys(texts)]
    found = _found(documents)
    assert found == _found(random.Random(number).sample(documents, len(documents)))  # noqa: S311
    assert not set(found) & set(found.values())


def test_no_two_documents_of_the_sample_and_the_corpus_are_copies(top: Path) -> None:
    paths = [*sorted((top / "kg" / "sample").glob("*.txt")), *sorted((top / "tests" / "corpus").glob("*.txt"))]
    documents = {path.name: _document(path.name, path.read_text(encoding="utf-8")) for path in paths}
    assert len(documents) > 30
    assert _found(documents.values()) == {}


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """One release on three sites, one of them with a sentence more, and another release."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for number, (url, text) in enumerate(zip(SITES, (TEXT, TEXT, NEAR), strict=True), 1):
        (docs / f"{number}.txt").write_text(text)
        (docs / f"{number}.meta.toml").write_text(f'url = "{url}"\npublished = "2021-05-0{number + 3}"')
    (docs / "other.txt").write_text("Oslo, 5 May 2022\n\nMr. Max Moe, Minister of Soland, hosted the Reef Council.")
    return docs


def _quads(graph: Path) -> list[str]:
    with open_current(graph) as version:
        return list(quads(version))


def _rows(graph: Path, official: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, list[dict[str, str]]]]:
    capsys.readouterr()
    assert run(["ask", "took-part", "--graph", str(graph), "--official", official, "--format", "json"]) == 0
    rows: list[dict[str, list[dict[str, str]]]] = json.loads(capsys.readouterr().out)["rows"]
    return rows


def test_one_release_on_three_sites_is_one_piece_of_evidence_with_three_addresses(
    sites: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = build([sites], tmp_path / "graph")
    assert (summary.admitted, summary.versions, summary.exit_code) == (4, 2, 0)
    assert summary.to_plain()["versions"] == 2
    (row,) = _rows(tmp_path / "graph", "Nkemelu", capsys)
    assert {words["title"] for words in row["evidence"]} == {"Lisbon, 4 May 2021"}
    assert len({words["document"] for words in row["evidence"]}) == 1
    assert {tuple(words["also"]) for words in row["evidence"]} == {tuple(sorted(SITES[1:]))}
    (row,) = _rows(tmp_path / "graph", "Dean", capsys)  # what only the third site says is not lost
    assert len({words["document"] for words in row["evidence"]}) == 1


def test_the_build_says_how_many_are_copies(sites: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", str(sites), "--graph", str(tmp_path / "graph")]) == 0
    assert "4 admitted" in (said := capsys.readouterr().err)
    assert "2 copies" in said


@pytest.mark.parametrize("gone", [each for size in (1, 2) for each in itertools.combinations((1, 2, 3), size)])
def test_removing_one_copy_leaves_the_graph_that_never_had_it(
    gone: tuple[int, ...], sites: Path, tmp_path: Path
) -> None:
    build([sites], tmp_path / "graph")
    with Ledger(tmp_path / "graph") as ledger:
        for number in gone:
            assert ledger.remove(SITES[number - 1])
    for number in gone:
        (sites / f"{number}.txt").unlink()
    build([sites], tmp_path / "graph")
    build([sites], tmp_path / "never")
    assert _quads(tmp_path / "graph") == _quads(tmp_path / "never")
