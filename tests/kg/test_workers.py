"""Killable children: what comes from strangers may explode, the program lives on."""

import base64
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import BadQuery, KgError, LimitReached, Unreadable, UsageError
from kg.store import start_folder, write_version
from kg.workers import DOCUMENT, GIBIBYTE, MEBIBYTE, QUERY, Limits, Pool, Worker

STATE = "ab" * 16

# A child whose tasks misbehave in the ways that a hostile document makes a reader misbehave.
HOSTILE = """
import os, signal
from kg.worker import TASKS, main
from kg.errors import Unreadable

def forever(arguments):
    while True: pass

def swallow(arguments):
    return {"size": len(bytearray(arguments.get("size", 8 * 2**30)))}

def crash(arguments):
    os.kill(os.getpid(), signal.SIGSEGV)

def refuse(arguments):
    raise Unreadable("expected a text, found an empty file")

def stumble(arguments):
    raise ZeroDivisionError("by zero")

def chatter(arguments):
    print("this must not garble the reply")
    return {"said": "something"}

def connect(arguments):
    import socket
    socket.create_connection(("127.0.0.1", arguments["port"]))
    return {}

def limits(arguments):
    import resource
    return {"memory": resource.getrlimit(resource.RLIMIT_AS)[0]}

kept = []

def hoard(arguments):
    while True:
        kept.append(bytearray(2**20))

def threads(arguments):
    import threading
    met = threading.Barrier(17)
    def work():
        held = bytes(100_000)
        met.wait()
        met.wait()
    for _ in range(16):
        threading.Thread(target=work).start()
    met.wait()
    size = next(line for line in open("/proc/self/status") if line.startswith("VmSize"))
    met.wait()
    return {"mebibytes": int(size.split()[1]) // 1024}

tasks = (forever, swallow, hoard, threads, crash, refuse, stumble, chatter, connect, limits)
main({**TASKS, **{task.__name__: task for task in tasks}})
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    (tmp_path / "hostile_worker.py").write_text(HOSTILE, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Worker("hostile_worker") as worker:
        yield worker


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = tmp_path_factory.mktemp("graph")
    start_folder(graph)
    return write_version(
        graph, STATE, [f'<http://e/s{i:04}> <http://e/p> "v{i}" <http://e/g> .\n' for i in range(2000)]
    )


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as one:
        yield one


def _ask(worker: Worker, version: Path, query: str, limits: Limits = QUERY) -> bytes:
    found = worker.call("query", {"version": str(version), "query": query}, limits)
    return base64.b64decode(found["body"])


def _still_answers(worker: Worker, version: Path) -> bool:
    return _ask(worker, version, "ASK { ?s ?p 'v7' }") == b'{"head":{},"boolean":true}'


@pytest.fixture
def listener() -> Iterator[tuple[int, list[Any]]]:
    """A port on this host, and who called it."""
    calls: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)

        def listen() -> None:
            while True:
                try:
                    calls.append(server.accept())
                except OSError:
                    return

        threading.Thread(target=listen, daemon=True).start()
        yield server.getsockname()[1], calls
    for connection, _ in calls:
        connection.close()


def test_a_worker_is_used_for_many_calls(hostile: Worker) -> None:
    assert [hostile.call("echo", {"say": word}, QUERY) for word in ("one", "two")] == [{"echo": "one"}, {"echo": "two"}]


def test_limits_are_named_settings_with_defaults() -> None:
    assert (QUERY.seconds, QUERY.memory) == (10, 2 * GIBIBYTE)
    assert (DOCUMENT.seconds, DOCUMENT.memory) == (60, 1 * GIBIBYTE)
    environment = {"KG_QUERY_TIMEOUT": "1.5", "KG_DOCUMENT_MEMORY": "300MiB", "KG_DOCUMENT_TIMEOUT": "7"}
    assert QUERY.from_environment(environment) == Limits(1.5, 2 * GIBIBYTE, "query")
    assert DOCUMENT.from_environment(environment) == Limits(7, 300 * MEBIBYTE, "document")


@pytest.mark.parametrize(
    ("setting", "wrong"),
    [("KG_QUERY_TIMEOUT", "soon"), ("KG_QUERY_TIMEOUT", "0"), ("KG_QUERY_TIMEOUT", "nan"), ("KG_QUERY_TIMEOUT", "-1"),
     ("KG_QUERY_MEMORY", "much"), ("KG_QUERY_MEMORY", "0"), ("KG_QUERY_MEMORY", "2 TB"), ("KG_QUERY_MEMORY", "")],
)  # fmt: skip
def test_a_wrong_setting_is_named(setting: str, wrong: str) -> None:
    with pytest.raises(UsageError, match=setting):
        QUERY.from_environment({setting: wrong})


def test_a_document_that_never_ends_is_stopped_and_the_program_lives(hostile: Worker) -> None:
    with pytest.raises(LimitReached, match=r"document.* within 0\.3 s.*KG_DOCUMENT_TIMEOUT"):
        hostile.call("forever", {}, replace(DOCUMENT, seconds=0.3))
    assert hostile.call("echo", {"say": "alive"}, DOCUMENT) == {"echo": "alive"}


def test_a_document_that_swells_is_stopped_and_the_program_lives(hostile: Worker) -> None:
    with pytest.raises(LimitReached, match=r"512 MiB of memory.*KG_DOCUMENT_MEMORY"):
        hostile.call("swallow", {}, replace(DOCUMENT, memory=512 * MEBIBYTE))
    assert hostile.call("echo", {"say": "alive"}, DOCUMENT) == {"echo": "alive"}


def test_a_child_that_filled_its_memory_is_not_asked_again(hostile: Worker) -> None:
    with pytest.raises(LimitReached, match="256 MiB of memory"):
        hostile.call("hoard", {}, replace(DOCUMENT, memory=256 * MEBIBYTE))
    assert hostile.call("swallow", {"size": 100 * MEBIBYTE}, replace(DOCUMENT, memory=256 * MEBIBYTE))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_addresses_that_threads_only_reserve_do_not_count_as_memory(hostile: Worker) -> None:
    assert hostile.call("threads", {}, DOCUMENT)["mebibytes"] < 8 * 64


def test_each_call_has_its_own_limit_of_memory(hostile: Worker) -> None:
    found = [hostile.call("limits", {}, replace(QUERY, memory=size * MEBIBYTE))["memory"] for size in (600, 900, 500)]
    assert found == [600 * MEBIBYTE, 900 * MEBIBYTE, 500 * MEBIBYTE]


def test_a_child_that_dies_is_an_error_that_says_how(hostile: Worker) -> None:
    with pytest.raises(LimitReached, match=r"died \(SIGSEGV\)"):
        hostile.call("crash", {}, DOCUMENT)
    assert hostile.call("echo", {"say": "alive"}, DOCUMENT) == {"echo": "alive"}


def test_our_errors_come_back_as_what_they_are(hostile: Worker) -> None:
    with pytest.raises(Unreadable, match="expected a text, found an empty file"):
        hostile.call("refuse", {}, DOCUMENT)


def test_other_errors_are_faults_of_ours_and_are_named(hostile: Worker) -> None:
    with pytest.raises(KgError, match=r"a fault of ct-kg.*ZeroDivisionError: by zero"):
        hostile.call("stumble", {}, DOCUMENT)


def test_what_a_task_prints_does_not_garble_its_reply(hostile: Worker) -> None:
    assert hostile.call("chatter", {}, DOCUMENT) == {"said": "something"}


def test_large_values_pass_both_ways(hostile: Worker) -> None:
    large = "é" * 3_000_000
    assert hostile.call("echo", {"say": large}, DOCUMENT) == {"echo": large}


def test_no_child_can_open_a_socket(hostile: Worker, listener: tuple[int, list[Any]]) -> None:
    port, calls = listener
    with pytest.raises(KgError, match="PermissionError"):
        hostile.call("connect", {"port": port}, DOCUMENT)
    assert calls == []


def test_a_pool_gives_results_in_order_and_errors_as_results() -> None:
    calls = [{"say": 1}, {"say": 2}, {"say": 3}, {"say": 4}, {"say": 5}, {"say": 6}, {"say": 7}]
    with Pool(2) as pool:
        assert [answer["echo"] for answer in pool.map("echo", calls, QUERY) if not isinstance(answer, KgError)] == [
            1, 2, 3, 4, 5, 6, 7,
        ]  # fmt: skip
        (answer,) = pool.map("read", [{"data": "", "name": "empty.txt"}], DOCUMENT)
    assert isinstance(answer, Unreadable)
    assert str(answer) == "empty.txt: expected a text, found an empty file"


def test_a_pool_needs_a_worker() -> None:
    with pytest.raises(UsageError, match="at least one worker"):
        Pool(0)


QUERY_BOMBS = {
    "a product of all with all": (
        "SELECT (COUNT(*) AS ?n) { GRAPH <http://e/g> { ?a ?p ?c . ?d ?p ?f . ?g ?p ?i } }",
        1.0, 8 * GIBIBYTE, "within 1 s",
    ),
    "a string that doubles 40 times": (
        "SELECT ?x40 { BIND('0123456789' AS ?x0) "
        + " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(40))
        + "}",
        30.0,
        512 * MEBIBYTE,
        "512 MiB of memory.*KG_QUERY_MEMORY",
    ),
    "braces inside braces": ("SELECT * " + "{" * 2300 + "}" * 2300, 10.0, GIBIBYTE, "at most 100 brackets"),
    "more alternatives than the parser can take": (
        "SELECT * { {} " + "UNION {} " * 7000 + "}", 10.0, GIBIBYTE, r"died \(SIGSEGV\).*simpler",
    ),
    "a query as long as a book": ("ASK {} #" + "x" * 70_000, 10.0, GIBIBYTE, "at most 65536 bytes"),
}  # fmt: skip


@pytest.mark.parametrize("bomb", QUERY_BOMBS)
def test_a_query_bomb_is_contained(bomb: str, worker: Worker, version: Path) -> None:
    query, seconds, memory, said = QUERY_BOMBS[bomb]
    with pytest.raises(LimitReached, match=said):
        _ask(worker, version, query, replace(QUERY, seconds=seconds, memory=memory))
    assert _still_answers(worker, version)


@pytest.mark.parametrize(
    "service",
    [
        "SELECT * { SERVICE <http://127.0.0.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { service <http://127.0.0.1:PORT/> { ?s ?q ?r } } }",
        "SELECT * { FILTER EXISTS { { SELECT * { SeRvIcE <http://127.0.0.1:PORT/> { ?s ?q ?r } } } } }",
        "SELECT * { # SERVICE\n SERVICE#\n<http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:PORT/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:PORT/> SELECT * { SERVICE SILENT x:y { ?s ?p ?o } }",
    ],
)
def test_no_query_calls_another_service(
    service: str, worker: Worker, version: Path, listener: tuple[int, list[Any]]
) -> None:
    port, calls = listener
    with pytest.raises(BadQuery, match="SERVICE at line"):
        _ask(worker, version, service.replace("PORT", str(port)))
    assert calls == []


def test_behind_the_keywords_stands_a_wall(version: Path, listener: tuple[int, list[Any]]) -> None:
    """With the scan taken away, the query still reaches nobody."""
    port, calls = listener
    query = f"SELECT * {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
    script = (
        "from kg.confinement import no_network\n"
        "no_network()\n"
        "import pyoxigraph\n"
        f"print(len(list(pyoxigraph.Store.read_only({str(version)!r}).query({query!r}))))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout == b"1\n"
    assert calls == []
