"""Where lines end: amid a sentence, or with an entry of its own."""

import re
from collections.abc import Iterable

_ENDS_OPEN = re.compile(
    r"(?:\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)|\b(?:Amb|Col|Dr|Gen|H\.E|Hon|Lt|Maj|Mme|Mr|Mrs|Ms|Prof)\.)\Z"
)
_LEAST_WORDS = 2


def breaks_off(line: str) -> bool:
    """Whether a line ends where no sentence and no entry does.

    >>> breaks_off("It was chaired by"), breaks_off("by H.E. Mr."), breaks_off("Ms Bell, Chair")
    (True, True, False)
    """
    return line.endswith(",") or ends_open(line)


def ends_open(line: str) -> bool:
    """Whether a line ends with a word that never ends anything: a list may have commas at the ends of its lines."""
    return bool(_ENDS_OPEN.search(line))


def in_one_cell(lines: Iterable[str]) -> str:
    """The lines of one cell of a table as one: what stands in lines of its own is parted by commas.

    >>> in_one_cell(["Ms Ann Bell", "Head of Unit", "Ministry of", "Justice"])
    'Ms Ann Bell, Head of Unit, Ministry of Justice'
    """
    cell = ""
    above = ""
    for line in lines:
        cell += f"{_between(above, line) if above else ''}{line}"
        above = line
    return cell


def _between(above: str, line: str) -> str:
    whole = all(len(each.split()) >= _LEAST_WORDS for each in (above, line))
    apart = whole and line[0].isupper() and (above[-1].isalnum() or above[-1] in ")\u201d") and not breaks_off(above)
    return ", " if apart else " "
