"""Posts and meetings over time, as places on a line: percentages, so that any page can draw them at its own width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date

from kg.model.answers import Row

_MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """A tenure: ``sure`` is from the first to the last day it is attested, ``open`` where its printed bounds lie."""

    row: Row
    sure: tuple[float, float] | None
    open: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Dot:
    """A meeting on its day."""

    row: Row
    at: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars and dots between two years; ``ticks`` are years and their places."""

    ticks: tuple[tuple[float, int], ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]


def timeline(tenures: Sequence[Row], meetings: Iterable[Row]) -> Timeline | None:
    """The line on which all of these find a place; None if nothing is dated."""
    dated = [(row, day) for row in meetings if (day := _middle(row.values["date"]))]
    bounds = [_bounds(row) for row in tenures]
    days = [day for _, day in dated] + [day for found in bounds for day in found if day]
    if not days:
        return None
    first, last = min(days).year, max(days).year + 1
    end = date(last, 1, 1) if last <= MAXYEAR else date.max
    scale = _Scale(date(first, 1, 1).toordinal(), end.toordinal())
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if (last - first) / s <= _MOST_TICKS)
    years = [year for year in range(first, min(last, MAXYEAR) + 1) if year % step == 0]
    return Timeline(
        tuple((scale.at(date(year, 1, 1)), year) for year in years),
        tuple(_bar(row, found, scale) for row, found in zip(tenures, bounds, strict=True)),
        tuple(Dot(row, scale.at(day)) for row, day in dated),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def at(self, day: date) -> float:
        return round(100 * (day.toordinal() - self.first) / (self.last - self.first), 2)


def _bar(row: Row, found: tuple[date | None, date | None, date | None, date | None], scale: _Scale) -> Bar:
    start, first, last, end = found
    known = [day for day in found if day]
    sure = (scale.at(first), scale.at(last)) if first and last else None
    open_ = (scale.at(min(known)), scale.at(max(known))) if known and (start or end) else None
    return Bar(row, sure, open_)


def _bounds(row: Row) -> tuple[date | None, date | None, date | None, date | None]:
    """The first day it may have begun, the first and last it is attested, the last it may have ended."""
    v = row.values
    names = ("start_not_before", "first_attested", "last_attested", "end_not_after")
    start, first, last, end = (_day(v.get(name)) for name in names)
    return start, first, last, end


def _day(printed: str | int | None) -> date | None:
    try:
        return date.fromisoformat(str(printed))
    except ValueError:
        return None


def _middle(printed: str | int | None) -> date | None:
    """The day, or the middle of the month or year that is printed."""
    text = str(printed or "")
    return _day({4: f"{text}-07-01", 7: f"{text}-15"}.get(len(text), text))
