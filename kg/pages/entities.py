"""An official, a body, a post, a series: what is known of each, arranged for its page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.model.answers import Row, Words
from kg.pages.picture import Picture, picture
from kg.pages.table import Seat, seated
from kg.pages.telling import Teller
from kg.pages.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody an official met, and where; ``rows`` are the two participations at each meeting."""

    iri: str
    label: str
    rows: tuple[Row, ...]

    @property
    def meetings(self) -> int:
        """At how many meetings."""
        return len({row.values["meeting"] for row in self.rows})


@dataclass(frozen=True, slots=True)
class Gathering:
    """One meeting in a list: what somebody did there, by all documents."""

    meeting: str
    label: str
    date: str | None
    state: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class OfficialPage:
    """What the page of an official shows."""

    iri: str
    label: str
    names: tuple[Row, ...]
    tenures: tuple[Row, ...]
    attestations: tuple[Row, ...]
    gatherings: tuple[Gathering, ...]
    company: tuple[Company, ...]
    timeline: Timeline | None
    picture: Picture | None

    @property
    def latest_first(self) -> list[Row]:
        """The posts, those attested last first."""
        return sorted(self.tenures, key=lambda row: str(row.values["last_attested"] or ""), reverse=True)

    @property
    def last(self) -> Row | None:
        """The post attested last, unless as a former one."""
        held = (row for row in self.tenures if row.values["status"] != "former" and row.values["last_attested"])
        return max(held, key=lambda row: str(row.values["last_attested"]), default=None)


@dataclass(frozen=True, slots=True)
class BodyPage:
    """What the page of a body shows."""

    iri: str
    label: str
    about: tuple[Row, ...]
    names: tuple[Row, ...]
    tenures: tuple[Row, ...]
    gatherings: tuple[Gathering, ...]
    relations: tuple[Row, ...]
    timeline: Timeline | None

    def each(self, column: str) -> list[Row]:
        """The rows that have this column, each value once."""
        return list({row.values[column]: row for row in self.about if row.values[column]}.values())


@dataclass(frozen=True, slots=True)
class PostPage:
    """What the page of a post shows."""

    iri: str
    label: str
    about: Row
    tenures: tuple[Row, ...]
    attestations: tuple[Row, ...]
    timeline: Timeline | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of a series, from the first to the last of them, that no document reports."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """What the page of a series shows."""

    iri: str
    label: str
    editions: tuple[Row, ...]
    reports: dict[str, tuple[Words, ...]]
    chairs: dict[str, list[Seat]]
    missing: tuple[Gap, ...]
    twice: tuple[int, ...]
    timeline: Timeline | None

    @property
    def listed(self) -> list[Row | Gap]:
        """The editions by date, each gap in front of the first edition after it."""
        listed, gaps = list[Row | Gap](), list(reversed(self.missing))
        for row in self.editions:
            number = row.values["ordinal"]
            while gaps and isinstance(number, int) and gaps[-1].last < number:
                listed.append(gaps.pop())
            listed.append(row)
        return listed


def official(teller: Teller, iri: str) -> OfficialPage:
    """The page of an official; raises :class:`kg.errors.NotFound`."""
    label = teller.label(iri)
    tenures = teller.tell("tenures", official=iri)
    parts = teller.tell("participations", official=iri)
    met = company(teller.tell("met", official=iri))
    return OfficialPage(
        iri,
        label,
        teller.tell("names", official=iri),
        tenures,
        teller.tell("attestations", official=iri),
        gatherings(parts),
        met,
        timeline(tenures, {row.values["meeting"]: row for row in parts if _there(row)}.values()),
        picture((iri, label), [(each.iri, each.label, each.meetings) for each in met]),
    )


def body(teller: Teller, iri: str) -> BodyPage:
    """The page of a body; raises :class:`kg.errors.NotFound`."""
    tenures = teller.tell("tenures", body=iri)
    return BodyPage(
        iri,
        teller.label(iri),
        teller.tell("body", body=iri),
        teller.tell("names", body=iri),
        tenures,
        gatherings(teller.tell("participations", body=iri)),
        teller.tell("relations", body=iri),
        timeline(tenures, ()),
    )


def post(teller: Teller, iri: str) -> PostPage:
    """The page of a post; raises :class:`kg.errors.NotFound`."""
    label, tenures = teller.label(iri), teller.tell("tenures", post=iri)
    return PostPage(
        iri,
        label,
        teller.tell("post", post=iri)[0],
        tenures,
        teller.tell("attestations", post=iri),
        timeline(tenures, ()),
    )


def series(teller: Teller, iri: str) -> SeriesPage:
    """The page of a series of meetings; raises :class:`kg.errors.NotFound`."""
    label, editions = teller.label(iri), teller.tell("meetings", series=iri)
    chairs: defaultdict[str, list[Row]] = defaultdict(list)
    for row in teller.tell("participations", series=iri):
        if row.values["leading"] == "leading" and _there(row):
            chairs[str(row.values["meeting"])].append(row)
    reports: defaultdict[str, dict[Words, None]] = defaultdict(dict)
    for row in teller.tell("meeting-reports", series=iri):
        reports[str(row.values["meeting"])] |= dict.fromkeys(row.evidence)
    numbers = [number for row in editions if isinstance(number := row.values["ordinal"], int)]
    return SeriesPage(
        iri,
        label,
        editions,
        {meeting: tuple(said) for meeting, said in reports.items()},
        {meeting: seated(rows) for meeting, rows in chairs.items()},
        tuple(Gap(a + 1, b - 1) for a, b in pairwise(sorted({0, *numbers})) if b - a > 1),
        tuple(sorted({n for n in numbers if numbers.count(n) > 1})),
        timeline((), [row for row in editions if row.values["state"] == "held"]),
    )


def gatherings(rows: Iterable[Row]) -> tuple[Gathering, ...]:
    """The meetings of these participations, the latest first, those without a date last."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row.values["meeting"])].append(row)
    listed = [
        Gathering(
            meeting,
            str(parts[0].values["meeting_label"]),
            None if parts[0].values["date"] is None else str(parts[0].values["date"]),
            str(parts[0].values["state"]),
            tuple(seated(parts)),
        )
        for meeting, parts in found.items()
    ]
    listed.sort(key=lambda each: (each.label, each.meeting))
    return tuple(sorted(listed, key=lambda each: each.date or "", reverse=True))


def company(rows: Iterable[Row]) -> tuple[Company, ...]:
    """Those who were met, the most often met first."""
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row.values["other"]), str(row.values["other_label"])].append(row)
    met = (Company(*who, tuple(meetings)) for who, meetings in found.items())
    return tuple(sorted(met, key=lambda each: (-each.meetings, each.label, each.iri)))


def _there(row: Row) -> bool:
    return row.values["presence"] in ("present", "represented") and row.values["state"] == "held"
