"""A date found on a page, and the days of the calendar that partial dates are made of."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from kg.errors import BadDate
from kg.extraction.words.tables import rows
from kg.model.dates import PartialDate

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class DateHit:
    """A date printed at ``[start, end)``: its first and last day (equal for one day), None where unknown.

    ``relative`` says that it was read against the date of issue ("yesterday", "last May", "on Thursday").
    """

    start: Final[int]
    end: Final[int]
    first: Final[PartialDate | None]
    last: Final[PartialDate | None]
    relative: Final[bool]
    printed: Final[str]


def partial(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """The date, or None if there is no such day or no year."""
    if year is None:
        return None
    try:
        return PartialDate(year, month, day)
    except BadDate:
        return None


def of_day(day: date) -> PartialDate:
    """A whole date."""
    return PartialDate(day.year, day.month, day.day)


def is_day(month: int, day: int) -> bool:
    """Whether some year has such a day."""
    return partial(2000, month, day) is not None


def month_after(year: int, month: int, months: int) -> PartialDate | None:
    """The month so many months after another."""
    index = year * 12 + month - 1 + months
    return partial(index // 12, index % 12 + 1)


def month_number(printed: str) -> int:
    """1 to 12, by the first three letters."""
    return _MONTHS.index(printed[:3].lower()) + 1


def weekday_number(printed: str) -> int:
    """0 (Monday) to 6, by the first three letters."""
    return _WEEKDAYS.index(printed[:3].lower())


def day_number(printed: str) -> int:
    """The number in "3rd"."""
    return int("".join(char for char in printed if char.isdigit()))


@cache
def _counts() -> dict[str, int]:
    return {row.form: int(row["value"]) for row in rows("counts")}


def count_of(printed: str) -> int:
    """What a word or figure counts (*three*, 12), or 0."""
    return int(printed) if printed.isdecimal() and len(printed) < 3 else _counts().get(printed.lower(), 0)
