"""What one attestation says of a post: who, in what way, on which day, from when and until when."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

IN_OFFICE = ("substantive", "acting")


class Days(NamedTuple):
    """The first and the last day that a day may be; one day if it is known (both ends inclusive)."""

    first: date
    last: date


class Point(NamedTuple):
    """Days on which somebody certainly was in the post: each of them (``every``), or one that is not known.

    ``stated``: a document prints when it began or ended; else the day is that to which its words testify.
    """

    first: date
    last: date
    claim: str
    stated: bool
    every: bool = True

    def covers(self, day: date) -> bool:
        """Whether the post certainly was held on that day."""
        return self.every and self.first <= day <= self.last

    @property
    def by(self) -> date:
        """The day by which the person certainly was there."""
        return self.first if self.every else self.last

    @property
    def since(self) -> date:
        """The last day until which the person certainly was there."""
        return self.last if self.every else self.first

    def age(self, day: date) -> int:
        """How many days before ``day``, at most; negative where it may be later."""
        return (day - self.since).days


@dataclass(frozen=True, slots=True)
class Witness:
    """One attestation of a post, its IRI (``claim``) and its ``document``; ``on`` is the day to which it testifies.

    ``status`` is ``substantive``, ``acting``, ``designate`` or ``former``; ``start`` and ``end`` as printed.
    """

    claim: str
    person: str
    status: str
    on: Days | None = None
    start: Days | None = None
    end: Days | None = None
    document: str = ""

    @property
    def began(self) -> Days | None:
        """The first day. Who is in office has begun: "since 2024", said in February, was not in March."""
        if self.start and self.on and self.status in IN_OFFICE and self.start.first <= self.on.last < self.start.last:
            return Days(self.start.first, self.on.last)
        return self.start

    @property
    def ended(self) -> Days | None:
        """The last day, if it is past. A printed end that is still to come is a plan."""
        if self.end is None or (self.on is None and self.status != "former"):
            return None
        if self.on is None:
            return self.end
        return Days(self.end.first, min(self.end.last, self.on.last)) if self.end.first <= self.on.last else None

    @property
    def over_by(self) -> date | None:
        """The day by which this spell was over; None if the words do not say that it is."""
        if ended := self.ended:
            return ended.last
        return self.on.last if self.on and self.status == "former" else None

    @property
    def position(self) -> date:
        """Where it stands among the others."""
        if self.over_by:
            return self.over_by
        known = self.on or self.start
        return known.first if known else date.min

    def points(self) -> tuple[Point, ...]:
        """The days on which, by these words, the person certainly was in the post."""
        began, ended = self.began, self.ended
        found = list[Point]()
        if self.on and self.status in IN_OFFICE and not ended:
            found.append(Point(*self.on, self.claim, stated=False, every=self.on.first == self.on.last))
        if began:
            until = ended.first if ended else self.on.first if self.on and self.status in IN_OFFICE else began.last
            found.append(Point(began.last, max(began.last, until), self.claim, stated=True))
        elif ended:
            found.append(Point(ended.first, ended.first, self.claim, stated=True))
        return tuple(found)
