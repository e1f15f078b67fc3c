"""Who met where a body is named with its members."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

MEMBERS = ["comprising", "consisting of", "composed of ministers from", "which comprises"]


def _agents(text: str) -> list[str]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return [claim.agent for claim in claims if isinstance(claim, Participation)]


@pytest.mark.parametrize("members", MEMBERS)
@pytest.mark.parametrize("did", ["met in Oslo on Monday", "held its third meeting in Oslo on Monday"])
def test_the_body_and_all_of_its_members_met(members: str, did: str) -> None:
    text = f"The Tide Committee, {members} Kenya, Norway, Fiji and Peru, {did}."
    assert set(_agents(text)) == {"Tide Committee", "Kenya", "Norway", "Fiji", "Peru"}


def test_who_is_no_body_met_through_its_members() -> None:
    assert _agents("The Quad, comprising Kenya, Norway, Fiji and Peru, met in Oslo.") == [
        "Kenya",
        "Norway",
        "Fiji",
        "Peru",
    ]


def test_what_a_paper_is_made_up_of_took_no_part() -> None:
    assert _agents("The report, comprising chapters on Kenya and Norway, praised the third Tide Conference.") == []


def test_the_land_in_which_they_met_is_no_guest() -> None:
    assert "Kenya" not in _agents(
        "The Tide Committee, comprising chiefs from the member states, met in Kenya on Monday."
    )


@pytest.mark.parametrize("made", ["composed of", "composed by", "comprised of"])
def test_those_of_whom_a_delegation_is_made_up_were_there(made: str) -> None:
    text = (
        "The Tide Assembly (TA) attended the third Tide Conference. "
        f"The TA delegation was {made} the President, Hon. Peter Brandvik, and Hon. Anna Ilvesoo."
    )
    assert {"Peter Brandvik", "Anna Ilvesoo"} <= set(_agents(text))
