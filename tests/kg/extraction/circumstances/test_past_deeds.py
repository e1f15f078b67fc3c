"""A day on which somebody got a post, or a paper was signed, is no day of the meeting told of beside it."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport
from kg.model.dates import PartialDate
from kg.model.text import Document


def _days(text: str) -> list[str]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return [str(claim.start) for claim in claims if isinstance(claim, MeetingReport)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Peter Brandvik met Ms. Anna Ilvesoo, Director of the Tide Council, elected in March 2023.",
        "Mr. Peter Brandvik met Ms. Anna Ilvesoo, who was appointed Director of the Tide Council on 2 March 2023.",
        "Mr. Peter Brandvik met Ms. Anna Ilvesoo, Director of the Tide Council, last March elected to head it.",
        "Norway and Kenya praised the harbour agreement, signed in 2019, and held a seminar on tides.",
    ],
)
def test_since_when_somebody_has_a_post_is_no_day_of_a_meeting(text: str) -> None:
    assert _days(text) == ["2024-05-17"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ms. Anna Ilvesoo was elected Chair on 2 March 2024 at the second Harbour Forum.", "2024-03-02"),
        ("Ms. Anna Ilvesoo was sworn in on 2 March 2024 at a ceremony in Oslo.", "2024-03-02"),
        ("Norway and Kenya signed a cooperation agreement in 2019.", "2019"),
    ],
)
def test_what_was_done_at_a_meeting_tells_its_day(text: str, day: str) -> None:
    assert _days(text) == [day]


def test_a_meeting_is_not_before_the_year_of_its_name() -> None:
    text = "The Tide Council met this week in Oslo in the lead-up to the 2026 Harbour Summit."
    assert [day for day in _days(text) if not day.startswith("2024")] == ["2026"]
