"""What a meeting takes from around it: the occasion it was part of, the heading above it, the lead, the dateline."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.circumstances.lead import Lead
from kg.extraction.circumstances.part_of import Around
from kg.extraction.circumstances.programmes import Programme
from kg.extraction.circumstances.setting import Setting
from kg.extraction.circumstances.when import Dates
from kg.extraction.circumstances.where import Places
from kg.extraction.meeting.editions import is_edition
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import positions
from kg.model.dates import PartialDate


class Scenes:
    """The settings of all meetings of a page, each completed from its surroundings."""

    def __init__(
        self, page: Page, belonging: Belonging, dates: Dates, places: Places, meetings: Sequence[Meeting]
    ) -> None:
        self.page = page
        self.belonging = belonging
        self.dates = dates
        self.places = places
        self.meetings = meetings
        self.programme = Programme(page, dates)
        self.lead = Lead(belonging, dates, places, self.programme)
        self.around = Around(page, belonging, self.lead)

    def settled(self, own: Mapping[int, Setting]) -> dict[int, Setting]:
        """Every setting with what its surroundings add; what is told of a meeting itself stays."""
        found = {number: self._announced(setting) for number, setting in own.items()}
        main = self.lead.main(found)
        if main is not None and (other := self.around.coincided(main)):
            main = other
        if main is not None:
            found[main.number] = self._of_part(self._of_main(main, found), main, own)
        for meeting in self.meetings:
            if meeting is not main:
                found[meeting.number] = self._inherited(meeting, main, found)
        return {meeting.number: self._outlook(found[meeting.number]) for meeting in self.meetings}

    def _announced(self, setting: Setting) -> Setting:
        """On a page that announces, what is not told to have been held is planned."""
        issued = self.page.published
        over = setting.start and issued and setting.start.bounds()[1] < issued.bounds()[0]
        return replace(setting, state="planned") if self.programme.announces and not over else setting

    def _outlook(self, setting: Setting) -> Setting:
        """A meeting whose day was found around it is planned if that day is after the day of issue."""
        issued = self.page.published
        ahead = setting.start and issued and setting.start.bounds()[0] > issued.bounds()[1]
        return replace(setting, state="planned") if ahead and setting.state == "held" else setting

    # ---------------------------------------------------------------- the main event

    def _of_main(self, main: Meeting, found: Mapping[int, Setting]) -> Setting:
        setting, tellings = found[main.number], self.belonging.of(main)
        outer = self.around.meeting(tellings)
        if outer is not None and outer is not main and setting.start is None and setting.printed is None:
            setting = replace(setting, start=self._inside(tellings[0], found[outer.number]))
        if setting.start is None and setting.printed is None:
            setting = self._above(tellings, setting, whole=True)
        if (setting.start is None and setting.printed is None) or (setting.start and setting.start.month is None):
            setting = self.lead.day(setting, tellings)
        if setting.start and setting.start.day and setting.end is None:
            sentences = sorted({*self.lead.first_sentences, *(telling.sentence for telling in tellings)})
            setting = replace(setting, end=self.dates.end_after(setting.start, main, sentences))
        outer = self.around.meeting(tellings, there=True) or self.around.visit_beside(main, tellings)
        if setting.place is None and outer is not None:
            setting = replace(setting, place=found[outer.number].place, where=found[outer.number].where)
        return self.lead.place(main, tellings, setting) if setting.place is None else setting

    def _of_part(self, setting: Setting, main: Meeting, own: Mapping[int, Setting]) -> Setting:
        """With the place that is told only of its opening or another part of it."""
        if setting.place is not None or any(
            self.places.is_remote(*self.belonging.around(t)) for t in self.belonging.of(main)
        ):
            return setting
        parts = (one for one in self.meetings if one is not main and self._is_within(self.belonging.of(one)))
        sessions = (one for one in parts if one.kind == "session" and own[one.number].place)
        then = (one for one in sessions if not self._stands_apart(self.belonging.of(one), own[one.number]))
        there = next((own[one.number] for one in then), None)
        return replace(setting, place=there.place, where=there.where) if there else setting

    # ---------------------------------------------------------------- the others

    def _inherited(self, meeting: Meeting, main: Meeting | None, found: Mapping[int, Setting]) -> Setting:
        tellings = self.belonging.of(meeting)
        if not tellings:
            return found[meeting.number]
        setting = self._beside(tellings, found[meeting.number])
        outer = self.around.meeting(tellings) or self.lead.visit_around(tellings, setting, main, found)
        if outer is None:
            if self._stands_apart(tellings, setting):
                return setting
            outer = main
        if outer is None and setting.start is None and setting.printed is None:
            return replace(setting, start=self._inside(tellings[0], self.lead.day(Setting(state=setting.state))))
        if outer is None or outer is meeting or self._is_of_series(meeting, outer, tellings):
            return setting
        other = found[outer.number]
        if outer is main and other.state == "planned" and setting.state == "held" and not self.programme.announces:
            return setting  # it was before the one to come
        return self._taken_from(outer, other, tellings, setting)

    def _beside(self, tellings: Sequence[Telling], setting: Setting) -> Setting:
        """With what the words beside it tell: *here*, the day of the heading above."""
        if setting.place is None and any(self.places.is_here(*self.belonging.around(told)) for told in tellings):
            setting = setting.at(self.page, self.places.dateline) if self.places.dateline else setting
        return self._above(tellings, setting) if setting.start is None and setting.printed is None else setting

    def _stands_apart(self, tellings: Sequence[Telling], setting: Setting) -> bool:
        """Whether the words say that it was not then: another one, one to come, one that the main event preceded."""
        planned = setting.state != "held" and not self.programme.announces
        beyond = all(self.belonging.is_beyond(telling) for telling in tellings)
        apart = planned or beyond or self.lead.is_undated(tellings)
        return apart or any(self.lead.is_other(telling) for telling in tellings)

    def _is_of_series(self, meeting: Meeting, outer: Meeting, tellings: Sequence[Telling]) -> bool:
        """Whether it is another edition of one series, told of apart."""
        counted = any(is_edition(self.page, telling.mention) for telling in tellings)
        return _is_another_edition(meeting, outer, counted=counted) and not self.around.is_joined(outer, tellings)

    def _taken_from(self, outer: Meeting, other: Setting, tellings: Sequence[Telling], setting: Setting) -> Setting:
        """With the day and place of the one around it, as far as they hold for what was inside."""
        meeting = tellings[0].meeting
        told = setting.start is not None or setting.printed is not None
        elsewhere = None not in (setting.place, other.place) and setting.place != other.place
        elsewhere = elsewhere and meeting.kind in tables.meetings("gathering")
        if not told and not elsewhere:
            start = self._shared_days(tellings, outer, other)
            state = setting.state if any(mention.told for mention in meeting.mentions) else other.state
            setting = replace(setting, start=start, end=None, state=state)
        inside = other.start is None and self.around.meeting(tellings) is outer
        apart = told and not inside and _apart(setting, other)
        if setting.place is None and not apart and self._shares_place(tellings, outer, other):
            setting = replace(setting, place=other.place, where=other.where)
        return setting

    def _shared_days(self, tellings: Sequence[Telling], outer: Meeting, other: Setting) -> PartialDate | None:
        """The day of the one around it, or its month, as far as that holds for what was inside."""
        start = self._inside(tellings[0], other)
        if start is None or start.day is None:
            return start if self._keeps_days(tellings, outer, other) else None
        if self._has_own_days(tellings, outer):
            return None
        lasts = any(self.dates.length(telling) > 1 or self.places.is_journey(telling) for telling in tellings)
        lasts = lasts or self.lead.goes_on(tellings)
        return PartialDate(start.year, start.month) if lasts and other.end is None else start

    def _has_own_days(self, tellings: Sequence[Telling], outer: Meeting) -> bool:
        """Whether it was told as done by now, or is another gathering with a name or number: *at the Fish Summit*."""
        if self.around.meeting(tellings) is outer:
            return False
        if any(self.lead.is_lately(telling) for telling in tellings):
            return True
        if tellings[0].meeting.kind not in tables.meetings("gathering"):
            return False
        named = any(telling.mention.ordinal or telling.mention.is_named for telling in tellings)
        return named and not self.around.is_joined(outer, tellings)

    def _keeps_days(self, tellings: Sequence[Telling], outer: Meeting, other: Setting) -> bool:
        """Whether the month of several days is told of what was inside them: on a visit, in a programme."""
        if other.end is None or outer.kind in tables.meetings("talked") or self.around.meeting(tellings) is outer:
            return True
        is_part = tellings[0].meeting.kind == "session" or all(telling.mention.is_part for telling in tellings)
        return any(
            (self.programme.is_line(telling) and not telling.mention.is_part) or telling.mention.partners
            or telling.mention.name_last > telling.mention.last
            or (not is_part and (telling.mention.is_named or telling.mention.ordinal)) or self._says(telling, "margins")
            for telling in tellings
        )  # fmt: skip

    def _inside(self, telling: Telling, outer: Setting) -> PartialDate | None:
        """The day of a meeting inside another: that day, the first or last of several, else their month."""
        if outer.start is None and outer.end is not None:  # of which only the end is told
            return PartialDate(outer.end.year, outer.end.month)
        if outer.start is None or outer.end is None:
            return outer.start
        sentence, mention = self.page.sentences[telling.sentence], telling.mention
        words = [token.lower for token in self.page.tokens[mention.first : min(mention.last + 5, sentence.last)]]
        opens = telling.meeting.kind != "launch"  # the inauguration of a house may be on any day
        opens = opens and bool(positions(self.page, "setting-cues", "first-day", mention.first, mention.last))
        if opens or ("first", "day") in pairwise(words):
            return outer.start
        if positions(self.page, "setting-cues", "last-day", mention.first, mention.last):
            return outer.end
        if (outer.start.year, outer.start.month) == (outer.end.year, outer.end.month):
            return PartialDate(outer.start.year, outer.start.month)
        return None

    def _shares_place(self, tellings: Sequence[Telling], outer: Meeting, other: Setting) -> bool:
        """Whether a meeting was where the other was: on a visit, on its margins."""
        if all(map(self.programme.is_entry, (*tellings, *self.belonging.of(outer)))):
            return False
        if any(self.places.is_remote(*self.belonging.around(telling)) for telling in tellings):
            return False
        there = self.around.meeting(tellings, there=True) is outer
        if self.around.meeting(tellings) is outer and not there:
            return False  # they only coincided
        if self.programme.announces or there or self.around.is_joined(outer, tellings):
            return True
        if any(self._says(telling, "margins") or self.lead.kind(telling) == "headline" for telling in tellings):
            return True
        keeps = self._keeps_days(tellings, outer, other)
        beside = tellings[0].meeting.kind != "session" and any(telling.mention.is_part for telling in tellings)
        if self._is_within(tellings) and (keeps or not beside):
            return True
        lines = keeps and other.end is not None and all(self.programme.is_line(telling) for telling in tellings)
        talks = outer.kind in tables.meetings("talked") or tellings[0].meeting.kind in ("meeting", "visit")
        return lines or (keeps and talks)

    def _is_within(self, tellings: Sequence[Telling]) -> bool:
        """Whether it is told as a part of the main event: its opening, a session without number, a signing."""
        kind = tellings[0].meeting.kind
        parts = any(telling.mention.is_part for telling in tellings)
        numbered = any(telling.mention.ordinal or telling.mention.acronym for telling in tellings)
        return kind == "signing" or (not numbered if kind == "session" else parts)

    def _says(self, telling: Telling, kind: str) -> bool:
        return bool(positions(self.page, "setting-cues", kind, *self.belonging.around(telling)))

    def _above(self, tellings: Sequence[Telling], setting: Setting, *, whole: bool = False) -> Setting:
        """A line of a programme has the day of the heading above it, a heading that of the line below."""
        for telling in tellings:
            index = self.programme.sentence_for(telling)
            hit = self.programme.day(index) if index is not None else None
            if index is None or hit is None:
                continue
            if hit.first != hit.last and not whole:
                return replace(setting, start=self._inside(telling, setting.dated(hit)))
            setting = setting.dated(hit)
            site = next(filter(self.places.is_site, self.places.of_sentence(index)), None)
            below = site is not None and setting.place is None and index > telling.sentence
            return setting.at(self.page, site) if site and below else setting
        return setting


def _is_another_edition(meeting: Meeting, outer: Meeting, *, counted: bool) -> bool:
    """Whether two meetings are two of one series: the 16th and the 17th; ``counted``: it is called an *edition*."""
    alike = counted or meeting.kind == outer.kind
    return bool(alike and meeting.ordinal and outer.ordinal and meeting.ordinal != outer.ordinal)


def _apart(one: Setting, other: Setting) -> bool:
    """Whether two settings are on different days."""
    if one.start is None or other.start is None:
        return True
    first, last = other.start.bounds()[0], (other.end or other.start).bounds()[1]
    return one.start.bounds()[1] < first or one.start.bounds()[0] > last
