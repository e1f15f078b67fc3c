"""Who took part, read from lists in every layout (``lists.tsv``)."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

TABLE = Path(__file__).with_name("lists.tsv")


def _rows() -> list[tuple[str, set[str]]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    cells = [line.partition("\t") for line in lines]
    return [(_text(text), {part.strip() for part in parts.split(";") if part.strip()}) for text, _, parts in cells]


def _text(printed: str) -> str:
    return printed.replace("\\n", "\n").replace("\\t", "\t")


@pytest.mark.parametrize(("text", "parts"), _rows())
def test_a_list_says_who_took_part(text: str, parts: set[str]) -> None:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    present = [claim for claim in claims if isinstance(claim, Participation) and claim.presence == "present"]

    assert {f"{part.agent}={part.role}" for part in present} == parts
