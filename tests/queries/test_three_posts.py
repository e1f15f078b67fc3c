"""The sample story: who held three posts on a day, graded. The gold was read by hand from the documents."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from kg.questions import ask
from kg.store import current_version
from kg.workers import Pool

GOLD = Path(__file__).resolve().parent / "sample" / "three-posts.tsv"
Row = dict[str, str]
Told = tuple[str, str, str, str]


def _rows() -> list[Row]:
    lines = [line for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [{key: cell or "" for key, cell in row.items()} for row in csv.DictReader(lines, delimiter="\t")]


DAYS = [list(rows) for _, rows in groupby(_rows(), key=lambda row: (row["post"], row["body"], row["as_of"]))]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as one:
        yield one


def told(row: Row) -> Told:
    return row["official"], row["status"], row["grade"], row["days"]


@pytest.mark.parametrize("gold", DAYS, ids=lambda rows: f"{rows[0]['post']}-{rows[0]['as_of']}")
def test_who_held_the_post_on_that_day(gold: list[Row], sample_graph: Path, pool: Pool) -> None:
    asked = {name: gold[0][name] for name in ("post", "body", "as_of")}
    answer = ask(current_version(sample_graph), "holders", asked, caller=pool)
    label = f"{asked['post']}, {asked['body']}"
    found = {
        tuple(
            "" if value is None else str(value) for value in (values["official_label"], values["status"], grade, days)
        )
        for row in answer.rows
        for values, grade, days in [(row.values, row.grade, row.values["days"])]
        if values["post_label"] == label
    }
    assert found == {told(row) for row in gold}
    assert all(row.evidence for row in answer.rows if row.grade != "none")
