"""Who must not be taken for an official: people said to belong to a listed group, or to be listed, held or tried."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.person.people import PersonMention
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_NEAR = 8
_BEFORE, _BEHIND = 2, 3
"""Tokens between a name and what is said of it: *suspect*, P; P, who is *wanted*."""


def listed_group_at(page: Page, at: int) -> int | None:
    """Where the name of a listed group that begins at token ``at`` ends, or None."""
    hit = page.match(tables.phrases("listed-groups"), at)
    return hit.last if hit else None


def suspects(page: Page, row: Sequence[Chunk]) -> set[int]:
    """The titles of a sentence (by first token) that make nobody an official.

    A title without a body of ours beside a listed group, or in a sentence of listing, arrest or trial.
    """
    if not row:
        return set()
    first, last = row[0].first, row[-1].last
    named = page.places(tables.phrases("listed-groups"), first, last)
    groups = [at for at in named if listed_group_at(page, at) and not _is_fought(page, at)]
    words = tables.phrases("suspicion-words")
    suspicious = any(page.match(words, at) for at in page.places(words, first, last))
    if not groups and not suspicious:
        return set()
    titles = [chunk.titles for chunk in row if chunk.titles]
    return {group.first for group in titles if _is_tainted(group, groups, suspicious)}


def _is_fought(page: Page, at: int) -> bool:
    """Whether the words before a listed group say that it is fought: the Coalition *to Defeat* ISIS, *anti-*ISIS."""
    before = (token.lower for token in page.tokens[max(0, at - _BEFORE) : at])
    return any(word in tables.words("opposing-words") for word in before)


def is_suspect(page: Page, name: PersonMention) -> bool:
    """Whether words of listing, arrest or trial are said right at a name: the suspect, *P*; *P*, accused of."""
    words, tokens = tables.phrases("suspicion-words"), page.tokens
    before = range(max(0, name.first - _BEFORE), name.first)
    if any(page.match(words, at, name.first) and page.sentence_of(at) == page.sentence_of(name.first) for at in before):
        return True
    opened = name.last < len(tokens) and tokens[name.last].lower in (",", "(", "who")
    behind = range(name.last + 1, min(name.last + 1 + _BEHIND, len(tokens)))
    return opened and any(page.match(words, at) for at in behind)


def _is_tainted(group: Titles, groups: Sequence[int], suspicious: bool) -> bool:
    """A title with a body of ours is no such title, whatever its name contains (the ISIL Sanctions Team)."""
    bare = all(title.body is None for title in group.titles)
    return bare and (suspicious or any(group.first - _NEAR <= at < group.last + _NEAR for at in groups))
