"""Posts of a house that the page tells of: the *Deputy* of a post told; the *Executive Secretary* of the main body."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.post.heirs import Heir, Home
from kg.extraction.post.holders import has_field, is_national
from kg.extraction.text.page import Page
from kg.extraction.words import tables

if TYPE_CHECKING:
    from kg.extraction.post.recalled import Told

_OFTEN = 3
"""How often a page must name the body whose house it is."""
_MORE = 2
"""How many times as often as any other."""


def under_told(page: Page, heir: Heir, told: Sequence["Told"]) -> Home | None:
    """The body whose head was told: B Executive Secretary P; *Deputy* Executive Secretary for Tides, *Q*."""
    words = heir.title.role(page).casefold().split()
    below = tables.words("deputy-words")
    at = next((k for k, word in enumerate(words) if word not in below), len(words))
    head = " ".join(words[at:])
    if not at or not _is_long(head):
        return None
    above = [post for post in told if head == post.words or head.startswith(f"{post.words} ")]
    bodies = {post.name: post.body for post in above if _is_long(post.words) and not post.body.is_state}
    return Home(next(iter(bodies.values())), "under") if len(bodies) == 1 else None


def of_house(page: Page, heir: Heir, bodies: Sequence[Body], kind: Callable[[Body], str]) -> Home | None:
    """The body of which a page tells from its first sentence on and most: its *Executive Secretary*, P."""
    hit = page.match(tables.phrases("house-posts"), heir.title.parts[0][0])
    if hit is None or not heir.is_named or is_national(heir.role) or has_field(page, heir.title):
        return None  # a Director-General for Tides is in some ministry
    counts = sorted(((len(body.mentions), body) for body in bodies if not body.is_state), key=lambda n: -n[0])
    if not counts or counts[0][0] < _OFTEN or (len(counts) > 1 and counts[0][0] < _MORE * counts[1][0]):
        return None
    body = counts[0][1]
    first = min(body.mentions, key=lambda mention: mention.first)
    fits = kind(body) in tables.words("house-kinds") and (page.sentence_of(first.first) or 0) <= 1
    return Home(_fullest(body), "house") if fits else None


def _fullest(body: Body) -> BodyMention:
    return max(body.mentions, key=lambda mention: (mention.last - mention.first, -mention.first))


def _is_long(words: str) -> bool:
    """Whether a post is named by more than a word that any body may have for one: no *Director*, no *Chair*."""
    return " " in words or "-" in words
