"""A manifest: which documents to read, and what is known of each. CSV or JSON Lines, one row a document."""

from dataclasses import dataclass
from pathlib import Path

from kg.errors import NotFound, Unreadable
from kg.loaders.metadata import Metadata, checked
from kg.loaders.tables import read_csv, read_json_lines

MOST_BYTES = 100_000_000
"""A larger manifest is not read."""

OWN = ("path", "sha256")
"""What a row says of the file, not of the document."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: the path of a document (resolved against the folder of the manifest), and what is known of it.

    ``sha256`` is what its bytes must hash to, if the manifest says so.
    """

    path: Path
    metadata: Metadata
    sha256: str | None = None


def read_manifest(path: Path) -> tuple[Listed, ...]:
    """The rows of a manifest, in its order; raises :class:`kg.errors.InputError` for the first that is wrong.

    Columns: ``path`` (needed), ``url``, ``publisher``, ``published`` (or ``date``), ``language``, ``title`` and
    ``sha256``.
    """
    listed: dict[Path, Listed] = {}
    for line, row in rows_of(path, "path"):
        where = f"{path.name}, line {line}"
        try:
            metadata = checked({key: value for key, value in row.items() if key not in OWN}, "manifest", OWN)
        except Unreadable as error:
            raise Unreadable(f"{where}: {error}") from None
        document = (path.resolve().parent / row["path"]).resolve()
        if document in listed:
            raise Unreadable(f"{where}: expected each path once, found {row['path']!r} again")
        listed[document] = Listed(document, metadata, row.get("sha256"))
    if not listed:
        raise NotFound(f"{path}: expected a row for each document, found none")
    return tuple(listed.values())


def rows_of(path: Path, first: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of a CSV or JSON Lines file with their line numbers; which it is, its first character tells."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotFound(f"{path}: expected a manifest that can be read, found: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise Unreadable(f"{path}: expected at most {MOST_BYTES} bytes, found more; split it")
    printed = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not printed:
        return []  # what a fetch writes to which nothing came
    lines = printed.startswith(b"{")
    return list((read_json_lines if lines else read_csv)(data, path.name, first))
