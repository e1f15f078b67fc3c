"""What speaks for a mention being a meeting already told of: its acronym, its number, its noun, its name."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg.extraction.meeting.contradictions import contradicts, counts_some, head
from kg.extraction.meeting.goals import goes_there_too
from kg.extraction.meeting.meetings import Meeting, MeetingMention, references
from kg.extraction.meeting.names import words_of
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.names import fold

_PLENARY, _PLENARY_WORDS = "plenary", frozenset(("plenary", "session", "meeting", "assembly"))
_DATES = 3
"""Dates of one sentence that are looked at."""


def same_name(page: Page, meetings: Sequence[Meeting], mention: MeetingMention) -> Meeting | None:
    """The meeting of the same ordinal, or one of whose names is part of the other."""
    fits = [meeting for meeting in meetings if not contradicts(page, meeting, mention)]
    called = next((m for m in fits if _is_called(m, mention) or _is_its_plenary(page, m, mention)), None)
    called = called or next((m for m in fits if _is_with_the_same(page, m, mention)), None)
    if called is not None:
        return called
    words = words_of(page.words(_behind_town(page, mention), max(mention.last, mention.name_last, mention.title_last)))
    if not words - words_of(page.tokens[mention.head].text):
        return None
    if mention.year and not mention.ordinal and (dated := next((m for m in fits if _was_in(page, m, mention)), None)):
        bare = words - {str(mention.year)}
        if of_noun(page, dated, mention) and any(bare <= name for name in _names(dated)):
            return dated
    return next((meeting for meeting in fits if _is_like(page, meeting, mention, words)), None)


def _is_with_the_same(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether a naming takes up a meeting with one partner: talks with Minister P. *The talks with Mr P* went on."""
    if not mention.definite or mention.name_last <= mention.last or mention.plural is not meeting.mentions[0].plural:
        return False
    partner = page.tokens[mention.name_last - 1].lower
    told = (one for one in meeting.mentions if one.name_last > one.last and one.first < mention.first)
    return of_noun(page, meeting, mention) and any(page.tokens[one.name_last - 1].lower == partner for one in told)


def _was_in(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether a meeting is told to have been in the year by which a text takes it up: on 3 May 2022. *The 2022* …"""
    if meeting.year is not None or meeting.ordinal is None:
        return False
    index = page.sentence_of(meeting.mentions[0].first)
    if index is None:
        return False
    first, last = page.tokens[page.sentences[index].first].start, page.tokens[page.sentences[index].last - 1].end
    at = bisect_left(page.dates, first, key=lambda hit: hit.start)
    told = (hit.first for hit in page.dates[at : at + _DATES] if hit.start < last)
    return any(date is not None and date.year == mention.year for date in told)


def _behind_town(page: Page, mention: MeetingMention) -> int:
    """Where a naming begins that a town or state opens: the *Oslo* High-Level Conference, if more words follow."""
    if not mention.definite or mention.kind not in tables.meetings("gathering"):
        return mention.first
    town = page.match(tables.table("cities"), mention.first) or page.match(tables.states(), mention.first)
    return town.last if town and town.last < mention.head else mention.first


def of_noun(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether the meeting is called by the same noun somewhere."""
    return any(head(page, one) == head(page, mention) for one in meeting.mentions)


def _is_like(page: Page, meeting: Meeting, mention: MeetingMention, words: frozenset[str]) -> bool:
    same_noun = of_noun(page, meeting, mention) or (_PLENARY in words and _is_plenary(meeting))
    if meeting.ordinal and mention.ordinal and counts_some(meeting, mention):
        return _are_alike(words, _names(meeting), _ordinal_words(), words_of(head(page, mention)))
    if meeting.ordinal and mention.ordinal:
        return same_noun or _shares(page, meeting, mention, words)
    if meeting.kind != mention.kind and not same_noun:
        return _is_of_its_body(page, meeting, mention, words)
    if goes_there_too(page, meeting, mention):
        return True
    return any(theirs and (theirs <= words or words <= theirs) for theirs in _names(meeting))


def _is_of_its_body(page: Page, meeting: Meeting, mention: MeetingMention, words: frozenset[str]) -> bool:
    """Whether an acronym in its name and a word for any meeting take one up: a session of the TC. *The TC meeting*."""
    told = mention.definite and not mention.plural and meeting.mentions[0].first < mention.first
    own = words - words_of(head(page, mention))
    if not (told and own and _takes_up(page, mention, meeting.mentions[0])):
        return False
    front = page.tokens[mention.first : mention.head]
    return bool(front) and all(token.is_acronym for token in front) and any(own <= name for name in _names(meeting))


def _are_alike(
    words: frozenset[str], names: Sequence[frozenset[str]], ordinals: frozenset[str], noun: frozenset[str]
) -> bool:
    """Whether two namings say the same beside their numbers, and more than the noun."""
    bare = words - ordinals
    others = (name - ordinals for name in names)
    return any(other <= bare or bare <= other for other in others if bare - noun and other - noun)


def _names(meeting: Meeting) -> list[frozenset[str]]:
    return [words_of(name) for name in (meeting.name, *meeting.also)]


def _is_called(meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether both bear one acronym: the Lagoon Ministers' Meeting (LMM) and the *18th LMM*."""
    return mention.acronym is not None and any(one.acronym == mention.acronym for one in meeting.mentions)


def _is_plenary(meeting: Meeting) -> bool:
    """Whether a meeting is called a plenary, whatever noun follows: the *34th Plenary Meeting*."""
    return any(_PLENARY in name for name in _names(meeting))


def _is_its_plenary(page: Page, meeting: Meeting, mention: MeetingMention) -> bool:
    """Whether *the Plenary session* is the plenary told of: the 34th Tide *Plenary Meeting*; of a conference a part."""
    words = words_of(page.words(mention.first, mention.last))
    return mention.definite and _PLENARY in words and words <= _PLENARY_WORDS and _is_plenary(meeting)


def _shares(page: Page, meeting: Meeting, mention: MeetingMention, words: frozenset[str]) -> bool:
    """Whether two namings of one ordinal but another noun are of one meeting.

    One only counts (the second meeting of the Dialogue; the *first meeting*), or they share words that say more than
    kind and number, and one noun can stand for the other or is part of its name: of the Week no *Conference*.
    """
    own = words - words_of(head(page, mention)) - _ordinal_words()
    if not own or any(one.ordinal and _only_counts(one) for one in meeting.mentions):
        return True
    nouns = words_of(" ".join(head(page, one) for one in (mention, *meeting.mentions)))
    taken_up = any(_takes_up(page, one, mention) or _takes_up(page, mention, one) for one in meeting.mentions)
    return any(own & name and (taken_up or nouns & name & words) for name in _names(meeting))


def _only_counts(mention: MeetingMention) -> bool:
    """Whether nothing but a number stands at the noun: the *first meeting*."""
    return mention.last == mention.head + 1 and mention.head - mention.first < 2


def _takes_up(page: Page, mention: MeetingMention, other: MeetingMention) -> bool:
    """Whether the noun of a mention may stand for the kind of another."""
    return other.kind in references().get(head(page, mention), frozenset())


@cache
def _ordinal_words() -> frozenset[str]:
    return frozenset(fold(row.form.replace("-", " ")) for row in tables.rows("ordinals"))
