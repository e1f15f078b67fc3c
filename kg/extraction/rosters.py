"""Lists of those who took part, one to a line: their headings, their entries, the sides over whose people they stand."""

from collections.abc import Iterator, Sequence

from kg.extraction import tables
from kg.extraction.chunks import Chunk
from kg.extraction.entries import heads_entries, opening_body
from kg.extraction.page import Sentence

_LABEL = 6  # chunks that a label has at most
_ENTRY = 30  # chunks that an entry set like a heading has at most
_SIDES = ("delegation", "delegations", "side", "team", "delegates", "representatives")


def heads_roster(chunks: Sequence[Chunk]) -> bool:
    """Whether these words are those of a heading over who took part, as the triggers have them."""
    words = tuple(chunk.text for chunk in chunks)
    if not words or any(chunk.kind not in ("word", "titles") for chunk in chunks):
        return False
    known = tables.by_first_word("triggers").get(words[0], ())
    return any(row["rule"] == "part.heading" and _said(phrase) == words for phrase, row in known)


def _said(phrase: tuple[str, ...]) -> tuple[str, ...]:
    return phrase[:-1] if phrase[-1] == ":" else phrase


def is_roster_heading(chunks: Sequence[Chunk]) -> bool:
    """Whether a line without colon is such a heading, maybe of a meeting: *Participants in the third Dialogue*."""
    if any(chunk.kind not in ("word", "meeting", "titles") for chunk in chunks):
        return False
    return heads_roster(chunks) or any(
        heads_roster(chunks[:at]) and chunks[at].is_word("of", "in", "at", "to", "(")
        for at in range(1, min(_LABEL, len(chunks)))
    )


def is_roster_entry(sentence: Sentence, chunks: Sequence[Chunk]) -> bool:
    """Whether a line is an entry of the list above it, or heads some of its entries."""
    if not chunks or heads_entries(chunks) or opening_body(chunks):
        return bool(chunks)
    if sentence.block.kind == "heading":
        return chunks[0].kind in ("person", "titles") and len(chunks) <= _ENTRY
    if sentence.block.kind not in ("item", "list", "table") and not sentence.is_item:
        return False
    return not _is_labelled(chunks)


def _is_labelled(chunks: Sequence[Chunk]) -> bool:
    """Whether a line has a label of its own that is no body's and heads no list: *Venue: Oslo*."""
    colon = next((at for at, chunk in enumerate(chunks[:_LABEL]) if chunk.is_word(":")), None)
    if colon is None or any(chunk.body or chunk.person or chunk.titles for chunk in chunks[:colon]):
        return False
    return not (heads_roster(chunks[:colon]) or heads_entries(chunks[: colon + 1]))


def side_lists(chunks: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """Where a side is named over its people and where they begin: *Kenyan side:* P; *For Norway:* Q."""
    for at, chunk in enumerate(chunks):
        if not chunk.body or (at and not _opens_line(chunks, at)):
            continue
        end = at + 1
        while end < len(chunks) and chunks[end].is_word(*_SIDES):
            end += 1
        named = end > at + 1 or any(c.is_word("for", *_SIDES) for c in chunks[max(0, at - 3) : at])
        if named and end < len(chunks) and chunks[end].is_word(":", ";"):
            yield at, end + 1


def _opens_line(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether nothing but *the delegation of* stands between the beginning of a line and chunk ``at``."""
    while at and chunks[at - 1].is_word("the", "of", "from", "for", *_SIDES):
        at -= 1
    return at == 0 or chunks[at - 1].is_word(";", ":")
