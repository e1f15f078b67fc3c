"""Nothing lost: a build that is killed at any moment is finished by the next one, to the same bytes."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.pipeline import build
from kg.resources import sample
from kg.store import open_current, quads

KILLS = 20
DOCUMENTS = 2


def _documents() -> list[Path]:
    """The shortest of the sample documents."""
    return sorted(sample().glob("*.txt"), key=lambda path: (path.stat().st_size, path.name))[:DOCUMENTS]


def _start(paths: Iterable[Path], graph: Path) -> "subprocess.Popen[bytes]":
    script = "import sys; from kg.pipeline import build; build(sys.argv[2:], sys.argv[1])"
    return subprocess.Popen([sys.executable, "-c", script, str(graph), *map(str, paths)])


def _bytes(graph: Path) -> bytes:
    with open_current(graph) as version:
        return "".join(quads(version)).encode()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, float]:
    """What a build gives that nothing happens to, and about how long it takes (only to spread the kills over it)."""
    graph = tmp_path_factory.mktemp("undisturbed") / "graph"
    began = time.monotonic()
    assert _start(_documents(), graph).wait() == 0
    return _bytes(graph), time.monotonic() - began


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_build_is_finished_to_the_same_bytes(
    number: int, undisturbed: tuple[bytes, float], tmp_path: Path
) -> None:
    wanted, duration = undisturbed
    # One kill in each twentieth of a build, at a random moment of it: start, reading, shapes, store, publication.
    moment = (number + random.Random(number).random()) / KILLS * duration  # noqa: S311
    killed = _start(_documents(), tmp_path / "graph")
    time.sleep(moment)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    summary = build(_documents(), tmp_path / "graph")
    assert summary.exit_code == 0
    assert summary.read + summary.unchanged == DOCUMENTS
    assert _bytes(tmp_path / "graph") == wanted
    assert len(list((tmp_path / "graph" / "versions").iterdir())) == 1


def test_a_build_that_is_killed_again_and_again_still_arrives(undisturbed: tuple[bytes, float], tmp_path: Path) -> None:
    wanted, duration = undisturbed
    moments = random.Random(0)  # noqa: S311
    for _ in range(3):
        killed = _start(_documents(), tmp_path / "graph")
        time.sleep(moments.random() * duration)
        killed.kill()
        killed.wait()
    build(_documents(), tmp_path / "graph")
    assert _bytes(tmp_path / "graph") == wanted


def test_what_was_published_is_there_while_the_next_version_is_killed(
    undisturbed: tuple[bytes, float], tmp_path: Path
) -> None:
    wanted, duration = undisturbed
    build(_documents()[:1], tmp_path / "graph")
    before = _bytes(tmp_path / "graph")
    for number in range(1, 4):
        killed = _start(_documents(), tmp_path / "graph")
        time.sleep(number / 4 * duration)
        killed.kill()
        killed.wait()
        assert _bytes(tmp_path / "graph") in (before, wanted)
