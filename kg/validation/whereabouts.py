"""Which document a result is about, and which words of it: what somebody needs who is to put it right."""

from kg.validation.terms import is_literal, parts
from kg.validation.triples import Triples
from kg.vocabulary import CT, CV, DCTERMS, OA, RDFS

_DOCUMENT, _PASSAGE = f"<{CT.Document}>", f"<{CT.Passage}>"
_SUPPORTED_BY, _SOURCE = f"<{CT.supportedBy}>", f"<{OA.hasSource}>"
_SELECTOR, _EXACT = f"<{OA.hasSelector}>", f"<{OA.exact}>"
_CALLED = (f"<{RDFS.label}>", f"<{DCTERMS.title}>")
_NAMING = tuple(
    f"<{each}>"
    for each in (
        CT.names, CT.reports, CV.hasParticipant, CT.meeting, CT.person, CT.post, CT.organisation, CT.inCapacityOf,
        CT.onBehalfOf, CT.subject, CT.object,
    )
)  # fmt: skip


def whereabouts(graph: Triples, node: str) -> tuple[str | None, str | None]:
    """The document (its IRI) that speaks of a node, and the words in which it does; None where there are none."""
    for passage in _passages(graph, node):
        words = _words(graph, passage)
        for document in graph.objects(passage, _SOURCE):
            return document[1:-1], words
        if words:
            return _only_document(graph), words
    return (node[1:-1] if node in graph.members(_DOCUMENT) else _only_document(graph)), None


def called(graph: Triples, node: str) -> str | None:
    """What the graph calls a node: its label, or its title; None where it has none."""
    names = (name for predicate in _CALLED for name in sorted(graph.objects(node, predicate)) if is_literal(name))
    return next((parts(name)[0] for name in names), None)


def _passages(graph: Triples, node: str) -> list[str]:
    """The passages behind a node: itself, those it selects in, those that support it, or a claim that names it."""
    if node in graph.members(_PASSAGE):
        return [node]
    if found := [*graph.subjects(_SELECTOR, node), *graph.objects(node, _SUPPORTED_BY)]:
        return sorted(found)
    claims = (claim for predicate in _NAMING for claim in sorted(graph.subjects(predicate, node)))
    return [passage for claim in claims for passage in sorted(graph.objects(claim, _SUPPORTED_BY))][:1]


def _words(graph: Triples, passage: str) -> str | None:
    for selector in sorted(graph.objects(passage, _SELECTOR)):
        for exact in graph.objects(selector, _EXACT):
            return parts(exact)[0] if is_literal(exact) else None
    return None


def _only_document(graph: Triples) -> str | None:
    documents = graph.members(_DOCUMENT)
    return next(iter(documents))[1:-1] if len(documents) == 1 else None
