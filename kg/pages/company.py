"""Who was present with whom, as a network to look at: by time, role and body, and the way between two people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.answers import Row, Words
from kg.network import Network, Part, Step, co_participation, path
from kg.pages.telling import Teller

MOST = 120
"""As many people as one picture shows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked at: those to begin at (IRIs of officials, of bodies), one to reach; days or years; a role."""

    official: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the network, and at how many meetings."""

    iri: str
    label: str
    meetings: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people and the meetings at which both were; ``evidence`` are the words that say so."""

    first: Person
    second: Person
    meetings: tuple[tuple[str, str, str | None], ...]
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """What the page of the network shows; ``way`` leads from one official to another, None if no way was asked for."""

    people: tuple[Person, ...]
    ties: tuple[Tie, ...]
    left_out: int
    roles: tuple[str, ...]
    way: tuple[Tie, ...] | None


def company(teller: Teller, wanted: Wanted) -> Company:
    """The network of this version that is wanted."""
    every = teller.tell("together")
    rows = [row for row in every if _fits(row, wanted)]
    network = co_participation(_part(row) for row in rows)
    labels = {str(row.values["official"]): str(row.values["official_label"]) for row in rows}
    people = {iri: Person(iri, labels[iri], network.nodes[iri]["meetings"]) for iri in network}
    begin = {*wanted.official} | {str(row.values["official"]) for row in rows if row.values["body"] in wanted.body}
    if wanted.official or wanted.body:
        there = begin & people.keys()
        near = {iri for one in there for iri in network[one]} | there
    else:
        near = {iri for iri in people if network.degree(iri)}
    shown = sorted(near, key=lambda iri: (iri not in begin, -network.degree(iri), iri))[:MOST]
    pairs = ((min(a, b), max(a, b)) for a, b in network.subgraph(shown).edges)
    where = _Meetings(rows)
    return Company(
        tuple(people[iri] for iri in shown),
        tuple(where.tie(people[a], people[b]) for a, b in sorted(pairs)),
        len(near) - len(shown),
        tuple(sorted({str(row.values["role"]) for row in every})),
        tuple(where.tie(people[step.one], people[step.other]) for step in _way(network, wanted))
        if wanted.official and wanted.to
        else None,
    )


def _way(network: "Network[str]", wanted: Wanted) -> tuple[Step, ...]:
    """The shortest way from any that the first name means to any that the second does."""
    pairs = ((one, other) for one in wanted.official for other in wanted.to if one in network and other in network)
    found = (way for one, other in pairs if (way := path(network, one, other)))
    return min(found, key=lambda way: (len(way), way[0].one, way[-1].other), default=())


def _part(row: Row) -> Part:
    values = row.values
    return Part(str(values["meeting"]), str(values["official"]), "official", str(values["role"]))


def _fits(row: Row, wanted: Wanted) -> bool:
    v = row.values
    day = str(v["date"] or "")
    return (
        (not wanted.since or day >= wanted.since)
        and (not wanted.until or (bool(day) and day[: len(wanted.until)] <= wanted.until))
        and (not wanted.role or v["role"] == wanted.role)
    )


class _Meetings:
    """Where people were, and the words that say so."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._of: defaultdict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            self._of[str(row.values["official"])][str(row.values["meeting"])].append(row)

    def tie(self, first: Person, second: Person) -> Tie:
        """What ties these two."""
        one, other = self._of[first.iri], self._of[second.iri]
        shared = sorted(one.keys() & other.keys(), key=lambda iri: (str(one[iri][0].values["date"] or ""), iri))
        said = (words for iri in shared for row in (*one[iri], *other[iri]) for words in row.evidence)
        return Tie(first, second, tuple(self._named(one[iri][0]) for iri in shared), tuple(dict.fromkeys(said)))

    @staticmethod
    def _named(row: Row) -> tuple[str, str, str | None]:
        day = row.values["date"]
        return str(row.values["meeting"]), str(row.values["meeting_label"]), None if day is None else str(day)
