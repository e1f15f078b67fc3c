"""Where sources disagree on who held a post, both are told: that of the nearer source first, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from kg.questions.engine import Engine, Value
from kg.questions.sources import TIERS, nearest, tiers_of

_CONFLICT = "conflict"

Row = Mapping[str, Value]


def nearest_first(engine: Engine, rows: Sequence[Row]) -> tuple[list[Row], tuple[str, ...]]:
    """The holders of posts on a day, those in conflict by the tier of their sources; and a note where that decided.

    Nothing is left out: who stands first has the nearer source, and stays in conflict.
    """
    claims = {claim for row in rows if row["grade"] == _CONFLICT for claim in _claims(row)}
    tiers = tiers_of(engine, claims) if claims else {}
    ordered: list[Row] = []
    notes: list[str] = []
    for (_, _, in_conflict), of_post in groupby(rows, lambda row: (row["day"], row["post"], row["grade"] == _CONFLICT)):
        same = list(of_post)
        if in_conflict:
            sources = _sources(same, tiers)
            same.sort(key=lambda row: _rank(sources[row["official"]]))
            if len(set(sources.values()) - {None}) > 1:
                said = {str(row["official_label"]): sources[row["official"]] or "not known" for row in same}
                told = ", ".join(f"{name} ({source})" for name, source in said.items())
                notes.append(f"{same[0]['post_label']}: the sources disagree, the nearest first: {told}")
        ordered += same
    return ordered, tuple(notes)


def _sources(rows: Sequence[Row], tiers: Mapping[str, str]) -> dict[Value, str | None]:
    """The nearest source of all that is told of each holder."""
    told: defaultdict[Value, list[str]] = defaultdict(list)
    for row in rows:
        told[row["official"]] += _claims(row)
    return {official: nearest(tiers.get(claim) for claim in claims) for official, claims in told.items()}


def _claims(row: Row) -> list[str]:
    return str(row["claim"]).split()


def _rank(source: str | None) -> int:
    return TIERS.index(source) if source else len(TIERS)
