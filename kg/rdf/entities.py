"""The graph of entities: everybody and everything that documents speak of, once, and the concepts of the schemes."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kg.model.actors import Actors, Body, Bounds, Meeting, Official, Post, Series, Tie
from kg.model.dates import PartialDate
from kg.rdf.terms import Triples, day, integer, iri, node, object_of, printed_date, subject_of, text, triple, triples
from kg.vocabulary import CT, DCTERMS, FOAF, ORG, RDFS, SCHEMA, SCHEMES, SKOS, concept, concepts


def entity_graph(actors: Actors) -> Triples:
    """Names, types and hierarchy of all actors, and the concepts of all schemes of ``ontology/vocabularies/``."""
    entities = Entities(actors)
    return triples(line for each in entities for line in entities[each])


class Entities(Mapping[str, Triples]):
    """The graph of entities by the IRI that its lines are about; they are written when they are asked for."""

    def __init__(self, actors: Actors) -> None:
        self._written: tuple[tuple[Mapping[str, Any], Callable[[Any], Iterator[str]]], ...] = (
            (actors.officials, _official),
            (actors.bodies, _body),
            (actors.posts, _post),
            (actors.meetings, _meeting),
            (actors.series, _series),
        )
        self._beside: defaultdict[str, list[str]] = defaultdict(list)
        for line in (line for tie in actors.ties for line in _tie(tie, actors)):
            self._beside[subject_of(line)].append(line)
        for line in _concepts():
            self._beside[subject_of(line)].append(line)

    def __getitem__(self, iri: str) -> Triples:
        written = [line for known, write in self._written if iri in known for line in write(known[iri])]
        if not written and iri not in self._beside:
            raise KeyError(iri)
        return triples([*written, *self._beside.get(iri, ())])

    def __contains__(self, iri: object) -> bool:
        return iri in self._beside or any(iri in known for known, _ in self._written)

    def __iter__(self) -> Iterator[str]:
        yield from (iri for known, _ in self._written for iri in known)
        yield from (iri for iri in self._beside if not any(iri in known for known, _ in self._written))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def all_about(iris: Iterable[str], entities: Mapping[str, Collection[str]]) -> Triples:
    """What the entity graph says of these, those that are in it, and of what that names."""
    found: set[str] = set()
    seen: set[str] = set()
    ahead = {iri for iri in iris if iri in entities}
    while ahead:
        seen |= ahead
        about = [line for each in ahead for line in entities[each]]
        found.update(about)
        ahead = {iri for iri in pointed_to(about) - seen if iri in entities}
    return triples(found)


def pointed_to(lines: Iterable[str]) -> set[str]:
    """The IRIs to which lines point."""
    return {named for line in lines if (named := object_of(line)) is not None}


def _official(official: Official) -> Iterator[str]:
    name = text(official.label)
    return node(official.iri, (CT.Official, FOAF.Person), (FOAF.name, name), (RDFS.label, name))


def _body(body: Body) -> Iterator[str]:
    other = dict.fromkeys(form for form in (body.acronym, *body.also) if form and form != body.label)
    return node(
        body.iri,
        (ORG.Organization,),
        (SKOS.prefLabel, text(body.label, "en")),
        *((SKOS.altLabel, text(form, "en")) for form in other),
        (RDFS.label, text(body.label)),
        (ORG.classification, iri(concept("organisation-kind", body.kind)) if body.kind else None),
        (ORG.subOrganizationOf, iri(body.parent) if body.parent else None),
    )


def _tie(tie: Tie, actors: Actors) -> Iterator[str]:
    """What the authority data knows: a membership with its source, or that one body followed another."""
    if tie.relation == "formerly":
        yield triple(tie.subject, DCTERMS.replaces, iri(tie.object))
        return
    yield from node(
        actors.base.membership(tie.subject, tie.object, tie.on),
        (ORG.Membership,),
        (ORG.member, iri(tie.subject)),
        (ORG.organization, iri(tie.object)),
        (CT.attestedOn, printed_date(PartialDate.parse(tie.on))),
        (DCTERMS.source, text(tie.source)),
    )


def _post(post: Post) -> Iterator[str]:
    return node(
        post.iri,
        (ORG.Post,),
        (RDFS.label, text(post.label)),
        (ORG.postIn, iri(post.body) if post.body else None),
        (ORG.role, iri(concept("post-role", post.role)) if post.role else None),
    )


def _meeting(meeting: Meeting) -> Iterator[str]:
    return node(
        meeting.iri,
        (CT.Meeting, SCHEMA.Event),
        (RDFS.label, text(meeting.label)),
        (CT.meetingKind, iri(concept("meeting-kind", meeting.kind))),
        (CT.meetingState, iri(concept("meeting-state", meeting.state))),
        (CT.ordinal, integer(meeting.ordinal) if meeting.ordinal is not None else None),
        (CT.inSeries, iri(meeting.series) if meeting.series else None),
        *stated_bounds("start", meeting.start),
        *stated_bounds("end", meeting.end),
    )


def _series(series: Series) -> Iterator[str]:
    return node(series.iri, (CT.MeetingSeries, SCHEMA.EventSeries), (RDFS.label, text(series.label)))


def stated_bounds(which: str, bounds: Bounds) -> tuple[tuple[str, str | None], ...]:
    """``startNotBefore`` and ``startNotAfter`` (or ``end…``) of merged bounds."""
    return (
        (CT[f"{which}NotBefore"], day(bounds.first) if bounds.first else None),
        (CT[f"{which}NotAfter"], day(bounds.last) if bounds.last else None),
    )


@cache
def _concepts() -> Triples:
    return triples(
        line
        for scheme in SCHEMES.values()
        for each in concepts(scheme).values()
        for line in node(
            each.iri,
            (SKOS.Concept,),
            (SKOS.prefLabel, text(each.label, "en")),
            *((SKOS.altLabel, text(form, "en")) for form in each.also),
            (SKOS.notation, text(each.notation)),
            (SKOS.broader, iri(each.broader) if each.broader else None),
            (SKOS.inScheme, iri(each.scheme)),
        )
    )
