"""Dates as printed: whole, partial, ranges, and words like "yesterday", read against the date of issue.

What cannot be known stays None: without a date of issue no year is guessed and no weekday resolved.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from kg.extraction.changed import changed
from kg.extraction.date import shapes
from kg.extraction.date.calendar import CalendarReader
from kg.extraction.date.datelines import TODAY
from kg.extraction.date.hits import DateHit, of_day
from kg.extraction.date.issue import Issue
from kg.extraction.date.relative import RelativeReader
from kg.extraction.date.window import Window
from kg.model.dates import PartialDate

__all__ = ["DateHit", "dateline_date", "find_dates", "today_as_printed"]


_TOP = 1500
"""How far down a page whose date nobody knows its first date tells the year of those without one."""


class Placed(Protocol):
    """A part of a page, as :mod:`kg.extraction.text.layout` finds it."""

    @property
    def kind(self) -> str:
        """``dateline`` or another."""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""

    @property
    def end(self) -> int:
        """Where it ends."""


def find_dates(
    masked: str, start: int, end: int, published: PartialDate | None, *, month_first: bool = False
) -> list[DateHit]:
    """Every date in ``[start, end)``, in order, none inside another; never raises."""
    found: list[DateHit] = []
    issue = Issue(masked, published, month_first)
    position = start
    while True:
        anchor = shapes.ANCHOR.search(masked, position, end)
        if not anchor:
            return found
        hits = _read(Window(masked, anchor.start(), end, issue, found[-1] if found else None), anchor)
        found += hits
        if hits and issue.year is None and anchor.start() < _TOP:
            issue = changed(issue, year=next((hit.first.year for hit in hits if hit.first and hit.first.month), None))
        position = max(anchor.start() + 1, hits[-1].end if hits else 0)
        if not hits and anchor.lastgroup == "digit":
            position = _past_digits(masked, anchor.start(), end)


def dateline_date(
    masked: str, blocks: Iterable[Placed], published: PartialDate | None = None, *, month_first: bool = False
) -> DateHit | None:
    """The date of issue as printed in a dateline: a day rather than a month, a month rather than a year.

    Of several the earliest: pages are printed again, and their heads tell the day on which they were fetched.
    A year not printed is taken from ``published``, what else is known of the date.
    """
    latest = of_day(published.bounds()[1]) if published else None
    hits = [
        hit
        for block in blocks
        if block.kind == "dateline"
        for hit in find_dates(masked, block.start, block.end, latest, month_first=month_first)
        if hit.first is not None and hit.first == hit.last and not hit.relative
    ]
    return min(hits, key=_precise_and_early, default=None)


def today_as_printed(masked: str, *, month_first: bool = False) -> DateHit | None:
    """The date that the top of a text gives for *today*: today (3 May 2024), today, on 3 May 2024."""
    match = TODAY.search(masked, 0, _TOP)
    hits = find_dates(masked, match.start("date"), match.end(), None, month_first=month_first) if match else []
    return next((hit for hit in hits if hit.first is not None and hit.first == hit.last), None)


def _precise_and_early(hit: DateHit) -> tuple[int, date, int]:
    day = hit.first
    if day is None:
        return 3, date.max, hit.start
    return (day.month is None) + (day.day is None), day.bounds()[0], hit.start


def _past_digits(masked: str, position: int, end: int) -> int:
    while position < end and masked[position].isdigit():
        position += 1
    return position


def _read(window: Window, anchor: re.Match[str]) -> list[DateHit]:
    """The date or dates that begin at an anchor."""
    if anchor.lastgroup == "weekday":
        return _after(shapes.WEEKDAY_PREFIX, window) or RelativeReader(window).weekdays()
    if anchor.lastgroup == "digit":
        return CalendarReader(window).digits() or RelativeReader(window).digits()
    if anchor.lastgroup == "month":
        return CalendarReader(window).months()
    return _after(shapes.DAY_WORD_PREFIX, window) or RelativeReader(window).words()


def _after(words: re.Pattern[str], window: Window) -> list[DateHit]:
    """The date that a word for a day leads to (*Thursday, 3 May*; *today, 3 May*), the word in it."""
    prefix = words.match(window.masked, window.at, window.end)
    follower = shapes.ANCHOR.match(window.masked, prefix.end(), window.end) if prefix else None
    if not follower or follower.lastgroup not in ("digit", "month"):
        return []
    reader = CalendarReader(changed(window, at=follower.start()))
    hits = reader.digits() if follower.lastgroup == "digit" else reader.months()
    if not hits or (hits[0].first is not None and hits[0].first.day is None):
        return []
    printed = window.masked[window.at : hits[0].end]
    relative = words is shapes.DAY_WORD_PREFIX
    return [changed(hits[0], start=window.at, printed=printed, relative=relative), *hits[1:]]
