"""Places as printed: which words are a place, and what leads to it."""

import pytest

from kg.extraction.circumstances.places import PlaceHit, city_of, places
from kg.extraction.text.page import Page
from kg.model.text import Document


def _found(text: str) -> list[PlaceHit]:
    page = Page(Document(text, "0" * 64, "note"))
    return places(page, [False] * len(page.tokens))


@pytest.mark.parametrize(
    ("text", "name", "lead"),
    [
        ("They met in Oslo.", "Oslo", "in"),
        ("They met in the Norwegian capital Oslo.", "Oslo", "in"),
        ("They travelled to Oslo.", "Oslo", "to"),
        ("The hall (Oslo) was full.", "Oslo", "("),
        ("Oslo will be the venue.", "Oslo", "venue"),
        ("They met in Lindholm, Norway.", "Lindholm", "in"),
        ("The talks took place in Lindholm yesterday.", "Lindholm", "in"),
        ("They met in Lindholm, West Vik, Norway.", "Lindholm", "in"),
        ("They met at the Tide Hotel in Norra Vik to talk.", "Norra Vik", "in"),
    ],
)
def test_a_place_and_what_leads_to_it(text: str, name: str, lead: str) -> None:
    assert [(place.name, place.lead) for place in _found(text)] == [(name, lead)]


@pytest.mark.parametrize(
    "text",
    [
        "They read the Geneva Conventions.",
        "They walked around Lake Geneva.",
        "Storms hit the Oslo region.",
        "They met in Norway.",
        "They met in March, Norway said.",
    ],
)
def test_a_longer_name_a_region_and_a_state_are_no_place(text: str) -> None:
    assert _found(text) == []


def test_the_city_of_a_dateline() -> None:
    text = "Harbour Hotel, Oslo, 3 May 2024"
    page = Page(Document(text, "0" * 64, "note"))

    found = city_of(page, 0, len(text))
    assert found
    assert found.name == "Oslo"
    assert city_of(page, 0, 7) is None


def test_the_town_of_a_dateline_may_stand_in_brackets() -> None:
    text = "3 May 2024 (LINDHOLM, NORWAY)"

    found = city_of(Page(Document(text, "0" * 64, "note")), 0, len(text))
    assert found
    assert found.name == "LINDHOLM"
