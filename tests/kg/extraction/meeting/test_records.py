"""Records of whom somebody met: a label over the day, over those met, over the place."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

VARGA, BERG = "Anna Varga, Minister of Harbours of Norway", "Odvar Berg, Governor of Nairobi"
LAYOUTS = (
    f"Date: 4 May 2024\nMeeting with: {VARGA}\nPlace: Oslo\n\nDate: 7 May 2024\nMeeting with: {BERG}\nPlace: Nairobi\n",
    f"DATE\n4 May 2024\nMET WITH\n{VARGA}\nPLACE\nOslo\n\nDATE\n7 May 2024\nMET WITH\n{BERG}\nPLACE\nNairobi\n",
    (
        f"Interlocutor\n{VARGA}\nDate\n4 May 2024\nLocation\nOslo\n\nInterlocutor\n{BERG}\nDate\n7 May 2024\n"
        "Location\nNairobi\n"
    ),
    f"When: 4 May 2024\nPerson met: {VARGA}\nWhere: Oslo\n\nWhen: 7 May 2024\nPerson met: {BERG}\nWhere: Nairobi\n",
)


def _told(text: str) -> tuple[list[MeetingReport], set[tuple[str, str]]]:
    claims = read(Document(text, "0" * 64, "note"))
    meetings = {claim.meeting: claim for claim in claims if isinstance(claim, MeetingReport)}
    parts = {(claim.meeting, claim.agent) for claim in claims if isinstance(claim, Participation)}
    return list(meetings.values()), parts


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_record_is_a_meeting_of_its_own(layout: str) -> None:
    meetings, parts = _told(f"Diary of Minister Petra Lind, May 2024\n\n{layout}")
    assert [(one.start, one.place) for one in meetings] == [
        (PartialDate(2024, 5, 4), "Oslo"),
        (PartialDate(2024, 5, 7), "Nairobi"),
    ]
    first, second = (one.meeting for one in meetings)
    assert parts == {
        (first, "Petra Lind"),
        (first, "Anna Varga"),
        (second, "Petra Lind"),
        (second, "Odvar Berg"),
    }


def test_nobody_is_the_owner_of_records_above_which_two_are_named() -> None:
    _, parts = _told(f"Diary of Minister Petra Lind, drawn up for President Ole Strand\n\n{LAYOUTS[0]}")
    assert {agent for _, agent in parts} == {"Anna Varga", "Odvar Berg"}


def test_who_appointed_the_owner_is_another() -> None:
    _, parts = _told(f"At its head: Mr Petra Lind, appointed by President Ole Strand in 2020.\n\n{LAYOUTS[0]}")
    assert {agent for _, agent in parts} == {"Petra Lind", "Anna Varga", "Odvar Berg"}


@pytest.mark.parametrize(
    "text",
    [
        f"Received: 3 May 2024\nAuthor: {VARGA}\n\nReceived: 4 May 2024\nAuthor: {BERG}\n",
        f"Award received\n{VARGA}\n\nAward received\n{BERG}\n",
        f"Whom to ask: {VARGA}\n\nWhom to ask: {BERG}\n",
        f"Date: 3 May 2024\nReceived: Letter of {VARGA}\n\nDate: 4 May 2024\nReceived: Medal of Merit, {BERG}\n",
        f"Counterpart: {VARGA}\n\nCounterpart: {BERG}\n",
        f"Date: 3 May 2024\nCaller: {VARGA}\n\nDate: 4 May 2024\nCaller: {BERG}\n",
        f"Counterparts: none\n\nCounterparts: none\n\nAuthor: {VARGA}\n",
    ],
)
def test_labels_of_other_things_make_no_record(text: str) -> None:
    assert not _told(f"Note of Minister Petra Lind\n\n{text}")[0]


def test_a_record_of_what_was_called_off_is_none() -> None:
    called_off = LAYOUTS[0].replace(VARGA, "Wame Tembrook, Envoy of Fiji (cancelled)")
    meetings, parts = _told(f"Diary of Minister Petra Lind, May 2024\n\n{called_off}{LAYOUTS[0]}")
    assert len(meetings) == 2
    assert "Wame Tembrook" not in {agent for _, agent in parts}
