"""Who must not be taken for an official: people said to belong to a listed group, or to be listed, held or tried."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_NEAR = 8


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
    groups = [at for at in page.places(tables.phrases("listed-groups"), first, last) if listed_group_at(page, at)]
    words = tables.phrases("suspicion-words")
    suspicious = any(page.match(words, at) for at in page.places(words, first, last))
    if not groups and not suspicious:
        return set()
    titles = [chunk.titles for chunk in row if chunk.titles]
    return {group.first for group in titles if _is_tainted(group, groups, suspicious)}


def _is_tainted(group: Titles, groups: Sequence[int], suspicious: bool) -> bool:
    """A title with a body of ours is no such title, whatever its name contains (the ISIL Sanctions Team)."""
    bare = all(title.body is None for title in group.titles)
    return bare and (suspicious or any(group.first - _NEAR <= at < group.last + _NEAR for at in groups))
