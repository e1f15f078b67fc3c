"""Search as you type: every name under which something stands in the graph, matched by the beginnings of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.iris import fold
from kg.pages.telling import KINDS, Teller


@dataclass(frozen=True, slots=True)
class Found:
    """Something that may be meant; ``also`` is the name that fitted, if it is not the label."""

    kind: str
    iri: str
    label: str
    also: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    iri: str
    label: str
    forms: tuple[tuple[str, str], ...]


class Index:
    """The names of one version of the graph, in memory."""

    def __init__(self, teller: Teller) -> None:
        self._entries = [
            _Entry(kind, each.iri, each.label, tuple((form, fold(form)) for form in _forms(each.label, each.forms)))
            for kind in KINDS
            for each in teller.engine.index.every(kind)
        ]

    def search(self, typed: str, most: int = 20, kind: str | None = None) -> list[Found]:
        """What may be meant, the likeliest first: a whole name, then its beginning, then words in any order."""
        wanted = fold(typed)
        if not wanted:
            return []
        words = wanted.split()
        found = []
        for entry in self._entries:
            if kind not in (None, entry.kind):
                continue
            ranked = [
                (rank, n) for n, (_, form) in enumerate(entry.forms) if (rank := _rank(form, wanted, words)) < _NONE
            ]
            if ranked:
                rank, n = min(ranked)
                found.append((rank, KINDS.index(entry.kind), len(entry.label), entry.label, entry.iri, entry, n))
        found.sort(key=lambda each: each[:5])
        return [
            Found(entry.kind, entry.iri, entry.label, entry.forms[n][0] if n else None) for *_, entry, n in found[:most]
        ]


_NONE = 4


def _forms(label: str, forms: Sequence[str]) -> Sequence[str]:
    return [label, *sorted({*forms} - {label})]


def _rank(form: str, wanted: str, words: list[str]) -> int:
    """How well a form fits: 0 it is that, 1 it begins so, 2 each word begins one of its words, 3 it is in it."""
    if form == wanted:
        return 0
    if form.startswith(wanted):
        return 1
    if all(any(mine.startswith(word) for mine in form.split()) for word in words):
        return 2
    return 3 if len(wanted) > 3 and wanted in form else _NONE
