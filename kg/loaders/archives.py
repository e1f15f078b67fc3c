"""A zip archive: which documents are in it, and the bytes of one. Nothing is written to disk; names are labels.

What is unpacked is bounded before and while it comes: bytes of one document, bytes and number of all, and how many
times as large they are as the archive.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from kg.errors import Unreadable
from kg.loaders import word
from kg.loaders.holding import HEAD, MOST_DOCUMENTS, Holding, Member, is_document
from kg.loaders.limits import largest
from kg.loaders.metadata import Metadata
from kg.loaders.sidecars import ENDING, FOLDER, of_row, read_folder, read_sidecar
from kg.loaders.text import one_line

MOST_UNPACKED = 200_000_000
"""An archive whose documents unpack to more bytes is not read."""
MOST_RATIO = 200
"""Nor is one of more than ten megabytes unpacked that is as many times as large as packed."""

_FREE = 10_000_000
_MOST_BESIDE = 1_000_000
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, EOFError, OSError)
_ENCRYPTED = 1


def fits(data: bytes) -> bool:
    """Whether bytes are a zip archive, and no Word document."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and not word.fits(data)


def members(data: bytes) -> Holding:
    """The documents in an archive, in order, with what stands beside them; raises :class:`kg.errors.Unreadable`."""
    with _opened(data) as archive:
        files = [info for info in archive.infolist() if not info.is_dir()]
        chosen = [(number, info) for number, info in enumerate(files) if is_document(PurePosixPath(info.filename))]
        _check(chosen, len(data))
        found = tuple(_member(archive, number, info) for number, info in chosen)
    if not found:
        raise Unreadable(f"expected an archive with documents, found none among its {len(files)} files")
    return Holding(found, len(files) - len(found), itself=False)


def member(data: bytes, number: int) -> bytes:
    """The bytes of one document of an archive, by its number; raises :class:`kg.errors.Unreadable`."""
    with _opened(data) as archive:
        info = [info for info in archive.infolist() if not info.is_dir()][number]
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable(
                "expected a document that can be opened, found an encrypted one; save it without a password"
            )
        with archive.open(info) as part:
            return part.read(largest() + 1)


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except _DAMAGED as error:
        raise Unreadable(f"expected a zip archive, found a damaged one ({error})") from None
    except RuntimeError as error:  # how zipfile speaks of passwords
        raise Unreadable(f"expected a zip archive that can be opened, found: {error}") from None


def _check(chosen: list[tuple[int, zipfile.ZipInfo]], packed: int) -> None:
    if len(chosen) > MOST_DOCUMENTS:
        raise Unreadable(f"expected at most {MOST_DOCUMENTS} documents in an archive, found {len(chosen)}; split it")
    unpacked = sum(info.file_size for _, info in chosen)
    if unpacked > MOST_UNPACKED:
        raise Unreadable(f"expected at most {MOST_UNPACKED} bytes unpacked, found {unpacked}; split it")
    if unpacked > max(_FREE, MOST_RATIO * packed):
        raise Unreadable(
            f"expected at most {MOST_RATIO} times the size of the archive, found {unpacked // packed}; unpack it"
        )


def _member(archive: zipfile.ZipFile, number: int, info: zipfile.ZipInfo) -> Member:
    name = one_line(info.filename) or f"document {number + 1}"
    if info.flag_bits & _ENCRYPTED:
        return Member(number, name)
    try:
        with archive.open(info) as part:
            head = part.read(HEAD)
        return Member(number, name, _beside(archive, info.filename), head)
    except Unreadable as error:
        return Member(number, name, wrong=str(error))


def _beside(archive: zipfile.ZipFile, filename: str) -> Metadata:
    """What the sidecar file, and the table of the folder, in the same archive say of a document."""
    path = PurePosixPath(filename)
    sidecar = _text(archive, path.with_name(path.stem + ENDING))
    own = Metadata() if sidecar is None else read_sidecar(sidecar, path.stem + ENDING)
    table = _text(archive, path.with_name(FOLDER))
    return own.or_else(Metadata() if table is None else of_row(read_folder(table, FOLDER), path.name, FOLDER))


def _text(archive: zipfile.ZipFile, path: PurePosixPath) -> bytes | None:
    try:
        info = archive.getinfo(str(path))
    except KeyError:
        return None
    if info.file_size > _MOST_BESIDE:
        raise Unreadable(f"{path.name}: expected at most {_MOST_BESIDE} bytes, found more")
    return archive.read(info)
