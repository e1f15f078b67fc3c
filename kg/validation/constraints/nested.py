"""Values that must be as another shape says, or some, or none of them (SHACL §4.6 and §4.7)."""

from collections.abc import Callable, Iterator, Sequence

from kg.validation.declared import Declared, NotCompiled, sh
from kg.validation.results import Check, Place, Result, component
from kg.validation.shape import Shape
from kg.validation.triples import Triples

Other = Callable[[Declared], Shape]
"""From a node of the shapes graph to the shape it declares."""


def nested(shape: Declared, place: Place, other: Other) -> Iterator[Check]:
    """``sh:property``, ``sh:node``, ``sh:not``, ``sh:and``, ``sh:or``, ``sh:xone`` and ``sh:qualifiedValueShape``."""
    for each in shape.many("property"):
        yield _property(_of_path(other(each), wanted=True))
    for each in shape.many("node"):
        yield _counted(place, "Node", [_of_path(other(each), wanted=False)], all)
    for each in shape.many("not"):
        yield _counted(place, "Not", [other(each)], _none)
    for name, wanted in (("and", all), ("or", any), ("xone", _one)):
        for list_ in shape.many(name):
            shapes = [other(each) for each in list_.items()]
            if not shapes:
                raise NotCompiled(f"an empty list of sh:{name}")
            yield _counted(place, name.capitalize(), shapes, wanted)
    if shape.many("qualifiedValueShape"):
        yield from _qualified(shape, place, other)


def _of_path(shape: Shape, *, wanted: bool) -> Shape:
    if (shape.place.path is not None) != wanted:
        raise NotCompiled(f"expected a {'property' if wanted else 'node'} shape, found {shape.place.node}")
    return shape


def _none(held: Iterator[bool]) -> bool:
    return not any(held)


def _one(held: Iterator[bool]) -> bool:
    return sum(held) == 1


def _property(shape: Shape) -> Check:
    def check(graph: Triples, _: str, values: Sequence[str], found: list[Result]) -> None:
        for value in values:
            shape.check(graph, value, found)

    return Check(check, inner=shape)


def _counted(place: Place, name: str, shapes: Sequence[Shape], wanted: Callable[[Iterator[bool]], bool]) -> Check:
    iri = component(name)

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        failing = [value for value in values if not wanted(shape.conforms(graph, value) for shape in shapes)]
        found.extend([Result(place, focus, iri, value) for value in failing])

    return Check(check)


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

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        number = sum(
            wanted.conforms(graph, value) and not any(sibling.conforms(graph, value) for sibling in siblings)
            for value in values
        )
        if most is not None and number > most:
            found.append(Result(place, focus, too_many))
        if least is not None and number < least:
            found.append(Result(place, focus, too_few))

    return Check(check, on_nothing=True)
