"""Whom a rank that stands alone means: *the admiral* met the Minister; unique or nothing."""

from collections.abc import Mapping

from kg.extraction.person.people import Person, PersonMention
from kg.extraction.person.pronouns import is_verb_sign
from kg.extraction.text.page import Page
from kg.extraction.words import tables


def ranked(page: Page, person_of: Mapping[PersonMention, Person]) -> dict[int, PersonMention]:
    """For every rank with *the* before a verb (by its token): the mention of the one so far who bears it."""
    found: dict[int, PersonMention] = {}
    for row in tables.rows("ranks-alone"):
        places = [at for at in page.places_of(row.form, 1, len(page.tokens) - 1) if _stands_alone(page, at)]
        bearers = _bearers(person_of, frozenset(row["bearers"].split("|"))) if places else []
        for at in places:
            meant = {id(person): mention for mention, person in bearers if mention.first < at}
            if len(meant) == 1:
                found[at] = next(iter(meant.values()))
    return found


def _stands_alone(page: Page, at: int) -> bool:
    """Whether the word is *the admiral*, in small letters, of whom a verb is said; not the *general* public."""
    tokens = page.tokens
    alone = tokens[at].text.islower() and tokens[at - 1].lower == "the" and page.beside[at - 1] and page.beside[at]
    behind = tokens[at + 1].lower
    said = any(behind in tables.words(name) for name in ("finite-helpers", "going-on"))
    return alone and (said or is_verb_sign(behind))


def _bearers(person_of: Mapping[PersonMention, Person], words: frozenset[str]) -> list[tuple[PersonMention, Person]]:
    """The mentions of people with one of these words in their honorific."""
    return [
        (mention, person)
        for mention, person in sorted(person_of.items(), key=lambda pair: pair[0].first)
        if mention.honorific and not words.isdisjoint(mention.honorific.casefold().split())
    ]
