"""What SPARQL counts and what NetworkX counts is the same: the questions that have a twin in ``kg.network``.

A question that is answered from a projection says in SQL what it says in SPARQL.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.network import Part, chosen, co_participation, measure, ties
from kg.questions import ask, load, names, participations
from kg.questions.engine import opened
from kg.store import current_version
from kg.vocabulary import XSD
from kg.workers import Pool


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as one:
        yield one


@pytest.fixture(scope="module")
def version(sample_graph: Path) -> Path:
    return current_version(sample_graph)


def _values(version: Path, pool: Pool, question: str, **parameters: str) -> list[dict[str, Any]]:
    return [row.values for row in ask(version, question, parameters, caller=pool).rows]


def _parts(version: Path, pool: Pool, level: str) -> tuple[Part, ...]:
    return participations(version, level, caller=pool).parts


@pytest.mark.parametrize("since", [None, "2019-01-01"])
def test_pairs_who_met_most(version: Path, pool: Pool, since: str | None) -> None:
    asked = _values(version, pool, "met-most", **({"since": since} if since else {}))
    counted = ties(co_participation(chosen(_parts(version, pool, "people"), since=since)))
    assert asked
    assert {frozenset((row["official"], row["other"])): row["meetings"] for row in asked} == {
        frozenset((tie.first, tie.second)): tie.meetings for tie in counted
    }


def test_meetings_that_two_bodies_both_attended(version: Path, pool: Pool) -> None:
    asked = _values(version, pool, "both-attended")
    network = co_participation(_parts(version, pool, "bodies"))
    assert asked
    assert {(frozenset((row["body"], row["other"])), row["meeting"]) for row in asked} == {
        (frozenset((one, other)), meeting)
        for one, other, meetings in network.edges(data="meetings")
        for meeting in meetings
    }


def test_how_many_meetings_somebody_attended(version: Path, pool: Pool) -> None:
    attended: dict[str, set[str]] = {}
    for row in _values(version, pool, "took-part"):
        if row["agent_kind"] != "group":
            attended.setdefault(row["agent"], set()).add(row["meeting"])
    scores = measure("degree", co_participation(_parts(version, pool, "all")))
    assert {score.agent: score.values[2] for score in scores} == {who: len(where) for who, where in attended.items()}


def test_whom_somebody_met(version: Path, pool: Pool) -> None:
    network = co_participation(_parts(version, pool, "people"))
    for agent in network:
        asked = {row["other"] for row in _values(version, pool, "met", official=agent)}
        assert asked == set(network[agent])


@pytest.mark.parametrize("name", [name for name in names() if load(name).sql])
@pytest.mark.parametrize(
    "terms",
    [
        {},
        {"official": ["official/antonio-guterres", "official/vladimir-voronkov"]},
        {"since": ['"2019-01-01"']},
        {"until": ['"2021-12-31"']},
    ],
    ids=lambda terms: "-".join(terms) or "all",
)
def test_a_question_says_the_same_in_sparql_and_in_sql(
    version: Path, pool: Pool, name: str, terms: dict[str, list[str]]
) -> None:
    with opened(version, pool, None) as engine:
        bound = {
            key: [f"{term}^^<{XSD.date}>" if term[0] == '"' else f"<{engine.base.iri}{term}>" for term in these]
            for key, these in terms.items()
        }
        question = load(name)
        in_sql, in_sparql = engine.table(question.sql or "", bound)[0], engine.rows(question.sparql, bound)[0]
    assert in_sparql
    assert [_claims_in_order(row) for row in in_sql] == [_claims_in_order(row) for row in in_sparql]


def _claims_in_order(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "claims": sorted(set(row["claims"].split()))}
