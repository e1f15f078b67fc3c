"""What a shapes graph declares of one node: a shape, a path, a list. The only way the compiler looks at it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.validation.terms import is_literal, parts
from kg.validation.triples import Triples
from kg.vocabulary import RDF, SH, XSD

FIRST, REST, NIL = (f"<{RDF.iri}{name}>" for name in ("first", "rest", "nil"))
TRUE = f'"true"^^<{XSD.iri}boolean>'


class NotCompiled(Exception):
    """Something in the shapes that the compiler does not know, or not well-formed: pySHACL decides."""


def sh(name: str) -> str:
    """A term of SHACL."""
    return f"<{SH.iri}{name}>"


@dataclass(frozen=True, slots=True)
class Declared:
    """A node of the shapes graph."""

    graph: Triples
    node: str

    def many(self, name: str) -> "tuple[Declared, ...]":
        """The values of a parameter (a local name of SHACL), sorted."""
        return tuple(Declared(self.graph, each) for each in sorted(self.graph.objects(self.node, sh(name))))

    def one(self, name: str) -> "Declared":
        """The only value of a parameter."""
        found = self.many(name)
        if len(found) != 1:
            raise NotCompiled(f"{len(found)} values of sh:{name}")
        return found[0]

    def stated(self) -> "Iterator[tuple[str, Declared]]":
        """All that is stated of the node: predicates and values, sorted."""
        for predicate, terms in sorted(self.graph.about(self.node).items()):
            for term in sorted(terms):
                yield predicate, Declared(self.graph, term)

    @property
    def is_list(self) -> bool:
        """Whether the node begins a list that is not empty."""
        return bool(self.graph.objects(self.node, FIRST))

    def items(self) -> "tuple[Declared, ...]":
        """The members of the list that the node begins."""
        found, node, seen = [], self.node, set()
        while node != NIL:
            first, rest = self.graph.objects(node, FIRST), self.graph.objects(node, REST)
            if len(first) != 1 or len(rest) != 1 or node in seen:
                raise NotCompiled("a list that is not well-formed")
            seen.add(node)
            found.append(Declared(self.graph, first[0]))
            node = rest[0]
        return tuple(found)

    def number(self) -> int:
        """The node as a whole number of 0 or more."""
        text, _, datatype = parts(self.node) if is_literal(self.node) else ("", "", "")
        if datatype != XSD.integer or not (text.isascii() and text.isdecimal()):
            raise NotCompiled(f"expected a whole number, found {self.node}")
        return int(text)

    def truth(self) -> bool:
        """The node as true or false."""
        known = {f'"{text}"^^<{XSD.iri}boolean>': text in ("true", "1") for text in ("true", "1", "false", "0")}
        if self.node not in known:
            raise NotCompiled(f"expected true or false, found {self.node}")
        return known[self.node]
