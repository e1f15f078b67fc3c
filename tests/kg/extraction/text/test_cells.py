"""The rows of tables: whatever parts their cells, they read like entries with commas, and nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import read
from kg.extraction.text.page import Page
from kg.model.claims import Attestation, Participation
from kg.model.text import Document

LEAD = "Safer harbours\n\nOslo, 3 May 2024\n\nThe third Harbour Dialogue was held in Oslo on 3 May 2024.\n\n"
TABLES = {
    "Markdown": (
        "| Name | Function | Country |\n| --- | --- | --- |\n"
        "| H.E. Peter Brandvik | Minister of Foreign Affairs | Norway |\n"
        "| Anna Ilvesoo | Foreign Secretary | Estonia |\n"
    ),
    "aligned": (
        "| Name                | Function                    | Country |\n"
        "| H.E. Peter Brandvik | Minister of Foreign Affairs | Norway  |\n"
        "| Anna Ilvesoo        | Foreign Secretary           | Estonia |\n"
    ),
    "tabs": (
        "Name\tFunction\tCountry\nH.E. Peter Brandvik\tMinister of Foreign Affairs\tNorway\n"
        "Anna Ilvesoo\tForeign Secretary\tEstonia\n"
    ),
    "strokes": (
        "H.E. Peter Brandvik | Minister of Foreign Affairs | Norway\nAnna Ilvesoo | Foreign Secretary | Estonia\n"
    ),
}


def document(text: str) -> Document:
    return Document(text, "0" * 64, "note")


@pytest.mark.parametrize(
    "heading", ["Participants", "The Dialogue was attended by:", "Present at the Harbour Dialogue:"]
)
@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_participants_is_read_like_a_list(table: str, heading: str) -> None:
    claims = read(document(f"{LEAD}{heading}\n\n{TABLES[table]}"))
    posts = {(c.person, c.role, c.organisation) for c in claims if isinstance(c, Attestation)}
    parts = {(c.agent, c.role) for c in claims if isinstance(c, Participation)}
    assert posts == {
        ("Peter Brandvik", "Minister of Foreign Affairs", "Norway"),
        ("Anna Ilvesoo", "Foreign Secretary", "Estonia"),
    }
    assert parts == {("Peter Brandvik", "participant"), ("Anna Ilvesoo", "participant")}


@given(st.text(alphabet="Ab |\t\n-", max_size=80))
def test_nothing_moves(text: str) -> None:
    page = Page(document(f"Table\n\n{text}\n"))
    assert len(page.text) == len(page.document.text)
    assert [page.text[token.start : token.end] for token in page.tokens] == [token.text for token in page.tokens]


STACKS = (
    "Ms. Anna Ilvesoo\nDeputy Director\nOffice of Tides\nMinistry of Harbours\n\n"
    "Mr. Peter Brandvik\nActing Chief Inspector\nOffice of Field Works\nGlacier and Reef Council\n\n"
    "Dr. Wame Tembrook\nPresident\nTide Institute\n"
)


@pytest.mark.parametrize("heading", ["Participants:", "Witnesses:", "Speakers:", "The Dialogue was attended by:"])
def test_the_lines_of_an_entry_are_read_like_its_parts(heading: str) -> None:
    claims = read(document(f"{LEAD}{heading}\n\n{STACKS}"))
    posts = {(c.person, c.role, c.organisation) for c in claims if isinstance(c, Attestation)}
    assert posts == {
        ("Anna Ilvesoo", "Deputy Director", "Office of Tides"),
        ("Peter Brandvik", "Chief Inspector", "Office of Field Works"),
        ("Wame Tembrook", "President", "Tide Institute"),
    }
    titles = {c.title for c in claims if isinstance(c, Attestation)}
    assert "Deputy Director Office of Tides" in titles


def test_a_line_that_goes_on_is_no_part_of_an_entry() -> None:
    entries = "Ms. Anna Ilvesoo\nDirector of the\nTide Institute\n\nMr. Peter Brandvik\nHead of the\nGlacier Agency\n"
    text = f"{LEAD}Participants:\n\n{entries}"
    titles = {c.title for c in read(document(text)) if isinstance(c, Attestation)}
    assert titles == {"Director of the Tide Institute", "Head of the Glacier Agency"}
