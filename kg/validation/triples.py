"""The triples of one graph in memory, found by subject and by class; and N-Triples text read into them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from kg.errors import ShapesError
from kg.validation.terms import canonical, may_vary
from kg.vocabulary import RDF, RDFS

Triple = tuple[str, str, str]
TYPE = f"<{RDF.type}>"
SUB_CLASS_OF = f"<{RDFS.iri}subClassOf>"

_IRI = r'<[^\x00-\x20<>"{}|^`]*>'
_LINE = re.compile(
    rf'\s*({_IRI}|_:[^\s<>"]+)\s*({_IRI})\s*'
    rf'({_IRI}|_:[^\s<>"]+|"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\s*\^\^\s*{_IRI})?)'
    r"\s*\.\s*(?:#.*)?"
)
_PLAIN = re.compile(r'([<_][!-~]*) (<[!-~]*>) ([<_"].*) \.\n|.*\n')
"""A line as we write it, one blank between terms; no group of one that is not. One way to match, so linear."""
_NOTHING: Mapping[str, Any] = {}


Reached = tuple[Collection[str], Collection[Collection[str]]]
"""The values of many nodes: those of nodes that have one, and of each other node a collection."""
NONE: Reached = ((), ())


def all_of(reached: Reached) -> set[str]:
    """All values, none twice."""
    one, several = reached
    return set(one).union(*several) if several else set(one)


class Triples:
    """A graph that is not changed any more; terms are N-Triples text (:mod:`kg.validation.terms`).

    It is kept by predicate, as shapes ask for it: most of what they ask is not in a graph at all, and the rest are the
    values of one predicate of many nodes. Where a node has one value, that stands there and no list of it.
    """

    __slots__ = ("_columns", "_inverse", "_members", "_several")

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._columns: dict[str, dict[str, str]] = {}
        self._several: dict[str, dict[str, list[str]]] = {}
        self._inverse: dict[str, dict[str, list[str]]] = {}
        self._members: dict[str, frozenset[str]] = {}
        columns, several = self._columns, self._several
        for subject, predicate, term in triples:
            try:
                column = columns[predicate]
            except KeyError:
                columns[predicate] = {subject: term}
                continue
            first = column.setdefault(subject, term)
            if first is not term:
                found = several.setdefault(predicate, {})
                if subject in found:
                    found[subject].append(term)
                elif first != term:
                    found[subject] = [first, term]
        for found in several.values():
            for terms in found.values():
                if len(terms) > 2 and len(set(terms)) != len(terms):
                    terms[:] = dict.fromkeys(terms)

    def __len__(self) -> int:
        more = sum(len(terms) - 1 for several in self._several.values() for terms in several.values())
        return sum(map(len, self._columns.values())) + more

    def __iter__(self) -> Iterator[Triple]:
        return (
            (subject, predicate, term)
            for predicate, column in self._columns.items()
            for subject in column
            for term in self.objects(subject, predicate)
        )

    def about(self, subject: str) -> Mapping[str, Sequence[str]]:
        """What is stated of a subject: predicate → objects."""
        return {each: self.objects(subject, each) for each, column in self._columns.items() if subject in column}

    def objects(self, subject: str, predicate: str) -> Sequence[str]:
        """The objects, none twice."""
        column = self._columns.get(predicate)
        if column is None or subject not in column:
            return ()
        several = self._several.get(predicate)
        return several[subject] if several and subject in several else (column[subject],)

    def reached(self, predicate: str, nodes: Collection[str]) -> Reached | None:
        """The objects of these subjects; None if none of them has any."""
        column, several = self._columns.get(predicate), self._several.get(predicate)
        if column is None:
            return None
        if several is None:
            if column.keys() == nodes:
                return column.values(), ()
            one = [column[each] for each in nodes if each in column]
            return (one, ()) if one else None
        one = [column[each] for each in nodes if each in column and each not in several]
        more = [several[each] for each in nodes if each in several]
        return (one, more) if one or more else None

    def reached_back(self, predicate: str, nodes: Collection[str]) -> Reached | None:
        """The subjects of these objects; None if none of them has any."""
        inverse = self.inverse(predicate)
        found = [inverse[each] for each in nodes if each in inverse]
        return ((), found) if found else None

    def subjects(self, predicate: str, term: str) -> Sequence[str]:
        """The subjects, none twice."""
        return self.inverse(predicate).get(term, ())

    def inverse(self, predicate: str) -> Mapping[str, list[str]]:
        """Object → subjects of one predicate."""
        found = self._inverse.get(predicate)
        if found is None:
            found = self._inverse[predicate] = {}
            several = self._several.get(predicate, _NOTHING)
            for subject, term in self._columns.get(predicate, _NOTHING).items():
                if subject in several:
                    for each in several[subject]:
                        found.setdefault(each, []).append(subject)
                else:
                    found.setdefault(term, []).append(subject)
        return found

    def predicates(self) -> Set[str]:
        """All predicates."""
        return self._columns.keys()

    def members(self, class_: str) -> frozenset[str]:
        """The SHACL instances of a class: of itself and of its subclasses in this graph."""
        members = self._members.get(class_)
        if members is None:
            typed = self.inverse(TYPE)
            members = self._members[class_] = frozenset(
                member for each in self._with_subclasses(class_) for member in typed.get(each, ())
            )
        return members

    def _with_subclasses(self, class_: str) -> Iterable[str]:
        below = self.inverse(SUB_CLASS_OF)
        found = {class_: None}
        waiting = [class_] if below else []
        while waiting:
            new = [each for each in below.get(waiting.pop(), ()) if each not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return found


def read(ntriples: str) -> Triples:
    """The triples of N-Triples text; raises :class:`kg.errors.ShapesError` with the line that is none."""
    graph = Triples(_PLAIN.findall(ntriples))
    if "" in graph.predicates() or ntriples[-1:] not in ("", "\n"):
        lines = enumerate(ntriples.split("\n"), 1)
        graph = Triples(row for number, line in lines if (row := _row(line, number)))
    if may_vary(ntriples):
        return Triples(
            (canonical(subject), canonical(predicate), canonical(term)) for subject, predicate, term in graph
        )
    return graph


def _row(line: str, number: int) -> Triple | None:
    found = _LINE.fullmatch(line)
    if found:
        subject, predicate, term = found.groups()
        return subject, predicate, canonical(term)
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    raise ShapesError(f"expected N-Triples, found in line {number}: {line.strip()[:80]!r}")
