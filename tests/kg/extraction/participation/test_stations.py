"""The visitor of whom a page tells was at the stations of the visit, which name only whom or what was seen."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

VISIT = "Minister Anna Ilvesoo visited Norway on 3 and 4 May 2024."


def _inferred(rest: str) -> list[str]:
    claims = read(Document(f"{VISIT}{rest}", "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return [
        one.agent
        for one in claims
        if isinstance(one, Participation) and one.rule in ("part.station", "part.protagonist")
    ]


@pytest.mark.parametrize(
    ("rest", "meetings"),
    [
        ("\n\nProgramme\n\n3 May: Meeting with Peter Brandvik, Director of Tides\n3 May: Visit to the Coast Guard", 2),
        (
            """

| 3 May, Oslo | Meeting with Peter Brandvik, Director of Tides |
| Then in Bergen | Meeting with the Coast Guard; visit to the Directorate of Ports |
""",
            3,
        ),
        (
            """

Programme

3 May: Meeting with Peter Brandvik, Director of Tides; meeting at the Reef Institute; visit to the village of Varholm
4 May: Address at the Tide University; meeting with Ole Strand, Minister of Ports
""",
            5,
        ),
        (
            """

| 3 May | Talks with Minister Ole Strand; address at the Tide University; visit to the fishing community of Varholm |
| 4 May | Meeting with Director Peter Brandvik; visit to the municipality of Solvik |
""",
            5,
        ),
        ("\n\n10:00 Meeting with Director Peter Brandvik\n\n12:00 Working lunch with Minister Ole Strand", 2),
        (" The programme also included a meeting with Director Peter Brandvik and a visit to the Tide Centre.", 2),
        (" The visit began with a meeting with Director Peter Brandvik.", 1),
        (" Talks with Prime Minister Ole Strand were followed by a meeting with Director Peter Brandvik.", 2),
    ],
)
def test_the_visitor_was_at_every_station(rest: str, meetings: int) -> None:
    assert _inferred(rest) == ["Anna Ilvesoo"] * meetings


@pytest.mark.parametrize(
    "rest",
    [
        " The Tide Centre hosted a meeting with Director Peter Brandvik.",
        " Experts held a meeting with Director Peter Brandvik.",
        " Before the visit, a meeting with Director Peter Brandvik was cancelled.",
        " The visit follows a meeting between Director Peter Brandvik and Ole Strand in Geneva.",
        " The visit comes a year after the visit of Minister Ole Strand to Oslo.",
        " The programme did not include a meeting with Director Peter Brandvik.",
        " The visit could include a meeting with Director Peter Brandvik.",
        " The Norwegian Parliament's agenda included a meeting with Director Peter Brandvik.",
        " It follows the visit of the deputy, whose programme included a meeting with Director Peter Brandvik.",
        " An earlier programme included a meeting with Director Peter Brandvik.",
        " The programme for journalists included a meeting with Director Peter Brandvik.",
        " The visit follows a meeting with Director Peter Brandvik in April.",
        " The visit followed a meeting with Director Peter Brandvik in April.",
        "\n\nProgramme of Minister Ole Strand\n\n10:00 Meeting with Director Peter Brandvik",
        "\n\nProgramme of Minister Ole Strand\n\n10:00 Meeting at the Reef Institute; address at the Tide University",
        "\n\nIssues\n\n- Budget of the Reef Institute; meeting of the Board planned for June",
        " Experts praised the fishing community of Varholm; a meeting at the Reef Institute was cancelled.",
        "\n\nOther news\n\nMeeting with the Reef Council: Minister Ole Strand met Director Peter Brandvik.",
    ],
)
def test_what_others_had_is_not_his(rest: str) -> None:
    assert not _inferred(rest)


def _events(text: str) -> list[tuple[str, str | None]]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return [(one.name, one.place) for one in claims if isinstance(one, MeetingReport)]


def test_entries_parted_by_semicolons_are_meetings_of_their_own() -> None:
    rest = (
        "\n\nAgenda\n\n3 May: Meeting with Ole Strand; meeting at the Reef Institute; visit to the village of Varholm"
    )
    assert _events(f"{VISIT}{rest}")[1:] == [
        ("Meeting with Ole Strand", None),
        ("meeting at the Reef Institute", None),
        ("visit to the village of Varholm", "Varholm"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Meeting at the Reef Institute\n\nMinister Anna Ilvesoo met Ole Strand at the Reef Institute on 3 May 2024.",
        "Meeting at the Ministry of Ports\n\nMinister Anna Ilvesoo had a meeting with Ole Strand on 3 May 2024.",
        "Workshop at the Tide University\n\nThe workshop was held on 3 May 2024. Director Ole Strand opened it.",
    ],
)
def test_the_house_in_a_headline_tells_no_meeting_apart(text: str) -> None:
    assert len(_events(text)) == 1
