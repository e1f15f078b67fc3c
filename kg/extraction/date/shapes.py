"""The shapes in which dates are printed: patterns tried at one place of a text, each looking a bounded way ahead."""

import re

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
_WD = rf"(?:{_LONG_DAY}|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\b\.?),?{_S}\(?(?:the{_S})?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
_YEAR = r"(?:19|20)\d\d(?!\d(?!\d?:\d\d))"  # a time of day may be printed right behind
_TO = rf"(?:\s{{0,6}}[-\u2013\u2014/]\s{{0,6}}|,?{_S}(?:to|until|till|through|up{_S}to){_S}(?:the{_S})?)"
_TO_OR_AND = rf"(?:{_TO}|,?{_S}(?:and|&){_S}(?:the{_S})?)"


def _with_year(name: str) -> str:
    """The year after a day and month: printed, "this/last/next year", or none."""
    return rf"(?:,?{_S}(?:of{_S})?(?P<{name}>{_YEAR})|{_S}(?:of{_S})?(?P<{name}_rel>this|last|next){_S}year\b)?"


# Tried in this order at an anchor; the first that matches wins.
ISO = re.compile(r"(?P<y>\d{4})(?P<sep>[-./]|\s(?=\d\d\s\d\d\b))(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)")
NUMERIC_DAYS = re.compile(
    r"(?P<d>\d{1,2})\s?[-\u2013]\s?(?P<d2>\d{1,2})(?P<sep>[./])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)"
)
NUMERIC = re.compile(r"(?P<d>\d{1,2})(?P<sep>[-./]|\s/\s)(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)")
DASHED = re.compile(rf"(?P<d>{_DAY})-(?P<m>{_ANY_MONTH})(?:-(?P<y>{_YEAR}))?")
DAY_MONTH_TO = re.compile(
    rf"(?P<d>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH}){_with_year('y')}{_TO}(?:{_WD})?"
    rf"(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m2>{_ANY_MONTH}){_with_year('y2')}"
)
DAY_MONTH_AND = re.compile(
    rf"(?P<d>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH}){_with_year('y')},?{_S}and{_S}(?:on{_S})?"
    rf"(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m2>{_ANY_MONTH}){_with_year('y2')}"
)
DAYS_MONTH = re.compile(
    rf"(?P<d>{_DAY})(?:,{_S}(?:{_DAY})){{0,3}}{_TO_OR_AND}(?:{_WD})?(?P<d2>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH})"
    + _with_year("y")
)
DAY_MONTH = re.compile(rf"(?P<d>{_DAY})(?:{_S}of)?{_S}(?P<m>{_ANY_MONTH})" + _with_year("y"))
MONTH_DAY_TO = re.compile(
    rf"(?P<m>{_ANY_MONTH}){_S}(?P<d>{_DAY})(?:,?{_S}(?P<y>{_YEAR}))?{_TO}(?:{_WD})?"
    rf"(?P<m2>{_ANY_MONTH}){_S}(?P<d2>{_DAY})(?![\w-]){_with_year('y2')}"
)
MONTH_DAYS = re.compile(
    rf"(?P<m>{_ANY_MONTH}){_S}(?P<d>{_DAY})(?:,{_S}(?:{_DAY})){{0,3}}{_TO_OR_AND}(?:{_WD})?(?P<d2>{_DAY})(?![\w/-])"
    + _with_year("y")
)
MONTH_DAY = re.compile(rf"(?P<m>{_ANY_MONTH}),?{_S}(?P<d>{_DAY})(?![\w/]|\.\d|,\d)" + _with_year("y"))
MONTHS_YEAR = re.compile(rf"(?P<m>{_LONG_MONTH}){_TO_OR_AND}(?P<m2>{_LONG_MONTH}),?{_S}(?:of{_S})?(?P<y>{_YEAR})")
MONTH_YEAR = re.compile(
    rf"(?P<m>{_ANY_MONTH})(?:,?{_S}(?:of{_S})?(?P<y>{_YEAR})|{_S}(?:of{_S})?(?P<y_rel>this|last|next){_S}year\b)"
)
MONTH_ONLY = re.compile(rf"(?P<m>{_LONG_MONTH})")
WEEKDAYS_RANGE = re.compile(
    rf"(?P<w>{_LONG_DAY}){_TO_OR_AND}(?P<w2>{_LONG_DAY})(?:{_S}of{_S}(?P<week>this|last|next){_S}week\b)?"
)
WEEKDAY = re.compile(rf"(?P<w>{_LONG_DAY})(?:{_S}(?:of{_S})?(?P<week>this|last|next){_S}week\b)?")
YEARS = re.compile(rf"(?P<y>{_YEAR})(?:\s?[-\u2013]\s?|{_S}(?:to|until|and){_S})(?P<y2>{_YEAR})(?![\w/])")
YEAR_ONLY = re.compile(rf"(?P<y>{_YEAR})(?![\w/%]|-\d|[.,]\d)")
ORDINAL_DAY = re.compile(
    r"(?P<d>(?:[12]?1st|2?2nd|2?3rd|[4-9]th|1\dth|2[04-9]th|30th|31st))(?=[.,;)]|\s+(?:and|in|at)\b)"
)
WEEKDAY_PREFIX = re.compile(_WD)
DAY_WORD_PREFIX = re.compile(rf"(?:[Tt]oday|TODAY|[Yy]esterday),?{_S}(?:\(|on{_S})?(?:the{_S}|{_WD})?")
WORD = re.compile(
    r"(?:[Tt]he\s(?P<before>day\sbefore\syesterday)|(?P<day>[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight)"
    r"|(?:[Ee]arlier\s|[Ll]ater\s)?(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s"
    r"(?P<unit>morning|afternoon|evening|night|weekend|week|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?P<n>\d{{1,2}}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve){_S}"
    r"(?P<units>days?|weeks?|months?|years?)\s(?P<way>ago|earlier|before|later|after)"
    r"|(?:[Tt]hat|[Tt]he)\s(?:(?P<again>very\sday|same\s(?:day|evening|afternoon|morning))"
    r"|(?P<on>following\sday|next\sday|day\safter)|(?P<back>previous\sday|preceding\sday|day\sbefore))"
    r"|[Tt]hat\s(?P<then>day|evening|afternoon|morning))\b"
)

ANCHOR = re.compile(
    r"(?<![\w@.])(?=[\dJFMASONDWTYELtyelnaosf])(?:(?P<digit>\d)"
    r"|(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"|(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)"
    r"|(?P<word>[Tt]oday|TODAY|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]hat\s|[Tt]he\s(?:day|same|very|following|next|prev|prec)|[Ee]arlier\st|[Ll]ater\st"
    r"|(?:[Tt]his|[Ll]ast|[Nn]ext)\s|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s))"
)
