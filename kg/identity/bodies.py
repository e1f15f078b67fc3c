"""Bodies and states, and the posts in them: known ones by the authority data, others by an unmistakable name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.identity.authority import Authority, Known, kind_of, role_of
from kg.identity.labels import best
from kg.identity.names import distinctive, key
from kg.iris import Base, digest, fold, slug
from kg.model.actors import Actors, Body, Post, Reading
from kg.model.claims import Attestation, BodyRelation, Claim, NameUse, Participation


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies by IRI; the IRI for each (document key, folded name), and of the publisher for each document key."""

    bodies: Mapping[str, Body]
    named: Mapping[tuple[str, str], str]
    publishers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Use:
    """A name of a body in one document."""

    document: str
    name: str
    acronym: str | None = None
    state: bool = False
    also: tuple[str, ...] = ()


def resolve(
    readings: Sequence[Reading], people: Mapping[tuple[str, str], str], base: Base, authority: Authority
) -> Bodies:
    """The bodies that the documents name, with the known bodies above them."""
    found: dict[str, Body] = {}
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    named: dict[tuple[str, str], str] = {}
    for document, claims in readings:
        here = list(_uses(document.key, claims, people))
        for use in here:
            known = authority.find(use.name, use.acronym)
            iri = base.body(known.local if known else _local(use, authority))
            if known:
                found.update(_with_parents(known, authority, base))
            named[document.key, fold(use.name)] = iri
            uses[iri].append(use)
        for use in here:
            for form in use.also:
                named.setdefault((document.key, fold(form)), named[document.key, fold(use.name)])
    for iri in uses:
        if iri not in found:
            found[iri] = _unknown(iri, uses[iri])
    publishers = dict(_publishers(readings, found, base, authority))
    return Bodies(dict(sorted(found.items())), named, publishers)


def _uses(document: str, claims: Sequence[Claim], people: Mapping[tuple[str, str], str]) -> Iterator[_Use]:
    """Every body of a document once: its name uses, then the bodies that other claims alone name."""
    seen: set[str] = set()
    for claim in claims:
        if isinstance(claim, NameUse) and claim.kind != "person" and fold(claim.name) not in seen:
            seen.add(fold(claim.name))
            also = (*claim.also, *((claim.acronym,) if claim.acronym else ()))
            yield _Use(document, claim.name, claim.acronym, claim.kind == "state", also)
    aliases = {
        fold(form)
        for claim in claims
        if isinstance(claim, NameUse) and claim.kind != "person"
        for form in (*claim.also, claim.acronym or "")
    }
    for name in sorted({name for claim in claims for name in _mentions(claim)}):
        if fold(name) not in seen | aliases and (document, fold(name)) not in people:
            seen.add(fold(name))
            yield _Use(document, name)


def _mentions(claim: Claim) -> Iterator[str]:
    match claim:
        case Attestation(organisation=str(name)):
            yield name
        case Participation():
            yield claim.agent
            if claim.on_behalf_of:
                yield claim.on_behalf_of
        case BodyRelation():
            yield claim.subject
            yield claim.object


def _local(use: _Use, authority: Authority) -> str:
    """The local name of an unknown body. Names that many bodies share stay in their document."""
    local = slug(key(use.name))
    if not distinctive(use.name):
        return f"{local}-{digest(use.document)[:8]}"
    return f"{local}-{digest(local)[:8]}" if local in authority.bodies else local


def _with_parents(known: Known, authority: Authority, base: Base) -> Iterator[tuple[str, Body]]:
    seen: set[str] = set()
    while known.local not in seen:
        seen.add(known.local)
        above = authority.bodies.get(known.parent or "")
        iri, parent = base.body(known.local), base.body(above.local) if above else None
        yield iri, Body(iri, known.name, known.kind, known.acronym, known.also, parent)
        known = above or known


def _unknown(iri: str, uses: Sequence[_Use]) -> Body:
    label = best(use.name for use in uses)
    return Body(iri, label, "state" if any(use.state for use in uses) else kind_of(label))


def _publishers(
    readings: Sequence[Reading], found: dict[str, Body], base: Base, authority: Authority
) -> Iterator[tuple[str, str]]:
    for document, _ in readings:
        known = authority.find(document.publisher) if document.publisher else None
        if known:
            found.update(_with_parents(known, authority, base))
            yield document.key, base.body(known.local)


def with_posts(readings: Sequence[Reading], actors: Actors) -> Actors:
    """The actors with the posts that the documents attest: one for each body and folded role."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    bodies: dict[str, str | None] = {}
    for document, claims in readings:
        for claim in claims:
            if isinstance(claim, Attestation):
                iri = actors.post(document.key, claim.organisation, claim.role)
                forms[iri].append(claim.role)
                bodies[iri] = actors.body(document.key, claim.organisation) if claim.organisation else None
    posts = {iri: _post(iri, best(forms[iri]), bodies[iri], actors) for iri in sorted(forms)}
    return replace(actors, posts=posts)


def _post(iri: str, role: str, body: str | None, actors: Actors) -> Post:
    label = f"{role}, {actors.bodies[body].label}" if body else role
    return Post(iri, label, body, role_of(role))
