"""What SPARQL counts and what NetworkX counts is the same: the questions that have a twin in ``kg.network``.

A question that is answered from projections says in SQL what it says in SPARQL.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kg.model.answers import Answer
from kg.network import Part, chosen, co_participation, measure, ties
from kg.questions import Question, ask, load, names, participations
from kg.questions.asking import answered
from kg.questions.engine import Engine, opened
from kg.questions.parameters import KINDS
from kg.store import current_version
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
def test_a_question_says_the_same_in_sparql_and_in_sql(version: Path, pool: Pool, name: str) -> None:
    question = load(name)
    in_sparql = replace(question, sql=None)
    with opened(version, pool, None) as engine:
        everything = answered(engine, in_sparql, {})
        assert answered(engine, question, {}) == everything
        for parameters in _cases(question, everything, engine):
            assert answered(engine, question, parameters) == answered(engine, in_sparql, parameters), parameters


def _cases(question: Question, everything: Answer, engine: Engine) -> Iterator[dict[str, str]]:
    """Each parameter alone, with a few values of which the answer tells, else of which the graph does; and in pairs."""
    told = {value for row in everything.rows for value in row.values.values()}
    few = {}
    for parameter in question.parameters:
        things = [thing.iri for thing in engine.index.every(KINDS[parameter])]
        told_as_such = [str(row.values[parameter]) for row in everything.rows if parameter in question.columns]
        known = VALUES.get(parameter) or [iri for iri in things if iri in told] or things or told_as_such
        few[parameter] = known[:: max(1, len(known) // 3)]
        yield from ({parameter: value} for value in few[parameter])
    for one, other in pairwise(few):
        yield {one: few[one][0], other: few[other][-1]}


VALUES = {"since": ["2019", "2021-05"], "until": ["2020-06", "2023"], "as_of": ["2021-10-08"], "wide": ["true"]}
"""What is asked for where no thing is."""
