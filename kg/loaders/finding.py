"""Which files are documents: files, folders (whole, in order), patterns, and ``-`` for standard input."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import NotFound
from kg.loaders.naming import ENDINGS, is_named_as_document
from kg.loaders.sidecars import is_sidecar

_PATTERN = frozenset("*?[")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A document that was found: its path (None: standard input), and its place, by which it is known again.

    ``inside`` is the way to a document in an archive or a mail, a number for each thing to open; ``label`` its name.
    """

    place: str
    path: Path | None
    inside: tuple[int, ...] = ()
    label: str = ""

    @property
    def name(self) -> str:
        """The file name, a label for people."""
        return self.label or (self.path.name if self.path else "-")


@dataclass(frozen=True, slots=True)
class Found:
    """The documents to read, sorted by place, and what was passed over."""

    documents: tuple[Source, ...]
    skipped: tuple[str, ...]


def find(paths: Iterable[str | os.PathLike[str]]) -> Found:
    """The documents under ``paths``; the order of the paths does not matter.

    Passed over: endings of no format that is read, ``README`` files, folders named ``gold``, hidden files, devices,
    links out of the folder that is walked; what only stands beside documents is neither. Raises
    :class:`kg.errors.NotFound` for a path that is not there, and if no document is left.
    """
    named = [os.fspath(path) for path in paths]
    documents: set[Source] = set()
    skipped: set[str] = set()
    for path in named:
        for source, fits in _under(path):
            if fits:
                documents.add(source)
            elif source.path is None or not is_sidecar(source.path):
                skipped.add(source.place)
    if not documents:
        passed = f", {len(skipped)} passed over" if skipped else ""
        raise NotFound(
            f"{' '.join(named) or 'no path'}: expected documents ({', '.join(sorted(ENDINGS))}), found none{passed}"
        )
    return Found(tuple(sorted(documents)), tuple(sorted(skipped)))


def _under(named: str) -> Iterator[tuple[Source, bool]]:
    """What stands at or under one path, each with whether it is a document."""
    if named == "-":
        yield Source("-", None), True
        return
    path = Path(named)
    if path.is_dir():
        yield from _in_folder(path.resolve())
    elif path.exists():
        yield _source(path.resolve().parent / path.name if path.is_symlink() else path.resolve())
    elif _PATTERN & set(named):
        matches = sorted(glob.glob(named, recursive=True))  # noqa: PTH207 - patterns may be absolute
        if not matches:
            raise NotFound(f"{named}: expected files that fit this pattern, found none")
        for match in matches:
            yield from _under(match) if Path(match).exists() else ()
    else:
        raise NotFound(f"{named}: expected a file or a folder, found nothing of that name")


def _in_folder(folder: Path) -> Iterator[tuple[Source, bool]]:
    """A folder, whole; a link is followed if it leads to a file inside the folder."""
    if folder.name == "gold":
        yield Source(str(folder), folder), False
        return
    for where, folders, files in os.walk(folder):
        passed = [name for name in folders if name == "gold" or name.startswith(".")]
        folders[:] = sorted(set(folders) - set(passed))
        for name in passed:
            yield Source(str(Path(where, name)), Path(where, name)), False
        for name in sorted(files):
            path = Path(where, name)
            source, fits = _source(path)
            yield source, fits and not name.startswith(".") and path.resolve().is_relative_to(folder)


def _source(path: Path) -> tuple[Source, bool]:
    fits = is_named_as_document(path) and path.is_file()
    return Source(str(path), path), fits
