"""Both seed documents come out exactly, and so do their likenesses: other people and bodies, other lists."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from unseen import Unseen

Row = dict[str, Any]
DIALOGUE, VISIT = "eu-un-dialogue-2020", "khan-brussels-visit"
LAYERS = ("people", "organisations", "posts", "events", "participations", "participations (role-agnostic)")
SEPARATORS = {"semicolons": "; ", "lines": ";\n", "bullets": ";\n- ", "paragraph": ";\n\n", "numbers": None}


def _seed(shared: Path, name: str) -> tuple[str, Row]:
    gold = json.loads((shared / "seeds" / "gold" / f"{name}.gold.json").read_text("utf-8"))
    return (shared / "seeds" / f"{name}.txt").read_text("utf-8"), gold


def _faults(scorer: ModuleType, gold: Row, system: Row) -> dict[str, Any]:
    """What is not exact: misses and false alarms of each layer, accuracies below one, other relations or counts."""
    counts, accuracies, errors = scorer.score_doc(gold, system)
    faults = {layer: errors[layer] for layer in LAYERS if counts[layer][1:] != [0, 0]}
    faults |= {name: pair for name, pair in accuracies.items() if pair[0] != pair[1]}
    ties = [{(t["subject"], t["predicate"], t["object"]) for t in d.get("relations", [])} for d in (gold, system)]
    by_name = {form: body["name"] for body in gold["organisations"] for form in (body["name"], *body.get("also", []))}
    ties = [{(by_name.get(s, s), p, by_name.get(o, o)) for s, p, o in rows} for rows in ties]
    if ties[0] != ties[1]:
        faults["relations"] = ties
    numbers = [sorted(part["count"] for part in d["participations"] if part.get("count")) for d in (gold, system)]
    if numbers[0] != numbers[1]:
        faults["counts"] = numbers
    return faults


@pytest.mark.parametrize("name", [DIALOGUE, VISIT])
def test_a_seed_comes_out_exactly(name: str, shared: Path, scorer: ModuleType, gold_of: Callable[..., Row]) -> None:
    text, gold = _seed(shared, name)

    assert _faults(scorer, gold, gold_of(text)) == {}


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("name", [DIALOGUE, VISIT])
def test_unseen_people_and_bodies_of_the_same_shape_are_read_as_well(
    name: str, turn: int, shared: Path, scorer: ModuleType, gold_of: Callable[..., Row]
) -> None:
    text, gold = _seed(shared, name)
    rename = _renaming(gold, turn)

    assert _faults(scorer, json.loads(rename(json.dumps(gold, ensure_ascii=False))), gold_of(rename(text))) == {}


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("length", [3, 5, 9, 14, 20])
def test_the_list_may_have_any_length_order_and_separators(
    length: int, separator: str, shared: Path, scorer: ModuleType, gold_of: Callable[..., Row]
) -> None:
    text, gold = _seed(shared, DIALOGUE)
    text, gold = _with_list(text, gold, length, SEPARATORS[separator])

    assert _faults(scorer, gold, gold_of(text)) == {}


@pytest.mark.parametrize("number", range(12))
def test_all_of_it_at_once(number: int, shared: Path, scorer: ModuleType, gold_of: Callable[..., Row]) -> None:
    chance = random.Random(number)  # noqa: S311 - nothing secret
    text, gold = _seed(shared, DIALOGUE)
    text, gold = _with_list(text, gold, chance.randint(3, 20), chance.choice(list(SEPARATORS.values())), chance)
    rename = _renaming(gold, number)

    assert _faults(scorer, json.loads(rename(json.dumps(gold, ensure_ascii=False))), gold_of(rename(text))) == {}


def _renaming(gold: Row, turn: int) -> Callable[[str], str]:
    people = [person["name"] for person in gold["people"]]
    surnames = {name.split()[-1] for name in people}
    bodies = [
        form
        for body in gold["organisations"]
        for form in (body["name"], *body.get("also", []))
        if body["name"] not in ("United Nations", "European Union")
        and not re.fullmatch(r"[A-Z]+|Task Force|Centre", form)
    ]
    capitals = [body["name"] for body in gold["organisations"] if body["name"].isupper()]
    acronyms = [body["acronym"] for body in gold["organisations"] if body.get("acronym")] + capitals
    return Unseen([*people, *sorted(surnames)], bodies, acronyms, turn)


def _with_list(
    text: str, gold: Row, length: int, separator: str | None, chance: random.Random | None = None
) -> tuple[str, Row]:
    """The text with its list of attendees reordered and made ``length`` items long, and the gold that goes with it."""
    chance = chance or random.Random(length)  # noqa: S311 - nothing secret
    begin = text.index("including Ms.") + len("including ")
    end = text.index(", among others")
    items = [re.sub(r"^and\s+", "", item.strip()) for item in text[begin:end].split(";")]
    fixed = text[:begin] + text[end:]
    named = {item: next(p["name"] for p in gold["people"] if p["name"] in item) for item in items}
    chosen = [chance.choice(items) for _ in range(length)] if length > len(items) else chance.sample(items, length)
    rows = _Rows(gold, set(named.values()))
    printed = [rows.add(item, named[item]) for item in chosen]
    if separator is None:
        listed = "\n" + ";\n".join(f"({number}) {item}" for number, item in enumerate(printed, 1))
    else:
        lead = "\n- " if separator.endswith("- ") else ""
        listed = lead + separator.join([*printed[:-1], f"and {printed[-1]}"])
    text = text[:begin] + listed + text[end:]
    return text, rows.gold(text if fixed else "")


def _likeness(name: str, number: int) -> str:
    """Another name with as many words, its particles kept."""
    given = "Anna Berta Clara Dora Emma Frida Gerda Hanna Irma Jutta Karla Lena".split()[number]
    *middle, last = name.split()[1:]
    return " ".join([given, *middle, f"Osk{last.lower()}{'en' * number}"])


class _Rows:
    """The gold rows of a list whose people may come twice, the second time under a name of their own."""

    def __init__(self, gold: Row, listed: set[str]) -> None:
        self._gold = gold
        self._people = [person for person in gold["people"] if person["name"] not in listed]
        self._posts = [post for post in gold["posts"] if post["person"] not in listed]
        self._parts = [part for part in gold["participations"] if part["agent"] not in listed]
        self._taken: set[str] = set()

    def add(self, item: str, name: str) -> str:
        fresh, number = name, 0
        while fresh in self._taken:
            number += 1
            fresh = _likeness(name, number)
        self._taken.add(fresh)
        person = next(p for p in self._gold["people"] if p["name"] == name)
        self._people.append(person | {"name": fresh})
        self._posts += [post | {"person": fresh} for post in self._gold["posts"] if post["person"] == name]
        self._parts += [part | {"agent": fresh} for part in self._gold["participations"] if part["agent"] == name]
        return item.replace(name, fresh)

    def gold(self, text: str) -> Row:
        bodies = [body for body in self._gold["organisations"] if body["name"] in text]
        return self._gold | {
            "people": self._people,
            "organisations": bodies,
            "posts": self._posts,
            "participations": self._parts,
        }
