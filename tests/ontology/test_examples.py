"""For each class one example that conforms, and one that violates exactly what it says."""

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from kg import resources
from kg.validation import Severity, Violation, read_rdf, validate
from kg.vocabulary import PREFIXES

EXAMPLES = resources.ontology() / "examples"
SHAPES = resources.ontology() / "shapes"
INVALID = sorted(EXAMPLES.glob("*.invalid.ttl"))
CONFORMING = sorted(set(EXAMPLES.glob("*.ttl")) - set(INVALID))


@pytest.fixture(scope="module")
def concepts() -> str:
    return "".join(map(read_rdf, sorted((resources.ontology() / "vocabularies").glob("*.ttl"))))


def expanded(text: str) -> str:
    """A header's CURIEs as reports give them: a single property plainly, those of a path in angle brackets."""
    plain = re.sub(r"\b([a-z]+):([\w-]+)", lambda m: f"<{PREFIXES[m[1]]}{m[2]}>", text)
    return plain if plain.startswith(("(", "[")) else plain.strip("<>")


def announced(file: Path) -> tuple[str, str | None, str]:
    """Shape, path and component of the line ``# violates: shape / path / component``."""
    header = file.read_text(encoding="utf-8").splitlines()[0]
    shape, path, component = header.removeprefix("# violates: ").split(" / ")
    return expanded(shape), None if path == "-" else expanded(path), f"{PREFIXES['sh']}{component}ConstraintComponent"


def test_each_shape_file_has_both_examples() -> None:
    names = {file.stem for file in SHAPES.glob("*.ttl")}
    assert {file.stem for file in CONFORMING} == names
    assert {file.name.removesuffix(".invalid.ttl") for file in INVALID} == names


def test_each_class_of_ours_has_an_example(terms: Graph, examples: Graph) -> None:
    typed = set(examples.objects(None, RDF.type))
    assert [each for each in terms.subjects(RDF.type, OWL.Class) if each not in typed] == []


@pytest.mark.parametrize("file", CONFORMING, ids=lambda file: file.stem)
def test_an_example_conforms_without_a_finding(file: Path, concepts: str) -> None:
    assert validate(read_rdf(file) + concepts).violations == ()


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_a_counter_example_violates_exactly_what_it_says(file: Path, concepts: str) -> None:
    found = validate(read_rdf(file) + concepts).violations
    assert [(each.shape, each.path, each.component) for each in found] == [announced(file)]
    assert found[0].severity is Severity.VIOLATION


def test_all_examples_hold_together_as_one_graph(concepts: str) -> None:
    report = validate("".join(map(read_rdf, CONFORMING)) + concepts)
    assert report.violations == ()
    assert report.conforms


def test_one_missing_passage_is_seen(concepts: str) -> None:
    whole = read_rdf(EXAMPLES / "participation.ttl") + concepts
    passage = next(line.split()[0] for line in whole.splitlines() if "/passage/" in line.split()[0])
    subject = passage.split("#")[0].rstrip(">")
    without_node = "".join(f"{line}\n" for line in whole.splitlines() if not line.startswith(f"{subject}> "))
    without_trace = "".join(f"{line}\n" for line in whole.splitlines() if f"{subject}>" not in line)
    for damaged in (without_node, without_trace):
        report = validate(damaged)
        assert not report.conforms
        assert {_shape(each) for each in report.violations} >= {"Position-passage", "Quote-passage"}
    assert "Participation-words" in {_shape(each) for each in validate(without_trace).violations}


def _shape(violation: Violation) -> str:
    return str(violation.shape).rpartition("/")[2]


def test_invented_people_only(examples: Graph) -> None:
    names = {str(name) for name in examples.objects(None, URIRef(PREFIXES["foaf"] + "name"))}
    assert names == {"Ada Lindqvist"}
