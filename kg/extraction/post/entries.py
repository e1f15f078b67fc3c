"""Several titles of one person in a line of a list or table, or on lines below one another: *P, T; U of B*."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.extraction.participation.chunks import Chunk, Row
from kg.extraction.person.people import PersonMention
from kg.extraction.post.heirs import is_entry
from kg.extraction.post.titles import Titles
from kg.extraction.text.page import Page
from kg.extraction.words import tables

_LONGEST_LINE = 6
"""Chunks of a line that is one title, and where it is held."""
_LONGEST_LABEL = 8
_LEAST = 3
"""Chunks of a name, a comma and a title."""


def more(page: Page, chunks: Row, segments: Iterator[Sequence[Chunk]]) -> Iterator[tuple[PersonMention, Titles]]:
    """The titles behind a semicolon of which nobody else is named, and whose they are."""
    if ";" not in chunks.said:
        return
    person, sentence = None, None
    for before, segment in pairwise(segments):
        if holder := _holder(page, before):
            person, sentence = holder, page.sentence_of(before[-1].first)
        titles = segment[0].titles if segment else None
        own = any(chunk.person for chunk in segment)
        if titles is None or own or person is None or page.sentence_of(titles.first) != sentence:
            person = None
        else:
            yield person, titles


def lines_below(
    page: Page, segments: Sequence[Sequence[Chunk]], held: Mapping[int, PersonMention]
) -> Iterator[tuple[PersonMention, Titles]]:
    """The titles that stand alone on lines below one that is told of a person, and whose they are: P / T / *U of B*.

    ``held`` are the holders of the titles right below a name, by their first token.
    """
    person: PersonMention | None = None
    for above, below in pairwise(segments):
        first = above[0].titles
        person = held.get(first.first, person) if first else None
        titles = below[0].titles
        if person is None or titles is None or titles.first in held or any(chunk.person for chunk in below):
            person = None
        elif below[-1].is_word(".") or _breaks(page, titles.first) != 1 or len(below) > _LONGEST_LINE:
            person = None
        else:
            yield person, titles


def labelled(page: Page, segments: Sequence[Sequence[Chunk]]) -> Iterator[tuple[PersonMention, Titles]]:
    """The titles and names that two lines label, in either order, and whose they are: *Post:* T; *Appointed:* P.

    None of a longer record (*Name:* P; *Alias:* Q) unless he was chosen, nor below a heading such as *Sanctions list*.
    """
    edged: Sequence[Sequence[Chunk]] = ((), *segments, ())
    for before, above, below, behind in zip(edged, edged[1:], edged[2:], edged[3:], strict=False):
        if not (_is_labelled(above) and _is_labelled(below)):
            continue
        titled, named = (below, above) if _says(above, "holder-labels") else (above, below)
        titles = titled[2].titles if _says(titled, "post-labels") else None
        person = named[2].person if _says(named, "holder-labels") else None
        if not titles or not person or titles.titles[0].plural or _breaks(page, below[0].first) != 1:
            continue
        chosen = named[0].text in tables.words_of("choosing-verbs", "electing-verbs")
        longer = _is_field(page, behind) or _is_field(page, before, above)
        if (chosen or not longer) and not _heads_others(before):
            yield person, titles


def _is_field(page: Page, chunks: Sequence[Chunk], below: Sequence[Chunk] = ()) -> bool:
    """Whether a line right above or below is labelled too: *Reward:* 5 million."""
    joined = chunks and _breaks(page, (below or chunks)[0].first) == 1
    return bool(joined) and any(chunk.is_word(":") for chunk in chunks[1:_LONGEST_LABEL])


def _heads_others(chunks: Sequence[Chunk]) -> bool:
    """Whether a line heads lists of those of whom no post is told: *Victims*, *Most wanted*."""
    roles = tables.column("label-roles", "role")
    if len(chunks) > _LONGEST_LINE or any(chunk.person for chunk in chunks):
        return False
    return any(roles.get(chunk.text) == "-" for chunk in chunks)


def _says(chunks: Sequence[Chunk], table: str) -> bool:
    """Whether a line begins with a label of one word."""
    return _is_labelled(chunks) and chunks[0].is_word(*tables.words(table))


def _is_labelled(chunks: Sequence[Chunk]) -> bool:
    return len(chunks) > _LEAST - 1 and chunks[1].is_word(":")


def _breaks(page: Page, token: int) -> int:
    """The line breaks in front of a token: a blank line makes two."""
    return page.text.count("\n", page.tokens[token - 1].end, page.tokens[token].start)


def _holder(page: Page, segment: Sequence[Chunk]) -> PersonMention | None:
    """Whose title ends a part of an entry: *P, T*."""
    if len(segment) < _LEAST or not segment[-1].titles or not segment[-2].is_word(","):
        return None
    return segment[-_LEAST].person if is_entry(page, segment[-1].first) else None


def behind_label(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """What a line says behind its label: Chair: *P*; For the Tide Agency: *P*."""
    if ":" not in [chunk.text for chunk in chunks[:_LONGEST_LABEL]]:
        return chunks
    colon = next((at for at, chunk in enumerate(chunks[:_LONGEST_LABEL]) if chunk.is_word(":")), len(chunks))
    labelled = colon + 1 < len(chunks) and not any(chunk.person for chunk in chunks[:colon])
    return chunks[colon + 1 :] if labelled else chunks
