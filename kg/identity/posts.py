"""Posts: one for each body and title, however the title is written; a title without a body stays in its document."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.identity.authority import role_of
from kg.identity.grouping import Group, Groups
from kg.identity.labels import best
from kg.identity.titles import title_key
from kg.iris import digest, fold
from kg.model.actors import Actors, Body, Post, Reading
from kg.model.claims import Attestation
from kg.model.judgements import Judgements, Named


def resolve(readings: Sequence[Reading], actors: Actors, judgements: Judgements | None = None) -> Actors:
    """The actors with the posts that the documents attest. Its shortest title, the earliest of those, names a post."""
    groups = Groups("post", judgements)
    said: list[tuple[str, str, str, Named]] = []
    for document, claims in readings:
        for claim in claims:
            if isinstance(claim, Attestation):
                body = actors.body(document.key, claim.organisation) if claim.organisation else ""
                where = actors.bodies[body].label if body else ""
                name = Named(f"{claim.role} @ {where}" if where else claim.role, document.key)
                title = title_key(claim.role, _names(actors.bodies.get(body)))
                key = ("post", body, title) if body else ("here", document.key, title)
                groups.add(name, key, "posts.same-title")
                said.append((document.key, body, claim.role, name))
    forms: defaultdict[Group, list[tuple[str, str]]] = defaultdict(list)
    for _document, body, role, name in said:
        forms[groups.of(name)].append((role, body))
    posts: dict[str, Post] = {}
    iris: dict[Group, str] = {}
    for group, printed in forms.items():
        role, body = min(printed, key=lambda form: len(fold(form[0]).split()))
        iri = actors.base.post(body or None, role)
        iris[group] = f"{iri}-{digest(group.scope)[:8]}" if group.scope else iri
        label = best(form for form, at in printed if at == body)
        posts[iris[group]] = _post(iris[group], label, body or None, actors)
    named = {(document, body, fold(role)): iris[groups.of(name)] for document, body, role, name in said}
    by_name = {name.folded: iris[groups.of(name)] for *_, name in said}
    merges = groups.merges(lambda name: by_name[name.folded])
    return replace(
        actors, posts=dict(sorted(posts.items())), posts_named=named, merges=tuple(sorted({*actors.merges, *merges}))
    )


def _names(body: Body | None) -> tuple[str, ...]:
    return tuple(name for name in (body.label, body.acronym, *body.also) if name) if body else ()


def _post(iri: str, role: str, body: str | None, actors: Actors) -> Post:
    label = f"{role}, {actors.bodies[body].label}" if body else role
    return Post(iri, label, body, role_of(role))
