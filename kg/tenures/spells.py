"""Tenures: the witnesses of one person and one status that belong to one spell in the post, and what bounds it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kg.model.actors import Bounds
from kg.tenures.witness import IN_OFFICE, Days, Point, Witness

OPEN = Bounds()
"""Nothing is known of a day."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in the post with one status; ``spell`` counts the times (from 0) that the person came to the post.

    ``start`` and ``end`` bound the first and the last day: by printed dates, by the day on which somebody is called
    former, and in a post of one seat by those whom a document names before and after. ``points`` are the days on which
    the person certainly was in the post.
    """

    person: str
    status: str
    spell: int
    witnesses: tuple[Witness, ...]
    start: Bounds = OPEN
    end: Bounds = OPEN
    points: tuple[Point, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Its points are worked out once: who held a post on a day looks at them again and again."""
        points = tuple(point for witness in self.witnesses for point in witness.points())
        object.__setattr__(self, "points", points)


def tenures(witnesses: Iterable[Witness], *, one_seat: bool = False) -> tuple[Tenure, ...]:
    """The tenures of one post, in order: by their first day as far as it is known, then by person and status.

    The order in which witnesses come makes no difference.
    """
    from kg.tenures.succession import in_succession

    people: defaultdict[str, list[Witness]] = defaultdict(list)
    for witness in sorted(set(witnesses), key=lambda each: (each.position, each.claim, each.status)):
        people[witness.person].append(witness)
    found = [tenure for said in people.values() for tenure in _of_one(said)]
    if one_seat:
        found = in_succession(found)
    return tuple(sorted(found, key=_order))


def _order(tenure: Tenure) -> tuple[str, str, int, str]:
    known = [point.first for point in tenure.points] + [each.on.first for each in tenure.witnesses if each.on]
    first = min((*known, tenure.start.first) if tenure.start.first else known, default="")
    return str(first), tenure.person, tenure.spell, tenure.status


def _of_one(said: Sequence[Witness]) -> Iterator[Tenure]:
    """The tenures of one person. Whoever is in office after being called former has come again: another spell."""
    overs = sorted({over for each in said if (over := each.over_by)})
    spells: defaultdict[tuple[str, int], list[Witness]] = defaultdict(list)
    for each in said:
        if each.status != "former":
            spells[each.status, bisect_left(overs, each.position)].append(each)
    for each in said:
        if each.status == "former":
            number = bisect_left(overs, each.over_by) if each.over_by else len(overs)
            spells[_ended_by(spells, number)].append(each)
    for (status, number), of_spell in spells.items():
        appointed = spells.get(("designate", number), ()) if status in IN_OFFICE else ()
        start, end = _bounds(of_spell, appointed)
        if status != "former":
            start, end = _between(start, end, overs, number)
        if status == "designate":
            end = _taken_up(end, spells.get(("substantive", number), ()))
        if start.first and end.last and start.first > end.last:  # words that fit no one spell bound none
            start, end = OPEN, OPEN
        yield Tenure(said[0].person, status, number, tuple(of_spell), start, end)


def _ended_by(spells: Iterable[tuple[str, int]], number: int) -> tuple[str, int]:
    """What "former" says to be over: the latest spell in office until then; if none is known, a tenure of its own."""
    for status in IN_OFFICE:
        if earlier := [spell for of, spell in spells if of == status and spell <= number]:
            return status, max(earlier)
    return "former", number


def _bounds(said: Iterable[Witness], appointed: Iterable[Witness]) -> tuple[Bounds, Bounds]:
    """What the printed dates agree on; who was still to come on a day had not begun before it."""
    every = [*said, *appointed]
    start = _agreed(each.began for each in every if each.began)
    end = _agreed(each.ended for each in said if each.ended)
    overs = [each.over_by for each in said if each.over_by]
    if overs and (end.last is None or min(overs) < end.last):
        end = _narrowed(end, Bounds(None, min(overs)))
    waited = [each.on.first for each in every if each.status == "designate" and each.on]
    return (_narrowed(start, Bounds(max(waited))) if waited else start), end


def _between(start: Bounds, end: Bounds, overs: Sequence[date], number: int) -> tuple[Bounds, Bounds]:
    """A spell lies between the days on which the one before it and it itself were over."""
    if number:
        start = _narrowed(start, Bounds(overs[number - 1]))
    if number < len(overs):
        end = _narrowed(end, Bounds(None, overs[number]))
    return start, end


def _taken_up(end: Bounds, in_office: Iterable[Witness]) -> Bounds:
    """A designation is over when its holder is first known to be in office."""
    known = [point.by for each in in_office for point in each.points()]
    return _narrowed(end, Bounds(None, min(known))) if known else end


def _narrowed(bounds: Bounds, by: Bounds) -> Bounds:
    """Both bounds together; the first alone where they leave no day."""
    first = max((day for day in (bounds.first, by.first) if day), default=None)
    last = min((day for day in (bounds.last, by.last) if day), default=None)
    return bounds if first and last and first > last else Bounds(first, last)


def _agreed(printed: Iterable[Days]) -> Bounds:
    """The overlap of printed dates; where they contradict each other, from the earliest to the latest."""
    every = list(printed)
    if not every:
        return OPEN
    first, last = max(days.first for days in every), min(days.last for days in every)
    return Bounds(first, last) if first <= last else Bounds(min(d.first for d in every), max(d.last for d in every))


def narrowed(tenure: Tenure, starts: Iterable[Bounds], ends: Iterable[Bounds]) -> Tenure:
    """The tenure with further bounds, where they leave a day."""
    start, end = tenure.start, tenure.end
    for each in starts:
        start = _narrowed(start, each)
    for each in ends:
        end = _narrowed(end, each)
    return tenure if start.first and end.last and start.first > end.last else replace(tenure, start=start, end=end)
