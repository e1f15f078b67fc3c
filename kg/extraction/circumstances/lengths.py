"""How many days a meeting takes: the *three-day* workshop; it concluded *after three full days*."""

from dataclasses import replace

from kg.extraction.circumstances.belonging import Belonging, Telling
from kg.extraction.circumstances.setting import Setting
from kg.extraction.circumstances.spans import shifted
from kg.extraction.date.hits import count_of
from kg.extraction.meeting.meetings import Meeting
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words.cues import positions

_TWO = 2


class Lengths:
    """The lengths that the mentions of one page tell."""

    def __init__(self, page: Page, belonging: Belonging) -> None:
        self.page = page
        self.belonging = belonging
        self._lengths: dict[int, int] = {}

    def of(self, telling: Telling) -> int:
        """How many days a meeting takes, as this mention or another says (*three-day workshop*), or 0."""
        own = self._counted(telling) or self._named(telling.meeting)
        return own or self._after(*self.belonging.around(telling))

    def _named(self, meeting: Meeting) -> int:
        """The days that the first mention of a meeting to count them says."""
        if id(meeting) not in self._lengths:
            named = (self._counted(one) for one in self.belonging.of(meeting))
            self._lengths[id(meeting)] = next(filter(None, named), 0)
        return self._lengths[id(meeting)]

    def _counted(self, telling: Telling) -> int:
        """The days that a compound counts: the *three-day* workshop."""
        for token in self.page.tokens[telling.mention.first : telling.mention.last]:
            count, hyphen, unit = token.lower.partition("-")
            if hyphen and unit == "day":
                return count_of(count)
        return 0

    def _after(self, first: int, last: int) -> int:
        """The days after which it was over: it concluded *after three full days*."""
        words = [token.lower for token in self.page.tokens[first:last]]
        for at in range(len(words) - 2):
            if words[at] == "after" and "days" in words[at + 2 : at + 4]:
                return count_of(words[at + 1])
        return 0

    def ended(self, setting: Setting, sentence: Sentence) -> Setting:
        """With the first day too, if a sentence only tells the last: *three days of* talks *ended* today."""
        words = [token.lower for token in self.page.tokens[sentence.first : sentence.last]]
        counts = (count_of(words[at]) for at in range(len(words) - 2) if words[at + 1 : at + 3] == ["days", "of"])
        length, start = next(filter(None, counts), 0), setting.start
        over = bool(positions(self.page, "setting-cues", "over", sentence.first, sentence.last))
        if not over or length < _TWO or start is None or start.day is None:
            return setting
        return replace(setting, start=shifted(start, 1 - length), end=start)
