"""No term of ours that the ontology does not declare."""

import pytest

from kg import resources
from kg.validation import Violation, read_rdf, validate

EXAMPLE = read_rdf(resources.ontology() / "examples" / "participation.ttl") + "".join(
    map(read_rdf, sorted((resources.ontology() / "vocabularies").glob("*.ttl")))
)
NS = "https://w3id.org/ct-kg/ns"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def undeclared(added: str) -> list[Violation]:
    report = validate(EXAMPLE + added)
    return [each for each in report.violations if each.component.endswith("/VocabularyConstraintComponent")]


@pytest.mark.parametrize(
    ("added", "says"),
    [
        (f"<a:x> <{NS}#presance> <a:y> .\n", "found ct:presance; did you mean ct:presence?"),
        (f"<a:x> <{NS}#colour> <a:y> .\n", "found ct:colour"),
        (f"<a:x> {TYPE} <{NS}#Partcipation> .\n", "found ct:Partcipation; did you mean ct:Participation?"),
        (f"<{NS}/role/emperor> {TYPE} <http://www.w3.org/2004/02/skos/core#Concept> .\n", "found role:emperor"),
    ],
)
def test_a_term_that_is_not_declared_is_named_with_the_nearest(added: str, says: str) -> None:
    (found,) = undeclared(added)
    assert found.focus_node in added
    assert found.message.endswith(says)
    assert not validate(EXAMPLE + added).conforms


def test_terms_of_others_are_theirs() -> None:
    assert undeclared("<a:x> <https://other.example/colour> <a:y> .\n") == []
    assert undeclared("") == []


def test_other_shapes_do_not_close_our_vocabulary() -> None:
    shapes = resources.ontology() / "shapes" / "participation.ttl"
    assert validate(EXAMPLE + f"<a:x> <{NS}#colour> <a:y> .\n", shapes=shapes).conforms
