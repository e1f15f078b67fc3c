"""The Python names on a real graph: open, ask, query, look inside."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

import kg
from kg.errors import BadQuery, GraphError, LimitReached, NotAGraph, NotFound, UnknownName
from kg.ledger import SetAside
from kg.store import published_state
from kg.workers import QUERY, Limits

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib uses its own old names


@pytest.fixture(scope="module")
def graph(sample_graph: Path) -> Iterator[kg.Graph]:
    with kg.open(sample_graph) as opened:
        yield opened


def test_a_build_gives_an_open_graph_that_knows_what_was_done(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note\n\nThe European Union met the United Nations on 3 May 2021.")
    (tmp_path / "empty.txt").write_text("")
    with kg.build(tmp_path / "*.txt", tmp_path / "graph", published="2021-05-04") as built:
        assert built.summary is not None
        assert (built.summary.read, built.summary.admitted) == (2, 1)
        assert [document.name for document in built.documents()] == ["note.txt"]
        assert built.set_aside() == (SetAside("empty.txt", "expected a text, found an empty file"),)
        assert repr(built) == f"Graph({str(tmp_path / 'graph')!r})"
        for asked in (lambda: built.show("empty.txt"), lambda: built.ask("document", document="empty.txt")):
            with pytest.raises(UnknownName, match=r"empty\.txt: not in the graph, .* found an empty file"):
                asked()


def test_a_build_of_nothing_readable_is_an_error_with_the_reasons(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(
        GraphError, match=r"expected documents that can be read, found none: empty\.txt: expected a text"
    ):
        kg.build(tmp_path / "empty.txt", tmp_path / "graph")
    with pytest.raises(NotFound):
        kg.build([tmp_path / "absent.txt"], tmp_path / "graph")


def test_opening_what_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(NotAGraph, match="expected a graph folder"):
        kg.open(tmp_path)


def test_an_open_graph_stays_at_its_version(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One\n\nThe European Union met the United Nations on 3 May 2021.")
    (tmp_path / "two.txt").write_text("Two\n\nFrance met the United Nations on 4 June 2021.")
    count = "SELECT (COUNT(?d) AS ?n) { ?d a ct:Document }"
    with (
        kg.build(tmp_path / "one.txt", tmp_path / "graph") as old,
        kg.build(tmp_path / "two.txt", tmp_path / "graph") as new,
    ):
        assert old.version != new.version == published_state(tmp_path / "graph")
        assert [graph.select(count)[0]["n"]["value"] for graph in (old, new)] == ["1", "2"]
        assert [len(graph.export("nquads")) for graph in (old, new)] == sorted(
            len(graph.export("nquads")) for graph in (old, new)
        )


def test_a_query_gives_bytes_and_rows(graph: kg.Graph) -> None:
    result = graph.query("SELECT ?name { ?o a ct:Official ; foaf:name ?name } ORDER BY ?name", max_rows=2)
    assert (result.kind, result.syntax, result.rows, result.truncated) == ("select", "json", 2, True)
    assert len(json.loads(result.body)["results"]["bindings"]) == 2
    assert graph.query("ASK {}", syntax="xml").body.startswith(b"<?xml")


def test_a_query_may_be_given_terms(graph: kg.Graph) -> None:
    name = graph.select("SELECT ?o ?name { ?o a ct:Official ; foaf:name ?name } ORDER BY ?name LIMIT 1")[0]
    found = graph.select("SELECT ?name { ?o foaf:name ?name }", {"o": f"<{name['o']['value']}>"})
    assert found == [{"name": name["name"]}]


def test_a_bad_query_and_a_limit_are_errors_and_the_graph_answers_on(graph: kg.Graph) -> None:
    with pytest.raises(BadQuery, match="error at line 1"):
        graph.query("SELECT {")
    with pytest.raises(LimitReached, match="KG_QUERY_TIMEOUT"):
        graph.query(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", limits=Limits(0.05, QUERY.memory, "query")
        )
    assert graph.query("ASK {}").body == b'{"head":{},"boolean":true}'


def test_the_graph_is_an_rdflib_dataset(graph: kg.Graph) -> None:
    official = rdflib.URIRef("https://w3id.org/ct-kg/ns#Official")
    found = {str(each) for each in graph.dataset.subjects(rdflib.RDF.type, official)}
    assert found == {row["o"]["value"] for row in graph.select("SELECT ?o { ?o a ct:Official }")}
    assert found


def test_a_question_is_answered(graph: kg.Graph) -> None:
    answer = graph.ask("co-chairs")
    assert answer.question == "co-chairs"
    assert answer.rows
    assert all(row.evidence for row in answer.rows)
    assert graph.show(str(answer.rows[0].values["meeting"]))


def test_the_whole_graph_conforms_and_can_be_written(graph: kg.Graph) -> None:
    assert graph.validate().conforms
    assert {syntax: bool(graph.export(syntax)) for syntax in ("turtle", "trig", "nquads")} == {
        "turtle": True, "trig": True, "nquads": True,
    }  # fmt: skip


def test_every_quotation_stands_in_its_document(graph: kg.Graph) -> None:
    texts = {document.key: document.text for document in graph.documents()}
    selectors = """
        SELECT ?sha ?start ?end ?exact {
          GRAPH ?g {
            ?passage oa:hasSource/ct:sha256 ?sha ; oa:hasSelector ?position, ?quote .
            ?position oa:start ?start ; oa:end ?end .
            ?quote oa:exact ?exact } }"""
    rows = graph.select(selectors)
    assert rows
    for row in rows:
        text = texts[f"sha256:{row['sha']['value']}"]
        assert text[int(row["start"]["value"]) : int(row["end"]["value"])] == row["exact"]["value"]


def test_no_triple_stands_in_two_graphs(graph: kg.Graph) -> None:
    """The engine drops no duplicates between graphs: a count outside GRAPH is right because there are none."""
    twice = "SELECT ?s ?p ?o { GRAPH ?a { ?s ?p ?o } GRAPH ?b { ?s ?p ?o } FILTER(STR(?a) < STR(?b)) }"
    assert graph.select(twice) == []


def test_a_sentence_is_found_whatever_the_address_of_its_document(top: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes((top / "kg" / "sample" / "s07-third-dialogue-2020.txt").read_bytes())
    (tmp_path / "note.meta.toml").write_text('url = "https://example.org/é?a=b#c"', encoding="utf-8")
    with kg.build(tmp_path / "note.txt", tmp_path / "graph", base="https://example.org/id/") as built:
        words = built.ask("co-chairs", official="Voronkov").rows[0].evidence[-1]
        sentence = built.sentence(words).quote
        assert sentence.endswith(".")
        assert len(sentence) > len(words.quote)
