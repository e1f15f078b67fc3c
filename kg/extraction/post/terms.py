"""When a post was held and whether it still is: *since 2019*, *until 2017*, *from 1 January 2024*, *(2013-2016)*."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kg.extraction.date.hits import DateHit
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.dates import PartialDate

_REACH = 16
_SHORTEST = 60
_YEAR = 4
"""Digits of a year."""
_FRESH = 92
"""Days after which somebody appointed is taken to be in office."""


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Term:
    """The first and last day of a post as printed, and the tokens that print them."""

    start: Final[PartialDate | None] = None
    end: Final[PartialDate | None] = None
    day: Final[PartialDate | None] = None
    words: Final[tuple[tuple[int, int], ...]] = ()


class TermReader:
    """Reads the dates beside posts on one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._dates = {page.at(hit.start): hit for hit in page.dates}

    def behind(self, at: int, stop: int) -> Term:
        """The term printed from token ``at`` on, before ``stop``."""
        return self._within(range(at, min(at + _REACH, stop)))

    def beside(self, at: int, stop: int) -> Term:
        """The term right behind a post at token ``at``; a span of days there is that of a meeting, not of a post."""
        tokens = self.page.tokens
        lead = at + 1 if at < stop and tokens[at].text in ",(" else at
        bracket = at < stop and tokens[at].text == "("
        if lead < stop and (bracket or tokens[lead].lower in tables.by_first_word("term-leads")):
            term = self._within(range(lead, min(lead + 4, stop)))
            if not (term.start and term.end and term.start.day and (_days(term.start, term.end) < _SHORTEST)):
                return Term(term.start, term.end, None, term.words)
        return self._years(at, stop)

    def _years(self, at: int, stop: int) -> Term:
        """The years that end an entry: P (Director, Tide Agency*, 2016-2020*)."""
        tokens, end = self.page.tokens, at + 2
        if at + 1 >= stop or tokens[at].text != ",":
            return Term()
        first, _, last = tokens[at + 1].text.replace("\u2013", "-").partition("-")
        years = all(len(year) == _YEAR and year.isdigit() for year in (first, last)) and first <= last
        closed = end >= min(stop, len(tokens)) or tokens[end].text in ").;,"
        span = ((at + 1, end),)
        return Term(PartialDate(int(first)), PartialDate(int(last)), None, span) if years and closed else Term()

    def before(self, start: int, end: int) -> Term:
        """The term with which a clause begins between two tokens: *Since 2019* she has been."""
        return self._within(range(max(start, end - _REACH), end))

    def _within(self, tokens: range) -> Term:
        term = Term()
        at = tokens.start
        while at < tokens.stop:
            hit = self._dates.get(at)
            if hit and (lead := self._lead(at, hit)):
                term = _with(term, lead, hit, (at - 1, self.page.before(hit.end)))
            at = max(at + 1, self.page.before(hit.end) if hit else 0)
        return term

    def _lead(self, at: int, hit: DateHit) -> str:
        """What the word before a date says of it: start, end, both or day."""
        row = tables.by_first_word("term-leads").get(self.page.tokens[at - 1].lower) if at else None
        before = self.page.tokens[at - 2].lower if at > 1 else ""
        if not row:
            return "day" if hit.relative else ""
        lead = row[0][1]["bound"]
        return "start" if lead == "day" and before in ("starting", "beginning", "effective") else lead


def together(terms: Sequence[Term]) -> Term:
    """What several stretches of one clause say, the first that says it."""
    return Term(
        next((term.start for term in terms if term.start), None), next((term.end for term in terms if term.end), None),
        next((term.day for term in terms if term.day), None), tuple(span for term in terms for span in term.words),
    )  # fmt: skip


def of_sense(sense: str, term: Term) -> Term:
    """The term with the day of the verb as its start or end: took office *today*, stepped down *on 3 May*."""
    if sense in ("taken", "coming") and not term.start:
        return replace(term, start=term.day)
    if sense in ("left", "leaving") and not term.end:
        return replace(term, end=term.day)
    return term


def _days(start: PartialDate, end: PartialDate) -> int:
    return (end.bounds()[1] - start.bounds()[0]).days


def _with(term: Term, lead: str, hit: DateHit, words: tuple[int, int]) -> Term:
    first, last = hit.first, hit.last
    both = first != last and first is not None and last is not None
    spans = (*term.words, words)
    if lead == "day":
        return Term(term.start, term.end, term.day or first, spans if not term.day else term.words)
    if both and lead in ("start", "both"):
        return Term(first, last, term.day, spans)
    if lead == "start":
        return Term(term.start or first, term.end, term.day, spans)
    if lead == "end":
        return Term(term.start, term.end or last, term.day, spans)
    return term


def _is_old(day: PartialDate, today: date | None) -> bool:
    """Whether somebody appointed then is in office by now: months before the day of issue; told as *in 2007*."""
    return (today - day.bounds()[1]).days > _FRESH if today else day.month is None


def status_of(sense: str, printed: str, term: Term, published: PartialDate | None) -> str:
    """The status of a post (its own words say ``printed``) on the day of issue, by verb and dates."""
    today = published.bounds()[1] if published else None
    if today and term.end and term.end.bounds()[1] < today:
        return "former"
    if sense in ("past", "left"):
        return "former"
    later = bool(today and term.start and term.start.bounds()[0] > today)
    if printed != "substantive":
        return printed
    if sense in ("appointed", "coming"):
        if term.start and today and not later:
            return "substantive"
        return "substantive" if term.day and _is_old(term.day, today) else "designate"
    return "designate" if later else printed
