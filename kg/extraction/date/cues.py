"""What stands around a date and says whether it is one and of which year: patterns made of ``date-cues.tsv``."""

import re
from functools import cache

from kg.extraction.words.tables import rows

_GAP = r"\s{0,2}"


@cache
def _forms(kind: str) -> str:
    """The forms of one kind as alternatives, longest first."""
    forms = [row.form for row in rows("date-cues") if row["kind"] == kind]
    return "|".join(
        re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=lambda form: (-len(form), form))
    )


@cache
def before_month() -> re.Pattern[str]:
    """Words that make a mere month a date; group ``which``: *last*, *next* …"""
    return re.compile(rf"\b(?:(?:{_forms('before-month')})|(?P<which>{_forms('which')})){_GAP}\Z", re.IGNORECASE)


@cache
def before_year() -> re.Pattern[str]:
    """Words that make a mere number a year."""
    return re.compile(rf"\b(?:{_forms('before-year')}){_GAP}\Z", re.IGNORECASE)


@cache
def no_year_before() -> re.Pattern[str]:
    """What makes a number no year: *resolution 2001*, *some 2000*, a sum of money."""
    words = rf"\b(?:{_forms('not-year-before')})|[$\u20ac\u00a3]"
    return re.compile(rf"(?:{words}){_GAP}\(?\Z|\d{_GAP}\(\Z|[/\d]\Z", re.IGNORECASE)


@cache
def no_year_after() -> re.Pattern[str]:
    """What makes a number no year: *2000 participants*."""
    return re.compile(rf"{_GAP}(?:{_forms('not-year-after')})\b", re.IGNORECASE)


@cache
def no_weekday_before() -> re.Pattern[str]:
    """*Good* Friday."""
    return re.compile(rf"\b(?:{_forms('not-weekday-before')})\s\Z", re.IGNORECASE)


@cache
def which_day() -> re.Pattern[str]:
    """*last* Monday."""
    return re.compile(rf"\b(?P<which>{_forms('which')})\s\Z", re.IGNORECASE)


@cache
def part_of() -> re.Pattern[str]:
    """*the end of* May."""
    return re.compile(rf"\b(?:{_forms('part-of')}) of \Z", re.IGNORECASE)


@cache
def span_before() -> re.Pattern[str]:
    """*from* 2004 to 2006."""
    return re.compile(rf"(?:\A|\n\s*|\(|\b(?:{_forms('span-before')})\s)\Z", re.IGNORECASE)


@cache
def ahead() -> re.Pattern[str]:
    """Words that look to what is to come."""
    return re.compile(rf"\b(?:{_forms('ahead')})\b", re.IGNORECASE)


@cache
def ahead_after() -> re.Pattern[str]:
    """Words that look ahead, soon after a date and in its sentence."""
    return re.compile(rf"[^.;!?]{{0,45}}\b(?:{_forms('ahead')})\b", re.IGNORECASE)


@cache
def past() -> re.Pattern[str]:
    """Words that look back."""
    return re.compile(rf"\b(?<!be )(?:{_forms('past')})\b", re.IGNORECASE)
