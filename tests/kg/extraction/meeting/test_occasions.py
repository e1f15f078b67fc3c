"""Which namings tell of an occasion."""

import pytest

from kg.extraction.meeting.occasions import Occasions, is_strong
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _tells(text: str) -> bool:
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    return Occasions(reading.page).names_event(reading.meeting_mentions[0])


@pytest.mark.parametrize(
    "text",
    [
        "They held a workshop in Oslo.",
        "A side event on tides was long.",
        "They met for a working lunch.",
        "They took part in the third meeting.",
    ],
)
def test_what_happened_is_told_of(text: str) -> None:
    assert _tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "The forum is a meeting of pilots.",
        "They want dialogue.",
        "It is good for training.",
        "The aims are to:\n\n- Share plans;\n- Hold a thematic discussion on tides.",
    ],
)
def test_kinds_and_wishes_are_not(text: str) -> None:
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    told = [Occasions(reading.page).names_event(mention) for mention in reading.meeting_mentions]
    assert not any(told)


def test_a_number_or_a_partner_tells_it_from_others() -> None:
    reading = Reading(Page(Document("They held the third meeting. The meeting was long.", "0" * 64, "note")))

    assert [is_strong(mention) for mention in reading.meeting_mentions] == [True, False]


@pytest.mark.parametrize(
    "text", ["No island had ever been the venue of a Tide Council meeting.", "Norway had never hosted a meeting."]
)
def test_what_never_was_is_not_told_of(text: str) -> None:
    assert not _tells(text)
