"""What might or should have happened, what is asked, hoped or denied: no part in a dialogue, no tie of bodies."""

import pytest

from kg.extraction import read
from kg.model.claims import BodyRelation, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

HELD = "The third Harbour Dialogue was held in Oslo on 3 May 2024. "
NOTHING = [
    "Mr. Peter Brandvik should have co-chaired the Dialogue.",
    "Mr. Peter Brandvik would have chaired the Dialogue.",
    "Mr. Peter Brandvik might chair the Dialogue.",
    "Mr. Peter Brandvik allegedly chaired the Dialogue.",
    "Mr. Peter Brandvik reportedly attended the Dialogue.",
    "If Mr. Peter Brandvik had attended the Dialogue, it would have been chaired by Ms. Anna Ilvesoo.",
    "Norway, Kenya and Mr. Peter Brandvik could have attended the Dialogue.",
    "Mr. Peter Brandvik hopes to meet Ms. Anna Ilvesoo in Oslo.",
    "Neither Mr. Peter Brandvik nor Ms. Anna Ilvesoo attended the Dialogue.",
    "Mr. Peter Brandvik never chaired the Dialogue.",
    "Ms. Anna Ilvesoo denied that Mr. Peter Brandvik attended the Dialogue.",
    "Mr. Peter Brandvik might meet Ms. Anna Ilvesoo and address the Dialogue.",
    "Mr. Peter Brandvik refused to meet Ms. Anna Ilvesoo and chair the Dialogue.",
    "Mr. Peter Brandvik was due to chair the Dialogue.",
    "Mr. Peter Brandvik was supposed to attend the Dialogue.",
    "If Mr. Peter Brandvik attended the Dialogue, he would speak on buoys.",
    "Had Mr. Peter Brandvik attended the Dialogue, he would have spoken.",
    "Were Mr. Peter Brandvik to chair the Dialogue, Kenya would join it.",
    "Unless Norway hosts the Dialogue, Kenya will host it.",
    "Mr. Peter Brandvik would attend the Dialogue if Kenya hosted it.",
    "In a tweet during the Dialogue, Mr. Peter Brandvik said that buoys matter.",
    "In an interview during the Dialogue, Mr. Peter Brandvik said that buoys matter.",
    "In the year of the Dialogue, Mr. Peter Brandvik said that buoys matter.",
    "Norway held the Dialogue responsible for the delay.",
    "Kenya held the Dialogue in high esteem.",
    "Kenya made a contribution of two buoys to the Tide Fund.",
    "Kenya sent teams to Norway after the flood.",
    "Norway has engaged with Kenya on buoys for years.",
    "Work at the level of the Tide Council goes on.",
]


def _parts(text: str) -> list[Participation]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return [claim for claim in claims if isinstance(claim, Participation)]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_in_doubt_is_no_claim(sentence: str) -> None:
    assert _parts(HELD + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms. Anna Ilvesoo asked Mr. Peter Brandvik to chair the Dialogue.",
        "Ms. Anna Ilvesoo asked her Kenyan counterpart to chair the Dialogue.",
        "Ms. Anna Ilvesoo asked him to chair the Dialogue.",
        "Ms. Anna Ilvesoo handed an invitation to Mr. Peter Brandvik to chair the Dialogue.",
        "Ms. Anna Ilvesoo accepted an invitation to chair the Dialogue.",
    ],
)
def test_who_asks_another_to_chair_does_not_chair(sentence: str) -> None:
    assert not [part for part in _parts(f"{HELD}{sentence}") if part.role == "chair"]


@pytest.mark.parametrize(
    "sentence", ["He invited her to visit Norway later this year.", "He extended an invitation to her to visit Norway."]
)
def test_who_invites_to_a_visit_does_not_pay_it(sentence: str) -> None:
    told = _parts(f"Minister Peter Brandvik met Minister Anna Ilvesoo in Oslo on 3 May 2024. {sentence}")

    assert {(part.agent, part.rule) for part in told} == {
        ("Peter Brandvik", "part.meet"),
        ("Anna Ilvesoo", "part.meet"),
    }


def test_the_words_of_an_absence_hold_the_not() -> None:
    (part,) = _parts(f"{HELD}Mr. Peter Brandvik did not attend the Dialogue.")

    assert part.presence == "absent"
    assert any("did not attend" in words.quotation for words in part.evidence)


def test_a_role_behind_a_name_is_not_that_of_the_next_entry() -> None:
    told = _parts(f"{HELD}Speakers:\n\n- Ms. Anna Ilvesoo, Moderator\n- Mr. Peter Brandvik, Head of Ports\n")

    assert {(part.agent, part.role) for part in told} == {
        ("Anna Ilvesoo", "moderator"), ("Anna Ilvesoo", "speaker"), ("Peter Brandvik", "speaker"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Ms. Anna Ilvesoo invited Mr. Peter Brandvik to chair the Dialogue.",
        "The host invites Mr. Peter Brandvik to chair the Dialogue.",
        "The Tide Council urged Mr. Peter Brandvik to chair the Dialogue.",
    ],
)
def test_whoever_is_invited_or_urged_to_chair_does_not_chair(sentence: str) -> None:
    assert not [part for part in _parts(HELD + sentence) if part.role == "chair"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If the Canal Office is part of the Tide Council, it may vote.",
        "The Canal Office is no longer part of the Tide Council.",
        "Mr. Peter Brandvik denied that the Canal Office is part of the Tide Council.",
        "The paper asks whether the Canal Office was established by the Tide Council.",
        "The Canal Office is neither part of the Tide Council nor a friend of it.",
        "The Canal Office is scarcely part of the Tide Council.",
        "The Tide Council thanked Kenya for its Canal Office.",
    ],
)
def test_bodies_are_not_tied_in_doubt(sentence: str) -> None:
    claims = read(Document(sentence, "0" * 64, "note"))

    assert not [claim for claim in claims if isinstance(claim, BodyRelation)]


@pytest.mark.parametrize(
    ("speaker", "speaks"),
    [
        ("Director Anna Ilvesoo", True),
        ("Spokeswoman Anna Ilvesoo", False),
        ("Ms. Anna Ilvesoo, the spokesperson of the Foreign Ministry,", False),
        ("Ms. Anna Ilvesoo, spokesperson for the Tide Council,", False),
    ],
)
def test_a_spokesperson_only_tells_the_press_of_a_meeting(speaker: str, speaks: bool) -> None:
    text = (
        f"The Lagoon Conference took place in Oslo on 3 May 2024.\n\n{speaker} underlined that the talks were useful."
    )
    claims = read(Document(text, "0" * 64, "note"))
    found = {claim.agent for claim in claims if isinstance(claim, Participation)}

    assert found == ({"Anna Ilvesoo"} if speaks else set())
