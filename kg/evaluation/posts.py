"""Posts: the same person, the same body, and a role or title that is alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.evaluation.assignment import assign
from kg.evaluation.resolution import Resolver, Side
from kg.evaluation.rows import Annotation, Row
from kg.evaluation.wording import likeness

_ALIKE = 85.0
_WITH_BODY = 100.0
_JOINT = re.compile(r"\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?|\s*/\s*")


@dataclass(frozen=True, slots=True)
class PostMatches:
    """The rows compared (conjoined ones taken apart) and their pairs, gold → system: in full, and without the body."""

    gold: Sequence[Row]
    system: Sequence[Row]
    full: dict[int, int]
    loose: dict[int, int]


def match_posts(gold: Annotation, system: Annotation, resolver: Resolver) -> PostMatches:
    """The posts of both sides that are one."""
    mine = _apart(gold.posts, system.posts, resolver, "gold", "system")
    theirs = _apart(system.posts, gold.posts, resolver, "system", "gold")

    def pair(one: Row, other: Row, *, with_body: bool) -> float:
        if resolver.person(one.get("person"), "gold") != resolver.person(other.get("person"), "system"):
            return 0.0
        fit = _fit(one, other)
        if not fit:
            return 0.0
        bodies = (one.get("organisation"), *(one.get("org_alternatives") or ()))
        same = resolver.body(other.get("organisation"), "system") in {resolver.body(name, "gold") for name in bodies}
        return 0.0 if with_body and not same else fit + (_WITH_BODY if same else 0.0)

    full = assign([[pair(one, other, with_body=True) for other in theirs] for one in mine])
    loose = assign([[pair(one, other, with_body=False) for other in theirs] for one in mine])
    return PostMatches(mine, theirs, full, loose)


def _fit(one: Row, other: Row) -> float:
    """How alike roles or titles are, 0 if too little."""
    forms = [[text for text in (row.get("role"), row.get("title")) if text] for row in (one, other)]
    best = max((likeness(mine, theirs) for mine in forms[0] for theirs in forms[1]), default=0.0)
    return best if best >= _ALIKE else 0.0


def _apart(rows: Sequence[Row], others: Sequence[Row], resolver: Resolver, side: Side, other_side: Side) -> list[Row]:
    """Rows of the kind "A and B" taken apart where every part fits a row of the other side for the same person."""
    apart: list[Row] = []
    for row in rows:
        who = resolver.person(row.get("person"), side)
        theirs = [other for other in others if resolver.person(other.get("person"), other_side) == who]
        apart += _parts(row, theirs)
    return apart


def _parts(row: Row, theirs: Sequence[Row]) -> list[Row]:
    role = row.get("role") or ""

    def known(part: str) -> bool:
        return any(likeness(part, other.get("role") or "") >= _ALIKE for other in theirs)

    if theirs and not known(role):
        for joint in _JOINT.finditer(role):
            parts = (role[: joint.start()], role[joint.end() :])
            if all(known(part) for part in parts):
                return [{**row, "role": part, "title": None} for part in parts]
    return [row]
