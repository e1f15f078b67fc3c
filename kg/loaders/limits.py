"""Limits of loading that more than one loader keeps; how many bytes a document may have is a setting."""

import os

from kg.errors import UsageError

MAX_DOCUMENT_BYTES = 10_000_000
"""A larger document is not read; set ``KG_DOCUMENT_BYTES`` for another limit."""
DEEPEST = 3
"""Archives in archives, or mails in mails, are opened to this depth."""


def largest() -> int:
    """The most bytes that a document may have: ``KG_DOCUMENT_BYTES``, else ``MAX_DOCUMENT_BYTES``."""
    printed = os.environ.get("KG_DOCUMENT_BYTES", str(MAX_DOCUMENT_BYTES))
    if not printed.isdecimal() or int(printed) == 0:
        raise UsageError(f"KG_DOCUMENT_BYTES: expected a number of bytes above 0, found {printed!r}")
    return int(printed)
