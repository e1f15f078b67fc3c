"""People known by their neighbours in a list."""

import pytest
from names_read import names, rules


def test_those_beside_a_person_in_a_list_with_brackets_are_people() -> None:
    text = "Present were Ms. Anna Ilvesoo (North, Norway); Orrel Abate Tembrook (South, Kenya) and Wame Varga (Chad)."

    assert names(text) == ["Anna Ilvesoo", "Orrel Abate Tembrook", "Wame Varga"]
    assert rules(text)[1] == "person.listed"


@pytest.mark.parametrize(
    "text",
    [
        "Present were Ms. Anna Ilvesoo (Norway). Orrel Tembrook (South, Kenya) is a harbour.",
        "Present were Ms. Anna Ilvesoo, Orrel Tembrook Harbour and others.",
    ],
    ids=["another sentence", "a thing"],
)
def test_others_are_not(text: str) -> None:
    assert names(text) == ["Anna Ilvesoo"]
