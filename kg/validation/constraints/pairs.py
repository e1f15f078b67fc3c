"""How the values stand to those of another property (SHACL §4.5)."""

from collections.abc import Iterator, Sequence

from kg.validation.declared import Declared, NotCompiled
from kg.validation.literals import is_less
from kg.validation.results import Check, Place, Result, component
from kg.validation.terms import is_iri
from kg.validation.triples import Triples


def pairs(shape: Declared, place: Place) -> Iterator[Check]:
    """``sh:equals``, ``sh:disjoint``, ``sh:lessThan`` and ``sh:lessThanOrEquals``."""
    for other in shape.many("equals"):
        yield _equals(place, _property(other))
    for other in shape.many("disjoint"):
        yield _disjoint(place, _property(other))
    for name, or_equal in (("lessThan", False), ("lessThanOrEquals", True)):
        for other in shape.many(name):
            if place.path is None:
                raise NotCompiled(f"sh:{name} on a node shape")
            yield _less(place, _property(other), or_equal=or_equal)


def _property(other: Declared) -> str:
    if not is_iri(other.node):
        raise NotCompiled(f"expected a property, found {other.node}")
    return other.node


def _equals(place: Place, other: str) -> Check:
    iri = component("Equals")

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        compared = graph.objects(focus, other)
        alone = [value for value in values if value not in compared] + [one for one in compared if one not in values]
        found.extend(Result(place, focus, iri, value) for value in alone)

    return Check(check, on_nothing=True)


def _disjoint(place: Place, other: str) -> Check:
    iri = component("Disjoint")

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        if values and (compared := graph.objects(focus, other)):
            found.extend(Result(place, focus, iri, value) for value in values if value in compared)

    return Check(check)


def _less(place: Place, other: str, *, or_equal: bool) -> Check:
    iri = component("LessThanOrEquals" if or_equal else "LessThan")

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        others = graph.objects(focus, other)
        for value in values:
            for than in others:
                if not is_less(value, than, or_equal=or_equal):
                    found.append(Result(place, focus, iri, value))  # noqa: PERF401 - seldom, and a list costs more

    return Check(check)
