"""Where a page says when and where it was issued: lines and openings that are datelines."""

import re

from kg.extraction.text.page_words import is_place

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?(?:-|\u2013|and|to|&)\s?{_DAY})?"
_DATE = (
    rf"(?:{_DAYS}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH},?\s+{_DAYS},?\s+\d{{4}}|{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH}|(?:Early|Mid|Late|Spring|Summer|Autumn|Winter)[ -]\d{{4}}"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day|\.)?)"
_DASH = r"(?:\u2013|\u2014|-{1,2})"
_NEXT = r"(?=[A-Z\"'(\[])"
_PLACE = r"[A-Z][^\s.:;|\u2013\u2014]*(?:[ .][A-Za-z(][^\s.:;|\u2013\u2014]*){0,7}"
DATE_ANYWHERE = re.compile(rf"(?<![\w/]){_DATE}(?![\w/])", re.IGNORECASE)
WEEKDAY_ONLY = re.compile(rf"{_WEEKDAY}\.?", re.IGNORECASE)
OPENING_DATE = re.compile(
    rf"\(?(?:(?!(?:On|In|At|From|By|Since|Until|The|During)\b){_PLACE}(?:\s*[,.:|/\u2013\u2014]\s*|\s+-+\s+|\s+))?"
    rf"(?:{_WEEKDAY},?\s+)?{_DATE}\)?\s*(?:{_DASH}|:|\||\.-?|/)\s+{_NEXT}",
    re.IGNORECASE,
)
_CAPITALS = r"[A-Z][A-Z'-]+"
_OPENING_CAPITALS = re.compile(
    rf"([A-Z][A-Z'-]{{2,}}(?: {_CAPITALS}){{0,2}})(?:[ ,/]+[A-Z][A-Z.'/-]+){{0,3}}"
    rf"\s*(\u2013|\u2014|\s-{{1,2}}|:|\.)\s+{_NEXT}"
)
_OPENING_PLACE = re.compile(
    rf"([A-Z][\w'.-]+(?: (?:[a-z]{{2}} )?[A-Z][\w'.-]+){{0,2}})(?:, [A-Z][\w. ]{{1,20}})?\s+{_DASH}\s+{_NEXT}"
)
SMALL_WORDS = frozenset(
    (
        "and",
        "correspondents",
        "des",
        "editors",
        "for",
        "hrs",
        "immediate",
        "item",
        "meeting",
        "release",
        "session",
        "the",
    )
)


def opening_place(text: str) -> re.Match[str] | None:
    """A dateline without date ("RIYADH: …", "Amman – …"): capitals before a dash, else a known city."""
    match = _OPENING_CAPITALS.match(text)
    if match and (match.group(2) not in ":." or is_place(match.group(1))):
        return match
    match = _OPENING_PLACE.match(text)
    return match if match and is_place(match.group(1)) else None
