"""The record of a sitting reports speaker by speaker: each spoke there; elsewhere a quotation makes nobody one."""

import pytest

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document

_HEAD = "Tide Council\n9236th Meeting (AM & PM)\nTC/151\n15 December 2022\n\nMembers Discuss Ports\n\n"
_LEAD = "Ports must be kept safe, the Tide Council heard today, as members discussed the threats to them.\n\n"


def _speakers(text: str) -> dict[str, str]:
    """Who took part in the meeting that the head numbers, with the role."""
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    return {reading.agent_name(part.agent) or "": part.role for part in reading.parts if part.meeting is reading.main}


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Zarkol Blinvar (Norway) said that ports matter to all.", {"Zarkol Blinvar"}),
        ("ZARKOL BLINVAR (Kenya) said that ports matter.", {"ZARKOL BLINVAR"}),
        ("Zarkol Blinvar (Kenya, on behalf of the Reef Group), said that ports matter.", {"Zarkol Blinvar"}),
        ("Wame Tembrook (Kenya), aligning himself with the Reef Group, noted the threat.", {"Wame Tembrook"}),
        ("Ada Lind, Director of the Tide Agency, briefing the Council, said that the threat is high.", {"Ada Lind"}),
        ("The representative of the Russian Federation said so, too.", {"Russian Federation"}),
        ("Norway's representative also stressed the role of ports.", {"Norway"}),
        ("Kenya's delegate, Council President for May, speaking in her national capacity, said so.", {"Kenya"}),
        ("Also speaking today were the representatives of Norway, Kenya and Peru.", {"Norway", "Kenya", "Peru"}),
        ("Also delivering statements were Ada Lind (Norway) and Wame Tembrook (Kenya).", {"Ada Lind", "Wame Tembrook"}),
    ],
)
def test_whoever_the_record_of_a_sitting_reports_spoke_there(sentence: str, speakers: set[str]) -> None:
    assert _speakers(f"{_HEAD}{_LEAD}{sentence}") == dict.fromkeys(speakers, "speaker")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Lind (Norway) had said so in 2019.",
        "The report of the Tide Agency said that ports matter.",
        "Representatives of the Tide Agency will say more next week.",
        "Members also discussed the ports of Norway, Kenya and Peru.",
        "Ada Lind, who died in 2019, said that the sea has no borders.",
        "In 2021, Ada Lind (Norway) said that ports matter.",
        "As Ada Lind said, peace is hard.",
        "Ada Lind (Norway) never said so.",
        "Ada Lind, a suspect in the attack, said that she knew nothing of it.",
        "Ada Lind (Norway) said in court that she knew nothing of it.",
        "The sample, representative of Norway, said little.",
        "Also participating in the exercise last year were Norway and Kenya.",
        "Also making threats were Ada Lind and Wame Tembrook.",
        "Also briefing the press were Ada Lind (Norway) and Wame Tembrook (Kenya).",
    ],
)
def test_what_was_said_elsewhere_makes_nobody_a_speaker(sentence: str) -> None:
    assert _speakers(f"{_HEAD}{_LEAD}{sentence}") == {}


def test_without_that_head_a_quotation_makes_nobody_a_speaker() -> None:
    assert (
        _speakers(f"The 9236th Meeting of the Tide Council\n\n{_LEAD}Ada Lind (Norway) said that ports matter.") == {}
    )


def test_the_sitting_that_comes_next_is_another() -> None:
    text = f"{_HEAD}{_LEAD}The Council will next meet at 10 a.m. on Friday, 16 December, to continue its debate."
    reading = Reading(Page(Document(text, "0" * 64, "note")))

    assert [str(reading.settings[meeting.number].start) for meeting in reading.meetings] == ["2022-12-15", "2022-12-16"]
