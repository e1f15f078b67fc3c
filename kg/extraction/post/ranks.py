"""Ranks in front of a name that are the post itself: *Norway's Ambassador* P is the ambassador of Norway."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.person.people import PersonMention
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_POSTS = ("envoy", "minister", "head", "deputy", "judicial")


def with_posts(page: Page, mentions: Sequence[PersonMention], taken: Sequence[bool]) -> list[PersonMention]:
    """The mentions; a rank that a state or body owns is left outside the name, to be read as a title."""
    return [_freed(page, mention) if _is_post(page, mention, taken) else mention for mention in mentions]


def _is_post(page: Page, mention: PersonMention, taken: Sequence[bool]) -> bool:
    if mention.name == mention.first:
        return False
    hit = page.match(tables.table("role-heads"), mention.first, mention.name)
    if hit is None or hit.row["class"] not in _POSTS:
        return False
    return _is_owned(page, mention.first, taken) or (hit.row["class"] == "envoy" and _is_of_state(page, mention.last))


def _is_of_state(page: Page, at: int) -> bool:
    """Whether a state stands right behind the name: Ambassador P *of Norway*; no *of Norway's* mission."""
    if at + 1 >= len(page.tokens) or page.tokens[at].lower != "of" or not page.joined(at):
        return False
    first = at + 1 + (page.tokens[at + 1].lower == "the")
    hit = page.match(tables.states(), first) if first < len(page.tokens) else None
    return hit is not None and (hit.last >= len(page.tokens) or page.tokens[hit.last].lower not in ("'s", "\u2019s"))


def _is_owned(page: Page, at: int, taken: Sequence[bool]) -> bool:
    """Whether a state or known body stands right before: Norway's, the Norwegian, the EU."""
    if at == 0 or not page.joined(at - 1):
        return False
    owner = at - 2 if page.tokens[at - 1].lower == "'s" else at - 1
    if owner >= 0 and taken[owner]:
        return not _ends_other_post(page, owner, taken)
    for first in range(max(0, at - 2), at):
        hit = page.match(tables.demonyms(), first)
        if hit and hit.last == at:
            return True
    return False


def _ends_other_post(page: Page, owner: int, taken: Sequence[bool]) -> bool:
    """Whether the body only ends another post: Representative *to the Union* Ambassador P, Chief *of the Police* …"""
    at = owner
    while at > 0 and taken[at] and page.joined(at - 1):
        at -= 1
    at -= page.tokens[at].lower == "the"
    return at >= 0 and page.tokens[at].lower in ("to", "of")


def _freed(page: Page, mention: PersonMention) -> PersonMention:
    hit = page.match(tables.table("role-heads"), mention.first, mention.name)
    first = hit.last if hit else mention.first
    honorific = page.words(first, mention.name) if first < mention.name else None
    return replace(mention, first=first, honorific=honorific)
