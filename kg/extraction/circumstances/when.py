"""When a meeting was, by the sentences that mention it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.circumstances.lengths import Lengths
from kg.extraction.circumstances.past_deeds import tells_past_deed
from kg.extraction.circumstances.placed import Placed, is_more_than_year, placed
from kg.extraction.circumstances.spans import follows, holds, is_of_hours, ordinal, shifted
from kg.extraction.date.dates import DateHit
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.meeting.phrases import HEADINGS
from kg.extraction.text.hours import opens_with_hour
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.cues import positions, stands_before
from kg.model.dates import PartialDate

_TO_HOUR = 4  # tokens from a day to its hour
_OF_POST = 16  # tokens of: President of the 21st session of the Conference of the Parties (COP 21
_LONGEST = 31  # days that a meeting may last
_TO_TODAY = 6  # tokens from a relative pronoun to the end of its clause
_TO_CLAUSE = 16  # tokens from a meeting to the clause about it
_BESIDE = 6  # tokens around a meeting
_OWN = 45  # how far a date may be that is told of one meeting
_LEADING = 150  # how far a date may be that opens the sentence, before a long list of those who held it
_OPENING = 4  # tokens from the opening of a sentence to its date
_SHARED = 45  # how far a date may be that serves all meetings of its sentence


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class When:
    """First and last day of a meeting as far as known; ``hit`` holds the words that say it."""

    start: Final[PartialDate | None]
    end: Final[PartialDate | None]
    hit: Final[DateHit]


class Dates:
    """The dates of a page and the meetings they belong to; ``taken`` marks the tokens of names and titles."""

    def __init__(self, page: Page, belonging: Belonging, taken: Sequence[bool]) -> None:
        self.page = page
        self.belonging = belonging
        dates = [placed(page, hit) for hit in page.dates]
        self.placed = [date for date in dates if not self._is_foreign(date, taken)]
        self._firsts = [date.first for date in self.placed]
        self.lengths = Lengths(page, belonging)

    def _is_foreign(self, date: Placed, taken: Sequence[bool]) -> bool:
        """Whether a date is part of a name or title, or no day of a meeting (*since 2009*)."""
        if taken[date.first] or date.first >= date.last or self._names_paper(date.first) or self._is_nowadays(date):
            return True
        if self.belonging.is_of_other(date.first) or tells_past_deed(self.page, date.first, date.last, date.hit):
            return True
        index = self.page.sentence_of(date.first)
        least = self.page.sentences[index].first if index is not None else 0
        following = [token.lower for token in self.page.tokens[date.last : date.last + 2]]
        return "when" not in following and stands_before(self.page, "setting-cues", "not-then", date.first, least)

    def _names_paper(self, first: int) -> bool:
        """Whether a date tells which paper or attack is meant: the agreement *of 12 May*."""
        if first < 2 or self.page.tokens[first - 1].lower not in ("of", "from", "dated"):
            return False
        return self.page.tokens[first - 2].lower in tables.words("dated-papers")

    def _is_nowadays(self, date: Placed) -> bool:
        """Whether *today* ends a clause on how things are: the threat *that comes from it today*."""
        before = self.page.tokens[date.first - 1].lower if date.first else ""
        if date.hit.printed.lower() != "today" or before not in ("it", "them", "us"):
            return False
        words = [token.lower for token in self.page.tokens[max(0, date.first - _TO_TODAY) : date.first]]
        verbs = (behind for word, behind in pairwise(words) if word in ("that", "which"))
        return any(verb in ("are", "have") or (verb.endswith("s") and verb not in ("was", "this")) for verb in verbs)

    def _is_last(self, date: Placed) -> bool:
        """Whether a date is only the last day of something: *until 9 May*."""
        index = self.page.sentence_of(date.first)
        least = self.page.sentences[index].first if index is not None else 0
        return stands_before(self.page, "setting-cues", "ends", date.first, least)

    def end_after(self, start: PartialDate, meeting: Meeting, sentences: Iterable[int]) -> PartialDate | None:
        """The last day of a meeting that began on ``start``, if one of these sentences tells it."""
        for index in sentences:
            for date in self.of_sentence(index):
                last, owner = date.hit.last, self.belonging.owner(date.first, date.last)
                if not (last and last.day and self._is_last(date) and (owner is None or owner.meeting is meeting)):
                    continue
                if 0 < (last.bounds()[0] - start.bounds()[0]).days <= _LONGEST:
                    return last
        return None

    def of_sentence(self, index: int) -> list[Placed]:
        """The dates in one sentence, in order."""
        sentence = self.page.sentences[index]
        return self.placed[bisect_left(self._firsts, sentence.first) : bisect_left(self._firsts, sentence.last)]

    def of(self, telling: Telling) -> When | None:
        """When a meeting was, by one of its mentions: its own date in the sentence, else one that all there share."""
        dates = [date for date in self._near(telling) if not (self._is_last(date) or self._is_too_early(telling, date))]
        inner = [date for date in dates if self._distance(telling, date) == 0 and is_more_than_year(date)]
        if self._is_in_post(telling) and not any(date.first < telling.mention.last for date in inner):
            return None
        own = inner or [date for date in dates if self._is_own(telling, date)]
        if own:
            return self._joined(telling, [date for date in own if is_more_than_year(date)] or own)
        shared = [date for date in dates if self._is_shared(telling, date)]
        shared = shared or self._of_place(telling) or self._on_line_below(telling)
        return self._joined(telling, shared[:1]) if shared else None

    def are_of_posts(self, tellings: Sequence[Telling]) -> bool:
        """Whether a mention says only of what somebody presided."""
        return any(map(self._is_in_post, tellings))

    def _is_in_post(self, telling: Telling) -> bool:
        """Whether it only says of what somebody presided: he resigned as *President of the 21st session* on 3 May."""
        sentence, first = self.page.sentences[telling.sentence], telling.mention.first
        lead = [token.lower for token in self.page.tokens[max(sentence.first, first - _OF_POST) : first]]
        posts = tables.words("presiding-posts")
        ends = [at for at, pair in enumerate(pairwise(lead)) if pair[1] == "of" and pair[0] in posts]
        behind = lead[ends[-1] :] if ends else [","]
        told = any(word.endswith("ed") or word in tables.words("finite-verbs") for word in behind)
        return not told and {",", ";", "on", "at", "in"}.isdisjoint(behind)

    def _of_place(self, telling: Telling) -> list[Placed]:
        """The day told with the place to which *there* points: P went to Oslo on 3 May. *There* she held talks."""
        sentence = self.page.sentences[telling.sentence]
        if self.page.tokens[sentence.first].lower != "there" or telling.sentence == 0:
            return []
        before = self.page.sentences[telling.sentence - 1]
        told = [date for date in self.of_sentence(telling.sentence - 1) if date.hit.first and date.hit.first.day]
        alone = before.block is sentence.block and len(told) == 1
        return [date for date in told if alone and self.belonging.owner(date.first, date.last) is None]

    def _on_line_below(self, telling: Telling) -> list[Placed]:
        """The day that stands with the hour right below the line of a meeting: Hearing / *Tuesday, 3 May*, 10 a.m."""
        index = telling.sentence + 1
        if index >= len(self.page.sentences) or self.page.sentences[telling.sentence].block.kind not in HEADINGS:
            return []
        below, dates = self.page.sentences[index], self.of_sentence(index)
        if not dates or dates[0].first != below.first:
            return []
        behind = range(dates[0].last, below.last)
        hour = next((at for at in behind if self.page.tokens[at].text[0].isdigit()), below.last)
        timed = hour - dates[0].last < _TO_HOUR and opens_with_hour(
            self.page.tokens, replace(dates[0], first=hour, last=below.last)
        )
        return dates[:1] if timed else []

    def _is_too_early(self, telling: Telling, date: Placed) -> bool:
        """Whether a date was past, or the day of issue, and the meeting is *upcoming*: they spoke of it then.

        Or of a year before that of its name: met *in June 2019* to prepare the 2020 Forum.
        """
        issued, last = self.page.published, date.hit.last
        if telling.meeting.year and last and last.year < telling.meeting.year:
            return True
        if not (telling.mention.planned and issued and last):
            return False
        over, day = last.bounds()[1], issued.bounds()[0]
        return over < day or (over == day and not date.hit.relative)

    def _near(self, telling: Telling) -> list[Placed]:
        first, last = self.belonging.around(telling)
        return self.placed[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def _distance(self, telling: Telling, date: Placed) -> int:
        return self.belonging.distance(telling, date.first, date.last)

    def _is_own(self, telling: Telling, date: Placed) -> bool:
        owner = self.belonging.owner(date.first, date.last)
        far = _LEADING if self._leads(telling, date) else _OWN
        if owner is None or owner.meeting is not telling.meeting or self._distance(telling, date) > far:
            return False
        return is_more_than_year(date) or self._is_year_of(telling, date)

    def _is_year_of(self, telling: Telling, date: Placed) -> bool:
        """Whether a mere year tells when: *held in 2016*, not *the resolution of 2016*."""
        before = self.page.tokens[date.first - 1].lower if date.first else ""
        part = date.first > 1 and self.page.tokens[date.first - 2].lower in tables.words("parts-of-time")
        issued = self.page.published
        coming = issued is not None and date.hit.first is not None and date.hit.first.year >= issued.year
        near = self._distance(telling, date) < 12 * (1 + coming) or self._is_when_held(telling, date)
        if before == "of" and part:
            return near  # in the second *half of 2025*
        if before in ("of", ","):
            return self._distance(telling, date) < 4
        if before == "year" and date.first > 1:
            before = {"the": "in"}.get(self.page.tokens[date.first - 2].lower, before)  # in the year 2011
        return near and (before in ("in", "during", "late", "early", "mid") or date.hit.relative)

    def _is_shared(self, telling: Telling, date: Placed) -> bool:
        """Whether a date serves every meeting of its sentence: it stands first, or none other tells it."""
        ahead = date.last <= telling.mention.first
        if not is_more_than_year(date) or (ahead and self.belonging.is_beyond(telling)):
            return False
        leads = self._leads(telling, date)
        return (leads or date.hit.relative) and self._distance(telling, date) < (_LEADING if leads else _SHARED)

    def _leads(self, telling: Telling, date: Placed) -> bool:
        """Whether a day opens the sentence that tells of a meeting: *On 3 May*, A, B held it; not *a day after*."""
        return 0 <= date.first - self.page.sentences[telling.sentence].first < _OPENING and not date.hit.relative

    def _joined(self, telling: Telling, dates: Sequence[Placed]) -> When:
        """The dates of one meeting as one span: the nearest, or the range that holds it, or two days in a row."""
        dates = [date for date in dates if date.hit.first] or dates  # not *on Thursday* of no known week
        nearest = min(dates, key=lambda date: (not self._is_when_held(telling, date), self._distance(telling, date)))
        around = [date for date in dates if holds(date.hit, nearest.hit)]
        if around:
            nearest = around[0]
        start, end = nearest.hit.first, nearest.hit.last
        if start == end:
            end = None
            pair = next((date for date in dates if follows(nearest.hit, date.hit) and self._joins(nearest, date)), None)
            other = next(
                (date for date in dates if follows(date.hit, nearest.hit) and self._joins(date, nearest)), None
            )
            if pair:
                end = pair.hit.last
            elif other:
                start, end = other.hit.first, nearest.hit.last
            else:
                start, end = self._worn(telling, nearest)
        return When(start, end, nearest.hit)

    def _is_when_held(self, telling: Telling, date: Placed) -> bool:
        """Whether a clause of its own says that it was then: the Forum, which *was held* in Oslo *on 3 May*."""
        last = telling.mention.last
        words = [token.lower for token in self.page.tokens[last : last + _TO_CLAUSE]]
        relative = words[:1] == ["that"] or "which" in words
        held = date.first > last and bool(positions(self.page, "setting-cues", "held", last, date.first))
        return held and (relative or date.first - last <= _TO_CLAUSE)

    def _joins(self, one: Placed, other: Placed) -> bool:
        """Whether two days are joined to a span: *yesterday and today*, *opened today and goes on tomorrow*."""
        low, high = sorted((one, other), key=lambda date: date.first)
        words = [token.lower for token in self.page.tokens[low.last : high.first]]
        if is_of_hours(words):
            return True
        if len(words) > 8 or any(mark in words for mark in (";", ":")):
            return False
        shows = positions(self.page, "setting-cues", "goes-on", low.last, high.first)
        return bool(shows) or words in (["and"], ["to"], ["on"], ["and", "on"])

    def _worn(self, telling: Telling, date: Placed) -> tuple[PartialDate | None, PartialDate | None]:
        """First and last day where the date is a later one: *entered its second day today*, *ended today after …*."""
        day = date.hit.first
        if day is None or day.day is None:
            return day, None
        first, last = self.belonging.around(telling)
        near = [token.lower for token in self.page.tokens[max(first, date.first - 5) : min(last, date.last + 2)]]
        for word, following in pairwise(near):
            number = ordinal(word) if following == "day" else 0
            if number > 1:
                return shifted(day, 1 - number), None
        length = self.length(telling)
        if length and positions(self.page, "setting-cues", "over", first, last):
            return shifted(day, 1 - length), day
        if length > 1 and self._begins(telling):
            return day, shifted(day, length - 1)
        said = positions(self.page, "setting-cues", "over", max(first, date.first - 3), date.first)
        return (None, day) if said or self.is_over(telling) else (day, None)

    def _begins(self, telling: Telling) -> bool:
        """Whether the words beside a mention tell its first day: P *begins* a two-day visit today."""
        sentence, mention = self.page.sentences[telling.sentence], telling.mention
        first, last = max(sentence.first, mention.first - _BESIDE), min(sentence.last, mention.last + _BESIDE)
        return bool(positions(self.page, "setting-cues", "begins", first, last))

    def is_over(self, telling: Telling) -> bool:
        """Whether the words beside a mention tell its end: P *concluded* a visit."""
        sentence, mention = self.page.sentences[telling.sentence], telling.mention
        first, last = max(sentence.first, mention.first - _BESIDE), min(sentence.last, mention.last + _BESIDE)
        return bool(positions(self.page, "setting-cues", "over", first, last))

    def length(self, telling: Telling) -> int:
        """How many days a meeting takes, or 0."""
        return self.lengths.of(telling)

    def days(self) -> Iterator[Placed]:
        """The dates that tell more than a year, in order."""
        return (date for date in self.placed if is_more_than_year(date))
