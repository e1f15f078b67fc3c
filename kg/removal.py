"""*Remove*: documents leave the graph, and no byte of them stays in its folder."""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import NotFound, UsageError
from kg.iris import Base
from kg.judging import judgements_of
from kg.ledger import Ledger
from kg.publication import base_of, publish_what_follows

_HEX = re.compile(r"(?:sha256:)?([0-9a-f]{8,64})")


@dataclass(frozen=True, slots=True)
class Removal:
    """What was removed: the names of the documents, sorted; whether a reader still holds an older version open."""

    documents: tuple[str, ...]
    held: bool = False

    def to_plain(self) -> dict[str, Any]:
        """As JSON values (``kg remove --format json``)."""
        return {"removed": list(self.documents), "held": self.held}


def remove(
    documents: Iterable[str], graph: str | os.PathLike[str], *, judgements: str | os.PathLike[str] | None = None
) -> Removal:
    """Remove documents from a graph folder and publish what is left: as if they had never been there.

    Each is named by its path, its name with or without ending, its URL, its hash (eight digits at least), or its IRI.
    Raises :class:`kg.errors.NotFound` for one that is not there and :class:`kg.errors.UsageError` for a name that
    several bear; then nothing is removed.
    """
    from kg.store import check_folder, hold_folder

    folder = Path(graph)
    check_folder(folder)
    with hold_folder(folder), Ledger(folder) as ledger:
        base = base_of(ledger, None)
        judged = judgements_of(folder, ledger, judgements)
        known = _Known(ledger, base)
        meant = [known.meant(typed) for typed in dict.fromkeys(documents)]
        gone = sorted({name for _, _, names in meant for name in names})
        for keys, places, _names in meant:
            for key in sorted(keys):
                ledger.remove(key)
            for place in sorted(places):
                ledger.heal(place)
        publish_what_follows(folder, ledger, base, judged)
    return Removal(tuple(gone), len(list((folder / "versions").iterdir())) > 1)


Meant = tuple[set[str], set[str], set[str]]
"""Keys of documents, places of what could not be read, and the names of both."""


class _Known:
    """The documents of a ledger, by all that people call them."""

    def __init__(self, ledger: Ledger, base: Base) -> None:
        self._places = ledger.places()
        self._unread = ledger.unread_places()
        self._base = base
        self._hashes = ledger.hashes()

    def meant(self, typed: str) -> Meant:
        """What is called so: by the first way of calling that finds anything."""
        plain = typed.strip().removeprefix("<").removesuffix(">")
        path = str(Path(typed).absolute())
        digits = _HEX.fullmatch(plain)
        keys: tuple[Callable[[str], bool], ...] = (
            lambda key: key == plain or plain in self._iris(key),
            lambda key: digits is not None and self._hashes[key].startswith(digits[1]),
        )
        for is_meant in keys:
            if found := {key for _, key, _ in self._places if is_meant(key)}:
                return self._one(typed, found, set())
        for of_place in (
            lambda place, _name: place == path,
            lambda _place, name: name == plain,
            lambda _place, name: Path(name).stem == plain,
        ):
            found = {key for place, key, name in self._places if of_place(place, name)}
            unread = {place for place, name in self._unread if of_place(place, name)}
            if found or unread:
                return self._one(typed, found, unread)
        raise NotFound(
            f"expected a document of this graph (its path, name, URL, hash or IRI), found {typed!r}; "
            "`kg ask document` lists them"
        )

    def _one(self, typed: str, keys: set[str], unread: set[str]) -> Meant:
        if len(keys) > 1 or (not keys and len(unread) > 1):
            paths = sorted({place for place, key, _ in self._places if key in keys} | unread)
            raise UsageError(f"expected one document, found several that are called {typed!r}: {', '.join(paths)}")
        named = {name for _, key, name in self._places if key in keys}
        return keys, unread, named | {name for place, name in self._unread if place in unread}

    def _iris(self, key: str) -> tuple[str, ...]:
        whole = (self._base.document(key), self._base.graph(key))
        return (*whole, *(iri.removeprefix(self._base.iri) for iri in whole))
