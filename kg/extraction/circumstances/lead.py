"""What the headline and the first sentences tell: which event is the main one, its day, its place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.circumstances.labels import Labels
from kg.extraction.circumstances.places import PlaceHit
from kg.extraction.circumstances.programmes import Programme
from kg.extraction.circumstances.setting import Setting
from kg.extraction.circumstances.when import Dates
from kg.extraction.circumstances.where import Places
from kg.extraction.computed import computed
from kg.extraction.date.dates import DateHit
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.text.page import Sentence
from kg.extraction.words import tables
from kg.extraction.words.cues import positions, stands_before
from kg.model.dates import PartialDate

_TITLES = ("headline", "heading")
_BESIDE = 5  # tokens around a meeting
_PARAGRAPH = 12  # tokens from which an entry of a list may be a paragraph
_LEAD = 3  # sentences of running text that tell the main event
_FRESH = 5  # days for which an author stays where a meeting was
_READ = 200  # tokens of a sentence that are looked at
_NEWS = 92  # days after which a meeting is no news


class Lead:
    """The opening of one page."""

    def __init__(self, belonging: Belonging, dates: Dates, places: Places, programme: Programme) -> None:
        self.page = belonging.page
        self.belonging = belonging
        self.dates = dates
        self.places = places
        self.programme = programme
        self.labels = Labels(belonging.page, places)

    @computed
    def first_sentences(self) -> list[int]:
        """The first sentences of running text, by number."""
        sentences = self.page.sentences
        prose = [k for k, one in enumerate(sentences) if one.block.kind == "prose" or self._is_paragraph(one)]
        return prose[:_LEAD]

    def _is_paragraph(self, sentence: Sentence) -> bool:
        """Whether an entry of a list is a numbered paragraph: *1. On 3 May, the Ministers* …."""
        long = sentence.last - sentence.first > _PARAGRAPH
        opens = self.page.tokens[sentence.first].lower in tables.words("paragraph-openers")
        return sentence.block.kind in ("list", "item") and long and opens

    def main(self, found: Mapping[int, Setting]) -> Meeting | None:
        """The meeting that the headline or lead tells, mentioned most; one still to come only if none was held."""
        lead = set(self.first_sentences)
        last = max(lead, default=-1)
        tellings = [
            told
            for told in self.belonging.tellings
            if (told.sentence in lead or (told.sentence < last and self.kind(told) in _TITLES) or not lead)
            and not self.is_other(told)
        ]
        candidates = {telling.meeting.number: telling.meeting for telling in tellings}
        opening = {told.meeting.number for told in tellings if told.sentence in self.first_sentences[:1]}

        def weight(meeting: Meeting) -> tuple[bool, bool, int, int]:
            setting = found[meeting.number]
            opens = meeting.number in opening and setting.end is not None and setting.place is not None
            return (
                self._is_news(setting),
                opens,
                len({self.page.sentence_of(one.first) for one in meeting.mentions}),
                -meeting.number,
            )

        return max(candidates.values(), key=weight, default=None)

    def _is_news(self, setting: Setting) -> bool:
        """Whether it was held, and not months before the page was issued."""
        issued, over = self.page.published, setting.start.bounds()[1] if setting.start else None
        past = bool(issued and over and (issued.bounds()[0] - over).days > _NEWS)
        return setting.state == "held" and not past

    def kind(self, telling: Telling) -> str:
        """The kind of the block in which a meeting is mentioned."""
        return self.page.sentences[telling.sentence].block.kind

    def is_other(self, telling: Telling) -> bool:
        """Whether the words say that this is another meeting than the one reported: *the previous Dialogue*."""
        least = self.page.sentences[telling.sentence].first
        first = telling.mention.first
        near = max(least, first - 3)
        return (
            telling.mention.planned
            or self.page.tokens[max(least, first - 2)].lower in ("since", "after", "before")
            or stands_before(self.page, "setting-cues", "later", first, near)
            or self.is_earlier(telling)
        )

    def visit_around(
        self, tellings: Sequence[Telling], setting: Setting, main: Meeting | None, found: Mapping[int, Setting]
    ) -> Meeting | None:
        """The visit on which it was: one to come, or one of which its paragraph tells, and the main event is other."""
        return self._visit_to_come(tellings, setting, main, found) or self._visit_above(tellings, setting, main, found)

    def _visit_above(
        self, tellings: Sequence[Telling], setting: Setting, main: Meeting | None, found: Mapping[int, Setting]
    ) -> Meeting | None:
        """The visit told right before it in its paragraph: on 3 May P *visited Oslo*. There she met Q."""
        first = tellings[0]
        if setting.start or setting.state != "held" or first.meeting.kind in ("visit", *tables.meetings("gathering")):
            return None
        if any(self.is_other(telling) for telling in tellings) or self._is_later(first):
            return None
        block = self.page.sentences[first.sentence].block
        for other in reversed(self.belonging.before(first)):
            visit = found[other.meeting.number]
            there = setting.place in (None, visit.place) or visit.place is None
            if self.page.sentences[other.sentence].block is not block or other.meeting is main:
                return None
            if other.meeting.kind == "visit" and visit.start and visit.start.day and visit.state == "held":
                return other.meeting if there else None
        return None

    def _visit_to_come(
        self, tellings: Sequence[Telling], setting: Setting, main: Meeting | None, found: Mapping[int, Setting]
    ) -> Meeting | None:
        """The main event, if it is a visit to come on which this is to be: P will visit Oslo. *She will meet* Q."""
        visit = found[main.number] if main and main.kind == "visit" else None
        if visit is None or tellings[0].meeting.kind in ("visit", *tables.meetings("gathering")):
            return None
        if (visit.state, setting.state) != ("planned", "planned") or setting.place not in (None, visit.place):
            return None
        away = any(self._is_later(telling) or self.belonging.is_beyond(telling) for telling in tellings)
        return None if away or self.is_undated(tellings) else main

    def _is_later(self, telling: Telling) -> bool:
        """Whether a meeting to come is told to be at another time than those told with it: they will meet *again*."""
        sentence, first = self.page.sentences[telling.sentence], telling.mention.first
        later = stands_before(self.page, "setting-cues", "later", first, max(sentence.first, first - 3))
        again = any(token.lower == "again" for token in self.page.tokens[first : telling.mention.last + 3])
        return later or again or self.is_earlier(telling)

    def is_earlier(self, telling: Telling) -> bool:
        """Whether the words say that this one was before: at the *previous* meeting."""
        first = telling.mention.first
        near = max(self.page.sentences[telling.sentence].first, first - 3)
        inside = positions(self.page, "setting-cues", "earlier", first, telling.mention.last)
        return bool(inside) or stands_before(self.page, "setting-cues", "earlier", first, near)

    def _is_of_other(self, owner: Telling, hit: DateHit, tellings: Sequence[Telling]) -> bool:
        """Whether a date is that of a meeting that is not told here; one of these days serves all."""
        issued = self.page.published
        news = issued and hit.first and abs((issued.bounds()[0] - hit.first.bounds()[0]).days) <= _FRESH
        other = bool(tellings) and owner.meeting is not tellings[0].meeting
        return self.is_other(owner) or (other and not news)

    def is_undated(self, tellings: Sequence[Telling]) -> bool:
        """Whether it was some time before the page was issued, nobody says when: *recently* signed."""
        near = ((told.mention.first - _BESIDE, told.mention.last + _BESIDE) for told in tellings)
        return self.dates.are_of_posts(tellings) or any(
            positions(self.page, "setting-cues", "undated", max(0, first), last) for first, last in near
        )

    def day(self, setting: Setting, tellings: Sequence[Telling] = ()) -> Setting:
        """The day labelled as such, the first that the lead tells, else the date of issue.

        None if only who presided over it is told of: *President of the 21st session*.
        """
        if self.dates.are_of_posts(tellings):
            return setting
        if self.labels.day is not None and self._in_year(setting, self.labels.day.first):
            return setting.dated(self.labels.day)
        for index in self.first_sentences[:2]:
            for date in self.dates.of_sentence(index):
                owner = self.belonging.owner(date.first, date.last)
                fits = date.hit.first and date.hit.first.month and self._in_year(setting, date.hit.first)
                fits = fits and not (setting.state == "planned" and self._is_over(date.hit.first))
                fits = fits and not (setting.state == "held" and owner and self._is_to_come(date.hit.first))
                if fits and (owner is None or not self._is_of_other(owner, date.hit, tellings)):
                    return self.dates.lengths.ended(setting.dated(date.hit), self.page.sentences[index])
        for block in self.page.blocks:
            if block.kind in ("dateline", "caption"):
                for hit in self.page.dates_in(block):
                    if hit.first and (hit.first != hit.last or (block.kind == "caption" and hit.first.day)):
                        return setting.dated(hit)
        published = self.page.written
        held = setting.state == "held" or self.programme.announces
        if published is None or not held or self.is_undated(tellings) or not self._in_year(setting, published):
            return setting
        if not self.page.is_dated and not self.goes_on(tellings):
            return setting  # the day is not the page's own word
        some_day = self._is_some_day(tellings) or self._is_far_off(setting)
        start = PartialDate(published.year, published.month) if some_day else published
        return replace(setting, start=start, printed=None, when=None)

    def _is_some_day(self, tellings: Sequence[Telling]) -> bool:
        """Whether it was not just on the day of issue: they *have met*, it *ended*; a journey, a *two-day* course."""
        lately = any(self.dates.is_over(telling) or self.is_lately(telling) for telling in tellings)
        return (
            lately
            or self.goes_on(tellings)
            or any(self.places.is_journey(telling) or self.dates.length(telling) > 1 for telling in tellings)
        )

    def _is_far_off(self, setting: Setting) -> bool:
        """Whether it was in another land than that of the dateline: news of it came some day."""
        city = self.places.dateline
        home = self.page.match(tables.table("cities"), city.first) if city else None
        at = self.page.at(setting.where[0]) if setting.where else None
        there = self.page.match(tables.table("cities"), at) if at is not None else None
        return home is not None and there is not None and home.row["state"] != there.row["state"]

    def goes_on(self, tellings: Sequence[Telling]) -> bool:
        """Whether it went on when the page was issued: it *is being* held."""
        return any(self._says(telling, "ongoing") for telling in tellings)

    def is_lately(self, telling: Telling) -> bool:
        """Whether it is told as done by now: they *have* met; no *will have* a meeting."""
        sentence, mention = self.page.sentences[telling.sentence], telling.mention
        first, last = max(sentence.first, mention.first - _BESIDE), min(sentence.last, mention.last + _BESIDE)
        found = positions(self.page, "setting-cues", "lately", first, last)
        return any(self.page.tokens[at - 1].lower not in tables.words("modals") for at in found)

    def _says(self, telling: Telling, kind: str) -> bool:
        """Whether words of that kind stand right beside a mention."""
        sentence, mention = self.page.sentences[telling.sentence], telling.mention
        first, last = max(sentence.first, mention.first - _BESIDE), min(sentence.last, mention.last + _BESIDE)
        return bool(positions(self.page, "setting-cues", kind, first, last))

    def _is_over(self, day: PartialDate | None) -> bool:
        """Whether a day was before the day of issue."""
        issued = self.page.published
        return day is not None and issued is not None and day.bounds()[1] < issued.bounds()[0]

    def _is_to_come(self, day: PartialDate | None) -> bool:
        """Whether a day is after the day of issue: P met Q. *Tomorrow* they attend the Conference."""
        issued = self.page.published
        return day is not None and issued is not None and day.bounds()[0] > issued.bounds()[1]

    def _is_long_ago(self, setting: Setting) -> bool:
        """Whether it was on days so long before the page was issued that its author may have been elsewhere."""
        issued, last = self.page.dateline, setting.end or setting.start
        known = issued is not None and last is not None and issued.day and last.day
        return bool(known and issued and last and (issued.bounds()[0] - last.bounds()[0]).days > _FRESH)

    def _in_year(self, setting: Setting, day: PartialDate | None) -> bool:
        return day is not None and (setting.start is None or setting.start.year == day.year)

    def place(self, main: Meeting, tellings: Sequence[Telling], setting: Setting) -> Setting:
        """The main event was where the lead says, else where the dateline was written."""
        if any(self.places.is_remote(*self.belonging.around(telling)) for telling in tellings):
            return setting
        if self.labels.place is not None:
            return setting.at(self.page, self.labels.place)
        if any(self.places.is_here(*self.belonging.around(telling)) for telling in tellings) and self.places.dateline:
            return setting.at(self.page, self.places.dateline)
        titles = [
            k
            for k, one in enumerate(self.page.sentences)
            if one.block.kind in _TITLES and k < max(self.first_sentences, default=9)
        ]
        told = {telling.sentence for telling in tellings}
        later = set(self.first_sentences[1:]) - told if self.places.dateline else set()
        for index in (*self.first_sentences[:2], *titles):
            for place in self.places.of_sentence(index):
                owner = self.belonging.owner(place.first, place.last)
                near = (owner is None and (index not in later)) or (
                    owner is not None and owner.meeting is main and self.places.is_near(owner, place)
                )
                if (self.places.is_site(place) and near) or (index in titles and self._is_alone(place, index)):
                    return setting.at(self.page, place)
        return setting if self._is_remote() else self._around(tellings, setting)

    def _is_alone(self, place: PlaceHit, index: int) -> bool:
        """Whether a line of the title says nothing but a place: *Meeting of 3 May 2024* / *BRUSSELS*."""
        line = self.page.sentences[index]
        return line.first == place.first and not any(
            token.is_word for token in self.page.tokens[place.last : line.last]
        )

    def _is_remote(self) -> bool:
        """Whether the first sentences say that nobody travelled."""
        firsts = (self.page.sentences[index] for index in self.first_sentences)
        return any(self.places.is_remote(one.first, min(one.last, one.first + _READ)) for one in firsts)

    def _around(self, tellings: Sequence[Telling], setting: Setting) -> Setting:
        """The place of a caption, of a labelled line further down, of the dateline."""
        for index, sentence in enumerate(self.page.sentences):
            if sentence.block.kind == "caption":
                for place in self.places.of_sentence(index):
                    return setting.at(self.page, place)
        if self.labels.place_below is not None:
            return setting.at(self.page, self.labels.place_below)
        city = self.places.dateline
        away = self.is_undated(tellings) or self._is_long_ago(setting) or setting.state != "held"
        if city is None or away or any(self.places.is_elsewhere(city, told) for told in tellings):
            return setting
        return setting.at(self.page, city)
