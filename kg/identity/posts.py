"""Posts: one for each body and title, however the title is written; a title without a body stays in its document."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.identity.authority import role_of
from kg.identity.bodies import Bodies
from kg.identity.gist import Gist
from kg.identity.grouping import Forms, Group, Groups, Key
from kg.identity.labels import best
from kg.identity.shelf import Shelf
from kg.identity.titles import title_key
from kg.iris import Base, digest, fold
from kg.model.actors import Body, Merge, Post
from kg.model.judgements import Judgements, Named


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts by IRI, and the IRI for each (document key, IRI of the body or nothing, folded title)."""

    posts: dict[str, Post]
    named: Shelf[tuple[str, str, str]]
    merges: tuple[Merge, ...]


def resolve(gists: Iterable[Gist], bodies: Bodies, base: Base, judgements: Judgements | None = None) -> Posts:
    """The posts that the documents attest. Its shortest title, the earliest of those, names a post."""
    groups = Groups("post", judgements)
    for gist in gists if groups.are_judged else ():
        for held in _held(gist, bodies):
            groups.add(held.name, held.key)
    forms, named = Forms(groups), Shelf[tuple[str, str, str]]()
    titles: defaultdict[Group, Counter[tuple[str, str]]] = defaultdict(Counter)
    numbers: dict[Group, str] = {}
    for gist in gists:
        here: dict[tuple[str, ...], str] = {}
        for held in _held(gist, bodies):
            group = forms.met(held.name, held.key, "posts.same-title")
            titles[group][held.role, held.body] += 1
            here[held.body, fold(held.role)] = numbers.setdefault(group, str(len(numbers)))
        named.put(gist.document, here)
    found = {group: _post(group, printed, bodies.bodies, base) for group, printed in titles.items()}
    named.renamed({numbers[group]: post.iri for group, post in found.items()})
    posts = {post.iri: post for post in sorted(found.values(), key=lambda post: post.iri)}
    return Posts(posts, named, tuple(forms.told({group: post.iri for group, post in found.items()})))


class _Held(NamedTuple):
    """A title in a document: the IRI of its body (or nothing), how a judgement names it, what it is compared as."""

    role: str
    body: str
    name: Named
    key: Key


def _held(gist: Gist, bodies: Bodies) -> Iterator[_Held]:
    for held in gist.held:
        body = bodies.named[gist.document, fold(held.organisation)] if held.organisation else ""
        where = bodies.bodies[body].label if body else ""
        title = title_key(held.role, _names(bodies.bodies.get(body)))
        key = ("post", body, title) if body else ("here", gist.document, title)
        yield _Held(held.role, body, Named(f"{held.role} @ {where}" if where else held.role, gist.document), key)


def _names(body: Body | None) -> tuple[str, ...]:
    return tuple(name for name in (body.label, body.acronym, *body.also) if name) if body else ()


def _post(group: Group, printed: Counter[tuple[str, str]], bodies: Mapping[str, Body], base: Base) -> Post:
    role, body = min(printed, key=lambda form: len(fold(form[0]).split()))
    iri = base.post(body or None, role)
    iri = f"{iri}-{digest(group.scope)[:8]}" if group.scope else iri
    title = best({form: count for (form, at), count in printed.items() if at == body})
    return Post(iri, f"{title}, {bodies[body].label}" if body else title, body or None, role_of(title))
