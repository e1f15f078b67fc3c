"""Shapes that the compiler does not know fall back to pySHACL, and never pass; what is never run is refused."""

from pathlib import Path

import pytest

from kg.errors import ShapesError
from kg.validation import Severity, read_rdf, validate
from kg.validation.shapes import shapes_of

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://shapes.example/> .
"""
DATA = """@prefix : <https://shapes.example/> .
:a a :Thing ; :size 1, 7 ; :of :b ; :name "Ida"@en-GB, "Ida"@en .
:b a :Thing ; :size 3 ; :of :a .
"""
TARGET = ":Thing a sh:NodeShape ; sh:targetClass :Thing ;"

NOT_COMPILED = {
    "SPARQL": f'{TARGET} sh:sparql [ sh:select "SELECT $this WHERE {{ $this <https://shapes.example/size> 7 }}" ] .',
    "a component of one's own": (
        f"{TARGET} :odd true . :Odd a sh:ConstraintComponent ; sh:parameter [ sh:path :odd ] ; "
        'sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER NOT EXISTS { $value <https://shapes.example/size>'
        ' 7 } }" ] .'
    ),
    "a target by SPARQL": (
        ":Large a sh:NodeShape ; sh:property [ sh:path :size ; sh:maxCount 1 ] ; sh:target [ a sh:SPARQLTarget ; "
        'sh:select "SELECT ?this WHERE { ?this <https://shapes.example/size> 7 }" ] .'
    ),
    "a flag that Python does not have": f'{TARGET} sh:property [ sh:path :name ; sh:pattern "^x" ; sh:flags "q" ] .',
    "any literal": f"{TARGET} sh:property [ sh:path :of ; sh:datatype rdfs:Literal ] .",
}


def written(folder: Path, shapes: str) -> Path:
    file = folder / "shapes.ttl"
    file.write_text(PREFIXES + shapes, encoding="utf-8")
    return file


@pytest.fixture
def data(tmp_path: Path) -> str:
    (tmp_path / "data.ttl").write_text(DATA, encoding="utf-8")
    return read_rdf(tmp_path / "data.ttl")


@pytest.mark.parametrize("name", NOT_COMPILED)
def test_what_the_compiler_does_not_know_pyshacl_decides(name: str, data: str, tmp_path: Path) -> None:
    file = written(tmp_path, NOT_COMPILED[name])
    assert shapes_of(file).compiled is None
    report = validate(data, shapes=file)
    assert not report.conforms
    assert report == validate(data, shapes=file, reference=True)


def test_shapes_inside_themselves_are_not_compiled(data: str, tmp_path: Path) -> None:
    file = written(tmp_path, f"{TARGET} sh:property [ sh:path :of ; sh:node :Thing ] .")
    assert "inside itself" in shapes_of(file).unknown
    validate(data, shapes=file)


@pytest.mark.parametrize(
    ("shapes", "says"),
    [
        (f"{TARGET} sh:js [ sh:jsFunctionName 'f' ] .", "JavaScript.*never run"),
        (f"<> sh:entailment <http://www.w3.org/ns/entailment/RDFS> . {TARGET} sh:nodeKind sh:IRI .", "inference"),
        (f"{TARGET} sh:minCount 1 .", "expected SHACL Core shapes"),
        (f"{TARGET} sh:property [ sh:path :size ; sh:minCount 'one' ] .", "expected SHACL Core shapes"),
        (f"{TARGET} sh:property [ sh:path :name ; sh:pattern '[' ] .", "expected SHACL Core shapes"),
    ],
)
def test_what_cannot_be_run_is_said_and_does_not_pass(shapes: str, says: str, data: str, tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match=says):
        validate(data, shapes=written(tmp_path, shapes))


COMPILED = {
    "in order of a sequence and back": ("[ sh:path ( :of [ sh:inversePath :of ] ) ; sh:maxCount 0 ]", 2),
    "either way": ("[ sh:path [ sh:alternativePath ( :size :of ) ] ; sh:maxCount 2 ]", 1),
    "any number of steps": ("[ sh:path [ sh:zeroOrMorePath :of ] ; sh:maxCount 1 ]", 2),
    "at least one step": ("[ sh:path [ sh:oneOrMorePath :of ] ; sh:minCount 3 ]", 2),
    "one step at most": ("[ sh:path [ sh:zeroOrOnePath :of ] ; sh:maxCount 1 ]", 2),
    "the way back of a way": ("[ sh:path [ sh:inversePath [ sh:oneOrMorePath :of ] ] ; sh:maxCount 1 ]", 2),
    "a range": ("[ sh:path :size ; sh:minExclusive 1 ; sh:maxExclusive 7 ]", 2),
    "lengths": ("[ sh:path :name ; sh:minLength 4 ; sh:maxLength 2 ]", 4),
    "languages": ("[ sh:path :name ; sh:languageIn ( 'de' 'en' ) ]", 0),
    "no language": ("[ sh:path :size ; sh:languageIn ( 'en' ) ]", 3),
    "equality": ("[ sh:path :size ; sh:equals :name ]", 5),
    "all of several": ("[ sh:path :size ; sh:and ( [ sh:minInclusive 2 ] [ sh:maxInclusive 5 ] ) ]", 2),
    "one of two": ("[ sh:path :size ; sh:xone ( [ sh:minInclusive 2 ] [ sh:maxInclusive 5 ] ) ]", 1),
    "a node shape": ("[ sh:path :of ; sh:node [ sh:property [ sh:path :size ; sh:maxCount 1 ] ] ]", 1),
    "with siblings": (
        (
            "[ sh:path :size ; sh:qualifiedValueShape [ sh:minInclusive 2 ] ; sh:qualifiedMinCount 1 ; "
            "sh:qualifiedValueShapesDisjoint true ] , [ sh:path :size ; sh:qualifiedValueShape [ sh:minInclusive 5 ] ; "
            "sh:qualifiedMaxCount 0 ]"
        ),
        2,
    ),
    "deactivated": ("[ sh:path :none ; sh:minCount 1 ; sh:deactivated true ]", 0),
    "a comparison": ("[ sh:path :size ; sh:lessThan :size ]", 4),
    "a blank kind": ("[ sh:path :of ; sh:nodeKind sh:BlankNodeOrLiteral ]", 2),
}


@pytest.mark.parametrize("name", COMPILED)
def test_all_of_core_is_compiled_and_agreed_upon(name: str, data: str, tmp_path: Path) -> None:
    constraint, results = COMPILED[name]
    file = written(tmp_path, f"{TARGET} sh:property {constraint} .")
    assert shapes_of(file).compiled is not None
    report = validate(data, shapes=file)
    assert report == validate(data, shapes=file, reference=True)
    assert len(report.violations) == results
    assert all(each.message.startswith("expected ") for each in report.violations)


def test_a_closed_shape_names_the_property_that_is_too_much(data: str, tmp_path: Path) -> None:
    rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    file = written(tmp_path, f"{TARGET} sh:closed true ; sh:ignoredProperties ( {rdf_type} :of ) ; "
                             "sh:property [ sh:path :size ] .")  # fmt: skip
    report = validate(data, shapes=file)
    assert report == validate(data, shapes=file, reference=True)
    assert {each.path for each in report.violations} == {"https://shapes.example/name"}


def test_a_severity_of_ones_own_is_kept_and_counts_as_a_violation(data: str, tmp_path: Path) -> None:
    file = written(tmp_path, f"{TARGET} sh:severity :Grave ; sh:nodeKind sh:BlankNode .")
    report = validate(data, shapes=file)
    assert {each.severity for each in report.violations} == {Severity.VIOLATION}
    assert "sh:resultSeverity <https://shapes.example/Grave>" in report.to_turtle()
