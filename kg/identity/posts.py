"""Posts: one for each body and title, however the title is written; a title without a body stays in its document."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from kg.identity.authority import role_of
from kg.identity.bodies import Bodies
from kg.identity.gist import Gist
from kg.identity.grouping import Forms, Group, Groups, Key
from kg.identity.labels import best
from kg.identity.profiles import Surroundings
from kg.identity.shelf import Shelf
from kg.identity.titles import ministry_words, title_key
from kg.iris import Base, digest, fold
from kg.model.actors import Body, Merge, Post
from kg.model.judgements import Judgements, Named

_MINISTER = "minister"
_SAME_TITLE, _OF_MINISTRY, _OF_RANK = "posts.same-title", "posts.of-ministry", "posts.rank-and-field"


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts by IRI, and the IRI for each (document key, IRI of the body or nothing, folded title)."""

    posts: dict[str, Post]
    named: Shelf[tuple[str, str, str]]
    merges: tuple[Merge, ...]


def resolve(gists: Iterable[Gist], bodies: Bodies, base: Base, judgements: Judgements | None = None) -> Posts:
    """The posts that the documents attest. Its shortest title, the earliest of those, names a post; it is
    shown with capitals if anybody prints them.

    Where it is said at a state and at a ministry, it is in the ministry.
    """
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
            group = forms.met(held.name, held.key, _SAME_TITLE)
            titles[group][held.role, held.body] += 1
            here[held.printed, fold(held.role)] = numbers.setdefault(group, str(len(numbers)))
        named.put(gist.document, here)
    found = {group: _post(group, printed, bodies.bodies, base) for group, printed in titles.items()}
    named.renamed({numbers[group]: post.iri for group, post in found.items()})
    posts = {post.iri: post for post in sorted(found.values(), key=lambda post: post.iri)}
    merges = forms.told({group: post.iri for group, post in found.items()})
    return Posts(posts, named, tuple(replace(each, rule=_rule(each)) for each in merges))


def _rule(merge: Merge) -> str:
    """Two titles of one body are one post by their words; of two bodies, or of none, by the rules for these."""
    if merge.rule != _SAME_TITLE:
        return merge.rule
    (_, at, one), (_, also_at, other) = (side.name.rpartition(" @ ") for side in (merge.left, merge.right))
    if at and also_at:
        return _SAME_TITLE if one == other else _OF_MINISTRY
    return _SAME_TITLE if at == also_at and one == other else _OF_RANK


class _Held(NamedTuple):
    """A title in a document: the IRIs of its body and of the one printed (or nothing), how a judgement names it, what
    it is compared as.
    """

    role: str
    body: str
    printed: str
    name: Named
    key: Key


def _held(gist: Gist, bodies: Bodies) -> Iterator[_Held]:
    around = Surroundings(bodies.bodies, bodies.named, bodies.homes)
    for held in gist.held:
        body = around.where(gist.document, held) or ""
        printed = body if held.organisation else ""
        name = Named(f"{held.role} @ {bodies.bodies[body].label}" if printed else held.role, gist.document)
        title = title_key(held.role, _names(bodies.bodies.get(body)))
        key: Key = ("post", body, title) if body else ("here", gist.document, title)
        minister = _minister(title, body, around) if body and role_of(held.role) == _MINISTER else None
        yield _Held(held.role, body, printed, name, minister or key)


def _minister(title: str, body: str, around: Surroundings) -> Key | None:
    """The minister of a portfolio of a state: said at the state, at its government, or at the ministry of just that."""
    of_state = around.state_of(body)
    head, *portfolio = title.split()
    if of_state is None or head != _MINISTER:
        return None
    state = of_state.rsplit("/", 1)[-1]
    if around.bodies[body].kind != "state":
        where, *topic = ministry_words(around.bodies[body].label)
        if where == "ministry" and sorted(portfolio) in ([], topic):
            portfolio = topic
        elif (where, *topic) != ("government",):
            return None
    return ("minister", state, *sorted(portfolio)) if portfolio else None


def _names(body: Body | None) -> tuple[str, ...]:
    return tuple(name for name in (body.label, body.acronym, *body.also) if name) if body else ()


def _post(group: Group, printed: Counter[tuple[str, str]], bodies: Mapping[str, Body], base: Base) -> Post:
    role, body = min(printed, key=lambda form: (_is_state(form[1], bodies), len(fold(form[0]).split())))
    iri = base.post(body or None, role)
    iri = f"{iri}-{digest(group.scope)[:8]}" if group.scope else iri
    forms = {form: count for (form, at), count in printed.items() if at == body}
    title = best({form: count for form, count in forms.items() if not form[0].islower()} or forms)
    return Post(iri, f"{title}, {bodies[body].label}" if body else title, body or None, role_of(title))


def _is_state(body: str, bodies: Mapping[str, Body]) -> bool:
    return bool(body) and bodies[body].kind == "state"
