"""Bad input: one clear line each, exit code not 0 where nothing could be done, and an existing graph as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Make = Callable[[Path], Path]


def _file(name: str, octets: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(octets)
        return path

    return make


def _folder_without_documents(folder: Path) -> Path:
    path = folder / "empty-folder"
    (path / "gold").mkdir(parents=True)
    (path / "notes.json").write_text("{}", encoding="utf-8")
    return path


BAD = {
    "empty": (_file("empty.txt", b""), "empty.txt"),
    "blank": (_file("blank.txt", b" \n\n"), "blank.txt"),
    "binary": (_file("binary.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00" * 40), "binary.txt"),
    "damaged UTF-8": (_file("damaged.txt", "Mich\u00e8le Coninsx, Zo\u00e9".encode() + b" L\xe9a."), "damaged.txt"),
    "missing": (lambda folder: folder / "nowhere.txt", "nowhere.txt"),
    "folder without documents": (_folder_without_documents, "empty-folder"),
}
NOT_THERE = {"missing", "folder without documents"}


@pytest.fixture
def own_graph(sample_graph: Path, tmp_path: Path) -> Path:
    """A copy of the sample graph, to be spoilt."""
    return Path(shutil.copytree(sample_graph, tmp_path / "graph"))


@pytest.mark.parametrize("what", BAD)
def test_bad_documents_are_one_line_and_leave_the_graph_as_it_was(
    kg: Any, own_graph: Path, tmp_path: Path, what: str
) -> None:
    make, named = BAD[what]
    before = kg("export", "--graph", own_graph, "--format", "nquads").out
    ended = kg("build", make(tmp_path), "--graph", own_graph)
    assert ended.code == (2 if what in NOT_THERE else 1)
    assert ended.out == ""
    assert named in ended.one_line()
    assert "expected" in ended.one_line()
    assert kg("export", "--graph", own_graph, "--format", "nquads").out == before


@pytest.mark.parametrize("what", BAD)
def test_bad_documents_are_one_line_in_extract(kg: Any, tmp_path: Path, what: str) -> None:
    make, named = BAD[what]
    ended = kg("extract", make(tmp_path))
    assert ended.code == (2 if what in NOT_THERE else 1)
    assert ended.out == ""
    assert named in ended.one_line()


def test_one_bad_document_does_not_stop_the_others(kg: Any, top: Path, tmp_path: Path) -> None:
    good = top / "kg" / "sample" / "s07-third-dialogue-2020.txt"
    bad = _file("empty.txt", b"")(tmp_path)
    ended = kg("build", bad, good, "--graph", tmp_path / "graph")
    assert ended.code == 3
    refused, summary = ended.err.splitlines()
    assert "empty.txt" in refused
    assert "1 admitted, 1 set aside" in summary


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?x WHERE { ?x a ", "expected SPARQL 1.1"),
        ("this is { not } sparql", "expected SPARQL 1.1"),
        ("DELETE WHERE { ?s ?p ?o }", "a graph changes by `kg build` alone"),
        ("DROP ALL", "a graph changes by `kg build` alone"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE"),
        ("nowhere.rq", "'nowhere.rq'"),
    ],
)
def test_a_broken_query_is_one_line(kg: Any, sample_graph: Path, query: str, says: str) -> None:
    ended = kg("query", query, "--graph", sample_graph)
    assert ended.code == 2
    assert ended.out == ""
    assert says in ended.one_line()


def test_an_unknown_question_is_told_the_nearest(kg: Any, sample_graph: Path) -> None:
    ended = kg("ask", "co-chair", "--graph", sample_graph)
    assert ended.code == 2
    assert "co-chairs" in ended.one_line()


def test_a_window_that_ends_before_it_begins(kg: Any, sample_graph: Path) -> None:
    said = kg("ask", "co-chairs", "--since", "2024", "--until", "2020", "--graph", sample_graph)
    assert (said.code, said.out) == (2, "")
    assert "found 2024 to 2020" in said.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("degree", "--since", "2030", "--until", "2020"), "turn them round"),
        (("betweennes",), "did you mean betweenness?"),
        (("degree", "--level", "peple"), "did you mean people?"),
        (("degree", "--role", "chairr"), "did you mean chair?"),
    ],
    ids=["window", "measure", "level", "role"],
)
def test_a_network_of_nothing_known_is_told_the_nearest(
    kg: Any, sample_graph: Path, arguments: tuple[str, ...], says: str
) -> None:
    ended = kg("network", *arguments, "--graph", sample_graph)
    assert ended.code == 2
    assert says in ended.one_line()


def test_a_parameter_that_says_nothing_is_not_passed_over(kg: Any, sample_graph: Path) -> None:
    said = kg("ask", "co-chairs", "--meeting", "", "--graph", sample_graph)
    assert (said.code, said.out) == (2, "")
    assert "expected a name or IRI of this graph, found ''" in said.err


def test_an_answer_without_rows_repeats_what_was_asked(kg: Any, sample_graph: Path) -> None:
    said = kg("ask", "co-chairs", "--until", "1999", "--graph", sample_graph)
    assert (said.code, said.out) == (0, "")
    assert "answers co-chairs --until 1999;" in said.err


def test_a_parameter_that_the_question_does_not_take(kg: Any, sample_graph: Path) -> None:
    ended = kg("ask", "co-chairs", "--claim", "x", "--graph", sample_graph)
    assert ended.code == 2
    assert "claim" in ended.one_line()


def _not_a_graph(folder: Path) -> Path:
    path = folder / "letters"
    path.mkdir()
    (path / "letter.txt").write_text("Dear all", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "co-chairs"),
        ("show", "Voronkov"),
        ("query", "ASK { ?s ?p ?o }"),
        ("export",),
        ("network", "degree"),
        ("validate",),
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.parametrize("folder", [_not_a_graph, lambda folder: folder / "nowhere"], ids=["other", "missing"])
def test_a_folder_that_is_no_graph_is_one_line(
    kg: Any, tmp_path: Path, folder: Make, arguments: tuple[str, ...]
) -> None:
    ended = kg(*arguments, "--graph", folder(tmp_path))
    assert ended.code == 2
    assert ended.out == ""
    assert "expected" in ended.one_line()


def test_build_does_not_touch_a_folder_that_is_no_graph(
    kg: Any, top: Path, tmp_path: Path, snapshot: Callable[[Path], dict[str, bytes]]
) -> None:
    folder = _not_a_graph(tmp_path)
    before = snapshot(folder)
    ended = kg("build", top / "kg" / "sample", "--graph", folder)
    assert ended.code == 2
    assert "letters" in ended.one_line()
    assert snapshot(folder) == before


def test_a_graph_of_another_format_says_how_to_rebuild(kg: Any, own_graph: Path) -> None:
    (own_graph / "format").write_text("ct-kg graph 999\n", encoding="utf-8")
    ended = kg("ask", "co-chairs", "--graph", own_graph)
    assert ended.code == 1
    assert "kg build" in ended.one_line()


@pytest.mark.parametrize(
    ("name", "code"), [("broken.ttl", 4), ("strange.docx", 2), ("strange.rdf", 2), ("nowhere.ttl", 2)]
)
def test_rdf_that_cannot_be_checked_is_one_line_and_never_a_verdict(
    kg: Any, tmp_path: Path, name: str, code: int
) -> None:
    if name != "nowhere.ttl":
        (tmp_path / name).write_text("this is { not } turtle", encoding="utf-8")
    ended = kg("validate", tmp_path / name)
    assert ended.code == code
    assert name in ended.one_line()


@pytest.mark.parametrize(
    ("call", "name", "named"),
    [
        (("export",), "graph.jsonld", ".ttl, .trig, .nq"),
        (("export",), "graph.txt", ".ttl, .trig, .nq"),
        (("ask", "meetings"), "meetings.xlsx", ".txt, .json, .csv, .md, .ttl"),
        (("ask",), "questions.md", "table, json or csv"),
        (("show", "Voronkov"), "voronkov.csv", ".txt, .json"),
        (("network", "degree"), "network.xyz", ".graphml"),
        (("validate",), "report.csv", ".html"),
        (("query", "ASK {}"), "answer.xlsx", ".csv"),
    ],
)
def test_an_ending_that_the_command_does_not_write_is_refused(
    kg: Any, sample_graph: Path, tmp_path: Path, call: tuple[str, ...], name: str, named: str
) -> None:
    ended = kg(*call, "--graph", sample_graph, "-o", tmp_path / name)
    assert (ended.code, ended.out) == (2, "")
    assert named in ended.one_line()
    assert not (tmp_path / name).exists()


def test_a_named_format_may_go_into_any_file(kg: Any, sample_graph: Path, tmp_path: Path) -> None:
    call = ("ask", "meetings", "--graph", sample_graph, "--format", "csv", "-o", tmp_path / "meetings.2024")
    assert kg(*call).code == 0
    assert (tmp_path / "meetings.2024").read_text("utf-8").startswith("meeting,")


def test_nowhere_to_write_is_one_line(kg: Any, sample_graph: Path, tmp_path: Path) -> None:
    ended = kg("export", "--graph", sample_graph, "-o", tmp_path / "no-such-folder" / "graph.ttl")
    assert ended.code == 2
    assert "no-such-folder" in ended.one_line()


def test_a_file_without_an_ending_is_told_which_endings_are_rdf(kg: Any, tmp_path: Path) -> None:
    ended = kg("validate", _file("export", b"<urn:a> <urn:b> <urn:c> .\n")(tmp_path))
    assert ended.code == 2
    assert "expected a file named .nq, .nt, .trig, .ttl, .turtle" in ended.one_line()
