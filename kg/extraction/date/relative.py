"""Dates in words: *yesterday*, *on Thursday*, *last month*, *two days later*, *that day*."""

import re
from datetime import date, timedelta

from kg.extraction.date import cues, shapes
from kg.extraction.date.hits import DateHit, count_of, day_number, month_after, of_day, partial, weekday_number
from kg.extraction.date.window import Window, first_of
from kg.model.dates import PartialDate

_OFFSETS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


class RelativeReader:
    """Reads the words for dates that begin at one place of the text."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def words(self) -> list[DateHit]:
        """Words for a day, week, month or year."""
        return first_of(self.window, (shapes.WORD, self._word))

    def digits(self) -> list[DateHit]:
        """*12 days ago*, *on the 25th*."""
        return first_of(self.window, (shapes.WORD, self._word), (shapes.ORDINAL_DAY, self._ordinal_day))

    def weekdays(self) -> list[DateHit]:
        """A weekday, or one to another."""
        window = self.window
        if cues.no_weekday_before().search(window.masked, max(0, window.at - 8), window.at):
            return []
        return first_of(window, (shapes.WEEKDAYS_RANGE, self._weekday_range), (shapes.WEEKDAY, self._weekday))

    def _word(self, match: re.Match[str]) -> list[DateHit]:
        issue = self.window.issue
        if match["which"]:
            first, last = issue.unit(match["which"].lower(), match["unit"])
            return [self.window.hit(match, first, last, relative=True)]
        if match["before"] or match["day"]:
            day = issue.shifted(-2 if match["before"] else _OFFSETS[match["day"].lower()])
        elif match["n"]:
            day = self._counted(match)
        else:
            day = self._from_before(1 if match["on"] else -1 if match["back"] else 0)
            if day is None:
                return []
        return [self.window.hit(match, day, day, relative=True)]

    def _counted(self, match: re.Match[str]) -> PartialDate | None:
        """*three days ago*, *eight days earlier*."""
        count, unit = count_of(match["n"]), match["units"].rstrip("s")
        if match["way"] == "ago":
            return self.window.issue.ago(count, unit)
        days = {"day": count, "week": 7 * count}.get(unit)
        if days is None:
            return None
        return self._from_before(-days if match["way"] in ("earlier", "before") else days)

    def _from_before(self, days: int) -> PartialDate | None:
        """So many days from the date that was read last."""
        before = self.window.before
        day = before and (before.last if days > 0 else before.first)
        return of_day(day.bounds()[0] + timedelta(days)) if day and day.day else None

    def _which(self, match: re.Match[str]) -> tuple[int, str]:
        """Where *last* or *next* before a weekday begins, and the word."""
        which = cues.which_day().search(self.window.masked, max(0, match.start() - 9), match.start())
        return (which.start("which"), which["which"].lower()) if which else (match.start(), "")

    def _weekday(self, match: re.Match[str]) -> list[DateHit]:
        start, which = self._which(match)
        day = self._day_of_week(match, match["w"], which)
        return [self.window.from_(start, match.end(), day, day)]

    def _weekday_range(self, match: re.Match[str]) -> list[DateHit]:
        start, which = self._which(match)
        last = self._day_of_week(match, match["w2"], which)
        first = None
        if last and last.month and last.day:
            end = date(last.year, last.month, last.day)
            first = of_day(end - timedelta((end.weekday() - weekday_number(match["w"])) % 7))
        return [self.window.from_(start, match.end(), first, last)]

    def _day_of_week(self, match: re.Match[str], printed: str, which: str) -> PartialDate | None:
        issue = self.window.issue
        ahead = issue.looks_ahead(match.start(), match.end())
        return issue.day_of_week(weekday_number(printed), which, match["week"], ahead=ahead)

    def _ordinal_day(self, match: re.Match[str]) -> list[DateHit]:
        """Read "on the 25th" as the last such day of a month up to the date of issue."""
        window = self.window
        if not window.masked[max(0, window.at - 7) : window.at].lower().endswith("on the "):
            return []
        issued, number = window.issue.day, day_number(match["d"])
        day = None
        if issued:
            month = month_after(issued.year, issued.month, 0 if number <= issued.day else -1)
            day = partial(month.year, month.month, number) if month else None
        return [window.hit(match, day, day, relative=True)]
