"""Editions of a series: the *2022 edition* is not the one that was held on 3 May 2024."""

from collections.abc import Iterable

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LOOKED_AT = 32


def is_edition(page: Page, mention: MeetingMention) -> bool:
    """Whether it is called by a word that counts the meetings of a series: the first *edition*."""
    return page.tokens[mention.head].lower in tables.words("meeting-containers")


def is_edition_of_other_year(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether an edition has a year in front, and the days in the sentences that tell of a meeting are of none such."""
    if mention.year is None or meeting.year or not is_edition(page, mention):
        return False
    years = {year for one in meeting.mentions[:_LOOKED_AT] for year in _years(page, one)}
    return bool(years) and mention.year not in years


def _years(page: Page, mention: MeetingMention) -> Iterable[int]:
    """The years of the days in a mention's sentence."""
    index = page.sentence_of(mention.first)
    if index is None:
        return ()
    sentence = page.sentences[index]
    hits = page.dates_between(page.tokens[sentence.first].start, page.tokens[sentence.last - 1].end)
    return [hit.first.year for hit in hits if hit.first and hit.first.day]
