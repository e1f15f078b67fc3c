"""Whoever is only counted came from where the count says, in figures or in words."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.text import Document


def _came(who: str) -> set[str]:
    claims = read(Document(f"Lima, 3 May 2021\n\nThe workshop was attended by {who}.\n", "0" * 64, "note"))
    return {claim.agent for claim in claims if isinstance(claim, Participation)}


@pytest.mark.parametrize("count", ["12", "two"])
def test_others_of_a_list_are_counted_without_a_noun(count: str) -> None:
    assert _came(f"15 officers from Norway, {count} from Kenya and three from the Netherlands") == {
        "Norway",
        "Kenya",
        "Netherlands",
    }


def test_a_count_of_something_else_brings_nobody() -> None:
    assert _came("15 officers from Norway, 12 of them women") == {"Norway"}
