"""Claims as they are stated: what a reader of releases was told wrongly once, and is told rightly now."""

from collections.abc import Callable
from typing import Any

import pytest

Row = dict[str, Any]
Gold = Callable[..., Row]


def test_a_meeting_of_suspects_has_no_chair_from_the_next_sentence(gold_of: Gold) -> None:
    read = gold_of(
        "Police said that the suspect attended a meeting in Turin. The victims will be remembered at a ceremony on "
        "Friday chaired by Ms Sabine Dujal, Mayor of Turin."
    )

    meetings = {event["id"]: event["name"] for event in read["events"]}
    assert all("meeting" not in meetings[part["event"]] for part in read["participations"])


def test_the_next_edition_does_not_unmake_the_one_that_was_held(gold_of: Gold) -> None:
    read = gold_of(
        "The fourth EU-Egypt Border Dialogue took place in Cairo on 1 March 2022. The Dialogue was co-chaired by "
        "Ms Ana Brekk and Mr Olo Varn. The next Dialogue will be held in Oslo in 2023."
    )

    (fourth,) = [event for event in read["events"] if event["ordinal"] == 4]
    assert fourth.get("state", "held") == "held"
    assert {part["agent"] for part in read["participations"]} == {"Ana Brekk", "Olo Varn"}


def test_an_en_dash_joins_as_a_hyphen_does(gold_of: Gold) -> None:
    (event,) = gold_of("The fourth EU–Egypt Border Dialogue took place in Cairo on 1 March 2022.")["events"]

    assert event["name"] == "fourth EU–Egypt Border Dialogue"
    assert event["ordinal"] == 4


def test_an_ordinal_makes_a_meeting_of_a_forum(gold_of: Gold) -> None:
    read = gold_of("The third Regional Forum on Border Security was held in Nairobi on 3 May 2022.")

    assert [event["ordinal"] for event in read["events"]] == [3]
    assert read["organisations"] == []


def test_an_appointee_is_designate(gold_of: Gold) -> None:
    read = gold_of(
        "The Secretary-General announced today the appointment of Mr Oskar Lind of Norway as Director of the "
        "Harbour Research Institute."
    )

    assert [(post["person"], post["status"]) for post in read["posts"]] == [("Oskar Lind", "designate")]


def test_a_name_with_its_particle_joined_is_whole(gold_of: Gold) -> None:
    (person,) = gold_of("Brig. Gen. Tariq al-Mansour, Head of the Coast Guard Service, spoke.")["people"]

    assert person["name"] == "Tariq al-Mansour"


def test_the_words_of_a_counted_group_hold_the_number(gold_of: Gold) -> None:
    read = gold_of(
        "The third Harbour Dialogue was held on 3 May 2022. It was attended by representatives of 12 United Nations "
        "entities."
    )

    (group,) = [part for part in read["participations"] if part.get("count")]
    assert group["count"] == 12
    assert any("12" in words["quote"] for words in group["evidence"])


def test_the_words_of_one_described_first_hold_his_name(gold_of: Gold) -> None:
    read = gold_of(
        "Harbours need help, the Director of the Harbour Research Institute said during a visit to Lima.\n\n"
        "Rain is rare, said Mr. Juan Orlo, who stayed for the week."
    )

    (part,) = read["participations"]
    assert part["agent"] == "Juan Orlo"
    assert any("Juan Orlo" in words["quote"] for words in part["evidence"])


def test_to_chair_a_standing_body_is_not_to_chair_the_meeting(gold_of: Gold) -> None:
    read = gold_of(
        "The third Harbour Dialogue was held in Oslo on 3 May 2022. They spoke of the Coast Guard Council, which "
        "Norway has co-chaired since 2019."
    )

    assert [part for part in read["participations"] if part["role"] == "co-chair"] == []


@pytest.mark.parametrize(
    "suspect",
    [
        "Mr. Karl Meier, wanted by INTERPOL,",
        "Mr. Karl Meier, who was convicted in 2019,",
        "The suspect, Karl Meier,",
        "The convicted Karl Meier",
    ],
)
def test_a_suspect_without_a_post_takes_part_in_nothing(gold_of: Gold, suspect: str) -> None:
    read = gold_of(f"{suspect} attended the third workshop on tides in Oslo. Ms. Ana Brekk attended the workshop too.")

    assert {part["agent"] for part in read["participations"]} == {"Ana Brekk"}


def test_who_speaks_of_suspects_is_none(gold_of: Gold) -> None:
    read = gold_of(
        "Ms. Ana Brekk, Director of the Tide Agency, attended the third workshop on tides in Oslo. Mr. Olo Varn wanted "
        "to attend it too. Ms. Brekk, accused of silence by Mr. Varn, opened the workshop."
    )

    assert "Ana Brekk" in {part["agent"] for part in read["participations"]}
