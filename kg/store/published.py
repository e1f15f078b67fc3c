"""Which version of a graph is published, held open for reading. No store library until its quads are asked for.

Readers hold a shared lock on the stamp of a version while they have it open, and the sweep leaves what is held.
"""

import fcntl
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.closing import Closing
from kg.errors import GraphError, NotAGraph, WrongFormat
from kg.store.folder import FORMAT, check_folder

if TYPE_CHECKING:
    from pyoxigraph import Store

STAMP = "stamp.json"
_STATE = re.compile(r"[0-9a-f]{16,64}")
_ATTEMPTS = 5


@dataclass(slots=True)
class Version(Closing):
    """An open version: its folder and the state it was built from. A context manager."""

    path: Path
    state: str
    _lock: int
    _store: "Store | None" = None

    @property
    def store(self) -> "Store":
        """Its quads, opened when first asked for; raises :class:`kg.errors.GraphError` if they are damaged."""
        if self._store is None:
            self._store = _read_only(self.path)
        return self._store

    def close(self) -> None:
        """Let go of it, so that it can be swept away when it is no longer the published one."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def published_state(graph: Path) -> str | None:
    """The state of the published version of a graph folder; None if there is none."""
    try:
        state = (graph / "current").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return state if _STATE.fullmatch(state) and stamp_of(graph / "versions" / state) else None


def current_version(graph: Path) -> Path:
    """The folder of the published version; raises ``NotAGraph``, ``WrongFormat``, or ``GraphError`` if none is."""
    check_folder(graph)
    state = published_state(graph)
    if state is None:
        raise GraphError(
            f"{graph}: expected a published version, found none; finish the build: `kg build DOCS --graph {graph}`"
        )
    return graph / "versions" / state


def open_version(path: Path) -> Version:
    """Open a version read-only. Never makes one: raises ``NotAGraph``, ``WrongFormat`` or ``GraphError``."""
    try:
        lock = os.open(path / STAMP, os.O_RDONLY)
    except OSError:
        raise NotAGraph(f"{path}: expected a version of a graph, found none") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        stamp = stamp_of(path)
        if not stamp:  # swept away between the two lines above, or damaged
            raise NotAGraph(f"{path}: expected a version of a graph, found none or a damaged one; build it again")
        if stamp["format"] != FORMAT:
            raise WrongFormat(f"{path}: expected the format {FORMAT!r}, found {stamp['format']!r}; build it again")
        return Version(path, stamp["state"], lock)
    except BaseException:
        os.close(lock)
        raise


def open_current(graph: Path) -> Version:
    """Open the published version, also while a build is swapping it."""
    for _ in range(_ATTEMPTS):
        path = current_version(graph)
        try:
            return open_version(path)
        except NotAGraph:  # the next version was published, and this one swept away, after its name was read
            if current_version(graph) == path:
                raise
    raise GraphError(f"{graph}: expected a version that stays, found a new one at each of {_ATTEMPTS} attempts")


def count_of(version: Version) -> int:
    """How many quads a version holds, as its stamp says."""
    stamp = stamp_of(version.path)
    return int(stamp["quads"]) if stamp else 0


def _read_only(path: Path) -> "Store":
    from pyoxigraph import Store

    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise GraphError(
            f"{path}: expected a store that can be read, found: {error}; delete the folder and build again"
        ) from error


def stamp_of(version: Path) -> dict[str, Any] | None:
    """The stamp of a real store; None where there is none (opening it would make an empty one)."""
    try:
        stamp = json.loads((version / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    whole = isinstance(stamp, dict) and {"format", "quads", "state"} <= stamp.keys() and (version / "CURRENT").is_file()
    return stamp if whole else None
