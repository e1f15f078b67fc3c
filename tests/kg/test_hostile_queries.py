"""Queries that reach out, write, or never end: refused or stopped with one line that names limit and setting; the
program lives on and answers the next.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.api import Graph
from kg.errors import BadQuery, LimitReached, QueryError
from kg.workers import Limits

SHORT = Limits(2, 2**30, "query")
PATIENT = Limits(60, 2**30, "query")
"""For what must not end at the clock: a busy machine takes seconds to start a child."""
LONG = "a" * 50


def _grown() -> str:
    """Five times a text forty times as long as the one before."""
    pairs = zip("uvwxy", "vwxyz", strict=True)
    return " ".join(f"BIND(CONCAT({', '.join([f'?{one}'] * 40)}) AS ?{other})" for one, other in pairs)


BOMBS = {
    "cartesian product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "deep path": "SELECT (COUNT(*) AS ?n) { ?a (!ct:x|!^ct:x)* ?b . ?b (!ct:x|!^ct:x)* ?c . ?c (!ct:x)* ?d }",
    "huge result": "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "huge text": f'SELECT (STRLEN(?z) AS ?n) {{ VALUES ?u {{ "{LONG}" }} '
    + " ".join(
        f"BIND(CONCAT({', '.join([f'?{one}'] * 40)}) AS ?{other})" for one, other in zip("uvwxy", "vwxyz", strict=True)
    )
    + " }",
    "huge group": "SELECT (GROUP_CONCAT(?x) AS ?y) { ?a ?b ?x . ?c ?d ?e . ?f ?g ?h }",
    "negation upon negation": f"ASK {{ FILTER({'!' * 30_000}true) }}",
    "sum upon sum": f"SELECT (1{'+1' * 20_000} AS ?x) {{}}",
    "minus upon minus": f"SELECT * {{ ?a ?b ?c {'MINUS{?a ?x ?y}' * 3000} }}",
}
REFUSED = {
    "insert": ("INSERT DATA { <a:a> <a:a> <a:a> }", BadQuery, "a graph changes by `kg build` alone"),
    "delete": ("DELETE WHERE { ?s ?p ?o }", BadQuery, "a graph changes by `kg build` alone"),
    "load": ("LOAD <file:///etc/passwd>", BadQuery, "a graph changes by `kg build` alone"),
    "clear, in small letters": ("cLeAr ALL", BadQuery, "a graph changes by `kg build` alone"),
    "an update behind a query": ("ASK {} ; DROP ALL", BadQuery, "a graph changes by `kg build` alone"),
    "service": ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", BadQuery, "nothing is fetched here"),
    "service without blanks": ("SELECT*{SERVICE<file:///etc/passwd>{?s ?p ?o}}", BadQuery, "nothing is fetched here"),
    "from a file": ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", BadQuery, "nothing is fetched here"),
    "from the network": (
        "SELECT * FROM NAMED <http://127.0.0.1/> { GRAPH ?g {} }",
        BadQuery,
        "nothing is fetched here",
    ),
    "2,300 braces": ("SELECT * " + "{" * 2300 + "?a ?b ?c" + "}" * 2300, LimitReached, "at most 100 brackets"),
    "2,300 parentheses": (f"ASK {{ FILTER({'(' * 2300}1{')' * 2300}) }}", LimitReached, "at most 100 brackets"),
    "too long": ("SELECT * { ?a ?b ?c } #" + "x" * 70_000, LimitReached, "at most 65536 bytes"),
}


@pytest.fixture(scope="module")
def graph(sample_graph: Path) -> Iterator[Graph]:
    with Graph(sample_graph) as opened:
        yield opened


def _lives(graph: Graph) -> bool:
    return graph.query("ASK { ?official a ct:Official }", limits=PATIENT).body == b'{"head":{},"boolean":true}'


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_stopped_at_a_limit_and_the_program_lives_on(graph: Graph, name: str) -> None:
    with pytest.raises(LimitReached, match=r"KG_QUERY_(TIMEOUT|MEMORY)"):
        graph.query(BOMBS[name], max_rows=None, limits=SHORT)
    assert _lives(graph)


@pytest.mark.parametrize("name", REFUSED)
def test_what_writes_reaches_out_or_nests_too_deeply_is_refused(graph: Graph, name: str) -> None:
    query, error, says = REFUSED[name]
    with pytest.raises(error, match=says):
        graph.query(query, limits=PATIENT)
    assert _lives(graph)


def test_a_result_of_many_rows_is_cut_and_says_so(graph: Graph) -> None:
    found = graph.query("SELECT * { ?a ?b ?c . ?d ?e ?f }", max_rows=1000, limits=PATIENT)
    assert (found.rows, found.truncated) == (1000, True)


def test_every_refusal_is_one_line(graph: Graph) -> None:
    for query, *_ in REFUSED.values():
        with pytest.raises(QueryError) as refused:
            graph.query(query, limits=PATIENT)
        assert "\n" not in str(refused.value)
        assert len(str(refused.value)) < 400
