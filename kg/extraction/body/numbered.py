"""Bodies whose name begins with a number: the *1540 Committee*; the *81 Division*, the *4th Infantry Brigade*."""

import re
from collections.abc import Sequence

from kg.extraction.body.bodybacks import OWNER_LEAD, complements
from kg.extraction.body.bodynames import headed_run
from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.extraction.words.known import known_at

_NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)?")


def numbered(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    """The known body, or the unit of a force, whose name begins with the number at a token."""
    known = known_at(page, at)
    if known:
        return known if known.last > at + 1 else None
    if not _NUMBER.fullmatch(page.tokens[at].text) or at + 1 >= len(page.tokens) or not page.beside[at]:
        return None
    if at and page.tokens[at - 1].lower in tables.words("numbered-words"):
        return None  # Chapter *7*
    end = headed_run(page, at + 1, at + 1, people) if page.tokens[at + 1].is_capitalised else None
    if end is None or not any(_is_unit(page, k) for k in range(at + 1, end)):
        return None
    last = complements(page, at, end, people, OWNER_LEAD).last
    return BodyMention(at, last, last, "body.head")


def _is_unit(page: Page, at: int) -> bool:
    return page.tokens[at].lower in tables.words("numbered-units")
