"""The door to all loaders: the ending of the name chooses one."""

import hashlib
import os
from collections.abc import Callable
from pathlib import PurePath

from kg.errors import Unreadable, UsageError
from kg.loaders import text
from kg.loaders.metadata import Metadata
from kg.model.text import Document

MAX_DOCUMENT_BYTES = 10_000_000
"""A larger document is not read; set ``KG_DOCUMENT_BYTES`` for another limit."""

_LOADERS: dict[str, Callable[[bytes], str]] = {".text": text.read, ".txt": text.read}
ENDINGS = frozenset(_LOADERS)
"""The endings of file names that a loader knows."""


def load(data: bytes, name: str, metadata: Metadata | None = None) -> Document:
    """The document in ``data``; ``name`` chooses the loader (``-``, standard input, is plain text).

    Raises :class:`kg.errors.Unreadable` with one reason.
    """
    known = metadata or Metadata()
    ending = ".txt" if name == "-" else PurePath(name).suffix.lower()
    if ending not in _LOADERS:
        raise Unreadable(f"{name}: expected a document ({', '.join(sorted(ENDINGS))}), found the ending {ending!r}")
    if len(data) > (limit := largest()):
        raise Unreadable(
            f"{name}: expected at most {limit} bytes, found {len(data)}; split it, or set KG_DOCUMENT_BYTES higher"
        )
    try:
        content = _LOADERS[ending](data)
    except Unreadable as error:
        raise Unreadable(f"{name}: {error}") from None
    return Document(
        text=content,
        sha256=hashlib.sha256(data).hexdigest(),
        name=name,
        title=known.title or text.headline(content),
        publisher=known.publisher,
        published=known.published,
        published_from=known.published_from,
        language=known.language,
        url=known.url,
    )


def largest() -> int:
    """The most bytes that a document may have: ``KG_DOCUMENT_BYTES``, else ``MAX_DOCUMENT_BYTES``."""
    printed = os.environ.get("KG_DOCUMENT_BYTES", str(MAX_DOCUMENT_BYTES))
    if not printed.isdecimal() or int(printed) == 0:
        raise UsageError(f"KG_DOCUMENT_BYTES: expected a number of bytes above 0, found {printed!r}")
    return int(printed)
