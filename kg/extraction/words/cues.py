"""Words that tell a layer something, by kind: the tables of ``lexicon`` with the columns ``form`` and ``kind``."""

from functools import cache

from kg.extraction.text.page import Page
from kg.extraction.words.tables import Table, rows


@cache
def cues(name: str, kind: str) -> Table:
    """The forms of one kind in ``NAME.tsv``."""
    return Table((row.form, row) for row in rows(name) if row["kind"] == kind)


def positions(page: Page, name: str, kind: str, first: int, last: int) -> list[int]:
    """Where a form of the kind begins in tokens ``[first, last)``."""
    found = cues(name, kind)
    return [at for at in page.places(found, first, last) if page.match(found, at, last)]


def stands_before(page: Page, name: str, kind: str, at: int, least: int) -> bool:
    """Whether a form of the kind ends right before token ``at`` and begins at ``least`` or after."""
    found = cues(name, kind)
    if at == 0 or page.tokens[at - 1].lower not in found.lasts:
        return False
    for first in range(max(least, at - 4), at):
        hit = page.match(found, first, at)
        if hit and hit.last == at:
            return True
    return False
