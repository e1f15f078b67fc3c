"""Nouns that name a kind of meeting where none was: a manner, a portfolio, a notion, a custom."""

import pytest

from kg.extraction import read
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.claims import MeetingReport
from kg.model.text import Document


@pytest.mark.parametrize(
    "text",
    [
        "The Minister for Trade Negotiations, Mr. Peter Brandvik, wrote to Norway.",
        "Pilots welcomed the report as an innovative exercise.",
        "The Tide Council regularly holds workshops on floods.",
        "The two sides wish to continue an ongoing dialogue on tides.",
        "Norway supports the candidacy of Oslo for hosting the 2030 Harbour Forum.",
        "The Tide Council works under the Harbour Dialogue.",
        "The heads of physical training of the Lagoon Agency came to Oslo.",
        "Reception: +44 20 5555 0100",
        "The two agencies met no more. A dialogue between the two was therefore the logical next step.",
        "Police broke up the meeting of suspected foreign militants today.",
        "The report traced the training of some terrorists.",
        "The two sides reviewed bilateral relations and bilateral ties.",
        "A conference on tides is needed, said Mr. Peter Brandvik.",
        "Ministers Peter Brandvik of Norway and Anna Ilvesoo of Kenya stressed the importance of holding a seminar.",
        "The two sides considered organising a joint exercise in Oslo.",
    ],
)
def test_a_notion_is_no_event(text: str) -> None:
    assert Reading(Page(Document(text, "0" * 64, "note"))).meetings == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norway thanked Kenya for holding a seminar on tides in Oslo on 3 May 2024.", "held"),
        ("On 3 May 2024 the Tide Council started organising a workshop on floods in Oslo.", "held"),
        ("Norway and Kenya agreed on holding a seminar on tides.", "planned"),
    ],
)
def test_what_was_held_or_agreed_upon_is_an_event(text: str, state: str) -> None:
    claims = read(Document(text, "0" * 64, "note"))

    assert [claim.state for claim in claims if isinstance(claim, MeetingReport)] == [state]
