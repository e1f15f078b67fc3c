"""The law of odd items: what stands in a list and is not understood changes nothing of what is said of the others."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

TABLE = Path(__file__).with_name("odd-items.txt")
ODD = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
FRAMES = (
    "The third Harbour Dialogue was attended by {}.",
    "The third Harbour Dialogue brought together {}.",
    "The third Harbour Dialogue was held in Oslo. Present were {}.",
    "The third Harbour Dialogue was held in Oslo. Participants included {}.",
    "The third Harbour Dialogue was held in Oslo with the participation of {}.",
    "The third Harbour Dialogue was held in Oslo. Opening remarks were delivered by {}.",
)
LISTS = (
    ("Norway", "Kenya", "the Glacier Agency", "Peru"),
    (
        "Mr. Peter Brandvik, Head of the Tide Council",
        "Ms. Anna Ilvesoo",
        "Dr. John Tembrook",
        "Ms. Ruth Adebar of Kenya",
    ),
    ("the Glacier Agency (GA)", "the Tide Council", "Mr. Peter Brandvik (Norway)", "the Lagoon Fund"),
)
JOINTS = ((", ", ", and "), (", ", " and "), (", ", ", as well as "), ("; ", "; and "))


def _said(frame: str, items: tuple[str, ...], joint: tuple[str, str]) -> set[tuple[str, str, str]]:
    text = frame.format(joint[0].join(items[:-1]) + joint[1] + items[-1])
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return {(one.agent, one.role, one.presence) for one in claims if isinstance(one, Participation)}


def _with(items: tuple[str, ...], odd: str, at: int) -> tuple[str, ...]:
    if odd.startswith("+"):
        return (*items[:at], items[at] + odd[1:], *items[at + 1 :])
    return (*items[:at], odd, *items[at:])


@given(
    frame=st.sampled_from(FRAMES),
    items=st.sampled_from(LISTS),
    joint=st.sampled_from(JOINTS),
    odd=st.sampled_from(ODD),
    at=st.integers(0, 2),
)
@settings(max_examples=60)
def test_an_odd_item_takes_nobody_off_a_list(
    frame: str, items: tuple[str, ...], joint: tuple[str, str], odd: str, at: int
) -> None:
    assert len(_said(frame, items, joint)) >= len(items)
    assert _said(frame, items, joint) <= _said(frame, _with(items, odd, at), joint)


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "Norway, Kenya, the Glacier Agency, people who live by the sea and Peru attended the Harbour Dialogue.",
            {"Norway", "Kenya", "Glacier Agency", "Peru"},
        ),
        (
            "Norway, Kenya, the Glacier Agency and Harbour Watch attended the third Harbour Dialogue.",
            {"Norway", "Kenya", "Glacier Agency"},
        ),
        (
            "The third Harbour Dialogue was attended by Ms. Anna Ilvesoo, who led the day, and Mr. Peter Brandvik.",
            {"Anna Ilvesoo", "Peter Brandvik"},
        ),
    ],
)
def test_the_rest_of_a_list_is_read(text: str, agents: set[str]) -> None:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))

    assert {one.agent for one in claims if isinstance(one, Participation)} == agents


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Dialogue was held in Oslo. Ms. Anna Ilvesoo met the heads of the fleets of Norway and Kenya.",
        "The third Harbour Dialogue was hosted by the port, with help from the Tide Council and the Glacier Agency.",
        "The third Harbour Dialogue was hosted by the harbour of Bergen, Norway.",
    ],
)
def test_names_inside_an_odd_item_are_none_of_the_list(text: str) -> None:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))

    bodies = {"Norway", "Kenya", "Tide Council", "Glacier Agency"}
    assert not bodies & {one.agent for one in claims if isinstance(one, Participation)}
