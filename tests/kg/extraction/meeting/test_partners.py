"""Meetings with one after another: each partner has one of his own."""

from collections.abc import Callable
from typing import Any

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
