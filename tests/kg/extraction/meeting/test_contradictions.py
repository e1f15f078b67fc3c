"""What speaks against two namings being one meeting."""

import pytest

from kg.extraction.meeting.contradictions import contradicts
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _contradict(one: str, other: str) -> bool:
    reading = Reading(Page(Document(f"They held {one}. They held {other}.", "0" * 64, "note")))
    first, second = reading.meeting_mentions
    return contradicts(reading.page, Meeting(1, one, first.kind, [first], first.ordinal, first.year), second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the second Lagoon Dialogue", "the third Lagoon Dialogue"),
        ("the 2021 Lagoon Dialogue", "the 2022 Lagoon Dialogue"),
        ("the Lagoon Dialogue", "the Lagoon Workshop"),
        ("the Lagoon Dialogue", "the next Lagoon Dialogue"),
        ("a meeting in Oslo", "a meeting in Vienna"),
        ("a dialogue between Norway and Kenya", "a dialogue between Malta and Peru"),
        ("a visit to Oslo", "a visit to Vienna"),
    ],
)
def test_number_year_kind_place_and_parties_contradict(one: str, other: str) -> None:
    assert _contradict(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the second Lagoon Dialogue", "the Lagoon Dialogue"),
        ("the Lagoon Dialogue", "the meeting"),
        ("a visit to Oslo", "the visit"),
    ],
)
def test_what_says_less_does_not(one: str, other: str) -> None:
    assert not _contradict(one, other)
