"""Mentions of meetings: what their naming takes in, and which of them are one event."""

import pytest

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _reading(text: str) -> Reading:
    return Reading(Page(Document(text, "0" * 64, "note")))


def _mentions(text: str) -> list[tuple[str, MeetingMention]]:
    reading = _reading(text)
    return [(reading.page.words(mention.first, mention.last), mention) for mention in reading.meeting_mentions]


def _mention(text: str) -> tuple[str, MeetingMention]:
    (found,) = _mentions(text)
    return found


def _meetings(text: str) -> list[Meeting]:
    return _reading(text).meetings


def _meeting(text: str) -> Meeting:
    (found,) = _meetings(text)
    return found


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Lagoon Dialogue", "dialogue"),
        ("High-level Conference on Lagoons and Tides", "conference"),
        ("ministerial meeting on lagoons", "meeting"),
        ("Lagoon Summit", "summit"),
        ("regional workshop for Harbour Masters", "workshop"),
        ("Lagoon Leaders' Dialogue", "dialogue"),
        ("visit to Oslo", "visit"),
    ],
)
def test_a_naming_takes_in_modifiers_and_what_the_meeting_is_on(printed: str, kind: str) -> None:
    words, mention = _mention(f"They spoke of the {printed} at noon.")

    assert (words, mention.kind) == (printed, kind)


def test_the_words_are_as_printed_without_the_article() -> None:
    words, mention = _mention("They attended the High-level Conference on Lagoons and Tides in Oslo.")

    assert words == "High-level Conference on Lagoons and Tides"
    assert (mention.definite, mention.proper) == (True, True)


@pytest.mark.parametrize(
    ("printed", "ordinal"),
    [
        ("second Lagoon Dialogue", 2),
        ("2nd Lagoon Dialogue", 2),
        ("Second Annual Lagoon Dialogue", 2),
        ("first ever Lagoon Dialogue", 1),
        ("first-ever Lagoon Dialogue", 1),
        ("inaugural Lagoon Dialogue", 1),
        ("twenty-first Lagoon Dialogue", 21),
        ("21st annual Lagoon Dialogue", 21),
        ("XII Lagoon Dialogue", 12),
        ("Lagoon Dialogue", None),
    ],
)
def test_ordinals_are_numbers(printed: str, ordinal: int | None) -> None:
    words, mention = _mention(f"They attended the {printed} in Oslo.")

    assert (words, mention.ordinal) == (printed, ordinal)


def test_a_year_in_front_belongs_to_the_naming() -> None:
    words, mention = _mention("They attended the 2023 Lagoon Dialogue in Oslo.")

    assert (words, mention.year) == ("2023 Lagoon Dialogue", 2023)


def test_a_number_that_is_no_year_does_not() -> None:
    _, mention = _mention("They attended the 4400 Lagoon Dialogue in Oslo.")

    assert mention.year is None


@pytest.mark.parametrize("owner", ["Glacier Agency", "European Union", "Norway"])
def test_the_owner_in_front_belongs_to_the_naming(owner: str) -> None:
    words, _ = _mention(f"They attended {owner}'s third Lagoon Dialogue in Oslo.")

    assert words == f"{owner}'s third Lagoon Dialogue"


@pytest.mark.parametrize("determiner", ["the", "this", "their", "its"])
def test_some_determiners_point_back(determiner: str) -> None:
    words, mention = _mention(f"They came from {determiner} Lagoon Dialogue at noon.")

    assert (words, mention.definite) == ("Lagoon Dialogue", True)


@pytest.mark.parametrize("day", ["on Monday", "of May", "on 3 May", "in May"])
def test_a_day_is_no_part_of_the_naming(day: str) -> None:
    words, _ = _mention(f"They came from the Lagoon Dialogue {day}.")

    assert words == "Lagoon Dialogue"


@pytest.mark.parametrize("determiner", ["a", "another", "every", "each"])
def test_others_do_not(determiner: str) -> None:
    _, mention = _mention(f"They spoke of {determiner} Lagoon Dialogue at noon.")

    assert not mention.definite


@pytest.mark.parametrize("word", ["upcoming", "next", "forthcoming", "planned"])
def test_words_that_look_ahead_plan_a_meeting(word: str) -> None:
    _, mention = _mention(f"They spoke of the {word} Lagoon Dialogue at noon.")

    assert mention.planned


def test_the_parties_of_a_meeting_are_named_in_it() -> None:
    words, mention = _mention("It was the second dialogue between the Glacier Agency and the Tide Council.")

    assert words == "second dialogue between the Glacier Agency and the Tide Council"
    assert len(mention.parties) == 2


def test_a_visit_has_a_destination() -> None:
    reading = _reading("They spoke of the visit to Oslo at noon.")
    (mention,) = reading.meeting_mentions

    assert mention.destination is not None
    assert reading.page.words(*mention.destination) == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "They will visit the harbour and meet the crew.",
        "They had to exercise care.",
        "The Conference Centre was closed.",
        "They could not visit.",
        "The Glacier Council adopted Resolution 2396 and the Lagoon Strategy.",
    ],
)
def test_verbs_and_parts_of_longer_names_are_no_meetings(text: str) -> None:
    assert _mentions(text) == []


def test_the_short_form_points_back() -> None:
    meeting = _meeting("They held the second Lagoon Dialogue. The Dialogue was long. At the dialogue all spoke.")

    assert (meeting.name, len(meeting.mentions)) == ("second Lagoon Dialogue", 3)


def test_the_short_form_may_come_first() -> None:
    meeting = _meeting("The dialogue was long.\n\nIt was the second Lagoon Dialogue of its kind.")

    assert len(meeting.mentions) == 2


def test_a_fuller_form_gives_the_name() -> None:
    meeting = _meeting("The Lagoon Dialogue was long. It was the second Lagoon Dialogue on Tides.")

    assert (meeting.name, meeting.ordinal) == ("second Lagoon Dialogue on Tides", 2)
    assert meeting.also == ["Lagoon Dialogue"]


def test_an_indefinite_kind_of_several_words_tells_of_a_meeting() -> None:
    meeting = _meeting("They came to a side event on Monday. The side event was long.")

    assert (meeting.name, len(meeting.mentions)) == ("side event", 2)


def test_a_definite_kind_alone_does_not() -> None:
    assert _meetings("They spoke of the side event. It was like any meeting.") == []


def test_two_ordinals_are_two_meetings() -> None:
    meetings = _meetings("The second Lagoon Dialogue built on the first Lagoon Dialogue.")

    assert [meeting.ordinal for meeting in meetings] == [2, 1]


def test_two_years_are_two_meetings() -> None:
    meetings = _meetings("The 2023 Lagoon Dialogue built on the 2022 Lagoon Dialogue.")

    assert [meeting.year for meeting in meetings] == [2023, 2022]


def test_two_kinds_are_two_meetings() -> None:
    meetings = _meetings("The third Lagoon Dialogue followed the third Lagoon Workshop.")

    assert [meeting.kind for meeting in meetings] == ["dialogue", "workshop"]


def test_the_next_one_is_another() -> None:
    meetings = _meetings("The third Lagoon Dialogue was long. They look forward to the next Lagoon Dialogue.")

    assert len(meetings) == 2
    assert [any(mention.planned for mention in meeting.mentions) for meeting in meetings] == [False, True]


def test_a_short_form_that_may_mean_two_means_neither() -> None:
    meetings = _meetings("The Lagoon Workshop and the Glacier Workshop were long. The workshop was good.")

    assert [len(meeting.mentions) for meeting in meetings] == [1, 1]


def test_a_short_form_means_the_held_one_of_two() -> None:
    meetings = _meetings("The Lagoon Workshop was long. The workshop was good. The next Glacier Workshop is planned.")

    assert [len(meeting.mentions) for meeting in meetings] == [2, 1]


def test_meetings_are_numbered_in_the_order_of_the_text() -> None:
    meetings = _meetings("The Lagoon Workshop was long. It was followed by the second annual Glacier Dialogue.")

    assert [(meeting.identifier, meeting.name) for meeting in meetings] == [
        ("e1", "Lagoon Workshop"),
        ("e2", "second annual Glacier Dialogue"),
    ]
