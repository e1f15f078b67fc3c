"""The graph of one document: the document, its claims, and the passages that say them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from kg.errors import ClaimError
from kg.iris import digest
from kg.model.actors import Actors
from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document, Evidence
from kg.model.wire import claim_key
from kg.rdf.terms import Triples, day, integer, iri, is_absolute, node, printed_date, text, triple, triples
from kg.vocabulary import CT, CV, DCTERMS, FOAF, OA, PROV, RDF, RDFS, concept

# How "page=2" is meant (https://www.w3.org/TR/annotation-model/#fragment-selector).
_PAGES = "http://tools.ietf.org/rfc/rfc3778"
_FOLDERS = {
    NameUse: "name-use",
    MeetingReport: "meeting-report",
    Attestation: "attestation",
    Participation: "participation",
    BodyRelation: "relation",
}


def document_graph(
    document: Document,
    claims: Iterable[Claim],
    actors: Actors,
    *,
    version_of: str | None = None,
    its_own: Iterable[Claim] | None = None,
) -> Triples:
    """What one document says: its claims with their passages.

    Of a version of another document (``version_of``, a key) only what is ``its_own``; the rest stands there. A relation
    of a body to itself (two names, one body) says nothing and is left out.
    """
    lines = list(_document(document, actors))
    if version_of is not None:
        about, original = actors.base.document(document.key), actors.base.document(version_of)
        lines.append(triple(about, DCTERMS.isVersionOf, iri(original)))
    context = _Context(document, tuple(claims), actors)
    for claim in context.claims if its_own is None else its_own:
        lines.extend(_lines(claim, context))
    return triples(lines)


def attested_on(claim: Attestation, document: Document) -> PartialDate | None:
    """The day to which an attestation testifies: as it says, else the date of issue."""
    return claim.attested_on or document.published


def claim_iri(claim: Claim, actors: Actors) -> str:
    """The IRI of the node of a claim."""
    return actors.base.claim(_FOLDERS[type(claim)], claim_key(claim))


def bounds_of(which: str, printed: PartialDate | None) -> tuple[tuple[str, str | None], ...]:
    """``startNotBefore`` and ``startNotAfter`` (or ``end…``, ``issued…``) of a date as printed."""
    first, last = printed.bounds() if printed else (None, None)
    return (
        (CT[f"{which}NotBefore"], day(first) if first else None),
        (CT[f"{which}NotAfter"], day(last) if last else None),
    )


class _Context:
    """A document with its claims and actors, while its graph is written."""

    def __init__(self, document: Document, claims: tuple[Claim, ...], actors: Actors) -> None:
        self.document, self.claims, self.actors = document, claims, actors
        self._posts = {(claim.person, claim.title): claim for claim in claims if isinstance(claim, Attestation)}

    def capacity(self, claim: Participation) -> str | None:
        """The post in which a person acts, by the title that the claim names."""
        if claim.capacity is None:
            return None
        attestation = self._posts.get((claim.agent, claim.capacity))
        if attestation is None:
            raise ClaimError(
                f"expected an attestation of {claim.agent!r} with the title {claim.capacity!r} in "
                f"{self.document.name}, found none; the extraction must attest a post before it names it as capacity"
            )
        return self.actors.post(claim.document, attestation.organisation, attestation.role)

    def agent(self, claim: Participation) -> str:
        """The person or body that takes part."""
        return self.actors.agent(claim.document, claim.agent)

    def body(self, claim: Claim, name: str) -> str:
        """A body that the claim names."""
        return self.actors.body(claim.document, name)


def _document(document: Document, actors: Actors) -> Iterator[str]:
    publisher = actors.publishers.get(document.key)
    source = document.url if document.url and is_absolute(document.url) else None
    return node(
        actors.base.document(document.key),
        (CT.Document, FOAF.Document, PROV.Entity),
        (DCTERMS.title, text(document.title) if document.title else None),
        (DCTERMS.issued, printed_date(document.published) if document.published else None),
        *bounds_of("issued", document.published),
        (DCTERMS.publisher, iri(publisher) if publisher else None),
        (DCTERMS.language, text(document.language) if document.language else None),
        (DCTERMS.source, iri(source) if source else None),
        (CT.sha256, text(document.sha256)),
    )


@singledispatch
def _lines(claim: Claim, context: _Context) -> Iterator[str]:
    raise TypeError(f"no triples for {type(claim).__name__} of {context.document.name}")


@_lines.register
def _(claim: NameUse, context: _Context) -> Iterator[str]:
    """One node for each form printed: the same words, or those of them that print the form."""
    person = claim.kind == "person"
    named = (context.actors.person if person else context.actors.body)(claim.document, claim.name)
    honorific = claim.honorific if person else None
    for kind, form in _forms(claim):
        spans = [evidence for evidence in claim.evidence if form in evidence.quotation] or claim.evidence
        first = form == claim.name
        yield from _claim(
            context.actors.base.claim("name-use", claim_key(claim) if first else digest(claim_key(claim), kind, form)),
            (CT.NameUse,),
            claim,
            context,
            (CT.names, iri(named)),
            (CT.form, text(form)),
            (CT.honorific, text(honorific) if honorific and first else None),
            (CT.nameKind, iri(concept("name-kind", kind))),
            evidence=spans,
        )


def _forms(claim: NameUse) -> Iterator[tuple[str, str]]:
    yield "official-name", claim.name
    if claim.acronym and claim.acronym != claim.name:
        yield "acronym", claim.acronym
    for form in dict.fromkeys(claim.also):
        if form not in (claim.name, claim.acronym):
            yield "short", form


@_lines.register
def _(claim: MeetingReport, context: _Context) -> Iterator[str]:
    return _claim(
        claim_iri(claim, context.actors),
        (CT.MeetingReport,),
        claim,
        context,
        (CT.reports, iri(context.actors.meeting(claim.document, claim.meeting))),
        *((CT.form, text(form)) for form in (claim.name, *claim.also)),
        (CT.meetingKind, iri(concept("meeting-kind", claim.kind))),
        (CT.meetingState, iri(concept("meeting-state", claim.state))),
        (CT.ordinal, integer(claim.ordinal) if claim.ordinal is not None else None),
        *bounds_of("start", claim.start),
        *bounds_of("end", claim.end),
        (CT.printedDate, text(claim.printed_date) if claim.printed_date else None),
        (CT.place, text(claim.place) if claim.place else None),
    )


@_lines.register
def _(claim: Attestation, context: _Context) -> Iterator[str]:
    actors = context.actors
    when = attested_on(claim, context.document)
    return _claim(
        claim_iri(claim, actors),
        (CT.Attestation,),
        claim,
        context,
        (CT.person, iri(actors.person(claim.document, claim.person))),
        (CT.post, iri(actors.post(claim.document, claim.organisation, claim.role))),
        (CT.organisation, iri(context.body(claim, claim.organisation)) if claim.organisation else None),
        (CT.title, text(claim.title)),
        (CT.role, text(claim.role)),
        (CT.status, iri(concept("status", claim.status))),
        (CT.attestedOn, printed_date(when) if when else None),
        *bounds_of("start", claim.start),
        *bounds_of("end", claim.end),
    )


@_lines.register
def _(claim: Participation, context: _Context) -> Iterator[str]:
    capacity = context.capacity(claim)
    if claim.count is None:
        agent = context.agent(claim)
    else:
        group = context.actors.group(claim.document, claim.agent, claim.count, claim.meeting)
        agent = group.iri
        yield from _group(group.iri, group.body, group.count, group.label)
    behalf = context.body(claim, claim.on_behalf_of) if claim.on_behalf_of else None
    yield from _claim(
        claim_iri(claim, context.actors),
        (CT.Participation, CV.Participation),
        claim,
        context,
        (CT.meeting, iri(context.actors.meeting(claim.document, claim.meeting))),
        (CV.hasParticipant, iri(agent)),
        (CV.role, iri(concept("role", claim.role))),
        (CT.presence, iri(concept("presence", claim.presence))),
        (CT.inCapacityOf, iri(capacity) if capacity else None),
        # A body that is said to act for itself adds nothing.
        (CT.onBehalfOf, iri(behalf) if behalf and behalf != agent else None),
    )


@_lines.register
def _(claim: BodyRelation, context: _Context) -> Iterator[str]:
    subject = context.body(claim, claim.subject)
    if claim.count is None:
        object_ = context.body(claim, claim.object)
    else:
        group = context.actors.group(claim.document, claim.object, claim.count, None)
        object_ = group.iri
        yield from _group(group.iri, group.body, group.count, group.label)
    if subject == object_:
        return
    yield from _claim(
        claim_iri(claim, context.actors),
        (CT.BodyRelation,),
        claim,
        context,
        (CT.subject, iri(subject)),
        (CT.relation, iri(concept("relation", claim.predicate))),
        (CT.object, iri(object_)),
    )


def _group(group: str, body: str, count: int, label: str) -> Iterator[str]:
    return node(group, (CT.Group,), (CT.groupOf, iri(body)), (CT.count, integer(count)), (RDFS.label, text(label)))


def _claim(
    subject: str,
    types: Sequence[str],
    claim: Claim,
    context: _Context,
    *stated: tuple[str, str | None],
    evidence: Sequence[Evidence] = (),
) -> Iterator[str]:
    """The node of a claim: what it states, its words in one step, the rule that read it and how far to trust it."""
    spans = evidence or claim.evidence
    base = context.actors.base
    yield from node(
        subject,
        types,
        *stated,
        *((CT.supportedBy, iri(base.passage(each.document, each.span))) for each in spans),
        (CT.rule, text(claim.rule)),
        (CT.tier, iri(concept("tier", claim.tier))),
    )
    for each in spans:
        yield from _passage(each, context)


def _passage(evidence: Evidence, context: _Context) -> Iterator[str]:
    passage = context.actors.base.passage(evidence.document, evidence.span)
    position, quote = f"{passage}#position", f"{passage}#quote"
    place = list(_place(evidence, context.document, f"{passage}#place"))
    yield from node(
        passage,
        (CT.Passage, OA.SpecificResource),
        (OA.hasSource, iri(context.actors.base.document(evidence.document))),
        (OA.hasSelector, iri(position)),
        (OA.hasSelector, iri(quote)),
        (OA.hasSelector, iri(f"{passage}#place") if place else None),
    )
    yield from place
    yield from node(
        position,
        (OA.TextPositionSelector,),
        (OA.start, integer(evidence.span.start)),
        (OA.end, integer(evidence.span.end)),
    )
    yield from node(quote, (OA.TextQuoteSelector,), (OA.exact, text(evidence.quotation)))


def _place(evidence: Evidence, document: Document, selector: str) -> Iterator[str]:
    """Where the words begin in what was published: the page of a PDF, or the element of a page of HTML."""
    if page := document.page_at(evidence.span.start):
        pages = (DCTERMS.conformsTo, iri(_PAGES))
        yield from node(selector, (OA.FragmentSelector,), pages, (RDF.value, text(f"page={page}")))
    elif element := document.element_at(evidence.span.start):
        yield from node(selector, (OA.XPathSelector,), (RDF.value, text(element)))
