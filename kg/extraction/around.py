"""The sentences in which words stand, for people who want to read on."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Self

from kg.extraction.text.page import Page
from kg.model.text import Document, Span


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences, headlines and list items of one document, found once."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, document: Document) -> Self:
        """Those of a document."""
        page = Page(document)
        return cls(
            document.text,
            tuple(Span(page.tokens[each.first].start, page.tokens[each.last - 1].end) for each in page.sentences),
        )

    def at(self, offset: int) -> Span | None:
        """The one that holds the character at ``offset``; None where there is none."""
        number = bisect_right(self.spans, offset, key=lambda span: span.start) - 1
        return self.spans[number] if number >= 0 and offset < self.spans[number].end else None
