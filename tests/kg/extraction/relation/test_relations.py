"""Ties between bodies that a sentence states."""

import pytest

from kg.extraction import read
from kg.extraction.relation.cues import cues
from kg.model.claims import BodyRelation
from kg.model.text import Document


def _ties(text: str) -> list[tuple[str, str, str]]:
    claims = read(Document(text, "0" * 64, "note"))
    return [(claim.subject, claim.predicate, claim.object) for claim in claims if isinstance(claim, BodyRelation)]


@pytest.mark.parametrize(
    ("words", "predicate"),
    [
        ("was established by", "established-by"),
        ("was created by", "established-by"),
        ("was set up by", "established-by"),
        ("coordinates", "coordinates"),
        ("coordinates the work of", "coordinates"),
        ("is part of", "part-of"),
        ("became part of", "part-of"),
        ("serves as the secretariat of", "secretariat-of"),
    ],
)
def test_a_verb_ties_the_body_before_it_to_the_one_behind(words: str, predicate: str) -> None:
    assert _ties(f"The Glacier Agency {words} the Tide Council.") == [("Glacier Agency", predicate, "Tide Council")]


@pytest.mark.parametrize("verb", ["established", "created", "set up", "founded"])
def test_an_active_verb_of_founding_turns_them_round(verb: str) -> None:
    assert _ties(f"Yesterday the Glacier Agency {verb} the Tide Council.") == [
        ("Tide Council", "established-by", "Glacier Agency")
    ]


@pytest.mark.parametrize("verb", ["established", "created", "set up", "founded"])
def test_a_participle_does_not(verb: str) -> None:
    assert _ties(f"Yesterday the Glacier Agency, {verb} by the Tide Council, met.") == [
        ("Glacier Agency", "established-by", "Tide Council")
    ]


def test_several_bodies_behind_the_verb_are_all_tied() -> None:
    assert _ties("The Glacier Agency coordinates the Tide Council, the Canal Office and INTERPOL.") == [
        ("Glacier Agency", "coordinates", "Tide Council"),
        ("Glacier Agency", "coordinates", "Canal Office"),
        ("Glacier Agency", "coordinates", "INTERPOL"),
    ]


def test_a_tie_said_twice_is_one() -> None:
    text = "The Glacier Agency is part of the Tide Council. As ever, the Glacier Agency is part of the Tide Council."

    assert _ties(text) == [("Glacier Agency", "part-of", "Tide Council")]


def test_the_short_form_of_a_body_is_tied_under_its_name() -> None:
    text = "The Glacier Agency (GLAG) met. GLAG was established by the Tide Council."

    assert _ties(text) == [("Glacier Agency", "established-by", "Tide Council")]


def test_the_words_show_both_bodies_and_the_verb() -> None:
    document = Document("Once the Glacier Agency was established by the Tide Council.", "0" * 64, "note")
    (tie,) = [claim for claim in read(document) if isinstance(claim, BodyRelation)]

    assert [evidence.quotation for evidence in tie.evidence] == [
        "Glacier Agency was established by the Tide Council",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Agency is part of a long story. The Tide Council was established by law.",
        "The Glacier Agency coordinates 36 UN entities.",
        "Mr. Peter Brandvik established the Tide Council.",
        "The Glacier Agency and the Tide Council met. Established by INTERPOL, they said.",
        "The Glacier Agency established the Glacier Agency.",
    ],
)
def test_other_sentences_tie_nothing(text: str) -> None:
    assert _ties(text) == []


def test_every_cue_has_a_predicate_of_the_model() -> None:
    predicates = {"part-of", "established-by", "coordinates", "secretariat-of", "member-of", "formerly"}

    assert {cue.predicate for cue in cues()} <= predicates
