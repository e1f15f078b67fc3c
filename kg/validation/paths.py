"""Property paths (SHACL §2.3.1): from focus nodes to their values, each once; and as text for reports."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from kg.validation.declared import Declared, NotCompiled
from kg.validation.terms import is_blank, is_iri
from kg.validation.triples import Reached, Triples, all_of

Step = Callable[[Triples, Collection[str]], Collection[str]]
"""From nodes to all that is reached from any of them, each once."""
_CLOSURES = ("zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
_KINDS = ("inversePath", "alternativePath", *_CLOSURES)


@dataclass(frozen=True, slots=True)
class Path:
    """A path: as reports write it, and to what it leads; the ``predicate`` that it is, or the one it goes ``back``."""

    text: str
    values: Step
    predicate: str | None = None
    back: str | None = None

    def reached(self, graph: Triples, foci: Collection[str], *, each: bool) -> Reached | None:
        """What is reached from focus nodes: of ``each`` by itself, or of all together; None from none of them."""
        if self.predicate is not None:
            return graph.reached(self.predicate, foci)
        if self.back is not None:
            return graph.reached_back(self.back, foci)
        if each:
            found = [values for focus in foci if (values := self.values(graph, (focus,)))]
            return ((), found) if found else None
        together = self.values(graph, foci)
        return (together, ()) if together else None


def compiled_path(path: Declared) -> Path:
    """A path of a shape; raises :class:`NotCompiled` for one that is not well-formed."""
    text, values = path_text(path), _step(path)
    if is_iri(path.node):
        return Path(text, values, path.node)
    below = () if path.is_list or _kind(path) != "inversePath" else path.many("inversePath")
    if below and is_iri(below[0].node):
        return Path(text, values, back=below[0].node)
    return Path(text, values)


def _step(path: Declared, *, inverse: bool = False) -> Step:
    if is_iri(path.node):
        return _predicate(path.node, back=inverse)
    if path.is_list:
        steps = [_step(step, inverse=inverse) for step in path.items()]
        if len(steps) < 2:
            raise NotCompiled("a sequence path of less than two")
        return _sequence(steps[::-1] if inverse else steps)
    kind = _kind(path)
    below = path.one(kind)
    if kind == "inversePath":
        return _step(below, inverse=not inverse)
    if kind == "alternativePath":
        ways = [_step(way, inverse=inverse) for way in below.items()]
        if len(ways) < 2:
            raise NotCompiled("an alternative path of less than two")
        return _alternative(ways)
    return _closure(_step(below, inverse=inverse), kind)


def path_text(path: Declared) -> str:
    """A path as Turtle: an IRI plainly, a sequence in ``( )``, any other in ``[ ]``."""
    if not is_blank(path.node):
        return path.node[1:-1]
    return _text(path)


def _text(path: Declared) -> str:
    if not is_blank(path.node):
        return path.node
    if path.is_list:
        return "( " + " ".join(_text(step) for step in path.items()) + " )"
    for predicate, below in path.stated():
        return f"[ {predicate} {_text(below)} ]"
    return "[ ]"


def _kind(path: Declared) -> str:
    kinds = [kind for kind in _KINDS if path.many(kind)]
    if len(kinds) != 1 or not is_blank(path.node):
        raise NotCompiled(f"a path of {len(kinds)} kinds")
    return kinds[0]


def _predicate(predicate: str, *, back: bool) -> Step:
    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        if len(nodes) == 1:
            (node,) = nodes
            return graph.subjects(predicate, node) if back else graph.objects(node, predicate)
        reached = graph.reached_back(predicate, nodes) if back else graph.reached(predicate, nodes)
        return all_of(reached) if reached else ()

    return values


def _sequence(steps: Sequence[Step]) -> Step:
    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        for step in steps:
            nodes = step(graph, nodes)
        return nodes

    return values


def _alternative(ways: Sequence[Step]) -> Step:
    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        return dict.fromkeys(value for way in ways for value in way(graph, nodes))

    return values


def _closure(step: Step, kind: str) -> Step:
    once, itself = kind == "zeroOrOnePath", kind != "oneOrMorePath"

    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        found = dict.fromkeys(nodes if itself else ())
        waiting = step(graph, nodes)
        while new := [node for node in waiting if node not in found]:
            found.update(dict.fromkeys(new))
            waiting = () if once else step(graph, new)
        return found

    return values
