"""What stands right beside the naming of a meeting: its city, its day, the house it was in, the one it was with."""

from bisect import bisect_left
from itertools import pairwise

from kg.extraction.computed import computed
from kg.extraction.meeting.held_with import past_held, said_held
from kg.extraction.meeting.phrases import NamingReader
from kg.extraction.text.tokens import is_figures
from kg.extraction.words import tables
from kg.extraction.words.cues import cues
from kg.extraction.words.tables import Hit
from kg.model.dates import PartialDate

_SETTING = 8
_TO_PARTNER = 16
_TO_OPENING = 4
_TO_THE_GUEST = 8
_SHORT = frozenset(("week", "night", "month", *(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri"))))
"""What came last so short a time ago that a page may be about what was then."""


class BesideReader(NamingReader):
    """Reads the words beside a naming that are no part of it."""

    def place(self, last: int) -> str | None:
        """The city right behind the naming: the meeting *in Oslo*, the one *held in Oslo*, *which was held in Oslo*."""
        if last + 1 >= len(self.tokens) or not self.page.joined(last - 1):
            return None
        city = self._city(last)
        return city.row.form if city else None

    def _city(self, last: int) -> Hit | None:
        """The city to which words right behind the naming lead."""
        at = self._past_relative(last)
        held = self.page.match(cues("setting-cues", "sited"), at) if at < len(self.tokens) else None
        if held is None and (at > last or self.tokens[last].lower not in ("in", "at")):
            return None
        at = held.last if held else last + 1
        city = self.page.match(tables.table("cities"), at) if at < len(self.tokens) else None
        return city if city and self.tokens[city.first].is_capitalised else None

    def _past_relative(self, last: int) -> int:
        """Behind the words with which a clause on the meeting begins: the session*, which was* held in Oslo."""
        at = last + (self.tokens[last].text == ",")
        if at < len(self.tokens) and self.tokens[at].lower in ("which", "that"):
            at += 1
        while last < at < len(self.tokens) and self.tokens[at].lower in tables.words("auxiliaries"):
            at += 1
        return at

    def is_received(self, first: int, last: int) -> bool:
        """Whether somebody had guests: *received a* visit on Friday *from* P."""
        before = self.tokens[first - 2].lower if first > 1 else ""
        behind = {token.lower for token in self.tokens[last : last + _TO_THE_GUEST]}
        return before in tables.words("receiving-verbs") and "from" in behind

    def city_in_front(self, at: int, first: int) -> str | None:
        """The city that names it: the *Oslo* meeting."""
        city = self.page.match(tables.table("cities"), at) if at >= first and self.tokens[at].is_capitalised else None
        return city.row.form if city else None

    def when(self, last: int) -> PartialDate | None:
        """The date right behind the naming: the meeting *in May*, the conference in Oslo *on 3 May*."""
        if not last < len(self.tokens) or not self.page.joined(last - 1):
            return None
        start = self.tokens[last].start
        index = bisect_left(self._date_starts, start)
        reach = self.tokens[min(self._past_place(last) + 2, len(self.tokens) - 1)].start
        if index == len(self._date_starts) or self._date_starts[index] > reach:
            return None
        told = self.page.at(self._date_starts[index])
        if self.page.sentence_of(told) != self.page.sentence_of(last - 1):
            return None  # they attended the conference. *In 2019* …
        return self.page.dates[index].first

    def is_long_past(self, first: int, last: int, year: int | None) -> bool:
        """Whether an owned naming is of years ago, or of last year: *their 2015 meeting*, *last November*."""
        owned = first > 0 and self.tokens[first - 1].lower in tables.words("possessives")
        issued = self.page.published
        if owned and year is not None and issued is not None and year + 1 < issued.year:
            return True
        at = last
        if owned and self.tokens[at : at + 1] and self.tokens[at].lower in ("in", "at"):
            at += 1
            while at < len(self.tokens) and self.tokens[at].is_capitalised and self.tokens[at].is_word:
                at += 1
        words = [token.lower for token in self.tokens[at : at + 2]]
        months = len(words) > 1 and (words[1] == "year" or words[1] in tables.words("calendar-words") - _SHORT)
        return owned and words[:1] == ["last"] and months

    def _past_place(self, last: int) -> int:
        """Behind *in New York*, *held in Suva, Fiji,* whose words may stand between the naming and its day."""
        city = self._city(last) if last + 1 < len(self.tokens) else None
        if city is None:
            return last
        behind = city.last
        if behind + 1 < len(self.tokens) and self.tokens[behind].text == ",":
            state = self.page.match(tables.states(), behind + 1)
            behind = state.last if state else behind
        return behind - 1

    def day_in_front(self, first: int) -> PartialDate | None:
        """The date that owns the naming: *today's* briefing, *Monday's* talks."""
        if first < 2 or self.tokens[first - 1].lower != "'s":
            return None
        index = bisect_left(self._date_starts, self.tokens[first - 2].start)
        owns = index < len(self._date_starts) and self._date_starts[index] < self.tokens[first - 1].start
        return self.page.dates[index].first if owns else None

    @computed
    def _date_starts(self) -> list[int]:
        return [hit.start for hit in self.page.dates]

    def venue(self, last: int) -> int:
        """The end of the body in whose house it was, if that stands right behind: a lecture *at the Tide Institute*."""
        at = last + 1
        if at + 1 >= len(self.tokens) or self.tokens[last].lower != "at" or not self.page.joined(last - 1):
            return last
        body = self.phrases.bodies.get(at + 1 if self.tokens[at].lower == "the" else at)
        return body.last if body and not body.is_state else last

    def is_run_with(self, first: int, determiner: str) -> bool:
        """Whether *with* names one who ran it too: *co-chaired the* meeting with Q."""
        verb = self.tokens[first - 2].lower if first > 1 else ""
        return determiner == "the" and verb.startswith("co") and verb in tables.words("holding-verbs")

    def partner(self, first: int, last: int) -> int:
        """The end of ``with NAME`` behind the mention (a person; bodies are parties), or of *between*; else its own."""
        tokens, lead = self.tokens, self._past_setting(self._past_aside(last))
        lead += past_held([token.lower for token in tokens[lead : lead + _TO_PARTNER]])
        before = [token.lower for token in tokens[max(0, first - 4) : first]]
        if any(one in tables.words("asides") and of == "of" for one, of in pairwise(before)):
            return last  # on the sidelines of the Conference *with P*, who was met there
        if lead + 1 >= len(tokens) or tokens[lead].lower not in ("with", "between") or not self.page.joined(lead - 1):
            return last
        inside = lead  # the body that is named there runs so far, its acronym with it
        for at in range(lead + 1, min(lead + _TO_PARTNER, len(tokens))):
            body = self.phrases.bodies.get(at)
            inside = max(inside, body.outer if body and not body.is_state else at)
            if self.people[at]:
                end = next((end for end in range(at, len(tokens)) if not self.people[end]), len(tokens))
                aside = tokens[lead - 1].text == "," and self._has_part(end)
                return last if self._is_fronted(first, at, end) or aside else end
            if not (
                at < inside
                or tokens[at].is_capitalised
                or tokens[at].lower in ("the", "his", "her", "its", "of", "for", "to", "and", "'s", "'", ",")
                or tokens[at].lower in tables.words("counterpart-words")
                or tokens[at].lower in tables.words("holder-adjectives")
            ):
                break
        return last

    def _is_fronted(self, first: int, at: int, end: int) -> bool:
        """Whether a comma ends the words a sentence opens with: *In talks with the Minister,* P said; no apposition."""
        index = self.page.sentence_of(first)
        opening = self.page.sentences[index].first if index is not None else first
        if self.tokens[opening].lower not in ("in", "at", "during") or first - opening > _TO_OPENING:
            return False
        return self.tokens[at - 1].text == "," and end < len(self.tokens) and self.tokens[end].is_word

    def _has_part(self, at: int) -> bool:
        """Whether words tell as what somebody came: a seminar, with P, President of Kenya, *as keynote speaker*."""
        index = self.page.sentence_of(at) if at < len(self.tokens) else None
        stop = min(at + 3 * _TO_PARTNER, self.page.sentences[index].last) if index is not None else at
        return any(token.lower == "as" for token in self.tokens[at:stop])

    def is_held_with(self, last: int) -> bool:
        """Whether it was held with somebody, or between them: talks *were held* in Oslo on 3 May *between P and Q*."""
        held = said_held([token.lower for token in self.tokens[last : last + _TO_PARTNER]])
        at = self._past_setting(last + held) if held else last
        return last < at < len(self.tokens) and self.tokens[at].lower in ("with", "between")

    def _past_setting(self, at: int) -> int:
        """Behind words of place and time: talks *in Oslo today* with Q; the same place if there are none."""
        end = at
        while end < min(at + _SETTING, len(self.tokens)):
            token = self.tokens[end]
            city = self.page.match(tables.table("cities"), end) if token.is_capitalised else None
            if city:
                end = city.last
            elif token.lower in ("in", "on", "here", ",") or is_figures(token.text) or self._is_of_calendar(end):
                end += 1
            else:
                break
        return end

    def _is_of_calendar(self, at: int) -> bool:
        return self.tokens[at].lower in tables.words("calendar-words")

    def _past_aside(self, at: int) -> int:
        """Behind *on the sidelines*, where nothing says of what: a meeting on the margins between P and Q."""
        words = [token.lower for token in self.tokens[at : at + 3]]
        aside = len(words) == 3 and words[0] in ("on", "in", "at") and words[2] in tables.words("asides")
        return at + 3 if aside else at
