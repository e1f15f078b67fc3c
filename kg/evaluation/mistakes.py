"""Every miss, false alarm and difference of a document, with the words in which it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.evaluation.rows import Row
from kg.evaluation.scoring import WHOLE, Compared, Scored

_AROUND = 60
_FIELDS = {
    "person name exact": "name",
    "organisation name exact": "name",
    "post status": "status",
    "post start": "start",
    "post end": "end",
    "event date": "date",
    "event place": "place",
    "event ordinal": "ordinal",
    "event kind": "kind",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """``kind`` is ``missed``, ``added`` or ``differs``; ``row`` on one line, ``words`` as the document prints them."""

    document: str
    layer: str
    kind: str
    row: str
    words: str
    rule: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        return {name: getattr(self, name) for name in ("document", "layer", "kind", "row", "words", "rule")}


def mistakes(identifier: str, text: str, gold: Row, scored: Scored) -> Iterator[Mistake]:
    """All of one document, layer by layer."""
    events = {event.get("id"): event.get("name") or "" for event in gold.get("events") or ()}
    for name in WHOLE:
        layer = scored.layers[name]
        for row in layer.missed:
            yield Mistake(identifier, name, "missed", said(name, row), passage(text, _printed(row, events)))
        for row in layer.spurious:
            yield Mistake(identifier, name, "added", said(name, row), _evidence(row), row.get("rule"))
    for name, pairs in scored.accuracies.items():
        for pair in pairs:
            if not pair.agree:
                yield Mistake(identifier, name, "differs", _difference(name, pair), _evidence(pair.system))


def said(layer: str, row: Row) -> str:
    """A row on one line."""
    keys = {
        "people": ("name",),
        "organisations": ("name",),
        "posts": ("person", "role", "organisation"),
        "events": ("name", "date", "place"),
        "participations": ("event", "agent", "role"),
        "relations": ("subject", "predicate", "object"),
        "non-participations": ("event", "agent", "presence"),
    }[layer]
    return " | ".join(str(row.get(key)) for key in keys)


def _difference(name: str, pair: Compared) -> str:
    key = _FIELDS[name]
    return f"{pair.gold.get('name') or pair.gold.get('title')}: {pair.gold.get(key)} | {pair.system.get(key)}"


def _evidence(row: Row) -> str:
    return " … ".join(" ".join(str(each["quote"]).split()) for each in row.get("evidence") or ())


def _printed(row: Row, events: dict[Any, str]) -> Iterator[str]:
    """The strings of a row of the gold that may stand in the text, the most telling first."""
    for key in ("title", "agent", "name", "person", "subject", "object"):
        if row.get(key):
            yield str(row[key])
    yield from (str(form) for form in row.get("also") or ())
    if events.get(row.get("event")):
        yield events[row.get("event")]


def passage(text: str, strings: Iterable[str]) -> str:
    """The first of the strings that stands in the text, white space aside, with what is around it; else nothing."""
    for string in strings:
        match = re.search(r"\s+".join(re.escape(word) for word in string.split()), text)
        if match and match[0]:
            start, end = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
            return " ".join(text[start:end].split())
    return ""
