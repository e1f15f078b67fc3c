"""Posts told line by line, as those sign who issue a paper: *P*, below it *T*, below that *the BODY*."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extraction.participation.chunks import Chunk
from kg.extraction.post.apposition import on_one_line
from kg.extraction.post.heirs import Heir, Home, word_at
from kg.extraction.post.role_homes import can_hold
from kg.extraction.text.page import Page

_BREAKS = 1
"""Line breaks between a title and the body below it: a blank line parts them."""


class Signed:
    """Finds the bodies on the lines right below titles that stand alone on theirs."""

    def __init__(self, page: Page, rows: Sequence[Sequence[Chunk]]) -> None:
        self.page = page
        printed = [row for row in rows if row]
        self._below = {above[-1].first: below for above, below in pairwise(printed)}

    def home(self, heir: Heir) -> Home | None:
        """The body on the next line, that says nothing else."""
        if on_one_line(self.page, heir.title.first) or heir.high != heir.titles_at:
            return None
        line = self._line(heir)
        body = line[0].body if line else None
        if body is None or body.prefix or not (len(line) == 1 or word_at(line, 1, ";", ",")):
            return None
        gap = self.page.text[self.page.tokens[heir.title.last - 1].end : self.page.tokens[body.first].start]
        below = not gap.strip(" \t\r\n,") and gap.count("\n") == _BREAKS
        return Home(body, "signed") if below and can_hold(self.page, heir.role, body) else None

    def _line(self, heir: Heir) -> Sequence[Chunk]:
        """The line below a title; the lines of a list stand in one row."""
        row = heir.row[heir.titles_at + 1 :]
        if row:
            return row[1:3] if row[0].is_word(";") else ()
        return self._below.get(heir.row[heir.titles_at].first, ())
