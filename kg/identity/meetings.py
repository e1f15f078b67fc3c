"""Meetings: one for each report, merged across documents only where that is certain; and the series they belong to.

:mod:`kg.identity.report_rules` has the rules for meetings, :mod:`kg.identity.series` what a series is known by.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.identity.authority import Authority
from kg.identity.clusters import Clusters
from kg.identity.gist import Gist, Met
from kg.identity.joining import Joined
from kg.identity.labels import best
from kg.identity.names import content, distinctive, without_ordinal, words
from kg.identity.reports import Place, Report, bounds
from kg.identity.series import fuller_names, kin_of, orderly
from kg.identity.shelf import Shelf
from kg.iris import Base, fold
from kg.model.actors import Actors, Bounds, Meeting, Merge, Proposal, Series
from kg.model.judgements import Judgements

_STATES = ("held", "cancelled", "planned")
"""What reports say of a meeting, by what outlives the rest: once held, no announcement or cancellation stands."""


def resolve(
    gists: Iterable[Gist], actors: Actors, authority: Authority, judgements: Judgements | None = None
) -> Actors:
    """The actors with the meetings that the documents report, and their series."""
    judgements = judgements or Judgements()
    reports = list(_reports(gists, actors, authority))
    clusters = Clusters(_in_order(reports), judgements)
    ordered = clusters.ordered()
    series = _series(ordered, actors.base, judgements)
    meetings: dict[str, Meeting] = {}
    of_place: dict[Place, str] = {}
    for number, together in enumerate(ordered):
        meeting = _meeting(together, actors.base, meetings, series.get(number))
        meetings[meeting.iri] = meeting
        of_place |= {report.place: meeting.iri for report in together}
    numbered = Shelf[tuple[str, str]]()
    for document, here in itertools.groupby(reports, key=lambda report: report.document):
        numbered.put(document, {(report.claim.meeting,): of_place[report.place] for report in here})
    merges = (
        Merge(of_place[one.place], rule, *sorted((one.named, other.named))) for one, other, rule in clusters.joins
    )
    return replace(
        actors,
        meetings=dict(sorted(meetings.items())),
        series={each.iri: each for each in sorted(series.values(), key=lambda each: each.iri)},
        meetings_numbered=numbered,
        merges=tuple(sorted({*actors.merges, *merges})),
        proposals=tuple(sorted({*actors.proposals, *_proposals(clusters, of_place)})),
    )


def merged(all_bounds: Iterable[Bounds]) -> Bounds:
    """What several bounds agree on; where they contradict each other, the first."""
    known = [b for b in all_bounds if b != Bounds()]
    first = max((b.first for b in known if b.first), default=None)
    last = min((b.last for b in known if b.last), default=None)
    if first and last and first > last:
        return known[0]
    return Bounds(first, last)


def _reports(gists: Iterable[Gist], actors: Actors, authority: Authority) -> Iterator[Report]:
    """The first report of each meeting of each document, with its parties and what it may be one of."""
    for gist in gists:
        agents: defaultdict[str, set[str]] = defaultdict(set)
        for part in gist.parts:
            agents[part.meeting].add(actors.agent(gist.document, part.agent))
        kin, fuller = kin_of(gist, actors, authority), fuller_names(gist.met)
        first: dict[str, Met] = {}
        for met in gist.met:
            first.setdefault(met.meeting, met)
        for claim in first.values():
            found = kin.get(claim.meeting)
            parties = found.parties if found else ()
            full = fuller.get(claim.meeting, "")
            yield Report(gist.document, claim, tuple(sorted(agents[claim.meeting])), parties, found, full)


def _in_order(reports: Sequence[Report]) -> list[Report]:
    """The reports, with what they are one of only where that is in order."""
    sure = set(orderly([(each.kin, each.claim.ordinal, each.start) for each in reports if each.kin]))
    return [each if each.kin is None or each.kin in sure else replace(each, kin=None) for each in reports]


def _meeting(together: Sequence[Report], base: Base, meetings: Mapping[str, Meeting], series: Series | None) -> Meeting:
    first = together[0]
    scope = f"{first.document} {fold(first.claim.name)} {first.claim.ordinal} {first.claim.start}"
    iri = base.meeting(first.claim.name, scope)
    if iri in meetings:  # one document, two meetings of one name and day: only their number tells them apart
        iri = base.meeting(first.claim.name, f"{scope} {first.claim.meeting}")
    claims = [report.claim for report in together]
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


def _proposals(clusters: Clusters, numbered: Mapping[Place, str]) -> Iterator[Proposal]:
    for one, other, rule in clusters.likely():
        left, right = sorted((one, other), key=lambda report: report.named)
        yield Proposal("meeting", left.named, right.named, rule, numbered[left.place], numbered[right.place])


def _series(meetings: Sequence[Sequence[Report]], base: Base, judgements: Judgements) -> dict[int, Series]:
    """The series of each meeting (by its number here) that is counted, annual, or one of a series by its parties.

    The earliest report names a series.
    """
    apart = {side.folded for each in judgements.of_actors("different", "series") for side in each.sides}
    keys = {number: found for number, each in enumerate(meetings) if (found := list(_series_keys(each, apart)))}
    top = _joined(keys.values(), judgements)
    made: dict[Hashable, Series] = {}
    taken: set[str] = set()
    for found in keys.values():
        what, report = found[0]
        if top(what) not in made:
            name = report.of_series
            label, scope = without_ordinal(name), "" if distinctive(name) else report.document
            iri = base.series(label, scope)
            iri = iri if iri not in taken else base.series(label, f"{report.document} {label}")
            taken.add(iri)
            made[top(what)] = Series(iri, label)
    return {number: made[top(found[0][0])] for number, found in keys.items()}


def _series_keys(meeting: Sequence[Report], apart: Container[tuple[str, str]]) -> Iterator[tuple[Hashable, Report]]:
    for report in meeting:
        name = report.of_series
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
    joined = Joined[Hashable]()
    named: defaultdict[tuple[str, str], list[Hashable]] = defaultdict(list)
    for found in keys:
        for what, report in found:
            for side in _sides(report):
                named[side].append(what)
            joined.join(found[0][0], what)
    for each in judgements.of_actors("same", "series"):
        left, right = (named[side.folded] for side in each.sides)
        for one in left[:1]:
            for other in [*left[1:], *right]:
                joined.join(one, other)
    return joined.top
