"""Reports of one meeting brought together, each time by a named rule."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from kg.identity.report_rules import RULES, buckets
from kg.identity.reports import Cluster, Place, Report
from kg.identity.series import Kin
from kg.model.actors import Bounds
from kg.model.judgements import Judgements
from kg.spool import Spool

LONGEST = 31
"""A date of more days than a month may be that of many meetings."""

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
        for rule, keys in RULES:
            for alike in buckets(reports, keys):
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
