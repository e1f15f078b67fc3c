"""Lines of a page that label the day and place of what it tells of: *Venue: Palais des Nations, Geneva*."""

from collections.abc import Sequence

from kg.extraction.circumstances.places import PlaceHit
from kg.extraction.circumstances.where import Places
from kg.extraction.computed import computed
from kg.extraction.date.hits import DateHit
from kg.extraction.text.page import Page, Sentence
from kg.extraction.words import tables
from kg.extraction.words.cues import cues

_TOP = 12
"""Blocks in which such lines stand, before anything else is known."""
_PAST_LABEL = 6
"""Tokens of a label: Date and place of the meeting*:*."""


class Labels:
    """The labelled lines of one page. A day alone is that of issue; with a place beside it, that of the meeting."""

    def __init__(self, page: Page, places: Places) -> None:
        self.page = page
        self.places = places

    @computed
    def place(self) -> PlaceHit | None:
        """The place that a line at the top labels."""
        return self._place(self._labelled("place-label", self._top))

    @computed
    def place_below(self) -> PlaceHit | None:
        """The place that any line labels: for want of a better."""
        return self._place(self._labelled("place-label", self.page.sentences))

    def _place(self, line: tuple[int, int]) -> PlaceHit | None:
        """The last place of a line: a house is printed before its town."""
        first, last = line
        return next((place for place in reversed(self.places.found) if first <= place.first < last), None)

    @computed
    def day(self) -> DateHit | None:
        """The day that a line at the top labels, if a place is labelled too."""
        first, last = self._labelled("day-label", self._top)
        if first == last or self._labelled("place-label", self._top) == (0, 0):
            return None
        start, end = self.page.tokens[first].start, self.page.tokens[last - 1].end
        return next((hit for hit in self.page.dates if start <= hit.start < end and hit.first), None)

    @computed
    def _top(self) -> Sequence[Sentence]:
        """The sentences of the first blocks."""
        stop = self.page.blocks[:_TOP][-1].end if self.page.blocks else 0
        return [one for one in self.page.sentences if one.block.end <= stop]

    def _labelled(self, kind: str, sentences: Sequence[Sentence]) -> tuple[int, int]:
        """The tokens behind the first label of a kind, to the end of its line; (0, 0) if there is none."""
        behind = ((self._behind_label(one, kind), one.last) for one in sentences)
        return next(((first, last) for first, last in behind if first is not None), (0, 0))

    def _behind_label(self, sentence: Sentence, kind: str) -> int | None:
        first, last = sentence.first, sentence.last
        label = self.page.match(cues("setting-cues", kind), first) if first < last else None
        if label is None:
            return None
        colon = (at for at in range(first + 1, min(first + _PAST_LABEL, last - 1)) if self.page.tokens[at].text == ":")
        end = next(colon, None)
        return end + 1 if end is not None and self._is_of_meeting(label.last, end) else None

    def _is_of_meeting(self, first: int, last: int) -> bool:
        """Whether the words between a label and its colon are none or tell of a meeting; not Date *of birth:*."""
        words = [token.lower for token in self.page.tokens[first:last]]
        return not words or words[0] == "(" or any(word in tables.table("meeting-kinds").firsts for word in words)
