"""How many values (SHACL §4.2)."""

from collections.abc import Collection, Iterator, Sequence

from kg.validation.declared import Declared, NotCompiled
from kg.validation.results import Check, Place, Result, component
from kg.validation.triples import Reached, Triples


def counts(shape: Declared, place: Place) -> Iterator[Check]:
    """``sh:minCount`` and ``sh:maxCount``."""
    least, most = (shape.one(name).number() if shape.many(name) else None for name in ("minCount", "maxCount"))
    if least is None and most is None:
        return
    if place.path is None:
        raise NotCompiled("sh:minCount or sh:maxCount on a node shape")
    yield _count(place, least or 0, most)


def _count(place: Place, least: int, most: int | None) -> Check:
    too_few, too_many = component("MinCount"), component("MaxCount")

    def look(_: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        if len(values) < least:
            found.append(Result(place, focus, too_few))
        if most is not None and len(values) > most:
            found.append(Result(place, focus, too_many))

    def together(_: Triples, foci: Collection[str], reached: Reached) -> bool:
        one, several = reached
        if least and (len(one) + len(several) < len(foci) or (one and least > 1)):
            return False
        if most is not None and one and not most:
            return False
        return not several or (min(map(len, several)) >= least and (most is None or max(map(len, several)) <= most))

    return Check(look, together=together, on_nothing=least > 0)
