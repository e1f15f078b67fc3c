"""Claims and actors as triples: exactly those of docs/architecture.md, as sorted N-Triples lines. No RDF library.

``documents`` what one document says · ``entities`` who and what there is · ``derived`` tenures · ``terms`` escaping
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.rdf.derived import derived_graph
    from kg.rdf.documents import document_graph
    from kg.rdf.entities import by_subject, entity_graph, named_in
    from kg.rdf.terms import Triples, in_graph

__all__ = ["Triples", "by_subject", "derived_graph", "document_graph", "entity_graph", "in_graph", "named_in"]

_HOMES = {
    "derived_graph": "derived", "document_graph": "documents", "by_subject": "entities", "entity_graph": "entities",
    "named_in": "entities", "Triples": "terms", "in_graph": "terms",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """The part of that name, imported when it is first asked for: who needs a term of RDF needs no tenures."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
