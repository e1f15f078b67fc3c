"""Programmes and lines under headings: the day and place of a line that tells neither, and what only announces."""

from kg.extraction.circumstances.belonging import Telling
from kg.extraction.circumstances.when import Dates
from kg.extraction.computed import computed
from kg.extraction.date.dates import DateHit
from kg.extraction.text.page import Page
from kg.extraction.words.cues import cues

_TITLES = ("headline", "heading")
_LINES = ("headline", "heading", "item", "list", "dateline", "table")
_TOP = 8  # blocks in which a page says what it is
_FAR = 40  # lines between a heading and what it is over


class Programme:
    """The lines of a page, each under its heading."""

    def __init__(self, page: Page, dates: Dates) -> None:
        self.page = page
        self.dates = dates

    @computed
    def announces(self) -> bool:
        """Whether the page is a programme or an invitation: one of its first lines begins with such a word."""
        words = cues("setting-cues", "programme")
        tops = [block for block in self.page.blocks[:_TOP] if block.kind in (*_TITLES, "dateline")]
        return any(self.page.match(words, self.page.at(block.start)) for block in tops)

    def is_line(self, telling: Telling) -> bool:
        """Whether a meeting is mentioned in a line that stands alone, or under the hour in what announces."""
        sentence = self.page.sentences[telling.sentence]
        return sentence.block.kind in _LINES or (self.announces and self.page.entry_of(sentence.first) is not None)

    def is_entry(self, telling: Telling) -> bool:
        """Whether an entry of a list opens with it, as others do beside it: 3 May: *talks*; *visit to Oslo*."""
        listed = self.page.sentences[telling.sentence].block.kind in ("item", "list", "table")
        return listed and telling.mention.opens_line

    def sentence_for(self, telling: Telling) -> int | None:
        """The line that tells the day of another: the one below a heading, else the nearest heading above."""
        if not self.is_line(telling):
            return None
        sentences, index = self.page.sentences, telling.sentence
        below = index + 1
        heads = sentences[index].block.kind in _TITLES and below < len(sentences)
        if heads and sentences[below].block.kind in ("item", "heading") and self.day(below):
            return below
        for above in range(index - 1, max(-1, index - _FAR), -1):
            if sentences[above].block.kind in (*_TITLES, "dateline") and self.day(above):
                return above if self._headed is None or sentences[above].block.kind != "dateline" else self._headed
        return None

    @computed
    def _headed(self) -> int | None:
        """The headline that tells the day to come, on a page issued before: *itinerary for Tuesday, 7 February*."""
        issued = self.page.published
        for index, sentence in enumerate(self.page.sentences[:_TOP]):
            hit = self.day(index) if sentence.block.kind == "headline" else None
            if issued and hit and hit.first and hit.first.bounds()[0] > issued.bounds()[1]:
                return index
        return None

    def day(self, index: int) -> DateHit | None:
        """The day that a line tells, if it is not just the day of issue."""
        for date in self.dates.of_sentence(index):
            if date.hit.first and date.hit.first.day and (self.announces or date.hit.first != self.page.published):
                return date.hit
        return None
