"""Who must not be taken for an official: people said to belong to a listed group, or to be listed, held or tried."""

from collections.abc import Sequence

from kg.extraction import tables
from kg.extraction.chunks import Chunk
from kg.extraction.page import Page
from kg.extraction.titles import Titles

_NEAR = 8


def listed_group_at(page: Page, at: int) -> int | None:
    """Where the name of a listed group that begins at token ``at`` ends, or None."""
    hit = page.match(tables.phrases("listed-groups"), at)
    return hit.last if hit else None


def suspects(page: Page, row: Sequence[Chunk]) -> set[int]:
    """The titles of a sentence (by first token) that make nobody an official.

    A title in a listed group; a title without a body near one, or in a sentence of listing, arrest or trial.
    """
    if not row:
        return set()
    tokens = range(row[0].first, row[-1].last)
    groups = [at for at in tokens if listed_group_at(page, at)]
    suspicious = any(page.match(tables.phrases("suspicion-words"), at) for at in tokens)
    if not groups and not suspicious:
        return set()
    titles = [chunk.titles for chunk in row if chunk.titles]
    return {group.first for group in titles if _is_tainted(page, group, groups, suspicious)}


def _is_tainted(page: Page, group: Titles, groups: Sequence[int], suspicious: bool) -> bool:
    if any(group.first <= at < group.last + 4 and _belongs(page, group, at) for at in groups):
        return True
    bare = all(title.body is None for title in group.titles)
    near = any(group.first - _NEAR <= at < group.last + _NEAR for at in groups)
    return bare and (near or suspicious)


def _belongs(page: Page, group: Titles, at: int) -> bool:
    """Whether the group named at ``at`` is the one in which the title is held: leader *of* Boko Haram."""
    between = [token.lower for token in page.tokens[group.last : at]]
    return at < group.last or (bool(between) and between[0] in ("of", "for", "in"))
