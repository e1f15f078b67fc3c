"""How many values (SHACL §4.2)."""

from collections.abc import Iterator, Sequence

from kg.validation.declared import Declared, NotCompiled
from kg.validation.results import Check, Place, Result, component
from kg.validation.triples import Triples


def counts(shape: Declared, place: Place) -> Iterator[Check]:
    """``sh:minCount`` and ``sh:maxCount``."""
    for name, least in (("minCount", True), ("maxCount", False)):
        if shape.many(name):
            if place.path is None:
                raise NotCompiled(f"sh:{name} on a node shape")
            yield _count(place, shape.one(name).number(), least=least)


def _count(place: Place, number: int, *, least: bool) -> Check:
    iri = component("MinCount" if least else "MaxCount")

    def at_least(_: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        if len(values) < number:
            found.append(Result(place, focus, iri))

    def at_most(_: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        if len(values) > number:
            found.append(Result(place, focus, iri))

    return Check(at_least, on_nothing=True, least=number) if least else Check(at_most, most=number)
