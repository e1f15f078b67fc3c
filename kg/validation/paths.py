"""Property paths (SHACL §2.3.1): from focus nodes to their values, each once; and as text for reports."""

from collections.abc import Callable, Collection, Sequence

from kg.validation.declared import Declared, NotCompiled
from kg.validation.terms import is_blank, is_iri
from kg.validation.triples import Triples

Path = Callable[[Triples, Collection[str]], Collection[str]]
"""From nodes to all that is reached from any of them, in order, each once."""
_CLOSURES = ("zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
_KINDS = ("inversePath", "alternativePath", *_CLOSURES)


def compiled_path(path: Declared, *, inverse: bool = False) -> Path:
    """The values at the end of a path; raises :class:`NotCompiled` for one that is not well-formed."""
    if is_iri(path.node):
        return _inverse(path.node) if inverse else _predicate(path.node)
    if path.is_list:
        steps = [compiled_path(step, inverse=inverse) for step in path.items()]
        if len(steps) < 2:
            raise NotCompiled("a sequence path of less than two")
        return _sequence(steps[::-1] if inverse else steps)
    kind = _kind(path)
    below = path.one(kind)
    if kind == "inversePath":
        return compiled_path(below, inverse=not inverse)
    if kind == "alternativePath":
        ways = [compiled_path(way, inverse=inverse) for way in below.items()]
        if len(ways) < 2:
            raise NotCompiled("an alternative path of less than two")
        return _alternative(ways)
    return _closure(compiled_path(below, inverse=inverse), kind)


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


def _predicate(predicate: str) -> Path:
    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        if len(nodes) == 1:
            return graph.objects(next(iter(nodes)), predicate)
        return dict.fromkeys(value for node in nodes for value in graph.objects(node, predicate))

    return values


def _inverse(predicate: str) -> Path:
    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        subjects = graph.inverse(predicate)
        if len(nodes) == 1:
            return subjects.get(next(iter(nodes)), ())
        return dict.fromkeys(value for node in nodes for value in subjects.get(node, ()))

    return values


def _sequence(steps: Sequence[Path]) -> Path:
    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        for step in steps:
            nodes = step(graph, nodes)
        return nodes

    return values


def _alternative(ways: Sequence[Path]) -> Path:
    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        return dict.fromkeys(value for way in ways for value in way(graph, nodes))

    return values


def _closure(step: Path, kind: str) -> Path:
    once, itself = kind == "zeroOrOnePath", kind != "oneOrMorePath"

    def values(graph: Triples, nodes: Collection[str]) -> Collection[str]:
        found = dict.fromkeys(nodes if itself else ())
        waiting = step(graph, nodes)
        while new := [node for node in waiting if node not in found]:
            found.update(dict.fromkeys(new))
            waiting = () if once else step(graph, new)
        return found

    return values
