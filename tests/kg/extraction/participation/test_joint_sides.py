"""Sides that act together, each told of with who leads it."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

LEAD = ["led by", "headed by", "under the leadership of"]


def _parts(text: str) -> set[tuple[str, str]]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    assert sum(isinstance(claim, MeetingReport) for claim in claims) == 1
    return {(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)}


@pytest.mark.parametrize("verb", ["met in Oslo on 3 May 2024", "held talks in Oslo on 3 May 2024"])
@pytest.mark.parametrize("first", LEAD)
@pytest.mark.parametrize("second", LEAD)
def test_both_delegations_met(verb: str, first: str, second: str) -> None:
    text = (
        f"A Kenyan delegation {first} Anna Varga, Director of the Tide Agency, and a Norwegian delegation {second} "
        f"Minister Peter Brandvik {verb}."
    )
    assert _parts(text) == {
        ("Kenya", "participant"),
        ("Norway", "participant"),
        ("Anna Varga", "head-of-delegation"),
        ("Peter Brandvik", "head-of-delegation"),
    }


def test_officials_of_both_met() -> None:
    text = (
        "Kenyan officials led by Anna Varga, Director of the Tide Agency, and Norwegian officials led by "
        "Minister Peter Brandvik met in Oslo on 3 May 2024."
    )
    assert {("Kenya", "participant"), ("Norway", "participant")} <= _parts(text)


def test_sides_of_which_only_one_acts_are_not_joined() -> None:
    text = (
        "Officers of the Tide Agency led by Anna Varga watched, and officers of the Coast Guard led by "
        "Minister Peter Brandvik held a workshop in Oslo on 3 May 2024."
    )
    assert all(agent != "Tide Agency" for agent, _ in _parts(text))
