"""Meetings that a text only cites for what came of them: the Coalition *launched by the Tide Summit*."""

from kg.extraction.meeting.meetings import Meeting, MeetingMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables


def is_only_cited(page: Page, meeting: Meeting) -> bool:
    """Whether every naming of a meeting that has a name says only what was decided there."""
    return any(one.is_named for one in meeting.mentions) and all(_is_cited(page, one) for one in meeting.mentions)


def _is_cited(page: Page, mention: MeetingMention) -> bool:
    """Whether *launched by*, *adopted at* stands in front."""
    at = mention.first - 1
    at -= at > 0 and page.tokens[at].lower in tables.words("definite-determiners")
    if at < 1 or page.tokens[at].lower not in ("by", "at", "during"):
        return False
    decided = page.tokens[at - 1].lower
    return decided in tables.words_of("decided-forms", "founded-forms", "cited-forms")
