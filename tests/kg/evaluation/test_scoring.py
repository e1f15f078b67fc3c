"""What counts as found in each layer."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from kg.evaluation import LAYERS, Counts, score

Row = dict[str, Any]


def f1(gold: Row, system: Row, layer: str) -> float:
    return score(gold, system).layers[layer].counts.f1


def counts(gold: Row, system: Row, layer: str) -> Counts:
    return score(gold, system).layers[layer].counts


@pytest.mark.parametrize("layer", LAYERS)
def test_the_annotation_itself_is_perfect_and_nothing_is_not(layer: str, gold: Row) -> None:
    assert f1(gold, gold, layer) == 1.0
    if layer != "participations (oracle events)":  # without an event that was found this layer is empty
        assert f1(gold, {}, layer) == 0.0


def test_other_spellings_cost_nothing(gold: Row) -> None:
    system = copy.deepcopy(gold)
    for place, name in ((0, "Ghada Waly"), (1, "MICHELE CONINX"), (4, "Suk-Yeol Yoon")):
        system["people"][place]["name"] = name
    system["organisations"][0] = {"name": "UN Office on Drugs & Crime (UNODC)"}
    system["organisations"][1] = {"name": "EU"}
    system["organisations"][2]["name"] = "Republic of Kenya"
    system["posts"][0] |= {"person": "Ghada Waly", "organisation": "UNODC"}
    system["events"][0] |= {"id": "x9", "name": "Third UN-EU Leaders’ Dialogue on Counter Terrorism"}
    system["events"][1] |= {"name": "talks", "also": ["encounter with Khan", "meeting with Khan"]}
    for row, agent in zip(system["participations"], ("Ghada Waly", "EU", "Mr. Khan", "Republic of Kenya"), strict=True):
        row |= {"agent": agent, "event": "x9" if row["event"] == "e1" else "e2"}
    system["participations"][0]["role"] = "Co-Chair"
    system["relations"][0] |= {"subject": "UNODC", "object": "UN"}
    system["non_participations"][0]["event"] = "x9"

    assert {layer: f1(gold, system, layer) for layer in LAYERS} == dict.fromkeys(LAYERS, 1.0)


@pytest.mark.parametrize(
    ("layer", "table", "place", "values"),
    [
        ("people", "people", 0, {"name": "Ghada Fathi Walid", "also": []}),
        ("people", "people", 2, {"name": "Imran Khan", "also": []}),
        ("people", "people", None, {"name": "Brussels Dialogue"}),
        ("organisations", "organisations", 0, {"name": "UN Office of Counter-Terrorism", "acronym": None}),
        ("organisations (states)", "organisations", 2, {}),
        ("posts", "posts", 0, {"organisation": "European Union"}),
        ("posts", "posts", 0, {"role": "Coordinator", "title": "Coordinator"}),
        ("posts", "posts", 1, {"person": "Aamir Khan"}),
        ("posts", "posts", 1, {"organisation": "European Union"}),
        ("events", "events", 0, {"name": "visit", "kind": "visit", "ordinal": None, "date": "2019", "place": "Kabul"}),
        ("events", "events", None, {"id": "e3", "name": "Global Congress", "kind": "congress"}),
        ("participations", "participations", 0, {"role": "participant"}),
        ("participations", "participations", 2, {"event": "e1"}),
        ("participations", "participations", 2, {"agent": "Aamir Khan"}),
        ("relations", "relations", 0, {"predicate": "member of"}),
        ("relations", "relations", 0, {"subject": "United Nations", "object": "UNODC"}),
        ("non-participations", "non_participations", 0, {"presence": "invited"}),
        ("non-participations", "non_participations", 0, {"agent": "Jehangir Khan"}),
    ],
)
def test_what_is_wrong_costs(
    layer: str, table: str, place: int | None, values: Row, gold: Row, changed: Callable[..., Row]
) -> None:
    assert f1(gold, changed(table, place, **values), layer) < 1.0


def test_a_role_may_be_wrong_where_only_agents_are_asked(gold: Row, changed: Callable[..., Row]) -> None:
    system = changed("participations", 0, role="participant")

    assert counts(gold, system, "participations") == Counts(3, 1, 1)
    assert counts(gold, system, "participations (role-agnostic)") == Counts(4, 0, 0)


def test_a_date_may_be_wrong_and_is_counted_apart(gold: Row, changed: Callable[..., Row]) -> None:
    scored = score(gold, changed("events", 0, date="2020-12-03"))

    assert scored.layers["events"].counts == Counts(2, 0, 0)
    assert [pair.agree for pair in scored.accuracies["event date"]] == [False, True]


def test_one_title_for_two_posts_is_taken_apart(gold: Row, changed: Callable[..., Row]) -> None:
    rank = {"person": "Ghada Fathi Waly", "role": "Under-Secretary-General", "organisation": "United Nations"}
    gold["posts"].append(rank)
    system = changed("posts", 0, role="Under-Secretary-General and Executive Director", title=None)

    assert counts(gold, system, "posts (person+role)") == Counts(3, 0, 0)
    assert counts(gold, system, "posts") == Counts(2, 1, 1)


def test_an_allowed_body_counts(gold: Row, changed: Callable[..., Row]) -> None:
    gold["posts"][1]["org_alternatives"] = ["United Nations"]

    assert counts(gold, changed("posts", 1, organisation="UN"), "posts") == Counts(2, 0, 0)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("co-chair",), Counts(4, 0, 0)),
        (("chair",), Counts(4, 0, 0)),
        (("speaker",), Counts(3, 1, 1)),
        ((), Counts(3, 0, 1)),
        (("co-chair", "chair"), Counts(4, 1, 0)),
    ],
)
def test_an_allowed_role_stands_for_the_own_one_once(said: tuple[str, ...], expected: Counts, gold: Row) -> None:
    gold["participations"][0]["role_alternatives"] = ["head of delegation", "Chair"]
    rows = [gold["participations"][0] | {"role": role} for role in said] + gold["participations"][1:]

    assert counts(gold, gold | {"participations": rows}, "participations") == expected


@pytest.mark.parametrize("layer", LAYERS)
def test_optional_rows_cost_nothing_found_or_not(layer: str, gold: Row) -> None:
    more = copy.deepcopy(gold)
    more["organisations"].append({"name": "Compact", "optional": True})
    more["events"].append({"id": "e9", "name": "Counter Terrorism Week", "kind": "week", "optional": True})
    more["participations"].append({"event": "e9", "agent": "European Union", "role": "participant"})
    more["non_participations"].append({"event": "e9", "agent": "Kenya", "presence": "invited"})
    more["relations"].append(
        {"subject": "Compact", "predicate": "part of", "object": "United Nations", "optional": True}
    )

    required = counts(gold, gold, layer)
    assert counts(more, gold, layer) == required
    assert counts(more, more, layer) == required


def test_a_body_named_twice_without_being_merged_is_a_false_alarm(gold: Row, changed: Callable[..., Row]) -> None:
    assert counts(gold, changed("organisations", None, name="EU"), "organisations") == Counts(4, 1, 0)


def test_rows_that_are_none_do_not_stop_it(gold: Row) -> None:
    system = {"people": None, "organisations": [{}], "posts": [None, {}], "events": [{}], "participations": [{}]}

    assert counts(gold, system, "people") == Counts(0, 0, 5)


def test_relations_are_judged_only_where_somebody_looked_for_them(gold: Row) -> None:
    system = copy.deepcopy(gold)
    unlooked = {key: rows for key, rows in gold.items() if key != "relations"}

    assert counts(unlooked, system, "relations") == Counts(0, 0, 0)
    assert counts(gold | {"relations": []}, system, "relations").fp == len(gold["relations"])


def test_the_bounds_of_a_post_are_compared_where_the_annotation_has_them(gold: Row) -> None:
    told, said = copy.deepcopy(gold), copy.deepcopy(gold)
    told["posts"][0] |= {"start": "2019", "end": "2021-05"}
    said["posts"][0] |= {"start": "2019", "end": "2021-06"}
    said["posts"][1] |= {"start": "2017"}
    accuracies = score(told, said).accuracies

    assert [pair.agree for pair in accuracies["post start"]] == [True]
    assert [pair.agree for pair in accuracies["post end"]] == [False]
