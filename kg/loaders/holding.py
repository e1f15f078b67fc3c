"""What holds documents of its own: archives and mails. Their members are told by number, and named by a label."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from kg.loaders.metadata import Metadata
from kg.loaders.naming import is_named_as_document

MOST_DOCUMENTS = 1000
"""More documents in one file are not read."""
HEAD = 65_536
"""As many bytes tell whether a member may hold members itself."""

_PASSED = ("gold", "__MACOSX")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass(frozen=True, slots=True)
class Member:
    """A document in a document: its number, its label, what is known of it, how it begins; or what is wrong with it."""

    number: int
    name: str
    metadata: Metadata = field(default_factory=Metadata)
    head: bytes = b""
    wrong: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """As JSON values, with whether it may hold documents itself."""
        return {
            "number": self.number,
            "name": self.name,
            "metadata": self.metadata.to_plain(),
            "holds": may_hold(self.head),
            "wrong": self.wrong,
        }


@dataclass(frozen=True, slots=True)
class Holding:
    """The documents in a document, how many files in it are none, and whether it is to be read ``itself``."""

    members: tuple[Member, ...] = ()
    skipped: int = 0
    itself: bool = True

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "members": [member.to_plain() for member in self.members],
            "skipped": self.skipped,
            "itself": self.itself,
        }


def may_hold(data: bytes) -> bool:
    """Whether bytes may hold documents, told by a look that costs nothing: only then a child opens them."""
    return data.startswith(_ZIP) or (b"multipart/" in data[:HEAD].lower() and b"content-type" in data[:HEAD].lower())


def is_document(path: PurePosixPath) -> bool:
    """Whether the file of that path in an archive is looked at, as in a folder."""
    hidden = any(part.startswith(".") or part in _PASSED for part in path.parts if part != "..")
    return is_named_as_document(path) and not hidden
