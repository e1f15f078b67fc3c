"""A real server on loopback, asked by a real client."""

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def kind(self) -> str:
        return self.headers.get_content_type()


class Server:
    """``kg serve`` on a free port of this machine, until closed."""

    def __init__(self, graph: Path, *options: str, **settings: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kg", "serve", "--graph", str(graph), "--port", "0", *options],
            stderr=subprocess.PIPE, encoding="utf-8", env={**os.environ, **settings},
        )  # fmt: skip
        assert self.process.stderr
        line = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert found, line
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}"

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """One request on a connection of its own; the path goes out as it stands."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def query(self, sparql: str, accept: str = "*/*", **parameters: str) -> Reply:
        """A query by GET."""
        return self.ask(f"/sparql?{urlencode({'query': sparql, **parameters})}", headers={"Accept": accept})

    def close(self) -> str:
        """Stop it as a service manager would; what it wrote to its log."""
        self.process.terminate()
        _, log = self.process.communicate(timeout=60)
        return log


@pytest.fixture(scope="module")
def server(sample_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the sample documents."""
    log = tmp_path_factory.mktemp("log") / "access.log"
    running = Server(sample_graph, "--access-log", str(log))
    yield running
    running.close()


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The endpoint over the graphs of the suite: each says of itself that it is a document."""
    from kg.ledger import Ledger
    from kg.store import publish, start_folder, write_version

    folder, state = tmp_path_factory.mktemp("protocol") / "graph", "0123456789abcdef"
    start_folder(folder)
    start_folder(folder)
    Ledger(folder, create=True).close()
    quad = "<http://data.example/{0}> <{1}> <http://data.example/Document> <http://data.example/{0}> .\n"
    write_version(folder, state, [quad.format(number, RDF_TYPE) for number in range(4)])
    publish(folder, state)
    running = Server(folder, "--access-log", str(folder.with_name("access.log")))
    yield running
    running.close()


@pytest.fixture(scope="module")
def start() -> Callable[..., Server]:
    """Starts a server that a module shares, and closes itself."""
    return Server


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Starts servers with settings of their own; they end with the test."""
    running: list[Server] = []

    def start(graph: Path, *options: str, **settings: str) -> Server:
        running.append(Server(graph, *options, **settings))
        return running[-1]

    yield start
    for each in running:
        each.process.kill()
        each.process.communicate()
