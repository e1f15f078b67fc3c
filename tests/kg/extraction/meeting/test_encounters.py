"""Meetings told by a verb: which events, when and where, who took part in what role."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport, Participation, Tier
from kg.model.dates import PartialDate
from kg.model.text import Document

_TABLE = Path(__file__).with_name("encounters.tsv").read_text(encoding="utf-8").splitlines()
CASES = [(text, events) for text, events in csv.reader(_TABLE[2:], delimiter="\t", quoting=csv.QUOTE_NONE)]


def _said(text: str) -> list[tuple[str, list[str]]]:
    """The events read in ``text`` that may be relied upon, each with its participants."""
    document = Document(text.replace("¶", "\n\n"), "0" * 64, "note", published=PartialDate(2024, 5, 17))
    claims = [claim for claim in read(document) if claim.tier is not Tier.POSSIBLE]
    parts: dict[str, list[str]] = {}
    for claim in claims:
        if isinstance(claim, Participation):
            parts.setdefault(claim.meeting, []).append(f"{claim.agent}={claim.role}")
    meetings = [claim for claim in claims if isinstance(claim, MeetingReport)]
    return sorted((_setting(meeting), sorted(parts.get(meeting.meeting, []))) for meeting in meetings)


def _setting(meeting: MeetingReport) -> str:
    day = str(meeting.start or "-")
    if meeting.end and meeting.end != meeting.start:
        day += f"/{meeting.end}"
    state = "" if meeting.state == "held" else f" {meeting.state}"
    return f"{meeting.kind} {day} {meeting.place or '-'}{state}"


def _expected(events: str) -> list[tuple[str, list[str]]]:
    if events == "none":
        return []
    split = [event.strip().partition(":") for event in events.split(";;")]
    return sorted((head.strip(), sorted(filter(None, map(str.strip, who.split(","))))) for head, _, who in split)


@pytest.mark.parametrize(("text", "events"), CASES, ids=[text[:60] for text, _ in CASES])
def test_what_a_verb_of_meeting_tells(text: str, events: str) -> None:
    assert _said(text) == _expected(events)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council will meet again in Nairobi in March.",
        "The Council meets again in Nairobi in March.",
        "The Council is to meet next in Nairobi in March.",
        "The Tide Council and the Reef Board meet again in Nairobi in March.",
    ],
)
def test_the_next_time_is_another_meeting(gold_of: Callable[..., dict[str, Any]], sentence: str) -> None:
    read = gold_of(f"Oslo, 12 December 2017\n\nThe Tide Council held its tenth session today. {sentence}")

    assert [(event["date"], event["place"]) for event in read["events"]] == [
        ("2017-12-12", "Oslo"),
        ("2018-03", "Nairobi"),
    ]
