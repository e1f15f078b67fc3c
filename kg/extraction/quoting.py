"""The words behind a claim: spans of tokens cut from the text as it was loaded."""

from collections.abc import Iterable

from kg.extraction.text.page import Page
from kg.model.text import Evidence

_CLASPS = frozenset(("was", "were", "is", "of", "the", ","))


def passages(page: Page, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
    """The words of the given stretches of tokens."""
    tokens = page.tokens
    return cut(page, [(tokens[first].start, tokens[last - 1].end) for first, last in spans])


def offsets(page: Page, first: int, last: int) -> tuple[int, int]:
    """Where tokens ``[first, last)`` stand in the text."""
    return page.tokens[first].start, page.tokens[last - 1].end


def cut(page: Page, stretches: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
    """The words at the given offsets; stretches that all but touch become one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and (start <= merged[-1][1] or _all_but_touch(page, merged[-1][1], start)):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple([page.document.evidence(start, end) for start, end in merged])


def _all_but_touch(page: Page, end: int, start: int) -> bool:
    between = page.text[end:start]
    return "\n" not in between and _CLASPS.issuperset(between.split())
