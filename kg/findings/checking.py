"""The kinds of findings, put to a published version of the graph."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import LimitReached
from kg.findings.finding import Finding, Findings, Side
from kg.findings.kinds import Kind, kinds
from kg.questions.engine import Caller, Value, opened
from kg.questions.sources import nearest, tiers_of
from kg.questions.words import Support, words_of
from kg.workers import Limits

MOST = 1_000
"""Rows of one kind that are looked at: a graph with more of them has one cause for all."""

_SIDES = ("one", "other")


@dataclass(slots=True)
class _Pair:
    """One finding in the making, and the claims of its two sides."""

    kind: Kind
    row: Mapping[str, Value]
    claims: dict[str, set[str]] = field(default_factory=lambda: {side: set() for side in _SIDES})


def check(version: Path, *, limits: Limits | None = None, caller: Caller | None = None) -> Findings:
    """What does not fit together in a version of the graph, warnings first. ``caller`` runs the queries."""
    with opened(version, caller, limits) as engine:
        pairs, not_checked = list[_Pair](), list[tuple[str, str]]()
        for kind in kinds():
            try:
                rows, more = engine.rows(kind.sparql, {}, MOST)
            except LimitReached as error:
                not_checked.append((kind.name, str(error)))
                continue
            pairs += _paired(kind, rows)
            if more:
                not_checked.append((kind.name, f"only the first {MOST} rows were looked at"))
        claims = {claim for pair in pairs for side in pair.claims.values() for claim in side}
        if not claims:
            return Findings((), tuple(not_checked))
        support, tiers = words_of(engine.index, claims), tiers_of(engine, claims)
        return Findings(tuple(_finding(pair, support, tiers) for pair in pairs), tuple(not_checked))


def _paired(kind: Kind, rows: Iterable[Mapping[str, Value]]) -> Iterable[_Pair]:
    """One for the same two sides, however many claims say so."""
    pairs: dict[tuple[Value, ...], _Pair] = {}
    for row in rows:
        said = tuple(value for name, value in row.items() if not name.startswith("claim"))
        pair = pairs.setdefault(said, _Pair(kind, row))
        for side, claim in zip(_SIDES, (row["claim"], row["claim_other"]), strict=True):
            if claim is not None:
                pair.claims[side].add(str(claim))
    return pairs.values()


def _finding(pair: _Pair, support: Support, tiers: Mapping[str, str]) -> Finding:
    sides = {side: _side(side, pair, support, tiers) for side in _SIDES}
    one, other = (sides[side].source for side in _SIDES)
    better = nearest([one, other]) if one and other and one != other else None
    known = {name: "" if value is None else value for name, value in pair.row.items()}
    return Finding(
        kind=pair.kind.name,
        severity=pair.kind.severity,
        message=pair.kind.message.format(**known),
        do=pair.kind.do,
        subject=str(pair.row["subject"]),
        one=sides["one"],
        other=sides["other"],
        preferred=next((side for side in _SIDES if better and sides[side].source == better), None),
    )


def _side(side: str, pair: _Pair, support: Support, tiers: Mapping[str, str]) -> Side:
    claims = sorted(pair.claims[side])
    whom, label, says = (_text(pair.row[name]) for name in (side, f"{side}_label", f"{side}_says"))
    return Side(whom, label, says, nearest(tiers.get(claim) for claim in claims), support.behind(claims))


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
