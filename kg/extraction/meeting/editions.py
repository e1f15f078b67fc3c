"""Editions of a series: the *2022 edition*, *the Plenary of 3 May 2022*, is not the one that was held on 3 May 2024."""

from collections.abc import Iterable
from datetime import date

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LOOKED_AT = 32
_SOON = 14
"""Days that may lie between two days of one meeting."""


def is_edition(page: Page, mention: MeetingMention) -> bool:
    """Whether it is called by a word that counts the meetings of a series: the first *edition*."""
    return page.tokens[mention.head].lower in tables.words("meeting-containers")


def is_edition_of_other_year(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether an edition has a year in front, and the days in the sentences that tell of a meeting are of none such."""
    if mention.year is None or meeting.year or not is_edition(page, mention):
        return False
    years = {year for one in meeting.mentions[:_LOOKED_AT] for year in _years(page, one)}
    return bool(years) and mention.year not in years


def is_of_other_day(page: Page, told: Iterable[MeetingMention], mention: MeetingMention) -> bool:
    """Whether it was on a day that what *was the first meeting* was not on: talks ended today. *It was the first.*"""
    if mention.when is None or mention.when.day is None:
        return False
    days = [day for one in told if one.when is None for day in _days(page, one, page.sentence_of(mention.first))]
    return bool(days) and all(abs((day - mention.when.bounds()[0]).days) > _SOON for day in days)


def _days(page: Page, one: MeetingMention, elsewhere: int | None) -> Iterable[date]:
    """The days told in the sentence that says that it was held, or before the one that says *it was the first*."""
    index = page.sentence_of(one.first)
    if not (one.was_it or one.happens) or index is None or index == elsewhere:
        return ()
    first = page.sentences[max(0, index - one.was_it)].first
    hits = page.dates_between(page.tokens[first].start, page.tokens[page.sentences[index].last - 1].end)
    return [hit.first.bounds()[0] for hit in hits if hit.first and hit.first.day]


def _years(page: Page, mention: MeetingMention) -> Iterable[int]:
    """The years of the days in a mention's sentence."""
    index = page.sentence_of(mention.first)
    if index is None:
        return ()
    sentence = page.sentences[index]
    hits = page.dates_between(page.tokens[sentence.first].start, page.tokens[sentence.last - 1].end)
    return [hit.first.year for hit in hits if hit.first and hit.first.day]
