"""A verb that lists several meetings is said of each (``several.tsv``), with those whom that entry names beside it."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.extraction.words.tables import rows_of
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

CASES = [(row.form, row["parts"]) for row in rows_of(Path(__file__).with_name("several.tsv"))]


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_whoever_is_said_to_do_it_has_a_part_in_each(text: str, parts: str) -> None:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    names = {claim.meeting: claim.name for claim in claims if isinstance(claim, MeetingReport)}
    told = {f"{names[one.meeting]}: {one.agent}={one.role}" for one in claims if isinstance(one, Participation)}

    assert told == set(parts.split("; "))
