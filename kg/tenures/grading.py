"""Who held a post on a day, and how sure that is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kg.tenures.spells import Tenure
from kg.tenures.succession import spell_of
from kg.tenures.witness import Point


class Grade(StrEnum):
    """How sure an answer is; docs/time.md has an example of each."""

    STATED = "stated"
    ATTESTED = "attested"
    BRACKETED = "bracketed"
    LAST_KNOWN = "last known"
    CONFLICT = "conflict"
    NONE = "none"


CERTAIN = (Grade.STATED, Grade.ATTESTED)
_RANK = {Grade.STATED: 0, Grade.ATTESTED: 1, Grade.BRACKETED: 2, Grade.LAST_KNOWN: 3}


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody who held the post on the day: by the words of which ``claims``, any of them or all ``together``.

    ``days``: how many days before, at most, the last evidence is (``last known``; of a conflict of these, too).
    """

    person: str
    status: str
    grade: Grade
    claims: tuple[str, ...]
    tenure: Tenure
    days: int | None = None
    together: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """The answer: its grade, and the holders, those in full office before those acting."""

    grade: Grade
    holders: tuple[Holding, ...] = ()


def held(tenures: Iterable[Tenure], day: date, *, one_seat: bool) -> Held:
    """Who held the post of these tenures on ``day``.

    With ``one_seat`` the surest answer excludes the others, and two that are equally sure are a conflict.
    """
    spells: defaultdict[tuple[bool, tuple[str, int]], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.points:
            spells[tenure.status == "acting", spell_of(tenure)].append(tenure)
    points = {key: [p for tenure in of_spell for p in tenure.points] for key, of_spell in spells.items()}
    found = dict[bool, list[Holding]]({True: [], False: []})
    for key, of_spell in sorted(spells.items()):
        rivals = [p for other, theirs in points.items() if other[1][0] != key[1][0] for p in theirs]
        if holding := _graded(of_spell, day, rivals if one_seat else ()):
            found[key[0]].append(holding)
    holders = _surest(found[False], day) if one_seat else found[False]
    acting = _standing_in(found[True], holders, one_seat=one_seat)
    every = tuple(sorted(holders, key=_order)) + tuple(sorted(acting, key=_order))
    if any(holding.grade is Grade.CONFLICT for holding in every):
        return Held(Grade.CONFLICT, every)
    return Held(min((holding.grade for holding in every), key=_RANK.__getitem__, default=Grade.NONE), every)


def _order(holding: Holding) -> tuple[int, int, str, int]:
    return _RANK.get(holding.grade, -1), holding.days or 0, holding.person, holding.tenure.spell


@dataclass(frozen=True, slots=True)
class _Known:
    """A point with the tenure that has it."""

    point: Point
    tenure: Tenure


def _graded(of_spell: Sequence[Tenure], day: date, rivals: Sequence[Point]) -> Holding | None:
    """How sure it is that the post was held in this spell; None if nothing says so."""
    known = [_Known(point, tenure) for tenure in of_spell for point in tenure.points]
    covering = [each for each in known if each.point.covers(day)]
    if any(each.point.stated for each in covering):
        return _holding(Grade.STATED, covering)
    if within := _within_printed_bounds(of_spell, day):
        return replace(_holding(Grade.STATED, [*within, *covering]), together=True)
    if covering:
        return _holding(Grade.ATTESTED, covering)
    before = [each for each in known if each.point.last <= day]
    after = [each for each in known if each.point.first >= day]
    if before and after:
        last, first = max(each.point.last for each in before), min(each.point.first for each in after)
        if not any(rival.first < first and rival.last > last for rival in rivals):
            nearest = [each for each in before if each.point.last == last]
            around = [*nearest, *(each for each in after if each.point.first == first)]
            return replace(_holding(Grade.BRACKETED, around), together=True)
    begun = [each for each in known if each.point.first <= day and not _over(each.tenure, of_spell, day)]
    if not begun:
        return None
    age = min(each.point.age(day) for each in begun)
    return _holding(Grade.LAST_KNOWN, [each for each in begun if each.point.age(day) == age], age)


def _over(tenure: Tenure, of_spell: Sequence[Tenure], day: date) -> bool:
    """Whether the spell was over before the day: that of the office, if there is more than the designation."""
    ends = [each.end.last for each in of_spell if each.status != "designate"] or [tenure.end.last]
    return any(end is not None and end < day for end in ends)


def _within_printed_bounds(of_spell: Sequence[Tenure], day: date) -> list[_Known]:
    """What prints the beginning and the end of a spell, if the day certainly lies between them."""
    began = [(t.began, t, tenure) for tenure in of_spell for t in tenure.witnesses if t.began]
    ended = [(t.ended, t, tenure) for tenure in of_spell for t in tenure.witnesses if t.ended]
    if not began or not ended:
        return []
    if max(days.last for days, _, _ in began) <= day <= min(days.first for days, _, _ in ended):
        every = [(witness, tenure) for _, witness, tenure in (*began, *ended)]
        return [_Known(point, tenure) for witness, tenure in every for point in witness.points()]
    return []


def _holding(grade: Grade, known: Sequence[_Known], days: int | None = None) -> Holding:
    """A holding by these words; the status of who was in full office goes before that of a designation."""
    tenure = min((each.tenure for each in known), key=lambda t: (t.status == "designate", t.status == "former"))
    claims = tuple(sorted({each.point.claim for each in known}))
    return Holding(tenure.person, tenure.status, grade, claims, tenure, days)


def _surest(found: Sequence[Holding], day: date) -> list[Holding]:
    """Of one seat: the surest; a conflict if several people are equally sure."""
    for grades in (CERTAIN, (Grade.BRACKETED,), (Grade.LAST_KNOWN,)):
        if equal := [holding for holding in found if holding.grade in grades]:
            least = min(holding.days or 0 for holding in equal)
            equal = [holding for holding in equal if (holding.days or 0) == least]
            if len({holding.person for holding in equal}) == 1 or _hand_over(equal, day):
                return equal
            return [replace(holding, grade=Grade.CONFLICT) for holding in equal]
    return []


def _hand_over(equal: Sequence[Holding], day: date) -> bool:
    """Whether one leaves on this day and the other comes, both by printed dates."""
    leaving = [holding for holding in equal if holding.tenure.end.last == day]
    coming = [holding for holding in equal if holding.tenure.start.first == day]
    return len(leaving) == len(coming) == 1 and len(equal) == 2


def _standing_in(acting: Sequence[Holding], holders: Sequence[Holding], *, one_seat: bool) -> list[Holding]:
    """Who acted; by last known evidence only if nobody in full office is known to have been there since."""
    sure = [holding for holding in acting if holding.grade is not Grade.LAST_KNOWN]
    if sure or not acting:
        return sure
    if any(holding.days is None for holding in holders):
        return []
    latest = min((holding.days or 0 for holding in (acting if one_seat else ())), default=None)
    since = min((holding.days or 0 for holding in holders), default=None)
    return [
        holding
        for holding in acting
        if (latest is None or holding.days == latest) and (since is None or (holding.days or 0) < since)
    ]
