"""Meetings: one for each report, merged across documents only where that is certain; and the series they belong to.

Certain is: the same ordinal and the same words that say what it is, or the same name on the same day; never against
the dates, and never two reports of one document (it tells them apart itself).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.errors import ClaimError
from kg.identity.labels import best
from kg.identity.names import content, distinctive, is_ordinal, key, without_ordinal, words
from kg.iris import Base, fold
from kg.model.actors import Actors, Bounds, Meeting, Reading, Series
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate

_STATES = ("held", "cancelled", "planned")
"""What reports say of a meeting, by what outlives the rest: once held, no announcement or cancellation stands."""


@dataclass(frozen=True, slots=True)
class _Report:
    """A meeting as one document reports it."""

    document: str
    claim: MeetingReport
    agents: frozenset[str]

    @property
    def place_in_order(self) -> tuple[str, str]:
        return self.document, self.claim.meeting

    @property
    def start(self) -> Bounds:
        return bounds(self.claim.start)


_Cluster = list[_Report]


def resolve(readings: Sequence[Reading], actors: Actors) -> Actors:
    """The actors with the meetings that the documents report, and their series."""
    reports = [report for reading in readings for report in _reports(reading, actors)]
    meetings: dict[str, Meeting] = {}
    series: dict[object, Series] = {}
    numbered: dict[tuple[str, str], str] = {}
    for cluster in _clusters(reports):
        meeting = _meeting(cluster, actors.base, meetings, series)
        meetings[meeting.iri] = meeting
        numbered |= {report.place_in_order: meeting.iri for report in cluster}
    _check(readings, numbered)
    return replace(
        actors,
        meetings=dict(sorted(meetings.items())),
        series={each.iri: each for each in sorted(series.values(), key=lambda each: each.iri)},
        meetings_numbered=numbered,
    )


def bounds(printed: PartialDate | None) -> Bounds:
    """The bounds of a date as printed; none where none is printed."""
    return Bounds(*printed.bounds()) if printed else Bounds()


def merged(all_bounds: Iterable[Bounds]) -> Bounds:
    """What several bounds agree on; where they contradict each other, the first."""
    known = [b for b in all_bounds if b != Bounds()]
    first = max((b.first for b in known if b.first), default=None)
    last = min((b.last for b in known if b.last), default=None)
    if first and last and first > last:
        return known[0]
    return Bounds(first, last)


def _reports(reading: Reading, actors: Actors) -> Iterator[_Report]:
    document, claims = reading
    agents: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, Participation):
            agents[claim.meeting].add(actors.agent(document.key, claim.agent))
    seen: set[str] = set()
    for claim in claims:
        if isinstance(claim, MeetingReport) and claim.meeting not in seen:
            seen.add(claim.meeting)
            yield _Report(document.key, claim, frozenset(agents[claim.meeting]))


def _check(readings: Sequence[Reading], numbered: Mapping[tuple[str, str], str]) -> None:
    for document, claims in readings:
        for claim in claims:
            if isinstance(claim, Participation) and (document.key, claim.meeting) not in numbered:
                raise ClaimError(
                    f"expected a meeting that {document.name} reports, found a participation of {claim.agent!r} in "
                    f"{claim.meeting!r}; the extraction must report a meeting before it says who took part"
                )


def _clusters(reports: Sequence[_Report]) -> list[_Cluster]:
    """The reports by meeting, each cluster and the list in the order of the documents."""
    cluster_of = {report.place_in_order: [report] for report in reports}
    for alike in (*_buckets(reports, _by_ordinal), *_buckets(reports, _by_day)):
        _join(alike, cluster_of)
    order = {report.place_in_order: at for at, report in enumerate(reports)}
    distinct = {id(cluster): cluster for cluster in cluster_of.values()}
    for cluster in distinct.values():
        cluster.sort(key=lambda report: order[report.place_in_order])
    return sorted(distinct.values(), key=lambda cluster: order[cluster[0].place_in_order])


def _join(alike: _Cluster, cluster_of: dict[tuple[str, str], _Cluster]) -> None:
    for report in alike[1:]:
        here, there = cluster_of[alike[0].place_in_order], cluster_of[report.place_in_order]
        documents = Counter(r.document for r in here) + Counter(r.document for r in there)
        if here is there or max(documents.values()) > 1 or not _agree([*here, *there]):
            continue
        here.extend(there)
        for moved in there:
            cluster_of[moved.place_in_order] = here


def _buckets(reports: Sequence[_Report], keys: Callable[[_Report], Iterator[tuple[object, ...]]]) -> Iterator[_Cluster]:
    """Reports that a key says are one meeting, less those that their dates or their own document tell apart."""
    found: defaultdict[tuple[object, ...], list[_Report]] = defaultdict(list)
    for report in reports:
        for each in keys(report):
            found[each].append(report)
    for alike in found.values():
        several = Counter(report.document for report in alike)
        single = [report for report in alike if several[report.document] == 1]
        if _agree(single):
            yield single
        else:  # which of the dated ones an undated one means, nobody can say
            days = sorted({str(report.claim.start) for report in single if report.claim.start})
            yield from ([report for report in single if str(report.claim.start) == day] for day in days)


def _agree(reports: Iterable[_Report]) -> bool:
    starts = [report.start for report in reports if report.claim.start]
    firsts, lasts = [b.first for b in starts if b.first], [b.last for b in starts if b.last]
    return not starts or max(firsts) <= min(lasts)


def _by_ordinal(report: _Report) -> Iterator[tuple[object, ...]]:
    claim = report.claim
    if claim.ordinal is None:
        return
    forms = {claim.name, *(form for form in claim.also if any(map(is_ordinal, form.split())))}
    for what, telling in sorted({(tuple(sorted(content(form))), bool(distinctive(form))) for form in forms}):
        if telling:
            yield claim.ordinal, what
        elif what and claim.start and claim.start.day:
            yield claim.ordinal, what, str(claim.start)


def _by_day(report: _Report) -> Iterator[tuple[object, ...]]:
    name, start = report.claim.name, report.claim.start
    if start is None or start.day is None:
        return
    if len(distinctive(name)) > 1:
        yield str(start), key(name)
    for agent in sorted(report.agents):
        yield str(start), key(name), agent


def _meeting(cluster: _Cluster, base: Base, meetings: Mapping[str, Meeting], series: dict[object, Series]) -> Meeting:
    first = cluster[0]
    scope = f"{first.document} {fold(first.claim.name)} {first.claim.ordinal} {first.claim.start}"
    iri = base.meeting(first.claim.name, scope)
    if iri in meetings:  # one document, two meetings of one name and day: only their number tells them apart
        iri = base.meeting(first.claim.name, f"{scope} {first.claim.meeting}")
    claims = [report.claim for report in cluster]
    its_series = _series(cluster, base, series)
    start, end = merged(bounds(claim.start) for claim in claims), merged(bounds(claim.end) for claim in claims)
    if start.first and end.last and start.first > end.last:  # reports that contradict each other: keep the beginning
        end = Bounds()
    return Meeting(
        iri=iri,
        label=best(claim.name for claim in claims),
        kind=best(claim.kind for claim in claims),
        state=next((state for state in _STATES if any(claim.state == state for claim in claims)), claims[0].state),
        ordinal=next((claim.ordinal for claim in claims if claim.ordinal is not None), None),
        series=its_series.iri if its_series else None,
        start=start,
        end=end,
    )


def _series(cluster: _Cluster, base: Base, series: dict[object, Series]) -> Series | None:
    """The series of a meeting that is counted or annual; a name that many series share stays in its document."""
    for report in cluster:
        name = report.claim.name
        if report.claim.ordinal is None and "annual" not in words(name):
            continue
        label, scope = without_ordinal(name), "" if distinctive(name) else report.document
        if what := content(name):
            return series.setdefault((what, scope), Series(base.series(label, scope), label))
    return None
