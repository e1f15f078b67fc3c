"""Days and towns right beside what names a meeting, or the verb that tells of one: met *today*; *in Oslo*."""

from bisect import bisect_left

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.verbwords import in_headline
from kg.extraction.participation.clauses import Clause
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.dates import PartialDate

_NEAR = 40
"""Tokens around a naming in which the days of its sentence are looked for."""
_TO_DAY = 3
"""Words behind a verb in which its day stands: met on Monday."""


def is_of_other_day(page: Page, meeting: Meeting, clause: Clause) -> bool:
    """Whether the verb tells another day than stands beside every naming: met *today*, the session *on 3 May*."""
    days = [day.bounds() for one in meeting.mentions if (day := one.when or day_behind(page, one.last))]
    own = day_behind(page, clause.words[1])
    if days and own is None and page.published and in_headline(page, clause):
        return all(last.year + 1 < page.published.year for _, last in days)  # no headline is of years ago
    if not days or own is None:
        return False
    first, last = own.bounds()
    return not any(start <= last and first <= end for start, end in days)


def is_ahead_of(page: Page, meeting: Meeting, clause: Clause) -> bool:
    """Whether the verb is of a day to come and the meeting was held: it met on 3 May. In 2025 *it will meet*."""
    issued = page.published
    if issued is None or not (clause.hit.infinitive or clause.hit.form in ("s", "base")):
        return False
    today, mine = issued.bounds()[1], _days_around(page, clause.words[0])
    if not mine or any(day.bounds()[0] <= today for day in mine):
        return False
    theirs = [day for one in meeting.mentions for day in _days_around(page, one.first)]
    past = bool(theirs) and all(day.bounds()[0] <= today for day in theirs)
    return past and not any(one.planned or _is_told_ahead(page, one.first) for one in meeting.mentions)


def _days_around(page: Page, at: int) -> list[PartialDate]:
    """The days told near token ``at`` in its sentence."""
    index = page.sentence_of(at)
    if index is None:
        return []
    first, last = max(page.sentences[index].first, at - _NEAR), min(page.sentences[index].last, at + _NEAR)
    low = bisect_left(page.dates, page.tokens[first].start, key=lambda hit: hit.start)
    high = bisect_left(page.dates, page.tokens[last - 1].end, key=lambda hit: hit.start)
    return [hit.first for hit in page.dates[low:high] if hit.first]


def _is_told_ahead(page: Page, at: int) -> bool:
    """Whether a modal near token ``at`` says that it is still to come: the session *will* be held."""
    index = page.sentence_of(at)
    first = max(page.sentences[index].first, at - _NEAR) if index is not None else at
    last = min(page.sentences[index].last, at + _NEAR) if index is not None else at
    return any(token.lower in tables.words("looking-ahead") for token in page.tokens[first:last])


def day_behind(page: Page, at: int) -> PartialDate | None:
    """The day told right behind token ``at``: met *on Monday*."""
    near = page.tokens[at : at + _TO_DAY]
    if not near:
        return None
    begins = bisect_left(page.dates, near[0].start, key=lambda hit: hit.start)
    return next((hit.first for hit in page.dates[begins : begins + 1] if hit.start <= near[-1].start), None)


def town_behind(page: Page, at: int) -> str | None:
    """The town that a capital behind *in* names right behind token ``at``: the Summit *in Borgo*; no state."""
    near = page.tokens[at : at + 2]
    if len(near) < 2 or near[0].lower != "in" or not near[1].is_capitalised or page.match(tables.states(), at + 1):
        return None
    return None if near[1].lower in tables.words_of("determiners", "calendar-words") else near[1].lower
