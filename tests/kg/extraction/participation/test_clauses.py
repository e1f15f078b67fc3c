"""Sentences of the genre (``genre.tsv``): what each says of who takes part in the meeting it names, and no more."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.extraction.words.tables import rows_of
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

SENTENCES = [(row.form, row["parts"]) for row in rows_of(Path(__file__).with_name("genre.tsv"))]


def _said(text: str) -> set[str]:
    """Who takes part in the Harbour Dialogue, as agent=role."""
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    names = {claim.meeting: claim.name for claim in claims if isinstance(claim, MeetingReport)}
    parts = [claim for claim in claims if isinstance(claim, Participation) and claim.presence == "present"]
    return {f"{part.agent}={part.role}" for part in parts if "Harbour Dialogue" in names[part.meeting]}


@pytest.mark.parametrize(("text", "parts"), SENTENCES)
def test_a_sentence_says_who_took_part(text: str, parts: str) -> None:
    assert _said(text) == {part for part in parts.split("; ") if part}
