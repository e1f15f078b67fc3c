"""The shapes, run over one graph held in memory: compiled, or by pySHACL where the compiler does not know them all.

The shapes hold without inference, so the data graph is the triples handed in and nothing else.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg import resources
from kg.errors import ShapesError
from kg.validation.closure import undeclared
from kg.validation.evidence import untrue
from kg.validation.places import general_message
from kg.validation.report import Report, Severity, Violation
from kg.validation.results import Result
from kg.validation.shapes import Shapes, shapes_of
from kg.validation.terms import is_blank, plainly
from kg.validation.triples import Triples, read
from kg.validation.whereabouts import called, whereabouts
from kg.vocabulary import SH

_SEVERITIES = {f"<{SH.iri}{each.name.capitalize()}>": each for each in Severity}


def validate(
    ntriples: str, *, shapes: Path | None = None, reference: bool = False, texts: Mapping[str, str] | None = None
) -> Report:
    """Run the shapes over a graph given as N-Triples text.

    ``shapes`` is a Turtle file or a folder of them (default: ``ontology/shapes``); with ``reference`` pySHACL decides
    and not our own compiler. Beside our own shapes the vocabulary is closed (:mod:`kg.validation.closure`), and what is
    quoted must stand in ``texts``, those of the documents by IRI (:mod:`kg.validation.evidence`).

    Raises :class:`kg.errors.ShapesError` if the shapes cannot be read, if the text is not N-Triples, or if our own
    shapes find nothing to look at: an empty check must not pass for a check.
    """
    understood = _own_shapes() if shapes is None else shapes_of(shapes)
    graph = read(ntriples)
    if reference or understood.compiled is None:
        from kg.validation.reference import reference_results

        results, focus_nodes = reference_results(understood, graph)
    else:
        results, focus_nodes = understood.compiled.results(graph)
    if shapes is None:
        results = [*results, *undeclared(graph), *untrue(graph, texts or {})]
    if not focus_nodes and shapes is None:
        raise ShapesError(
            "expected documents, meetings, officials … to validate, found none here; "
            "check that this is a graph of ct-kg, or name your own shapes with --shapes"
        )
    return Report.of((_violation(result, graph) for result in results), focus_nodes)


@cache
def _own_shapes() -> Shapes:
    return shapes_of(resources.ontology() / "shapes")


def _violation(result: Result, graph: Triples) -> Violation:
    place = result.place
    document, words = whereabouts(graph, result.focus)
    return Violation(
        focus_node=plainly(result.focus),
        path=result.path or place.path,
        component=result.component,
        value=None if result.value is None else plainly(result.value),
        severity=_SEVERITIES.get(place.severity, Severity.VIOLATION),
        message=place.message or general_message(result.component),
        shape=None if is_blank(place.node) else plainly(place.node),
        own_severity=None if place.severity in _SEVERITIES else plainly(place.severity),
        document=document,
        words=words,
        name=called(graph, result.focus),
        title=called(graph, f"<{document}>") if document else None,
    )
