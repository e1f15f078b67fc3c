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
