"""A document longer than any release is read in parts, and what was read stands where the whole has it."""

from itertools import pairwise

import pytest

from kg.extraction import explain, read
from kg.extraction.text import parts
from kg.extraction.unread import unread
from kg.model.claims import MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

RELEASE = (
    "OSLO, 4 May 2024 – The second Lagoon Dialogue was held in Oslo yesterday. "
    "It was chaired by Ms. Anna Ilvesoo, Director of the Glacier Agency. The dog of Mr. Peter Brandvik, Director, came."
)
FILLER = "The boats came home at noon and the crews went to bed. "


def _document(text: str) -> Document:
    return Document(text, "0" * 64, "note")


@pytest.fixture(scope="module")
def long() -> Document:
    filler = FILLER * (parts.LONGEST // len(FILLER))
    return _document(f"{RELEASE}\n\n{filler}\n\n{RELEASE.partition(' – ')[2]}\n\n{filler}")


@pytest.mark.parametrize(("gap", "end"), [("\n\n", "\n\n"), ("\n", "\n"), (". ", ". "), (" ", " "), (",", "")])
def test_parts_make_up_the_whole(gap: str, end: str) -> None:
    document = _document(f"boats{gap}" * (parts.LONGEST // 2))
    found = list(parts.parts(document))

    assert "".join(part.document.text for part in found) == document.text
    assert all(len(part.document.text) <= parts.LONGEST for part in found)
    assert all(one.end == two.start for one, two in pairwise(found))
    assert all(part.document.text.endswith(end) for part in found)


def test_what_is_no_longer_than_a_release_is_one_part() -> None:
    document = _document("a" * parts.LONGEST)

    assert [(part.document is document, part.start) for part in parts.parts(document)] == [(True, 0)]


def test_every_claim_stands_where_the_whole_has_its_words(long: Document) -> None:
    for claim in read(long):
        for words in claim.evidence:
            assert long.text[words.span.start : words.span.end] == words.quotation
            assert words.document == long.key


def test_both_ends_of_a_long_document_are_read(long: Document) -> None:
    claims = read(long)

    assert [claim.name for claim in claims if isinstance(claim, NameUse)].count("Glacier Agency") == 2
    meetings = [claim.meeting for claim in claims if isinstance(claim, MeetingReport)]
    assert len(set(meetings)) == len(meetings) == 2
    assert {claim.meeting for claim in claims if isinstance(claim, Participation)} == set(meetings)
    assert {str(claim.start) for claim in claims if isinstance(claim, MeetingReport)} == {"2024-05-03"}


def test_the_date_of_issue_of_the_first_part_is_that_of_all(long: Document) -> None:
    assert {part.document.published for part in parts.parts(long)} == {None, PartialDate(2024, 5, 4)}


def test_what_is_unread_and_how_it_was_read_stand_in_the_whole_too(long: Document) -> None:
    claims = read(long)
    looked, explained = unread(long, claims), explain(long)

    assert all(long.text[found.start : found.end] == found.quote for found in looked.unread)
    assert sorted(map(repr, explained.claims())) == sorted(map(repr, claims))
    marked = {long.text[mark.start : mark.end] for sentence in explained.sentences() for mark in sentence.marks}
    assert {"Ms. Anna Ilvesoo", "Glacier Agency", "second Lagoon Dialogue", "yesterday"} <= marked
    assert {found.means for read_ in explained.sentences() for found in read_.marks if found.kind == "meeting"} == {
        claim.meeting for claim in claims if isinstance(claim, MeetingReport)
    }
