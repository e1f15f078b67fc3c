"""Dates of the calendar: day, month and year in any order, spans, partial dates, a year not printed."""

import re

from kg.extraction.date import cues, shapes
from kg.extraction.date.hits import DateHit, day_number, is_day, month_number, partial
from kg.extraction.date.window import Window, first_of

_CAPITALISED_AFTER = re.compile(r"\s{1,6}[A-Z]")
_CAPITALISED_BEFORE = re.compile(r"\b[A-Z][\w'-]*\"?\s\Z")
_LINE_END = re.compile(r"[ ]*(?:\n|\Z)")
_MONTH_LAST = re.compile(r"\s{1,3}last\b(?!\s+(?:year|week|month))")  # in September last
_COMMA = re.compile(r"\w, \Z")
_SENTENCE_END = re.compile(r"[.;!?]\s|\n\s*\n")
_NEAR = 250
"""Characters within which the year of a month holds for the same month without one."""
_AND = re.compile(r",?\s+and(?:\s+on)?\Z")


class CalendarReader:
    """Reads the calendar dates that begin at one place of the text."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def digits(self) -> list[DateHit]:
        """The dates that begin with a number."""
        return first_of(
            self.window,
            (shapes.ISO, self._iso),
            (shapes.NUMERIC_DAYS, self._numeric_days),
            (shapes.NUMERIC, self._numeric),
            (shapes.DASHED, self._one_day),
            (shapes.DAY_MONTH_TO, self._two_dates),
            (shapes.DAY_MONTH_AND, self._two_dates),
            (shapes.DAYS_MONTH, self._days),
            (shapes.DAY_MONTH, self._one_day),
            (shapes.YEARS, self._years),
            (shapes.YEAR_ONLY, self._year),
        )

    def months(self) -> list[DateHit]:
        """The dates that begin with a month."""
        return first_of(
            self.window,
            (shapes.MONTH_DAY_TO, self._two_dates),
            (shapes.MONTH_DAYS, self._days),
            (shapes.MONTH_DAY, self._one_day),
            (shapes.MONTHS_YEAR, self._months_of_year),
            (shapes.MONTH_YEAR, self._month_of_year),
            (shapes.MONTH_ONLY, self._month_only),
        )

    def _year_of(self, match: re.Match[str], name: str) -> int | None:
        groups = match.groupdict()
        return int(groups[name]) if groups.get(name) else self.window.issue.year_by(groups.get(f"{name}_rel"))

    def _likely(self, match: re.Match[str], month: int, day: int | None) -> int | None:
        same = self._same_month(match, month)
        return same or self.window.issue.likely_year(match.start(), match.end(), month, day)

    def _same_month(self, match: re.Match[str], month: int) -> int | None:
        """The year printed shortly before with the same month: launched on *18 November 2014* (17-18 November)."""
        before = self.window.before
        near = before is not None and before.first is not None and match.start() - before.end <= _NEAR
        if not (near and before and before.first and before.first.month == month):
            return None
        between = self.window.masked[before.end : match.start()]
        apart = _SENTENCE_END.search(between) is not None
        return before.first.year if str(before.first.year) in before.printed and not apart else None

    def _iso(self, match: re.Match[str]) -> list[DateHit]:
        day = partial(int(match["y"]), int(match["m"]), int(match["d"]))
        return [self.window.hit(match, day, day)] if day else []

    def _numeric(self, match: re.Match[str]) -> list[DateHit]:
        first, second, year = int(match["d"]), int(match["m"]), int(match["y"])
        orders = [partial(year, second, first), partial(year, first, second)]
        day = next(filter(None, reversed(orders) if self.window.issue.month_first else orders), None)
        return [self.window.hit(match, day, day)] if day and 1900 <= year < 2100 else []

    def _numeric_days(self, match: re.Match[str]) -> list[DateHit]:
        year, month = int(match["y"]), int(match["m"])
        first, last = partial(year, month, int(match["d"])), partial(year, month, int(match["d2"]))
        return [self.window.hit(match, first, last)] if first and last and first < last else []

    def _two_dates(self, match: re.Match[str]) -> list[DateHit]:
        """Two days of two months: a span, or, joined by "and", two dates."""
        month, day, month2, day2 = (
            month_number(match["m"]),
            day_number(match["d"]),
            month_number(match["m2"]),
            day_number(match["d2"]),
        )
        if not (is_day(month, day) and is_day(month2, day2)):
            return []
        year2 = self._year_of(match, "y2")
        year = self._year_of(match, "y")
        if year2 is None and year is not None:
            year2 = year + ((month2, day2) < (month, day))
        if year2 is None:
            year2 = self._likely(match, month2, day2)
        if year is None and year2 is not None:
            year = year2 - ((month, day) > (month2, day2))
        first, last = partial(year, month, day), partial(year2, month2, day2)
        between = self.window.masked[max(0, match.start() - 8) : match.start()].lower() == "between "
        if match.re is not shapes.DAY_MONTH_AND or between:
            return [self.window.hit(match, first, last)]
        cut = match.start("d2")
        end = match.start() + len(_AND.sub("", self.window.masked[match.start() : cut].rstrip()))
        return [
            DateHit(match.start(), end, first, first, False, self.window.masked[match.start() : end]),
            DateHit(cut, match.end(), last, last, False, self.window.masked[cut : match.end()]),
        ]

    def _days(self, match: re.Match[str]) -> list[DateHit]:
        month, day, day2 = month_number(match["m"]), day_number(match["d"]), day_number(match["d2"])
        if not (is_day(month, day) and is_day(month, day2)) or day >= day2:
            return []
        year = self._year_of(match, "y") or self._likely(match, month, day)
        return [self.window.hit(match, partial(year, month, day), partial(year, month, day2))]

    def _one_day(self, match: re.Match[str]) -> list[DateHit]:
        month, number = month_number(match["m"]), day_number(match["d"])
        if not is_day(month, number):
            return []
        printed_year = self._year_of(match, "y")
        if printed_year is None and match.re is shapes.MONTH_DAY and self._is_count(match):
            return []
        day = partial(printed_year or self._likely(match, month, number), month, number)
        return [self.window.hit(match, day, day)]

    def _is_count(self, match: re.Match[str]) -> bool:
        """Whether the number counts and is no day: "In March 20 officials …"."""
        before = self.window.masked[max(0, match.start() - 4) : match.start()].lower()
        after = self.window.masked[match.end() : match.end() + 2]
        return before.endswith("in ") and after[:1] == " " and after[1:2].islower()

    def _months_of_year(self, match: re.Match[str]) -> list[DateHit]:
        year = int(match["y"])
        month, month2 = month_number(match["m"]), month_number(match["m2"])
        return [self.window.hit(match, partial(year - (month > month2), month), partial(year, month2))]

    def _month_of_year(self, match: re.Match[str]) -> list[DateHit]:
        month = partial(self._year_of(match, "y"), month_number(match["m"]))
        return [self.window.hit(match, month, month, relative=bool(match["y_rel"]))]

    def _month_only(self, match: re.Match[str]) -> list[DateHit]:
        before = cues.before_month().search(self.window.masked, max(0, match.start() - 14), match.start())
        if not before or (self.window.masked[match.start() - 3 : match.start()] == "of " and not self._part_of(match)):
            return []
        behind = _MONTH_LAST.match(self.window.masked, match.end(), self.window.end)
        which = (before["which"] or "").lower()
        if behind and not which:
            found = partial(self.window.issue.year_by_word("last", month_number(match["m"])), month_number(match["m"]))
            return [
                DateHit(
                    match.start(), behind.end(), found, found, True, self.window.masked[match.start() : behind.end()]
                )
            ]
        month = month_number(match["m"])
        start = before.start("which") if which else match.start()
        year = self.window.issue.year_by_word(which, month) if which else self._likely(match, month, None)
        found = partial(year, month)
        return [DateHit(start, match.end(), found, found, bool(which), self.window.masked[start : match.end()])]

    def _part_of(self, match: re.Match[str]) -> bool:
        before = self.window.masked[max(0, match.start() - 16) : match.start()]
        return bool(cues.part_of().search(before))

    def _years(self, match: re.Match[str]) -> list[DateHit]:
        first, last = int(match["y"]), int(match["y2"])
        before = self.window.masked[max(0, match.start() - 9) : match.start()]
        if first > last or not cues.span_before().search(before):
            return []
        return [self.window.hit(match, partial(first), partial(last))]

    def _year(self, match: re.Match[str]) -> list[DateHit]:
        year = int(match["y"])
        window = max(0, match.start() - 16)
        if not 1945 <= year < 2100 or cues.no_year_before().search(self.window.masked, window, match.start()):
            return []
        if cues.no_year_after().match(self.window.masked, match.end(), self.window.end):
            return []
        if _LINE_END.match(self.window.masked, match.end()) and _COMMA.search(
            self.window.masked, window, match.start()
        ):
            return [self.window.hit(match, partial(year), partial(year))]
        named = _CAPITALISED_AFTER.match(
            self.window.masked, match.end(), self.window.end
        ) or _CAPITALISED_BEFORE.search(self.window.masked, max(0, match.start() - 30), match.start())
        if not named and not cues.before_year().search(self.window.masked, window, match.start()):
            return []
        return [self.window.hit(match, partial(year), partial(year))]
