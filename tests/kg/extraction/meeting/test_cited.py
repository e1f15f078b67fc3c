"""A meeting cited for what it decided is not the one the text tells of; one that is told of besides may be."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport
from kg.model.text import Document

LEAD = "We, the Ministers of the Reef Group, met on 2 to 4 October 2024 in Oslo."


def _days(sentence: str) -> dict[str, str]:
    claims = read(Document(f"{LEAD} {sentence}", "0" * 64, "note"))
    return {claim.name: str(claim.start) for claim in claims if isinstance(claim, MeetingReport)}


@pytest.mark.parametrize(
    "cited", ["the Compact launched by the Tide Summit held in Lima", "the plan adopted at the Tide Summit in Lima"]
)
def test_what_is_only_cited_lends_and_borrows_no_day(cited: str) -> None:
    days = _days(f"We welcome {cited}.")

    assert days.pop("Ministers of the Reef Group, met") == "2024-10-02"
    assert set(days.values()) <= {"None"}


def test_what_is_told_of_besides_is_where_they_met() -> None:
    assert _days("The Tide Summit was opened by Norway. A plan was adopted at the Tide Summit.") == {
        "Tide Summit": "2024-10-02"
    }
