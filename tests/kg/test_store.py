"""Versions that nobody writes to, one name that is swapped, and queries on them."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import BadQuery, Busy, GraphError, LimitReached, NotAGraph, UsageError, WrongFormat
from kg.store import (
    Version,
    admit,
    bind,
    check_folder,
    current_version,
    hold_folder,
    open_current,
    open_version,
    publish,
    published_state,
    quads,
    query,
    start_folder,
    sweep,
    triples,
    write_version,
)
from kg.store.rdflib_dataset import dataset

ONE, TWO = "1" * 64, "2" * 64
LINES = sorted(
    [
        '<http://e/ann> <http://e/name> "Ann" <http://e/g1> .\n',
        '<http://e/ann> <http://e/title> "Dr" <http://e/g2> .\n',
        '<http://e/bob> <http://e/name> "Bob, \\"the\\" \\n builder"@en <http://e/g1> .\n',
        '<http://e/bob> <http://e/age> "41"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g1> .\n',
    ]
)


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib uses its own old names


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    folder = tmp_path / "graph"
    start_folder(folder)
    return folder


@pytest.fixture
def version(graph: Path) -> Iterator[Version]:
    write_version(graph, ONE, LINES)
    publish(graph, ONE)
    with open_current(graph) as opened:
        yield opened


def _rows(version: Version, text: str, **bindings: str) -> list[tuple[str, ...]]:
    plain = json.loads(query(version, text, bindings=bindings).body)
    names = plain["head"]["vars"]
    return sorted(tuple(row[name]["value"] for name in names if name in row) for row in plain["results"]["bindings"])


# The folder


def test_a_new_folder_becomes_a_graph(tmp_path: Path) -> None:
    start_folder(tmp_path / "new" / "graph")
    check_folder(tmp_path / "new" / "graph")
    assert (tmp_path / "new" / "graph" / "format").read_text() == "ct-kg graph 1\n"


def test_a_folder_with_other_things_is_no_graph_and_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(NotAGraph, match="name another folder"):
        start_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_nothing_and_a_file_are_no_graphs(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotAGraph, match="found nothing; make one"):
        check_folder(tmp_path / "absent")
    with pytest.raises(NotAGraph, match="found a file"):
        start_folder(tmp_path / "file")


def test_another_format_says_how_to_rebuild(graph: Path) -> None:
    (graph / "format").write_text("ct-kg graph 7\n")
    with pytest.raises(WrongFormat, match=r"'ct-kg graph 1', found 'ct-kg graph 7'; build it again.*kg build"):
        start_folder(graph)


def test_who_holds_a_graph_is_named(graph: Path) -> None:
    with (
        hold_folder(graph),
        pytest.raises(Busy, match=rf"process {os.getpid()} on .* is building this graph"),
        hold_folder(graph),
    ):
        raise AssertionError
    with hold_folder(graph):
        pass


def test_the_lock_of_a_killed_build_is_taken_over(graph: Path) -> None:
    killed = (
        "import os, signal, sys; from pathlib import Path; from kg.store import hold_folder\n"
        "with hold_folder(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", killed, str(graph)], check=False)
    assert ended.returncode == -9
    assert "process" in (graph / "lock").read_text()
    with hold_folder(graph):
        assert f"process {os.getpid()} on" in (graph / "lock").read_text()


def test_the_lock_of_another_host_is_respected(graph: Path) -> None:
    (graph / "lock").write_text("process 7 on elsewhere.example")
    with pytest.raises(Busy, match=r"process 7 on elsewhere\.example was building.*or delete"), hold_folder(graph):
        raise AssertionError


# Versions


def test_a_version_gives_back_its_lines(version: Version) -> None:
    assert list(quads(version)) == LINES
    assert len(list(triples(version))) == 4
    assert version.state == ONE


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20), max_size=8))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    graph = tmp_path_factory.mktemp("graph")
    terms = [str(pyoxigraph.Literal(text)) for text in texts]
    lines = sorted({f"<http://e/s> <http://e/p> {term} <http://e/g> .\n" for term in terms})
    with open_version(write_version(graph, ONE, lines)) as version:
        assert [pyoxigraph.Literal(text) in [q.object for q in version.store] for text in texts] == [True] * len(texts)
        assert len(list(quads(version))) == len(lines)


def test_opening_never_makes_a_store(graph: Path) -> None:
    (graph / "versions" / ONE).mkdir(parents=True)
    (graph / "versions" / ONE / "stamp.json").write_text(
        json.dumps({"format": "ct-kg graph 1", "quads": 0, "state": ONE})
    )
    with pytest.raises(NotAGraph, match="expected a version"):
        open_version(graph / "versions" / ONE)
    with pytest.raises(NotAGraph, match="expected a version"):
        open_version(graph)
    assert [path.name for path in (graph / "versions" / ONE).iterdir()] == ["stamp.json"]


def test_a_graph_without_a_version_says_how_to_get_one(graph: Path) -> None:
    with pytest.raises(GraphError, match="finish the build"):
        current_version(graph)


def test_what_was_not_written_is_not_published(graph: Path, version: Version) -> None:
    with pytest.raises(GraphError, match="expected the version"):
        publish(graph, TWO)
    assert published_state(graph) == ONE
    assert list(quads(version)) == LINES


def test_lines_that_are_no_quads_leave_the_graph_as_it_was(graph: Path, version: Version) -> None:
    with pytest.raises((GraphError, SyntaxError)):
        write_version(graph, TWO, ["no quads\n"])
    assert [path.name for path in (graph / "versions").iterdir() if path.suffix != ".tmp"] == [ONE]
    assert list(quads(version)) == LINES


def test_a_draft_left_by_a_killed_build_is_replaced(graph: Path) -> None:
    draft = graph / "versions" / f"{ONE}.tmp"
    draft.mkdir(parents=True)
    (draft / "CURRENT").write_text("rubbish")
    write_version(graph, ONE, LINES)
    publish(graph, ONE)
    with open_current(graph) as version:
        assert list(quads(version)) == LINES


def test_readers_keep_their_version_until_they_close_it(graph: Path, version: Version) -> None:
    write_version(graph, TWO, LINES[:1])
    publish(graph, TWO)
    sweep(graph)
    assert list(quads(version)) == LINES
    with open_current(graph) as newer:
        assert list(quads(newer)) == LINES[:1]
    version.close()
    sweep(graph)
    assert [path.name for path in (graph / "versions").iterdir()] == [TWO]


def test_a_damaged_store_is_refused_not_misread(graph: Path) -> None:
    path = write_version(graph, ONE, LINES)
    for table in path.glob("*.sst"):
        table.unlink()
    with open_version(path) as version, pytest.raises(GraphError, match="delete the folder and build again"):
        list(quads(version))


def test_a_version_opens_as_an_rdflib_dataset(version: Version) -> None:
    opened = dataset(version)
    assert isinstance(opened, rdflib.Dataset)
    assert {str(name) for name in opened.objects(rdflib.URIRef("http://e/ann"), None)} == {"Ann", "Dr"}
    assert len(opened.graph(rdflib.URIRef("http://e/g1"))) == 3
    with pytest.raises(RuntimeError, match="read-write"):
        opened.add((rdflib.URIRef("http://e/x"), rdflib.URIRef("http://e/x"), rdflib.URIRef("http://e/x")))


# Queries


def test_triples_that_stand_in_two_graphs_are_one_triple(graph: Path) -> None:
    twice = [f'<http://e/ann> <http://e/name> "Ann" <http://e/g{number}> .\n' for number in (1, 2)]
    with open_version(write_version(graph, ONE, twice)) as version:
        assert list(triples(version)) == ['<http://e/ann> <http://e/name> "Ann" .\n']


def test_outside_graph_a_query_sees_all_graphs(version: Version) -> None:
    assert _rows(version, "SELECT ?o { <http://e/ann> ?p ?o }") == [("Ann",), ("Dr",)]
    assert _rows(version, "SELECT ?g { GRAPH ?g { <http://e/ann> ?p ?n } }") == [("http://e/g1",), ("http://e/g2",)]
    assert _rows(version, "SELECT ?n FROM <http://e/g2> { ?s ?p ?n }") == [("Dr",)]


@pytest.mark.parametrize(
    "text",
    [
        "PREFIX e: <http://e/> SELECT ?n FROM e:g2 { ?s ?p ?n }",
        "prefix : <http://e/> select ?n from named :g2 { graph ?g { ?s ?p ?n } }",
        "PREFIX e: <http://e/> PREFIX f: <http://f/> SELECT ?n FROM # which?\n e:g2 { ?s ?p ?n }",
    ],
)
def test_from_may_name_a_graph_by_prefix(version: Version, text: str) -> None:
    assert _rows(version, text) == [("Dr",)]


def test_the_prefixes_of_the_ontology_are_known(version: Version) -> None:
    assert query(version, "ASK { ?s a ct:Official }").body == b'{"head":{},"boolean":false}'


def test_rows_in_all_formats(version: Version) -> None:
    text = "SELECT ?n ?a { ?s <http://e/name> ?n OPTIONAL { ?s <http://e/age> ?a } } ORDER BY ?n"
    bodies = {syntax: query(version, text, syntax=syntax).body for syntax in ("json", "csv", "tsv", "xml")}
    assert json.loads(bodies["json"])["results"]["bindings"] == [
        {"n": {"type": "literal", "value": "Ann"}},
        {
            "n": {"type": "literal", "value": 'Bob, "the" \n builder', "xml:lang": "en"},
            "a": {"type": "literal", "value": "41", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
        },
    ]
    assert list(csv.reader(io.StringIO(bodies["csv"].decode(), newline=""))) == [
        ["n", "a"], ["Ann", ""], ['Bob, "the" \n builder', "41"],
    ]  # fmt: skip
    assert bodies["tsv"].decode().splitlines()[1:] == ['"Ann"\t', '"Bob, \\"the\\" \\n builder"@en\t41']
    assert len(ET.fromstring(bodies["xml"]).findall(".//{*}result")) == 2  # noqa: S314 - our own


@pytest.mark.parametrize(("syntax", "read"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld")])
def test_triples_in_all_formats(version: Version, syntax: str, read: str) -> None:
    result = query(version, "CONSTRUCT { ?s foaf:name ?n } { ?s <http://e/name> ?n }", syntax=syntax)
    parsed = rdflib.Graph().parse(data=result.body, format=read)
    assert {str(subject) for subject in parsed.subjects(rdflib.FOAF.name)} == {"http://e/ann", "http://e/bob"}
    assert result.rows == 2


def test_the_same_query_gives_the_same_bytes_in_every_process(version: Version) -> None:
    text = "CONSTRUCT { ?s foaf:name ?n ; rdfs:label ?n ; skos:prefLabel ?n ; a org:Post } { ?s <http://e/name> ?n }"
    script = (
        "import sys; from pathlib import Path; from kg.store import open_version, query\n"
        "sys.stdout.buffer.write(query(open_version(Path(sys.argv[1])), sys.argv[2]).body)"
    )
    command = [sys.executable, "-c", script, str(version.path), text]
    bodies = {
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "2")
    }
    assert len(bodies) == 1


def test_more_rows_than_asked_for_are_said_to_be_there(version: Version) -> None:
    all_of_them = query(version, "SELECT * { GRAPH ?g { ?s ?p ?o } }", max_rows=4)
    first = query(version, "SELECT * { GRAPH ?g { ?s ?p ?o } }", max_rows=3)
    assert (all_of_them.rows, all_of_them.truncated) == (4, False)
    assert (first.rows, first.truncated) == (3, True)
    assert len(json.loads(first.body)["results"]["bindings"]) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT {", "error at line 1, column"),
        ("not SPARQL at all", "expected SPARQL 1.1"),
        ("SELECT * { ?s unknown:p ?o }", "prefix is not declared"),
        ("DROP ALL", "found DROP at line 1, column 1"),
        ("PREFIX e: <http://e/>\nINSERT DATA { e:a e:b e:c }", "found INSERT at line 2, column 1"),
        ("LOAD <file:///etc/passwd>", "found LOAD"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "found SERVICE"),
        ("SELECT * FROM <http://elsewhere.example/data.ttl> { ?s ?p ?o }", "nothing is fetched"),
        ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", "nothing is fetched"),
        ("PREFIX e: <http://e/> SELECT * FROM e:absent { ?s ?p ?o }", "found <http://e/absent>, which is none"),
    ],
)
def test_what_is_no_query_here_is_refused_in_one_line(version: Version, text: str, said: str) -> None:
    with pytest.raises(BadQuery) as caught:
        query(version, text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE <http://a/> DROP ALL" }',
        "SELECT * { ?s ?p '''it's { { { SERVICE''' }",
        "SELECT * { ?service ?insert 'no' } # SERVICE",
        "SELECT * { ?s <http://e/SERVICE> ?o }",
        "PREFIX e: <http://e/> SELECT * { ?s e:service e:delete }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_words_inside_strings_names_and_comments_are_no_keywords(version: Version, text: str) -> None:
    assert query(version, text).rows == 0


def test_limits_of_text_come_before_the_parser() -> None:
    assert admit("ASK " + "{" * 100 + "}" * 100).form == "ASK"
    with pytest.raises(LimitReached, match="at most 100 brackets"):
        admit("ASK " + "{" * 101 + "}" * 101)
    with pytest.raises(LimitReached, match="at most 65536 bytes"):
        admit("ASK {} #" + "é" * 40_000)


def test_a_format_that_does_not_fit_is_a_wrong_call(version: Version) -> None:
    with pytest.raises(UsageError, match="csv, json, tsv, xml"):
        query(version, "ASK {}", syntax="turtle")
    with pytest.raises(UsageError, match="jsonld, ntriples, turtle"):
        query(version, "DESCRIBE <http://e/ann>", syntax="csv")


# Parameters


def test_a_parameter_holds_a_variable_in_every_form(version: Version) -> None:
    ann = "<http://e/ann>"
    assert _rows(version, "SELECT ?n WHERE { ?s <http://e/name> ?n }", s=ann) == [("Ann",)]
    assert _rows(version, "SELECT (COUNT(?n) AS ?c) { ?s <http://e/name> ?n }", s=ann) == [("1",)]
    assert b"true" in query(version, "ASK { ?s <http://e/age> ?n }", bindings={"s": "<http://e/bob>"}).body
    assert b"false" in query(version, "ASK { ?s <http://e/age> ?n }", bindings={"s": ann}).body
    assert query(version, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", bindings={"s": ann}).rows == 2


PAYLOADS = [
    'x" } UNION { ?s ?p ?o } } #', "x' } #", "<http://e/ann> } { ?s ?p ?o", '"a" } VALUES ?x { "b"', "?n", "_:b", "",
    "Ann", '"unclosed', "<http://e/a b>", "<<( <a:a> <a:a> <a:a> )>>",
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_not_one_term_is_refused(payload: str) -> None:
    with pytest.raises(BadQuery, match="expected an IRI in angle brackets or a quoted literal"):
        bind(admit("SELECT ?n { ?s <http://e/name> ?n }"), {"n": payload})


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_gets_out_of_its_literal(text: str) -> None:
    store = pyoxigraph.Store()
    store.add(
        pyoxigraph.Quad(
            pyoxigraph.NamedNode("http://e/s"), pyoxigraph.NamedNode("http://e/p"), pyoxigraph.Literal("secret")
        )
    )
    bound = bind(admit("SELECT ?o { ?s ?p ?o }"), {"o": str(pyoxigraph.Literal(text))})
    assert len(list(store.query(bound))) == (text == "secret")  # type: ignore[arg-type]


def test_a_variable_is_a_name() -> None:
    with pytest.raises(BadQuery, match="name of a variable"):
        bind(admit("SELECT * { ?s ?p ?o }"), {"s } UNION {": "<http://e/a>"})
