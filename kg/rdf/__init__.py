"""Claims and actors as triples: exactly those of docs/architecture.md, as sorted N-Triples lines. No RDF library.

``documents`` what one document says · ``entities`` who and what there is · ``derived`` tenures · ``terms`` escaping
"""

from typing import TYPE_CHECKING

from kg.lazily import lazily

if TYPE_CHECKING:
    from kg.rdf.derived import derived_graph
    from kg.rdf.documents import document_graph
    from kg.rdf.entities import by_subject, entity_graph, named_in
    from kg.rdf.terms import Triples, in_graph

__all__ = ["Triples", "by_subject", "derived_graph", "document_graph", "entity_graph", "in_graph", "named_in"]

__getattr__ = lazily(
    __name__,
    {
        "derived": "derived_graph",
        "documents": "document_graph",
        "entities": "by_subject entity_graph named_in",
        "terms": "Triples in_graph",
    },
)
