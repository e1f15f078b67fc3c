"""The graph of what follows from all documents together: tenures, and what was decided on who is who."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.iris import digest
from kg.model.actors import Actors, Decision, Reading
from kg.model.claims import Attestation, Tier
from kg.model.dates import PartialDate
from kg.rdf.documents import attested_on, claim_iri
from kg.rdf.entities import stated_bounds
from kg.rdf.terms import integer, iri, node, printed_date, text, triple, triples
from kg.spool import Spool
from kg.tenures import Days, Tenure, Witness, has_one_seat, tenures
from kg.vocabulary import CT, ORG, PROV, concept

_STRENGTH: Mapping[str, int] = {Tier.ASSERTED: 0, Tier.LIKELY: 1, Tier.POSSIBLE: 2}


class Attested(NamedTuple):
    """What one attestation says of a post: all that tenures are made of. Dates as printed, passages as IRIs."""

    post: str
    claim: str
    person: str
    status: str
    on: str | None
    start: str | None
    end: str | None
    document: str
    tier: str
    passages: Sequence[str]


def attested(readings: Iterable[Reading], actors: Actors) -> Iterator[Attested]:
    """What documents say of who held which post."""
    for document, claim in ((document, claim) for document, claims in readings for claim in claims):
        if isinstance(claim, Attestation):
            on, start, end = (
                str(date) if date else None for date in (attested_on(claim, document), claim.start, claim.end)
            )
            yield Attested(
                actors.post(document.key, claim.organisation, claim.role),
                claim_iri(claim, actors),
                actors.person(document.key, claim.person),
                claim.status,
                on,
                start,
                end,
                document.key,
                claim.tier,
                [actors.base.passage(each.document, each.span) for each in claim.evidence],
            )


def derived_graph(told: Iterable[Attested], actors: Actors) -> Iterator[str]:
    """Tenures: one for each person, post, status and spell, with every attestation it rests on and their words.

    Posts that one person holds at a time say so (``ct:seats``). No line comes twice.
    """
    kept: Spool[str] = Spool()
    for each in told:
        kept.add(each.post, json.dumps(each))
    for of_post in kept.groups():
        yield from triples(_of_post([Attested(*json.loads(line)) for line in of_post], actors))
    yield from triples(line for each in actors.decisions for line in _decision(each, actors))


def _of_post(told: Sequence[Attested], actors: Actors) -> Iterator[str]:
    said = {each.claim: each for each in told}
    post = told[0].post
    one_seat = is_of_one_seat(post, actors)
    if one_seat:
        yield triple(post, CT.seats, integer(1))
    for tenure in tenures(map(_witness, told), one_seat=one_seat):
        yield from _tenure(post, tenure, said, actors)


def _decision(decision: Decision, actors: Actors) -> Iterator[str]:
    parts = (
        decision.verdict,
        decision.rule,
        *decision.about,
        *decision.forms,
        decision.who,
        decision.when,
        decision.why,
    )
    return node(
        actors.base.claim("decision", digest(*parts)),
        (CT.Decision,),
        *((CT.about, iri(about)) for about in decision.about),
        (CT.verdict, text(decision.verdict)),
        (CT.rule, text(decision.rule)),
        *((CT.form, text(form)) for form in decision.forms),
        (CT.decidedBy, text(decision.who) if decision.who else None),
        (CT.decidedOn, text(decision.when) if decision.when else None),
        (CT.reason, text(decision.why) if decision.why else None),
    )


def is_of_one_seat(post: str, actors: Actors) -> bool:
    """Whether one person at a time holds this post (an IRI)."""
    known = actors.posts[post]
    body = actors.bodies.get(known.body) if known.body else None
    title = known.label.removesuffix(f", {body.label}") if body else known.label
    return has_one_seat(known.role, title, body.kind if body else None, in_body=body is not None)


def _witness(told: Attested) -> Witness:
    on, start, end = (Days(*PartialDate.parse(each).bounds()) if each else None for each in told[4:7])
    return Witness(told.claim, told.person, told.status, on, start, end, told.document)


def _tenure(post: str, tenure: Tenure, said: Mapping[str, Attested], actors: Actors) -> Iterator[str]:
    """One tenure. Who is called former was not there on that day: it bounds the end, and attests nothing."""
    behind = [said[witness.claim] for witness in tenure.witnesses]
    own = [PartialDate.parse(each.on) for each in behind if each.on and each.status == tenure.status]
    days = sorted(own, key=lambda on: (on.bounds(), str(on)))
    body = actors.posts[post].body
    return node(
        actors.base.tenure(tenure.person, post, tenure.status, tenure.spell),
        (CT.Tenure, ORG.Membership),
        (ORG.member, iri(tenure.person)),
        (CT.post, iri(post)),
        (ORG.organization, iri(body) if body else None),
        (CT.status, iri(concept("status", tenure.status))),
        *((CT.attestedOn, printed_date(day)) for day in days),
        (CT.firstAttested, printed_date(days[0]) if days else None),
        (CT.lastAttested, printed_date(days[-1]) if days else None),
        *stated_bounds("start", tenure.start),
        *stated_bounds("end", tenure.end),
        *((PROV.wasDerivedFrom, iri(witness.claim)) for witness in tenure.witnesses),
        *((CT.supportedBy, iri(passage)) for each in behind for passage in each.passages),
        (CT.tier, iri(concept("tier", min((each.tier for each in behind), key=_STRENGTH.__getitem__)))),
    )
