"""A hundred clients for a minute, and strangers among them: whoever asks something ordinary is answered."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TOP = Path(__file__).resolve().parents[3]
SECONDS = 60
SPARQL = "/sparql?query=SELECT+%2A+%7B+%3Fwho+a+ct%3AOfficial+%7D"


def _clients() -> ModuleType:
    """What asks; benchmarks are no package."""
    spec = importlib.util.spec_from_file_location("clients", TOP / "benchmarks" / "clients.py")
    assert spec
    assert spec.loader
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


clients = _clients()


def ordinary(server: Any) -> list[str]:
    """Pages of all kinds, searches, questions, the JSON API: some kept, most made when they are asked for."""
    things = server.query("SELECT DISTINCT ?x { VALUES ?c { ct:Official ct:Meeting ct:Document } ?x a ?c }", "text/csv")
    pages = [line.removeprefix("https://w3id.org/ct-kg/id") for line in things.text.split()[1:]]
    fixed = [
        "/",
        "/health",
        "/search?q=volkov",
        "/network",
        "/ask/co-chairs?go=1",
        "/api/ask/holders?body=UNOCT",
        "/ns",
    ]
    return [each for page in pages for each in (page, *fixed)]


@pytest.mark.long
def test_a_hundred_clients_are_answered_for_a_minute(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, "--access-log", os.devnull)
    seen = clients.ask(running.url, [*ordinary(running), SPARQL], SECONDS, 100)
    running.close()
    assert seen.errors() == 0, seen.statuses
    assert len(seen.seconds) > 100


@pytest.mark.long
def test_and_with_strangers_among_them(sample_graph: Path, serve: Any) -> None:
    running = serve(sample_graph, "--access-log", os.devnull)
    with clients.strangers(running.url) as strange:
        seen = clients.ask(running.url, ordinary(running), SECONDS, 50)
    after = running.query("ASK {}").status
    running.close()
    assert seen.errors() == 0, seen.statuses
    assert set(strange["query bombs"].statuses) == {"503"}
    assert set(strange["slow clients"].statuses) <= {"let go", "408"}
    assert set(strange["broken clients"].statuses) == {"400"}
    assert set(strange["foreign Host"].statuses) == {"421"}
    assert after == 200
