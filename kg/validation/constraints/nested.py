"""Values that must be as another shape says, or some, or none of them (SHACL §4.6 and §4.7)."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from kg.validation.declared import Declared, NotCompiled, sh
from kg.validation.results import Check, Place, Result, Unfit, by_value, component
from kg.validation.shape import Shape
from kg.validation.triples import Reached, Triples, all_of

Other = Callable[[Declared], Shape]
"""From a node of the shapes graph to the shape it declares."""


def nested(shape: Declared, place: Place, other: Other) -> Iterator[Check]:
    """``sh:property``, ``sh:node``, ``sh:not``, ``sh:and``, ``sh:or``, ``sh:xone`` and ``sh:qualifiedValueShape``."""
    for each in shape.many("property"):
        yield _property(_of_path(other(each), wanted=True))
    for each in shape.many("node"):
        yield by_value(place, "Node", _of_path(other(each), wanted=False).failing)
    for each in shape.many("not"):
        yield by_value(place, "Not", _conforming(other(each)))
    for name, unfit in (("and", _not_all), ("or", _none), ("xone", _not_one)):
        for list_ in shape.many(name):
            shapes = [other(each) for each in list_.items()]
            if not shapes:
                raise NotCompiled(f"an empty list of sh:{name}")
            yield by_value(place, name.capitalize(), partial(unfit, shapes))
    if shape.many("qualifiedValueShape"):
        yield from _qualified(shape, place, other)


def _of_path(shape: Shape, *, wanted: bool) -> Shape:
    if (shape.path is not None) != wanted:
        raise NotCompiled(f"expected a {'property' if wanted else 'node'} shape, found {shape.place.node}")
    return shape


def _conforming(shape: Shape) -> Unfit:
    return lambda graph, values: set(values).difference(shape.failing(graph, values))


def _not_all(shapes: Sequence[Shape], graph: Triples, values: Collection[str]) -> Collection[str]:
    return {value for shape in shapes for value in shape.failing(graph, values)}


def _none(shapes: Sequence[Shape], graph: Triples, values: Collection[str]) -> Collection[str]:
    for shape in shapes:
        if values:
            values = shape.failing(graph, values)
    return values


def _not_one(shapes: Sequence[Shape], graph: Triples, values: Collection[str]) -> Collection[str]:
    failed = Counter(value for shape in shapes for value in shape.failing(graph, values))
    return {value for value in values if failed[value] != len(shapes) - 1}


def _property(shape: Shape) -> Check:
    def look(graph: Triples, _: str, values: Sequence[str], found: list[Result]) -> None:
        shape.check(graph, values, found)

    return Check(look, shape.failing, inner=shape)


def _qualified(shape: Declared, place: Place, other: Other) -> Iterator[Check]:
    least, most = (
        shape.one(name).number() if shape.many(name) else None for name in ("qualifiedMinCount", "qualifiedMaxCount")
    )
    if place.path is None or (least is None and most is None):
        raise NotCompiled("sh:qualifiedValueShape on a node shape, or without a count")
    disjoint = any(each.truth() for each in shape.many("qualifiedValueShapesDisjoint"))
    for wanted in shape.many("qualifiedValueShape"):
        siblings = [other(each) for each in _siblings(shape, wanted)] if disjoint else []
        yield _qualified_count(place, other(wanted), siblings, least, most)


def _siblings(shape: Declared, wanted: Declared) -> list[Declared]:
    """The other qualified value shapes of the shapes that have this one as a property (§4.7.3)."""
    parents = shape.graph.subjects(sh("property"), shape.node)
    found = {
        each
        for parent in parents
        for sibling in Declared(shape.graph, parent).many("property")
        for each in sibling.many("qualifiedValueShape")
        if each.node != wanted.node
    }
    return sorted(found, key=lambda each: each.node)


def _qualified_count(
    place: Place, wanted: Shape, siblings: Sequence[Shape], least: int | None, most: int | None
) -> Check:
    too_few, too_many = component("QualifiedMinCount"), component("QualifiedMaxCount")

    def fitting(graph: Triples, values: Collection[str]) -> set[str]:
        fit = set(values).difference(wanted.failing(graph, values))
        for sibling in siblings:
            fit.intersection_update(sibling.failing(graph, fit))
        return fit

    def look(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        number = len(fitting(graph, values))
        if most is not None and number > most:
            found.append(Result(place, focus, too_many))
        if least is not None and number < least:
            found.append(Result(place, focus, too_few))

    def together(graph: Triples, foci: Collection[str], reached: Reached) -> bool:
        one, several = reached
        if least and len(one) + len(several) < len(foci):
            return False
        fit = fitting(graph, all_of(reached))
        numbers = {value in fit for value in one} | {*map(len, map(fit.intersection, several))}
        return not numbers or (min(numbers) >= (least or 0) and (most is None or max(numbers) <= most))

    return Check(look, together=together, on_nothing=True)
