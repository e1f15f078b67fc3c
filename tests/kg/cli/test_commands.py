"""Each command on the sample graph: formats, files, pipes, and what is said where."""

import csv
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import RdfFormat

from kg.cli.network import MEASURES
from kg.questions import load

QUESTIONS = ("co-chairs", "document", "holders", "meetings-of", "met", "took-part", "words")
THIRD = ("--meeting", "third EU-UN dialogue")


@pytest.fixture
def dialogue(top: Path) -> Path:
    """One sample document."""
    return top / "kg" / "sample" / "s07-third-dialogue-2020.txt"


# build


def test_build_says_what_it_did_and_prints_nothing(kg: Any, dialogue: Path, tmp_path: Path) -> None:
    ended = kg("build", dialogue, "--graph", tmp_path / "graph")
    assert (ended.code, ended.out) == (0, "")
    assert "1 admitted; " in ended.one_line()
    again = kg("build", dialogue, "--graph", tmp_path / "graph")
    assert "0 admitted, 1 unchanged; " in again.one_line()


def test_build_names_what_it_skipped_and_what_said_nothing(kg: Any, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "weather.txt").write_text("It rained all day, and nobody minded much.\n", "utf-8")
    (folder / "table.xlsx").write_bytes(b"x")
    said = kg("build", folder, "--graph", tmp_path / "graph").one_line()
    assert "1 admitted, 1 skipped (table.xlsx), 1 without a claim (weather.txt); 0 claims" in said


def test_build_as_json_is_what_scripts_rely_on(kg: Any, dialogue: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    paths = (dialogue, tmp_path / "empty.txt", tmp_path / "notes.json")
    ended = kg("build", *paths, "--graph", tmp_path / "graph", "--format", "json", "--quiet")
    summary = json.loads(ended.out)
    assert list(summary) == [
        "documents",
        "read",
        "admitted",
        "unchanged",
        "skipped",
        "set_aside",
        "claims",
        "seconds",
        "passed_over",
    ]
    assert ended.code == 3
    assert (summary["read"], summary["admitted"], summary["skipped"]) == (2, 1, 1)
    (refused,) = summary["set_aside"]
    assert refused["document"] == "empty.txt"
    assert "empty" in refused["reason"]
    assert summary["claims"] > 10
    again = json.loads(kg("build", *paths, "--graph", tmp_path / "graph", "--format", "json", "--quiet").out)
    assert again["documents"] == again["admitted"] + again["unchanged"] + len(again["set_aside"]) == 2


def test_build_uses_the_graph_of_the_environment(
    kg: Any, dialogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_GRAPH", str(tmp_path / "mine"))
    assert kg("build", dialogue, "--quiet").code == 0
    assert kg("query", "ASK { ?s a ct:Meeting }").out == "yes\n"
    assert (tmp_path / "mine" / "format").is_file()


def test_build_defaults_to_the_folder_graph(kg: Any, dialogue: Path, tmp_path: Path) -> None:
    assert kg("build", dialogue, "--quiet").code == 0
    assert (tmp_path / "graph" / "format").is_file()


def test_build_reads_standard_input(script: Any, dialogue: Path, tmp_path: Path) -> None:
    ended = script("build", "-", "--graph", tmp_path / "graph", stdin=dialogue.read_bytes())
    assert ended.code == 0
    assert "1 admitted" in ended.one_line()


def test_progress_is_shown_only_where_somebody_looks(script: Any, dialogue: Path, tmp_path: Path) -> None:
    silent = script("build", dialogue, "--graph", tmp_path / "silent")
    assert "1/1" not in silent.err
    forced = script("build", dialogue, "--graph", tmp_path / "forced", KG_PROGRESS="1")
    assert "1/1" in forced.err
    assert forced.out == ""
    quiet = script("build", dialogue, "--graph", tmp_path / "quiet", "--quiet", KG_PROGRESS="1")
    assert (quiet.out, quiet.err) == ("", "")


# ask


def test_ask_without_a_name_lists_the_questions(kg: Any) -> None:
    table = kg("ask").out
    listed = json.loads(kg("ask", "--format", "json").out)
    known = [question["name"] for question in listed]
    assert len(known) >= 24
    assert set(known) >= set(QUESTIONS)
    assert all(question["summary"] and question["parameters"] for question in listed)
    assert [line.split()[0] for line in table.splitlines() if line.startswith(tuple(known))] == known
    rows = list(csv.DictReader(io.StringIO(kg("ask", "--format", "csv").out)))
    assert [row["question"] for row in rows] == known


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_answers_without_parameters_each_row_with_its_words(
    kg: Any, sample_graph: Path, name: str
) -> None:
    ended = kg("ask", name, "--graph", sample_graph, "--format", "json")
    assert ended.code == 0
    answer = json.loads(ended.out)
    assert list(answer) == ["question", "parameters", "columns", "rows", "truncated", "notes"]
    assert answer["rows"]
    for row in answer["rows"]:
        assert set(answer["columns"]) | {"tier", "evidence"} <= set(row)
        for words in row["evidence"]:
            assert list(words) == ["document", "title", "published", "quote", "start", "end", "page"]
        assert row["evidence"]


def test_the_help_of_a_question_is_about_it(kg: Any) -> None:
    said = kg("ask", "co-chairs", "--help").out
    assert load("co-chairs").summary in said
    assert "--meeting NAME" in said
    assert "--claim" not in said
    assert "--claim" in kg("ask", "--help").out


def test_who_co_chaired_the_third_dialogue(kg: Any, sample_graph: Path) -> None:
    answer = json.loads(kg("ask", "co-chairs", *THIRD, "--graph", sample_graph, "--format", "json").out)
    rows = [(r["agent_label"], r["role"], r["date"], r["on_behalf_of_label"]) for r in answer["rows"]]
    assert rows == [
        ("Joanneke Balfourt", "co-chair", "2020-12-02", "European External Action Service"),
        ("Vladimir Voronkov", "co-chair", "2020-12-02", "United Nations Office of Counter-Terrorism"),
    ]


def test_evidence_stands_under_each_row(kg: Any, sample_graph: Path) -> None:
    plain = kg("ask", "co-chairs", *THIRD, "--graph", sample_graph).out
    assert "“" not in plain
    words = " ".join(kg("ask", "co-chairs", *THIRD, "--graph", sample_graph, "--evidence").out.split())
    assert "co-chairs were Ms Joanneke Balfourt" in words
    assert "— Third EU-UN dialogue on counter-terrorism, 2020-12-03" in words


def test_sentences_are_whole(kg: Any, sample_graph: Path, dialogue: Path) -> None:
    ended = kg("ask", "co-chairs", *THIRD, "--graph", sample_graph, "--sentences", "--format", "csv")
    quotes = {row["quote"] for row in csv.DictReader(io.StringIO(ended.out))}
    text = dialogue.read_text(encoding="utf-8")
    assert all(quote in text for quote in quotes)
    assert any(q.startswith("The co-chairs were Ms Joanneke") and q.endswith("Counter-Terrorism.") for q in quotes)


def test_ask_as_csv_and_into_a_file(kg: Any, sample_graph: Path, tmp_path: Path) -> None:
    ended = kg("ask", "co-chairs", *THIRD, "--graph", sample_graph, "--format", "csv", "-o", tmp_path / "answer.csv")
    assert (ended.code, ended.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "answer.csv").read_text(encoding="utf-8"))))
    assert [row["agent_label"] for row in rows] == ["Joanneke Balfourt", "Vladimir Voronkov"]
    assert all(row["quote"] and row["document"] for row in rows)


def test_the_ending_of_the_file_says_the_format(kg: Any, sample_graph: Path, tmp_path: Path) -> None:
    for name, begins in (
        ("a.csv", "meeting,"),
        ("a.json", "{"),
        ("a.md", "| "),
        ("a.ttl", "@prefix"),
        ("a", "meeting "),
    ):
        kg("ask", "co-chairs", "--graph", sample_graph, "-o", tmp_path / name)
        assert (tmp_path / name).read_text("utf-8").startswith(begins)
    kg("ask", "co-chairs", "--graph", sample_graph, "-o", tmp_path / "b.csv", "--format", "json")
    assert (tmp_path / "b.csv").read_text("utf-8").startswith("{")


def test_a_limit_is_said(kg: Any, sample_graph: Path) -> None:
    ended = kg("ask", "took-part", "--graph", sample_graph, "--limit", "1", "--format", "json")
    answer = json.loads(ended.out)
    assert (len(answer["rows"]), answer["truncated"]) == (1, True)
    assert ended.one_line() == "kg: this is the first row, --limit shows more"


def test_long_lists_of_show_are_cut_and_say_so(kg: Any, sample_graph: Path) -> None:
    table = kg("show", "European Union", "--graph", sample_graph, "--limit", "2").out
    assert "(these are the first 2 rows, --limit shows more)" in table
    (section,) = json.loads(kg("show", "European Union", "--graph", sample_graph, "--format", "json").out)
    lengths = [len(answer["rows"]) for answer in section["answers"]]
    assert max(lengths) > 2
    assert not any(answer["truncated"] for answer in section["answers"])


def test_tables_fit_the_terminal(kg: Any, small_graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in ("40", "72", "140"):
        monkeypatch.setenv("COLUMNS", width)
        ended = kg("ask", "holders", "--graph", small_graph, "--evidence")
        assert ended.out
        assert max(map(len, ended.out.splitlines())) <= int(width)


def test_no_colour_in_a_pipe(script: Any, sample_graph: Path) -> None:
    assert "\x1b" not in script("ask", "co-chairs", "--graph", sample_graph, FORCE_COLOR="1", NO_COLOR="1").out


# show


def test_show_gathers_what_is_known_with_the_words(kg: Any, sample_graph: Path) -> None:
    ended = kg("show", "Joanneke", "Balfourt", "--graph", sample_graph)
    assert ended.code == 0
    assert ended.out.startswith("Joanneke Balfourt  official <https://w3id.org/ct-kg/id/official/")
    assert "Director for Security and Defence Policy" in ended.out
    assert "“" in ended.out


def test_an_exact_name_silences_what_only_has_its_word(kg: Any, sample_graph: Path) -> None:
    exact = json.loads(kg("show", "UN", "--graph", sample_graph, "--format", "json").out)
    assert [(each["kind"], each["label"]) for each in exact] == [("body", "United Nations")]
    by_word = json.loads(kg("show", "Voronkov", "--graph", sample_graph, "--format", "json").out)
    assert {each["kind"] for each in by_word} >= {"official"}


def test_whoever_bears_a_name_comes_before_the_meetings_called_by_it(kg: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Oslo, 3 May 2024\n\nMr. Per Dahl, Director of the Tide Agency, attended the seminar in Oslo. "
        "A meeting with the Director of the Tide Agency Per Dahl was held on Friday with Ms. Anna Berg.\n"
    )
    kg("build", tmp_path / "a.txt", "--graph", tmp_path / "graph")
    shown = json.loads(kg("show", "Dahl", "--graph", tmp_path / "graph", "--format", "json").out)
    assert shown[0]["kind"] == "official"
    assert "meeting" in {each["kind"] for each in shown[1:]}


def test_show_as_json(kg: Any, sample_graph: Path) -> None:
    (section,) = json.loads(kg("show", "Joanneke Balfourt", "--graph", sample_graph, "--format", "json").out)
    assert (section["kind"], section["label"]) == ("official", "Joanneke Balfourt")
    assert {"holders", "meetings-of"} <= {answer["question"] for answer in section["answers"]}


def test_show_tells_the_nearest_name(kg: Any, sample_graph: Path) -> None:
    ended = kg("show", "Joaneke Balfort", "--graph", sample_graph)
    assert ended.code == 2
    assert "Joanneke Balfourt" in ended.one_line()


# query

NAMES = "SELECT ?name WHERE { ?official a ct:Official ; foaf:name ?name } ORDER BY ?name"


@pytest.mark.parametrize("way", ["text", "file", "stdin"])
def test_query_from_anywhere(script: Any, sample_graph: Path, tmp_path: Path, way: str) -> None:
    (tmp_path / "names.rq").write_text(NAMES, encoding="utf-8")
    query = {"text": NAMES, "file": tmp_path / "names.rq", "stdin": "-"}[way]
    ended = script("query", query, "--graph", sample_graph, "--format", "json", stdin=NAMES.encode())
    assert (ended.code, ended.err) == (0, "")
    results = json.loads(ended.out)
    assert results["head"]["vars"] == ["name"]
    assert {"name": {"type": "literal", "value": "Joanneke Balfourt"}} in results["results"]["bindings"]


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("table", "\nJoanneke Balfourt\n"),
        ("csv", "\nJoanneke Balfourt"),
        ("tsv", '\n"Joanneke Balfourt"\n'),
        ("xml", "<literal>Joanneke Balfourt</literal>"),
    ],
)
def test_rows_in_every_format(kg: Any, sample_graph: Path, form: str, says: str) -> None:
    assert says in kg("query", NAMES, "--graph", sample_graph, "--format", form).out


@pytest.mark.parametrize(
    ("form", "parser"),
    [("turtle", RdfFormat.TURTLE), ("ntriples", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)],
)
def test_graphs_in_every_format(kg: Any, sample_graph: Path, form: str, parser: RdfFormat) -> None:
    query = "CONSTRUCT { ?o foaf:name ?name } WHERE { ?o a ct:Official ; foaf:name ?name }"
    ended = kg("query", query, "--graph", sample_graph, "--format", form)
    assert pyoxigraph.Literal("Joanneke Balfourt") in {quad.object for quad in pyoxigraph.parse(ended.out, parser)}


def test_a_format_that_does_not_fit_is_a_usage_error(kg: Any, sample_graph: Path) -> None:
    ended = kg("query", NAMES, "--graph", sample_graph, "--format", "turtle")
    assert ended.code == 2
    assert "csv, json, tsv, xml" in ended.one_line()


def test_graph_in_a_table_is_turtle(kg: Any, sample_graph: Path) -> None:
    ended = kg("query", "CONSTRUCT { ?o a ct:Official } WHERE { ?o a ct:Official }", "--graph", sample_graph)
    assert "a ct:Official" in ended.out


# extract


def test_extract_is_json_lines_in_the_order_given(kg: Any, top: Path) -> None:
    sample = top / "kg" / "sample"
    paths = [sample / "s13-fifth-dialogue-2023.txt", sample / "s07-third-dialogue-2020.txt"]
    ended = kg("extract", *paths)
    assert (ended.code, ended.err) == (0, "")
    documents = [json.loads(line) for line in ended.out.splitlines()]
    assert [document["id"] for document in documents] == [path.stem for path in paths]
    layers = ["people", "organisations", "posts", "events", "participations", "non_participations", "relations"]
    for document, path in zip(documents, paths, strict=True):
        text = path.read_text(encoding="utf-8")
        for row in (row for layer in layers for row in document[layer]):
            assert row["rule"]
            assert row["tier"] in ("asserted", "likely")
            assert [text[w["start"] : w["end"]] for w in row["evidence"]] == [w["quote"] for w in row["evidence"]]


def test_published_is_for_documents_that_do_not_say(kg: Any, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Ms Ann Bell chaired the meeting of the Security Council yesterday.", "utf-8")
    (document,) = map(json.loads, kg("extract", tmp_path / "note.txt", "--published", "2020-12-03").out.splitlines())
    assert document["published"] == "2020-12-03"


def test_extract_explains_how_a_document_was_read(kg: Any, dialogue: Path) -> None:
    text = kg("extract", dialogue, "--explain")

    assert text.code == 0
    assert "‹M:e1 " in text.out
    assert "  • part  " in text.out
    assert json.loads(kg("extract", dialogue, "--explain", "--format", "json").out)["blocks"][0]["kind"] == "headline"


def test_extract_explains_as_a_page_that_is_the_same_each_time(kg: Any, dialogue: Path, tmp_path: Path) -> None:
    pages = [tmp_path / "one.html", tmp_path / "two.html"]
    for page in pages:
        assert kg("extract", dialogue, "--explain", "-o", page).code == 0

    assert pages[0].read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert pages[0].read_bytes() == pages[1].read_bytes()


@pytest.mark.parametrize("asked", [("--format", "text"), ("--format", "html"), ("-o", "page.html")])
def test_only_an_explanation_is_text_or_a_page(kg: Any, dialogue: Path, asked: tuple[str, str]) -> None:
    ended = kg("extract", dialogue, *asked)

    assert ended.code == 2
    assert "--explain" in ended.one_line()


def test_one_bad_document_does_not_stop_extraction(kg: Any, dialogue: Path, tmp_path: Path) -> None:
    ended = kg("extract", tmp_path / "nowhere.txt", dialogue)
    assert ended.code == 3
    assert len(ended.out.splitlines()) == 1
    assert "nowhere.txt" in ended.one_line()


# validate


def test_the_graph_conforms(kg: Any, small_graph: Path) -> None:
    ended = kg("validate", "--graph", small_graph)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("conforms")


@pytest.fixture
def broken(kg: Any, small_graph: Path, tmp_path: Path) -> Path:
    """The graph as Turtle, without one of its passages."""
    graph = rdflib.Graph().parse(data=kg("export", "--graph", small_graph).out, format="turtle")
    passage = min(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/ct-kg/ns#Passage")))
    graph.remove((passage, None, None))
    graph.serialize(tmp_path / "broken.ttl", format="turtle")
    return tmp_path / "broken.ttl"


def test_violations_are_exit_code_1_in_every_format(kg: Any, broken: Path, tmp_path: Path) -> None:
    text = kg("validate", broken)
    assert text.code == 1
    assert "violation: " in text.out
    assert "does not conform" in text.out.splitlines()[-1]
    plain = json.loads(kg("validate", broken, "--format", "json").out)
    assert plain["conforms"] is False
    assert plain["violations"]
    assert kg("validate", broken, "--format", "turtle", "-o", tmp_path / "report.ttl").code == 1
    report = rdflib.Graph().parse(tmp_path / "report.ttl")
    assert (None, rdflib.SH.conforms, rdflib.Literal(False)) in report
    page = kg("validate", broken, "--format", "html")
    assert (page.code, page.out.count("<section class=")) == (1, len(plain["violations"]))
    assert (
        kg("validate", broken, "--reference", "--format", "json").out == kg("validate", broken, "--format", "json").out
    )


def test_a_violation_names_the_document_and_the_words(kg: Any, small_graph: Path, tmp_path: Path) -> None:
    lines = kg("export", "--graph", small_graph, "--format", "nquads").out.splitlines()
    claim = next(line.split(" ")[0] for line in lines if "ns#presence>" in line)
    kept = [line for line in lines if not (line.startswith(f"{claim} ") and "ns#presence>" in line)]
    (tmp_path / "broken.nq").write_text("\n".join(kept) + "\n", encoding="utf-8")
    ended = kg("validate", tmp_path / "broken.nq", "--format", "json")
    found = json.loads(ended.out)["violations"][0]
    assert found["focus_node"] == claim.strip("<>")
    assert "/document/" in found["document"]
    assert any(json.dumps(found["words"], ensure_ascii=False).strip('"') in line for line in lines)
    text = kg("validate", tmp_path / "broken.nq").out
    assert f"in {found['title']}: “" in text
    assert found["title"]
    assert found["document"] not in text


SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix : <https://shapes.example/> .
:Thing a sh:NodeShape ; sh:targetClass :Thing ; sh:property [ sh:path :name ; sh:minCount 1 ] .
"""


def test_rdf_and_shapes_of_others(kg: Any, small_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    (tmp_path / "data.ttl").write_text("@prefix : <https://shapes.example/> . :a a :Thing . :b :name 1 .", "utf-8")
    (tmp_path / "none.ttl").write_text("@prefix : <https://shapes.example/> . :b :name 1 .", "utf-8")
    refused = kg("validate", tmp_path / "data.ttl", "--shapes", tmp_path / "shapes.ttl")
    assert refused.code == 1
    assert "expected more values" in refused.out
    nothing = kg("validate", tmp_path / "none.ttl", "--shapes", tmp_path / "shapes.ttl")
    assert (nothing.code, "nothing was checked" in nothing.err) == (0, True)
    assert kg("validate", tmp_path / "none.ttl").code == 4
    own = kg("validate", "--graph", small_graph, "--shapes", tmp_path / "shapes.ttl")
    assert (own.code, "nothing was checked" in own.err) == (0, True)


SUITE = Path(__file__).parents[2] / "shacl-core"


@pytest.mark.parametrize("name", ["path/path-complex-001", "property/uniqueLang-001", "targets/targetObjectsOf-001"])
def test_the_w3c_suite_by_the_command(kg: Any, name: str, tmp_path: Path) -> None:
    file = SUITE / f"{name}.ttl"
    expected = rdflib.Graph().parse(file)
    ended = kg("validate", file, "--shapes", file, "--format", "turtle", "-o", tmp_path / "report.ttl")
    report = rdflib.Graph().parse(tmp_path / "report.ttl")
    (conforms,) = expected.objects(None, rdflib.SH.conforms)
    assert (None, rdflib.SH.conforms, conforms) in report
    assert ended.code == (0 if conforms.value else 1)
    focus_nodes = sorted(each for each in expected.objects(None, rdflib.SH.focusNode))
    assert sorted(each for each in report.objects(None, rdflib.SH.focusNode)) == focus_nodes


def test_a_file_that_nests_without_end_is_stopped(kg: Any, tmp_path: Path) -> None:
    (tmp_path / "bomb.ttl").write_text("<a:b> <a:c> " + "[ <a:c> " * 200_000, encoding="utf-8")
    ended = kg("validate", tmp_path / "bomb.ttl")
    assert ended.code == 4
    assert "expected" in ended.one_line()


# export


def test_export_says_the_same_in_every_format(kg: Any, sample_graph: Path) -> None:
    forms = {"turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}
    exports = {form: kg("export", "--graph", sample_graph, "--format", form).out for form in forms}
    quads = {form: set(pyoxigraph.parse(exports[form], parser)) for form, parser in forms.items()}
    assert quads["trig"] == quads["nquads"]
    assert {quad.triple for quad in quads["trig"]} == {quad.triple for quad in quads["turtle"]}
    assert len({quad.graph_name for quad in quads["trig"]}) == 14 + 2


def test_export_into_a_file_is_the_same_bytes(kg: Any, sample_graph: Path, tmp_path: Path) -> None:
    kg("export", "--graph", sample_graph, "-o", tmp_path / "graph.ttl")
    printed = kg("export", "--graph", sample_graph).out
    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") == printed
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_pipe_is_written_to_and_stays_a_pipe(kg: Any, small_graph: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as other_end:
        read = other_end.submit(pipe.read_text, encoding="utf-8")
        assert kg("query", "ASK { ?s a ct:Meeting }", "--graph", small_graph, "-o", pipe).code == 0
        assert read.result() == "yes\n"
    assert pipe.is_fifo()


# network


@pytest.mark.parametrize("measure", [name for name in MEASURES if name not in ("path", "windows")])
def test_network_in_every_format(kg: Any, sample_graph: Path, measure: str) -> None:
    plain = json.loads(kg("network", measure, "--graph", sample_graph, "--format", "json").out)
    assert plain
    rows = list(csv.DictReader(io.StringIO(kg("network", measure, "--graph", sample_graph, "--format", "csv").out)))
    assert [{name: "" if value is None else str(value) for name, value in row.items()} for row in plain] == rows
    table = kg("network", measure, "--graph", sample_graph, "--top", "3").out
    assert plain[0].get("agent_label", plain[0].get("first_label")).split()[0] in table


def test_network_draws_and_writes_for_other_programs(kg: Any, sample_graph: Path, tmp_path: Path) -> None:
    picture = tmp_path / "bodies.svg"
    assert kg("network", "degree", "--graph", sample_graph, "--level", "bodies", "--plot", picture).code == 0
    assert "European Union" in picture.read_text(encoding="utf-8")
    image = tmp_path / "bodies.png"
    assert kg("network", "degree", "--graph", sample_graph, "--level", "bodies", "--plot", image).code == 0
    assert image.read_bytes().startswith(b"\x89PNG")
    assert kg("network", "degree", "--graph", sample_graph, "--format", "graphml").out.startswith("<graphml")
    assert kg("network", "two-mode", "--graph", sample_graph, "--format", "gexf").out.startswith("<gexf")


def test_network_shows_the_way_from_one_to_another(kg: Any, sample_graph: Path) -> None:
    call = ("network", "path", "--from", "Balfourt", "--to", "egypt", "--graph", sample_graph, "--format", "json")
    steps = json.loads(kg(*call).out)
    assert (steps[0]["one_label"], steps[-1]["other_label"]) == ("Joanneke Balfourt", "Egypt")
    assert all(step["meetings_label"] for step in steps)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("path",), "expected --from NAME and --to NAME with path"),
        (("path", "--from", "Balfourt", "--to", "Egipt Nowhere"), "expected the name of an official or body"),
        (("degree", "--plot", "x.gif"), "ends in .svg or .png"),
        (("degree", "--role", "king"), "chair, co-chair, head-of-delegation"),
        (("degree", "--since", "soon"), "since: expected a date"),
    ],
)
def test_network_says_what_is_wrong_with_a_call(
    kg: Any, sample_graph: Path, arguments: tuple[str, ...], says: str
) -> None:
    ended = kg("network", *arguments, "--graph", sample_graph)
    assert ended.code == 2
    assert says in ended.one_line()


def test_the_two_co_chairs_took_part_together(kg: Any, sample_graph: Path) -> None:
    pairs = json.loads(kg("network", "co-participation", "--graph", sample_graph, "--format", "json").out)
    labels = [{pair["first_label"], pair["second_label"]} for pair in pairs]
    assert {"Joanneke Balfourt", "Vladimir Voronkov"} in labels
