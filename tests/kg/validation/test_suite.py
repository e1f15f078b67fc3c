"""The SHACL Core test suite of the W3C, by the way that ``kg validate FILE --shapes SHAPES`` goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.validation import Violation, read_rdf, validate
from kg.validation.declared import Declared
from kg.validation.paths import path_text
from kg.validation.reading import triples_of
from kg.validation.shapes import shapes_of
from kg.validation.terms import plainly
from kg.validation.triples import TYPE, Triples
from kg.vocabulary import SH

SUITE = Path(__file__).parents[2] / "shacl-core"
MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"

MISREAD_BY_PYSHACL = {"uniqueLang-002"}  # only sh:uniqueLang true asks for anything; pySHACL 0.40 takes 1 for true

Row = tuple[str, str, str, str, str]
"""Focus node, path, value, component, severity."""


def cases() -> Iterator[Path]:
    for file in sorted(SUITE.rglob("*.ttl")):
        if f"{SHT}Validate" in (text := file.read_text(encoding="utf-8")) or "sht:Validate" in text:
            yield file


class Case:
    """One test: the files it names, and the rows it expects."""

    def __init__(self, file: Path) -> None:
        graph = Triples(triples_of(file))
        (self.entry,) = (Declared(graph, node) for node in graph.subjects(TYPE, f"<{SHT}Validate>"))
        self.graph, self.file = graph, file

    def named(self, what: str) -> Path:
        """The file that the test names as its data or as its shapes: itself, or one beside it."""
        (action,) = self.graph.objects(self.entry.node, f"<{MANIFEST}action>")
        (iri,) = self.graph.objects(action, f"<{SHT}{what}>")
        return self.file.with_name(plainly(iri).rpartition("/")[2])

    @property
    def expected(self) -> tuple[bool, list[Row]]:
        (report,) = self.graph.objects(self.entry.node, f"<{MANIFEST}result>")
        declared = Declared(self.graph, report)
        return declared.one("conforms").truth(), sorted(map(_expected, declared.many("result")))


def _expected(result: Declared) -> Row:
    def one(name: str) -> str:
        return plainly(result.one(name).node) if result.many(name) else ""

    path = path_text(result.one("resultPath")) if result.many("resultPath") else ""
    return one("focusNode"), path, one("value"), one("sourceConstraintComponent"), one("resultSeverity")


def _severity(row: Violation) -> str:
    return row.own_severity or f"{SH.iri}{row.severity.name.capitalize()}"


def test_the_suite_is_all_there() -> None:
    assert len(list(cases())) == 98


@pytest.mark.parametrize("file", [pytest.param(file, id=f"{file.parent.name}/{file.stem}") for file in cases()])
@pytest.mark.parametrize("reference", [False, True], ids=["compiled", "pyshacl"])
def test_the_report_is_what_the_suite_expects(file: Path, *, reference: bool) -> None:
    case = Case(file)
    report = validate(read_rdf(case.named("dataGraph")), shapes=case.named("shapesGraph"), reference=reference)
    rows = [
        (row.focus_node, row.path or "", row.value or "", row.component, _severity(row)) for row in report.violations
    ]
    conforms, expected = case.expected
    if reference and file.stem in MISREAD_BY_PYSHACL:
        assert sorted(rows) != expected
    else:
        assert sorted(rows) == expected
        assert (not report.violations) == conforms


def test_the_suite_is_compiled_but_for_one_that_uses_a_term_which_shacl_does_not_have() -> None:
    shapes = {file: shapes_of(Case(file).named("shapesGraph")) for file in cases()}
    refused = {file.stem: each.unknown for file, each in shapes.items() if each.compiled is None}
    assert list(refused) == ["qualifiedValueShape-001"]
    assert "nodeShape" in refused["qualifiedValueShape-001"]
