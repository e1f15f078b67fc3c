"""Reports of one meeting brought together, each time by a named rule; never against dates, numbers or parties.

Two reports of one document are never one meeting: the document itself tells them apart.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.identity.gist import Met
from kg.identity.names import content, distinctive, is_ordinal, key
from kg.identity.series import Kin
from kg.identity.spool import Spool
from kg.iris import fold
from kg.model.actors import Bounds
from kg.model.dates import PartialDate
from kg.model.judgements import Judgements, Named

LONGEST = 31
"""A date of more days than a month may be that of many meetings."""

Place = tuple[str, str]
"""A document's key and the number of a meeting in it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A meeting as one document reports it; ``kin`` only where its series is in order, ``parties`` if they are two."""

    document: str
    claim: Met
    agents: tuple[str, ...]
    parties: tuple[str, ...] = ()
    kin: Kin | None = None

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


Join = tuple[Report, Report, str]
"""Two reports that are one meeting, and the rule that says so."""


class Clusters:
    """The reports by meeting; joined by judgements first, then by the rules in order.

    Only what was joined is kept as a cluster: most meetings are reported once.
    """

    def __init__(self, reports: Sequence[Report], judgements: Judgements) -> None:
        self._reports = reports
        self._joined: dict[Place, Cluster] = {}
        self._apart = [tuple(s.folded for s in each.sides) for each in judgements.of_actors("different", "meeting")]
        self.joins: list[Join] = []
        self._judge(judgements)
        for rule, keys in _RULES:
            for alike in _buckets(reports, keys):
                for report in alike[1:]:
                    self._join(alike[0], report, rule)
        self._by_date()

    def ordered(self) -> list[list[Report]]:
        """The reports of each meeting, each in itself and all together in the order of the documents."""
        order = {report.place: at for at, report in enumerate(self._reports) if report.place in self._joined}
        found: dict[Hashable, list[Report]] = {}
        for report in self._reports:
            cluster = self._joined.get(report.place)
            found.setdefault(id(cluster) if cluster else report.place, cluster.reports if cluster else [report])
        for reports in found.values():
            reports.sort(key=lambda report: order.get(report.place, 0))
        return list(found.values())

    def likely(self) -> Iterator[Join]:
        """Reports that may be one meeting: of one kind, on one day, with somebody who was at both."""
        found = Spool[int]()
        for number, report in enumerate(self._reports):
            for agent in report.agents:
                if report.claim.start and report.claim.start.day:
                    found.add((report.claim.kind, str(report.claim.start), agent), number)
        for alike in found.groups(2):
            first, *others = (self._reports[number] for number in alike)
            for report in others:
                here, there = self._at(first), self._at(report)
                if here is not there and here.admits(there) and not self._judged_apart(here, there):
                    yield first, report, "meetings.kind-day-agent"

    def _at(self, report: Report) -> Cluster:
        """The meeting of a report, as far as it is known now."""
        return self._joined.get(report.place) or Cluster.of(report)

    def _judge(self, judgements: Judgements) -> None:
        judged = [tuple(side.folded for side in each.sides) for each in judgements.of_actors("same", "meeting")]
        if not judged:
            return
        named: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
        for report in self._reports:
            named[report.named.folded].append(report)
            named["", report.named.folded[1]].append(report)
        for left, right in judged:
            for one in named[left]:
                for other in named[right]:
                    if one.place == other.place:
                        continue
                    here, there = self._at(one), self._at(other)
                    if here is not there and not self._judged_apart(here, there):
                        self._take(here, there, (one, other, "judgement"))

    def _judged_apart(self, here: Cluster, there: Cluster) -> bool:
        return any(
            (left in here.names and right in there.names) or (right in here.names and left in there.names)
            for left, right in self._apart
        )

    def _join(self, one: Report, other: Report, rule: str) -> None:
        here, there = self._at(one), self._at(other)
        if here is not there and here.admits(there) and not self._judged_apart(here, there):
            self._take(here, there, (one, other, rule))

    def _take(self, here: Cluster, there: Cluster, join: Join) -> None:
        large, small = (here, there) if len(here.reports) >= len(there.reports) else (there, here)
        for report in (large.reports[0], *small.reports):
            self._joined[report.place] = large
        large.take(small)
        self.joins.append(join)

    def _by_date(self) -> None:
        """An unnumbered report of a series, dated to a month at most, in which the series met only once."""
        members: defaultdict[Kin, list[Report]] = defaultdict(list)
        for report in self._reports:
            if report.kin and report.start.first:
                members[report.kin].append(report)
        for alike in members.values():
            for report in alike:
                if self._at(report).ordinals or not _within_a_month(report.start):
                    continue
                near: dict[Place, Report] = {}
                for other in alike:
                    cluster = self._at(other)
                    if cluster.ordinals and _overlap(report, cluster):
                        near[cluster.reports[0].place] = other
                if len(near) == 1:
                    (other,) = near.values()
                    self._join(other, report, "meetings.series-and-date")


def _within_a_month(start: Bounds) -> bool:
    return start.first is not None and start.last is not None and (start.last - start.first).days < LONGEST


def _overlap(report: Report, cluster: Cluster) -> bool:
    first, last = report.start.first, report.start.last
    return first is not None and last is not None and max(first, cluster.first) <= min(last, cluster.last)


Keys = Callable[[Report], Iterator[tuple[Hashable, ...]]]


def _buckets(reports: Sequence[Report], keys: Keys) -> Iterator[list[Report]]:
    """Reports that a key says are one meeting, less those that their dates or their own document tell apart."""
    found = Spool[int]()
    for number, report in enumerate(reports):
        for each in keys(report):
            found.add(each, number)
    for numbers in found.groups(2):
        alike = [reports[number] for number in numbers]
        several = Counter(report.document for report in alike)
        single = [report for report in alike if several[report.document] == 1]
        if _agree(single):
            yield single
        else:  # which of the dated ones an undated one means, nobody can say
            days = sorted({str(report.claim.start) for report in single if report.claim.start})
            yield from ([report for report in single if str(report.claim.start) == day] for day in days)


def _agree(reports: Iterable[Report]) -> bool:
    starts = [report.start for report in reports if report.claim.start]
    firsts, lasts = [b.first for b in starts if b.first], [b.last for b in starts if b.last]
    return not starts or max(firsts) <= min(lasts)


def _by_number(report: Report) -> Iterator[tuple[Hashable, ...]]:
    claim = report.claim
    if claim.ordinal is None:
        return
    forms = {claim.name, *(form for form in claim.also if any(map(is_ordinal, form.split())))}
    for what, telling in sorted({(tuple(sorted(content(form))), bool(distinctive(form))) for form in forms}):
        if telling:
            yield claim.ordinal, what
        elif what and claim.start and claim.start.day:
            yield claim.ordinal, what, str(claim.start)


def _by_name_and_day(report: Report) -> Iterator[tuple[Hashable, ...]]:
    name, start = report.claim.name, report.claim.start
    if start is None or start.day is None:
        return
    if len(distinctive(name)) > 1:
        yield str(start), key(name)
        if report.claim.ordinal is None:
            yield str(start), report.claim.kind, tuple(sorted(content(name)))


def _by_name_day_and_agent(report: Report) -> Iterator[tuple[Hashable, ...]]:
    start = report.claim.start
    if start is not None and start.day is not None:
        for agent in report.agents:
            yield str(start), key(report.claim.name), agent


def _by_series_and_number(report: Report) -> Iterator[tuple[Hashable, ...]]:
    if report.kin and report.claim.ordinal is not None:
        yield report.kin, report.claim.ordinal


def _by_kind_day_and_parties(report: Report) -> Iterator[tuple[Hashable, ...]]:
    start = report.claim.start
    if report.kin and start is not None and start.day is not None:
        yield report.kin, str(start)


_RULES: tuple[tuple[str, Keys], ...] = (
    ("meetings.number-and-words", _by_number),
    ("meetings.name-and-day", _by_name_and_day),
    ("meetings.name-day-and-agent", _by_name_day_and_agent),
    ("meetings.series-and-number", _by_series_and_number),
    ("meetings.kind-day-and-parties", _by_kind_day_and_parties),
)
