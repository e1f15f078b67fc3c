"""What speaks for two namings being one meeting."""

import pytest

from kg.extraction.meeting.likeness import of_noun, same_name
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _are_one(one: str, other: str) -> bool:
    reading = Reading(Page(Document(f"They held {one}. They held {other}.", "0" * 64, "note")))
    first, second = reading.meeting_mentions
    told = Meeting(1, one, first.kind, [first], first.ordinal, first.year)
    return same_name(reading.page, [told], second) is told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Lagoon Dialogue on Tides", "the Lagoon Dialogue"),
        ("the third Lagoon Dialogue", "the third dialogue of Norway and Kenya"),
        ("the second meeting of the Lagoon Dialogue", "the second Lagoon Dialogue"),
        ("the second meeting of the Lagoon Dialogue", "the second meeting"),
    ],
)
def test_namings_of_one_meeting(one: str, other: str) -> None:
    assert _are_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Lagoon Dialogue", "the Glacier Dialogue"),
        ("the second Lagoon Dialogue", "the third Lagoon Dialogue"),
        ("the first Lagoon Safety Week", "the first Lagoon Safety Conference of Pilots"),
    ],
)
def test_namings_of_two_meetings(one: str, other: str) -> None:
    assert not _are_one(one, other)


def test_a_meeting_is_of_every_noun_it_is_called_by() -> None:
    reading = Reading(
        Page(Document("They held the Lagoon Dialogue. They held the Glacier Dialogue.", "0" * 64, "note"))
    )
    first, second = reading.meeting_mentions

    assert of_noun(reading.page, Meeting(1, "Lagoon Dialogue", first.kind, [first]), second)
