"""The gist of a document: all of it that decides who is who, and no more.

It is made from one document alone, so that it can be kept: who is who is decided again without reading the others.
"""

import json
import marshal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kg import resources
from kg.identity.authority import Authority, default
from kg.identity.body_uses import BodyUse, body_uses
from kg.identity.names import rows
from kg.identity.ranks import home_of
from kg.iris import fold
from kg.model.actors import Reading
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.spool import Spool

GISTS_IN_MEMORY = 5_000
"""More gists than these stand in a temporary file."""

_UNDATED = "9999"


class PersonUse(NamedTuple):
    """A person named: the other forms printed, and whether as Mr or Ms."""

    name: str
    also: tuple[str, ...]
    genders: tuple[str, ...]


class Held(NamedTuple):
    """A post held; ``organisation`` is None where no body is printed, ``home`` the id of a known body that it tells."""

    person: str
    role: str
    organisation: str | None
    home: str | None = None


class Part(NamedTuple):
    """A part taken in a meeting, by its number in the document."""

    meeting: str
    agent: str
    on_behalf_of: str | None


class Met(NamedTuple):
    """A meeting reported."""

    meeting: str
    name: str
    kind: str
    state: str
    also: tuple[str, ...]
    ordinal: int | None
    start: PartialDate | None
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class Gist:
    """What identity knows of one document (its key); ``publisher`` is the id of a known body.

    ``fault`` is why its claims contradict each other, empty if they do not.
    """

    document: str
    published: str
    year: int | None
    publisher: str | None
    bodies: tuple[BodyUse, ...]
    people: tuple[PersonUse, ...]
    held: tuple[Held, ...]
    parts: tuple[Part, ...]
    met: tuple[Met, ...]
    fault: str = ""

    @property
    def order(self) -> str:
        """Documents come by their date of issue, then by their keys."""
        return f"{self.published or _UNDATED}\x1f{self.document}"

    def names_of_people(self) -> list[str]:
        """The names of people, one for each folding."""
        others = sorted({held.person for held in self.held})
        return list({fold(name): name for name in reversed([*(use.name for use in self.people), *others])}.values())[
            ::-1
        ]

    def text(self) -> str:
        """As JSON."""
        return json.dumps(self.plain(), ensure_ascii=False, separators=(",", ":"))

    def plain(self) -> tuple[Any, ...]:
        """As tuples of tuples, strings and numbers."""
        met = tuple((*each[:-2], *(str(date) if date else None for date in each[-2:])) for each in self.met)
        others = (tuple(map(tuple, each)) for each in (self.bodies, self.people, self.held, self.parts))
        return (self.document, self.published, self.year, self.publisher, *others, met, self.fault)

    @classmethod
    def parse(cls, text: str) -> "Gist":
        """What :meth:`text` wrote."""
        return cls.of(json.loads(text))

    @classmethod
    def of(cls, plain: Sequence[Any]) -> "Gist":
        """What :meth:`plain` gave, as it was or out of JSON."""
        document, published, year, publisher, bodies, people, held, parts, met, fault = plain
        return cls(
            document,
            published,
            year,
            publisher,
            tuple(BodyUse(name, state, tuple(also), tuple(key), rule) for name, state, also, key, rule in bodies),
            tuple(PersonUse(name, tuple(also), tuple(genders)) for name, also, genders in people),
            tuple(map(Held._make, held)),
            tuple(map(Part._make, parts)),
            tuple(_met(each) for each in met),
            fault,
        )


class Gists:
    """The gists of many documents, in the order in which who is who is decided; any number of times."""

    def __init__(self, gists: Iterable[Gist] = ()) -> None:
        self._kept = Spool[bytes](GISTS_IN_MEMORY)
        for gist in gists:
            self.add(gist)

    def add(self, gist: Gist) -> None:
        """One more."""
        self._kept.add(gist.order, marshal.dumps(gist.plain()))

    def __iter__(self) -> Iterator[Gist]:
        for packed in self._kept.sorted():
            yield Gist.of(marshal.loads(packed))  # noqa: S302 - packed by this process


def gist_of(reading: Reading, authority: Authority | None = None) -> Gist:
    """The gist of a document; ``authority`` as for :func:`kg.identity.resolve`."""
    document, claims = reading
    authority = authority or default()
    publisher = authority.find(document.publisher) if document.publisher else None
    return Gist(
        document.key,
        str(document.published or ""),
        document.published.year if document.published else None,
        publisher.local if publisher else None,
        tuple(body_uses(reading, authority)),
        tuple(
            PersonUse(claim.name, claim.also, tuple(_genders(claim.honorific) if claim.honorific else ()))
            for claim in claims
            if isinstance(claim, NameUse) and claim.kind == "person"
        ),
        tuple(_held(claim, authority) for claim in claims if isinstance(claim, Attestation)),
        tuple(
            Part(claim.meeting, claim.agent, claim.on_behalf_of) for claim in claims if isinstance(claim, Participation)
        ),
        tuple(_reported(claims)),
        _fault(reading),
    )


def _held(claim: Attestation, authority: Authority) -> Held:
    home = home_of(claim.role, authority) if claim.organisation is None else None
    return Held(claim.person, claim.role, claim.organisation, home.local if home else None)


def _fault(reading: Reading) -> str:
    document, claims = reading
    reported = {claim.meeting for claim in claims if isinstance(claim, MeetingReport)}
    for claim in claims:
        if isinstance(claim, Participation) and claim.meeting not in reported:
            return (
                f"expected a meeting that {document.name} reports, found a participation of {claim.agent!r} in "
                f"{claim.meeting!r}; the extraction must report a meeting before it says who took part"
            )
    return ""


def _reported(claims: Iterable[Claim]) -> Iterator[Met]:
    for claim in claims:
        if isinstance(claim, MeetingReport):
            yield Met(
                claim.meeting,
                claim.name,
                claim.kind,
                claim.state,
                claim.also,
                claim.ordinal,
                claim.start,
                claim.end,
            )


def _met(plain: Sequence[Any]) -> Met:
    meeting, name, kind, state, also, ordinal, start, end = plain
    return Met(meeting, name, kind, state, tuple(also), ordinal, _date(start), _date(end))


@lru_cache(maxsize=16_384)
def _date(printed: str | None) -> PartialDate | None:
    return PartialDate.parse(printed) if printed else None


@cache
def _gendered() -> dict[str, str]:
    return {fold(row["form"]): row["pronoun"] for row in rows(resources.lexicon() / "gendered-words.tsv")}


@cache
def _genders(honorific: str) -> tuple[str, ...]:
    found = _gendered().get(fold(honorific))
    return (found,) if found else tuple(_gendered()[word] for word in fold(honorific).split() if word in _gendered())
