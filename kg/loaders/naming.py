"""Which files are looked at, by their names alone; what is in them, their bytes say."""

from pathlib import PurePath

from kg.loaders import formats

ENDINGS = formats.ENDINGS | {".zip"}
"""The endings of file names that are looked at in a folder or an archive."""


def is_named_as_document(path: PurePath) -> bool:
    """Whether a file of that name is looked at: its ending is one of ours, and it is no ``README``."""
    return path.suffix.lower() in ENDINGS and path.stem.upper() != "README"
