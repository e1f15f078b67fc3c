"""The counts are those of the corpus's own scorer: on what we read, and on annotations with every kind of damage."""

import copy
import json
import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.evaluation import Counts, interval, score
from kg.measurement import measure

Row = dict[str, Any]
FOLDERS = ("sample", "dev")
SLICES = 8
TABLES = ("people", "organisations", "posts", "events", "participations")


def _differences(scorer: ModuleType, gold: Row, system: Row) -> list[str]:
    counts, accuracies, errors = scorer.score_doc(gold, system)
    ours = score(gold, system)
    found = []
    for name, theirs in counts.items():
        layer = ours.layers[name]
        if [layer.counts.tp, layer.counts.fp, layer.counts.fn] != theirs:
            found.append(f"{gold['id']}: {name}: {theirs} there, {layer.counts} here")
        if [len(layer.missed), len(layer.spurious)] != [len(rows) for rows in errors[name]]:
            found.append(f"{gold['id']}: {name}: other rows missed or added")
    for name, theirs in accuracies.items():
        pairs = ours.accuracies[name]
        if [sum(pair.agree for pair in pairs), len(pairs)] != theirs:
            found.append(f"{gold['id']}: {name}: {theirs} there, {pairs} here")
    return found


@pytest.mark.parametrize("folder", ["kg/sample", "tests/corpus"])
def test_on_what_we_read(folder: str, top: Path, scorer: ModuleType) -> None:
    cases = measure([top / folder]).cases

    assert cases
    assert [line for case in cases for line in _differences(scorer, dict(case.gold), dict(case.system))] == []


@pytest.mark.parametrize("part", range(SLICES))
def test_on_damaged_annotations(part: int, shared: Path, scorer: ModuleType) -> None:
    chance = random.Random(part)  # noqa: S311 - the same damage every time
    paths = [path for folder in FOLDERS for path in sorted((shared / "corpus" / folder / "gold").glob("*.json"))]
    annotations = [json.loads(path.read_text("utf-8")) for path in paths[part::SLICES]]

    assert annotations
    assert [line for gold in annotations for line in _differences(scorer, gold, _damaged(gold, chance))] == []


def _damaged(gold: Row, chance: random.Random) -> Row:
    """Rows lost, doubled and shuffled; words cut, raised, swapped, put in front, forgotten."""
    plain = copy.deepcopy(gold)
    for table in TABLES:
        rows = [row for row in plain[table] if chance.random() > 0.15]
        rows += [copy.deepcopy(chance.choice(plain[table])) for _ in range(2) if plain[table]]
        for row in rows:
            for key in [key for key, value in row.items() if isinstance(value, str) and chance.random() < 0.15]:
                row[key] = _other(row[key], key, chance.choice(plain[table]).get(key), chance)
            if table == "people" and chance.random() < 0.2:
                row["name"] = row["name"].split()[-1]
            if table == "events" and chance.random() < 0.1:
                row["ordinal"] = chance.choice([1, 2, None])
        chance.shuffle(rows)
        plain[table] = rows
    return plain


def _other(value: str, key: str, of_another: str | None, chance: random.Random) -> str | None:
    if key in ("date", "end"):
        return of_another
    ways: list[Callable[[], str | None]] = [
        lambda: of_another or value,
        value.upper,
        lambda: value[: len(value) // 2 + 1],
        lambda: f"Deputy {value}",
        lambda: f"{value} (XYZ)",
        lambda: value if key in ("id", "name") else None,
    ]
    return chance.choice(ways)()


def test_intervals_are_drawn_in_the_same_way(scorer: ModuleType) -> None:
    per_document = {f"d{number}": Counts(number, number % 3, number % 4) for number in range(12)}
    theirs = {name: ({"layer": [c.tp, c.fp, c.fn]},) for name, c in per_document.items()}

    assert interval(per_document, 100) == pytest.approx(scorer.interval(theirs, "layer", 100))
