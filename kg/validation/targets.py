"""Which nodes of a graph a shape is about (SHACL §2.1.3)."""

from collections.abc import Callable, Collection, Iterator

from kg.validation.declared import Declared, NotCompiled, sh
from kg.validation.terms import is_iri
from kg.validation.triples import SUB_CLASS_OF, TYPE, Triples
from kg.vocabulary import OWL, RDFS

Target = Callable[[Triples], Collection[str]]
NAMES = ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf")

_CLASS = f"<{RDFS.iri}Class>"


def targets(shape: Declared) -> tuple[Target, ...]:
    """All targets of a shape, its own class among them where it is one."""
    return tuple(_targets(shape))


def _targets(shape: Declared) -> Iterator[Target]:
    for class_ in shape.many("targetClass"):
        yield _members(_named(class_))
    if _is_class(shape):
        yield _members(shape.node)
    for node in shape.many("targetNode"):
        yield _itself(node.node)
    for predicate in shape.many("targetObjectsOf"):
        yield _objects(_named(predicate))
    for predicate in shape.many("targetSubjectsOf"):
        yield _subjects(_named(predicate))


def _named(term: Declared) -> str:
    if not is_iri(term.node):
        raise NotCompiled(f"the target {term.node}")
    return term.node


def _is_class(shape: Declared) -> bool:
    classes = {_CLASS, f"<{OWL.iri}Class>", *shape.graph.subjects(SUB_CLASS_OF, _CLASS)}
    return is_iri(shape.node) and not classes.isdisjoint(shape.graph.objects(shape.node, TYPE))


def _members(class_: str) -> Target:
    return lambda graph: graph.members(class_)


def _itself(node: str) -> Target:
    return lambda _: (node,)


def _objects(predicate: str) -> Target:
    return lambda graph: graph.inverse(predicate)


def _subjects(predicate: str) -> Target:
    return lambda graph: dict.fromkeys(
        subject for subjects in graph.inverse(predicate).values() for subject in subjects
    )


def has_target(shape: Declared) -> bool:
    """Whether a shape has any target."""
    return any(shape.graph.objects(shape.node, sh(name)) for name in NAMES) or _is_class(shape)
