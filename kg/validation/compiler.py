"""A shapes graph becomes functions over the triples of one graph, once; whatever it does not know it refuses.

SHACL Core, without inference. What is not Core, not well-formed or recursive raises :class:`NotCompiled`, and pySHACL
(:mod:`kg.validation.reference`) decides instead: an unknown constraint never passes for one that holds.
"""

from dataclasses import dataclass

from kg.validation.constraints import constraints
from kg.validation.declared import Declared, NotCompiled, sh
from kg.validation.paths import compiled_path
from kg.validation.places import place
from kg.validation.results import Result
from kg.validation.shape import Shape
from kg.validation.targets import NAMES, has_target, targets
from kg.validation.triples import SUB_CLASS_OF, TYPE, Triples
from kg.vocabulary import SH

_NODE_SHAPE, _PROPERTY_SHAPE = sh("NodeShape"), sh("PropertyShape")
_CONSTRAINTS = """
    minCount maxCount class datatype nodeKind minExclusive minInclusive maxExclusive maxInclusive minLength maxLength
    pattern flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals in hasValue closed ignoredProperties
    property node not and or xone qualifiedValueShape qualifiedMinCount qualifiedMaxCount qualifiedValueShapesDisjoint
""".split()
_PATHS = "path inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath".split()
_SAID = "message severity deactivated name description order group defaultValue".split()
_ELSEWHERE = """
    declare prefix namespace prefixes shapesGraph suggestedShapesGraph
    conforms result focusNode resultPath resultSeverity resultMessage sourceShape sourceConstraint
    sourceConstraintComponent value detail
""".split()
_KNOWN = frozenset(sh(name) for name in (*_CONSTRAINTS, *_PATHS, *_SAID, *_ELSEWHERE, *NAMES))
_DEEPEST = 12  # pySHACL gives up beyond 15 shapes inside each other, and says so


@dataclass(frozen=True, slots=True)
class Compiled:
    """All shapes of a shapes graph that have targets."""

    shapes: tuple[Shape, ...]

    def results(self, graph: Triples) -> tuple[list[Result], int]:
        """What does not hold of a graph; and of how many nodes it was asked."""
        found: list[Result] = []
        asked: set[str] = set()
        for shape in self.shapes:
            if foci := shape.focus_nodes(graph):
                asked.update(foci)
                shape.check(graph, foci, found)
        return found, len(asked)


def compiled(shapes: Triples) -> Compiled:
    """The shapes of a graph as functions; raises :class:`NotCompiled` where there is anything it does not know."""
    _only_known(shapes)
    compiler = _Compiler()
    nodes = _typed(shapes) | {subject for name in (*_CONSTRAINTS, *NAMES) for subject in _subjects(shapes, sh(name))}
    declared = [Declared(shapes, node) for node in sorted(nodes)]
    return Compiled(tuple(compiler.shape(each) for each in declared if has_target(each)))


def _only_known(shapes: Triples) -> None:
    ours = {predicate for predicate in shapes.predicates() if predicate.startswith(f"<{SH.iri}")}
    if unknown := sorted(ours - _KNOWN):
        raise NotCompiled(f"the terms {unknown}")
    for class_ in ("Shape", "NodeShape", "PropertyShape", "ConstraintComponent"):
        if shapes.subjects(SUB_CLASS_OF, sh(class_)):
            raise NotCompiled(f"a subclass of sh:{class_}")
    if shapes.subjects(TYPE, sh("ConstraintComponent")):
        raise NotCompiled("a constraint component of its own")


def _typed(shapes: Triples) -> set[str]:
    """The nodes that say they are shapes; raises where one says so of what cannot be one."""
    nodes, properties = set(shapes.subjects(TYPE, _NODE_SHAPE)), set(shapes.subjects(TYPE, _PROPERTY_SHAPE))
    paths = {node: len(shapes.objects(node, sh("path"))) for node in nodes | properties}
    if nodes & properties or any(paths[node] for node in nodes) or any(paths[node] != 1 for node in properties):
        raise NotCompiled("a node shape with a path, or a property shape without one")
    return nodes | properties


def _subjects(shapes: Triples, predicate: str) -> set[str]:
    return {subject for subjects in shapes.inverse(predicate).values() for subject in subjects}


class _Compiler:
    """Compiles each shape once."""

    def __init__(self) -> None:
        self._done: dict[str, Shape] = {}
        self._under_way: list[str] = []

    def shape(self, declared: Declared) -> Shape:
        """The shape that a node declares."""
        if declared.node in self._under_way or len(self._under_way) > _DEEPEST:
            raise NotCompiled(f"a shape inside itself, or too deep: {declared.node}")
        if declared.node not in self._done:
            self._under_way.append(declared.node)
            self._done[declared.node] = self._compiled(declared)
            self._under_way.pop()
        return self._done[declared.node]

    def _compiled(self, declared: Declared) -> Shape:
        if declared.node[0] == '"':
            raise NotCompiled("a literal as a shape")
        path = compiled_path(declared.one("path")) if declared.many("path") else None
        where = place(declared, None if path is None else path.text)
        asleep = declared.many("deactivated") and declared.one("deactivated").truth()
        checks = () if asleep else tuple(constraints(declared, where, self.shape))
        return Shape(where, path, checks, targets(declared))
