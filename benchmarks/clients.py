"""Clients of a server, many at once: ordinary ones that are timed, and strangers that are slow, broken or worse."""

import http.client
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

ACCEPT = {"Accept": "text/html, application/sparql-results+json, application/json"}
BOMB = "/sparql?query=" + quote("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")


@dataclass(slots=True)
class Seen:
    """What clients of one kind saw: the seconds of each answer, and how often each status, or what went wrong."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)

    def errors(self, fine: Iterable[str] = ("200",)) -> int:
        """How many answers were none of the fine ones."""
        return sum(number for status, number in self.statuses.items() if status not in fine)

    def late(self, share: float) -> float:
        """The milliseconds within which this share of the answers came."""
        return 1000 * sorted(self.seconds)[min(int(len(self.seconds) * share), len(self.seconds) - 1)]


def fetched(where: SplitResult, path: str, headers: Mapping[str, str] = ACCEPT) -> tuple[int, bytes]:
    """One request on a connection of its own."""
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    try:
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def ask(address: str, paths: Sequence[str], seconds: float, clients: int) -> Seen:
    """Ask for so many seconds with so many clients, each at another place of the list."""
    where, until, seen = urlsplit(address), time.monotonic() + seconds, Seen()

    def one(offset: int) -> None:
        turn = offset * 7
        while time.monotonic() < until:
            began = time.perf_counter()
            try:
                status = str(fetched(where, paths[turn % len(paths)])[0])
            except (OSError, http.client.HTTPException) as error:
                status = type(error).__name__
            seen.seconds.append(time.perf_counter() - began)
            seen.statuses[status] += 1
            turn += 1

    _together(one, range(clients))
    return seen


@contextmanager
def strangers(address: str) -> Iterator[dict[str, Seen]]:
    """Bombs, slow and broken clients and foreign names, until the block ends; what each kind of them was answered."""
    where, stop = urlsplit(address), threading.Event()
    kinds: dict[str, tuple[int, Callable[[SplitResult], str]]] = {
        "query bombs": (8, lambda to: str(fetched(to, BOMB)[0])),
        "slow clients": (20, _slow),
        "broken clients": (4, _broken),
        "foreign Host": (4, lambda to: str(fetched(to, "/", {"Host": "ct.example"})[0])),
    }
    found = {kind: Seen() for kind in kinds}

    def one(kind: str) -> None:
        while not stop.wait(0.05):
            began = time.perf_counter()
            try:
                status = kinds[kind][1](where)
            except (OSError, http.client.HTTPException) as error:
                status = type(error).__name__
            found[kind].seconds.append(time.perf_counter() - began)
            found[kind].statuses[status] += 1

    everyone = [kind for kind, (number, _) in kinds.items() for _ in range(number)]
    crowd = threading.Thread(target=_together, args=(one, everyone))
    crowd.start()
    try:
        yield found
    finally:
        stop.set()
        crowd.join()


def _slow(where: SplitResult) -> str:
    """Sends a letter of its request every second; what it hears in the end."""
    with socket.create_connection((where.hostname, where.port), timeout=60) as connection:
        connection.settimeout(1)
        for letter in b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: slow\r\n" * 20:
            try:
                connection.sendall(bytes([letter]))
                if heard := connection.recv(100):
                    return heard.split()[1].decode()
                return "let go"
            except TimeoutError:
                continue
            except OSError:
                return "let go"
    return "never let go"


def _broken(where: SplitResult) -> str:
    """Sends what is no HTTP, or goes away in the middle of a request."""
    for request in (b"\x16\x03\x01 nonsense\r\n\r\n", b"GET /search?q=a HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /"):
        with socket.create_connection((where.hostname, where.port), timeout=60) as connection:
            connection.sendall(request)
            if request.startswith(b"\x16"):
                status = connection.recv(100).split()[1].decode()
    return status


def _together(what: Callable[[Any], None], each: Iterable[object]) -> None:
    threads = [threading.Thread(target=what, args=(one,)) for one in each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
