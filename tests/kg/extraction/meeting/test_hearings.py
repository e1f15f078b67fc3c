"""Hearings named by their title over the list of those heard."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

SCHEDULE = """Committee schedule, week of May 6, 2024

WEDNESDAY, May 8, 10 a.m.
Committee on Tides, 311 Harbour Building
{first}

Witnesses:
  - Mr. Peter Brandvik, Director, Tide Council
  - Ms. Anna Varga, Fellow, Reef Institute

THURSDAY, May 9, 2 p.m.
Subcommittee on Ports
{second}

Witnesses:
  - Dr. Odvar Berg, Analyst, Glacier Centre
"""


def _told(text: str) -> tuple[set[tuple[str, PartialDate | None]], set[tuple[str, str, str]]]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 3)))
    meetings = {claim.meeting: claim for claim in claims if isinstance(claim, MeetingReport)}
    parts = {
        (meetings[claim.meeting].name, claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)
    }
    return {(one.name, one.start) for one in meetings.values()}, parts


@pytest.mark.parametrize("mark", ["_{}_", '"{}"', "{}"])
def test_each_title_over_witnesses_is_a_hearing_of_its_own(mark: str) -> None:
    ports, tides = "Securing the Ports of the North", "Examining Trade in Tides"
    meetings, parts = _told(SCHEDULE.format(first=mark.format(ports), second=mark.format(tides)))
    assert meetings == {(ports, PartialDate(2024, 5, 8)), (tides, PartialDate(2024, 5, 9))}
    assert parts == {
        (ports, "Peter Brandvik", "speaker"),
        (ports, "Anna Varga", "speaker"),
        (tides, "Odvar Berg", "speaker"),
    }


def test_a_hearing_named_over_its_witnesses_is_no_second_one() -> None:
    meetings, _ = _told("Hearing on Tides\n\nMay 8, 2024\n\nWitnesses:\n\nMr. Peter Brandvik, Director, Tide Council\n")
    assert [name for name, _ in meetings] == ["Hearing on Tides"]


def test_without_a_title_nothing_is_named() -> None:
    meetings, _ = _told("Committee on Tides\n\nWitnesses:\n\nMr. Peter Brandvik, Director, Tide Council\n")
    assert not meetings
