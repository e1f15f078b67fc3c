"""The vocabulary is closed: no property, class or concept of ours that the ontology does not declare.

SHACL Core cannot say it (it needs the name of what it forbids), and SPARQL in shapes costs twenty times all the rest.
"""

from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches
from functools import cache

from kg.validation.places import general_message
from kg.validation.results import Place, Result
from kg.validation.triples import TYPE, Triples
from kg.vocabulary import CT, PREFIXES, SCHEMES, SH, SKOS, TERMS, concepts

COMPONENT = f"{TERMS}/shape/VocabularyConstraintComponent"

_OURS = f"<{TERMS}"
_CONCEPT = f"<{SKOS.Concept}>"


def undeclared(graph: Triples) -> Iterator[Result]:
    """A result for each triple with a property or class of ours, and each concept of ours, that is not declared."""
    for subject, predicate, term in _triples(graph, _unknown(graph.predicates())):
        yield _result(subject, predicate, predicate, term)
    typed = graph.inverse(TYPE)
    for class_ in _unknown(typed.keys()):
        for member in typed[class_]:
            yield _result(member, TYPE, class_, class_)
    for concept in _unknown(graph.members(_CONCEPT)):
        yield _result(concept, TYPE, concept, _CONCEPT)


def _unknown(terms: Set[str]) -> list[str]:
    return [term for term in terms - _declared() if term.startswith(_OURS)]


def _triples(graph: Triples, predicates: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for predicate in sorted(predicates):
        for term, subjects in graph.inverse(predicate).items():
            for subject in subjects:
                yield subject, predicate, term


@cache
def _declared() -> frozenset[str]:
    """All terms of ours: those of ``ct:``, and the concepts of the schemes."""
    terms = {f"<{CT.iri}{name}>" for name in CT.terms}
    return frozenset(terms | {f"<{each.iri}>" for scheme in SCHEMES.values() for each in concepts(scheme).values()})


def _result(focus: str, predicate: str, undeclared_: str, value: str) -> Result:
    prefix, _, name = _short(undeclared_).partition(":")
    shorts = (short.partition(":") for short in map(_short, sorted(_declared())))
    known = {local: f"{prefix}:{local}" for home, _, local in shorts if home == prefix}
    near = get_close_matches(name, known, n=1, cutoff=0.8)
    hint = f"; did you mean {known[near[0]]}?" if near else ""
    message = f"{general_message(COMPONENT)}: found {_short(undeclared_)}{hint}"
    place = Place(f"<{TERMS}/shape/Vocabulary>", predicate[1:-1], f"<{SH.Violation}>", message)
    return Result(place, focus, COMPONENT, value)


def _short(term: str) -> str:
    for prefix, namespace in sorted(PREFIXES.items(), key=lambda pair: -len(pair[1])):
        if term.startswith(f"<{namespace}"):
            return f"{prefix}:{term[len(namespace) + 1 : -1]}"
    return term[1:-1]
