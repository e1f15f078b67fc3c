"""Claims and actors as triples: exactly those of docs/architecture.md, as sorted N-Triples lines. No RDF library.

``documents`` what one document says · ``entities`` who and what there is · ``derived`` tenures · ``terms`` escaping
"""

from typing import TYPE_CHECKING

from kg.lazily import lazily

if TYPE_CHECKING:
    from kg.rdf.derived import Attested, attested, derived_graph
    from kg.rdf.documents import document_graph
    from kg.rdf.entities import Entities, all_about, entity_graph, pointed_to
    from kg.rdf.terms import Triples, in_graph

__all__ = [
    "Attested", "Entities", "Triples", "all_about", "attested", "derived_graph", "document_graph", "entity_graph",
    "in_graph", "pointed_to",
]  # fmt: skip

__getattr__ = lazily(
    __name__,
    {
        "derived": "Attested attested derived_graph",
        "documents": "document_graph",
        "entities": "Entities all_about entity_graph pointed_to",
        "terms": "Triples in_graph",
    },
)
