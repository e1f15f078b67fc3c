"""Meetings with one after another: each partner has one of his own."""

from collections.abc import Callable
from typing import Any

import pytest

Gold = Callable[..., dict[str, Any]]


def test_each_partner_of_several_meetings_has_his_own(gold_of: Gold) -> None:
    read = gold_of("In Oslo Mr Jan Varga held separate meetings with Ms Ana Holm, Mr Omar Saleh and Ms Mary Stone.")

    names = {event["id"]: event["name"] for event in read["events"]}
    assert sorted(names.values()) == [
        f"separate meetings with {who}" for who in ("Mr Omar Saleh", "Ms Ana Holm", "Ms Mary Stone")
    ]
    parts = {(names[part["event"]], part["agent"]) for part in read["participations"]}
    assert ("separate meetings with Ms Ana Holm", "Ana Holm") in parts


def test_a_list_behind_a_colon_names_them_too(gold_of: Gold) -> None:
    read = gold_of(
        "The Director held bilateral meetings with:\n\n- Ms Ana Holm, Minister of Tides\n"
        "- Mr Omar Saleh, Minister of Boats\n"
    )

    assert [event["name"] for event in read["events"]] == [
        "bilateral meetings with Ms Ana Holm",
        "bilateral meetings with Mr Omar Saleh",
    ]


def test_talks_with_several_are_one_meeting(gold_of: Gold) -> None:
    read = gold_of("In Oslo Mr Jan Varga held talks with Ms Ana Holm and Mr Omar Saleh.")

    assert len(read["events"]) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "In Oslo Mr Jan Varga held two meetings: one with Ms Ana Holm, Minister of Tides, one with Mr Omar Saleh.",
        "On Monday Mr Jan Varga had two telephone calls, one with Ms Ana Holm and the other with Mr Omar Saleh.",
        "Mr Jan Varga spoke in two calls, the first with Ms Ana Holm of Kenya, the second with Mr Omar Saleh.",
        "Today Mr Jan Varga had two phone calls: one to Ms Ana Holm and another to Mr Omar Saleh.",
    ],
)
def test_meetings_counted_together_are_told_one_by_one(gold_of: Gold, sentence: str) -> None:
    read = gold_of(sentence)

    ids = {event["id"]: event["name"].rsplit(" with ")[-1] for event in read["events"]}
    parts = {(ids[part["event"]], part["agent"]) for part in read["participations"]}
    assert len(ids) == 2
    assert {agent for _, agent in parts} == {"Jan Varga", "Ana Holm", "Omar Saleh"}
    assert len(parts) == 4


def test_what_there_was_not_is_not_told_one_by_one(gold_of: Gold) -> None:
    read = gold_of("There were no meetings, one with Ms Ana Holm or one with Mr Omar Saleh.")

    assert read["events"] == []


def test_those_met_in_turn_need_not_be_told_by_the_verb(gold_of: Gold) -> None:
    read = gold_of("Two meetings took place in Oslo: one with Ms Ana Holm, one with Mr Omar Saleh.")

    assert len(read["events"]) == 2


HELD = "On 3 May 2024 Minister Jan Varga"


@pytest.mark.parametrize(
    "text",
    [
        (
            f"{HELD} held a series of bilateral meetings on the sidelines of the Harbour Conference in Oslo.\n\n"
            "- Ms Ana Holm, Minister of Tides: more ports.\n- Mr Omar Saleh, Minister of Boats: a plan.\n"
        ),
        (
            f"{HELD} held bilateral meetings with the following officials:\n\n- Ms Ana Holm, Minister of Tides\n"
            "- Mr Omar Saleh, Minister of Boats\n"
        ),
        (
            f"{HELD} used the Harbour Conference in Oslo for a series of bilateral meetings.\n\n- Ms Ana Holm,"
            " Minister of Tides, and Minister Varga were pleased.\n- Mr Omar Saleh, Minister of Boats, told of ports.\n"
        ),
        f"{HELD} had one-on-one meetings.\n\n1. Ms Ana Holm, Minister of Tides\n2. Mr Omar Saleh, Minister\n",
    ],
)
def test_the_entries_of_the_list_below_are_met_one_after_the_other(gold_of: Gold, text: str) -> None:
    read = gold_of(text)

    names = {event["id"]: event["name"] for event in read["events"] if "Conference" not in event["name"]}
    parts = {(names.get(part["event"], "")[-10:], part["agent"]) for part in read["participations"]}
    assert {name[-10:] for name in names.values()} == {"s Ana Holm", "Omar Saleh"}
    assert parts >= {(met, who) for met, who in (("s Ana Holm", "Ana Holm"), ("Omar Saleh", "Omar Saleh"))}
    assert parts >= {("s Ana Holm", "Jan Varga"), ("Omar Saleh", "Jan Varga")}


@pytest.mark.parametrize(
    "text",
    [
        (
            f"{HELD} held a series of meetings in Oslo on the future of ports.\n\n- Ports: there are to be more.\n"
            "- Money: Ms Ana Holm, Minister of Tides, gave some.\n"
        ),
        (
            f"{HELD} chaired two meetings in Oslo. Those awarded a prize:\n\n- Ms Ana Holm, Minister of Tides\n"
            "- Mr Omar Saleh, Minister of Boats\n"
        ),
        f"{HELD} held a series of meetings in Oslo on:\n\n- Ms Ana Holm, Minister of Tides\n- Mr Omar Saleh, poet\n",
        f"{HELD} held a series of meetings that honoured:\n\n- Ms Ana Holm, Minister of Tides\n- Mr Omar Saleh, poet\n",
        f"{HELD} chaired two meetings.\n\n- Ms Ana Holm, Minister of Tides\n- Mr Omar Saleh, Minister\n",
    ],
)
def test_lists_of_other_things_name_nobody_met(gold_of: Gold, text: str) -> None:
    assert not [event for event in gold_of(text)["events"] if "Holm" in event["name"]]


@pytest.mark.parametrize(
    "text",
    [
        "After his meetings with Ms Ana Holm and Mr Omar Saleh, Mr Jan Varga left Oslo.",
        "Mr Jan Varga said so following his meetings with Ms Ana Holm and Mr Omar Saleh.",
        "Mr Jan Varga praised the tides in meetings with Ms Ana Holm and Mr Omar Saleh.",
    ],
)
def test_whose_meetings_they_were_was_at_each_and_is_nobody_met(gold_of: Gold, text: str) -> None:
    read = gold_of(text)

    assert len(read["events"]) == 2
    parts = {(part["event"], part["agent"]) for part in read["participations"]}
    assert parts == {
        (e["id"], who)
        for e in read["events"]
        for who in ("Jan Varga", "Ana Holm" if "Ana" in e["name"] else "Omar Saleh")
    }


def test_who_is_thanked_for_meetings_of_another_is_at_none(gold_of: Gold) -> None:
    read = gold_of("Mr Jan Varga thanked Mr Leo Stone for his meetings with Ms Ana Holm and Mr Omar Saleh.")

    assert {part["agent"] for part in read["participations"]} == {"Ana Holm", "Omar Saleh"}
