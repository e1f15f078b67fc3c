"""Which title belongs to which person: apposition on either side, lists read by item, "who is also".

A title right before a name is that person's. A title after a name and a comma is that person's, unless the
same words open the next item of a list that is read title-first. In an item with one person all titles are his.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extraction.chunks import Chunk
from kg.extraction.people import PersonMention
from kg.extraction.titles import Titles

_LINKS = frozenset(
    ("who", "is", "was", "also", "currently", "presently", "both", "as", "the", "a", "an", "its", "their")
)
_SEPARATORS = frozenset((";",))


@dataclass(frozen=True, slots=True)
class Holding:
    """A person mention and the titles attached to it, with the body named between them if any."""

    person: PersonMention
    titles: Titles
    rule: str
    body: Chunk | None = None


def holdings(chunks: Sequence[Chunk]) -> list[Holding]:
    """Every attachment in one sentence, in order of the titles."""
    found: list[Holding] = []
    for segment in _segments(chunks):
        found += _of_segment(segment)
    return found


def _segments(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    segment: list[Chunk] = []
    for chunk in chunks:
        if chunk.is_word(*_SEPARATORS):
            yield segment
            segment = []
        else:
            segment.append(chunk)
    yield segment


def _of_segment(chunks: list[Chunk]) -> list[Holding]:
    found: list[Holding] = []
    owner: dict[int, PersonMention] = {}
    heading = _heading(chunks)
    for at, chunk in enumerate(chunks):
        if chunk.titles is None:
            continue
        holding = _adjacent(chunks, at, owner)
        if holding:
            owner[at] = holding.person
            found.append(replace(holding, body=heading) if heading and holding.body is None else holding)
    return found


def _heading(chunks: list[Chunk]) -> Chunk | None:
    """The body or state at the head of an entry: *Norway*: Minister Varga; *Norway* - Minister Varga."""
    if len(chunks) > 2 and chunks[0].body and chunks[1].is_word(":", "-", "\u2013", "\u2014"):
        return chunks[0]
    return None


def _adjacent(chunks: list[Chunk], at: int, owner: dict[int, PersonMention]) -> Holding | None:
    titles = chunks[at].titles
    assert titles is not None
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if after and after.person:
        return Holding(after.person, titles, "post.title-name")
    before = _person_before(chunks, at, owner)
    if before:
        person, body, rule = before
        return Holding(person, titles, rule, body)
    if after and after.is_word(",") and at + 2 < len(chunks) and chunks[at + 2].person:
        following = chunks[at + 2].person
        assert following is not None
        return Holding(following, titles, "post.title-comma-name")
    return None


def _person_before(
    chunks: list[Chunk], at: int, owner: dict[int, PersonMention]
) -> tuple[PersonMention, Chunk | None, str] | None:
    """The person to whom a title points back: ``P, T``; ``P of B, T``; ``P, B, T``; ``P, T, T``; ``P, who is T``."""
    pos, body, comma, linked = at - 1, None, False, False
    while pos >= 0:
        chunk = chunks[pos]
        if chunk.person:
            if comma or linked or body or chunks[pos + 1].is_word("("):
                return chunk.person, body, "post.name-who" if linked and not comma else "post.name-title"
            return None
        if chunk.titles:
            return (owner[pos], None, "post.name-title") if pos in owner and (comma or linked) else None
        if chunk.body and body is None and (comma or body is None):
            body = chunk
        elif chunk.is_word(",", "("):
            comma = True
        elif chunk.kind == "word" and chunk.text in _LINKS | {"of", "from", "at"}:
            linked = linked or chunk.text in ("is", "was", "as")
        elif chunk.is_word("and") and pos + 1 < at:
            return None
        elif chunk.is_word("and"):
            if pos and chunks[pos - 1].titles and pos - 1 in owner:
                return owner[pos - 1], None, "post.name-title"
            return None
        else:
            return None
        pos -= 1
    return None
