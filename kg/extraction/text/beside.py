"""Which words stand side by side: in one meant line, and in one column of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

_COLUMN_GAP = 4  # blanks: so wide a gap inside a line parts two columns
_ODD_GAP = re.compile(r"\s(?:\s+|(?<! ))")


def side_by_side(starts: Sequence[int], text: str, printed: str, begins: Iterable[int]) -> list[bool]:
    """For every token (by where it starts) whether the next one stands beside it; not where a line ``begins``.

    Only blanks stand between tokens, and mostly one: what is looked at is where they are more, or begin a line.
    """
    beside = [True] * (len(starts) + 1)
    for gap in _ODD_GAP.finditer(text):
        first, last = gap.span()
        if not _is_gap(gap[0], printed[first:last]):
            beside[bisect_left(starts, last) - 1] = False
    for start in begins:
        at = bisect_left(starts, start)
        if at < len(starts) and starts[at] == start:
            beside[at - 1] = False
    return beside[: max(0, len(starts) - 1)]


def _is_gap(gap: str, printed: str) -> bool:
    """Whether what stands between two words does not part them; ``printed``: before the page was masked."""
    if gap.strip():
        return False
    if "\n" in gap:
        return gap.count("\n") < 2
    return len(gap) < _COLUMN_GAP or bool(printed.strip())  # the address of a link
