"""Which title is whose: apposition on either side, in brackets, in lists, behind who is."""

import pytest

from kg.extraction.page import Page
from kg.extraction.reading import Reading
from kg.model.text import Document


def _held(text: str) -> list[tuple[str, str, str]]:
    """Person, titles as printed, rule."""
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    return [
        (
            reading.page.words(holding.person.name, holding.person.last),
            reading.page.words(holding.titles.first, holding.titles.last),
            holding.rule.removeprefix("post."),
        )
        for holding in reading.holdings
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Yesterday Head of Tides Mr. Peter Brandvik left.", "title-name"),
        ("Then the Head of Tides, Mr. Peter Brandvik, left.", "title-comma-name"),
        ("Then Mr. Peter Brandvik, Head of Tides, left.", "name-title"),
        ("Then Mr. Peter Brandvik, the Head of Tides, left.", "name-title"),
        ("Then Mr. Peter Brandvik (Head of Tides) left.", "name-title"),
        ("Then Mr. Peter Brandvik, who is the Head of Tides, left.", "name-title"),
        ("Mr. Peter Brandvik is the Head of Tides.", "name-who"),
        ("Mr. Peter Brandvik was Head of Tides.", "name-who"),
        ("Mr. Peter Brandvik as Head of Tides was late.", "name-who"),
    ],
)
def test_a_title_belongs_to_the_name_beside_it(text: str, rule: str) -> None:
    assert _held(text) == [("Peter Brandvik", "Head of Tides", rule)]


def test_a_body_may_stand_between_name_and_title() -> None:
    reading = Reading(
        Page(Document("Then Mr. Peter Brandvik of the Glacier Agency, Head of Tides, left.", "0" * 64, "note"))
    )
    (holding,) = reading.holdings

    assert holding.body is not None
    assert reading.body_name(holding.body.body) == "Glacier Agency"


def test_a_list_with_names_first() -> None:
    text = (
        "Present were Mr. Peter Brandvik, Head of Tides, Ms. Anna Ilvesoo, Director for Lagoons, "
        "and Dr. John Tembrook, Coordinator."
    )

    assert [(name, title) for name, title, _ in _held(text)] == [
        ("Peter Brandvik", "Head of Tides"),
        ("Anna Ilvesoo", "Director for Lagoons"),
        ("John Tembrook", "Coordinator"),
    ]


def test_a_list_with_titles_first() -> None:
    text = (
        "Present were the Head of Tides, Mr. Peter Brandvik; the Director for Lagoons, Ms. Anna Ilvesoo; "
        "and the Coordinator, Dr. John Tembrook."
    )

    assert [(name, title) for name, title, _ in _held(text)] == [
        ("Peter Brandvik", "Head of Tides"),
        ("Anna Ilvesoo", "Director for Lagoons"),
        ("John Tembrook", "Coordinator"),
    ]


def test_a_person_may_have_a_second_title_behind_a_comma() -> None:
    assert _held("Mr. Peter Brandvik, Head of Tides, Director for Lagoons, left.") == [
        ("Peter Brandvik", "Head of Tides", "name-title"),
        ("Peter Brandvik", "Director for Lagoons", "name-title"),
    ]


def test_a_title_on_either_side_of_a_name() -> None:
    assert _held("Head of Tides Mr. Peter Brandvik, Coordinator of the Glacier Agency, left.") == [
        ("Peter Brandvik", "Head of Tides", "title-name"),
        ("Peter Brandvik", "Coordinator of the Glacier Agency", "name-title"),
    ]


def test_a_semicolon_parts_two_people() -> None:
    assert _held("Mr. Peter Brandvik; Head of Tides; Ms. Anna Ilvesoo left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Peter Brandvik met the Head of Tides.",
        "Mr. Peter Brandvik left. The Head of Tides stayed.",
        "Mr. Peter Brandvik and the Head of Tides left.",
        "The Head of Tides thanked Mr. Peter Brandvik.",
        "The suspect, Mr. Peter Brandvik, and the victim, Ms. Anna Ilvesoo, were named by the Glacier Agency.",
        "Police named Mr. Peter Brandvik, a driver of Vienna, as the suspect.",
    ],
)
def test_a_title_of_somebody_else_is_not_his(text: str) -> None:
    assert _held(text) == []
