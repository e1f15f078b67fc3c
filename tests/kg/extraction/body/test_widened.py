"""Longer forms in which bodies are printed stand beside their name."""

from collections.abc import Callable
from typing import Any

import pytest

Gold = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("Norway's Tide Council hosted the workshop.", "Tide Council", "Norway's Tide Council"),
        ("Sri Lanka's Security Council hosted the workshop.", "Security Council", "Sri Lanka's Security Council"),
        (
            "Anna Ilvesoo, Director of the Tide Department of the Lagoon Ministry, spoke at the workshop.",
            "Tide Department",
            "Tide Department of the Lagoon Ministry",
        ),
        (
            "Anna Ilvesoo, Director, Tide Division, Lagoon Ministry, spoke at the workshop.",
            "Tide Division",
            "Tide Division, Lagoon Ministry",
        ),
        (
            "The Royal Lagoon Embassy in Oslo hosted the workshop.",
            "Royal Lagoon Embassy",
            "Royal Lagoon Embassy in Oslo",
        ),
        (
            "The Combined Tide Task Force – Horn of Africa hosted the workshop.",
            "Combined Tide Task Force",
            "Combined Tide Task Force – Horn of Africa",
        ),
        (
            "Anna Ilvesoo, Chief of the Lagoon Office at the Tide Council, spoke at the workshop.",
            "Lagoon Office",
            "Lagoon Office at the Tide Council",
        ),
        (
            "The Union Delegation to Kenya and Norway hosted the workshop.",
            "Union Delegation to Kenya",
            "Union Delegation to Kenya and Norway",
        ),
    ],
)
def test_the_longer_form_is_kept(gold_of: Gold, text: str, name: str, form: str) -> None:
    bodies = {row["name"]: row["also"] for row in gold_of(text)["organisations"]}

    assert any(form in (own, *also) for own, also in bodies.items() if name in own), bodies


def test_a_qualifying_acronym_and_a_state_have_none(gold_of: Gold) -> None:
    read = gold_of("Norway's UN entities met, and Kenya of the Lagoon Union hosted them at the Tide Council in Oslo.")

    assert not any("in Oslo" in form for row in read["organisations"] for form in row["also"])
