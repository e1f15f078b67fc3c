"""Which title belongs to which person: lists read whole, both ways, and the reading that strains least is taken.

A title right before a name is that person's, one after a name and a comma too. Where a comma stands on either
side, the list decides: the reading in which every person has one title, titles first or names first.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.post.apposition import (
    is_letters,
    on_one_line,
)
from kg.extraction.post.entries import behind_label, labelled, lines_below, more
from kg.extraction.post.plurals import shares
from kg.extraction.post.sharing import Holding, Segment
from kg.extraction.post.stood_in_for import stood_in_for
from kg.extraction.text.page import Page

_LONGEST_GAP = 12
"""Chunks of a line with a title under a name."""

_PARTING = frozenset("();")


def holdings(page: Page, chunks: Row) -> list[Holding]:
    """Every attachment in one sentence, in order of the titles; then those of titles that several people share."""
    if "titles" not in chunks.kinds:
        return []
    found = [holding for segment in _segments(chunks) for holding in Segment(page, segment).holdings()]
    found += [Holding(person, titles, "post.name-title") for person, titles in more(page, chunks, _segments(chunks))]
    another = stood_in_for(chunks)
    found = [holding for holding in found if holding.titles.first != another] if another is not None else found
    owner = {holding.titles.first: holding.person for holding in found}
    for share in shares(page, chunks, set(owner.values()), owner):
        person, titles = chunks[share.person].person, chunks[share.title].titles
        assert person is not None
        assert titles is not None
        found = [one for one in found if one.titles is not titles or one.person != person]
        sent = (share.lead, share.place) if share.place else None
        found.append(Holding(person, titles, share.rule, share.body, sent, share.field))
    return found


def signatures(page: Page, rows: Sequence[Row]) -> list[Holding]:
    """Names that stand alone on a line with the title on the next one."""
    segments = [segment for row in rows for segment in _segments(row) if segment]
    found: list[Holding] = []
    for printed, below in pairwise(segments):
        above = behind_label(printed)
        if above[0].titles and len(above) > 1 and above[1].person:
            above = above[1:]  # Counsellor P
        person, titles = above[0].person, below[0].titles
        if person is None or titles is None or len(below) > _LONGEST_GAP or any(chunk.person for chunk in below):
            continue
        alone = all(chunk.is_word(",") or is_letters(page, chunk) for chunk in above[1:])
        if alone and not below[-1].is_word(".") and not on_one_line(page, titles.first):
            found.append(Holding(person, titles, "post.name-title"))
    found += [Holding(person, titles, "post.name-title") for person, titles in labelled(page, segments)]
    held = {holding.titles.first: holding.person for holding in found}
    return found + [Holding(person, titles, "post.name-title") for person, titles in lines_below(page, segments, held)]


def _segments(chunks: Row) -> Iterator[list[Chunk]]:
    """What stands between semicolons, those in brackets and those between the cells of one entry aside."""
    if ";" not in chunks.said:
        yield chunks
        return
    begin = depth = 0
    for at in chunks.places(_PARTING):
        chunk = chunks[at]
        if chunk.kind != "word":
            continue
        depth = max(0, depth + (chunk.text == "(") - (chunk.text == ")"))
        if chunk.text == ";" and not depth and not _goes_on(chunks[begin:at], chunks, at):
            yield chunks[begin:at]
            begin = at + 1
    yield chunks[begin:]


def _goes_on(entry: Sequence[Chunk], chunks: Row, at: int) -> bool:
    """Whether the semicolon at ``at`` parts but the cells of one entry: *P*; Director; *Ministry of Tides*."""
    if chunks[at].last == chunks[at].first:
        return False  # the end of a line, which is read as one
    opens = next((pos for pos in range(len(entry) - 1, 0, -1) if entry[pos - 1].is_word(":")), 0)
    entry = entry[opens:]  # behind *Present:*
    if not (entry and entry[0].person):
        return False
    cell = list(takewhile(lambda chunk: not chunk.is_word(";"), chunks[at + 1 :]))
    if len(entry) == 1:
        line = takewhile(lambda chunk: chunk.last > chunk.first, chunks[at + 1 :])
        return bool(cell) and cell[0].titles is not None and not any(chunk.person for chunk in line)
    return entry[1].is_word(";") and len(cell) == 1 and cell[0].body is not None
