"""The setting of a meeting: when and where, and whether it has been."""

from dataclasses import dataclass, replace
from typing import Final

from kg.extraction.circumstances.places import PlaceHit
from kg.extraction.date.hits import DateHit
from kg.extraction.text.page import Page
from kg.model.dates import PartialDate


@dataclass(slots=True, unsafe_hash=True)  # as tokens are: not frozen, made too often
class Setting:
    """When and where a meeting was, as far as the text says; ``when`` and ``where`` are offsets of the words."""

    start: Final[PartialDate | None] = None
    end: Final[PartialDate | None] = None
    printed: Final[str | None] = None
    when: Final[tuple[int, int] | None] = None
    place: Final[str | None] = None
    where: Final[tuple[int, int] | None] = None
    state: Final[str] = "held"

    def dated(self, hit: DateHit) -> "Setting":
        """The same on the day or days of a date."""
        end = hit.last if hit.last != hit.first else None
        return replace(self, start=hit.first, end=end, printed=hit.printed, when=(hit.start, hit.end))

    def at(self, page: Page, place: PlaceHit) -> "Setting":
        """The same at a place of the page."""
        first, last = page.tokens[place.first], page.tokens[place.last - 1]
        return replace(self, place=place.name, where=(first.start, last.end))
