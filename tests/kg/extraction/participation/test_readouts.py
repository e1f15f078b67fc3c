"""Readouts as houses word them (``readouts.tsv``): who takes part, in what role, in whatever meeting, and no more."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.extraction.words.tables import rows_of
from kg.model.claims import Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

READOUTS = [(row.form, row["parts"]) for row in rows_of(Path(__file__).with_name("readouts.tsv"))]


@pytest.mark.parametrize(("text", "parts"), READOUTS)
def test_a_readout_says_who_took_part(text: str, parts: str) -> None:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    told = {
        f"{claim.agent}={claim.role}"
        for claim in claims
        if isinstance(claim, Participation) and claim.presence == "present"
    }

    assert told == {part for part in parts.split("; ") if part}
