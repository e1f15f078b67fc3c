"""The gate admits, refuses and says why; and reads RDF files from outside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, SH, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg import resources
from kg.errors import InputError, KgError, NotFound, ShapesError, UsageError
from kg.validation import Report, Severity, Violation, read_rdf, validate
from kg.vocabulary import SH as SHACL

EXAMPLES = resources.ontology() / "examples"
CONCEPTS = "".join(map(read_rdf, sorted((resources.ontology() / "vocabularies").glob("*.ttl"))))
PARTICIPATION = read_rdf(EXAMPLES / "participation.ttl") + CONCEPTS

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix : <https://shapes.example/> .
:Thing a sh:NodeShape ; sh:targetClass :Thing ; sh:property :named, :linked, :sized .
:named a sh:PropertyShape ; sh:path :name ; sh:minCount 1 ; sh:message "expected a name"@en .
:linked a sh:PropertyShape ; sh:path ( :part [ sh:inversePath :whole ] ) ; sh:maxCount 0 ;
    sh:severity sh:Warning ; sh:message "expected no part" .
:sized a sh:PropertyShape ; sh:path :size ; sh:maxInclusive 3 ; sh:severity sh:Info ; sh:message "expected 3 at most" .
"""
THING = "<https://data.example/t> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://shapes.example/Thing> .\n"
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    file = tmp_path / "shapes.ttl"
    file.write_text(SHAPES, encoding="utf-8")
    return file


def statement(subject: str, name: str, value: str) -> str:
    return f"<https://data.example/{subject}> <https://shapes.example/{name}> {value} .\n"


def test_a_good_graph_is_admitted_and_its_focus_nodes_are_counted() -> None:
    report = validate(PARTICIPATION)
    assert report.conforms
    assert report.violations == ()
    lines = PARTICIPATION.splitlines()
    typed = {line.split()[0] for line in lines if "#type>" in line}
    own = {subject for subject in typed if "/ns/" not in subject}
    assert report.focus_nodes == len(own) + CONCEPTS.count("#Concept> .")


def test_a_refusal_says_where_which_constraint_and_what_to_do(shapes: Path) -> None:
    report = validate(THING, shapes=shapes)
    assert not report.conforms
    assert report.violations == (
        Violation(
            focus_node="https://data.example/t",
            path="https://shapes.example/name",
            component=SHACL.iri + "MinCountConstraintComponent",
            value=None,
            severity=Severity.VIOLATION,
            message="expected a name",
            shape="https://shapes.example/named",
        ),
    )


def test_a_refusal_names_what_it_is_about_as_the_graph_does(shapes: Path) -> None:
    label = '<https://data.example/t> <http://www.w3.org/2000/01/rdf-schema#label> "Harbour Forum"@en .\n'
    assert [found.name for found in validate(THING, shapes=shapes).violations] == [None]
    assert [found.name for found in validate(THING + label, shapes=shapes).violations] == ["Harbour Forum"]


def test_findings_keep_nothing_out(shapes: Path) -> None:
    part = statement("t", "part", "<https://data.example/p>") + statement("x", "whole", "<https://data.example/p>")
    data = THING + statement("t", "name", '"T"') + statement("t", "size", f'"5"{INTEGER}') + part
    report = validate(data, shapes=shapes)
    assert report.conforms
    assert {found.severity for found in report.findings} == {Severity.WARNING, Severity.INFO}
    by_severity = {found.severity: found for found in report.violations}
    assert by_severity[Severity.INFO].value == f'"5"{INTEGER}'
    path = (
        "( <https://shapes.example/part> [ <http://www.w3.org/ns/shacl#inversePath> <https://shapes.example/whole> ] )"
    )
    assert by_severity[Severity.WARNING].path == path


def test_the_report_is_a_standard_one_that_other_tools_read(shapes: Path) -> None:
    data = THING + statement("t", "size", f'"5"{INTEGER}') + statement("t", "size", '"\\"big\\"\\n"')
    report = validate(data, shapes=shapes)
    graph = Graph().parse(data=report.to_turtle(), format="turtle")
    (root,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(root, SH.conforms) == Literal(False)
    results = list(graph.objects(root, SH.result))
    assert len(results) == len(report.violations) > 2
    for result in results:
        assert isinstance(result, URIRef)
        required = (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent, SH.resultMessage)
        assert all(graph.value(result, each) is not None for each in required)
    assert Literal('"big"\n') in set(graph.objects(None, SH.value))


def test_a_clean_report_conforms_in_turtle_too() -> None:
    graph = Graph().parse(data=validate(PARTICIPATION).to_turtle(), format="turtle")
    assert list(graph.objects(None, SH.conforms)) == [Literal(True)]


def test_the_report_as_json_values(shapes: Path) -> None:
    plain = validate(THING, shapes=shapes).to_plain()
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["conforms"], plain["focus_nodes"]) == (False, 1)
    assert plain["violations"][0]["severity"] == "violation"
    assert plain["violations"][0]["path"] == "https://shapes.example/name"


def test_the_same_text_whatever_the_hash_seed_and_the_order_of_lines(tmp_path: Path, shapes: Path) -> None:
    lines = [THING.replace("/t>", f"/{name}>") for name in "cab"]
    lines += [statement("b", "size", f'"{n}"{INTEGER}') for n in (7, 9)]
    blank = "_:x <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://shapes.example/Thing> .\n"
    code = (
        "import sys; from pathlib import Path; from kg.validation import validate\n"
        "print(validate(Path(sys.argv[1]).read_text(), shapes=Path(sys.argv[2])).to_turtle())"
    )
    texts = set()
    for seed, order in (("0", 1), ("1", -1), ("2", 1)):
        data = tmp_path / f"{seed}.nt"
        data.write_text("".join([*lines, blank][::order]), encoding="utf-8")
        command = [sys.executable, "-W", "error", "-c", code, str(data), str(shapes)]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(resources.ontology().parent)}
        finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert finished.stderr == ""
        texts.add(finished.stdout)
    assert len(texts) == 1
    assert "_:x" in texts.pop()


def test_an_ill_formed_date_is_a_violation_and_not_a_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    report = validate(PARTICIPATION.replace('issued> "2031-05-07"', 'issued> "2031-02-30"'))
    assert [str(found.shape).rpartition("/")[2] for found in report.violations] == ["Document-issued"]
    assert capfd.readouterr() == ("", "")


def test_an_empty_check_does_not_pass_for_a_check(shapes: Path) -> None:
    with pytest.raises(ShapesError, match=r"found none here;.*--shapes"):
        validate(statement("t", "name", '"T"'))
    foreign = validate(statement("t", "name", '"T"'), shapes=shapes)
    assert (foreign.conforms, foreign.focus_nodes) == (True, 0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("@prefix sh: <http://www.w3.org/ns/shacl#> .\n<a:b> sh:path", "expected Turtle, found an error in broken.ttl"),
        ("@prefix sh: <http://www.w3.org/ns/shacl#> .\n<a:b> a sh:PropertyShape .", "expected SHACL Core shapes"),
    ],
)
def test_broken_shapes_are_named(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "broken.ttl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ShapesError, match=says):
        validate(THING, shapes=file)


def test_missing_shapes_and_broken_triples_are_named(tmp_path: Path, shapes: Path) -> None:
    with pytest.raises(ShapesError, match="found nothing at"):
        validate(THING, shapes=tmp_path / "nothing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ShapesError, match="found none"):
        validate(THING, shapes=tmp_path / "empty")
    with pytest.raises(ShapesError, match="expected N-Triples"):
        validate("<a:b> <a:c>", shapes=shapes)


TURTLE = """@prefix : <https://data.example/> .
:a :says "one\\n\\"two\\"", "deux"@fr, 3 ; :of [ :in "a list" ] .
"""


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("a.ttl", TURTLE, 5),
        ("a.nt", THING, 1),
        ("a.trig", "@prefix : <https://data.example/> . :g { :a :b :c } :h { :a :b :c, :d }", 2),
        ("a.nq", THING.replace(" .\n", " <a:g> .\n") + THING.replace(" .\n", " <a:h> .\n"), 1),
        ("empty.ttl", "", 0),
    ],
)
def test_rdf_files_become_sorted_triples(tmp_path: Path, name: str, text: str, lines: int) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    triples = read_rdf(file)
    assert triples.splitlines() == sorted(set(triples.splitlines()))
    assert len(triples.splitlines()) == lines
    given = Dataset(default_union=True) if name in {"a.trig", "a.nq"} else Graph()
    if name.endswith(("ttl", "nt")):
        given.parse(file)
        assert isomorphic(given, Graph().parse(data=triples, format="nt"))
    assert read_rdf(file) == triples


@pytest.mark.parametrize(
    ("name", "text", "error", "says"),
    [
        ("a.ttl", "@prefix : <https://x.example/> .\n:a :b\n  :c :d .\n", InputError, r"a\.ttl, line 3"),
        ("a.trig", "@prefix : <https://x.example/> .\n:g { :a :b }\n", InputError, r"a\.trig, line 2"),
        ("a.nt", THING + "<a:b> <a:c> nonsense .\n", InputError, r"a\.nt, line 2"),
        ("a.nq", THING + THING + "<a:b> <a:c> nonsense .\n", InputError, r"a\.nq, line 3"),
        ("a.ttl", "<a:b> <a:c> <a:d e> .", InputError, "percent-encode|found an error"),
        ("a.rdf", "<rdf/>", UsageError, "found RDF/XML.*convert"),
        ("a.csv", "a,b", UsageError, r"expected a file named \.nq, \.nt, \.trig, \.ttl"),
        ("missing.ttl", None, NotFound, "found none at"),
    ],
)
def test_what_cannot_be_read_says_where(
    tmp_path: Path, name: str, text: str | None, error: type[KgError], says: str
) -> None:
    file = tmp_path / name
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(error, match=says):
        read_rdf(file)


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="expected UTF-8, found byte 0"):
        read_rdf(file)


def _violations() -> st.SearchStrategy[Violation]:
    texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
    return st.builds(
        Violation,
        focus_node=st.sampled_from(["a:1", "a:2", "_:b"]),
        path=st.sampled_from([None, "a:p", "( <a:p> <a:q> )"]),
        component=st.just("a:c"),
        value=st.sampled_from([None, "a:v", '"x"@en']),
        severity=st.sampled_from(Severity),
        message=texts,
    )


@given(st.sets(_violations(), max_size=6))
def test_a_report_loses_nothing_and_conforms_exactly_without_a_violation(found: set[Violation]) -> None:
    report = Report.of(found, 1)
    assert set(report.violations) == found
    assert Report.from_plain(json.loads(json.dumps(report.to_plain()))) == report
    assert report.conforms == all(each.severity is not Severity.VIOLATION for each in found)
    graph = Graph().parse(data=report.to_turtle(), format="turtle")
    assert len(set(graph.objects(None, SH.result))) == len(found)
    messages = sorted(str(message) for message in graph.objects(None, SH.resultMessage))
    assert messages == sorted(each.message for each in found)
