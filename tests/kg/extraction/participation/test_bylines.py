"""Whoever is named below the title of a speech gave it; a line of prose, another headline and two names say nothing."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.text import Document


def _spoke(title: str, line: str) -> set[tuple[str, str]]:
    text = f"{title}\n\n{line}\nLima\nMarch 3, 2021\n\nThank you all very much for that welcome.\n"
    claims = read(Document(text, "0" * 64, "note"))
    return {(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)}


@pytest.mark.parametrize("title", ["Remarks at the Lagoon Summit", "Keynote Address to the Third Tide Conference"])
@pytest.mark.parametrize(
    "line", ["Anna Ilvesoo\nDirector, Tide Agency", "By Ambassador Anna Ilvesoo, Director for Tides"]
)
def test_who_stands_below_a_speech_gave_it(title: str, line: str) -> None:
    assert _spoke(title, line) == {("Anna Ilvesoo", "speaker")}


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Report of the Lagoon Summit", "Anna Ilvesoo\nDirector, Tide Agency"),
        ("Remarks on the Lagoon Summit", "Anna Ilvesoo\nDirector, Tide Agency"),
        ("Remarks at the Lagoon Summit", "Director Anna Ilvesoo and Director Peter Brandvik"),
        ("Remarks at the Lagoon Summit", "Anna Ilvesoo calls for calm"),
    ],
)
def test_other_lines_say_nothing_of_who_spoke(title: str, line: str) -> None:
    assert _spoke(title, line) == set()


def test_a_forum_spoken_at_is_an_occasion() -> None:
    text = "Remarks by Minister Anna Ilvesoo at the Tide Forum\n\nLima, 3 March 2021\n\nDear colleagues, thank you.\n"
    claims = read(Document(text, "0" * 64, "note"))

    assert [(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)] == [
        ("Anna Ilvesoo", "speaker")
    ]
