"""Days told right beside what names a meeting, or the verb that tells of one: met *today*, the session *on 3 May*."""

from bisect import bisect_left

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.participation.clauses import Clause
from kg.extraction.text.page import Page
from kg.model.dates import PartialDate

_TO_DAY = 3
"""Words behind a verb in which its day stands: met on Monday."""


def is_of_other_day(page: Page, meeting: Meeting, clause: Clause) -> bool:
    """Whether the verb tells another day than stands beside every naming: met *today*, the session *on 3 May*."""
    days = [day.bounds() for one in meeting.mentions if (day := one.when or day_behind(page, one.last))]
    own = day_behind(page, clause.words[1])
    if not days or own is None:
        return False
    first, last = own.bounds()
    return not any(start <= last and first <= end for start, end in days)


def day_behind(page: Page, at: int) -> PartialDate | None:
    """The day told right behind token ``at``: met *on Monday*."""
    near = page.tokens[at : at + _TO_DAY]
    if not near:
        return None
    begins = bisect_left(page.dates, near[0].start, key=lambda hit: hit.start)
    return next((hit.first for hit in page.dates[begins : begins + 1] if hit.start <= near[-1].start), None)
