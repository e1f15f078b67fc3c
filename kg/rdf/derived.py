"""The graph of what follows from all documents together: tenures. Always computed anew, never edited."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.model.actors import Actors, Bounds, Reading
from kg.model.claims import Attestation, Tier
from kg.model.dates import PartialDate
from kg.rdf.documents import attested_on, claim_iri
from kg.rdf.entities import stated_bounds
from kg.rdf.terms import Triples, iri, node, printed_date, triples
from kg.vocabulary import CT, ORG, PROV, concept

_STRENGTH = {Tier.ASSERTED: 0, Tier.LIKELY: 1, Tier.POSSIBLE: 2}


@dataclass(frozen=True, slots=True)
class _Witness:
    """An attestation, the day to which it testifies, and its node."""

    claim: Attestation
    on: PartialDate | None
    iri: str


def derived_graph(readings: Iterable[Reading], actors: Actors) -> Triples:
    """Tenures: one for each person, post and status, with every attestation it rests on and their words."""
    witnesses: defaultdict[tuple[str, str, str], list[_Witness]] = defaultdict(list)
    for document, claims in readings:
        for claim in claims:
            if isinstance(claim, Attestation):
                person = actors.person(document.key, claim.person)
                post = actors.post(document.key, claim.organisation, claim.role)
                witness = _Witness(claim, attested_on(claim, document), claim_iri(claim, actors))
                witnesses[person, post, claim.status].append(witness)
    return triples(line for key in witnesses for line in _tenure(*key, witnesses[key], actors))


def _tenure(person: str, post: str, status: str, witnesses: list[_Witness], actors: Actors) -> Iterator[str]:
    body = actors.posts[post].body
    days = sorted((witness.on for witness in witnesses if witness.on), key=lambda on: (on.bounds(), str(on)))
    passages = {actors.base.passage(e.document, e.span) for witness in witnesses for e in witness.claim.evidence}
    tier = min((witness.claim.tier for witness in witnesses), key=lambda tier: _STRENGTH[tier])
    start, end = _bounds(witnesses, status)
    return node(
        actors.base.tenure(person, post, status),
        (CT.Tenure, ORG.Membership),
        (ORG.member, iri(person)),
        (CT.post, iri(post)),
        (ORG.organization, iri(body) if body else None),
        (CT.status, iri(concept("status", status))),
        *((CT.attestedOn, printed_date(day)) for day in days),
        (CT.firstAttested, printed_date(days[0]) if days else None),
        (CT.lastAttested, printed_date(days[-1]) if days else None),
        *stated_bounds("start", start),
        *stated_bounds("end", end),
        *((PROV.wasDerivedFrom, iri(witness.iri)) for witness in witnesses),
        *((CT.supportedBy, iri(passage)) for passage in passages),
        (CT.tier, iri(concept("tier", tier))),
    )


def _bounds(witnesses: list[_Witness], status: str) -> tuple[Bounds, Bounds]:
    """What the printed dates agree on. "Former" says that the end is past: not after the day it is attested."""
    start = _agreed(witness.claim.start.bounds() for witness in witnesses if witness.claim.start)
    ends = [witness.claim.end.bounds() for witness in witnesses if witness.claim.end]
    end = _agreed(ends)
    if status == "former":
        past = min((witness.on.bounds()[1] for witness in witnesses if witness.on), default=None)
        if past and (end.last is None or past < end.last) and (end.first is None or end.first <= past):
            end = Bounds(end.first, past)
    if start.first and end.last and start.first > end.last:  # two times in one post: the bounds of one fit no other
        return Bounds(), Bounds()
    return start, end


def _agreed(printed: Iterable[tuple[date, date]]) -> Bounds:
    """The overlap of printed dates; where they contradict each other, from the earliest to the latest."""
    every = list(printed)
    if not every:
        return Bounds()
    first, last = max(b[0] for b in every), min(b[1] for b in every)
    return Bounds(first, last) if first <= last else Bounds(min(b[0] for b in every), max(b[1] for b in every))
