"""What kind of thing a value is (SHACL §4.1): of which class, of which datatype, of which kind of node."""

from collections.abc import Iterator, Sequence

from kg.validation.declared import Declared, NotCompiled, sh
from kg.validation.literals import well_formed
from kg.validation.results import Check, Holds, Place, Result, component, each_value
from kg.validation.terms import is_iri
from kg.validation.triples import Triples
from kg.vocabulary import RDFS, XSD

_NODE_KINDS = {
    "IRI": "<", "BlankNode": "_", "Literal": '"',
    "BlankNodeOrIRI": "_<", "BlankNodeOrLiteral": '_"', "IRIOrLiteral": '<"',
}  # fmt: skip
_BY_FIRST = {sh(name): first for name, first in _NODE_KINDS.items()}


def kinds(shape: Declared, place: Place) -> Iterator[Check]:
    """``sh:class``, ``sh:datatype`` and ``sh:nodeKind``."""
    for class_ in shape.many("class"):
        yield _of_class(place, class_.node)
    if shape.many("datatype"):
        yield each_value(place, "Datatype", _of_datatype(shape.one("datatype").node))
    if shape.many("nodeKind"):
        kind = shape.one("nodeKind").node
        if kind not in _BY_FIRST:
            raise NotCompiled(f"the node kind {kind}")
        yield each_value(place, "NodeKind", _of_kind(_BY_FIRST[kind]))


def _of_class(place: Place, class_: str) -> Check:
    iri = component("Class")

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        if values:
            members = graph.members(class_)
            found.extend([Result(place, focus, iri, value) for value in values if value not in members])

    return Check(check, of=class_)


def _of_datatype(datatype: str) -> Holds:
    if not is_iri(datatype) or datatype.startswith(f"<{RDFS.iri}"):  # pySHACL takes rdfs:Literal for any literal
        raise NotCompiled(f"the datatype {datatype}")
    if datatype == f"<{XSD.string}>":
        return lambda value: value[0] == '"' == value[-1]
    iri = datatype[1:-1]
    return lambda value: well_formed(value, iri)


def _of_kind(firsts: str) -> Holds:
    return lambda value: value[0] in firsts
