"""Search as you type: names matched by the beginnings of their words, and the words of documents themselves."""

from dataclasses import dataclass

from kg.index import Hit, Index, Thing
from kg.iris import fold
from kg.pages.telling import KINDS
from kg.questions.bags import bag

_AMONG = 300


@dataclass(frozen=True, slots=True)
class Found:
    """Something that may be meant; ``also`` is the name that fitted, if it is not the label."""

    kind: str
    iri: str
    label: str
    also: str | None = None


def search(index: Index, typed: str, most: int = 20, kind: str | None = None) -> list[Found]:
    """What may be meant, the likeliest first: a whole name, then its beginning, then words in any order.

    Names that are only nearly so are found where nothing else is.
    """
    words = bag(typed) or frozenset(fold(typed).split())
    if not words:
        return []
    kinds = [each for each in KINDS if kind in (None, each)]
    among = [thing for each in kinds for thing in index.having(each, words, _AMONG, begun=True)]
    ranked = sorted((_ranked(thing, fold(typed)) for thing in among), key=lambda pair: pair[0])
    if not ranked:
        return [Found(t.kind, t.iri, t.label) for each in kinds for t in index.near(each, fold(typed))[:2]][:most]
    return [found for _, found in ranked[:most]]


def quotations(index: Index, typed: str, most: int = 12) -> list[Hit]:
    """Words of documents that hold these, one after the other; of a document only the first."""
    found: dict[str, Hit] = {}
    for hit in index.quoting(typed, 4 * most):
        found.setdefault(hit.document, hit)
    return list(found.values())[:most]


def _ranked(thing: Thing, wanted: str) -> tuple[tuple[int, int, int, str, str], Found]:
    forms = [thing.label, *(form for form in thing.forms if form != thing.label)]
    ranks = [_rank(fold(form), wanted) for form in forms]
    best = ranks.index(min(ranks))
    order = (ranks[best], KINDS.index(thing.kind), len(thing.label), thing.label, thing.iri)
    return order, Found(thing.kind, thing.iri, thing.label, forms[best] if best else None)


def _rank(form: str, wanted: str) -> int:
    """How well a form fits: 0 it is that, 1 it begins so, 2 each word begins one of its words, 3 otherwise."""
    if form == wanted:
        return 0
    if form.startswith(wanted):
        return 1
    words = form.split()
    return 2 if all(any(mine.startswith(word) for mine in words) for word in wanted.split()) else 3
