"""What a sentence behind a verb says that its meeting was: P met Q. *It was their first meeting*."""

from collections.abc import Collection, Iterable

from kg.extraction.meeting.meetings import MeetingMention
from kg.extraction.text.page import Page

_TO_NAMING = 6
"""Words of: the occasion also marked the."""
_FARTHER = 3
"""Sentences behind the next in which it may still be said."""


class SayingReader:
    """Reads the namings that open their sentence with what was told of; ``telling`` are the sentences of verbs."""

    def __init__(self, page: Page, named: Iterable[MeetingMention], telling: Collection[int | None]) -> None:
        self.page = page
        self.telling = telling
        self._by_sentence: dict[int, MeetingMention] = {}
        for mention in named:
            index = page.sentence_of(mention.first) if mention.was_it else None
            if index is not None and mention.first - page.sentences[index].first < _TO_NAMING:
                self._by_sentence.setdefault(index, mention)

    def behind(self, index: int, kind: str) -> MeetingMention | None:
        """The naming behind this sentence; farther on one of the same kind, if none between tells of another."""
        if mention := self._by_sentence.get(index + 1):
            return mention
        for at in range(index + 1, index + 1 + _FARTHER):
            mention = self._by_sentence.get(at)
            if mention or at in self.telling:
                return mention if mention and mention.kind == kind else None
        return None
