"""The graph of what follows from all documents together: tenures, and what was decided on who is who."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.iris import digest
from kg.model.actors import Actors, Decision, Reading
from kg.model.claims import Attestation, Tier
from kg.model.dates import PartialDate
from kg.rdf.documents import attested_on, claim_iri
from kg.rdf.entities import stated_bounds
from kg.rdf.terms import Triples, integer, iri, node, printed_date, text, triple, triples
from kg.tenures import Days, Tenure, Witness, has_one_seat, tenures
from kg.vocabulary import CT, ORG, PROV, concept

_STRENGTH = {Tier.ASSERTED: 0, Tier.LIKELY: 1, Tier.POSSIBLE: 2}


def derived_graph(readings: Iterable[Reading], actors: Actors) -> Triples:
    """Tenures: one for each person, post, status and spell, with every attestation it rests on and their words.

    Posts that one person holds at a time say so (``ct:seats``).
    """
    witnesses: defaultdict[str, list[Witness]] = defaultdict(list)
    said: dict[str, tuple[Attestation, PartialDate | None]] = {}
    for document, claims in readings:
        for claim in claims:
            if isinstance(claim, Attestation):
                witness, on = _witness(claim, actors, attested_on(claim, document))
                said[witness.claim] = claim, on
                witnesses[actors.post(document.key, claim.organisation, claim.role)].append(witness)
    lines: list[str] = []
    for post in witnesses:
        one_seat = is_of_one_seat(post, actors)
        if one_seat:
            lines.append(triple(post, CT.seats, integer(1)))
        for tenure in tenures(witnesses[post], one_seat=one_seat):
            lines.extend(_tenure(post, tenure, said, actors))
    for decision in actors.decisions:
        lines.extend(_decision(decision, actors))
    return triples(lines)


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


def _witness(claim: Attestation, actors: Actors, on: PartialDate | None) -> tuple[Witness, PartialDate | None]:
    day, start, end = (Days(*each.bounds()) if each else None for each in (on, claim.start, claim.end))
    person = actors.person(claim.document, claim.person)
    return Witness(claim_iri(claim, actors), person, claim.status, day, start, end, claim.document), on


def _tenure(
    post: str, tenure: Tenure, said: Mapping[str, tuple[Attestation, PartialDate | None]], actors: Actors
) -> Iterator[str]:
    """One tenure. Who is called former was not there on that day: it bounds the end, and attests nothing."""
    behind = [said[witness.claim] for witness in tenure.witnesses]
    own = [on for claim, on in behind if on and claim.status == tenure.status]
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
        *(
            (CT.supportedBy, iri(actors.base.passage(each.document, each.span)))
            for claim, _ in behind
            for each in claim.evidence
        ),
        (CT.tier, iri(concept("tier", min((claim.tier for claim, _ in behind), key=_STRENGTH.__getitem__)))),
    )
