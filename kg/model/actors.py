"""Who and what the claims of all documents speak of, once :mod:`kg.identity` has decided.

Each value carries its IRI; :class:`Actors` finds it from what one document prints.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kg.iris import Base, fold
from kg.model.claims import Claim
from kg.model.judgements import Judgement, Named
from kg.model.text import Document


class Reading(NamedTuple):
    """A document and what it says."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """A person (``ct:Official``)."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or a state (``org:Organization``).

    ``kind`` is a notation of the organisation-kind scheme, ``parent`` an IRI; ``also`` and ``acronym`` come from
    the authority data only (what documents print stands in their name uses).
    """

    iri: str
    label: str
    kind: str | None = None
    acronym: str | None = None
    also: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A tie of two bodies (IRIs) that the authority data knows: ``member-of`` with day and source, or ``formerly``."""

    subject: str
    relation: str
    object: str
    on: str
    source: str


@dataclass(frozen=True, slots=True)
class Post:
    """A seat (``org:Post``), which exists when vacant; ``role`` is a notation of the post-role scheme."""

    iri: str
    label: str
    body: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day that a day may be; None where nothing bounds it (both ends inclusive)."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting (``ct:Meeting``), with what its reports agree on."""

    iri: str
    label: str
    kind: str
    state: str
    ordinal: int | None = None
    series: str | None = None
    start: Bounds = Bounds()
    end: Bounds = Bounds()


@dataclass(frozen=True, slots=True)
class Series:
    """A series of meetings (``ct:MeetingSeries``)."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """A counted group of unnamed members of a body (``ct:Group``), at a meeting or in general."""

    iri: str
    label: str
    body: str
    count: int


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Two names, or two reports, that are one thing: ``rule`` says why (``judgement`` if a person decided)."""

    iri: str
    rule: str
    left: Named
    right: Named


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """Two things that may be one: for a person to decide. ``kind`` as in a judgement; IRIs as they are now."""

    kind: str
    left: Named
    right: Named
    rule: str
    left_iri: str
    right_iri: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction and the claim (as it was read) to which it was applied; None: a document as a whole."""

    judgement: Judgement
    document: str
    claim: Claim | None


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What a rule or a person decided (``ct:Decision``): ``about`` are IRIs, ``forms`` the names decided on."""

    verdict: str
    rule: str
    about: tuple[str, ...]
    forms: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Actors:
    """All of them by IRI, and the way from (document, printed name) to an IRI.

    ``people``, ``bodies_named`` and ``meetings_numbered`` are keyed by document key and by the folded name, or the
    number of the meeting inside the document; ``posts_named`` by document key, the body's IRI (empty: none) and the
    folded title; ``publishers`` (documents whose publisher is known) by document key; ``ties`` are those of known
    bodies. ``merges`` says why names are one, ``proposals`` what may be, ``decisions`` all that was decided.
    """

    base: Base
    officials: Mapping[str, Official] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    people: Mapping[tuple[str, str], str] = field(default_factory=dict)
    bodies_named: Mapping[tuple[str, str], str] = field(default_factory=dict)
    meetings_numbered: Mapping[tuple[str, str], str] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    posts_named: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def person(self, document: str, name: str) -> str:
        """The IRI of the person that a document names so; raises ``KeyError`` for one it never names."""
        return self.people[document, fold(name)]

    def body(self, document: str, name: str) -> str:
        """The IRI of the body that a document names so."""
        return self.bodies_named[document, fold(name)]

    def agent(self, document: str, name: str) -> str:
        """The IRI of the person or, failing that, the body that a document names so."""
        return self.people.get((document, fold(name))) or self.bodies_named[document, fold(name)]

    def post(self, document: str, organisation: str | None, role: str) -> str:
        """The IRI of a post that a document prints."""
        body = None if organisation is None else self.body(document, organisation)
        named = self.posts_named.get((document, body or "", fold(role)))
        return named or self.base.post(body, role)

    def meeting(self, document: str, number: str) -> str:
        """The IRI of the meeting that a document numbers so."""
        return self.meetings_numbered[document, number]

    def group(self, document: str, name: str, count: int, meeting: str | None) -> Group:
        """The counted group of a body, at a meeting (its number in the document) or in general."""
        body = self.body(document, name)
        where = None if meeting is None else self.meeting(document, meeting)
        return Group(self.base.group(body, count, where), f"{count} of {self.bodies[body].label}", body, count)
