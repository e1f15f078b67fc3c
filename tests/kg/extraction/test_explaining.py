"""How a document was read: all of its text, every mention, each claim under the sentence that says it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.extraction import explain, read
from kg.extraction.text.masking import mask
from kg.model.claims import NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.explanations import Explanation
from kg.model.text import Document
from kg.model.wire import explanation_from_plain, explanation_to_plain

TALKS = (
    "Talks in the harbour\n\nOSLO, 4 May 2024 – The second Lagoon Dialogue was held in Oslo yesterday. "
    "It was chaired by Ms. Anna Ilvesoo, Director of the Glacier Agency. The Director of Tides came by boat.\n\n"
    "Media contact: press office of the Glacier Agency\n"
)
SAMPLE = sorted(resources.sample().glob("*.txt"))


def explained(text: str) -> Explanation:
    return explain(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 4)))


def marks(explanation: Explanation) -> list[tuple[str, str | None, str]]:
    """Kind, meaning and words of every mention."""
    text = explanation.document.text
    return [
        (mark.kind, mark.means, text[mark.start : mark.end])
        for sentence in explanation.sentences()
        for mark in sentence.marks
    ]


def letters(text: str) -> str:
    """Bullets and the dash behind a dateline stand in no block."""
    return "".join(letter for letter in text if letter.isalpha())


def check(explanation: Explanation) -> None:
    """Blocks, sentences and mentions are in order and inside each other, and no claim is lost or told twice."""
    document = explanation.document
    blocks = explanation.blocks
    assert all(one.end <= two.start for one, two in pairwise(blocks))
    text = mask(document.text)
    assert letters("".join(text[block.start : block.end] for block in blocks)) == letters(text)
    for block in blocks:
        assert all(one.end <= two.start for one, two in pairwise(block.sentences))
        for sentence in block.sentences:
            assert block.start <= sentence.start < sentence.end <= block.end
            assert all(sentence.start <= mark.start < mark.end for mark in sentence.marks)
    assert sorted(map(repr, explanation.claims())) == sorted(map(repr, read(document)))
    assert explanation_from_plain(explanation_to_plain(explanation)) == explanation


def test_every_mention_says_what_it_was_taken_for() -> None:
    found = marks(explained(TALKS))

    assert ("meeting", "e1", "second Lagoon Dialogue") in found
    assert ("date", "2024-05-03", "yesterday") in found
    assert ("person", "Anna Ilvesoo", "Ms. Anna Ilvesoo") in found
    assert ("title", "Anna Ilvesoo", "Director of the Glacier Agency") in found
    assert ("organisation", "Glacier Agency", "Glacier Agency") in found
    assert ("title", None, "Director of Tides") in found


def test_a_claim_stands_under_the_sentence_that_says_it() -> None:
    explanation = explained(TALKS)
    text = explanation.document.text
    (chairs,) = [found for found in explanation.sentences() if "chaired" in text[found.start : found.end]]

    assert {claim.agent for claim in chairs.claims if isinstance(claim, Participation)} == {"Anna Ilvesoo"}
    assert {claim.name for claim in chairs.claims if isinstance(claim, NameUse)} == {"Anna Ilvesoo", "Glacier Agency"}


def test_what_looks_like_a_claim_and_gave_none_says_why() -> None:
    text = "Ms. Ada Nkemelu of Lisbon chaired the dog show."

    assert [found.unread.reason for found in explained(text).sentences() if found.unread] == ["no rule took the verb"]


def test_of_two_reasons_the_weightier_is_told() -> None:
    text = "Ms. Ada Nkemelu of Lisbon chaired the dog show of the Special Envoy for Canals."

    assert [found.unread.reason for found in explained(text).sentences() if found.unread] == [
        "the title was tied to nobody"
    ]


def test_furniture_has_no_sentences() -> None:
    (contact,) = [block for block in explained(TALKS).blocks if block.kind == "boilerplate"]

    assert contact.sentences == ()


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_sample_is_explained(path: Path) -> None:
    check(explained(path.read_text("utf-8")))


@given(st.lists(st.sampled_from([*TALKS.split(" "), "\n\n", "* ", "(", "²", "</p>", "\x1b[2J"]), max_size=60))
def test_anything_can_be_explained(words: list[str]) -> None:
    check(explained(" ".join(words)))


def test_a_mark_knows_its_rule_where_rules_have_names() -> None:
    found = {mark.kind: mark for sentence in explained(TALKS).sentences() for mark in sentence.marks}

    assert found["person"].rule == "person.honorific/courtesy-inside"
    assert found["date"].rule is None
