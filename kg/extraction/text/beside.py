"""Which words stand side by side: in one meant line, and in one column of it."""

from collections.abc import Container, Sequence
from itertools import pairwise

from kg.extraction.text.tokens import Token

_COLUMN_GAP = 4  # blanks: so wide a gap inside a line parts two columns


def side_by_side(tokens: Sequence[Token], text: str, printed: str, begins: Container[int]) -> list[bool]:
    """For every token but the last whether the next one stands beside it, and not where a line or entry ``begins``."""
    return [
        two.start not in begins
        and (
            one.end == two.start
            or text[one.end : two.start] == " "
            or _is_gap(text[one.end : two.start], printed[one.end : two.start])
        )
        for one, two in pairwise(tokens)
    ]


def _is_gap(gap: str, printed: str) -> bool:
    """Whether what stands between two words does not part them; ``printed``: before the page was masked."""
    if gap.strip():
        return False
    if "\n" in gap:
        return gap.count("\n") < 2
    return len(gap) < _COLUMN_GAP or bool(printed.strip())  # the address of a link
