"""Letters explained by a name are a post's; a body in a list of those who came stays one."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.text import Document


def _there(sentence: str) -> set[str]:
    claims = read(Document(f"Abuja, 3 May 2021\n\n{sentence}\n", "0" * 64, "note"))
    return {claim.agent for claim in claims if isinstance(claim, Participation)}


def test_letters_that_a_name_explains_are_no_body() -> None:
    assert _there("The NSA, Dr. Peter Brandvik, received the Ambassador of Norway, Anna Ilvesoo.") == {
        "Peter Brandvik",
        "Anna Ilvesoo",
    }


@pytest.mark.parametrize("who", ["The NSA, Dr. Peter Brandvik, and Norway", "The NSA and Dr. Peter Brandvik"])
def test_a_body_in_a_list_stays_one(who: str) -> None:
    assert "NSA" in _there(f"{who} attended the Tide Conference.")
