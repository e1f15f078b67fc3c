"""One place of a text at which a date may begin, and the trying of shapes there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kg.extraction.date.hits import DateHit
from kg.extraction.date.issue import Issue
from kg.model.dates import PartialDate

Reader = Callable[[re.Match[str]], list[DateHit]]


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Window:
    """The text from ``at`` to ``end``; ``before`` is the date read last, which *that day* means."""

    masked: Final[str]
    at: Final[int]
    end: Final[int]
    issue: Final[Issue]
    before: Final[DateHit | None] = None

    def hit(
        self,
        match: re.Match[str],
        first: PartialDate | None,
        last: PartialDate | None,
        *,
        relative: bool = False,
    ) -> DateHit:
        """A date printed as matched."""
        return DateHit(match.start(), match.end(), first, last, relative, match.group())

    def from_(self, start: int, end: int, first: PartialDate | None, last: PartialDate | None) -> DateHit:
        """A date read against the date of issue, printed at ``[start, end)``."""
        return DateHit(start, end, first, last, relative=True, printed=self.masked[start:end])


def first_of(window: Window, *readers: tuple[re.Pattern[str], Reader]) -> list[DateHit]:
    """What the first reader finds whose shape matches and means something."""
    for pattern, reader in readers:
        match = pattern.match(window.masked, window.at, window.end)
        hits = reader(match) if match else []
        if hits:
            return hits
    return []
