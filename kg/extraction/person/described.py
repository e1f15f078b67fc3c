"""A person described by title first and named afterwards: unique or nothing."""

from collections.abc import Mapping, Sequence

from kg.extraction.person.people import Person, PersonMention
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words.names import is_of_speech

_PARAGRAPHS_AHEAD = 2


def described(
    page: Page,
    groups: Sequence[Titles],
    owner: Mapping[int, PersonMention],
    people: Sequence[Person],
) -> dict[int, PersonMention]:
    """For titles that describe somebody named later (by their first token): a mention of that person.

    "The Director of X said" is the one person without a title who is first named, speaking, in the next paragraphs.
    :mod:`kg.extraction.person.standing` looks back.
    """
    found: dict[int, PersonMention] = {}
    for group in groups:
        if group.first not in owner and _is_definite(page, group):
            mention = _named_after(page, group, owner, people)
            if mention:
                found[group.first] = mention
    return found


def _is_definite(page: Page, group: Titles) -> bool:
    return group.first > 0 and page.tokens[group.first - 1].lower == "the"


def _named_after(
    page: Page,
    group: Titles,
    owner: Mapping[int, PersonMention],
    people: Sequence[Person],
) -> PersonMention | None:
    if group.last >= len(page.tokens) or not is_of_speech(page.tokens[group.last]):
        return None
    titled = set(owner.values())
    here = _block(page, group.first)
    fits = [
        person.mentions[0]
        for person in people
        if person.mentions[0].first > group.last
        and 0 < _block(page, person.mentions[0].first) - here <= _PARAGRAPHS_AHEAD
        and not any(mention in titled for mention in person.mentions)
        and _speaks(page, person.mentions[0])
    ]
    return fits[0] if len(fits) == 1 else None


def _block(page: Page, token: int) -> int:
    offset = page.tokens[token].start
    return next((k for k, block in enumerate(page.blocks) if block.start <= offset < block.end), -1)


def _speaks(page: Page, mention: PersonMention) -> bool:
    beside = (mention.first - 1, mention.last)
    return any(0 <= at < len(page.tokens) and is_of_speech(page.tokens[at]) for at in beside)
