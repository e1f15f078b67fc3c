"""One encounter told in two ways, by headline and lead or by a verb and its noun, is one event; two are two."""

import pytest

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _told(text: str) -> list[tuple[str, list[str]]]:
    """The meetings of a text, each with those who took part."""
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    parts = [(part.meeting.number, reading.agent_name(part.agent) or "") for part in reading.parts]
    return [(m.name, sorted({name for number, name in parts if number == m.number})) for m in reading.meetings]


_HEADLINES = [
    "Minister Tembrook holds talks with Ada Lind",
    "Minister Tembrook meets Director Lind",
    "Minister of Ports receives Director of Tide Agency",
    "Readout of Minister Tembrook's meeting with Tide Agency Director Lind",
    "Minister Tembrook has courtesy call from Ada Lind",
]
_LEADS = [
    "The Minister of Ports, Wame Tembrook, today held a meeting with Ada Lind, Director of the Tide Agency.",
    "Minister of Ports Wame Tembrook hosted Ada Lind, Director of the Tide Agency, for a working lunch in Oslo.",
    "Ada Lind, Director of the Tide Agency, paid a courtesy call on the Minister of Ports, Wame Tembrook.",
    "Minister of Ports Wame Tembrook had a bilateral meeting with Ada Lind, Director of the Tide Agency, today.",
    "During a meeting in Oslo, Minister of Ports Wame Tembrook and Ada Lind of the Tide Agency discussed tides.",
]


@pytest.mark.parametrize("lead", _LEADS)
@pytest.mark.parametrize("headline", _HEADLINES[:4])
def test_the_headline_tells_of_the_encounter_of_the_lead(headline: str, lead: str) -> None:
    ((_, parties),) = _told(f"{headline}\n\nOSLO, 3 May 2022 - {lead}\n\nThey spoke of ports and of their harbours.")

    assert parties == ["Ada Lind", "Wame Tembrook"]


def test_what_they_also_exchanged_views_on_is_no_other_meeting() -> None:
    lead = "Maritime security was the focus of a meeting today between Minister of Ports Wame Tembrook and Ada Lind."

    assert len(_told(f"OSLO, 3 May 2022 - {lead}\n\nThe two officials also exchanged views on harbours.")) == 1


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "Minister Tembrook holds talks with Ada Lind",
            "The Minister of Ports, Wame Tembrook, held a meeting with Siv Holm, Director of the Tide Agency.",
        ),
        (
            "Minister Tembrook speaks with Ada Lind by telephone",
            "Minister of Ports Wame Tembrook received Ada Lind, Director of the Tide Agency, for a working lunch.",
        ),
        (
            "Minister Tembrook meets Ada Lind",
            "Minister of Ports Wame Tembrook met Siv Holm and thanked Ada Lind for her letter.",
        ),
    ],
)
def test_another_partner_or_way_is_another_meeting(headline: str, lead: str) -> None:
    assert len(_told(f"{headline}\n\nOSLO, 3 May 2022 - {lead}\n\nThey spoke of ports.")) == 2


def test_whom_somebody_was_to_meet_later_is_not_met_by_another() -> None:
    lead = "President Siv Holm met Minister of Ports Wame Tembrook before he was to meet Ada Lind."
    told = _told(f"Minister Tembrook meets Ada Lind\n\nOSLO, 3 May 2022 - {lead}")

    assert told[0] == ("meets Ada Lind", ["Ada Lind", "Wame Tembrook"])
