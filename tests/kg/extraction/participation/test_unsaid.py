"""People with titles listed together in a sentence that says that somebody was there, but was not understood."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

PEOPLE = "Ms. Anna Ilvesoo, Head of the Glacier Agency, and Mr. Peter Brandvik, Director of the Tide Council"
BOTH = {"Anna Ilvesoo", "Peter Brandvik"}
MEETING = "The third Harbour Meeting was held in Oslo on 3 May 2024."


def _unsaid(text: str) -> dict[str, str]:
    """Who takes part by this rule, and in what role."""
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return {
        claim.agent: claim.role
        for claim in claims
        if isinstance(claim, Participation) and claim.rule == "part.unsaid" and claim.presence == "present"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        f"The attendance was such that one saw {PEOPLE}.",
        f"A day in which part was had by {PEOPLE}.",
        f"{PEOPLE}, whose participation pleased.",
    ],
)
def test_people_listed_with_titles_were_at_the_one_meeting_told_of(sentence: str) -> None:
    assert _unsaid(f"{MEETING} {sentence}") == dict.fromkeys(BOTH, "participant")


def test_the_list_may_stand_beside_the_main_meeting_of_several() -> None:
    text = f"{MEETING} A workshop on reefs took place in Nairobi in June 2023. "
    assert set(_unsaid(f"{text}The attendance of the Harbour Meeting was such that one saw {PEOPLE}.")) == BOTH


def test_of_several_meetings_it_is_not_known_which() -> None:
    text = f"{MEETING} A workshop on reefs took place in Nairobi in June 2023. "
    assert not _unsaid(f"{text}The attendance was such that one saw {PEOPLE}.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The attendance was such that one saw Ms. Anna Ilvesoo, Head of the Glacier Agency.",
        "The attendance was such that one saw Ms. Anna Ilvesoo and Mr. Peter Brandvik.",
        f"In the hall one saw {PEOPLE}.",
        f"The pirates had robbed {PEOPLE}.",
        f"The attendance was such that one never saw {PEOPLE}.",
        f"It did not include {PEOPLE}.",
        f"The Council invited {PEOPLE}.",
        f"Norway thanked the hosts. {PEOPLE}, said that harbours matter.",
    ],
)
def test_one_alone_those_without_titles_and_those_of_whom_something_is_said_are_left(sentence: str) -> None:
    assert not _unsaid(f"{MEETING} {sentence}")


def test_whom_a_visitor_meets_is_at_a_meeting_of_its_own() -> None:
    visit = "Dr. John Tembrook paid a visit to Kenya on 3 May 2024."
    assert not _unsaid(f"{visit} During the visit he also met local leaders, among them {PEOPLE}.")


def test_whoever_else_of_a_list_takes_part_by_other_words_keeps_that_part() -> None:
    text = f"{MEETING} Ms. Anna Ilvesoo chaired it. The attendance was such that one saw {PEOPLE}."
    assert _unsaid(text) == {"Peter Brandvik": "participant"}


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Ms. Anna Ilvesoo chaired a workshop on reefs in Nairobi on 2 June 2023.",
        "Ms. Anna Ilvesoo was unable to attend.",
    ],
)
def test_a_list_with_somebody_who_was_elsewhere_tells_nothing(elsewhere: str) -> None:
    assert not _unsaid(f"{MEETING} {elsewhere} The attendance of the Harbour Meeting was such that one saw {PEOPLE}.")


def test_a_cancelled_meeting_had_nobody() -> None:
    text = "The Harbour Meeting planned for 3 June 2024 in Oslo was cancelled."
    assert not _unsaid(f"{text} The attendance was such that one saw {PEOPLE}.")


def test_the_words_before_a_list_say_what_those_in_it_did() -> None:
    text = f"{MEETING} A photograph shows the speakers on the quay, {PEOPLE}."
    assert _unsaid(text) == dict.fromkeys(BOTH, "speaker")


@pytest.mark.parametrize(
    ("meeting", "role"),
    [
        ("A workshop on harbours was held in Oslo on 3 May 2024.", "speaker"),
        ("An exercise was held in Oslo on 3 May 2024.", "participant"),
        ("A meeting on harbours will be held in Oslo on 3 July 2024.", "speaker"),
    ],
)
def test_what_people_do_at_such_a_meeting(meeting: str, role: str) -> None:
    assert _unsaid(f"{meeting} A day in which part was had by {PEOPLE}.") == dict.fromkeys(BOTH, role)
