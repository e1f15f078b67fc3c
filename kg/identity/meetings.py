"""Meetings: one for each report, merged across documents only where that is certain; and the series they belong to.

:mod:`kg.identity.reports` has the rules for meetings, :mod:`kg.identity.series` what a series is known by.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.errors import ClaimError
from kg.identity.authority import Authority
from kg.identity.labels import best
from kg.identity.names import content, distinctive, without_ordinal, words
from kg.identity.reports import Cluster, Clusters, Report, bounds
from kg.identity.series import kin_of, orderly
from kg.iris import Base, fold
from kg.model.actors import Actors, Bounds, Meeting, Merge, Proposal, Reading, Series
from kg.model.claims import MeetingReport, Participation
from kg.model.judgements import Judgements

_STATES = ("held", "cancelled", "planned")
"""What reports say of a meeting, by what outlives the rest: once held, no announcement or cancellation stands."""


def resolve(
    readings: Sequence[Reading], actors: Actors, authority: Authority, judgements: Judgements | None = None
) -> Actors:
    """The actors with the meetings that the documents report, and their series."""
    judgements = judgements or Judgements()
    reports = _with_series(
        readings, [report for reading in readings for report in _reports(reading, actors)], actors, authority
    )
    clusters = Clusters(reports, judgements)
    ordered = clusters.ordered()
    series = _series(ordered, actors.base, judgements)
    meetings: dict[str, Meeting] = {}
    numbered: dict[tuple[str, str], str] = {}
    for number, cluster in enumerate(ordered):
        meeting = _meeting(cluster, actors.base, meetings, series.get(number))
        meetings[meeting.iri] = meeting
        numbered |= {report.place: meeting.iri for report in cluster.reports}
    _check(readings, numbered)
    merges = (
        Merge(numbered[one.place], rule, *sorted((one.named, other.named))) for one, other, rule in clusters.joins
    )
    proposals = _proposals(clusters, numbered)
    return replace(
        actors,
        meetings=dict(sorted(meetings.items())),
        series={each.iri: each for each in sorted(series.values(), key=lambda each: each.iri)},
        meetings_numbered=numbered,
        merges=tuple(sorted({*actors.merges, *merges})),
        proposals=tuple(sorted({*actors.proposals, *proposals})),
    )


def merged(all_bounds: Iterable[Bounds]) -> Bounds:
    """What several bounds agree on; where they contradict each other, the first."""
    known = [b for b in all_bounds if b != Bounds()]
    first = max((b.first for b in known if b.first), default=None)
    last = min((b.last for b in known if b.last), default=None)
    if first and last and first > last:
        return known[0]
    return Bounds(first, last)


def _reports(reading: Reading, actors: Actors) -> Iterator[Report]:
    document, claims = reading
    agents: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, Participation):
            agents[claim.meeting].add(actors.agent(document.key, claim.agent))
    seen: set[str] = set()
    for claim in claims:
        if isinstance(claim, MeetingReport) and claim.meeting not in seen:
            seen.add(claim.meeting)
            yield Report(document.key, claim, frozenset(agents[claim.meeting]))


def _with_series(
    readings: Sequence[Reading], reports: Sequence[Report], actors: Actors, authority: Authority
) -> list[Report]:
    """The reports with their parties, and with what they are one of where that is in order."""
    kin = {
        (reading.document.key, number): found
        for reading in readings
        for number, found in kin_of(reading, actors, authority).items()
    }
    every = [(kin[each.place], each.claim.ordinal, each.start) for each in reports if each.place in kin]
    sure = set(orderly(every))
    return [
        replace(each, parties=found.parties, kin=found if found in sure else None)
        if (found := kin.get(each.place))
        else each
        for each in reports
    ]


def _check(readings: Sequence[Reading], numbered: Mapping[tuple[str, str], str]) -> None:
    for document, claims in readings:
        for claim in claims:
            if isinstance(claim, Participation) and (document.key, claim.meeting) not in numbered:
                raise ClaimError(
                    f"expected a meeting that {document.name} reports, found a participation of {claim.agent!r} in "
                    f"{claim.meeting!r}; the extraction must report a meeting before it says who took part"
                )


def _meeting(cluster: Cluster, base: Base, meetings: Mapping[str, Meeting], series: Series | None) -> Meeting:
    first = cluster.reports[0]
    scope = f"{first.document} {fold(first.claim.name)} {first.claim.ordinal} {first.claim.start}"
    iri = base.meeting(first.claim.name, scope)
    if iri in meetings:  # one document, two meetings of one name and day: only their number tells them apart
        iri = base.meeting(first.claim.name, f"{scope} {first.claim.meeting}")
    claims = [report.claim for report in cluster.reports]
    start, end = merged(bounds(claim.start) for claim in claims), merged(bounds(claim.end) for claim in claims)
    if start.first and end.last and start.first > end.last:  # reports that contradict each other: keep the beginning
        end = Bounds()
    return Meeting(
        iri=iri,
        label=best(claim.name for claim in claims),
        kind=best(claim.kind for claim in claims),
        state=next((state for state in _STATES if any(claim.state == state for claim in claims)), claims[0].state),
        ordinal=next((claim.ordinal for claim in claims if claim.ordinal is not None), None),
        series=series.iri if series else None,
        start=start,
        end=end,
    )


def _proposals(clusters: Clusters, numbered: Mapping[tuple[str, str], str]) -> Iterator[Proposal]:
    for one, other, rule in clusters.likely():
        left, right = sorted((one, other), key=lambda report: report.named)
        yield Proposal("meeting", left.named, right.named, rule, numbered[left.place], numbered[right.place])


def _series(clusters: Sequence[Cluster], base: Base, judgements: Judgements) -> dict[int, Series]:
    """The series of each meeting (by its number here) that is counted, annual, or one of a series by its parties.

    The earliest report names a series.
    """
    apart = {side.folded for each in judgements.of_actors("different", "series") for side in each.sides}
    keys = {number: found for number, each in enumerate(clusters) if (found := list(_series_keys(each, apart)))}
    top = _joined(keys.values(), judgements)
    made: dict[Hashable, Series] = {}
    taken: set[str] = set()
    for found in keys.values():
        what, report = found[0]
        if top(what) not in made:
            name = report.claim.name
            label, scope = without_ordinal(name), "" if distinctive(name) else report.document
            iri = base.series(label, scope)
            iri = iri if iri not in taken else base.series(label, f"{report.document} {label}")
            taken.add(iri)
            made[top(what)] = Series(iri, label)
    return {number: made[top(found[0][0])] for number, found in keys.items()}


def _series_keys(cluster: Cluster, apart: Container[tuple[str, str]]) -> Iterator[tuple[Hashable, Report]]:
    for report in cluster.reports:
        name = report.claim.name
        counted = report.claim.ordinal is not None or "annual" in words(name)
        told = tuple(side for side in _sides(report) if side in apart)
        if report.kin:
            yield (report.kin, told), report
        elif counted and (what := content(name)):
            yield (what, report.parties, "" if distinctive(name) else report.document, told), report


def _sides(report: Report) -> tuple[tuple[str, str], ...]:
    """The ways in which a judgement may name a series: by an edition or by its label, in a document or anywhere."""
    names = dict.fromkeys((fold(report.claim.name), fold(without_ordinal(report.claim.name))))
    return tuple((document, name) for name in names for document in (report.document, ""))


def _joined(
    keys: Collection[Sequence[tuple[Hashable, Report]]], judgements: Judgements
) -> Callable[[Hashable], Hashable]:
    """What each key stands for, once those of one meeting and those judged the same are joined."""
    above: dict[Hashable, Hashable] = {}

    def top(what: Hashable) -> Hashable:
        while above.get(what, what) != what:
            what = above[what]
        return what

    named: defaultdict[tuple[str, str], list[Hashable]] = defaultdict(list)
    for found in keys:
        for what, report in found:
            for side in _sides(report):
                named[side].append(what)
            if top(what) != top(found[0][0]):
                above[top(what)] = top(found[0][0])
    for each in judgements.of_actors("same", "series"):
        left, right = (named[side.folded] for side in each.sides)
        for one in left[:1]:
            for other in [*left[1:], *right]:
                if top(one) != top(other):
                    above[top(other)] = top(one)
    return top
