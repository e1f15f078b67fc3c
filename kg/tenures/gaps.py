"""Days between two holders for which nobody in full office is named: a vacancy, or a holder in no document."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kg.tenures.spells import Tenure
from kg.tenures.succession import points_by_spell, spell_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """From ``first`` to ``last`` nobody certainly or possibly held the post; ``acting`` are the spells in between."""

    first: date
    last: date
    before: Tenure
    after: Tenure
    acting: tuple[Tenure, ...] = ()


def gaps(tenures: Iterable[Tenure]) -> tuple[Gap, ...]:
    """The gaps of a post of one seat, in order. Only where one had left, and the next had not come, for certain."""
    every = list(tenures)
    spells = points_by_spell(every)
    in_order = sorted(spells, key=lambda spell: (min(point.first for point in spells[spell]), spell))
    office = {spell_of(tenure): tenure for tenure in sorted(every, key=_full_office_last) if tenure.status != "acting"}
    found = list[Gap]()
    for earlier, later in pairwise(in_order):
        before, after = office[earlier], office[later]
        if before.end.last is None or after.start.first is None:
            continue
        gap = Gap(before.end.last + _DAY, after.start.first - _DAY, before, after)
        if gap.first <= gap.last:
            acting = tuple(each for each in every if each.status == "acting" and _within(each, gap))
            found.append(Gap(gap.first, gap.last, before, after, acting))
    return tuple(found)


def _full_office_last(tenure: Tenure) -> tuple[bool, str]:
    return tenure.status == "substantive", tenure.status


def _within(acting: Tenure, gap: Gap) -> bool:
    return any(point.first <= gap.last and point.last >= gap.first for point in acting.points())
