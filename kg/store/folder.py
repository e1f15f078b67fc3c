"""Which folder is a graph of ours, and in which format (docs/architecture.md, "The graph folder")."""

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import Busy, GraphError, NotAGraph, WrongFormat
from kg.whole import write_whole

FORMAT = "ct-kg graph 1"
_ATTEMPTS, _BETWEEN = 100, 0.02
"""How often, and after how many seconds, the lock of a process that is gone is tried again."""


def check_folder(folder: Path) -> None:
    """Raise unless ``folder`` is a graph of this format: ``NotAGraph`` or ``WrongFormat``."""
    if not folder.is_dir():
        what = "a file" if folder.exists() else "nothing"
        raise NotAGraph(f"{folder}: expected a graph folder, found {what}; make one with `kg build DOCS --graph DIR`")
    try:
        found = (folder / "format").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        found = ""
    if not found.startswith("ct-kg graph "):
        what = f"a `format` file that says {found[:40]!r}" if found else "one without a `format` file"
        raise NotAGraph(f"{folder}: expected a graph folder of ct-kg, found {what}; name another folder with --graph")
    if found != FORMAT:
        raise WrongFormat(
            f"{folder}: expected the format {FORMAT!r}, found {found!r}; "
            "build it again from the documents into a new folder: `kg build DOCS --graph NEW`"
        )


def start_folder(folder: Path) -> None:
    """Make ``folder`` a graph if it is absent or empty; raise as :func:`check_folder` if it is anything else."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not _only_ours(folder):
            check_folder(folder)
            return
        write_whole(folder / "format", FORMAT + "\n")
    except FileExistsError:
        check_folder(folder)
    except OSError as error:
        raise GraphError(f"{folder}: expected a folder that can be written, found: {error.strerror}") from error


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Hold a graph for writing while the block lasts, made if it is not there (:func:`start_folder`).

    Raises :class:`kg.errors.Busy` with who holds it. The lock belongs to the open file: it ends with its process,
    however that ends. The words in it are for people, and for other hosts, whose locks this one may not see.
    """
    import socket  # slow to start, and most commands hold nothing

    start_folder(folder)
    descriptor = _open_lock(folder)
    try:
        here = socket.gethostname()
        if not _locked(descriptor, here):
            holder = _holder(descriptor) or "another process"
            raise Busy(f"{folder}: {holder} is building this graph; wait for it to end")
        if (holder := _holder(descriptor)) and not holder.endswith(f" on {here}"):
            raise Busy(
                f"{folder}: {holder} was building this graph; wait for it to end, or delete {folder / 'lock'} "
                "if it is no longer running"
            )
        _write_lock(descriptor, f"process {os.getpid()} on {here}")
        try:
            yield
        finally:
            _write_lock(descriptor, "")
    finally:
        os.close(descriptor)


def _locked(descriptor: int, here: str) -> bool:
    """Whether the lock was got. A child that its killed holder was just starting has it a moment longer."""
    for _ in range(_ATTEMPTS):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not _is_gone(_holder(descriptor), here):
                return False
            time.sleep(_BETWEEN)
        else:
            return True
    return False


def _is_gone(holder: str, here: str) -> bool:
    """Whether the process that the lock names is of this host and no longer there."""
    named = re.fullmatch(r"process (\d+) on (.*)", holder)
    if named is None or named[2] != here:
        return False
    try:
        os.kill(int(named[1]), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _only_ours(folder: Path) -> bool:
    """Nothing here, or only what a build leaves that was killed in its first moment."""
    return all(path.name == "lock" or path.name.startswith(".format.") for path in folder.iterdir())


def _open_lock(folder: Path) -> int:
    try:
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise GraphError(f"{folder}: expected a folder that can be written, found: {error.strerror}") from error


def _holder(lock: int) -> str:
    return os.pread(lock, 300, 0).decode("utf-8", "replace").strip()


def _write_lock(lock: int, words: str) -> None:
    os.ftruncate(lock, 0)
    os.pwrite(lock, words.encode(), 0)
