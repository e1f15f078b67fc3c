"""What who came next says of who went before: in a post of one seat, one had left when the other was in office."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from kg.model.actors import Bounds
from kg.tenures.spells import Tenure, narrowed
from kg.tenures.witness import Point


def in_succession(found: Sequence[Tenure]) -> list[Tenure]:
    """The tenures of a post of one seat, with the bounds that follow from their order.

    Only where all that is known of one lies before all that is known of the other: evidence that runs through each
    other bounds nothing. Acting spells neither bound nor are bounded: the holder may be on leave.
    """
    spells = points_by_spell(found)
    begun = _Known((min(p.first for p in points), min(p.by for p in points)) for points in spells.values())
    gone = _Known((max(p.last for p in points), max(p.since for p in points)) for points in spells.values())
    return [_bounded(tenure, spells.get(spell_of(tenure), ()), begun, gone) for tenure in found]


def spell_of(tenure: Tenure) -> tuple[str, int]:
    """Which time of which person in the post: designation, office and what is said afterwards are one."""
    return tenure.person, tenure.spell


def points_by_spell(found: Iterable[Tenure]) -> dict[tuple[str, int], Sequence[Point]]:
    """All that is known of each spell in the post; acting ones and those without a day left out."""
    spells: defaultdict[tuple[str, int], list[Point]] = defaultdict(list)
    for tenure in found:
        if tenure.status != "acting" and (points := tenure.points()):
            spells[spell_of(tenure)].extend(points)
    return dict(spells)


class _Known:
    """Of every spell the day that counts, and what it says of those before or after it."""

    def __init__(self, pairs: Iterable[tuple[date, date]]) -> None:
        ordered = sorted(pairs)
        self._days = [day for day, _ in ordered]
        self._least_from = [*accumulate((said for _, said in reversed(ordered)), min)][::-1]
        self._most_to = [*accumulate((said for _, said in ordered), max)]

    def least_after(self, day: date) -> date | None:
        """The earliest that the spells beyond ``day`` say."""
        at = bisect_right(self._days, day)
        return self._least_from[at] if at < len(self._days) else None

    def most_before(self, day: date) -> date | None:
        """The latest that the spells short of ``day`` say."""
        at = bisect_left(self._days, day)
        return self._most_to[at - 1] if at else None


def _bounded(tenure: Tenure, points: Sequence[Point], begun: _Known, gone: _Known) -> Tenure:
    if not points or tenure.status == "acting":
        return tenure
    preceded = gone.most_before(min(point.first for point in points))
    followed = begun.least_after(max(point.last for point in points))
    return narrowed(tenure, start=Bounds(preceded), end=Bounds(None, followed))
