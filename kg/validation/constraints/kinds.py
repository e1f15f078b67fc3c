"""What kind of thing a value is (SHACL §4.1): of which class, of which datatype, of which kind of node."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from kg.validation.declared import Declared, NotCompiled, sh
from kg.validation.literals import well_formed
from kg.validation.results import Check, Place, by_value, each_value
from kg.validation.terms import is_iri
from kg.validation.triples import Reached, Triples
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
    def unfit(graph: Triples, values: Collection[str]) -> Collection[str]:
        return set(values) - graph.members(class_) if values else ()

    def together(graph: Triples, _: Collection[str], reached: Reached) -> bool:
        one, several = reached
        member = graph.members(class_).issuperset
        return member(one) and (not several or all(map(member, several)))

    return replace(by_value(place, "Class", unfit), together=together)


def _of_datatype(datatype: str) -> Callable[[str], bool]:
    if not is_iri(datatype) or datatype.startswith(f"<{RDFS.iri}"):  # pySHACL takes rdfs:Literal for any literal
        raise NotCompiled(f"the datatype {datatype}")
    if datatype == f"<{XSD.string}>":
        return lambda value: value[0] == '"' == value[-1]
    iri = datatype[1:-1]
    return lambda value: well_formed(value, iri)


def _of_kind(firsts: str) -> Callable[[str], bool]:
    return lambda value: value[0] in firsts
