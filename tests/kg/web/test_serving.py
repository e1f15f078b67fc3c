"""The door itself: names, headers, log, limits of connections, a stop that is clean."""

import re
import signal
import socket
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

LINE = re.compile(r'127\.0\.0\.1 - - \[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "[^"]*" \d{3} \d+ "[^"]*" "[^"]*"')


@pytest.mark.parametrize("host", ["ct.example", "127.0.0.1.example", "localhost.evil:80", "", "[::2]:8080"])
def test_a_foreign_host_is_misdirected(server: Any, host: str) -> None:
    reply = server.ask("/health", headers={"Host": host})
    assert reply.status == 421
    assert "KG_SERVE_HOSTS" in reply.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1234", "127.0.0.1:80", "[::1]:8080"])
def test_our_own_names_are_answered(server: Any, host: str) -> None:
    assert server.ask("/health", headers={"Host": host}).text == "ok\n"


def test_other_names_are_a_setting(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, "--allow-host", "one.example", KG_SERVE_HOSTS="two.example three.example")
    found = [running.ask("/health", headers={"Host": f"{name}.example"}).status for name in ("one", "two", "four")]
    running.close()
    assert found == [200, 200, 421]


@pytest.mark.parametrize("path", ["/health", "/sparql", "/nothing", "/data?default"])
def test_every_answer_is_guarded_and_names_no_version(server: Any, path: str) -> None:
    headers = server.ask(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["server"] is None
    assert headers["access-control-allow-origin"] is None


def test_other_origins_are_let_in_when_asked_for(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, KG_SERVE_ORIGINS="https://notebook.example")
    ours = running.ask("/health", headers={"Origin": "https://notebook.example"}).headers
    theirs = running.ask("/health", headers={"Origin": "https://other.example"}).headers
    running.close()
    assert ours["access-control-allow-origin"] == "https://notebook.example"
    assert theirs["access-control-allow-origin"] is None


@pytest.mark.parametrize(
    "path",
    ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/static/../app.py", "/static/..%2fapp.py", "/static/%00",
     "//etc/passwd", "/static/", "/static", "/%ff"],
)  # fmt: skip
def test_no_path_leads_out(server: Any, path: str) -> None:
    reply = server.ask(path)
    assert reply.status in (400, 404)
    assert "root:" not in reply.text
    assert "import" not in reply.text


def test_the_log_is_in_the_combined_format_whatever_strangers_send(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph)
    running.ask('/nothing"%0a\\', headers={"User-Agent": 'a "quoted" agent\x1b[31m', "Referer": "x" * 5000})
    running.ask("/health")
    log = running.close().splitlines()
    assert len(log) == 2
    assert all(LINE.fullmatch(line) for line in log)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(sample_graph: Path, number: signal.Signals, serve: Any) -> None:
    running = serve(sample_graph)
    running.process.send_signal(number)
    _, said = running.process.communicate(timeout=60)
    assert (running.process.returncode, said) == (0, "")


def test_a_client_that_says_nothing_is_let_go(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, KG_SERVE_REQUEST_SECONDS="1")
    with socket.create_connection(("127.0.0.1", running.port), timeout=30) as silent:
        silent.sendall(b"GET / HTTP/1.1\r\nHost: local")
        assert silent.recv(1) == b""
    body = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    with socket.create_connection(("127.0.0.1", running.port), timeout=30) as slow:
        slow.sendall(body + b"Content-Length: 99\r\n\r\nASK")
        assert b" 408 " in slow.recv(100)
    with socket.create_connection(("127.0.0.1", running.port), timeout=30) as broken:
        broken.sendall(b"\x00\x01\x02 nonsense\r\n\r\n")
        assert b" 400 " in broken.recv(100)
    assert running.ask("/health").status == 200
    assert all(LINE.fullmatch(line) for line in running.close().splitlines())


def test_whoever_goes_away_keeps_no_place_in_the_line(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, KG_QUERY_TIMEOUT="6", KG_SERVE_QUERY_WORKERS="1", KG_SERVE_QUERY_LINE="1")
    slow = quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    request = f"GET /sparql?query={slow} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", running.port), timeout=30) as first:
        first.sendall(request)
        time.sleep(1)
        with socket.create_connection(("127.0.0.1", running.port), timeout=30) as gone:
            gone.sendall(request)
            time.sleep(0.5)
        time.sleep(0.5)
        reply = running.query("ASK {}")
    running.close()
    assert (reply.status, reply.headers["retry-after"]) == (200, None)


def test_a_body_that_is_too_long_is_refused(server: Any) -> None:
    reply = server.ask("/sparql", "POST", b"#" * 1_100_000, {"Content-Type": "application/sparql-query"})
    assert reply.status == 413
    assert "KG_SERVE_REQUEST_BYTES" in reply.text


def test_a_port_that_is_taken_is_said(server: Any, sample_graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kg.cli import run

    assert run(["serve", "--graph", str(sample_graph), "--port", str(server.port)]) == 2
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert f":{server.port}: address already in use; name another with --host or --port" in told


def test_a_new_version_is_served_when_it_is_published(tmp_path: Path, top: Path, serve: Any) -> None:
    from kg.cli import run

    samples, graph = sorted((top / "kg" / "sample").glob("*.txt")), tmp_path / "graph"
    assert run(["build", str(samples[0]), "--graph", str(graph), "--quiet"]) == 0
    running = serve(graph)
    documents = "SELECT ?d { ?d a ct:Document }"
    before = running.query(documents, "text/csv").text
    assert run(["build", str(samples[1]), "--graph", str(graph), "--quiet"]) == 0
    after = running.query(documents, "text/csv").text
    running.close()
    assert (len(before.split()), len(after.split())) == (2, 3)
