"""Requests per second and p95 of pages, questions and queries, beside rdflib-endpoint on the same graph.

    python benchmarks/serving.py G [--seconds 5] [--clients 4] [--other PYTHON]

``--other`` is a Python in which rdflib-endpoint and oxrdflib are installed; without it only ours is measured.
"""

import argparse
import http.client
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import SplitResult, quote, urlsplit

PREFIXES = (
    "PREFIX ct: <https://w3id.org/ct-kg/ns#> PREFIX cv: <http://data.europa.eu/m8g/> "
    "PREFIX foaf: <http://xmlns.com/foaf/0.1/> "
)
QUERIES = {
    "officials": "SELECT ?n { GRAPH ?g { ?o a ct:Official ; foaf:name ?n } } ORDER BY ?n LIMIT 50",
    "who took part": "SELECT ?m (COUNT(?a) AS ?n) { GRAPH ?g { ?p ct:meeting ?m ; cv:hasParticipant ?a } } GROUP BY ?m",
    "ask": "ASK { GRAPH ?g { ?p a ct:Participation } }",
}
PAGES = ("/", "/search?q=voronkov", "/network", "/ask/co-chairs?go=1", "/ask/holders?go=1", "/ask/took-part?go=1")


def main() -> None:
    """Measure, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--other")
    given = parser.parse_args()
    print("| what | requests a second | p50 ms | p95 ms | errors |\n|---|---|---|---|---|")
    ours = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", "--graph", given.graph, "--port", "0", "--access-log", "/dev/null"],
        stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert ours.stderr
    address = re.search(r"http://\S+/", ours.stderr.readline())
    assert address
    try:
        for path in PAGES:
            row(f"page `{path}` (kept)", address[0], path, given)
        for kind in ("official", "meeting", "document"):
            row(f"pages of each {kind}", address[0], things(address[0], kind), given)
        for name, query in QUERIES.items():
            row(f"`/sparql`: {name}", address[0], f"/sparql?query={quote(PREFIXES + query)}", given)
    finally:
        ours.terminate()
        ours.wait()
    if given.other:
        beside(given)


def things(address: str, kind: str) -> list[str]:
    """The addresses of up to 200 things of a kind."""
    classes = {"official": "ct:Official", "meeting": "ct:Meeting", "document": "ct:Document"}
    query = f"SELECT DISTINCT ?x {{ ?x a {classes[kind]} }} ORDER BY ?x LIMIT 200"
    body = fetched(urlsplit(address), f"/sparql?format=csv&query={quote(query)}")[1].decode()
    return [line.removeprefix("https://w3id.org/ct-kg/id") for line in body.split()[1:]]


def row(name: str, address: str, paths: str | list[str], given: argparse.Namespace) -> None:
    """Ask for so many seconds with so many clients, and print what was measured."""
    every = [paths] if isinstance(paths, str) else paths
    where, until = urlsplit(address), time.monotonic() + given.seconds
    times: list[float] = []
    errors: list[int] = []

    def ask(offset: int) -> None:
        turn = offset
        while time.monotonic() < until:
            began = time.perf_counter()
            status, _ = fetched(where, every[turn % len(every)])
            times.append(time.perf_counter() - began)
            turn += given.clients
            if status != 200:
                errors.append(status)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(given.clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    middle, late = (1000 * times[int(len(times) * share)] for share in (0.5, 0.95))
    print(f"| {name} | {len(times) / given.seconds:.0f} | {middle:.1f} | {late:.1f} | {len(errors)} |", flush=True)


def fetched(where: SplitResult, path: str) -> tuple[int, bytes]:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection(where.hostname, where.port, timeout=60)
    try:
        connection.request("GET", path, headers={"Accept": "text/html, application/sparql-results+json"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


OTHER = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
data = Dataset(store="Oxigraph"); data.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=data), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


def beside(given: argparse.Namespace) -> None:
    """The same queries at rdflib-endpoint."""
    quads, port = given.graph / "benchmark.nq", "8399"
    subprocess.run(
        [sys.executable, "-m", "kg", "export", "--graph", given.graph, "--format", "nquads", "-o", quads], check=True
    )
    other = subprocess.Popen([given.other, "-c", OTHER, quads, port])
    try:
        for _ in range(120):
            time.sleep(0.5)
            try:
                fetched(urlsplit(f"http://127.0.0.1:{port}/"), "/")
                break
            except OSError:
                continue
        for name, query in QUERIES.items():
            row(f"rdflib-endpoint: {name}", f"http://127.0.0.1:{port}/", f"/?query={quote(PREFIXES + query)}", given)
    finally:
        other.terminate()
        other.wait()
        quads.unlink()


if __name__ == "__main__":
    main()
