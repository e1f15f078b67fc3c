"""Namings like a meeting's that the page shows to be a body's."""

import pytest

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document

MEETING = "The fifth Ministerial Meeting was held in Oslo on 4 May 2024. "


def _meetings(text: str) -> list[str]:
    reading = Reading(Page(Document("3 June 2024\n\n" + text, "0" * 64, "note")))
    return [meeting.name for meeting in reading.meetings]


@pytest.mark.parametrize(
    "text",
    [
        "The decision to establish the Tide Security Conclave was taken in 2020.",
        "The member states of the Tide Security Conclave attended.",
        "The founding members of the ‘Tide Security Conclave’ attended.",
        "The Tide Security Dialogue was founded in 2011. Pilots praised the Tide Security Dialogue.",
        "It was agreed at the first meeting of the Tide Security Dialogue. Pilots praised the Tide Security Dialogue.",
        "Kenya has joined the Tide Security Conference.",
        "Norway will host the Secretariat of the Tide Security Conclave.",
        "The Tide Security Conclave's members attended.",
    ],
)
def test_what_has_members_or_meetings_is_a_body(text: str) -> None:
    assert not [name for name in _meetings(MEETING + text) if name.startswith("Tide Security")]


@pytest.mark.parametrize(
    "text",
    [
        "The Tide Security Conclave took place in Lima on 3 April 2024.",
        "The third Tide Security Dialogue was held in Lima on 3 April 2024. Members of the Tide Security Dialogue ate.",
        "The organisers of the Tide Security Conference in Lima on 3 April 2024 spoke.",
        "The opening session of the Tide Security Conclave took place in Lima on 3 April 2024.",
        "The chair of the Tide Security Conference, held in Lima on 3 April 2024, spoke.",
        "The Tide Security Conclave was opened in Lima on 3 April 2024 by Ms. Anna Ilvesoo.",
    ],
)
def test_an_occasion_of_such_a_name_stays_one(text: str) -> None:
    assert any("Tide Security" in name for name in _meetings(MEETING + text))
