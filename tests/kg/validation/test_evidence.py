"""Quotations stand where they are said to stand."""

import pytest

from kg import resources
from kg.validation import read_rdf, validate

EXAMPLE = read_rdf(resources.ontology() / "examples" / "participation.ttl") + "".join(
    map(read_rdf, sorted((resources.ontology() / "vocabularies").glob("*.ttl")))
)
DOCUMENT = "https://w3id.org/ct-kg/id/document/1f0a3c5e7b9d2468"
WORDS = "co-chaired by Ms Ada Lindqvist, Director of the Safety Office"
TEXT = f"{'…' * 412}{WORDS} and others"


def test_true_words_are_admitted() -> None:
    assert validate(EXAMPLE, texts={DOCUMENT: TEXT}).violations == ()


@pytest.mark.parametrize("text", ["", TEXT[1:], f".{TEXT}", TEXT.replace("Ada", "Ida"), TEXT[:470]])
def test_words_that_stand_elsewhere_or_are_others_are_not(text: str) -> None:
    (found,) = validate(EXAMPLE, texts={DOCUMENT: text}).violations
    assert found.component.endswith("/EvidenceConstraintComponent")
    assert (found.document, found.words) == (DOCUMENT, WORDS)
    assert "read the document again" in found.message


def test_without_the_text_only_the_form_can_be_checked() -> None:
    assert validate(EXAMPLE, texts={f"{DOCUMENT}0": "other"}).violations == ()
