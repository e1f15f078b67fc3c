"""Words behind the verb of an encounter: whoever is welcomed somewhere was met there; an outcome welcomed was not."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport
from kg.model.text import Document


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("the delegation headed by Anna Ilvesoo, Deputy Head of Mission of Norway, at his office", True),
        ("six envoys in Oslo", True),
        ("six envoys today", True),
        ("the decision of Norway to open its office", False),
        ("the efforts of the delegates and their office", False),
    ],
)
def test_a_setting_tells_an_encounter_from_praise(words: str, met: bool) -> None:
    claims = read(Document(f"Director Peter Brandvik welcomed {words}.", "0" * 64, "note"))

    assert any(isinstance(claim, MeetingReport) for claim in claims) == met
