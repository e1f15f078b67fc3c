"""Two sides in columns beside each other are read one after the other."""

import pytest

from kg.extraction import read
from kg.extraction.text.blocks import Block
from kg.extraction.text.layout import blocks
from kg.model.claims import Participation
from kg.model.text import Document

TALKS = "The first Harbour Dialogue of Norway and Kenya was held in Oslo on 3 May 2024.\n\n"


def _cells(text: str) -> list[str]:
    found: tuple[Block, ...] = blocks(TALKS + text)
    return [(TALKS + text)[start:end] for block in found if block.kind == "list" for start, end in block.items]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Norwegian side            Kenyan side\nAnna Varga, Minister      Odvar Berg, Minister\n"
            "Tide Council              Coast Guard\n"
        ),
        (
            "Norwegian side            Kenyan side\n--------------            -----------\n"
            "Anna Varga, Minister      Odvar Berg, Minister\nTide Council              Coast Guard\n"
        ),
        (
            "   Norwegian side        Kenyan side\n\n   Anna Varga, Minister  Odvar Berg, Minister\n"
            "   Tide Council          Coast Guard\n"
        ),
        (
            "Norwegian side            Kenyan side\nAnna Varga, Minister      Odvar Berg, Minister\n"
            "Tide Council\n                          Coast Guard\n"
        ),
    ],
)
def test_the_cells_of_one_side_stand_before_those_of_the_other(text: str) -> None:
    assert _cells(text) == [
        "Norwegian side",
        "Anna Varga, Minister",
        "Tide Council",
        "Kenyan side",
        "Odvar Berg, Minister",
        "Coast Guard",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The team      came to Oslo, said the other side\nand went home again      on Monday, which was late.\n",
        "Name              Post\nAnna Varga        Minister\nOdvar Berg        Envoy\n",
        "Norwegian side\nAnna Varga\n\nKenyan side\nOdvar Berg\n",
    ],
)
def test_other_columns_are_no_sides(text: str) -> None:
    assert "Norwegian side" not in _cells(text)[:1] or len(_cells(text)) < 4


def _told(text: str) -> set[tuple[str, str]]:
    claims = read(Document(text, "0" * 64, "note"))
    return {(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)}


@pytest.mark.parametrize(("one", "other"), [("Norwegian side", "Kenyan side"), ("For Norway:", "For Kenya:")])
def test_people_and_bodies_of_both_sides_took_part(one: str, other: str) -> None:
    told = _told(
        f"{TALKS}{one:30}{other}\n{'Tide Council':30}Reef Agency\n{'Lagoon Union':30}Dr Odvar Berg, Envoy\n"
        f"{'Ms Anna Varga':30}Harbour Police Directorate\n{'Glacier Institute':30}\n"
    )
    assert told >= {
        (name, "participant") for name in ("Tide Council", "Lagoon Union", "Anna Varga", "Reef Agency", "Odvar Berg")
    }


def test_a_body_below_a_bare_name_is_where_she_works() -> None:
    told = _told(
        f"{TALKS}Norwegian side    Kenyan side\nMs Anna Varga     Dr Odvar Berg\nGlacier Institute Port Police\n"
    )
    assert "Anna Varga" in {agent for agent, _ in told}
    assert "Glacier Institute" not in {agent for agent, _ in told}


def test_those_below_the_sides_of_an_agreement_sign() -> None:
    told = _told(
        "Oslo, 3 May 2024 - The Tide Council and the Reef Agency signed a cooperation agreement in Oslo today.\n\n"
        "For the Tide Council:         For the Reef Agency:\n\n\nAnna Varga                    Odvar Berg\n"
        "Director                      President\n"
    )
    assert told == {(name, "signatory") for name in ("Tide Council", "Reef Agency", "Anna Varga", "Odvar Berg")}
