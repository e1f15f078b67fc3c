"""Every question parses, keeps the house form, and answers as written down beside it.

``example.trig`` is made by hand; ``gold/*.json`` were printed by the program and read by hand against it. IRIs are
relative to the base, empty values are left out.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from kg import resources
from kg.questions import ask, load, names
from kg.questions.parameters import KINDS, PARAMETERS
from kg.questions.question import bound
from kg.store import start_folder, write_version
from kg.workers import Pool

HERE = Path(__file__).resolve().parent
BASE = "https://w3id.org/ct-kg/id/"
QUESTIONS = ("co-chairs", "document", "holders", "meetings-of", "met", "took-part", "words")
GOLD = [
    pytest.param(path.stem, case, id=f"{path.stem}-{'-'.join(case['parameters'].values()) or 'all'}")
    for path in sorted((HERE / "gold").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = tmp_path_factory.mktemp("example")
    quads = pyoxigraph.parse((HERE / "example.trig").read_bytes(), format=pyoxigraph.RdfFormat.TRIG)
    start_folder(graph)
    return write_version(graph, "0" * 16, sorted(f"{quad} .\n" for quad in quads))


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as one:
        yield one


def test_the_seven_questions_are_there() -> None:
    assert set(names()) >= set(QUESTIONS)


@pytest.mark.parametrize("name", names())
def test_a_question_has_a_header_and_a_gold_answer(name: str) -> None:
    question = load(name)
    assert question.summary
    assert question.summary[0].isupper()
    assert question.description.endswith(".")
    assert question.tags
    assert set(question.parameters) <= set(PARAMETERS)
    assert all(question.parameters.values())
    assert (HERE / "gold" / f"{name}.json").is_file() or (HERE / "sample" / f"{name}.json").is_file()


@pytest.mark.parametrize("name", names())
def test_a_question_is_sparql_as_it_stands_and_with_each_parameter(name: str) -> None:
    question, store = load(name), pyoxigraph.Store()
    assert list(store.query(question.sparql)) == []  # the prefixes are spelt out: no other help
    for parameter in question.parameters:
        sparql = bound(question.sparql, {parameter: ["<http://e/x>", "<http://e/y>"]})
        assert (f"VALUES ?{parameter} {{ <http://e/x> <http://e/y> }}" in sparql) == (KINDS[parameter] != "switch")
        assert list(store.query(sparql)) == []


@pytest.mark.parametrize("name", [name for name in names() if load(name).projection])
def test_a_question_in_sql_starts_from_a_table_and_knows_the_same_parameters(name: str) -> None:
    question = load(name)
    assert any((resources.queries() / "projections").glob(f"{question.projection}.*"))
    given = {part: set(re.findall(rf"^\s*{mark}\? (\w+)", text, re.MULTILINE)) for part, mark, text in (
        ("sparql", "#", question.sparql), ("sql", "--", question.sql or "")
    )}  # fmt: skip
    assert given["sql"] == given["sparql"] == set(question.parameters)


@pytest.mark.parametrize("name", names())
def test_a_question_projects_claims_keeps_to_graphs_and_orders_by_every_claim(name: str) -> None:
    question = load(name)
    assert {"claim", "claims"} & set(question.claims)
    order = question.sparql.partition("ORDER BY")[2].split()
    assert {f"?{claim}" for claim in question.claims} <= set(order)
    pattern = re.sub(r"#.*", "", question.sparql[question.sparql.index("WHERE") :])
    outside = _outside_graphs(pattern)
    assert not re.search(r"[\w>]\s+(a|ct:\w+|cv:\w+|org:\w+|rdfs:\w+)\s+[?<\w]", outside), outside


def _outside_graphs(pattern: str) -> str:
    """The pattern less the contents of its GRAPH blocks."""
    kept, depth, at = "", 0, 0
    for found in re.finditer(r"GRAPH\s+\S+\s*\{|\{|\}", pattern):
        if depth == 0:
            kept += pattern[at : found.start()]
        if found[0].startswith("GRAPH") or depth:
            depth += -1 if found[0] == "}" else 1
        at = found.end()
    return kept + pattern[at:]


@pytest.mark.parametrize(("name", "case"), GOLD)
def test_it_answers_as_written_down(name: str, case: dict[str, Any], example: Path, pool: Pool) -> None:
    answer = ask(example, name, case["parameters"], caller=pool)
    found = [
        {key: _short(value) for key, value in row.values.items() if value is not None}
        | {"tier": row.tier, "words": [words.quote for words in row.evidence]}
        for row in answer.rows
    ]
    assert found == case["rows"]


def _short(value: str | int) -> str | int:
    return value.removeprefix(BASE) if isinstance(value, str) else value
