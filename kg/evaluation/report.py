"""The figures of a measurement as JSON values: in all, by rule, by publisher, by document."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluation.families import earned
from kg.evaluation.layers import Counts
from kg.evaluation.rules import RuleFigures, rule_figures
from kg.evaluation.scoring import LAYERS, Scored
from kg.evaluation.totals import accuracies, interval, total

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measured:
    """One document scored; ``rules`` is scored of every claim, also of those that enter no graph."""

    identifier: str
    publisher: str | None
    scored: Scored
    rules: Scored


def report(cases: Sequence[Measured], tiers: Mapping[str, str], bootstrap: int = 0) -> Plain:
    """All figures; ``tiers`` are those that the rules have now; ``bootstrap`` resamplings give intervals of F1."""
    return {
        "layers": _layers(cases, bootstrap),
        "accuracies": {
            name: {"right": right, "of": of, "share": _rounded(right / of) if of else None}
            for name, (right, of) in accuracies(case.scored for case in cases).items()
        },
        "rules": _rules(rule_figures(case.rules for case in cases), tiers),
        "publishers": {
            publisher: {"documents": len(group), "layers": _layers(group)}
            for publisher, group in _by_publisher(cases).items()
        },
        "per_document": {case.identifier: _layers([case]) for case in cases},
    }


def _layers(cases: Sequence[Measured], bootstrap: int = 0) -> Plain:
    sums = total(case.scored for case in cases)
    figures = {name: counts_to_plain(sums[name]) for name in LAYERS}
    if bootstrap:
        for name in LAYERS:
            counts = {case.identifier: case.scored.layers[name].counts for case in cases}
            figures[name]["interval"] = [_rounded(bound) for bound in interval(counts, bootstrap)]
    return figures


def counts_to_plain(counts: Counts) -> Plain:
    """Counts with what follows from them; no shares where there is nothing to find and nothing was said."""
    plain: Plain = {
        "gold": counts.tp + counts.fn,
        "system": counts.tp + counts.fp,
        "tp": counts.tp,
        "fp": counts.fp,
        "fn": counts.fn,
    }
    shares = (counts.precision, counts.recall, counts.f1) if any((counts.tp, counts.fp, counts.fn)) else (None,) * 3
    return plain | {
        name: None if share is None else _rounded(share)
        for name, share in zip(("precision", "recall", "f1"), shares, strict=True)
    }


def _rules(figures: Iterable[RuleFigures], tiers: Mapping[str, str]) -> list[Plain]:
    rows = list(figures)
    by_rule = earned(rows)
    in_layer: dict[str, int] = {}
    for row in rows:
        in_layer[row.layer] = in_layer.get(row.layer, 0) + row.right + row.wrong
    return [
        {
            "rule": row.rule,
            "layer": row.layer,
            "right": row.right,
            "wrong": row.wrong,
            "precision": _rounded(row.precision),
            "lower": _rounded(row.lower),
            "share": _rounded((row.right + row.wrong) / in_layer[row.layer]),
            "tier": tiers.get(row.rule),
            "measured": by_rule[row.rule].tier,
        }
        for row in rows
    ]


def _by_publisher(cases: Sequence[Measured]) -> dict[str, list[Measured]]:
    groups: dict[str, list[Measured]] = {}
    for case in sorted(cases, key=lambda case: case.publisher or ""):
        groups.setdefault(case.publisher or "(none)", []).append(case)
    return groups


def _rounded(share: float) -> float:
    return round(share, 4)
