"""A meeting as one document reports it, and reports of one meeting together: never against dates, numbers or parties.

Two reports of one document are never one meeting: the document itself tells them apart.
"""

from dataclasses import dataclass, field
from datetime import date

from kg.identity.gist import Met
from kg.identity.series import Kin
from kg.iris import fold
from kg.model.actors import Bounds
from kg.model.dates import PartialDate
from kg.model.judgements import Named

Place = tuple[str, str]
"""A document's key and the number of a meeting in it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A meeting as one document reports it; ``kin`` only where its series is in order, ``parties`` if they are two.

    ``edition_of`` is the name of another edition, where its own is short for that.
    """

    document: str
    claim: Met
    agents: tuple[str, ...]
    parties: tuple[str, ...] = ()
    kin: Kin | None = None
    edition_of: str = ""

    @property
    def of_series(self) -> str:
        """The name by which its series is known."""
        return self.edition_of or self.claim.name

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.document, self.claim.meeting

    @property
    def named(self) -> Named:
        """How a judgement names it."""
        return Named(self.claim.name, self.document)

    @property
    def start(self) -> Bounds:
        """The first and the last day on which it may have begun."""
        return bounds(self.claim.start)


def bounds(printed: PartialDate | None) -> Bounds:
    """The bounds of a date as printed; none where none is printed."""
    return Bounds(*printed.bounds()) if printed else Bounds()


@dataclass(slots=True)
class Cluster:
    """Reports of one meeting, and what they leave open."""

    reports: list[Report]
    documents: set[str] = field(default_factory=set)
    ordinals: set[int] = field(default_factory=set)
    parties: set[tuple[str, ...]] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)
    first: date = date.min
    last: date = date.max

    @classmethod
    def of(cls, report: Report) -> "Cluster":
        """A cluster of one report."""
        ordinal, start = report.claim.ordinal, report.start
        return cls(
            [report],
            {report.document},
            set() if ordinal is None else {ordinal},
            {report.parties} if report.parties else set(),
            {report.named.folded, ("", fold(report.claim.name))},
            start.first or date.min,
            start.last or date.max,
        )

    def admits(self, other: "Cluster") -> bool:
        """Whether nothing tells them apart."""
        return (
            max(self.first, other.first) <= min(self.last, other.last)
            and len(self.ordinals | other.ordinals) < 2
            and len(self.parties | other.parties) < 2
            and self.documents.isdisjoint(other.documents)
        )

    def take(self, other: "Cluster") -> None:
        """The reports of the other, too."""
        self.reports += other.reports
        self.documents |= other.documents
        self.ordinals |= other.ordinals
        self.parties |= other.parties
        self.names |= other.names
        self.first, self.last = max(self.first, other.first), min(self.last, other.last)
