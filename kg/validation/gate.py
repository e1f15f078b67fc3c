"""The shapes, run over one graph held in memory. The only module that knows pySHACL.

The shapes are SHACL Core and hold without inference, so the data graph is the triples handed in and nothing else.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kg import resources
from kg.errors import ShapesError
from kg.validation.quiet import quiet_libraries
from kg.validation.report import Report, Severity, Violation
from kg.validation.terms import literal_text

if TYPE_CHECKING:
    from pyshacl import ShapesGraph
    from rdflib import Graph
    from rdflib.term import Node

_SH = "http://www.w3.org/ns/shacl#"


def validate(ntriples: str, *, shapes: Path | None = None) -> Report:
    """Run the shapes over a graph given as N-Triples text.

    ``shapes`` is a Turtle file or a folder of them (default: ``ontology/shapes``). Raises
    :class:`kg.errors.ShapesError` if the shapes cannot be read, if the text is not N-Triples, or if our own shapes
    find nothing to look at: an empty check must not pass for a check.
    """
    with quiet_libraries():
        prepared = _shapes(shapes or resources.ontology() / "shapes")
        graph = _graph(ntriples)
        focus_nodes = _focus_nodes(prepared, graph)
        if not focus_nodes and shapes is None:
            raise ShapesError(
                f"expected documents, meetings, officials … to validate, found none in {len(graph)} triples; "
                "check that this is a graph of ct-kg, or name your own shapes with --shapes"
            )
        return Report.of(_results(prepared, graph), focus_nodes)


@cache
def _shapes(path: Path) -> "ShapesGraph":
    """The shapes of a file or a folder, parsed and understood once per process."""
    from pyshacl import ShapesGraph
    from rdflib import Graph

    files = sorted(path.glob("*.ttl")) if path.is_dir() else [path]
    if not files:
        raise ShapesError(f"expected shapes (*.ttl) in {path}, found none; name the folder or the file that has them")
    graph = Graph()
    for file in files:
        try:
            graph.parse(file, format="turtle")
        except FileNotFoundError:
            raise ShapesError(f"expected a file or a folder of shapes, found nothing at {path}") from None
        except Exception as error:  # noqa: BLE001 - rdflib raises many kinds, among them bare ones
            raise ShapesError(f"expected Turtle, found an error in {file.name}: {_first_line(error)}") from None
    try:
        prepared = ShapesGraph(graph)
        _ = prepared.shapes  # understands them now, so that a wrong shape fails here
    except Exception as error:  # noqa: BLE001 - so does pySHACL
        raise ShapesError(f"expected SHACL Core shapes in {path}, found: {_first_line(error)}") from None
    return prepared


class _KeptLabels(dict[str, Any]):
    """Blank nodes keep the label they have in the text, so that two runs report the same."""

    def get(self, label: str, default: Any = None) -> Any:
        from rdflib import BNode

        return default if default is not None else BNode(label)


def _graph(ntriples: str) -> "Graph":
    from rdflib import Graph
    from rdflib.exceptions import ParserError
    from rdflib.plugins.parsers.ntriples import NTGraphSink, W3CNTriplesParser

    graph = Graph()
    try:
        W3CNTriplesParser(NTGraphSink(graph), bnode_context=_KeptLabels()).parsestring(ntriples)
    except ParserError as error:
        raise ShapesError(f"expected N-Triples, found: {_first_line(error)}") from None
    return graph


def _focus_nodes(shapes: "ShapesGraph", graph: "Graph") -> int:
    return len({node for shape in shapes.shapes for node in shape.focus_nodes(graph)})


def _results(shapes: "ShapesGraph", graph: "Graph") -> set[Violation]:
    try:
        report = _run(shapes, graph)
    except Exception as error:  # noqa: BLE001 - pySHACL has kinds of its own, and raises Python's too
        raise ShapesError(f"expected the shapes to run, found: {_first_line(error)}") from None
    results = report.objects(None, _uri("result"))
    return {_violation(report, result, shapes.graph) for result in results}


def _run(shapes: "ShapesGraph", graph: "Graph") -> "Graph":
    from pyshacl import Validator
    from pyshacl.graph_abstraction import DataGraph
    from rdflib import Graph

    validator = Validator(DataGraph.from_rdflib(graph), shacl_graph=Graph())
    validator.shacl_graph = shapes  # in place of the empty one: understanding the shapes costs more than one document
    _, report, _ = cast("tuple[bool, Graph, str]", validator.run())  # type: ignore[no-untyped-call]
    return report


def _violation(report: "Graph", result: "Node", shapes: "Graph") -> Violation:
    def stated(name: str) -> "Node | None":
        return next(report.objects(result, _uri(name)), None)

    path, value, shape = stated("resultPath"), stated("value"), stated("sourceShape")
    severity = str(stated("resultSeverity")).removeprefix(_SH).lower()
    messages = sorted(str(message) for message in report.objects(result, _uri("resultMessage")))
    return Violation(
        focus_node=_text(stated("focusNode")) or "",
        path=_path(path, shapes, report),
        component=_text(stated("sourceConstraintComponent")) or "",
        value=_text(value),
        severity=Severity(severity) if severity in list(Severity) else Severity.VIOLATION,
        message=" ".join(messages),
        shape=None if _is_blank(shape) else _text(shape),
    )


def _path(path: "Node | None", *graphs: "Graph") -> str | None:
    """A property path as Turtle: an IRI plainly, a sequence in ``( )``, any other in ``[ ]`` (SHACL §2.3.1)."""
    from rdflib import RDF
    from rdflib.collection import Collection

    if path is None or not _is_blank(path):
        return _text(path)
    for graph in graphs:
        if (path, RDF.first, None) in graph:
            return "( " + " ".join(_step(step, *graphs) for step in Collection(graph, path)) + " )"
        for predicate, step in graph.predicate_objects(path):
            return f"[ <{predicate}> {_step(step, *graphs)} ]"
    return None


def _step(path: "Node", *graphs: "Graph") -> str:
    text = _path(path, *graphs) or ""
    return text if text.startswith(("(", "[")) else f"<{text}>"


def _text(term: "Node | None") -> str | None:
    from rdflib import Literal

    if term is None:
        return None
    if isinstance(term, Literal):
        return literal_text(term)
    return f"_:{term}" if _is_blank(term) else str(term)


def _is_blank(term: "Node | None") -> bool:
    from rdflib import BNode

    return isinstance(term, BNode)


def _uri(name: str) -> Any:
    from rdflib import URIRef

    return URIRef(_SH + name)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
