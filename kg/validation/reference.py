"""pySHACL, the judge: the only module that knows it. It decides what the compiler does not know, and whenever asked.

It is given the same terms as the compiler, so that what is compared is the validation and not two parsers.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from kg.errors import ShapesError
from kg.validation.declared import Declared, NotCompiled
from kg.validation.literals import literal
from kg.validation.paths import path_text
from kg.validation.places import general_message, message
from kg.validation.quiet import quiet_libraries
from kg.validation.results import Place, Result
from kg.validation.shapes import Shapes
from kg.validation.terms import canonical, is_blank, is_literal, quoted
from kg.validation.triples import Triples
from kg.vocabulary import SH

if TYPE_CHECKING:
    from pyshacl import ShapesGraph
    from rdflib import Graph
    from rdflib.term import Node

_ADVANCED = frozenset(f"<{SH.iri}{name}>" for name in ("target", "rule", "expression", "returnType"))


def reference_results(shapes: Shapes, data: Triples) -> tuple[list[Result], int]:
    """What does not hold of a graph, by pySHACL; and of how many nodes it was asked. Raises ``ShapesError``."""
    with quiet_libraries():
        try:
            prepared = _prepared(shapes)
            graph = _graph(data)
            advanced = not _ADVANCED.isdisjoint(shapes.triples.predicates())
            for shape in prepared.shapes:
                shape.set_advanced(advanced)  # pySHACL does so too, but only once it runs
            focus_nodes = {node for shape in prepared.shapes for node in shape.focus_nodes(graph)}
            report = _report(prepared, graph, advanced=advanced)
        except Exception as error:  # noqa: BLE001 - pySHACL has kinds of its own, and raises Python's too
            raise ShapesError(f"expected SHACL Core shapes, found: {_first_line(error)}") from None
        results = [_result(report, node, shapes.triples) for node in report.objects(None, _uri("result"))]
        return results, len(focus_nodes)


@lru_cache(8)
def _prepared(shapes: Shapes) -> "ShapesGraph":
    """The shapes as pySHACL understands them: understanding them costs more than one document."""
    from pyshacl import ShapesGraph

    prepared = ShapesGraph(_graph(shapes.triples))
    _ = prepared.shapes  # understands them now, so that a wrong shape fails here
    return prepared


def _graph(triples: Triples) -> "Graph":
    from rdflib import Graph

    graph = Graph()
    for subject, predicate, term in triples:
        graph.add((_node(subject), _node(predicate), _node(term)))
    return graph


def _node(term: str) -> "Node":
    from rdflib import BNode, URIRef

    if is_literal(term):
        return literal(term)
    return BNode(term[2:]) if is_blank(term) else URIRef(term[1:-1])


def _report(shapes: "ShapesGraph", graph: "Graph", *, advanced: bool) -> "Graph":
    from pyshacl import Validator
    from pyshacl.graph_abstraction import DataGraph
    from rdflib import Graph

    validator = Validator(DataGraph.from_rdflib(graph), shacl_graph=Graph(), options={"advanced": advanced})
    validator.shacl_graph = shapes  # in place of the empty one
    _, report, _ = cast("tuple[bool, Graph, str]", validator.run())  # type: ignore[no-untyped-call]
    return report


def _result(report: "Graph", result: "Node", shapes: Triples) -> Result:
    def stated(name: str) -> str | None:
        return _term(next(report.objects(result, _uri(name)), None))

    shape = Declared(shapes, stated("sourceShape") or "_:")
    component, path = stated("sourceConstraintComponent") or "", stated("resultPath")
    said = " ".join(sorted(str(each) for each in report.objects(result, _uri("resultMessage"))))
    place = Place(
        shape.node,
        _path(shape),
        stated("resultSeverity") or "",
        message(shape) or general_message(component) or said,
    )
    named = path[1:-1] if path and not is_blank(path) else None
    return Result(place, stated("focusNode") or "", component[1:-1], stated("value"), named)


def _path(shape: Declared) -> str | None:
    try:
        return path_text(shape.one("path"))
    except NotCompiled:
        return None


def _term(node: "Node | None") -> str | None:
    from rdflib import BNode, Literal

    if node is None:
        return None
    if isinstance(node, Literal):
        tail = f"@{node.language}" if node.language else f"^^<{node.datatype}>" if node.datatype else ""
        return canonical(quoted(str(node)) + tail)
    return f"_:{node}" if isinstance(node, BNode) else f"<{node}>"


def _uri(name: str) -> Any:
    from rdflib import URIRef

    return URIRef(SH.iri + name)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
