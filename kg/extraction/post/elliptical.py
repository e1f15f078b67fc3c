"""Posts of one head told together, each with its field: the *Ministers of Ports, P,* and of Reefs, Q."""

from collections.abc import Sequence

from kg.extraction.participation.chunks import Chunk
from kg.extraction.text.page import Page

_LEADS = ("of", "for")
_JOINS = (",", "and", "&", ";")
_LONGEST = 8
"""Chunks of a field."""
_FEWEST = 2
Span = tuple[int, int]


def fielded(page: Page, chunks: Sequence[Chunk], at: int) -> list[tuple[int, Span]]:
    """The people (by chunk) who bear one title in the plural, and the tokens of the field of each, with its lead."""
    titles = chunks[at].titles
    title = titles.titles[0] if titles and len(titles.titles) == 1 else None
    if title is None or not title.plural:
        return []
    first, last = title.parts[0][0], title.parts[-1][1]
    lead = next((k for k in range(first + 1, last) if page.tokens[k].lower in _LEADS), None)
    if lead is None or (title.body and title.body.first >= lead):
        return []  # Ministers of Norway, P, and of Kenya, Q
    found: list[tuple[int, Span]] = []
    field, pos = (lead, last), at + 1
    while pos < len(chunks):
        pos += chunks[pos].is_word(",")
        if pos >= len(chunks) or chunks[pos].person is None:
            break
        found.append((pos, field))
        end = _field_end(chunks, pos + 1, page.tokens[lead].lower)
        if end is None:
            break
        start = next(k for k in range(pos + 1, end) if not chunks[k].is_word(*_JOINS))
        field, pos = (chunks[start].first, chunks[end - 1].last), end
    return found if len(found) >= _FEWEST else []


def _field_end(chunks: Sequence[Chunk], pos: int, lead: str) -> int | None:
    """Where the field behind a person ends, before a comma and the next one: P, *and of Reefs*, Q."""
    while pos < len(chunks) and chunks[pos].is_word(*_JOINS):
        pos += 1
    if pos >= len(chunks) or not chunks[pos].is_word(lead):
        return None
    for end in range(pos + 1, min(pos + 1 + _LONGEST, len(chunks) - 1)):
        if chunks[end].is_word(",") and chunks[end + 1].person:
            return end if end > pos + 1 else None
        body, single = chunks[end].body, chunks[end].titles and chunks[end].last == chunks[end].first + 1
        if single and end == pos + 1:
            continue  # of *Justice*, no judge
        if not (chunks[end].capital or chunks[end].is_word("and", "the", "&", "of", ",")) or (body and body.is_state):
            return None
    return None
