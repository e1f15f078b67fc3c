"""The sentence in which words stand, for people who want to read on."""

from kg.extraction.text.page import Page
from kg.model.text import Document, Span


def sentence_at(document: Document, offset: int) -> Span | None:
    """The sentence, headline or list item that holds the character at ``offset``; None where there is none."""
    page = Page(document)
    number = page.sentence_of(page.before(offset + 1) - 1)
    if number is None:
        return None
    sentence = page.sentences[number]
    return Span(page.tokens[sentence.first].start, page.tokens[sentence.last - 1].end)
