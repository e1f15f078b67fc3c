"""Which values there may be, must be, and no other (SHACL §4.8)."""

from collections.abc import Collection, Iterator, Sequence

from kg.validation.declared import Declared
from kg.validation.results import Check, Place, Result, component, each_value
from kg.validation.terms import is_iri
from kg.validation.triples import Reached, Triples


def sets(shape: Declared, place: Place) -> Iterator[Check]:
    """``sh:in``, ``sh:hasValue`` and ``sh:closed``."""
    if shape.many("in"):
        yield each_value(place, "In", frozenset(each.node for each in shape.one("in").items()).__contains__)
    for value in shape.many("hasValue"):
        yield _has(place, value.node)
    if shape.many("closed") and shape.one("closed").truth():
        ignored = {each.node for list_ in shape.many("ignoredProperties") for each in list_.items()}
        paths = {path.node for each in shape.many("property") for path in each.many("path") if is_iri(path.node)}
        yield _closed(place, frozenset(ignored | paths))


def _has(place: Place, wanted: str) -> Check:
    iri = component("HasValue")

    def check(_: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        if wanted not in values:
            found.append(Result(place, focus, iri))

    def together(_: Triples, foci: Collection[str], reached: Reached) -> bool:
        one, several = reached
        return (
            len(one) + len(several) == len(foci)
            and all(value == wanted for value in one)
            and all(wanted in values for values in several)
        )

    return Check(check, together=together, on_nothing=True)


def _closed(place: Place, allowed: frozenset[str]) -> Check:
    iri = component("Closed")

    def check(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        for value in values:
            for predicate, terms in graph.about(value).items():
                if predicate not in allowed:
                    found.extend(Result(place, focus, iri, term, predicate[1:-1]) for term in terms)

    return Check(check)
