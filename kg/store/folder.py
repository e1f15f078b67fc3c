"""Which folder is a graph of ours, and in which format (docs/architecture.md, "The graph folder")."""

import os
from pathlib import Path

from kg.errors import GraphError, NotAGraph, WrongFormat

FORMAT = "ct-kg graph 1"


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
        raise NotAGraph(
            f"{folder}: expected a graph folder, found one without a `format` file of ct-kg; "
            "name another folder with --graph"
        )
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


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that it is there whole or not at all, also after a power cut."""
    draft = path.with_name(path.name + ".tmp")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _only_ours(folder: Path) -> bool:
    """Nothing here, or only what a build leaves that was killed in its first moment."""
    return {path.name for path in folder.iterdir()} <= {"format.tmp", "lock"}
