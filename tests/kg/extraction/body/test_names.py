"""Names of bodies as houses print them: a table of invented sentences, and the bodies that enter a graph."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.extraction.rules import tier
from kg.model.claims import NameUse, Tier
from kg.model.text import Document

_ROWS = (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()
_CASES = [row.split("\t") for row in _ROWS if row and not row.startswith(("#", "text\t"))]


@pytest.mark.parametrize(("text", "names"), _CASES)
def test_the_bodies_that_a_text_names(text: str, names: str) -> None:
    claims = read(Document(text.replace("\\n", "\n"), "0" * 64, "note"))
    told = (claim for claim in claims if isinstance(claim, NameUse) and claim.kind != "person")

    assert sorted(claim.name for claim in told if tier(claim.rule) is not Tier.POSSIBLE) == sorted(
        name for name in names.split("; ") if name
    )
