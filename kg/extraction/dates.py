"""Dates as printed: whole, partial, ranges, and words like "yesterday", read against the date of issue.

What cannot be known stays None: without a date of issue no year is guessed and no weekday resolved.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from kg.errors import BadDate
from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date printed at ``[start, end)``: its first and last day (equal for one day), None where unknown.

    ``relative`` says that it was read against the date of issue ("yesterday", "last May", "on Thursday").
    """

    start: int
    end: int
    first: PartialDate | None
    last: PartialDate | None
    relative: bool
    printed: str


class Placed(Protocol):
    """A part of a page, as :mod:`kg.extraction.layout` finds it."""

    @property
    def kind(self) -> str:
        """``dateline`` or another."""

    @property
    def start(self) -> int:
        """Where it begins, in code points."""

    @property
    def end(self) -> int:
        """Where it ends."""


_Match = re.Match[str]
_Resolved = tuple[PartialDate | None, PartialDate | None, bool]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": 1, "an": 1}

_LONG_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
)
_SHORT_MONTH = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
_ANY_MONTH = rf"(?:{_LONG_MONTH}|(?:{_SHORT_MONTH})\b\.?)"
_LONG_DAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)\b"
)
_S = r"\s{1,12}"
_WD = rf"(?:{_LONG_DAY}|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\b\.?),?{_S}(?:the{_S})?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_TO = rf"(?:\s{{0,6}}[-\u2013\u2014/]\s{{0,6}}|{_S}(?:to|until|till|through|up{_S}to){_S}(?:the{_S})?)"
_TO_OR_AND = rf"(?:{_TO}|,?{_S}(?:and|&){_S}(?:the{_S})?)"


def _with_year(name: str) -> str:
    """The year after a day and month: printed, "this/last/next year", or none."""
    return rf"(?:,?{_S}(?:of{_S})?(?P<{name}>{_YEAR})|{_S}(?P<{name}_rel>this|last|next){_S}year\b)?"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# Tried in this order at an anchor; the first that matches wins.
_ISO = _compile(r"(?P<y>\d{4})(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)")
_NUMERIC = _compile(r"(?P<d>\d{1,2})(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)")
_DAY_MONTH_TO = _compile(
    rf"(?P<d>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH}){_with_year('y')}{_TO}(?:{_WD})?"
    rf"(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m2>{_ANY_MONTH}){_with_year('y2')}"
)
_DAY_MONTH_AND = _compile(
    rf"(?P<d>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH}){_with_year('y')},?{_S}and{_S}(?:on{_S})?"
    rf"(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m2>{_ANY_MONTH}){_with_year('y2')}"
)
_DAYS_MONTH = _compile(
    rf"(?P<d>{_DAY})(?:,{_S}(?:{_DAY})){{0,3}}{_TO_OR_AND}(?:{_WD})?(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH})"
    + _with_year("y")
)
_DAY_MONTH = _compile(rf"(?P<d>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH})" + _with_year("y"))
_MONTH_DAY_TO = _compile(
    rf"(?P<m>{_ANY_MONTH}){_S}(?P<d>{_DAY})(?:,?{_S}(?P<y>{_YEAR}))?{_TO}(?:{_WD})?"
    rf"(?P<m2>{_ANY_MONTH}){_S}(?P<d2>{_DAY})(?![\w-]){_with_year('y2')}"
)
_MONTH_DAYS = _compile(
    rf"(?P<m>{_ANY_MONTH}){_S}(?P<d>{_DAY})(?:,{_S}(?:{_DAY})){{0,3}}{_TO_OR_AND}(?:{_WD})?(?P<d2>{_DAY})(?![\w/-])"
    + _with_year("y")
)
_MONTH_DAY = _compile(rf"(?P<m>{_ANY_MONTH}),?{_S}(?P<d>{_DAY})(?![\w/]|\.\d|,\d)" + _with_year("y"))
_MONTHS_YEAR = _compile(rf"(?P<m>{_LONG_MONTH}){_TO_OR_AND}(?P<m2>{_LONG_MONTH}),?{_S}(?:of{_S})?(?P<y>{_YEAR})")
_MONTH_YEAR = _compile(
    rf"(?P<m>{_ANY_MONTH})(?:,?{_S}(?:of{_S})?(?P<y>{_YEAR})|{_S}(?P<y_rel>this|last|next){_S}year\b)"
)
_MONTH_ONLY = _compile(rf"(?P<m>{_LONG_MONTH})")
_WEEKDAYS_RANGE = _compile(
    rf"(?P<w>{_LONG_DAY}){_TO_OR_AND}(?P<w2>{_LONG_DAY})(?:{_S}of{_S}(?P<week>this|last|next){_S}week\b)?"
)
_WEEKDAY = _compile(rf"(?P<w>{_LONG_DAY})(?:{_S}(?:of{_S})?(?P<week>this|last|next){_S}week\b)?")
_YEARS = _compile(rf"(?P<y>{_YEAR})(?:\s?[-\u2013]\s?|{_S}(?:to|until|and){_S})(?P<y2>{_YEAR})(?![\w/])")
_YEAR_ONLY = _compile(rf"(?P<y>{_YEAR})(?![\w/%]|-\d|[.,]\d)")
_ORDINAL_DAY = _compile(
    r"(?P<d>(?:[12]?1st|2?2nd|2?3rd|[4-9]th|1\dth|2[04-9]th|30th|31st))(?=[.,;)]|\s+(?:and|in|at)\b)"
)
_WEEKDAY_PREFIX = _compile(_WD)
_WORD = _compile(
    r"(?:[Tt]he\s(?P<before>day\sbefore\syesterday)|(?P<day>[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight)"
    r"|(?:[Ee]arlier\s|[Ll]ater\s)?(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s"
    r"(?P<unit>morning|afternoon|evening|night|weekend|week|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?P<n>\d{{1,2}}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve){_S}"
    r"(?P<units>days?|weeks?|months?|years?)\s(?:ago|earlier\stoday))\b"
)

_ANCHOR = re.compile(
    r"(?<![\w@.])(?:(?P<digit>\d)"
    r"|(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"|(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)"
    r"|(?P<word>[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]he\sday\sb|[Ee]arlier\st|[Ll]ater\st"
    r"|(?:[Tt]his|[Ll]ast|[Nn]ext)\s|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s))"
)
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|from|to|through|throughout|early|late|mid|and|of|between|before|after|on)"
    r"|\b[Mm]id-|\b[Ii]n|\b(?P<which>this|last|next|This|Last|Next|past|previous|coming))\s{0,2}\Z"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|during|of|before|after|for|early|late|mid|throughout|year|spring|summer|autumn|"
    r"winter|fall|and|to|between|In|Since|From|By|Until|During|the|its|their|this|early-|late-|mid-|Early|Late|Mid)|\bmid-)\s{0,2}\Z"
)
_NO_YEAR_BEFORE = re.compile(
    r"(?:[Rr]esolutions?|RESOLUTIONS?|SCR|UNSCR|[Nn]os?\.?|[Nn]umber|Room|Agenda|Vision|Flight|Block|Article|[Ss]ection|"
    r"page|p\.|some|about|than|nearly|over|almost|around|[$\u20ac\u00a3])\s{0,2}\(?\Z|\d\s{0,2}\(\Z|[/\d]\Z"
)
_NO_YEAR_AFTER = re.compile(
    r"\s{0,2}(?:Agenda|Committee|Sanctions|Taliban|Monitoring|people|persons|participants|delegates|members|students|"
    r"officials|officers|million|billion|euros?|dollars|meters|metres|km|soldiers|troops|fighters|hours|copies|employees|"
    r"of\b|women|men|children|times|representatives|experts)\b"
)
_CAPITALISED_AFTER = re.compile(r"\s{1,6}[A-Z]")
_CAPITALISED_BEFORE = re.compile(r"\b[A-Z][\w'-]*\"?\s\Z")
_NO_WEEKDAY_BEFORE = re.compile(r"(?:Black|Good|Bloody|Easter|Palm)\s\Z")
_WHICH_DAY = re.compile(r"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|past|coming)\s\Z")
_FUTURE_CUE = re.compile(
    r"\b(?:will|shall|is to|are to|is due|are due|due to|scheduled|upcoming|to be held|going to|is planned|are planned|"
    r"takes? place|takes? up)\b"
)
_FUTURE_AFTER = re.compile(r"[^.;!?]{0,45}\b(?:will|shall|is to|are to|is due|are due|is scheduled|to be held)\b")
_PAST = re.compile(
    r"\b(?<!be )(?:was|were|had|has|have|took|held|met|said|visited|hosted|opened|signed|began|ended|appointed)\b"
)


def find_dates(masked: str, start: int, end: int, published: PartialDate | None) -> list[DateHit]:
    """Every date in ``[start, end)``, in order, none inside another; never raises."""
    found: list[DateHit] = []
    position = start
    while True:
        anchor = _ANCHOR.search(masked, position, end)
        if not anchor:
            return found
        hits = _read(masked, anchor, end, published)
        found += hits
        position = max(anchor.start() + 1, hits[-1].end if hits else 0)
        if not hits and anchor.lastgroup == "digit":
            position = _past_digits(masked, anchor.start(), end)


def dateline_date(masked: str, blocks: Iterable[Placed]) -> DateHit | None:
    """The date of issue as printed in a dateline: a day rather than a month, a month rather than a year."""
    hits = [
        hit
        for block in blocks
        if block.kind == "dateline"
        for hit in find_dates(masked, block.start, block.end, None)
        if hit.first is not None and hit.first == hit.last
    ]
    return min(hits, key=lambda hit: (_coarseness(hit.first), hit.start), default=None)


def _coarseness(day: PartialDate | None) -> int:
    return 3 if day is None else (day.month is None) + (day.day is None)


def _past_digits(masked: str, position: int, end: int) -> int:
    while position < end and masked[position].isdigit():
        position += 1
    return position


def _read(masked: str, anchor: _Match, end: int, published: PartialDate | None) -> list[DateHit]:
    """The date or dates that begin at an anchor."""
    at = anchor.start()
    reading = _Reading(masked, at, end, published)
    if anchor.lastgroup == "weekday":
        prefix = _WEEKDAY_PREFIX.match(masked, at, end)
        if prefix:
            follower = _ANCHOR.match(masked, prefix.end(), end)
            if follower and follower.lastgroup in ("digit", "month"):
                shifted = _Reading(masked, prefix.end(), end, published)
                hits = shifted.digits() if follower.lastgroup == "digit" else shifted.months()
                if hits and (hits[0].first is None or hits[0].first.day is not None):
                    return [_from(masked, at, hits[0]), *hits[1:]]
        return reading.weekdays()
    if anchor.lastgroup == "digit":
        return reading.digits()
    return reading.months() if anchor.lastgroup == "month" else reading.words()


def _from(masked: str, start: int, hit: DateHit) -> DateHit:
    return DateHit(start, hit.end, hit.first, hit.last, hit.relative, masked[start : hit.end])


def _date(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    if year is None:
        return None
    try:
        return PartialDate(year, month, day)
    except BadDate:
        return None


def _number(printed: str) -> int:
    return int(re.sub(r"\D", "", printed))


def _month(printed: str) -> int:
    return _MONTHS.index(printed[:3].lower()) + 1


def _is_day(month: int, day: int) -> bool:
    return _date(2000, month, day) is not None


class _Reading:
    """Tries the patterns at one place of the text."""

    def __init__(self, masked: str, at: int, end: int, published: PartialDate | None) -> None:
        self.masked = masked
        self.at = at
        self.end = end
        self.published = published

    # --- by what stands at the anchor -------------------------------------------------------------------------------

    def digits(self) -> list[DateHit]:
        return self._first(
            (_ISO, self._iso),
            (_NUMERIC, self._numeric),
            (_DAY_MONTH_TO, self._two_dates),
            (_DAY_MONTH_AND, self._two_dates),
            (_DAYS_MONTH, self._days),
            (_DAY_MONTH, self._one_day),
            (_YEARS, self._years),
            (_YEAR_ONLY, self._year),
            (_WORD, self._word),
            (_ORDINAL_DAY, self._ordinal_day),
        )

    def months(self) -> list[DateHit]:
        return self._first(
            (_MONTH_DAY_TO, self._two_dates),
            (_MONTH_DAYS, self._days),
            (_MONTH_DAY, self._one_day),
            (_MONTHS_YEAR, self._months_of_year),
            (_MONTH_YEAR, self._month_of_year),
            (_MONTH_ONLY, self._month_only),
        )

    def weekdays(self) -> list[DateHit]:
        if _NO_WEEKDAY_BEFORE.search(self.masked, max(0, self.at - 8), self.at):
            return []
        return self._first((_WEEKDAYS_RANGE, self._weekday_range), (_WEEKDAY, self._weekday))

    def words(self) -> list[DateHit]:
        return self._first((_WORD, self._word))

    def _first(self, *readers: tuple[re.Pattern[str], Callable[[_Match], list[DateHit]]]) -> list[DateHit]:
        for pattern, reader in readers:
            match = pattern.match(self.masked, self.at, self.end)
            if match:
                hits = reader(match)
                if hits:
                    return hits
        return []

    # --- calendar dates ---------------------------------------------------------------------------------------------

    def _iso(self, match: _Match) -> list[DateHit]:
        day = _date(int(match["y"]), int(match["m"]), int(match["d"]))
        return [self._hit(match, day, day)] if day else []

    def _numeric(self, match: _Match) -> list[DateHit]:
        first, second, year = int(match["d"]), int(match["m"]), int(match["y"])
        day = _date(year, second, first) or _date(year, first, second)
        return [self._hit(match, day, day)] if day and 1900 <= year < 2100 else []

    def _two_dates(self, match: _Match) -> list[DateHit]:
        """Two days of two months: a span, or, joined by "and", two dates."""
        month, day, month2, day2 = _month(match["m"]), _number(match["d"]), _month(match["m2"]), _number(match["d2"])
        if not (_is_day(month, day) and _is_day(month2, day2)):
            return []
        year2 = self._year_of(match, "y2")
        year = self._year_of(match, "y")
        if year2 is None and year is not None:
            year2 = year + ((month2, day2) < (month, day))
        if year2 is None:
            year2 = self._likely_year(match, month2, day2)
        if year is None and year2 is not None:
            year = year2 - ((month, day) > (month2, day2))
        first, last = _date(year, month, day), _date(year2, month2, day2)
        between = self.masked[max(0, match.start() - 8) : match.start()].lower() == "between "
        if match.re is _DAY_MONTH_AND and not between:
            cut = match.start("d2")
            ahead = self.masked[match.start() : cut].rstrip()
            head = re.sub(r",?\s+and(?:\s+on)?\Z", "", ahead)
            end = match.start() + len(head)
            return [
                DateHit(match.start(), end, first, first, False, self.masked[match.start() : end]),
                DateHit(cut, match.end(), last, last, False, self.masked[cut : match.end()]),
            ]
        return [self._hit(match, first, last)]

    def _days(self, match: _Match) -> list[DateHit]:
        month, day, day2 = _month(match["m"]), _number(match["d"]), _number(match["d2"])
        if not (_is_day(month, day) and _is_day(month, day2)) or day >= day2:
            return []
        year = self._year_of(match, "y") or self._likely_year(match, month, day)
        return [self._hit(match, _date(year, month, day), _date(year, month, day2))]

    def _one_day(self, match: _Match) -> list[DateHit]:
        month, number = _month(match["m"]), _number(match["d"])
        if not _is_day(month, number):
            return []
        printed_year = self._year_of(match, "y")
        if printed_year is None and match.re is _MONTH_DAY and self._is_count(match):
            return []
        day = _date(printed_year or self._likely_year(match, month, number), month, number)
        return [self._hit(match, day, day)]

    def _is_count(self, match: _Match) -> bool:
        """Whether the number counts and is no day: "In March 20 officials …"."""
        before = self.masked[max(0, match.start() - 4) : match.start()].lower()
        after = self.masked[match.end() : match.end() + 2]
        return before.endswith("in ") and after[:1] == " " and after[1:2].islower()

    def _months_of_year(self, match: _Match) -> list[DateHit]:
        year = int(match["y"])
        month, month2 = _month(match["m"]), _month(match["m2"])
        return [self._hit(match, _date(year - (month > month2), month), _date(year, month2))]

    def _month_of_year(self, match: _Match) -> list[DateHit]:
        month = _date(self._year_of(match, "y"), _month(match["m"]))
        return [self._hit(match, month, month, relative=bool(match["y_rel"]))]

    def _month_only(self, match: _Match) -> list[DateHit]:
        before = _BEFORE_MONTH.search(self.masked, max(0, match.start() - 14), match.start())
        if not before or (self.masked[match.start() - 3 : match.start()] == "of " and not self._part_of(match)):
            return []
        which = (before["which"] or "").lower()
        month = _month(match["m"])
        start = before.start("which") if which else match.start()
        year = self._year_by_word(which, month) if which else self._likely_year(match, month, None)
        found = _date(year, month)
        return [DateHit(start, match.end(), found, found, bool(which), self.masked[start : match.end()])]

    def _part_of(self, match: _Match) -> bool:
        before = self.masked[max(0, match.start() - 16) : match.start()]
        return bool(re.search(r"\b(?:end|beginning|start|middle|month|course|close) of \Z", before))

    def _years(self, match: _Match) -> list[DateHit]:
        first, last = int(match["y"]), int(match["y2"])
        before = self.masked[max(0, match.start() - 9) : match.start()]
        if first > last or not re.search(
            r"(?:\A|\n\s*|\(|\b(?:[Ff]rom|[Bb]etween|[Ii]n|[Dd]uring|[Ff]or)\s)\Z", before
        ):
            return []
        return [self._hit(match, _date(first), _date(last))]

    def _year(self, match: _Match) -> list[DateHit]:
        year = int(match["y"])
        window = max(0, match.start() - 16)
        if not 1945 <= year < 2100 or _NO_YEAR_BEFORE.search(self.masked, window, match.start()):
            return []
        if _NO_YEAR_AFTER.match(self.masked, match.end(), self.end):
            return []
        named = _CAPITALISED_AFTER.match(self.masked, match.end(), self.end) or _CAPITALISED_BEFORE.search(
            self.masked, max(0, match.start() - 30), match.start()
        )
        if not named and not _BEFORE_YEAR.search(self.masked, window, match.start()):
            return []
        return [self._hit(match, _date(year), _date(year))]

    # --- words read against the date of issue -----------------------------------------------------------------------

    def _word(self, match: _Match) -> list[DateHit]:
        if match["which"]:
            first, last = self._unit(match["which"].lower(), match["unit"])
        elif match["n"]:
            first = last = self._ago(_NUMBERS.get(match["n"].lower()) or int(match["n"]), match["units"].rstrip("s"))
        else:
            word = "before" if match["before"] else match["day"].lower()
            offset = {"before": -2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[word]
            first = last = self._shifted(offset)
        return [self._hit(match, first, last, relative=True)]

    def _shifted(self, days: int) -> PartialDate | None:
        if days == 0:
            return self.published
        issued = self._issued()
        return _partial(issued + timedelta(days)) if issued else None

    def _unit(self, which: str, unit: str) -> tuple[PartialDate | None, PartialDate | None]:
        step = {"this": 0, "last": -1, "next": 1}[which]
        if unit in ("morning", "afternoon", "evening", "night"):
            day = self._shifted(step if unit == "night" else 0) if step == 0 or unit == "night" else None
            return day, day
        if self.published is None:
            return None, None
        if unit == "year":
            year = _date(self.published.year + step)
            return year, year
        if unit == "month" and self.published.month:
            month = _month_after(self.published.year, self.published.month, step)
            return month, month
        issued = self._issued()
        if unit == "week" and issued:
            monday = issued + timedelta(7 * step - issued.weekday())
            first, last = monday, monday + timedelta(6)
            if step == 0:
                last = max(issued, first)
            whole = _date(first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None
            return whole, whole
        return None, None

    def _ago(self, count: int, unit: str) -> PartialDate | None:
        if self.published is None:
            return None
        if unit == "day":
            return self._shifted(-count)
        if unit == "year":
            return _date(self.published.year - count)
        if unit == "month" and self.published.month:
            return _month_after(self.published.year, self.published.month, -count)
        return None

    def _weekday(self, match: _Match) -> list[DateHit]:
        which = _WHICH_DAY.search(self.masked, max(0, match.start() - 8), match.start())
        start = which.start("which") if which else match.start()
        day = self._day_of_week(match, match["w"], (which["which"].lower() if which else ""), match["week"])
        return [DateHit(start, match.end(), day, day, True, self.masked[start : match.end()])]

    def _weekday_range(self, match: _Match) -> list[DateHit]:
        which = _WHICH_DAY.search(self.masked, max(0, match.start() - 8), match.start())
        start = which.start("which") if which else match.start()
        last = self._day_of_week(match, match["w2"], (which["which"].lower() if which else ""), match["week"])
        first = None
        if last and last.month and last.day:
            end = date(last.year, last.month, last.day)
            first = _partial(end - timedelta((end.weekday() - _weekday_number(match["w"])) % 7))
        return [DateHit(start, match.end(), first, last, True, self.masked[start : match.end()])]

    def _day_of_week(self, match: _Match, printed: str, which: str, week: str | None) -> PartialDate | None:
        issued = self._issued()
        if not issued:
            return None
        number = _weekday_number(printed)
        if week:
            step = {"this": 0, "last": -1, "next": 1}[week]
            return _partial(issued + timedelta(7 * step - issued.weekday() + number))
        if which in ("next", "coming"):
            return _partial(issued + timedelta((number - issued.weekday() - 1) % 7 + 1))
        if which in ("last", "past"):
            return _partial(issued - timedelta((issued.weekday() - number - 1) % 7 + 1))
        if self._looks_ahead(match):
            return _partial(issued + timedelta((number - issued.weekday()) % 7))
        return _partial(issued - timedelta((issued.weekday() - number) % 7))

    def _ordinal_day(self, match: _Match) -> list[DateHit]:
        """Read "on the 25th" as the last such day of a month up to the date of issue."""
        if not self.masked[max(0, self.at - 7) : self.at].lower().endswith("on the "):
            return []
        issued, number = self._issued(), _number(match["d"])
        day = None
        if issued:
            month = _month_after(issued.year, issued.month, 0 if number <= issued.day else -1)
            day = _date(month.year, month.month, number) if month else None
        return [self._hit(match, day, day, relative=True)]

    # --- years ------------------------------------------------------------------------------------------------------

    def _issued(self) -> date | None:
        return self.published.bounds()[0] if self.published and self.published.day else None

    def _year_of(self, match: _Match, name: str) -> int | None:
        groups = match.groupdict()
        if groups.get(name):
            return int(groups[name])
        which = groups.get(f"{name}_rel")
        if which and self.published:
            return self.published.year + {"this": 0, "last": -1, "next": 1}[which]
        return None

    def _year_by_word(self, which: str, month: int) -> int | None:
        if not self.published or not self.published.month:
            return None
        year, current = self.published.year, self.published.month
        if which in ("last", "past", "previous"):
            return year if month < current else year - 1
        if which in ("next", "coming"):
            return year if month > current else year + 1
        return year

    def _likely_year(self, match: _Match, month: int, day: int | None) -> int | None:
        """The year that is not printed: the nearest not after the date of issue, unless the words look ahead."""
        if not self.published or not self.published.month:
            return None
        now = self.published.bounds()[1]
        later = month > now.month if day is None else (month, day) > (now.month, now.day)
        if self._looks_ahead(match):
            ahead = later or (month == now.month and (day is None or day == now.day))
            return now.year if ahead else now.year + 1
        return now.year - 1 if later else now.year

    def _looks_ahead(self, match: _Match) -> bool:
        before = self.masked[max(0, match.start() - 90) : match.start()]
        cue = next(iter(list(_FUTURE_CUE.finditer(before))[-1:]), None)
        if cue and not re.search(r"[.;!?]\s", before[cue.end() :]):
            return not _PAST.search(before, cue.end())
        after = _FUTURE_AFTER.match(self.masked, match.end(), min(len(self.masked), match.end() + 70))
        return bool(after and not _PAST.search(after.group()))

    def _hit(
        self, match: _Match, first: PartialDate | None, last: PartialDate | None, *, relative: bool = False
    ) -> DateHit:
        return DateHit(match.start(), match.end(), first, last, relative, match.group())


def _weekday_number(printed: str) -> int:
    return _WEEKDAYS.index(printed[:3].lower())


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _month_after(year: int, month: int, months: int) -> PartialDate | None:
    index = year * 12 + month - 1 + months
    return _date(index // 12, index % 12 + 1)
