"""Versions: write one from sorted N-Quads, publish it by swapping a name, take its quads out again, sweep the old away.

A version is an Oxigraph store that nobody writes to after it has its name, ``versions/<state>``; ``state`` is a hash
of all that it was built from, so that the same state is the same version.
"""

import fcntl
import io
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyoxigraph

from kg.errors import GraphError
from kg.store.folder import FORMAT
from kg.store.published import STAMP, Version, published_state, stamp_of
from kg.store.results import plain
from kg.whole import sync_folder, write_whole

ENGINE = f"pyoxigraph {pyoxigraph.__version__}"
"""What writes the versions; another engine writes them anew."""

_BATCH = 1000
_AT_ONCE = 100_000
"""Quads that the engine sorts in memory: a million take 0.9 GiB, so many 0.15, and a tenth more time."""


Rows = Callable[[str], Iterable[dict[str, Any]]]
"""Runs a SELECT on a version that is being written."""
Beside = Callable[[Path, Rows], None]
"""Writes into the folder of a version what belongs beside its store."""


def write_version(graph: Path, state: str, lines: Iterable[str], beside: Beside | None = None) -> Path:
    """Write ``lines`` (N-Quads with their newlines, none twice) as version ``state`` of ``graph``; returns its folder.

    ``beside`` writes what else belongs into that folder, from what queries on the version say. All or nothing: the name
    appears when everything is on disk. Raises :class:`kg.errors.GraphError`.
    """
    target, draft = graph / "versions" / state, graph / "versions" / f"{state}.tmp"
    if stamp_of(target):
        return target
    for remains in (draft, target):
        shutil.rmtree(remains, ignore_errors=True)
    try:
        draft.mkdir(parents=True)
        count = _load(draft, lines, beside)
        write_whole(draft / STAMP, json.dumps({"format": FORMAT, "quads": count, "state": state}) + "\n")
        _sync_files(draft)
        draft.replace(target)
        sync_folder(target.parent)
    except (OSError, RuntimeError, SyntaxError) as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise GraphError(f"{graph}: expected to write a version of the graph, found: {error}") from error
    return target


def publish(graph: Path, state: str) -> None:
    """Make version ``state`` the one that readers open; raises :class:`kg.errors.GraphError` if it is not there."""
    if not stamp_of(graph / "versions" / state):
        raise GraphError(f"{graph}: expected the version {state} to be written before it is published, found none")
    write_whole(graph / "current", state + "\n")


def sweep(graph: Path) -> None:
    """Delete what nobody needs: drafts, and versions that are neither published nor open anywhere."""
    keep = published_state(graph)
    for path in sorted((graph / "versions").glob("*")):
        if path.name != keep:
            _delete_unless_read(path)


def quads(version: Version) -> Iterator[str]:
    """All quads as N-Quads lines with their newline, sorted by code point: the canonical form, no blank node in it."""
    dump = version.store.dump(format=pyoxigraph.RdfFormat.N_QUADS)
    assert dump is not None
    # Sorting the bytes of UTF-8 is sorting by code point.
    return (line.decode() + "\n" for line in sorted(dump.splitlines()))


def has_graph(version: Version, iri: str) -> bool:
    """Whether a version holds a graph of that name."""
    try:
        return bool(version.store.contains_named_graph(pyoxigraph.NamedNode(iri)))
    except ValueError:
        return False


def triples(version: Version) -> Iterator[str]:
    """The triples of all graphs together as N-Triples lines, sorted, none twice."""
    lines: set[bytes] = set()
    for graph in version.store.named_graphs():
        dump = version.store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=graph)
        assert dump is not None
        lines.update(dump.splitlines())
    return (line.decode() + "\n" for line in sorted(lines))


class _Lines(io.RawIOBase):
    """Lines of text as a binary file, so that a large graph need not stand in memory as one string."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._rest = b""
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._rest:
            lines = list(islice(self._lines, _BATCH))
            self._rest, self.count = "".join(lines).encode(), self.count + len(lines)
        taken = min(len(buffer), len(self._rest))
        buffer[:taken], self._rest = self._rest[:taken], self._rest[taken:]
        return taken


def _load(folder: Path, lines: Iterable[str], beside: Beside | None) -> int:
    store = pyoxigraph.Store(str(folder))
    count, rest = 0, iter(lines)
    while True:
        source = _Lines(islice(rest, _AT_ONCE))
        store.bulk_load(input=io.BufferedReader(source, 2**20), format=pyoxigraph.RdfFormat.N_QUADS)
        count += source.count
        if source.count < _AT_ONCE:
            break
    store.optimize()
    store.flush()
    if beside is not None:
        beside(folder, lambda query: _rows(store, query))
    return count


def _rows(store: pyoxigraph.Store, query: str) -> Iterator[dict[str, Any]]:
    """The rows of a SELECT as plain values by variable, unbound ones left out."""
    found = store.query(query)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in found.variables]
    for row in found:
        yield {name: plain(term) for name, term in zip(names, row, strict=True) if term is not None}


def _delete_unless_read(version: Path) -> None:
    """Delete a version under its exclusive lock: who opens it meanwhile waits, and then finds it gone."""
    try:
        lock = os.open(version / STAMP, os.O_RDONLY)
    except OSError:  # a draft, or the remains of one
        shutil.rmtree(version, ignore_errors=True)
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(version, ignore_errors=True)
    except BlockingIOError:
        pass
    finally:
        os.close(lock)


def _sync_files(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    sync_folder(folder)
