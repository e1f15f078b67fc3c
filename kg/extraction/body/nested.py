"""Bodies named only inside the name of a part of theirs: Secretariat of *the Tide Assembly*, Board of *INTERPOL*."""

from collections.abc import Iterator, Sequence

from kg.extraction.body.acronyms import owners_in, with_acronym
from kg.extraction.body.bodies import BodyMention, body_at
from kg.extraction.changed import changed
from kg.extraction.text.page import Page

NESTED = "body.owner"


def nested_in(page: Page, mentions: Sequence[BodyMention], people: Sequence[bool]) -> Iterator[BodyMention]:
    """The owners in the names of bodies that are not known for themselves, in order."""
    for mention in mentions:
        if mention.rule == "body.head" and not mention.known:
            yield from (found for at in owners_in(page, mention) if (found := _owner(page, at, mention, people)))
            yield from _in_front(page, mention, people)


def _in_front(page: Page, mention: BodyMention, people: Sequence[bool]) -> Iterator[BodyMention]:
    """The owner whose acronym stands between it and its organ: *Marine Tide Union* (MTU) Commission."""
    if not page.places_of("(", mention.first, mention.last):
        return
    owner = body_at(page, mention.first, people)
    told = owner is not None and owner.rule in ("body.known", "body.head") and not owner.is_state
    if owner and told and owner.last < mention.last and page.tokens[owner.last].text == "(":
        yield changed(with_acronym(page, owner), rule=NESTED, prefix=False)


def _owner(page: Page, at: int, mention: BodyMention, people: Sequence[bool]) -> BodyMention | None:
    """The body at ``at``, if its name ends the whole and an article or what is known says that it is one."""
    owner = body_at(page, at, people)
    if owner is None or owner.is_state or owner.last != mention.last or owner.rule == "body.plural":
        return None
    named = owner.known is not None or page.tokens[at - 1].lower == "the"
    return changed(owner, rule=NESTED, outer=owner.last, prefix=False) if named else None
