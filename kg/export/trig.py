"""Turtle and TriG for people (https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/), and sorted N-Quads.

Sorted by graph, subject, type first, predicate and object, all by code point. Strings keep the escapes of N-Quads,
which Turtle shares.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kg.errors import GraphError
from kg.vocabulary import PREFIXES, RDF, XSD

_LINE = re.compile(
    r'<(?P<s>[^>]*)> <(?P<p>[^>]*)> (?P<o><[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?)(?: <(?P<g>[^>]*)>)? \.\n?'
)
_INTEGER = re.compile(rf'"(0|-?[1-9][0-9]*)"\^\^<{re.escape(XSD.integer)}>')
_TYPED = re.compile(r'("(?:[^"\\]|\\.)*")\^\^<([^>]*)>')
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_RELATIVE = re.compile(r"[a-z]+(?:-[a-z]+)*(?:/[a-z0-9-]+)+(?:#[a-z]+)?")
_ENTITIES = "graph/entities"
_BY_LENGTH = sorted(((iri, prefix) for prefix, iri in PREFIXES.items()), key=lambda pair: (-len(pair[0]), pair))

_Subjects = Mapping[str, Mapping[str, list[str]]]


def nquads(quads: Iterable[str]) -> str:
    """The lines sorted, none twice: without blank nodes, the canonical form."""
    return "".join(sorted({line if line.endswith("\n") else f"{line}\n" for line in quads}))


def turtle(quads: Iterable[str]) -> str:
    """All triples of all graphs as one Turtle document."""
    found = _parsed(quads)
    union: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subjects in found.values():
        for subject, stated in subjects.items():
            for predicate, objects in stated.items():
                union[subject][predicate].update(objects)
    whole = {
        subject: {predicate: sorted(objects) for predicate, objects in stated.items()}
        for subject, stated in union.items()
    }
    names = _Names(_base(found))
    body = "\n".join(_block(subject, whole[subject], names, "") for subject in sorted(whole))
    return names.head() + body


def trig(quads: Iterable[str]) -> str:
    """All graphs as one TriG document; triples of the default graph, if there are any, come first."""
    found = _parsed(quads)
    names = _Names(_base(found))
    parts = []
    for graph in sorted(found):
        indent = "    " if graph else ""
        body = "\n".join(_block(subject, found[graph][subject], names, indent) for subject in sorted(found[graph]))
        parts.append(f"GRAPH {names.iri(graph)} {{\n{body}}}\n" if graph else body)
    return names.head() + "\n".join(parts)


def _parsed(quads: Iterable[str]) -> dict[str, _Subjects]:
    """The objects (N-Triples terms, sorted) by graph ("" for the default graph), subject and predicate."""
    found: dict[str, dict[str, dict[str, set[str]]]] = {}
    for line in quads:
        match = _LINE.fullmatch(line)
        if not match:
            raise GraphError(f"expected a line of N-Quads without blank nodes, found {line[:200]!r}; build again")
        stated = found.setdefault(match["g"] or "", {}).setdefault(match["s"], {})
        stated.setdefault(match["p"], set()).add(match["o"])
    return {
        graph: {
            subject: {predicate: sorted(objects) for predicate, objects in stated.items()}
            for subject, stated in subjects.items()
        }
        for graph, subjects in found.items()
    }


def _base(graphs: Iterable[str]) -> str:
    """The base of the instances, by the name of the entity graph; empty if relative IRIs would not resolve to it."""
    bases = [graph.removesuffix(_ENTITIES) for graph in graphs if graph.endswith(f"/{_ENTITIES}")]
    return min(bases, default="")


class _Names:
    """How IRIs are written: relative to the base, by prefix, or whole; it knows which prefixes were used."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._used: set[str] = set()
        self.iri = lru_cache(maxsize=65_536)(self._iri)

    def head(self) -> str:
        """The declarations of what was used."""
        base = [f"@base <{self._base}> .\n"] if self._base else []
        used = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items() if prefix in self._used]
        return "".join([*base, *used, "\n"])

    def term(self, term: str) -> str:
        """A term of N-Triples as Turtle writes it."""
        if term.startswith("<"):
            return self.iri(term[1:-1])
        if number := _INTEGER.fullmatch(term):
            return number[1]
        if typed := _TYPED.fullmatch(term):
            return f"{typed[1]}^^{self.iri(typed[2])}"
        return term

    def _iri(self, iri: str) -> str:
        if self._base and iri.startswith(self._base) and _RELATIVE.fullmatch(iri[len(self._base) :]):
            return f"<{iri[len(self._base) :]}>"
        for start, prefix in _BY_LENGTH:
            if iri.startswith(start) and _LOCAL.fullmatch(iri[len(start) :]):
                self._used.add(prefix)
                return f"{prefix}:{iri[len(start) :]}"
        return f"<{iri}>"


def _block(subject: str, stated: Mapping[str, list[str]], names: _Names, indent: str) -> str:
    """One subject with all it states, a predicate a line."""
    lines = list(_statements(stated, names))
    joined = f" ;\n{indent}    ".join(lines)
    return f"{indent}{names.iri(subject)} {joined} .\n"


def _statements(stated: Mapping[str, list[str]], names: _Names) -> Iterator[str]:
    for predicate in sorted(stated, key=lambda predicate: (predicate != RDF.type, predicate)):
        verb = "a" if predicate == RDF.type else names.iri(predicate)
        yield f"{verb} {', '.join(map(names.term, stated[predicate]))}"
