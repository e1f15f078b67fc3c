"""Days as spans: which of two follows, which holds the other, a day so many days on, words that only tell hours."""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from kg.extraction.date.dates import DateHit
from kg.extraction.words import tables
from kg.model.dates import PartialDate

_HOURS = 24  # tokens of hours between two days


@cache
def _ordinals() -> dict[str, int]:
    return {row.form: int(row["value"]) for row in tables.rows("ordinals") if row["value"]}


def ordinal(word: str) -> int:
    """The number of a day, or 0: entered its *second* day."""
    return _ordinals().get(word, 0)


def shifted(day: PartialDate, days: int) -> PartialDate:
    """The day so many days later."""
    moved = day.bounds()[0] + timedelta(days)
    return PartialDate(moved.year, moved.month, moved.day)


def holds(span: DateHit, day: DateHit) -> bool:
    """Whether a span of days holds a single one."""
    if span.first is None or span.last is None or span.first == span.last or day.first is None:
        return False
    return span.first.bounds()[0] <= day.first.bounds()[0] <= span.last.bounds()[1]


def is_of_hours(words: Sequence[str]) -> bool:
    """Whether nothing but hours stands between two days: 3 May*, 9.00-12.30 and 15.00-18.30, and* 4 May."""
    told = any(word[0].isdigit() for word in words) and "and" in words and len(words) <= _HOURS
    return told and all(word[0].isdigit() or word in tables.words("hour-words") for word in words)


def follows(one: DateHit, other: DateHit) -> bool:
    """Whether ``other`` is a later day than ``one``."""
    if not (one.first and one.first.day and other.first and other.first.day) or one.first != one.last:
        return False
    return other.first > one.first
