"""The date of issue, and what words and bare days mean against it; without it nothing is guessed."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kg.extraction.date import cues
from kg.extraction.date.hits import month_after, of_day, partial
from kg.model.dates import PartialDate

_STEP = {"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
_JUST_PAST = 14
"""How many days ago such a date may lie that words look ahead of: what they say will be on it is not a year away."""
_SOON = 120
"""How many days ahead a date without a year may lie although nothing in the words looks ahead."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Issue:
    """A masked text, the date on which it was issued, if known, and whether 5/3 is a day in May.

    ``year`` is that of the first date printed: of the days told without one, where nobody knows when it was issued.
    """

    masked: Final[str]
    published: Final[PartialDate | None]
    month_first: Final[bool] = False
    year: Final[int | None] = None

    @property
    def day(self) -> date | None:
        """The day of issue, if known to the day."""
        return self.published.bounds()[0] if self.published and self.published.day else None

    def shifted(self, days: int) -> PartialDate | None:
        """So many days after the day of issue; *today* is as precise as that."""
        if days == 0:
            return self.published
        return of_day(self.day + timedelta(days)) if self.day else None

    def year_by(self, which: str | None) -> int | None:
        """The year of *last year*."""
        return self.published.year + _STEP[which] if which and self.published else None

    def year_by_word(self, which: str, month: int) -> int | None:
        """The year of *last May*."""
        if not self.published or not self.published.month:
            return None
        year, current, step = self.published.year, self.published.month, _STEP[which]
        if step < 0:
            return year if month < current else year - 1
        return year + 1 if step > 0 and month <= current else year

    def likely_year(self, start: int, end: int, month: int, day: int | None) -> int | None:
        """The year not printed at ``[start, end)``: the last such day, unless words look ahead or it is close."""
        if not self.published:
            return self.year
        if not self.published.month:
            return None
        now = self.published.bounds()[1]
        later = month > now.month if day is None else (month, day) > (now.month, now.day)
        if self.published.day is None and month == now.month:
            return now.year
        if self.looks_ahead(start, end):
            ahead = later or (month == now.month and (day is None or day == now.day))
            return now.year if ahead or self._is_just_past(now, month, day) else now.year + 1
        if not later:
            return now.year
        coming = partial(now.year, month, day)
        soon = coming is not None and (coming.bounds()[0] - now).days <= _SOON
        return now.year if soon and not self._looks_back(start) else now.year - 1

    def _is_just_past(self, now: date, month: int, day: int | None) -> bool:
        """Whether such a day was a few days ago: nobody means that of the year to come."""
        past = partial(now.year, month, day) if day else None
        return past is not None and 0 < (now - past.bounds()[0]).days <= _JUST_PAST

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the words around a date speak of what is to come."""
        before = self.masked[max(0, start - 90) : start]
        cue = next(iter(list(cues.ahead().finditer(before))[-1:]), None)
        if cue and not re.search(r"[.;!?]\s", before[cue.end() :]):
            return not cues.past().search(before, cue.end())
        after = cues.ahead_after().match(self.masked, end, min(len(self.masked), end + 70))
        return bool(after and not cues.past().search(after.group()))

    def _looks_back(self, start: int) -> bool:
        """Whether the words before a date, in its sentence, tell the past."""
        before = re.split(r"[.;!?]\s", self.masked[max(0, start - 90) : start])[-1]
        return bool(cues.past().search(before))

    def day_of_week(self, number: int, which: str, week: str | None, *, ahead: bool) -> PartialDate | None:
        """A weekday: the last such day up to the day of issue, or as *next*, *last* and *this week* say."""
        issued = self.day
        if not issued:
            return None
        if week:
            return of_day(issued + timedelta(7 * _STEP[week] - issued.weekday() + number))
        step = _STEP.get(which, 0)
        if step > 0:
            return of_day(issued + timedelta((number - issued.weekday() - 1) % 7 + 1))
        if step < 0:
            return of_day(issued - timedelta((issued.weekday() - number - 1) % 7 + 1))
        if ahead:
            return of_day(issued + timedelta((number - issued.weekday()) % 7))
        return of_day(issued - timedelta((issued.weekday() - number) % 7))

    def unit(self, which: str, unit: str) -> tuple[PartialDate | None, PartialDate | None]:
        """*this week*, *last month*: first and last day, as precise as can be said."""
        step, published = _STEP[which], self.published
        if published is None:
            return None, None
        if unit in ("morning", "afternoon", "evening", "night"):
            day = self.shifted(step) if step == 0 or unit == "night" else None
            return day, day
        if unit == "year":
            year = partial(published.year + step)
            return year, year
        if unit == "month" and published.month:
            month = month_after(published.year, published.month, step)
            return month, month
        if unit == "week" and self.day:
            return self._week(self.day, step)
        known = published if step == 0 and published.day is None and unit in ("month", "week") else None
        return known, known

    def _week(self, issued: date, step: int) -> tuple[PartialDate | None, PartialDate | None]:
        """A day somewhere within a week: its month, if the week lies in one."""
        first = issued + timedelta(7 * step - issued.weekday())
        last = max(issued, first) if step == 0 else first + timedelta(6)
        whole = partial(first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None
        return whole, whole

    def ago(self, count: int, unit: str) -> PartialDate | None:
        """*two months ago*."""
        if self.published is None:
            return None
        if unit == "day":
            return self.shifted(-count)
        if unit == "week" and self.day:
            return self._week(self.day, -count)[0]
        if unit == "year":
            return partial(self.published.year - count)
        if unit == "month" and self.published.month:
            return month_after(self.published.year, self.published.month, -count)
        return None
