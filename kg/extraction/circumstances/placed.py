"""Dates of a page where they stand among its tokens."""

from dataclasses import dataclass
from typing import Final

from kg.extraction.date.hits import DateHit
from kg.extraction.text.page import Page


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Placed:
    """A date at tokens ``[first, last)``."""

    first: Final[int]
    last: Final[int]
    hit: Final[DateHit]


def placed(page: Page, hit: DateHit) -> Placed:
    """Where a date stands; the token in which it begins belongs to it: *mid-April*."""
    first = page.at(hit.start)
    first -= first > 0 and page.tokens[first - 1].end > hit.start
    return Placed(first, page.before(hit.end), hit)


def is_more_than_year(date: Placed) -> bool:
    """Whether a date tells a month, or none at all (*on Thursday* of no known week)."""
    return date.hit.first is None or date.hit.first.month is not None
