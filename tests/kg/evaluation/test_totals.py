"""Sums over documents, their intervals, and the halves of the corpus."""

from pathlib import Path
from typing import Any

import pytest

from kg.evaluation import Counts, accuracies, half_of, interval, quarter_of, rule_figures, score, total

Row = dict[str, Any]


def test_counts_are_summed_over_documents(gold: Row) -> None:
    scored = [score(gold, gold), score(gold, {})]

    assert total(scored)["people"] == Counts(5, 0, 5)
    assert accuracies(scored)["event date"] == (2, 2)


def test_the_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    per_document = {f"d{number}": Counts(8, number % 3, number % 5) for number in range(30)}
    low, high = interval(per_document, 200)
    figure = sum(per_document.values(), Counts()).f1

    assert low < figure < high
    assert (low, high) == interval(dict(reversed(per_document.items())), 200)
    assert interval({"one": Counts(3, 1, 0)}, 50) == (pytest.approx(6 / 7), pytest.approx(6 / 7))


def test_each_document_is_in_the_half_that_its_id_says(top: Path) -> None:
    ids = sorted(path.name.removesuffix(".gold.json") for path in (top / "tests" / "corpus" / "gold").iterdir())
    halves = [half_of(identifier) for identifier in ids]

    assert len(ids) == 162
    assert (halves.count("a"), halves.count("b")) == (83, 79)
    assert [half_of(name) for name in ("ct01-eu-pakistan-2025", "e336-unfccc-secretariat-overview")] == ["b", "a"]


def test_the_quarters_divide_the_halves(top: Path) -> None:
    ids = sorted(path.name.removesuffix(".gold.json") for path in (top / "tests" / "corpus" / "gold").iterdir())
    quarters = [quarter_of(identifier) for identifier in ids]

    assert [quarter[0] for quarter in quarters] == [half_of(identifier) for identifier in ids]
    assert (quarters.count("b1"), quarters.count("b2")) == (41, 38)


def test_a_claim_is_right_if_its_row_is_matched_in_the_strict_layer(gold: Row) -> None:
    system = gold | {
        "posts": [
            gold["posts"][0] | {"rule": "post.one"},
            gold["posts"][1] | {"rule": "post.one", "organisation": "European Union"},
        ],
        "participations": [row | {"rule": "part.one"} for row in gold["participations"]],
    }
    figures = {row.rule: (row.layer, row.right, row.wrong) for row in rule_figures([score(gold, system)] * 2)}

    assert figures["post.one"] == ("posts", 2, 2)
    assert figures["part.one"] == ("participations", 8, 0)
