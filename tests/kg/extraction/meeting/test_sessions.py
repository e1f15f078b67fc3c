"""Sessions of a programme named by their title alone, over those who speak there."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport, Participation
from kg.model.text import Document

HEAD = "HARBOUR FORUM 2024\nOslo, 3 May 2024\n\n"
TIDES, PORTS = "Tides without borders", "Who pays for the ports?"
SPEAK = {
    (TIDES, "Anna Varga", "speaker"),
    (TIDES, "Peter Brandvik", "speaker"),
    (PORTS, "Odvar Berg", "speaker"),
    (PORTS, "Wame Tembrook", "speaker"),
}
LAYOUTS = (
    (
        f"09.00 - 09.30 Registration and coffee\n\n09.30 - 10.30 {TIDES}\nAnna Varga, Director, Tide Council\n"
        "Peter Brandvik, Fellow, Reef Institute\n\n10.30 Coffee break\n\n"
        f"11.00 - 12.30 {PORTS}\nOdvar Berg, Analyst, Glacier Centre\nWame Tembrook, Adviser, Lagoon Union\n"
    ),
    (
        f"9:30 am  {TIDES}\n\n    Ms Anna Varga, Director, Tide Council\n    Mr Peter Brandvik, Reef Institute\n\n"
        f"11:00 am  {PORTS}\n\n    Mr Odvar Berg, Glacier Centre\n    Ms Wame Tembrook, Lagoon Union\n"
    ),
    (
        f"10:00\n{TIDES}\nAnna Varga, Director, Tide Council\nPeter Brandvik, Fellow, Reef Institute\n\n"
        f"11:00\n{PORTS}\nOdvar Berg, Analyst, Glacier Centre\nWame Tembrook, Adviser, Lagoon Union\n"
    ),
    (
        f"9:00 to 10:45 {TIDES}\nMs Anna Varga | Director, Tide Council\nMr Peter Brandvik | Reef Holdings, Inc.\n"
        f"11:00 to 12:00 {PORTS}\nMr Odvar Berg | Glacier Centre\nMs Wame Tembrook | Lagoon Union\n"
    ),
)


def _told(text: str) -> tuple[set[str], set[tuple[str, str, str]]]:
    claims = read(Document(text, "0" * 64, "note"))
    meetings = {claim.meeting: claim for claim in claims if isinstance(claim, MeetingReport)}
    parts = {
        (meetings[claim.meeting].name, claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)
    }
    return {one.name for one in meetings.values()}, parts


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_title_behind_the_hour_over_speakers_is_a_session(layout: str) -> None:
    meetings, parts = _told(HEAD + layout)
    assert meetings - {"HARBOUR FORUM 2024"} == {TIDES, PORTS}
    assert parts == SPEAK


def test_what_only_opens_the_conference_is_a_session_with_its_round_table() -> None:
    meetings, parts = _told(
        "Conference on Tides, Oslo, 3 May 2024\n\n9:00 Opening conference - Which tides?\nOpening\n"
        "Ms Anna Varga | Director, Tide Council\nMr Peter Brandvik | Fellow, Reef Institute\nRound table\n"
        "Moderation: Mr Odvar Berg | Glacier Centre\nMs Wame Tembrook | Lagoon Union\nMr Ole Strand | Tide Council\n"
        "Conclusion\nMs Petra Lind | Minister of Ports\n11:00 Session 1\n"
    )
    opening = "Opening conference - Which tides?"
    assert {opening, "Round table"} <= meetings
    assert parts == {
        (opening, "Anna Varga", "speaker"),
        (opening, "Peter Brandvik", "speaker"),
        (opening, "Petra Lind", "speaker"),
        ("Round table", "Odvar Berg", "moderator"),
        ("Round table", "Wame Tembrook", "speaker"),
        ("Round table", "Ole Strand", "speaker"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "Keynote address\nMs Anna Varga, Director, Tide Council\nMr Peter Brandvik, Fellow, Reef Institute",
        "Arrival of the guests\nMs Anna Varga, Director, Tide Council\nMr Peter Brandvik, Fellow, Reef Institute",
        "Welcome coffee in the hall\nMs Anna Varga, Director, Tide Council\nMr Peter Brandvik, Reef Institute",
        "Family photo by the sea\nMs Anna Varga, Director, Tide Council\nMr Peter Brandvik, Fellow, Reef Institute",
        "Tides without borders\nMs Anna Varga, Director, Tide Council",
        "First explosion\nMs Anna Varga, 34, killed\nMr Peter Brandvik, 51, injured",
        "Harbour case\nMs Anna Varga, accused\nMr Peter Brandvik, accused",
        "Evening show\nMs Anna Varga, actress\nMr Peter Brandvik, singer",
        "Tree planting by the river\nMs Anna Varga\nMr Peter Brandvik",
    ],
)
def test_acts_breaks_and_single_speakers_make_no_session(line: str) -> None:
    meetings, _ = _told(f"{HEAD}10:00 {line}\n\n12:30 Lunch\n")
    assert meetings <= {"HARBOUR FORUM 2024"}


@pytest.mark.parametrize("opening", ["OPENING OF THE CONFERENCE", "Closing of the Conference"])
def test_what_opens_the_conference_is_a_part_of_it_with_its_own_speakers(opening: str) -> None:
    meetings, parts = _told(
        f"3rd Tide Conference\nOslo, 6-10 April 2024\n\nRECORDS\n\n{opening}\nSpeech: Ms Anna Varga, Director ..... 5\n"
        "Speech: Mr Peter Brandvik, Fellow ......... 6\n\nGENERAL DEBATE: PORTS\n"
        "Keynote: Mr Odvar Berg, Analyst .......... 8\nStatement: Ms Wame Tembrook (Kenya), Adviser ........ 9\n"
    )
    debate = next(name for name in meetings if name.startswith("GENERAL DEBATE"))
    assert parts == {
        (opening, "Anna Varga", "speaker"),
        (opening, "Peter Brandvik", "speaker"),
        (debate, "Odvar Berg", "speaker"),
        (debate, "Wame Tembrook", "speaker"),
    }


def test_an_opening_of_which_a_text_tells_is_no_title() -> None:
    meetings, _ = _told(
        "The opening of the Tide Conference was on 3 May 2024 in Oslo.\n\nMs Anna Varga, Director, spoke.\n"
    )
    assert "opening of the Tide Conference" not in meetings or len(meetings) == 1


@pytest.mark.parametrize("line", ["Opening of investigation", "Closing of borders", "Opening of accounts"])
def test_what_is_opened_but_no_meeting_makes_no_session(line: str) -> None:
    meetings, _ = _told(
        f"{HEAD}{line}\nMs Anna Varga, Director, Tide Council\nMr Peter Brandvik, Fellow, Reef Institute\n"
    )
    assert meetings <= {"HARBOUR FORUM 2024"}
