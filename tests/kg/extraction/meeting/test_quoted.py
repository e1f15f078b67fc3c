"""Names in quotation marks are whole, whatever their first words, and end before the comma that the marks take in."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport, Participation
from kg.model.text import Document


def _read(sentence: str) -> tuple[list[str], set[tuple[str, str]]]:
    claims = read(Document(f"Lima, 3 May 2021\n\n{sentence}\n", "0" * 64, "note"))
    names = [claim.name for claim in claims if isinstance(claim, MeetingReport)]
    return names, {(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)}


@pytest.mark.parametrize("name", ["Workshop for the Lagoons on Tides", "Teach the Teachers Workshop for the Lagoons"])
@pytest.mark.parametrize("mark", [",”", "”,"])
def test_a_name_in_marks_is_whole_and_who_held_it_stands_behind(name: str, mark: str) -> None:
    names, parts = _read(f"Minister Anna Ilvesoo opened the “{name}{mark} organised by Norway.")

    assert names == [name]
    assert parts == {("Anna Ilvesoo", "speaker"), ("Norway", "organiser")}


def test_the_stop_inside_the_marks_is_no_part_of_the_name() -> None:
    names, _ = _read("Minister Anna Ilvesoo opened the “Tide Workshop for the Lagoons.” It ended today.")

    assert names == ["Tide Workshop for the Lagoons"]


@pytest.mark.parametrize(
    "speech", ["Thank you for the Tide Workshop", "Our Tide Workshop was good", "The Tide Workshop in Lima was good"]
)
def test_a_quoted_speech_is_no_name(speech: str) -> None:
    names, _ = _read(f"Minister Anna Ilvesoo opened the Tide Workshop. “{speech},” she said.")

    assert names == ["Tide Workshop"]
