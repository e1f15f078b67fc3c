"""Whose visit a text tells of was at the meetings that name only whom they were with; nobody else's are his."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

VISIT = "Minister Anna Ilvesoo visited Oslo on 3 May 2024."


def _inferred(sentence: str) -> set[str]:
    claims = read(Document(f"{VISIT} {sentence}", "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return {one.agent for one in claims if isinstance(one, Participation) and one.rule == "part.protagonist"}


@pytest.mark.parametrize(
    "sentence",
    [
        "At a meeting with Director Peter Brandvik, the sides discussed trade.",
        "During the visit, a meeting was held on Tuesday with Director Peter Brandvik.",
        "The friendship of the two countries was praised at the meeting with Director Peter Brandvik.",
    ],
)
def test_the_visitor_was_there(sentence: str) -> None:
    assert _inferred(sentence) == {"Anna Ilvesoo"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Her husband held a meeting with Director Peter Brandvik.",
        "Her spokesman denied a meeting with Director Peter Brandvik.",
        "A man was arrested after a meeting with Director Peter Brandvik.",
        "Nobody met with Director Peter Brandvik.",
        "A meeting with Director Peter Brandvik did not take place.",
        "At a meeting with Director Peter Brandvik, Minister Ole Strand discussed trade.",
    ],
)
def test_what_others_did_and_what_was_not_is_not_hers(sentence: str) -> None:
    assert not _inferred(sentence)
