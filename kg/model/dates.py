"""Dates as precise as the text allows: a year, a month or a day, and the bounds they stand for."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kg.errors import BadDate

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date of which the day, or the month and the day, may be unknown (ISO 8601 reduced precision).

    >>> PartialDate.parse("2021-10").bounds()
    (datetime.date(2021, 10, 1), datetime.date(2021, 10, 31))
    >>> str(PartialDate.parse("2020-12-02"))
    '2020-12-02'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise BadDate(f"a date with a day needs a month; found year {self.year}, day {self.day}")
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as exc:
            raise BadDate(f"expected a date of the calendar, found {self}: {exc}") from None

    @classmethod
    def parse(cls, printed: str) -> "PartialDate":
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; raises :class:`kg.errors.BadDate`."""
        match = _SHAPE.fullmatch(printed.strip())
        if not match:
            raise BadDate(f"expected YYYY, YYYY-MM or YYYY-MM-DD, found {printed!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, month, day)

    def bounds(self) -> tuple[date, date]:
        """The first and the last day that this date may mean."""
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.day is None:
            return date(self.year, self.month, 1), date(self.year, self.month, monthrange(self.year, self.month)[1])
        return (date(self.year, self.month, self.day),) * 2

    def __str__(self) -> str:
        parts = (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)
