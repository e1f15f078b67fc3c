"""Fields that a comma parts in the name of a body: the *Law*, Order and Justice Committee."""

from collections.abc import Sequence

from kg.extraction.body.bodynames import head_at
from kg.extraction.body.mentions import BodyMention
from kg.extraction.body.postwords import is_behind_comma
from kg.extraction.changed import changed
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST = 3
"""Words of one field."""
_OTHERS = ("states", "cities", "role-heads", "honorifics")


def with_fields_in_front(page: Page, mentions: Sequence[BodyMention], people: Sequence[bool]) -> list[BodyMention]:
    """The mentions, those of which *and* joins the last fields with the ones before, up to the article or a post."""
    ends = {mention.outer for mention in mentions}
    return [_with_fields(page, mention, ends, people) for mention in mentions]


def _with_fields(page: Page, mention: BodyMention, ends: set[int], people: Sequence[bool]) -> BodyMention:
    if mention.rule != "body.head" or mention.known or not _joins_fields(page, mention):
        return mention
    at = mention.first
    while at > 1 and page.tokens[at - 1].text == "," and not (at < mention.first and is_behind_comma(page, at)):
        first = _field_before(page, at - 1, ends, people)
        if first is None:
            return mention
        at = first
    whole = at > 0 and (page.tokens[at - 1].lower == "the" or is_behind_comma(page, at))
    return changed(mention, first=at) if whole and at < mention.first else mention


def _joins_fields(page: Page, mention: BodyMention) -> bool:
    """Whether *and* stands in a name before its head: *Order and Justice* Committee."""
    joints = (at for at in range(mention.first + 1, mention.last) if page.tokens[at].lower in ("and", "&"))
    joint = next(joints, None)
    return joint is not None and not any(head_at(page, at) for at in range(mention.first, joint))


def _field_before(page: Page, end: int, ends: set[int], people: Sequence[bool]) -> int | None:
    """Where a field begins that ends at a comma: capitals back to another comma or the article, nothing else's."""
    first = end
    while first > 0 and end - first <= _LONGEST and page.beside[first - 1] and page.tokens[first - 1].is_capitalised:
        if page.tokens[first - 1].lower == "the" or people[first - 1] or first in ends:
            break
        first -= 1
    others = any(page.match(_table(name), at) for at in range(first, end) for name in _OTHERS)
    plain = all(page.tokens[at].is_word for at in range(first, end))
    return first if 0 < end - first <= _LONGEST and plain and not others else None


def _table(name: str) -> tables.Table:
    return tables.states() if name == "states" else tables.table(name)
