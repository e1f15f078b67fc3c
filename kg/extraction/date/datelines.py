"""Where a page says when and where it was issued: lines and openings that are datelines."""

import re
from functools import cache

from kg import resources
from kg.extraction.text.page_words import is_place
from kg.extraction.words.tables import rows_of
from kg.model.names import fold

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?(?:-|\u2013|and|to|&)\s?{_DAY})?"
_IN_FIGURES = r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
_DATE = (
    rf"(?:{_DAYS}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}(?:\d\d:\d\d)?|{_MONTH},?\s+{_DAYS},?\s+\d{{4}}|{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH}|(?:Early|Mid|Late|Spring|Summer|Autumn|Winter)[ -]\d{{4}}"
    rf"|{_DAY}-{_MONTH}-\d{{4}}"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{4}\s\d\d\s\d\d|\d{1,2}\s/\s\d{1,2}\s/\s\d{4})"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day|\.)?)"
_DASH = r"(?:\u2013|\u2014|-{1,2})"
_NEXT = r"(?=[A-Z\"'(\[])"
_PLACE = (
    r"(?-i:[A-Z])[^\s.:;|\u2013\u2014]*"
    r"(?:[ .](?:(?-i:[\dA-Z(])[^\s.:;|\u2013\u2014]*|(?:al|and|da|de|del|do|el|la|le|near|of|on|the|und)(?!\w))){0,7}"
)
DATE_ANYWHERE = re.compile(rf"(?<![\w/]){_DATE}(?![\w/])", re.IGNORECASE)
DATE_ALONE = re.compile(rf"{_DATE}\W*", re.IGNORECASE)
WEEKDAY_ONLY = re.compile(rf"{_WEEKDAY}\.?", re.IGNORECASE)
_LEAD = rf"(?!(?:On|In|At|From|By|Since|Until|The|During)\b){_PLACE}"
_WHEN = rf"(?:{_WEEKDAY},?\s+)?{_DATE}"
TODAY = re.compile(rf"\btoday,?\s+(?:[(\[]|on\s+)?(?P<date>{_WHEN})(?!\w)", re.IGNORECASE)
_AGENCY = r"(?:\s*\([^()\n]{1,60}\)|\.?\s*/[^/\n]{0,25}(?:/|(?=\s(?:\u2013|\u2014|--?)\s))|,\s+(?-i:[A-Z]{2,6}))"
_SHORT_PLACE = r"\(?(?-i:[A-Z][\w'-]+(?:,? [A-Z][\w'-]+){0,3})\)?"
_CITY_IN_CAPITALS = r"(?-i:[A-Z][A-Z'-]+(?: [A-Z'-]+){0,3})"
_CAPITAL_NEXT = rf"(?-i:{_NEXT})"
_MARK = rf"(?:{_DASH}|:|\||\.-?|/)"
OPENING_DATE = re.compile(
    rf"\(?(?:{_LEAD}(?:\s*[,.:;|/\u2013\u2014]{{1,2}}\s*|\s+-+\s+|\s+))?{_WHEN}\)?{_AGENCY}?\s*{_MARK}\s+{_NEXT}"
    rf"|{_WHEN}[,;]?\s+{_SHORT_PLACE}(?:\s+\({_SHORT_PLACE}\))?"
    rf"\s*(?:{_DASH}|:|\|)\s+{_CAPITAL_NEXT}"  # 3 May 2024, Oslo (Norway): …
    rf"|{_WHEN},?\s*\({_SHORT_PLACE}\)\s*(?:{_DASH}|:)\s+{_CAPITAL_NEXT}"  # 3 May 2024 (OSLO, NORWAY): …
    rf"|[(\[](?:{_LEAD}(?:\s*[,.:;|/]\s*|\s+))?{_WHEN}[)\]]\s+{_CAPITAL_NEXT}"  # (Oslo, 3 May 2024) …
    rf"|Date:?\s+(?:{_DATE}|\d{{4}}-\d{{2}})\s+{_CAPITAL_NEXT}"
    rf"|{_LEAD},?\s+{_WHEN}\s+\((?-i:[A-Z])[^()\n]{{1,40}}\)\s+{_CAPITAL_NEXT}"  # Oslo, May 3 (Tide News) The Council …
    rf"|{_IN_FIGURES}\s+{_CAPITAL_NEXT}"  # 03.05.2024 The Council …
    rf"|{_CITY_IN_CAPITALS},?\s*\([^()\n]{{1,60}}?{_DATE}\)\s+{_CAPITAL_NEXT}",  # OSLO (Tide News - 3 May 2024) …
    re.IGNORECASE,
)
_CAPITALS = r"[A-Z][A-Z'-]+"
_OPENING_CAPITALS = re.compile(
    rf"([A-Z][A-Z'-]{{2,}}(?: {_CAPITALS}){{0,2}})(?:[ ,/]+[A-Z][A-Z.'/-]+){{0,3}}"
    rf",?\s*(\u2013|\u2014|\s-{{1,2}}|:|\.)\s+{_NEXT}"
)
_NAMED_PLACE = r"([A-Z][\w'.-]+(?: (?:[a-z]{2} )?[A-Z][\w'.-]+){0,2})(?:, ([A-Z][\w. ]{1,20}))?"
_TOLD_BY = r"(?:, [A-Z]{2,6}-?|\s*\([A-Z][A-Za-z. ]{1,20}\))"
_OPENING_PLACE = re.compile(
    rf"{_NAMED_PLACE}{_TOLD_BY}?(?:\s+{_DASH}\s+|\s+-|\s?\u2014\s?|:\s+|(?<=-)\s){_NEXT}"  # Oslo, Norway, TNA - …
    rf"|{_NAMED_PLACE}(?:, {_WHEN}, |\s*\([^()\n]{{1,60}}?{_DATE}\)\s+){_NEXT}"  # Oslo, 3 May 2024, Ada Lind …
)
_CITY_AND_AGENCY = re.compile(rf"{_NAMED_PLACE}\s*(?:{_DASH}|[/,:])\s*\(?[A-Z]{{2,6}}\)?\W{{0,3}}")


def opening_place(text: str) -> re.Match[str] | None:
    """A dateline known by its place ("RIYADH: …", "Lindholm, Norway: …"): capitals, a known city or state."""
    match = _OPENING_CAPITALS.match(text)
    if match and (match.group(2) not in ":." or is_place(match.group(1))):
        return match
    match = _OPENING_PLACE.match(text)
    if not match:
        return None
    place, state = match.group(1) or match.group(3), match.group(2) or match.group(4)
    return match if is_place(place) or _is_state(state) else None


def is_of_agency(line: str) -> bool:
    """Whether a line has nothing but a city and the agency that tells of it: *Oslo - TNA*."""
    match = _CITY_AND_AGENCY.fullmatch(line.strip())
    return match is not None and is_place(match.group(1))


def _is_state(name: str | None) -> bool:
    return name is not None and fold(name) in _states()


@cache
def _states() -> frozenset[str]:
    """The names of states: what stands in front of one, in a line of its own, is a place in it."""
    return frozenset(fold(row.form) for row in rows_of(resources.lexicon() / "states.tsv"))
