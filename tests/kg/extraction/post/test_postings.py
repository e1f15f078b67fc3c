"""Posts as the houses of the world print them: person, role, body and status from one sentence each."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.model.claims import Attestation
from kg.model.text import Document

_ROWS = (Path(__file__).parent / "posts.tsv").read_text(encoding="utf-8").splitlines()
_CASES = [tuple(row.split("\t")) for row in _ROWS if row and not row.startswith(("#", "text\t"))]


def _told(text: str) -> set[str]:
    claims = read(Document(text, "0" * 64, "note"))
    return {_row(claim) for claim in claims if isinstance(claim, Attestation)}


def _row(claim: Attestation) -> str:
    body = f" @ {claim.organisation}" if claim.organisation else ""
    status = f" ({claim.status})" if claim.status != "substantive" else ""
    return f"{claim.person} = {claim.role}{body}{status}"


@pytest.mark.parametrize(("text", "posts"), _CASES)
def test_a_sentence_says_these_posts(text: str, posts: str) -> None:
    assert _told(text) == set(posts.split("; "))
