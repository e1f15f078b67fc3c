"""Who presided over a meeting, or presided, was its chair; over a photo or a court he was not."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.text import Document


@pytest.mark.parametrize(
    ("words", "chair"),
    [
        ("presided over the meeting", True),
        ("presided over the work of the meeting", True),
        ("presided over the proceedings", True),
        ("presided", True),
        ("presided over the family photo", False),
        ("presides over the Tide Court", False),
    ],
)
def test_what_was_presided_over(words: str, chair: bool) -> None:
    text = f"Lima, 3 May 2021\n\nThe Tide Group met in Lima today. Minister Anna Ilvesoo {words}."
    claims = read(Document(text, "0" * 64, "note"))
    roles = {(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)}

    assert (("Anna Ilvesoo", "chair") in roles) == chair
