"""Bodies known by their neighbours in a list: the Tide Council, *Foreign Ministry*, *Coast Guard* and the Reef Fund."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.body.acronyms import cover
from kg.extraction.body.bodynames import capital_run, headed_run
from kg.extraction.body.mentions import BodyMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_JOINS = frozenset((",", "and", "&", ";"))
_LETTERS = 3
_CERTAIN = 2
"""Bodies that a list names beside one that is known by them."""


def with_listed(page: Page, mentions: Sequence[BodyMention], people: Sequence[bool]) -> list[BodyMention]:
    """The mentions, and the names of bodies without article or name of their own in one list with several of them."""
    begin = {mention.first: mention for mention in mentions}
    found = list(mentions)
    at = 0
    for mention in mentions:
        if mention.is_state or mention.first < at:
            continue
        items = list(_items(page, mention, begin, people))
        at = items[-1].outer
        if sum(item.first in begin for item in items) >= _CERTAIN:
            found += [item for item in items if item.first not in begin]
    return sorted(found, key=lambda mention: mention.first)


def _items(
    page: Page, mention: BodyMention, begin: Mapping[int, BodyMention], people: Sequence[bool]
) -> Iterator[BodyMention]:
    """A body and the bodies that go on with its list, whether they are mentions yet or read like one."""
    item: BodyMention | None = mention
    while item:
        yield item
        start = _past_joint(page, item.outer)
        goes_on = start > item.outer
        item = begin.get(start) or _unnamed(page, start, people) or _acronym(page, start, begin) if goes_on else None
        item = None if item and item.is_state else item


def _past_joint(page: Page, at: int) -> int:
    """Behind the marks and words at ``at`` that join two items of a list, and the article of the second."""
    pos = at
    while pos < len(page.tokens) and page.tokens[pos].lower in _JOINS:
        pos += 1
    return pos + (at < pos < len(page.tokens) and page.tokens[pos].lower == "the")


def _unnamed(page: Page, at: int, people: Sequence[bool]) -> BodyMention | None:
    """The words at ``at`` that read like the name of a body and end an item: *Foreign Ministry*, no post behind it."""
    if at >= len(page.tokens) or people[at] or not page.tokens[at].is_capitalised:
        return None
    service = page.match(tables.phrases("services-of-states"), at)
    end = max(service.last if service else at, headed_run(page, at, at, people) or at)
    if end - at < 2 or page.match(tables.table("role-heads"), at):
        return None
    closed = end >= len(page.tokens) or page.tokens[end].lower in _JOINS | {".", "(", ")"}
    return BodyMention(at, end, end, "body.company") if closed else None


def _acronym(page: Page, at: int, begin: Mapping[int, BodyMention]) -> BodyMention | None:
    """An acronym at ``at`` between two bodies of a list: UNDP, *TREC*, OSCE; no state, degree or post."""
    if at >= len(page.tokens) or not page.tokens[at].is_acronym or not page.tokens[at].text.isalpha():
        return None
    other = (tables.states(), tables.table("role-heads"), tables.table("name-suffixes"), tables.table("cities"))
    if len(page.tokens[at].text) < _LETTERS or any(page.match(table, at) for table in other):
        return None
    if page.tokens[at].lower in tables.words("subject-acronyms"):
        return None
    following = begin.get(_past_joint(page, at + 1))
    listed = not following.is_state if following else _closes(page, at + 1) or _is_more(page, at + 1, begin)
    return BodyMention(at, at + 1, at + 1, "body.company") if listed else None


def _closes(page: Page, at: int) -> bool:
    """Whether a list ends at ``at`` with its sentence: the Reef Fund, the Tide Office, and the *TREC*."""
    return at >= len(page.tokens) or page.tokens[at].lower in (".", ";")


def _is_more(page: Page, at: int, begin: Mapping[int, BodyMention]) -> bool:
    """Whether the list goes on at ``at`` with one more acronym that belongs to it: *TREC*, the MARA and B."""
    start = _past_joint(page, at)
    return start > at and _acronym(page, start, begin) is not None


def in_company(page: Page, found: list[BodyMention], people: Sequence[bool]) -> list[BodyMention]:
    """Adds names between bodies in one list: twelve UN agencies, *Seapol* and the Coast Guard."""
    covered = cover(page, found)
    starts = {mention.first for mention in found}
    more: list[BodyMention] = []
    for at in (comma + 1 for comma in page.places_of(",", 1, len(page.tokens) - 1)):
        if not page.tokens[at].is_capitalised or covered[at] or people[at]:
            continue
        end = capital_run(page, at, people)
        if end is None or end + 1 >= len(page.tokens) or page.tokens[end].lower != "and":
            continue
        after = end + 2 if page.tokens[end + 1].lower == "the" else end + 1
        ordinary = any(page.match(tables.table(name), at) for name in ("cities", "role-heads"))
        if after in starts and not ordinary and _lists_bodies(page, at - 2, covered):
            more.append(BodyMention(at, end, end, "body.company"))
    return sorted([*found, *more], key=lambda mention: mention.first)


def _lists_bodies(page: Page, at: int, covered: Sequence[bool]) -> bool:
    """Whether the item before a comma is a body, or members of one."""
    members = tables.words("member-nouns")
    return covered[at] or (page.tokens[at].lower in members and at > 0 and covered[at - 1])
