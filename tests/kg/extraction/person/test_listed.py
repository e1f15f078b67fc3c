"""People known by their neighbours in a list."""

import pytest
from names_read import names, rules


def test_those_beside_a_person_in_a_list_with_brackets_are_people() -> None:
    text = "Present were Ms. Anna Ilvesoo (North, Norway); Orrel Abate Tembrook (South, Kenya) and Wame Varga (Chad)."

    assert names(text) == ["Anna Ilvesoo", "Orrel Abate Tembrook", "Wame Varga"]
    assert rules(text)[1] == "person.listed"


def test_entries_like_those_beside_them_begin_with_people() -> None:
    entries = "- Ms. Anna Ilvesoo\n- Orrel Tembrook, Glacier Agency\n- Mr. Wame Varga, Kenya\n- Boats and nets\n"

    assert names(f"Present were:\n\n{entries}") == ["Anna Ilvesoo", "Orrel Tembrook", "Wame Varga"]


def test_a_list_of_things_stays_one() -> None:
    entries = "- Ms. Anna Ilvesoo\n- Orrel Tembrook, a harbour\n- Estre Varga, a lagoon\n- Zenkot Ostre, a river\n"

    assert names(f"They saw:\n\n{entries}") == ["Anna Ilvesoo"]


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


def test_entries_alike_have_names_of_ordinary_words() -> None:
    head = "The members:\n- Anna Ilvesoo (Bergen), Tide Committee.\n- Peter Brandvik (Oslo), Net Committee."

    assert names(f"{head}\n- Garvet Graves (Malta), Net Committee.\n") == [
        "Anna Ilvesoo",
        "Peter Brandvik",
        "Garvet Graves",
    ]
    assert names(f"{head}\n- Garvet Graves, Net Committee.\n") == ["Anna Ilvesoo", "Peter Brandvik"]
