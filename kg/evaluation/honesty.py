"""Whether the list of unread sentences is honest: how much of what was missed stands in one of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.evaluation.rows import Row
from kg.evaluation.scoring import Scored

Span = tuple[int, int]

LAYERS_ASKED = ("posts", "participations")


def listed(text: str, gold: Row, scored: Scored, unread: Sequence[Span]) -> dict[str, tuple[int, int]]:
    """By layer: how many missed rows have their words in one of the ``unread`` spans, and how many are missed.

    A post stands where its title is printed, else where its person is named; a participation where its agent is named
    by any form that the annotation knows.
    """
    sums = dict.fromkeys(LAYERS_ASKED, (0, 0))
    for name, places in missed_in(text, gold, scored):
        hits, missed = sums[name]
        sums[name] = hits + _touches(places, unread), missed + 1
    return sums


def missed_in(text: str, gold: Row, scored: Scored) -> Iterator[tuple[str, list[Span]]]:
    """The layer of every missed row, and where its words stand."""
    for name in LAYERS_ASKED:
        for row in scored.layers[name].missed:
            yield name, _places(text, gold, name, row)


def summed(parts: Iterable[Mapping[str, tuple[int, int]]]) -> dict[str, dict[str, int]]:
    """The sums over documents, as JSON values."""
    sums = {name: {"listed": 0, "missed": 0} for name in LAYERS_ASKED}
    for part in parts:
        for name, (hits, missed) in part.items():
            sums[name]["listed"] += hits
            sums[name]["missed"] += missed
    return sums


def _touches(places: Iterable[Span], spans: Sequence[Span]) -> bool:
    return any(start < end_there and start_there < end for start, end in places for start_there, end_there in spans)


def _places(text: str, gold: Row, name: str, row: Row) -> list[Span]:
    if name == "posts":
        return list(_found(text, [row.get("title")])) or list(_found(text, _forms(gold, row.get("person"))))
    return list(_found(text, _forms(gold, row.get("agent"))))


def _forms(gold: Row, name: Any) -> list[Any]:
    """The forms of a person (the surname is one) or body of the annotation."""
    for table in ("people", "organisations"):
        for row in gold.get(table) or ():
            if row.get("name") == name:
                surname = [str(name).split()[-1]] if table == "people" else []
                return [name, *(row.get("also") or ()), row.get("acronym"), *surname]
    return [name]


def _found(text: str, forms: Iterable[Any]) -> Iterator[Span]:
    for form in forms:
        if form:
            pattern = r"\s+".join(re.escape(word) for word in str(form).split())
            yield from (match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text))
