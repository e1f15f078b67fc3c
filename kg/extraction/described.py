"""A person described by title in one place and named in another: unique or nothing."""

from collections.abc import Mapping, Sequence

from kg.extraction.page import Page
from kg.extraction.people import Person, PersonMention, is_of_speech
from kg.extraction.titles import Titles

_PARAGRAPHS_AHEAD = 2


def described(
    page: Page,
    groups: Sequence[Titles],
    owner: Mapping[int, PersonMention],
    people: Sequence[Person],
) -> dict[int, PersonMention]:
    """For titles that stand for somebody named elsewhere (by their first token): a mention of that person.

    Looking back, ``the Director`` is the one holder of that title named so far. Looking ahead, "the Director of X
    said" is the one person without a title who is first named, speaking, in the next paragraphs.
    """
    found: dict[int, PersonMention] = {}
    for group in groups:
        if group.first not in owner and _is_definite(page, group):
            mention = _named_before(page, group, groups, owner) or _named_after(page, group, owner, people)
            if mention:
                found[group.first] = mention
    return found


def _is_definite(page: Page, group: Titles) -> bool:
    return group.first > 0 and page.tokens[group.first - 1].lower == "the"


def _named_before(
    page: Page, group: Titles, groups: Sequence[Titles], owner: Mapping[int, PersonMention]
) -> PersonMention | None:
    role = group.titles[0].role(page).casefold()
    holders = {
        page.words(owner[other.first].name, owner[other.first].last): owner[other.first]
        for other in groups
        if other.first < group.first and other.first in owner
        for title in other.titles
        if title.role(page).casefold() == role
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


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
