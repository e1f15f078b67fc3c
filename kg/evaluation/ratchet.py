"""The ratchet: counts per document that were reached once, so that a change which loses some is seen.

A table, one line a document, one column a layer, each cell ``found/added/missed``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import KnowledgeError
from kg.evaluation.layers import Counts

Ratchet = Mapping[str, Mapping[str, Counts]]
"""Counts by document and layer."""

KEPT = (
    "people",
    "organisations",
    "posts",
    "posts (person+role)",
    "events",
    "participations",
    "participations (role-agnostic)",
    "relations",
    "non-participations",
)
"""The layers that may not fall."""

_MORE_THAN = 1
_SLACK = 1e-9


def write_ratchet(counts: Ratchet) -> str:
    """The table of these counts."""
    lines = ["\t".join(("document", *KEPT))]
    for document in sorted(counts):
        cells = (counts[document][name] for name in KEPT)
        lines.append("\t".join((document, *(f"{cell.tp}/{cell.fp}/{cell.fn}" for cell in cells))))
    return "\n".join(lines) + "\n"


def read_ratchet(path: Path) -> dict[str, dict[str, Counts]]:
    """The counts of a table; raises :class:`kg.errors.KnowledgeError` naming the line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != ("document", *KEPT):
        raise KnowledgeError(f"{path.name}:1: expected the columns document, {', '.join(KEPT)}; write it anew")
    found: dict[str, dict[str, Counts]] = {}
    for number, line in enumerate(lines[1:], 2):
        document, *cells = line.split("\t")
        try:
            counts = [Counts(*(int(part) for part in cell.split("/"))) for cell in cells]
            found[document] = dict(zip(KEPT, counts, strict=True))
        except (TypeError, ValueError):
            raise KnowledgeError(
                f"{path.name}:{number}: expected {len(KEPT)} cells found/added/missed, found {cells}"
            ) from None
    return found


def lost(before: Ratchet, now: Ratchet) -> list[str]:
    """What fell, one line each: a layer whose total F1 is lower, a document with more than one row worse.

    Documents that are not in both are left out of the totals, and are named if they are gone.
    """
    shared = sorted(set(before) & set(now))
    found = [f"{document}: was measured, is not any more" for document in sorted(set(before) - set(now))]
    for name in KEPT:
        old, new = (sum((counts[document][name] for document in shared), Counts()) for counts in (before, now))
        if new.f1 < old.f1 - _SLACK:
            found.append(f"{name}: F1 {old.f1:.4f} → {new.f1:.4f} ({_cell(old)} → {_cell(new)})")
            found += [f"  {line}" for line in moved(before, now, name, least=0)]
        else:
            found += list(moved(before, now, name, least=_MORE_THAN))
    return found


def moved(before: Ratchet, now: Ratchet, name: str, *, least: int) -> Iterator[str]:
    """The documents that have more than ``least`` rows missed, or added, more than before."""
    for document in sorted(set(before) & set(now)):
        old, new = before[document][name], now[document][name]
        if max(new.fn - old.fn, new.fp - old.fp) > least:
            yield f"{document}: {name} {_cell(old)} → {_cell(new)}"


def _cell(counts: Counts) -> str:
    return f"{counts.tp}/{counts.fp}/{counts.fn}"
