"""A line with a kind and a day under a title names the title's meeting."""

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document

BODY = "\n\nPilots from Norway and Kenya asked what the next flood will bring and who will pay for it."


def _names(text: str) -> list[str]:
    return [meeting.name for meeting in Reading(Page(Document(text + BODY, "0" * 64, "note"))).meetings]


def test_the_line_takes_the_name_of_the_title() -> None:
    (name,) = _names("Tides and Lagoons: What the Pilots Know\nConference, 3 May 2024")

    assert name.startswith("Tides and Lagoons: What the Pilots Know")


def test_a_line_without_a_day_takes_none() -> None:
    assert not any("Pilots Know" in name for name in _names("Tides and Lagoons: What the Pilots Know\nConference"))
