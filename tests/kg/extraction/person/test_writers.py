"""Who writes a page in the first person."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.text import Document


def _parts(text: str) -> set[str]:
    claims = read(Document(text, "0" * 64, "note"))
    return {claim.agent for claim in claims if isinstance(claim, Participation)}


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "The Hon Clare Ilvesoo MP\n\n29 June 2022\n\nToday I met with Minister Peter Brandvik in Oslo.",
            {"Clare Ilvesoo", "Peter Brandvik"},
        ),
        (
            "Remarks by Minister Clare Ilvesoo\n\nYesterday I met Minister Peter Brandvik.",
            {"Clare Ilvesoo", "Peter Brandvik"},
        ),
        ("Ms. Clare Ilvesoo and Mr. John Tembrook\n\nToday I met with Minister Peter Brandvik.", {"Peter Brandvik"}),
        ('Ms. Clare Ilvesoo writes\n\nA guest said: "I met Minister Peter Brandvik."', {"Peter Brandvik"}),
        ("Ms. Clare Ilvesoo writes\n\nA guest: \u2018I met Minister Peter Brandvik.\u2019", {"Peter Brandvik"}),
        ("Open letter to Minister Clare Ilvesoo\n\nToday I met Minister Peter Brandvik.", {"Peter Brandvik"}),
        ("Minister Clare Ilvesoo dies\n\nIn May I met Minister Peter Brandvik.", {"Peter Brandvik"}),
        ("Letter by Minister Clare Ilvesoo\n\nCategory I met Minister Peter Brandvik.", {"Peter Brandvik"}),
        ("Speech by Minister Clare Ilvesoo\n\nI wish I met Minister Peter Brandvik.", set()),
        (
            "Message to the fleet by Minister Clare Ilvesoo\n\nToday I met Minister Peter Brandvik.",
            {"Clare Ilvesoo", "Peter Brandvik"},
        ),
    ],
)
def test_i_is_the_one_person_named_above_the_text(text: str, agents: set[str]) -> None:
    assert _parts(text) == agents
