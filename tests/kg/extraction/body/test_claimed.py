"""By what rule a body or state becomes a claim: what the text shows it doing."""

import pytest

from kg.extraction import read
from kg.model.claims import NameUse
from kg.model.text import Document


def _rules(text: str) -> dict[str, str]:
    claims = read(Document(text, "0" * 64, "note"))
    return {claim.name: claim.rule for claim in claims if isinstance(claim, NameUse) and claim.kind != "person"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("It was shown to Mr. Jonas Varga, Director of the Tidal Safety Centre.", "body.head/post"),
        ("They saw it, and the Tidal Safety Centre (TSC) paid for it.", "body.head/acronym"),
        ("They saw it, and the Tidal Safety Centre has paid for it.", "body.head/subject"),
        ("They saw it near the Tidal Safety Centre at noon.", "body.head/once"),
    ],
)
def test_a_body_is_claimed_by_what_the_text_shows_of_it(text: str, rule: str) -> None:
    assert _rules(text)["Tidal Safety Centre"] == rule


def test_a_name_in_a_line_of_capitals_alone_is_possible_at_most() -> None:
    text = "TIDAL SAFETY CENTRE TAKES OFFICE\n\nThey saw it at noon, and all of them were pleased with what they saw.\n"

    assert set(_rules(text).values()) <= {"body.head/headline"}


def test_a_known_body_that_only_qualifies_a_word_is_told_apart() -> None:
    assert _rules("They spoke of the UN Charter and of tides.") == {"UN": "body.known/prefix"}


def test_a_state_is_claimed_only_if_it_acts() -> None:
    assert _rules("The talks, which Kenya hosted, were about tides in Norway.") == {"Kenya": "state.hosts"}


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of tides.\nThe meeting of the masters took place in May.\nThe Tidal Press Service",
        "They met at noon, the Press Service of the Tidal Centre said.",
    ],
)
def test_a_press_service_only_tells(text: str) -> None:
    rules = {rule for name, rule in _rules(text).items() if "Press" in name}

    assert rules <= {"body.reporter"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They spoke of trade, ICT and tides.", "ICT"),
        ("The plan on ICT was adopted, and the work on ICT goes on.", "ICT"),
        ("They heard the Unit of the Tide Commission (OAS/TDC) at noon.", "OAS"),
        ("The rules are those of Regulation (EU) 2018/1727.", "EU"),
    ],
)
def test_letters_that_stand_for_something_else_too_are_possible_at_most(text: str, name: str) -> None:
    assert _rules(text)[name] == "body.acronym/only"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The International Institute for Counter-Terrorism (ICT) spoke. The plan of the ICT was adopted.", "ICT"),
        ("They met Ms. Anna Ilvesoo, Director of the ICT.", "ICT"),
        ("They met experts of the European Union (EU) in May, and the EU paid.", "European Union"),
        ("They heard the OSCE/ODIHR at noon.", "OSCE/ODIHR"),
    ],
)
def test_letters_beside_the_name_or_a_post_are_those_of_the_body(text: str, name: str) -> None:
    assert not {rule for printed, rule in _rules(text).items() if name in printed} & {"body.acronym/only"}
