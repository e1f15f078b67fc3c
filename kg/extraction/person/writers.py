"""Who writes a page in the first person: the one person named above its text, as ministers sign their releases."""

from collections.abc import Mapping

from kg.extraction.person.people import Person, PersonMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_OPENS_WORDS = ("\u2018", "'")
"""Marks that open the words of another, besides those that the page knows as marks of quotation."""


def writer_of(page: Page, person_of: Mapping[PersonMention, Person]) -> PersonMention | None:
    """The one person named above the first paragraph, by a title or style; None if there are several or none."""
    prose = next((sentence.first for sentence in page.sentences if sentence.block.kind == "prose"), 0)
    above = [mention for mention in person_of if mention.first < prose]
    people = {id(person_of[mention]): person_of[mention] for mention in above}
    if len(people) != 1 or any(_is_of_others(page, mention) for mention in above):
        return None
    return min(above, key=lambda mention: mention.first)


def _is_of_others(page: Page, mention: PersonMention) -> bool:
    """Whether a line above the text tells of somebody to or of whom others write: Letter *to* P; P *dies*."""
    sentence = page.sentences[page.sentence_of(mention.first) or 0]
    said = [token.lower for token in page.tokens[sentence.first : sentence.last]]
    of_others = tables.words("papers-to")
    at = next((at for at, word in enumerate(said) if word in of_others), None)
    return at is not None and tables.words("papers-by").isdisjoint(said[at + 1 : mention.first - sentence.first])


def is_writer(page: Page, at: int) -> bool:
    """Whether the word at a token is *I* before a verb in running text, no number: *I* met; not Session I."""
    index = page.sentence_of(at)
    prose = index is not None and page.sentences[index].block.kind == "prose"
    behind = page.tokens[at + 1] if at + 1 < len(page.tokens) and page.beside[at] else None
    numbers = (
        at > 0 and page.beside[at - 1] and page.tokens[at - 1].is_capitalised and not page.tokens[at - 1].is_acronym
    )
    return bool(
        prose
        and behind
        and behind.text.islower()
        and page.tokens[at].text == "I"
        and not (at and page.tokens[at - 1].text in _OPENS_WORDS)
        and not (numbers and _names(page, at))
    )


def _names(page: Page, at: int) -> bool:
    """Whether the word before is a name within its sentence, or one that is numbered: *Phase* I; not *Today* I."""
    if page.tokens[at - 1].lower in tables.words("numbered-words"):
        return True
    index = page.sentence_of(at)
    return index is not None and page.sentences[index].first < at - 1
