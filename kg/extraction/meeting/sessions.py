"""Sessions that a programme names by their title alone: *17:00 Opening evening*, over those who speak there."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.extraction.meeting.meetings import MeetingMention, titled_session
from kg.extraction.meeting.phrases import HEADINGS
from kg.extraction.text.hours import behind_hour, timed
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables

_TITLE = range(2, 15)
"""Words of a title."""
_UNDER = 14
"""Lines below the hour among which those who speak are named."""
_FEWEST = 2
"""People under a title that make a session of it: under *Keynote* one speaks to the whole conference."""
_BESIDE = (",", "(", "-", "\u2013", "\u2014", "|")
"""Marks between a name and what somebody is."""
_MARKS = ("|", ",", "-", "\u2013", "\u2014", ":")


def with_sessions(page: Page, people: Sequence[bool], found: Sequence[MeetingMention]) -> list[MeetingMention]:
    """The meetings found and the sessions of a programme that no word for a meeting names, in order."""
    hours = page.kept(timed)
    sessions = list(_openings(page, people))
    if len(hours) >= _FEWEST:
        sessions += _sessions(page, people, [*found, *sessions], hours)
    inside = {at for one in sessions for at in range(one.first, one.last)}
    return sorted([*sessions, *(one for one in found if one.first not in inside)], key=lambda mention: mention.first)


def _sessions(
    page: Page, people: Sequence[bool], found: Sequence[MeetingMention], hours: Sequence[int]
) -> Iterator[MeetingMention]:
    named = [mention.first for mention in found if not _is_bare(page, mention)]
    for number, below in zip(hours, [*hours[1:], len(page.sentences)], strict=True):
        line, first = page.sentences[number], _behind_hour(page, number)
        title = number
        if first == line.last and number + 1 < below:  # the hour has a line of its own
            title, line = number + 1, page.sentences[number + 1]
            first = line.first
        of_meeting = bisect_left(named, line.first) < bisect_left(named, line.last)
        if of_meeting or line.block.kind not in HEADINGS or not _is_title(page, first, line, people):
            continue
        if _people_under(page, people, title, below) >= _FEWEST:
            yield titled_session(first, line.last, labelled=True, is_part=True)


def _openings(page: Page, people: Sequence[bool]) -> Iterator[MeetingMention]:
    """The lines that say what opens or closes, over those who speak there: *Opening of the Assembly*."""
    for number, line in enumerate(page.sentences):
        if line.block.kind not in HEADINGS or line.last - line.first not in _TITLE:
            continue
        words = [token.lower for token in page.tokens[line.first : line.first + 2]]
        if words[1:] != ["of"] or words[0] not in tables.words("opening-parts") or any(people[line.first : line.last]):
            continue
        if _names_meeting(page, line) and _people_under(page, people, number, len(page.sentences)) >= _FEWEST:
            yield titled_session(line.first, line.last, labelled=True, is_part=True)


def _names_meeting(page: Page, line: Sentence) -> bool:
    """Whether a meeting is opened: Opening of *the Conference*; no *Opening of borders*, *of investigation*."""
    return any(page.match(tables.table("meeting-kinds"), at, line.last) for at in range(line.first + 1, line.last))


def _behind_hour(page: Page, number: int) -> int:
    line = page.sentences[number]
    first = behind_hour(page.tokens, line)
    while first < line.last and page.tokens[first].text in _MARKS:
        first += 1
    return first


def _is_title(page: Page, first: int, line: Sentence, people: Sequence[bool]) -> bool:
    """Whether words behind the hour may be a title: nobody is named in it, and it says of no act or break."""
    words = [token for token in page.tokens[first : line.last] if token.is_word]
    if len(words) not in _TITLE or not words[0].is_capitalised or any(people[first : line.last]):
        return False
    return not any(word.lower in tables.words("programme-acts") for word in words)


def _people_under(page: Page, people: Sequence[bool], number: int, below: int) -> int:
    """How many lines under the hour name people and what they are, as far as the next hour or day."""
    count = 0
    for line in page.sentences[number + 1 : min(below, number + 1 + _UNDER)]:
        if line.block.kind in ("heading", "dateline") and page.dates_in(line.block):
            break
        named = (at for at in range(line.first, line.last) if people[at])
        who = next(named, line.last)
        told = who > line.first and page.tokens[who - 1].text == ":"
        count += told or _is_told_what(page, who, line.last)
    return count


def _is_told_what(page: Page, who: int, last: int) -> bool:
    """Whether a mark behind a name leads to a post or body: P*, Director* of B; no *P, 34, killed*, *P, accused*."""
    mark = next((at for at in range(who, last) if page.tokens[at].text in _BESIDE), last)
    ahead = next((page.tokens[at] for at in range(mark, last) if page.tokens[at].text not in _BESIDE), None)
    return ahead is not None and ahead.is_capitalised


def _is_bare(page: Page, mention: MeetingMention) -> bool:
    """Whether a naming is no session's own: *Opening conference*; *Workshop* and debate - Reading the tides."""
    index = page.sentence_of(mention.first)
    if index is None or mention.labelled or mention.ordinal or mention.last > mention.head + 1:
        return False
    if mention.kind != "session" and page.tokens[mention.first].lower in tables.words("opening-words"):
        return True
    behind = page.tokens[mention.last : page.sentences[index].last]
    titled = len(behind) > 1 and (behind[0].text in _MARKS or behind[0].lower == "and")
    return titled and mention.is_short and not mention.title_last
