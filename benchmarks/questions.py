"""How fast questions are answered on generated graphs, beside the same queries on the bare engine and on rdflib.

CPU time, one process: the query runs here instead of in a child, so that nothing of it is lost to the count. Each
answer is taken warm, the least of several. Prints the tables of README.md::

    python benchmarks/questions.py [DOCUMENTS …] [--folder DIR] [--rdflib DOCUMENTS]
"""

import argparse
import math
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import graphs
import pyoxigraph
import tables

from kg import worker
from kg.index import FILE, Index
from kg.iris import DEFAULT_BASE, fold
from kg.questions import LEVELS, ask, load, names, participations
from kg.questions.bags import bag
from kg.questions.engine import Engine
from kg.questions.parameters import KINDS, date_term
from kg.questions.question import bound, with_base
from kg.store import open_version
from kg.workers import Limits

RUNS, PATIENCE = 20, 60
TOP = Path(__file__).resolve().parent.parent


class Here:
    """What runs a task in this process."""

    def call(self, task: str, arguments: Mapping[str, Any], limits: Limits) -> dict[str, Any]:  # noqa: ARG002
        """The result of a task."""
        return worker.TASKS[task](arguments)


def cases(documents: int) -> dict[str, dict[str, str]]:
    """Parameters for each question that give answers of about the same size whatever the number of documents."""
    official = f"official/{max(1, int(6 * documents / (20 * math.log(documents))))}"
    body, other = f"body/{max(3, documents // 100)}", f"body/{max(4, documents // 120)}"
    meeting, series = f"meeting/{documents // 3}", "series/3"
    document = f"document/{documents // 2:016x}"
    of = {"official": official, "body": body, "meeting": meeting, "series": series, "document": document}
    chosen = {
        "co-chairs": ("series",), "took-part": ("meeting",), "meetings-of": ("official",), "holders": ("body",),
        "met": ("official",), "document": ("document",), "words": ("document",), "led": ("official",),
        "not-present": ("meeting",), "holder-on": ("body",), "posts-of": ("official",), "attested": ("official",),
        "both-attended": ("body",), "represented": ("body",), "regulars": ("series",), "missing-editions": ("series",),
        "met-most": ("official",), "members-on": ("body",), "successors": ("body",), "established": ("body",),
        "unnamed": ("meeting",), "speakers": ("body",), "hosts": ("series",), "chairs-of-series": ("series",),
        "single-source": ("official",), "changed-by": ("document",), "disagree": ("series",),
        "meetings": ("series",),
    }  # fmt: skip
    found = {name: {kind: of[kind] for kind in kinds} for name, kinds in chosen.items()}
    for name in ("both-attended", "represented"):
        found[name]["other"] = other
    for name in ("holder-on", "members-on"):
        found[name]["as_of"] = "2015-01-01"
    return found


def sparql(name: str, parameters: Mapping[str, str]) -> str:
    """The query of a question with its parameters, as it is put to the engine."""
    terms = {}
    for key, value in parameters.items():
        terms[key] = [date_term(key, value)] if KINDS[key] == "day" else [f"<{DEFAULT_BASE}{value}>"]
    return with_base(bound(load(name).sparql, terms), DEFAULT_BASE)


def least(work: Callable[[], Any], runs: int = RUNS) -> tuple[float, Any]:
    """The CPU time in ms of the fastest of several runs, and what it gives."""
    times, found, began = [], None, time.monotonic()
    for _ in range(runs):
        start = time.process_time()
        found = work()
        times.append(1000 * (time.process_time() - start))
        if time.monotonic() - began > PATIENCE / 4:
            break
    return min(times), found


def in_a_child(work: Callable[[], str]) -> str:
    """What ``work`` prints, or a dash where it does not end in time: a query cannot be stopped otherwise."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        with suppress(BaseException):
            os.write(write, work().encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said


def answers(folder: Path, documents: int) -> Iterator[str]:
    """One line for each question: rows, time of the answer, of the bare engine, and their ratio."""
    version = graphs.generated(folder / str(documents), documents)
    engine = Engine(version, Here())
    yield "| question | rows | answer ms | µs a row | bare Oxigraph ms | ratio |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name in names():
        parameters = cases(documents)[name]

        def measured(name: str = name, parameters: dict[str, str] = parameters) -> str:
            taken, answer = least(lambda: ask(engine, name, parameters))
            with open_version(version) as opened:
                query = sparql(name, parameters)
                bare, _ = least(lambda: list(opened.store.query(query)))
            rows = len(answer.rows)
            return f"{rows} | {taken:.1f} | {1000 * taken / max(1, rows):.0f} | {bare:.1f} | {taken / bare:.2f}"

        yield f"| `{name}` | {in_a_child(measured) or f'– | over {PATIENCE} s | – | – | –'} |"


def growth(folder: Path, sizes: Sequence[int]) -> Iterator[str]:
    """How answers grow with the corpus, from the index alone: one line for each question, and the exponent."""
    yield f"| question | {' | '.join(f'{size} (rows)' for size in sizes)} | exponent |"
    yield f"|---|{'--:|' * (len(sizes) + 1)}"
    engines = {size: Engine(tables.written(folder, size), Here()) for size in sizes}
    for name in names():
        taken, said = [], []
        for size, engine in engines.items():
            parameters = cases(size)[name]
            took, answer = least(partial(ask, engine, name, parameters), 60)
            taken.append(took)
            said.append(f"{took:.2f} ({len(answer.rows)})")
        exponent = math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0])
        yield f"| `{name}` | {' | '.join(said)} | {exponent:.2f} |"


def whole(folder: Path, documents: int) -> Iterator[str]:
    """Questions about the whole graph: the pairs who met most, and what ``kg network`` counts."""
    engine = Engine(tables.written(folder, documents), Here())
    ranked, _ = least(lambda: engine.table(load("met-most").sql or "", {}, 50))
    answered, answer = least(lambda: ask(engine, "met-most", {}, max_rows=50))
    words = sum(len(row.evidence) for row in answer.rows)
    yield f"| {documents} | {ranked:.0f} | {answered:.0f} ({words}) "
    for level in LEVELS:
        taken, found = least(lambda level=level: participations(engine, level), 2)  # type: ignore[misc]
        yield f"| {taken:.0f} ({len(found.parts)}) "
    yield "|"


def searches(folder: Path, documents: int) -> Iterator[str]:
    """Names and phrases in the index, and what the network is made of."""
    version = graphs.generated(folder / str(documents), documents)
    with Index.open(version / FILE) as index:
        label = index.by_iri("official", f"{DEFAULT_BASE}official/{documents // 5}")[0].label
        exact, _ = least(lambda: index.named("official", fold(label)), 20)
        words, _ = least(lambda: index.having("official", bag(label), 100), 20)
        near, _ = least(lambda: index.near("official", fold(label)[:-2] + "xx"), 20)
        phrase, hits = least(lambda: index.quoting(f"claim 3 in release {documents // 2:016x}", 100), 20)
        some = [f"{DEFAULT_BASE}participation/{documents // 2:016x}-{at}" for at in range(21)]
        said, found = least(lambda: list(index.said(some)), 20)
    yield f"| {documents} | {exact:.2f} | {words:.2f} | {near:.2f} | {phrase:.2f} ({len(hits)}) "
    yield f"| {said:.2f} ({len(found)}) |"


def beside_rdflib(folder: Path, documents: int) -> Iterator[str]:
    """The same queries on the same quads in rdflib's in-memory store."""
    import rdflib

    version = graphs.generated(folder / str(documents), documents)
    with open_version(version) as opened:
        dump = opened.store.dump(format=pyoxigraph.RdfFormat.N_QUADS) or b""
        dataset = rdflib.Dataset().parse(data=dump, format="nquads")
        yield "| question | rows | bare Oxigraph ms | rdflib ms | ratio |"
        yield "|---|--:|--:|--:|--:|"
        for name in ("led", "took-part", "posts-of", "successors", "met", "met-most", "document"):
            query = sparql(name, cases(documents)[name])
            bare, rows = least(lambda query=query: list(opened.store.query(query)))  # type: ignore[misc]

            def measured(query: str = query) -> str:
                taken, found = least(lambda: list(dataset.query(query)), 1)
                return f"{taken:.0f} {len(found)}"

            said = in_a_child(measured).split()
            taken, same = (float(said[0]), int(said[1]) == len(rows)) if said else (1000.0 * PATIENCE, True)
            assert same, f"{name}: rdflib finds {said[1]} rows, Oxigraph {len(rows)}"
            sign = "" if said else "> "
            yield f"| `{name}` | {len(rows)} | {bare:.2f} | {sign}{taken:.0f} | {sign}{taken / bare:.0f} |"


def cold() -> Iterator[str]:
    """The CPU time of whole calls, children included: the least of nine."""
    graph = TOP / "build" / "sample-graph"
    kg = [sys.executable, "-m", "kg"]
    subprocess.run([*kg, "build", str(TOP / "kg" / "sample"), "--graph", str(graph), "--quiet"], check=True)
    bare = _cpu([sys.executable, "-c", "pass"])
    yield f"| the bare interpreter | {bare:.0f} | |"
    for words in (
        ["--help"],
        ["ask", "co-chairs", "--format", "json"],
        ["ask", "co-chairs", "--meeting", "third EU-UN dialogue"],
    ):
        taken = _cpu([*kg, *words, *(["--graph", str(graph)] if words[0] != "--help" else [])])
        yield f"| `kg {' '.join(words)}` | {taken:.0f} | {taken - bare:.0f} |"


def _cpu(command: list[str]) -> float:
    times = []
    for _ in range(9):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime))
    return min(times)


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--folder", type=Path, default=TOP / "build" / "graphs")
    parser.add_argument("--growth", type=int, nargs="*", default=[1000, 10_000], metavar="DOCUMENTS")
    parser.add_argument("--rdflib", type=int, default=100, metavar="DOCUMENTS")
    asked = parser.parse_args()
    for documents in asked.documents:
        print(f"\n{documents} documents\n", flush=True)
        for line in answers(asked.folder, documents):
            print(line, flush=True)
    print("\n| documents | name ms | words ms | slip ms | phrase ms (hits) | words of 21 claims ms |")
    print("|--:|--:|--:|--:|--:|--:|")
    for documents in asked.documents:
        print("".join(searches(asked.folder, documents)), flush=True)
    print("\n| documents | 50 pairs, ms | with their words, ms (passages) | all parts, ms | people | bodies |")
    print("|--:|--:|--:|--:|--:|--:|")
    for documents in asked.documents:
        print("".join(whole(asked.folder, documents)), flush=True)
    print("\nanswers from the index alone, ms\n")
    for line in growth(asked.folder, asked.growth):
        print(line, flush=True)
    print(f"\nbeside rdflib, {asked.rdflib} documents\n")
    for line in beside_rdflib(asked.folder, asked.rdflib):
        print(line, flush=True)
    print("\n| call | CPU ms | over the interpreter |\n|---|--:|--:|")
    for line in cold():
        print(line, flush=True)


if __name__ == "__main__":
    main()
