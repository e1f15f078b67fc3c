"""What one document says: claims, each with the words that say it and the rule that read them.

People, bodies and meetings are named inside a document by their fullest form (``person``, ``organisation``,
``agent``) or by a number of the document (``meeting`` = ``e1``, ``e2`` …); who they are across documents is
decided later, by :mod:`kg.identity`. Words for roles, kinds and statuses are the notations of the SKOS
schemes in ``ontology/vocabularies/``.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.errors import ClaimError
from kg.model.dates import PartialDate
from kg.model.text import Evidence


class Tier(StrEnum):
    """How far a rule may be trusted, by the lower bound of its measured precision."""

    ASSERTED = "asserted"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that one document says. Cannot exist without evidence, all of it from one document."""

    evidence: tuple[Evidence, ...]
    rule: str
    tier: Tier = Tier.ASSERTED

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ClaimError(f"expected the words that say it, found a {type(self).__name__} without evidence")
        if len({evidence.document for evidence in self.evidence}) > 1:
            raise ClaimError(f"expected the evidence of one document, found several in a {type(self).__name__}")
        if not self.rule:
            raise ClaimError(f"expected the name of the rule that read it, found none in a {type(self).__name__}")

    @property
    def document(self) -> str:
        """The key of the document that says it."""
        return self.evidence[0].document


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse(Claim):
    """A document names a person or a body (``ct:NameUse``).

    ``kind`` is ``person``, ``organisation`` or ``state``; ``name`` the fullest form printed, without
    honorific; ``also`` the other forms printed, in order of appearance.
    """

    kind: str
    name: str
    honorific: str | None = None
    acronym: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReport(Claim):
    """A document reports or announces a meeting (``ct:MeetingReport``).

    ``meeting`` numbers it inside the document; ``state`` is ``held``, ``planned`` or ``cancelled``;
    ``printed_date`` keeps the words from which ``start`` and ``end`` were resolved.
    """

    meeting: str
    name: str
    kind: str
    also: tuple[str, ...] = ()
    ordinal: int | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    printed_date: str | None = None
    place: str | None = None
    state: str = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation(Claim):
    """A document ties a named person to a post (``ct:Attestation``).

    ``role`` is the position without the body, ``organisation`` the body in which it is held (None: none is
    printed), ``title`` the words as printed, ``status`` one of ``substantive acting designate former``;
    ``start`` and ``end`` only as printed; ``attested_on`` the day to which the words testify.
    """

    person: str
    role: str
    organisation: str | None
    title: str
    status: str = "substantive"
    start: PartialDate | None = None
    end: PartialDate | None = None
    attested_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Claim):
    """A document says that an agent took part in a meeting, or did not (``ct:Participation``).

    ``agent`` is the name of a person or body; with ``count`` it is a counted group of that body.
    ``presence`` is one of ``present represented message invited absent mentioned``; ``capacity`` the title
    (of an :class:`Attestation` of the same person) in which a person acts, ``on_behalf_of`` the body for
    which the text says the agent acts.
    """

    meeting: str
    agent: str
    role: str
    presence: str = "present"
    count: int | None = None
    capacity: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRelation(Claim):
    """A document ties two bodies to each other (``ct:BodyRelation``).

    ``predicate`` is one of ``part-of established-by coordinates secretariat-of member-of formerly``;
    ``object`` may be a counted group (``count``) of the body named.
    """

    subject: str
    predicate: str
    object: str
    count: int | None = None


KINDS: dict[str, type[Claim]] = {
    kind.__name__: kind for kind in (NameUse, MeetingReport, Attestation, Participation, BodyRelation)
}
