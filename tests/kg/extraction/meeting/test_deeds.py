"""Papers signed, centres inaugurated, councils held: the noun is a meeting because of its verb."""

import pytest

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _mentions(text: str) -> list[tuple[str, str]]:
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    return [(reading.page.words(m.first, m.last), m.kind) for m in reading.meeting_mentions]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("They signed a memorandum of understanding on tides.", "memorandum of understanding on tides", "signing"),
        ("They signed, in the presence of P, a memorandum on tides.", "memorandum on tides", "signing"),
        ("An agreement on tides was signed in Oslo.", "agreement on tides", "signing"),
        ("A Cooperation Programme for 2024-2025 was signed between the two.", "Cooperation Programme", "signing"),
        ("She inaugurated the Glacier Centre yesterday.", "Glacier Centre", "launch"),
        ("She officiated the opening of the Glacier Centre.", "Glacier Centre", "launch"),
        ("She opened the new wing of the Glacier Centre.", "Glacier Centre", "launch"),
        ("The Minister officially opened the Glacier Centre.", "Glacier Centre", "launch"),
        ("The Tide Office was inaugurated in May.", "Tide Office", "launch"),
        ("She launched the National Tide Strategy in Oslo on 3 May 2024.", "National Tide Strategy", "launch"),
        ("The Tide Action Plan was launched in Oslo on 3 May 2024.", "Tide Action Plan", "launch"),
        ("Norway and Kenya held the Tide Partnership Council in Oslo.", "Tide Partnership Council", "meeting"),
        ("President Varga held the Tide Council session.", "Tide Council session", "session"),
        ("President Varga held a Tide Council meeting in Oslo.", "Tide Council meeting", "meeting"),
        ("The 18th Ministerial Council spoke of tides.", "18th Ministerial Council", "meeting"),
        ("The fourth Joint Commission was held in Oslo.", "fourth Joint Commission", "meeting"),
        ("They met on the margins of the Tide Forum in Oslo.", "Tide Forum", "forum"),
    ],
)
def test_a_verb_makes_a_meeting_of_a_noun(text: str, words: str, kind: str) -> None:
    assert (words, kind) in _mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Council launched the Tide Strategy in 2006.",
        "The Strategy, which will be launched in Oslo on 3 May 2024, is new.",
        "On 3 May 2024 they spoke in Oslo of the Tide Strategy.",
    ],
)
def test_a_plan_is_an_encounter_only_where_it_was_launched_in_a_town_on_a_day(text: str) -> None:
    assert "launch" not in {kind for _, kind in _mentions(text)}


@pytest.mark.parametrize(
    "text", ["She opened the Glacier Centre to the public.", "She opened a window of the Tide Office."]
)
def test_what_is_only_open_is_no_meeting(text: str) -> None:
    assert _mentions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of the agreement on tides.",
        "They will sign a memorandum of understanding soon.",
        "Under an agreement signed years ago they share charts.",
        "She visited the Glacier Centre on Monday.",
        "The Tide Partnership Council held its view.",
        "The Third Committee took its decision.",
        "She wrote the 4th Joint Committee Report.",
        "She spoke to the 1st Standing Committee.",
    ],
)
def test_without_it_a_paper_or_a_body_is_none(text: str) -> None:
    assert _mentions(text) == []


def test_a_paper_of_theirs_that_is_signed_is_only_spoken_of() -> None:
    assert _mentions("They worked per their signed memorandum of understanding on tides.") == []
