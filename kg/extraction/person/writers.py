"""Who writes a page in the first person: the one person named above its text, as ministers sign their releases."""

from collections.abc import Mapping

from kg.extraction.person.people import Person, PersonMention
from kg.extraction.text.page import Page


def writer_of(page: Page, person_of: Mapping[PersonMention, Person]) -> PersonMention | None:
    """The one person named above the first paragraph, by a title or style; None if there are several or none."""
    prose = next((sentence.first for sentence in page.sentences if sentence.block.kind == "prose"), 0)
    above = [mention for mention in person_of if mention.first < prose]
    people = {id(person_of[mention]): person_of[mention] for mention in above}
    return min(above, key=lambda mention: mention.first) if len(people) == 1 else None


def is_writer(page: Page, at: int) -> bool:
    """Whether the word at a token is *I* before a verb in running text, no number: *I* met; not Session I."""
    index = page.sentence_of(at)
    prose = index is not None and page.sentences[index].block.kind == "prose"
    behind = page.tokens[at + 1] if at + 1 < len(page.tokens) and page.joined(at) else None
    numbers = (
        at > 0 and page.joined(at - 1) and page.tokens[at - 1].is_capitalised and not page.tokens[at - 1].is_acronym
    )
    return bool(
        prose
        and behind
        and behind.text.islower()
        and page.tokens[at].text == "I"
        and not (numbers and _names(page, at))
    )


def _names(page: Page, at: int) -> bool:
    """Whether the word before is a name within its sentence, and no first word: *Phase* I; not *Today* I."""
    index = page.sentence_of(at)
    return index is not None and page.sentences[index].first < at - 1
