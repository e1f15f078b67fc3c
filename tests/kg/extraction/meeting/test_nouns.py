"""What the naming of a meeting takes in, in front of the kind and behind it."""

import pytest

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _read(text: str) -> list[tuple[str, MeetingMention]]:
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    return [(reading.page.words(m.first, m.last), m) for m in reading.meeting_mentions]


@pytest.mark.parametrize(
    "printed",
    [
        "16th meeting of the council of the regional harbour agency of the Lagoon Union",
        "seminar on women, tides and security",
        "second Conference on Tides, Lagoons and Harbours",
        "meeting of the Harbour Masters' Forum for Regional Cooperation",
        "harbour management workshop",
        "11th session of Secretaries of Tide Councils of member states of the Lagoon Union",
        "meeting of the Ministers of Tides of the coastal states of the Lagoon Union",
        "U.S.-India Lagoon Dialogue",
        "1076th meeting",
        "ministers' session",
        "Lagoon Summit 2024",
        "joint meeting of the Tide Council and the Glacier Agency",
        "COP 22",
        "17th SOMTC + Norway Consultation",
        '"Voices of the Reef" conference',
        "3rd 'No Reef for Pirates' Ministerial Conference",
        "workshop 'Reefs without Pirates'",
        "9th round of the Norway-Kenya Strategic Lagoon Dialogue",
        "10th Kenya – Norway Lagoon Dialogue",
        "Tide Council \u2013 Glacier Agency consultations",
        "workshop on cooperation against smuggling",
        "meeting with members of the Tide Council",
        "exchange of good practices on tides",
        "discussions with the Norwegian authorities",
        "meetings with Norway's leadership",
        "joint meeting between Norway's Glacier Agency and the Tide Council",
    ],
)
def test_a_naming_is_taken_whole(printed: str) -> None:
    ((words, _),) = _read(f"They came from the {printed} at noon.")

    assert words == printed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They held a meeting on tides every year.", "meeting on tides"),
        ("They held an open debate on tides, not on boats.", "open debate on tides"),
        ("The seminar on tides was closed.", "seminar on tides"),
        (
            "The 3rd meeting of heads of the tide centres discussed the risks.",
            "3rd meeting of heads of the tide centres",
        ),
        ("The report of the seminar on port security states that tides rise.", "seminar on port security"),
        ("They attended the special meeting of the Council on tides today.", "special meeting of the Council on tides"),
        ("The session on Tides and the Lagoon Forum were long.", "session on Tides"),
        (
            "They held a session of the Ministers in charge of Tides today.",
            "session of the Ministers in charge of Tides",
        ),
        ("The meeting of ministers of tides kicked off on Monday.", "meeting of ministers of tides"),
        ("The seminar on tides and ports got under way on Monday.", "seminar on tides and ports"),
    ],
)
def test_a_naming_ends_where_its_phrase_ends(text: str, words: str) -> None:
    assert _read(text)[0][0] == words


def test_a_week_is_a_stretch_of_time_behind_a_naming() -> None:
    assert _read("The Tide Committee held an extraordinary session last week.")[0][0] == "extraordinary session"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minister Anna Ilvesoo opened the Tide Forum in Oslo.", ["Tide Forum"]),
        ("The Tide Forum was held in Oslo on Monday.", ["Tide Forum"]),
        ("The Tide Forum said that boats are late.", []),
        ("Anna Ilvesoo opened the Tide Centre (TC) conference on ports.", ["Tide Centre (TC) conference on ports"]),
        ("Minister Anna Ilvesoo joined the Global Counterterrorism Forum.", []),
    ],
)
def test_a_body_that_was_held_or_opened_is_a_meeting(text: str, found: list[str]) -> None:
    assert [words for words, _ in _read(text)] == found


def test_a_line_of_a_heading_is_not_part_of_the_next() -> None:
    found = _read("NOTE TO EDITORS\nLagoon Week\nOslo, 3 May 2022\n\nThe Week was long.")

    assert found[0][0] == "Lagoon Week"


@pytest.mark.parametrize(("printed", "number"), [("COP 22", 22), ("1076th meeting", 1076), ("XIV Regular Session", 14)])
def test_numbers_are_read_however_printed(printed: str, number: int) -> None:
    ((_, mention),) = _read(f"They came to the {printed} in Oslo.")

    assert mention.ordinal == number


@pytest.mark.parametrize(("word", "sense"), [("next", "later"), ("previous", "earlier"), ("another", "other")])
def test_words_tell_a_meeting_from_the_one_told_of(word: str, sense: str) -> None:
    ((_, mention),) = _read(f"They spoke of {word} Lagoon Dialogue at noon.")

    assert mention.apart == sense


def test_a_series_has_the_kind_that_it_is_made_of() -> None:
    ((words, mention),) = _read("They held a series of bilateral consultations in Oslo.")

    assert (words, mention.kind) == ("series of bilateral consultations", "consultation")


def test_the_parties_may_be_joined_by_a_hyphen() -> None:
    ((_, mention),) = _read("They held the third Norway-Kenya Lagoon Dialogue in Oslo.")

    assert [party.known for party in mention.joined] == ["norway", "kenya"]


def test_a_name_in_quotation_marks_is_taken_whole() -> None:
    assert _read("They held the \u201cWorkshop on Courts in Lagoon-related Cases\u201d in Oslo.")[0][0] == (
        "Workshop on Courts in Lagoon-related Cases"
    )


def test_the_body_of_somebody_s_post_is_no_party() -> None:
    ((_, mention),) = _read("The talks with United Nations Secretary-General Jan Varga were long.")

    assert mention.parties == ()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Mr. Peter Brandvik received a German delegation in Oslo.", "received a German delegation"),
        ("Mr. Peter Brandvik met Turkish officials in Oslo.", "met Turkish officials"),
        ("He joined the 3rd Meeting on Lagoon Crime being held in Oslo.", "3rd Meeting on Lagoon Crime"),
    ],
)
def test_a_name_does_not_end_amid_a_phrase(sentence: str, name: str) -> None:
    (meeting,) = Reading(Page(Document(sentence, "0" * 64, "note"))).meetings

    assert meeting.name == name


def test_a_roman_figure_counts_a_meeting_behind_its_article() -> None:
    ((_, mention),) = _read("The X meeting of heads of the tide centres was held in Lima.")

    assert mention.ordinal == 10
