"""States that only say where a town is: met Minister P in Oslo, *Norway*."""

from collections.abc import Sequence
from functools import cache

from kg.extraction.participation.chunks import Chunk
from kg.extraction.words import tables

_LONGEST = 3
"""Words of a town's name."""
_BEHIND = (",", ".", ";", ")", "on", "from", "at", "during", "today", "yesterday", "this", "last")


@cache
def _towns() -> dict[str, str]:
    """The state of every known town."""
    return {row.form.lower(): str(row["state"]) for row in tables.rows("cities")}


def says_where(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the chunk at ``at`` is a state behind a comma that says where the town before it is."""
    body = chunks[at].body if at < len(chunks) else None
    if at < 2 or body is None or not body.is_state or not chunks[at - 1].is_word(","):
        return False
    first = at - 1
    while first > max(0, at - 1 - _LONGEST) and chunks[first - 1].capital and chunks[first - 1].kind == "word":
        first -= 1
    if first == at - 1:
        return False
    opens = first < 2 and not (at + 1 < len(chunks) and chunks[at + 1].is_word(","))
    led = first > 0 and chunks[first - 1].is_word("in", "at")
    state = _towns().get(" ".join(chunk.text for chunk in chunks[first : at - 1]))
    if state is not None:
        return state == body.known and not opens
    closed = at + 1 >= len(chunks) or chunks[at + 1].is_word(*_BEHIND)
    return led and closed and not opens
