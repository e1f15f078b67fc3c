"""The gate of a build: the graph of each document before the shapes, and what they refuse kept apart.

A verdict is kept by a hash of all that the graph is made of, and of the shapes, so that a document is judged again only
when one of them is another: a corrected document, lexicon or judgement makes another graph, and lets it in.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from kg.drafts import Draft
from kg.iris import Base
from kg.ledger import Ledger
from kg.rdf import Triples, in_graph
from kg.validation import Report, Severity, validate

_NAME = "quarantine.json"


class Gate:
    """The gate of one build. ``stamp`` is a hash of the shapes and of the code that runs them."""

    def __init__(self, ledger: Ledger, base: Base, stamp: str) -> None:
        self.verdicts: dict[str, str] = {}
        self._ledger, self._base, self._stamp = ledger, base, stamp
        self._held: dict[str, dict[str, Any]] = {}

    def verdict(self, draft: Draft, named: Triples) -> str:
        """What the shapes say of a document as it is stated, with what it names: a reason, empty if they admit it."""
        parts = (draft.stamp, self._stamp, *named)
        name = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        if name not in self.verdicts:
            kept = self._ledger.made.verdict(name)
            self.verdicts[name] = _reason(self._report(draft, named)) if kept is None else kept
        if reason := self.verdicts[name]:
            self._held[draft.document] = {
                "document": self._base.document(draft.document),
                "report": self._report(draft, named).to_plain(),
                "quads": list(in_graph(draft.lines(), self._base.quarantine)),
            }
        return reason

    def write_quarantine(self, version: Path) -> None:
        """Put what was refused beside the store of a version: each document's IRI, the report on it, its quads."""
        held = [self._held[key] for key in sorted(self._held)]
        (version / _NAME).write_text(json.dumps(held, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")

    def _report(self, draft: Draft, named: Triples) -> Report:
        text = self._ledger.reading(draft.document, ()).document.text
        return validate("".join((*draft.lines(), *named)), texts={self._base.document(draft.document): text})


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
