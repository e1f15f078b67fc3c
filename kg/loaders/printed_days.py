"""The day that a page or a mail gives as its own, in the ways in which machines and press offices write one.

A day that can be read in two ways ("05/04/2021") is none, unless the day of the week beside it tells which it is.
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from kg.errors import BadDate
from kg.model.dates import PartialDate

_ISO = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WORDED = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}|\b{_MONTH.replace('month', 'month2')}\s+"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?),?[\s-]+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(
    rf"(?:(?:{'|'.join(_WEEKDAYS)})[a-z]*,?\s+)?"
    rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH.replace('month', 'month2')}\s+\d{{1,2}})"
    r"(?:,?\s+\d{4})?(?:,?\s+\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|hours?|h)?)?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})([/.]?)(\d{2})\2(\d{2})(?:\D.*)?")
_NUMBERS = re.compile(r"(?:(?P<weekday>[A-Za-z]{3})[a-z]*,?\s+)?(\d{1,2})([/.-])(\d{1,2})\3(\d{4})(?:\D.*)?")
_LONGEST = 100


def day_said(said: str) -> PartialDate | None:
    """The day, month or year that is said; None if it is none, or could be two.

    >>> str(day_said("2021-05-04T10:00:00+02:00")), str(day_said("Tuesday, 4 May 2021 10:15"))
    ('2021-05-04', '2021-05-04')
    >>> str(day_said("May 4th, 2021")), day_said("05/04/2021"), str(day_said("Tue, 05/04/2021 - 12:00"))
    ('2021-05-04', None, '2021-05-04')
    """
    said = said.strip()[:_LONGEST]
    days = set(_days(said))
    return days.pop() if len(days) == 1 else None


def is_day_line(line: str) -> bool:
    """Whether a day, and a time perhaps, is all that stands on a line.

    >>> is_day_line("Tuesday, September 11, 10 a.m."), is_day_line("Tuesday, September 11, the Council")
    (True, False)
    """
    return bool(_DAY_LINE.fullmatch(line))


def _days(said: str) -> Iterator[PartialDate]:
    if iso := _ISO.fullmatch(said):
        yield from _day(*map(int, iso.group(1).split("-")))
    elif first := _YEAR_FIRST.fullmatch(said):
        yield from _day(int(first[1]), int(first[3]), int(first[4]))
    elif numbers := _NUMBERS.fullmatch(said):
        weekday = (numbers["weekday"] or "").lower()
        one, other, year = int(numbers[2]), int(numbers[4]), int(numbers[5])
        found = {*_day(year, other, one), *_day(year, one, other)}
        fits = [each for each in found if weekday and _WEEKDAYS[each.bounds()[0].weekday()] == weekday]
        yield from fits or found
    elif worded := _WORDED.search(said):
        month = _MONTHS.index((worded["month"] or worded["month2"]).lower()) + 1
        yield from _day(int(worded["year"]), month, int(worded["day"] or worded["day2"]))
    else:
        yield from _of_machine(said)


def _of_machine(said: str) -> Iterator[PartialDate]:
    """As mails say it (RFC 5322)."""
    try:
        sent = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError):
        return
    yield from _day(sent.year, sent.month, sent.day)


def _day(*parts: int) -> Iterator[PartialDate]:
    try:
        yield PartialDate(*parts)
    except (BadDate, TypeError):
        return
