"""How the values stand to those of another property (SHACL §4.5)."""

from collections.abc import Collection, Iterator, Sequence

from kg.validation.declared import Declared, NotCompiled
from kg.validation.literals import is_less, is_not_more
from kg.validation.results import Check, Place, Result, component
from kg.validation.terms import is_iri
from kg.validation.triples import Reached, Triples


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
            yield _less(place, shape.one("path"), _property(other), or_equal=or_equal)


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


def _less(place: Place, path: Declared, other: str, *, or_equal: bool) -> Check:
    iri = component("LessThanOrEquals" if or_equal else "LessThan")
    less = is_not_more if or_equal else is_less

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        others = graph.objects(focus, other)
        found.extend(Result(place, focus, iri, value) for value in values for than in others if not less(value, than))

    def together(graph: Triples, foci: Collection[str], _: Reached) -> bool:
        for focus in foci if other in graph.predicates() else ():
            others = graph.objects(focus, other)
            for value in graph.objects(focus, path.node):
                for than in others:
                    if not less(value, than):
                        return False
        return True

    return Check(check, together=together if is_iri(path.node) else None)
