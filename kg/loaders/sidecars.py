"""What stands beside a document: ``NAME.meta.toml`` next to ``NAME.ext``, or its row in ``metadata.csv`` there."""

import stat
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from kg.errors import Unreadable
from kg.loaders.metadata import Metadata, checked
from kg.loaders.tables import read_csv

ENDING = ".meta.toml"
FOLDER = "metadata.csv"
_MOST_BYTES = 100_000
_MOST_ROWS_BYTES = 10_000_000


def sidecar(document: Path) -> Metadata:
    """What a sidecar file and the table of the folder say, the file before the table; raises ``Unreadable``."""
    path = document.with_name(document.stem + ENDING)
    data = _bytes(path, _MOST_BYTES)
    own = Metadata() if data is None else read_sidecar(data, path.name)
    return own.or_else(_of_folder(document.with_name(FOLDER), document.name))


def is_sidecar(path: Path) -> bool:
    """Whether a file is one of those that only tell of others."""
    return path.name == FOLDER or path.name.endswith(ENDING)


def read_sidecar(data: bytes, name: str) -> Metadata:
    """What the bytes of a sidecar file called ``name`` say; raises :class:`kg.errors.Unreadable`."""
    try:
        return checked(tomllib.loads(data.decode("utf-8")), "sidecar")
    except Unreadable as error:
        raise Unreadable(f"{name}: {error}") from None
    except ValueError as error:  # TOMLDecodeError, UnicodeDecodeError, or a number of too many digits
        raise Unreadable(f"{name}: expected TOML, found: {error}") from None
    except RecursionError:
        raise Unreadable(f"{name}: expected TOML, found brackets nested too deeply") from None


def read_folder(data: bytes, name: str) -> dict[str, Mapping[str, str]]:
    """The rows of the table of a folder, by file name, unchecked; raises :class:`kg.errors.Unreadable`."""
    rows: dict[str, Mapping[str, str]] = {}
    for line, row in read_csv(data, name, "file"):
        file = row["file"]
        if file in rows:
            raise Unreadable(f"{name}, line {line}: expected each file once, found {file!r} again")
        rows[file] = {key: value for key, value in row.items() if key != "file"}
    return rows


def without_file(documents: Iterable[Path]) -> list[Path]:
    """The files that the tables of the folders of these documents tell of, and that are not there, sorted."""
    missing: set[Path] = set()
    for folder in {path.parent for path in documents}:
        with suppress(Unreadable, OSError):  # a table that cannot be read is told of with each of its documents
            known = (folder / FOLDER).stat()
            rows = _rows(folder / FOLDER, known.st_mtime_ns, known.st_size)
            missing.update(folder / file for file in rows if not (folder / file).is_file())
    return sorted(missing)


def of_row(rows: Mapping[str, Mapping[str, str]], file: str, name: str) -> Metadata:
    """What the table of a folder says of one file; raises :class:`kg.errors.Unreadable`."""
    try:
        return checked(rows.get(file, {}), "folder", ("file",))
    except Unreadable as error:
        raise Unreadable(f"{name}, {file}: {error}") from None


def _of_folder(table: Path, file: str) -> Metadata:
    try:
        known = table.stat()
    except OSError:
        return Metadata()
    return of_row(_rows(table, known.st_mtime_ns, known.st_size), file, table.name)


@lru_cache(maxsize=8)
def _rows(table: Path, _changed: int, _size: int) -> dict[str, Mapping[str, str]]:
    """The rows of a table, read once as long as it does not change."""
    data = _bytes(table, _MOST_ROWS_BYTES)
    return {} if data is None else read_folder(data, table.name)


def _bytes(path: Path, most: int) -> bytes | None:
    """The bytes of a file, None if there is none. It comes from a stranger, and is read here: a pipe would wait for
    ever.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(f"{path.name}: expected a file, found a folder, a pipe or a device")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(f"{path.name}: expected a file that can be read, found: {error.strerror}") from None
    if len(data) > most:
        raise Unreadable(f"{path.name}: expected at most {most} bytes, found more")
    return data
