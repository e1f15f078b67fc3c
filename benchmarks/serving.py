"""Requests per second and p95 of pages, questions and queries, beside rdflib-endpoint on the same graph; and a crowd.

    python benchmarks/serving.py G [--seconds 5] [--clients 4] [--other PYTHON] [--crowd 60]

``--other`` is a Python in which rdflib-endpoint and oxrdflib are installed; without it only ours is measured.
``--crowd`` asks for so many seconds with a hundred clients, then with fifty among strangers.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from clients import Seen, ask, fetched, strangers

from kg.iris import DEFAULT_BASE
from kg.questions import load
from kg.questions.question import bound, with_base

PAGES = ("/", "/search?q=voronkov", "/network", "/ask")
KINDS = {"official": "ct:Official", "meeting": "ct:Meeting", "document": "ct:Document", "body": "org:Organization"}
QUESTIONS = {
    "co-chairs": {},
    "posts-of": {"official": "official/vladimir-voronkov"},
    "holders": {"body": "body/un-oct"},
}
QUERIES = {
    "50 names": "SELECT ?n { GRAPH ?g { ?o a ct:Official ; foaf:name ?n } } ORDER BY ?n LIMIT 50",
    "a count": "SELECT ?m (COUNT(?a) AS ?n) { GRAPH ?g { ?p ct:meeting ?m ; cv:hasParticipant ?a } } GROUP BY ?m",
}
PREFIXES = (
    "PREFIX ct: <https://w3id.org/ct-kg/ns#> PREFIX cv: <http://data.europa.eu/m8g/> "
    "PREFIX foaf: <http://xmlns.com/foaf/0.1/> "
)
OTHER_PORT = 8399


def main() -> None:
    """Measure, and print tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--other")
    parser.add_argument("--crowd", type=float)
    given = parser.parse_args()
    print(f"load before: {' '.join(f'{each:.1f}' for each in os.getloadavg())}\n")
    with ours(given.graph) as address:
        print("| what | requests a second | p50 ms | p95 ms | errors |\n|---|--:|--:|--:|--:|")
        for path in PAGES:
            print(row(f"`{path}`, kept", ask(address, [path], given.seconds, given.clients), given.seconds))
        for kind, name in KINDS.items():
            seen = ask(address, things(address, name), given.seconds, given.clients)
            print(row(f"pages of each {kind}", seen, given.seconds))
        for name, parameters in QUESTIONS.items():
            filled = "&".join(f"{key}={quote(DEFAULT_BASE + value)}" for key, value in parameters.items())
            seen = ask(address, [f"/api/ask/{name}?{filled}"], given.seconds, given.clients)
            print(row(f"question `{name}`, with its words", seen, given.seconds))
        for name, query in queries().items():
            print(
                row(
                    f"`/sparql`, {name}",
                    ask(address, [f"/sparql?{query}"], given.seconds, given.clients),
                    given.seconds,
                )
            )
    if given.other:
        with other(given.other, given.graph) as address:
            for name, query in queries().items():
                seen = ask(address, [f"/?{query}"], given.seconds, given.clients)
                print(row(f"rdflib-endpoint, {name}", seen, given.seconds))
    if given.crowd:
        crowd(given.graph, given.crowd)
    print(f"\nload after: {' '.join(f'{each:.1f}' for each in os.getloadavg())}")


def crowd(graph: Path, seconds: float) -> None:
    """A hundred ordinary clients; then fifty among strangers."""
    print("\n| who | answers | p50 ms | p95 ms | worst ms | statuses |\n|---|--:|--:|--:|--:|---|")
    with ours(graph) as address:
        paths = [*PAGES, *(path for name in KINDS.values() for path in things(address, name))]
        print(
            line(
                "100 clients, pages and `/sparql`",
                ask(address, [*paths, f"/sparql?{queries()['co-chairs']}"], seconds, 100),
            )
        )
    with ours(graph) as address:
        with strangers(address) as strange:
            seen = ask(address, paths, seconds, 50)
        print(line("50 clients among strangers, pages", seen))
        for kind, each in strange.items():
            print(line(kind, each))


@contextmanager
def ours(graph: Path) -> Iterator[str]:
    """The address of ``kg serve``."""
    running = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", "--graph", graph, "--port", "0", "--access-log", os.devnull],
        stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert running.stderr
    address = re.search(r"http://\S+/", running.stderr.readline())
    assert address
    try:
        yield address[0]
    finally:
        running.terminate()
        running.wait()


OTHER = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
data = Dataset(store="Oxigraph"); data.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=data), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


@contextmanager
def other(python: str, graph: Path) -> Iterator[str]:
    """The address of rdflib-endpoint on the same quads, its store Oxigraph too."""
    quads, address = graph / "benchmark.nq", f"http://127.0.0.1:{OTHER_PORT}/"
    subprocess.run(
        [sys.executable, "-m", "kg", "export", "--graph", graph, "--format", "nquads", "-o", quads], check=True
    )
    running = subprocess.Popen([python, "-c", OTHER, quads, str(OTHER_PORT)])
    try:
        for _ in range(120):
            time.sleep(0.5)
            try:
                fetched(urlsplit(address), "/")
                break
            except OSError:
                continue
        yield address
    finally:
        running.kill()  # it would wait for queries that never end
        running.wait()
        quads.unlink()


def things(address: str, kind: str) -> list[str]:
    """The addresses of up to 200 things of a class."""
    query = f"SELECT DISTINCT ?x {{ ?x a {kind} }} ORDER BY ?x LIMIT 200"
    body = fetched(urlsplit(address), f"/sparql?format=csv&query={quote(query)}")[1].decode()
    return [f"/{line.removeprefix(DEFAULT_BASE)}" for line in body.split()[1:]]


def queries() -> dict[str, str]:
    """Two plain queries, and the SPARQL of the questions, as the parameter of an address."""
    found = {name: f"query={quote(PREFIXES + query)}" for name, query in QUERIES.items()}
    for name, parameters in QUESTIONS.items():
        terms = {key: [f"<{DEFAULT_BASE}{value}>"] for key, value in parameters.items()}
        found[name] = f"query={quote(with_base(bound(load(name).sparql, terms), DEFAULT_BASE))}"
    return found


def row(name: str, seen: Seen, seconds: float) -> str:
    """What was measured, as a row."""
    times = " | ".join(f"{seen.late(share):.1f}" for share in (0.5, 0.95))
    return f"| {name} | {len(seen.seconds) / seconds:.0f} | {times} | {seen.errors()} |"


def line(name: str, seen: Seen) -> str:
    """What was answered in the crowd, as a row."""
    statuses = ", ".join(f"{number} × {status}" for status, number in sorted(seen.statuses.items()))
    times = " | ".join(f"{seen.late(share):.0f}" for share in (0.5, 0.95, 1))
    return f"| {name} | {len(seen.seconds)} | {times} | {statuses} |"


if __name__ == "__main__":
    main()
