"""What each document calls whom: the IRI for each (document key, name …), packed by document.

A mapping like any other, in a twentieth of the memory: in a graph of many documents every one names a few.
"""

import marshal
import sys
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

Name = TypeVar("Name", bound=tuple[str, ...])
Rest = tuple[str, ...]
"""A name without its document."""


class Shelf(Mapping[Name, str]):
    """IRIs by the key of a document and the rest of a name. What one document calls things is put there at once."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._iris: list[str] = []
        self._numbers: dict[str, int] = {}
        self._count = 0
        self._open: tuple[str, dict[Rest, int]] = ("", {})

    def put(self, document: str, names: Mapping[Rest, str]) -> None:
        """What a document calls things, all of it."""
        if names:
            self._packed[document] = marshal.dumps({name: self._number(iri) for name, iri in names.items()})
            self._count += len(names)

    def of(self, document: str) -> Mapping[Rest, str]:
        """What a document calls things: the IRI for the rest of each name."""
        return {rest: self._iris[number] for rest, number in self._opened(document).items()}

    def renamed(self, iris: Mapping[str, str]) -> None:
        """What was put there under other names now has these."""
        self._iris = [iris[iri] for iri in self._iris]
        self._numbers = {iri: number for number, iri in enumerate(self._iris)}

    def __getitem__(self, name: Name) -> str:
        return self._iris[self._opened(name[0])[name[1:]]]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, tuple) and name[1:] in self._opened(name[0])

    def __iter__(self) -> Iterator[Name]:
        for document in self._packed:
            names: list[Any] = [(document, *rest) for rest in self._opened(document)]
            yield from names

    def __len__(self) -> int:
        return self._count

    def __repr__(self) -> str:
        return f"Shelf({dict(self)!r})"

    def _number(self, iri: str) -> int:
        if iri not in self._numbers:
            self._numbers[iri] = len(self._iris)
            self._iris.append(sys.intern(iri))
        return self._numbers[iri]

    def _opened(self, document: str) -> dict[Rest, int]:
        """The last document that was asked for stays open: names are asked for document by document."""
        if self._open[0] != document or not self._open[1]:
            packed = self._packed.get(document)
            self._open = document, marshal.loads(packed) if packed else {}  # noqa: S302 - what was put here before
        return self._open[1]
