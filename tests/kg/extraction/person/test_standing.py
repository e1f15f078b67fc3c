"""Titles that stand alone for a person whose post was named before: unique or nothing."""

import pytest

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _alone(text: str) -> list[tuple[str, str]]:
    """The titles that stand alone, each with the words that name the person meant."""
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    page = reading.page
    alone = {group.first: group for group in reading.titles if group.first not in reading.holders}
    return [
        (page.words(first, group.last), page.words(reading.owner[first].name, reading.owner[first].last))
        for first, group in alone.items()
        if first in reading.owner
    ]


HOLDER = "Ms. Anna Ilvesoo, Minister of Foreign Affairs of Norway, came to the harbour. "


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("The Minister thanked the crews.", "Minister"),
        ("The minister thanked the crews.", "minister"),
        ("The Foreign Minister thanked the crews.", "Foreign Minister"),
        ("The crews were thanked by the Minister.", "Minister"),
        ("The Norwegian Foreign Minister thanked the crews.", "Norwegian Foreign Minister"),
    ],
)
def test_a_part_of_the_title_means_its_holder(after: str, words: str) -> None:
    assert _alone(HOLDER + after) == [(words, "Anna Ilvesoo")]


@pytest.mark.parametrize(
    "text",
    [
        HOLDER + "The Ministers thanked the crews.",
        HOLDER + "A Minister thanked the crews.",
        HOLDER + "The Defence Minister thanked the crews.",
        HOLDER + "The Kenyan Foreign Minister thanked the crews.",
        HOLDER + "Mr. Peter Brandvik, Minister of Defence of Kenya, came too. The Minister thanked the crews.",
        "The Minister thanked the crews. " + HOLDER,
        "Mr. Bertil Quarshie, former Director of the Glacier Agency, came. The Director thanked the crews.",
        "Mr. Bertil Quarshie, Deputy Director of the Glacier Agency, came. The Director thanked the crews.",
        "Mr. Bertil Quarshie, Chair of the Tide Council, came. Norway was in the Chair.",
    ],
    ids=[
        "plural",
        "indefinite",
        "another post",
        "another state",
        "two holders",
        "before",
        "former",
        "a deputy",
        "an office",
    ],
)
def test_else_nobody_is_meant(text: str) -> None:
    assert _alone(text) == []


def test_the_state_named_tells_two_holders_apart() -> None:
    met = "The Minister of Tides, Peter Brandvik, met the Norwegian Minister of Tides, Anna Ilvesoo. "

    assert _alone(met + "The Norwegian Minister thanked the crews.") == [("Norwegian Minister", "Anna Ilvesoo")]


def test_a_title_alone_is_no_post_of_its_own() -> None:
    reading = Reading(Page(Document(HOLDER + "The Minister thanked the crews.", "0" * 64, "note")))

    assert len(reading.owner) == len(reading.holders) + 1
