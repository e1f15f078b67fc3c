"""When two reports are of one meeting: the rules by name, each by the keys that such reports share."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from kg.identity.names import content, distinctive, is_ordinal, key
from kg.identity.reports import Report
from kg.spool import Spool

Keys = Callable[[Report], Iterator[tuple[Hashable, ...]]]


def buckets(reports: Sequence[Report], keys: Keys) -> Iterator[list[Report]]:
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


RULES: tuple[tuple[str, Keys], ...] = (
    ("meetings.number-and-words", _by_number),
    ("meetings.name-and-day", _by_name_and_day),
    ("meetings.name-day-and-agent", _by_name_day_and_agent),
    ("meetings.series-and-number", _by_series_and_number),
    ("meetings.kind-day-and-parties", _by_kind_day_and_parties),
)
