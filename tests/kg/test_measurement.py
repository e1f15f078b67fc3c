"""Annotated documents are found, read and compared."""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import pytest

from kg.errors import BadDate, NotFound, Unreadable, UsageError
from kg.evaluation import Counts, half_of
from kg.extraction import read
from kg.extraction.words.tables import without_bodies
from kg.measurement import measure, unread_in
from kg.model.text import Document

TEXT = "The Chair\n\nMs. Ada Nkemelu, Director of UNODC, spoke yesterday at the Lisbon Forum.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two annotated documents, one without annotation, one that no loader knows."""
    (tmp_path / "gold").mkdir()
    for name in ("one", "two", "page"):
        gold = {"id": name, "published": "2020-05-04", "people": [{"name": "Ada Nkemelu"}]}
        (tmp_path / "gold" / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    for name in ("one.txt", "two.txt", "three.txt", "page.xyz"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_documents_are_those_with_an_annotation_beside_them(folder: Path) -> None:
    measurement = measure([folder])

    assert [case.identifier for case in measurement.cases] == ["one", "two"]
    assert measurement.not_read == ("page",)
    assert measurement.counts()["one"]["people"] == Counts(1, 0, 0)


def test_the_annotation_gives_the_date_of_issue_where_the_text_has_none(folder: Path) -> None:
    (folder / "two.txt").write_text(f"Vienna, 3 March 2019\n\n{TEXT}", encoding="utf-8")
    one, two = (case.document for case in measure([folder]).cases)

    assert (str(one.published), one.published_from) == ("2020-05-04", "annotation")
    assert (str(two.published), two.published_from) == ("2019-03-03", "dateline")


def test_a_sidecar_says_the_date_of_issue_before_the_annotation(folder: Path) -> None:
    (folder / "one.meta.toml").write_text('published = "2018"', encoding="utf-8")

    assert str(measure([folder / "one.txt"]).cases[0].document.published) == "2018"


def test_the_halves_are_the_whole(folder: Path) -> None:
    halves = {half: [case.identifier for case in measure([folder], half=half).cases] for half in "ab"}

    assert sorted([*halves["a"], *halves["b"]]) == ["one", "two"]
    assert all(half_of(identifier) == half for half, identifiers in halves.items() for identifier in identifiers)


def test_half_b_is_its_two_parts(folder: Path) -> None:
    b1, b2 = (_ids(folder, part) for part in ("b1", "b2"))

    assert sorted([*b1, *b2]) == _ids(folder, "b")


def _ids(folder: Path, half: str) -> list[str]:
    return sorted(case.identifier for case in measure([folder], half=half).cases)


def test_without_bodies_no_body_is_known_and_afterwards_all_are_again() -> None:
    document = Document("The Director of UNODC met the Financial Action Task Force in Paris.", "0" * 64, "note")

    def rules() -> set[str]:
        return {claim.rule.partition("/")[0] for claim in read(document)}

    assert "body.known" in rules()
    with without_bodies():
        assert "body.known" not in rules()
    assert "body.known" in rules()


def test_what_cannot_be_measured_is_said(folder: Path, tmp_path: Path) -> None:
    (folder / "gold" / "one.gold.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(Unreadable, match=r"one\.gold\.json: expected an annotation"):
        measure([folder])
    (folder / "gold" / "one.gold.json").write_text('{"id": "one", "published": "May"}', encoding="utf-8")
    with pytest.raises(BadDate, match=r"one\.txt: .*YYYY"):
        measure([folder])
    with pytest.raises(NotFound, match="annotations beside them"):
        measure([folder / "three.txt"])
    other = folder / "other"
    (other / "gold").mkdir(parents=True)
    (other / "two.txt").write_text(TEXT, encoding="utf-8")
    (other / "gold" / "two.gold.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="two: expected one document of that name"):
        measure([folder])


def test_figures_are_the_same_every_time_and_fit_together(top: Path) -> None:
    folder = top / "kg" / "sample"
    plain = measure([folder]).to_plain(bootstrap=50, errors=True)

    assert json.dumps(plain) == json.dumps(measure([folder]).to_plain(bootstrap=50, errors=True))
    assert plain["documents"] == len(plain["per_document"]) == 14
    for name, figures in plain["layers"].items():
        for part in ("tp", "fp", "fn"):
            assert figures[part] == sum(layers[name][part] for layers in plain["per_document"].values())
        if figures["f1"] is not None:  # nothing annotated and nothing read
            assert figures["interval"][0] <= figures["f1"] <= figures["interval"][1]
    for name in ("people", "posts", "participations"):
        kinds = [row["kind"] for row in plain["errors"] if row["layer"] == name]
        assert (kinds.count("missed"), kinds.count("added")) == (
            plain["layers"][name]["fn"],
            plain["layers"][name]["fp"],
        )
        rules = [row for row in plain["rules"] if row["layer"] == name]  # of every tier: the lowest is not printed
        assert sum(row["wrong"] for row in rules) >= plain["layers"][name]["fp"]
    assert sum(row["sentences"] for row in plain["unread"]["reasons"]) == plain["unread"]["listed"]


def test_every_document_of_the_corpus_is_as_it_was_annotated(top: Path) -> None:
    folder = top / "tests" / "corpus"
    documents = {path.stem: path for path in folder.iterdir() if path.suffix not in (".md", ".tsv", "")}
    for path in sorted((folder / "gold").iterdir()):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = documents.pop(gold["id"])
        assert path.name == f"{gold['id']}.gold.json"
        assert hashlib.sha256(document.read_bytes()).hexdigest() == gold["sha256"], document.name
    assert not documents


def test_unread_sentences_of_a_graph(sample_graph: Path) -> None:
    found = list(unread_in(sample_graph))

    assert found
    assert all(row["words"] in " ".join(row["quote"].split()) for row in found)
    assert {row["sign"] for row in found} <= {"claim", "title", "verb", "names"}


def test_a_document_whose_extra_is_missing_is_named_and_left_out(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = top / "tests" / "corpus"
    (tmp_path / "gold").mkdir()
    for name in ("ct11-cicte-2009.pdf", "ct12-nordic-baltic-2017.txt"):
        shutil.copy(corpus / name, tmp_path)
        shutil.copy(corpus / "gold" / f"{Path(name).stem}.gold.json", tmp_path / "gold")
    monkeypatch.setitem(sys.modules, "pypdf", None)
    measured = measure([tmp_path])
    assert [case.identifier for case in measured.cases] == ["ct12-nordic-baltic-2017"]
    assert measured.not_read == ("ct11-cicte-2009",)
