"""Who came is read whole, however a house says that they came, whoever they are said to be, however they are listed."""

from itertools import product

import pytest

from kg.extraction import read
from kg.model.claims import Participation, Tier
from kg.model.text import Document

HELD = "The Harbour Meeting was held in Oslo on 3 May 2024"
MEETING = "the Harbour Meeting in Oslo on 3 May 2024"
FRAMES = (
    f"{HELD}. It was attended by WHO.",
    f"{MEETING} was attended by WHO.",
    f"Attended by WHO, {MEETING} discussed tides.",
    f"WHO took part in {MEETING}.",
    f"WHO participated in {MEETING}.",
    f"WHO joined {MEETING}.",
    f"{MEETING} brought together WHO.",
    f"{MEETING} gathered WHO.",
    f"{MEETING} saw the participation of WHO.",
    f"{HELD} with the participation of WHO.",
    f"{HELD}, with WHO in attendance.",
    f"{HELD}. WHO were present.",
    f"{HELD}. Also present were WHO.",
    f"{HELD}. In attendance were WHO.",
    f"{HELD}. Among the participants were WHO.",
    f"{HELD}. The following took part: WHO.",
)
LEADS = (
    "",
    "representatives of ",
    "representatives from ",
    "officials from ",
    "experts from ",
    "high-level delegations from ",
    "some 50 participants from ",
    "more than 100 delegates representing ",
    "senior officials and experts from ",
    "national focal points from ",
    "border guards from ",
    "40 law enforcement officers from ",
    "prosecutors, judges and police officers from ",
    "practitioners and policy-makers from ",
    "government officials, civil society representatives and academics from ",
    "representatives of law enforcement and security agencies of ",
    "delegations of the security agencies and special services of ",
)
LISTS = {
    "Kenya, Norway, Malta and Chad": ("Kenya", "Norway", "Malta", "Chad"),
    "Kenya, Norway, Malta, and Chad": ("Kenya", "Norway", "Malta", "Chad"),
    "the Tide Council (TC), the Reef Agency (RA) and the Lagoon Union (LU)": (
        "Tide Council",
        "Reef Agency",
        "Lagoon Union",
    ),
    "Kenya and Norway, as well as the Tide Council and the Reef Agency": (
        "Kenya",
        "Norway",
        "Tide Council",
        "Reef Agency",
    ),
}


def came(sentence: str) -> set[str]:
    """The agents of all parts that are trusted."""
    document = Document(f"News of the week\n\n{sentence[0].upper()}{sentence[1:]}", "0" * 64, "note")
    parts = (claim for claim in read(document) if isinstance(claim, Participation))
    return {part.agent for part in parts if part.tier is not Tier.POSSIBLE}


@pytest.mark.parametrize(("frame", "lead"), list(product(FRAMES, LEADS)))
def test_those_who_came_are_all_read(frame: str, lead: str) -> None:
    for who, names in LISTS.items():
        assert came(frame.replace("WHO", lead + who)) >= set(names)


@pytest.mark.parametrize(
    ("who", "names"),
    [
        (
            (
                "delegations of the special services of nine Union member-states (State Security Service of Kenya, "
                "Security Committee of Norway); representatives of the Union bodies (Tide Council, Reef Agency)"
            ),
            {"State Security Service of Kenya", "Security Committee of Norway", "Tide Council", "Reef Agency"},
        ),
        (
            "representatives of two international organisations (Reef Union, Lagoon Office)",
            {"Reef Union", "Lagoon Office"},
        ),
    ],
)
def test_those_named_in_brackets_came_and_not_whose_they_are(who: str, names: set[str]) -> None:
    assert came(f"{MEETING} brought together {who}.") == names


def test_goods_from_a_state_send_nobody() -> None:
    assert came(f"{MEETING} discussed goods from Kenya and Norway. It was attended by Chad.") == {"Chad"}
