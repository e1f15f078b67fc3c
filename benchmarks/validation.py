"""What it costs to judge the graph of one document: our compiled shapes beside plain pySHACL. Prints a table.

CPU time, from N-Triples text to the report; the shapes are prepared once for both. Each graph is judged several times
and the shortest counts. *First* is the same of graphs that a process has never seen (each run in a child, after the
graphs of other documents): what is remembered of values is then what other documents had. The graphs are those of a
build: what a document says, and what the entity graph says of what it names. Run by ``make benchmarks``.
"""

import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from extraction import documents, machine
from pyshacl import ShapesGraph, Validator
from pyshacl.graph_abstraction import DataGraph
from rdflib import Graph

from kg import resources
from kg.extraction import read
from kg.identity import Gists, decide, gist_of
from kg.model.actors import Reading
from kg.publication import ENTERING
from kg.rdf import Entities, all_about, document_graph, pointed_to
from kg.validation import validate
from kg.validation.quiet import quiet_libraries

SHAPES = resources.ontology() / "shapes"
RUNS, RUNS_OF_PYSHACL = 15, 3
EVERY = 8
"""Of the graphs, one in so many is measured."""
TRIPLES = 205
"""The size of the synthetic document for which the goal was set."""


def graphs() -> list[str]:
    """The graph of each document of the sample and the annotated corpus, as the gate of a build is handed it."""
    told = [Reading(each, tuple(claim for claim in read(each) if claim.tier in ENTERING)) for each in documents()]
    by_key = {reading.document.key: reading for reading in told}
    decided = decide(Gists(map(gist_of, told)), by_key.__getitem__)
    readings, actors = map(decided.admitted, told), decided.actors
    known = Entities(actors)
    stated = (document_graph(document, claims, actors) for document, claims in readings)
    return ["".join((*lines, *all_about(pointed_to(lines), known))) for lines in stated]


def milliseconds(judge: Callable[[], object], runs: int) -> float:
    """The CPU time of one call: the least of several."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        judge()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def at_first_sight(chosen: list[str], others: list[str], runs: int) -> list[float]:
    """The CPU time of each graph in a process that has judged the others: the least of several processes."""
    return [min(times) for times in zip(*(_in_a_child(chosen, others) for _ in range(runs)), strict=True)]


def _in_a_child(chosen: list[str], others: list[str]) -> list[float]:
    read_end, write_end = os.pipe()
    if os.fork() == 0:
        for graph in others:
            validate(graph)
        times = [milliseconds(lambda graph=graph: validate(graph), 1) for graph in chosen]  # type: ignore[misc]
        os.write(write_end, json.dumps(times).encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as said:
        times = json.load(said)
    os.wait()
    return times


def plain_pyshacl(files: list[Path]) -> Callable[[str], None]:
    """What pySHACL costs, used as its own documentation says, with the shapes understood beforehand."""
    shapes = Graph()
    for file in files:
        shapes.parse(file, format="turtle")
    prepared = ShapesGraph(shapes)
    _ = prepared.shapes

    def judge(ntriples: str) -> None:
        data = Graph().parse(data=ntriples, format="nt")
        validator = Validator(DataGraph.from_rdflib(data), shacl_graph=Graph())
        validator.shacl_graph = prepared
        validator.run()

    return judge


def main() -> None:
    """Measure and print."""
    known = sorted(graphs(), key=lambda graph: graph.count("\n"))
    chosen = known[EVERY // 2 :: EVERY]
    first = at_first_sight(chosen, [graph for graph in known if graph not in chosen], RUNS)
    judge = plain_pyshacl(sorted(SHAPES.glob("*.ttl")))
    rows, differing = [], 0
    with quiet_libraries():
        for graph, new in zip(chosen, first, strict=True):
            differing += validate(graph) != validate(graph, reference=True)
            ours = milliseconds(lambda graph=graph: validate(graph), RUNS)  # type: ignore[misc]
            theirs = milliseconds(lambda graph=graph: judge(graph), RUNS_OF_PYSHACL)  # type: ignore[misc]
            rows.append((graph.count("\n"), ours, new, theirs))
    print(f"{machine()}; {len(chosen)} graphs, {differing} with differing rows\n")
    print("| triples | ours, ms | first, ms | plain pySHACL, ms | times | ours, a document of 205 triples, ms |")
    print("|--:|--:|--:|--:|--:|--:|")
    for name, part in (
        ("the smaller half", rows[: len(rows) // 2]),
        ("the larger half", rows[len(rows) // 2 :]),
        ("all", rows),
    ):
        triples, ours, new, theirs = (statistics.median(column) for column in zip(*part, strict=True))
        each = statistics.median(TRIPLES * mine / count for count, mine, _, _ in part)
        times = statistics.median(other / mine for _, mine, _, other in part)
        print(f"| {name}: {triples:.0f} | {ours:.2f} | {new:.2f} | {theirs:.0f} | {times:.0f} | {each:.2f} |")


if __name__ == "__main__":
    main()
