"""The triples of one graph in memory, found by subject and by class; and N-Triples text read into them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import ShapesError
from kg.validation.terms import canonical, may_vary
from kg.vocabulary import RDF, RDFS

Triple = tuple[str, str, str]
TYPE = f"<{RDF.type}>"
SUB_CLASS_OF = f"<{RDFS.iri}subClassOf>"

_END = " .\n"
_IRI = r'<[^\x00-\x20<>"{}|^`]*>'
_LINE = re.compile(
    rf'\s*({_IRI}|_:[^\s<>"]+)\s*({_IRI})\s*'
    rf'({_IRI}|_:[^\s<>"]+|"[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\s*\^\^\s*{_IRI})?)'
    r"\s*\.\s*(?:#.*)?"
)
_NOTHING: Mapping[str, list[str]] = {}


class Triples:
    """A graph that is not changed any more; terms are N-Triples text (:mod:`kg.validation.terms`)."""

    __slots__ = ("_about", "_inverse", "_members")

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._about: dict[str, dict[str, list[str]]] = {}
        self._inverse: dict[str, dict[str, list[str]]] = {}
        self._members: dict[str, frozenset[str]] = {}
        repeated: dict[int, list[str]] = {}
        last, stated = "", dict[str, list[str]]()
        for subject, predicate, term in triples:
            if subject != last:
                last, stated = subject, self._about.setdefault(subject, {})
            if predicate in stated:
                terms = stated[predicate]
                terms.append(term)
                repeated[id(terms)] = terms
            else:
                stated[predicate] = [term]
        for terms in repeated.values():
            if len(set(terms)) != len(terms):
                terms[:] = dict.fromkeys(terms)

    def __len__(self) -> int:
        return sum(len(terms) for stated in self._about.values() for terms in stated.values())

    def __iter__(self) -> Iterator[Triple]:
        return (
            (subject, predicate, term)
            for subject, stated in self._about.items()
            for predicate, terms in stated.items()
            for term in terms
        )

    def is_of_names(self) -> bool:
        """Whether each subject begins as an IRI or a blank node does, and each predicate is in angle brackets."""
        predicates = self.predicates()
        names = all(each[:1] == "<" and each[-1:] == ">" for each in predicates)
        return names and all(subject[:1] in ("<", "_") for subject in self._about)

    def about(self, subject: str) -> Mapping[str, list[str]]:
        """What is stated of a subject: predicate → objects."""
        return self._about.get(subject, _NOTHING)

    def objects(self, subject: str, predicate: str) -> Sequence[str]:
        """The objects, none twice."""
        stated = self._about.get(subject)
        return stated.get(predicate, ()) if stated else ()

    def subjects(self, predicate: str, term: str) -> Sequence[str]:
        """The subjects, none twice."""
        return self.inverse(predicate).get(term, ())

    def inverse(self, predicate: str) -> Mapping[str, list[str]]:
        """Object → subjects of one predicate."""
        found = self._inverse.get(predicate)
        if found is None:
            found = self._inverse[predicate] = {}
            for subject, stated in self._about.items():
                for term in stated.get(predicate, ()):
                    found.setdefault(term, []).append(subject)
        return found

    def predicates(self) -> set[str]:
        """All predicates."""
        return {predicate for stated in self._about.values() for predicate in stated}

    def members(self, class_: str) -> frozenset[str]:
        """The SHACL instances of a class: of itself and of its subclasses in this graph."""
        members = self._members.get(class_)
        if members is None:
            typed = self.inverse(TYPE)
            members = self._members[class_] = frozenset(
                member for each in self._with_subclasses(class_) for member in typed.get(each, ())
            )
        return members

    def _with_subclasses(self, class_: str) -> list[str]:
        below = self.inverse(SUB_CLASS_OF)
        found = {class_: None}
        waiting = [class_]
        while waiting and below:
            for each in below.get(waiting.pop(), ()):
                if each not in found:
                    found[each] = None
                    waiting.append(each)
        return list(found)


def read(ntriples: str) -> Triples:
    """The triples of N-Triples text; raises :class:`kg.errors.ShapesError` with the line that is none."""
    graph = _plain(ntriples)
    if graph is None:
        lines = enumerate(ntriples.split("\n"), 1)
        graph = Triples(row for number, line in lines if (row := _row(line, number)))
    if may_vary(ntriples):
        return Triples(
            (canonical(subject), canonical(predicate), canonical(term)) for subject, predicate, term in graph
        )
    return graph


def _plain(ntriples: str) -> Triples | None:
    """The triples where every line is written as we write it, one blank between terms; None where one is not."""
    lines = ntriples.removesuffix(_END).split(_END)
    if len(lines) != ntriples.count("\n"):
        return None
    try:
        graph = Triples(_split(lines))
    except (IndexError, ValueError):
        return None
    return graph if graph.is_of_names() else None


def _split(lines: Iterable[str]) -> Iterator[Triple]:
    for line in lines:
        subject, predicate, term = line.split(" ", 2)
        if term[0] not in '<_"':
            raise ValueError(line)
        yield subject, predicate, term


def _row(line: str, number: int) -> Triple | None:
    found = _LINE.fullmatch(line)
    if found:
        subject, predicate, term = found.groups()
        return subject, predicate, canonical(term)
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    raise ShapesError(f"expected N-Triples, found in line {number}: {line.strip()[:80]!r}")
