"""When and where each meeting was, and whether it has been: told of it, or of the occasion it was part of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.circumstances.outlook import outlook
from kg.extraction.circumstances.places import PlaceHit
from kg.extraction.circumstances.scenes import Scenes
from kg.extraction.circumstances.setting import Setting
from kg.extraction.circumstances.when import Dates, When
from kg.extraction.circumstances.where import Places
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.records import labelled_place
from kg.extraction.participation.chunks import Chunk
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import positions
from kg.model.dates import PartialDate

__all__ = ["Setting", "settings"]

_TO_OCCASION = 5
"""Tokens of: sidelines of the two-day."""
_TO_TOWN = 9
"""Tokens of: was in Kuala Lumpur, Malaysia, to attend the."""
_NAMED = ("person", "titles", "body")


def settings(page: Page, begins: Sequence[Chunk | None], meetings: Sequence[Meeting]) -> dict[int, Setting]:
    """The setting of every meeting, by its number."""
    if not meetings:
        return {}
    belonging = Belonging(page, meetings)
    named = [chunk for chunk in begins if chunk and chunk.kind in _NAMED]
    taken, people = _taken(page, named), _taken(page, [chunk for chunk in named if chunk.person])
    dates, places = Dates(page, belonging, taken), Places(page, belonging, _but_towns(page, named, taken), people)
    own = {}
    for meeting in meetings:
        tellings = _best_first(page, belonging.of(meeting))
        tellings += [other for telling in tellings for other in belonging.joined(telling)]
        when = _most_precise([found for found in map(dates.of, tellings) if found])
        sites = [place for place in map(places.of, tellings) if place]
        loose = bool(sites) and sites[0].lead not in ("in", "at")
        where = next(filter(places.is_sited, sites if loose else ()), None) or next(iter(sites), None)
        where = where or _in_naming(page, tellings) or _in_record(page, places, tellings)
        own[meeting.number] = _setting(page, belonging, meeting, when, where)
    settled = Scenes(page, belonging, dates, places, meetings).settled(own)
    settled = _for_what(page, belonging, meetings, settled)
    settled = _of_occasions(page, belonging, meetings, settled)
    for meeting in meetings:
        if meeting.kind in tables.meetings("remote"):
            settled[meeting.number] = replace(settled[meeting.number], place=None, where=None)
    return settled


def _for_what(
    page: Page, belonging: Belonging, meetings: Sequence[Meeting], settled: dict[int, Setting]
) -> dict[int, Setting]:
    """A visit of no day of its own was when that was for which somebody came: in Oslo *for the Forum* of 3 May."""
    known = [m for m in meetings if m.kind in tables.meetings("gathering") and settled[m.number].printed]
    came = [m for m in known if any(_is_what_for(page, telling) for telling in belonging.of(m))]
    found = dict(settled)
    for visit in meetings if len(came) == 1 else ():
        mine, theirs = settled[visit.number], settled[came[0].number]
        if visit.kind == "visit" and mine.printed is None and mine.place == theirs.place is not None:
            found[visit.number] = replace(mine, start=theirs.start, end=theirs.end)
    return found


def _of_occasions(
    page: Page, belonging: Belonging, meetings: Sequence[Meeting], settled: dict[int, Setting]
) -> dict[int, Setting]:
    """A gathering on whose margins others met on a day was some day of that month, a General Assembly of that year."""
    found = dict(settled)
    starts = Counter(settled[meeting.number].start for meeting in meetings)
    for meeting in meetings:
        mine = settled[meeting.number]
        day = mine.start if mine.end is None and mine.start and mine.start.day else None
        if (
            day is None
            or meeting.kind not in tables.meetings("gathering")
            or not _is_occasion(page, belonging, meeting)
        ):
            continue
        if starts[day] > 1:
            long = any(words in meeting.name.casefold() for words in tables.words("long-gatherings"))
            start = PartialDate(day.year, None if long else day.month)
            found[meeting.number] = replace(mine, start=start)
    return found


def _is_occasion(page: Page, belonging: Belonging, meeting: Meeting) -> bool:
    """Whether every mention says only that others met on its margins."""
    tellings = belonging.of(meeting)
    firsts = [one.mention.first for one in tellings]  # a line above may say so: ON THE MARGINS OF
    led = (positions(page, "setting-cues", "margins", max(0, at - _TO_OCCASION), at) for at in firsts)
    return bool(tellings) and all(led)


def _is_what_for(page: Page, telling: Telling) -> bool:
    """Whether somebody was in a town *for* it, or *to attend* it."""
    first = telling.mention.first - (page.tokens[telling.mention.first - 1].lower in tables.words("determiners"))
    lead = [token.lower for token in page.tokens[max(0, first - _TO_TOWN) : first]]
    was = tables.words("being-forms") | {"arrived"}
    there = any(word in was and following == "in" for word, following in pairwise(lead))
    return there and (lead[-1:] == ["for"] or lead[-2:] == ["to", "attend"])


def _best_first(page: Page, tellings: Sequence[Telling]) -> list[Telling]:
    """The mentions in the order of the text, those of running text before those of headings."""
    return sorted(tellings, key=lambda told: page.sentences[told.sentence].block.kind in ("headline", "heading"))


def _most_precise(told: Sequence[When]) -> When | None:
    """What is told first; a day told later goes before the month in which it lies, a span before its day."""
    if not told:
        return None
    first = told[0]
    if first.start is None and first.end is not None:  # only how it ended
        first = next((one for one in told if one.start), first)
    if first.start is None or first.end is not None:
        return first
    if first.start.day is not None:  # it opened that day, and another sentence tells its days
        return next((one for one in told if one.start == first.start and one.end), first)
    low, high = first.start.bounds()
    days = (one for one in told if one.start and one.start.day and low <= one.start.bounds()[0] <= high)
    return next(days, first)


def _taken(page: Page, named: Iterable[Chunk]) -> list[bool]:
    """The tokens of these people, titles and bodies: a date or place there is part of a name."""
    taken = [False] * len(page.tokens)
    for chunk in named:
        taken[chunk.first : chunk.last] = [True] * (chunk.last - chunk.first)
    return taken


def _but_towns(page: Page, named: Iterable[Chunk], taken: Sequence[bool]) -> list[bool]:
    """The same without states whose name is that of a town: in *Djibouti*, in *Mexico* City."""
    free = list(taken)
    for chunk in named:
        if chunk.body is not None and chunk.body.is_state:
            town = page.match(tables.table("cities"), chunk.first)
            if town is not None and town.last >= chunk.last:
                free[chunk.first : chunk.last] = [False] * (chunk.last - chunk.first)
    return free


def _in_naming(page: Page, tellings: Sequence[Telling]) -> PlaceHit | None:
    """The city that a text calls a meeting by: the *Oslo* session; no name, as of the *Oslo* Forum."""
    for mention in (telling.mention for telling in tellings):
        city = page.match(tables.table("cities"), mention.first, mention.head) if mention.definite else None
        if city and city.last == mention.head and not page.tokens[mention.head].is_capitalised:
            return PlaceHit(city.first, city.last, page.words(city.first, city.last), "", city.first)
    return None


def _in_record(page: Page, places: Places, tellings: Sequence[Telling]) -> PlaceHit | None:
    """The place that a line of its record labels."""
    for mention in (telling.mention for telling in tellings if telling.mention.recorded):
        return next(iter(places.between(*labelled_place(page, mention))), None)
    return None


def _setting(page: Page, belonging: Belonging, meeting: Meeting, when: When | None, where: PlaceHit | None) -> Setting:
    if when and meeting.year and meeting.is_apart and when.start and when.start.year != meeting.year:
        when = None  # at their *2015* meeting; the Office opened in 2017
    start, end, printed, said = (when.start, when.end, when.hit.printed, when.hit) if when else (None, None, None, None)
    day = next((one.when for one in meeting.mentions if one.recorded and one.when), None)
    if day:
        start, end, printed, said = day, None, None, None
    elif not when and meeting.year:
        start = PartialDate(meeting.year)
    words = (said.start, said.end) if said else None
    setting = Setting(start, end, printed, words, state=outlook(page, belonging, meeting, start))
    return setting.at(page, where) if where else setting
