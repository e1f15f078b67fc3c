"""The gate of a build: the graph of each document before the shapes, and what they refuse kept apart.

A verdict is kept by a hash of the graph, the text and the shapes, so that a document is judged again only when one of
them is another: a corrected document, lexicon or judgement makes another graph, and lets it in.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.copies import Version
from kg.errors import KgError
from kg.iris import Base
from kg.ledger import Ledger
from kg.model.actors import Actors, Reading
from kg.model.text import Document
from kg.rdf import by_subject, document_graph, in_graph, named_in
from kg.validation import Report, Severity, validate

_NAME = "quarantine.json"


class Gate:
    """The gate of one build. ``stamp`` is a hash of the shapes and of the code that runs them."""

    def __init__(self, ledger: Ledger, base: Base, stamp: str) -> None:
        self.verdicts: dict[str, str] = {}
        self._ledger, self._base, self._stamp = ledger, base, stamp
        self._held: dict[str, dict[str, Any]] = {}

    def graphs(
        self, readings: Iterable[Reading], versions: Mapping[str, Version], actors: Actors, entities: Iterable[str]
    ) -> tuple[dict[str, Iterable[str]], dict[str, str]]:
        """The graph of each document, by key; and what is refused, each with its reason."""
        known = by_subject(entities)
        graphs: dict[str, Iterable[str]] = {}
        refused: dict[str, str] = {}
        for document, claims in readings:
            version = versions.get(document.key)
            first, own = (version.of, version.claims) if version else (None, None)
            try:
                lines = document_graph(document, claims, actors, version_of=first, its_own=own)
            except (KgError, KeyError) as error:  # a claim that speaks of what its document never names
                refused[document.key] = f"its claims do not fit together: {error}"
                continue
            graphs[document.key] = lines
            whole = "".join((*lines, *named_in(lines, known)))
            if reason := self._verdict(whole, document):
                refused[document.key] = reason
                self._held[document.key] = self._quarantined(document, lines, self._report(whole, document))
        return graphs, refused

    def write_quarantine(self, version: Path) -> None:
        """Put what was refused beside the store of a version: each document's IRI, the report on it, its quads."""
        held = [self._held[key] for key in sorted(self._held)]
        (version / _NAME).write_text(json.dumps(held, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")

    def _verdict(self, graph: str, document: Document) -> str:
        """What the shapes say of a graph: a reason, empty if they admit it."""
        parts = (graph, document.text, self._stamp)
        name = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        if name not in self.verdicts:
            kept = self._ledger.verdict(name)
            self.verdicts[name] = _reason(self._report(graph, document)) if kept is None else kept
        return self.verdicts[name]

    def _report(self, graph: str, document: Document) -> Report:
        return validate(graph, texts={self._base.document(document.key): document.text})

    def _quarantined(self, document: Document, lines: Sequence[str], report: Report) -> dict[str, Any]:
        return {
            "document": self._base.document(document.key),
            "report": report.to_plain(),
            "quads": list(in_graph(lines, self._base.quarantine)),
        }


def quarantine(version: Path) -> list[dict[str, Any]]:
    """What the shapes refused when a version was made, as :meth:`Gate.write_quarantine` wrote it."""
    try:
        held: list[dict[str, Any]] = json.loads((version / _NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:  # a version from before there was one
        return []
    return held


def _reason(report: Report) -> str:
    """The first of the violations, with the words it is about, and how many more there are."""
    found = sorted(
        (each.message, each.words or "") for each in report.violations if each.severity is Severity.VIOLATION
    )
    if not found:
        return ""
    message, words = found[0]
    about = f", in “{' '.join(words.split())}”" if words else ""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"refused by the shapes: {message}{about}{more}"
