"""A meeting at the table: who led it, who sat with whom, who was only named; and where its witnesses disagree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model.answers import Row, Words
from kg.pages.telling import Teller

_PRESENCE = ("present", "represented", "message", "invited", "absent", "mentioned")
_TOOK_PART = ("present", "represented")
_COMPARED = {"ordinal": "its number", "place": "its place", "state": "whether it was held"}


@dataclass(slots=True)
class Seat:
    """One person, body or group at a meeting: all that any document says of their part."""

    iri: str
    label: str
    kind: str
    count: int | None
    roles: list[str] = field(default_factory=list)
    presences: list[str] = field(default_factory=list)
    posts: dict[str, str] = field(default_factory=dict)
    body: tuple[str, str] | None = None
    leading: bool = False
    rows: list[Row] = field(default_factory=list)

    @property
    def presence(self) -> str:
        """The nearest to being there that any document says."""
        return min(self.presences, key=_PRESENCE.index)

    @property
    def tier(self) -> str | None:
        """The tier of the first row that has one."""
        return next((row.tier for row in self.rows if row.tier), None)

    @property
    def evidence(self) -> tuple[Words, ...]:
        """The words behind all of it."""
        return tuple(dict.fromkeys(words for row in self.rows for words in row.evidence))


@dataclass(slots=True)
class Side:
    """A body at the table: the body itself if it is named, and those who came for it."""

    label: str
    iri: str | None
    itself: Seat | None = None
    seats: list[Seat] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What documents say differently: of what, and each value with the documents that say so."""

    about: str
    values: dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Table:
    """A meeting as its page shows it."""

    iri: str
    label: str
    about: Row
    leading: list[Seat]
    sides: list[Side]
    others: list[Seat]
    reports: tuple[Row, ...]
    disagreements: list[Disagreement]


def table(teller: Teller, iri: str) -> Table:
    """The meeting of that IRI; raises :class:`kg.errors.NotFound`."""
    label = teller.label(iri)
    about = teller.tell("meetings", meeting=iri)[0]
    seats = seated(teller.tell("participations", meeting=iri))
    there = [seat for seat in seats if seat.presence in _TOOK_PART]
    reports = teller.tell("meeting-reports", meeting=iri)
    return Table(
        iri,
        label,
        about,
        [seat for seat in there if seat.leading],
        sides(seat for seat in there if not seat.leading),
        [seat for seat in seats if seat.presence not in _TOOK_PART],
        reports,
        disagreements(reports),
    )


def seated(rows: Iterable[Row]) -> list[Seat]:
    """One seat for each person, body or group, in the order of their names."""
    seats: dict[str, Seat] = {}
    for row in rows:
        values = row.values
        count = values["count"]
        seat = seats.setdefault(
            str(values["agent"]),
            Seat(
                str(values["agent"]),
                str(values["agent_label"]),
                str(values["agent_kind"]),
                count if isinstance(count, int) else None,
            ),
        )
        _once(seat.roles, values["role"])
        _once(seat.presences, values["presence"])
        seat.leading = seat.leading or values["leading"] == "leading"
        if values["post"]:
            seat.posts[str(values["post"])] = str(values["post_label"])
        if values["on_behalf_of"] and seat.body is None:
            seat.body = str(values["on_behalf_of"]), str(values["on_behalf_of_label"])
        seat.rows.append(row)
    return list(seats.values())


def sides(seats: Iterable[Seat]) -> list[Side]:
    """The seats by body, the fullest side first; those of no body last."""
    found: dict[str, Side] = {}
    for seat in seats:
        alone = seat.kind == "body" and seat.body is None
        iri, label = (seat.iri, seat.label) if alone else seat.body or ("", "")
        side = found.setdefault(iri, Side(label, iri or None))
        if alone:
            side.itself = seat
        else:
            side.seats.append(seat)
    return sorted(found.values(), key=lambda side: (side.iri is None, not side.seats, -len(side.seats), side.label))


def disagreements(reports: Sequence[Row]) -> list[Disagreement]:
    """What two documents say differently of the meeting itself."""
    compared = [("its first day", _first_days(reports))]
    for column, about in _COMPARED.items():
        values: dict[str, list[Row]] = {}
        for row in reports:
            if row.values[column] is not None:
                _told(values, str(row.values[column]), row)
        compared.append((about, values))
    return [Disagreement(about, values) for about, values in compared if len(values) > 1]


def _first_days(reports: Sequence[Row]) -> dict[str, list[Row]]:
    """The days on which it began, each with who says so; a month or a year only if none of these days lies in it."""
    told = [(row, str(row.values["start_not_before"]), str(row.values["start_not_after"])) for row in reports
            if row.values["start_not_before"] is not None and row.values["start_not_after"] is not None]  # fmt: skip
    days: dict[str, list[Row]] = {}
    for row, first, last in told:
        if first == last:
            _told(days, first, row)
    vague: dict[str, list[Row]] = {}
    for row, first, last in told:
        if not any(first <= day <= last for day in days):
            _told(vague, first[:7] if first[:7] == last[:7] else first[:4], row)
    return days | vague


def _told(values: dict[str, list[Row]], value: str, row: Row) -> None:
    """Add a document to those that say so, once."""
    rows = values.setdefault(value, [])
    if all(row.values["document"] != other.values["document"] for other in rows):
        rows.append(row)


def _once(among: list[str], value: str | int | None) -> None:
    if value is not None and str(value) not in among:
        among.append(str(value))
