"""Names of meetings in quotation marks: all that stands between the marks is the name, but for a comma at its end."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST = 40
_TO_OPENING = 8
"""Words from the opening mark to the word for the kind and its modifiers."""
_OPENING, _CLOSING = frozenset('"\u201c\u00ab\u2018'), frozenset('"\u201d\u00bb\u2019')


def commas_inside(page: Page, meetings: Iterable[MeetingMention]) -> Iterator[int]:
    """The closing marks behind the comma that a name in quotation marks takes in: “*Workshop on Tides*,” held by P."""
    for meeting in meetings:
        if meeting.first == 0 or page.tokens[meeting.first - 1].text not in _OPENING:
            continue
        comma, mark = (*page.tokens[meeting.last : meeting.last + 2], None, None)[:2]
        if comma and mark and comma.text == "," and mark.text in _CLOSING and comma.end == mark.start:
            yield meeting.last + 1


class QuotedReader:
    """Reads the marks around namings of meetings on one page; ``people``: which of its tokens name somebody."""

    def __init__(self, page: Page, people: Sequence[bool]) -> None:
        self.tokens = page.tokens
        self.page = page
        self.people = people

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Begin and end of the name that a naming is part of: a “*Train the Trainers Workshop on Tides*,” held by P."""
        begin = self._opening(first)
        end = None if begin is None else self._closing(first, last)
        if begin is None or end is None:
            return first, last
        if begin == first:
            return first, max(last, end)
        return (begin, end) if self._is_name(begin, end) else (first, last)

    def _opening(self, first: int) -> int | None:
        """Behind the mark that opens what a naming goes on with."""
        for at in range(first - 1, max(-1, first - _TO_OPENING), -1):
            if self.tokens[at].text in _OPENING:
                return at + 1
            if self.people[at] or not self.tokens[at].is_word or not self.page.joined(at):
                return None
        return None

    def _closing(self, first: int, last: int) -> int | None:
        """The end of what the next closing mark closes, without the comma or stop in front of that mark."""
        for at in range(last, min(first + _LONGEST, len(self.tokens))):
            if self.tokens[at].text in _CLOSING:
                return at - (at > last and self.tokens[at - 1].text in (",", "."))
            if self.people[at] or not self.page.joined(at - 1):
                return None
        return None

    def _is_name(self, begin: int, end: int) -> bool:
        """Whether words are written as titles are, in capitals but for little ones, and are no opening of a speech."""
        opens = self.tokens[begin]
        if not opens.is_capitalised or opens.lower in tables.words_of("spoken-openings", "determiners"):
            return False
        words = (one for one in self.tokens[begin:end] if one.is_word)
        return all(one.is_capitalised or one.lower in tables.words("function-words") for one in words)
