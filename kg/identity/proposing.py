"""Bodies, posts and series that are likely one and not certainly: for a person to decide.

Names are compared by what tells them apart, never by a score; who is proposed is never merged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from kg.identity.authority import Authority, role_of
from kg.identity.gist import Gist
from kg.identity.names import content, distinctive, word_list, words
from kg.identity.person_rules import SHORTEST_MISPRINT, one_apart
from kg.identity.profiles import Surroundings
from kg.identity.series import named_parties
from kg.identity.states import states_in
from kg.identity.titles import has_many_seats, title_key
from kg.identity.uniting import LARGEST_BLOCK
from kg.iris import fold
from kg.model.actors import Actors, Proposal
from kg.model.judgements import Judgements, Named
from kg.spool import Spool

_SHORTEST_ACRONYM = 3


@dataclass(slots=True)
class _Thing:
    """A body, a post or a series: how it is named and where first, its acronyms, and who held it."""

    names: dict[str, Named] = field(default_factory=dict)
    acronyms: set[str] = field(default_factory=set)
    holders: set[str] = field(default_factory=set)

    def called(self, name: str, document: str) -> None:
        """Take a name."""
        self.names.setdefault(fold(name), Named(name, document))


Things = Mapping[str, _Thing]


def proposals(gists: Iterable[Gist], actors: Actors, authority: Authority, judgements: Judgements) -> set[Proposal]:
    """What may be one among bodies, among posts and among series."""
    bodies: defaultdict[str, _Thing] = defaultdict(_Thing)
    posts: defaultdict[str, _Thing] = defaultdict(_Thing)
    series: defaultdict[str, _Thing] = defaultdict(_Thing)
    for gist in gists:
        key = gist.document
        for use in gist.bodies:
            body = bodies[actors.body(key, use.name)]
            body.called(use.name, key)
            body.acronyms.update(form for form in use.also if form.isupper() and len(form) >= _SHORTEST_ACRONYM)
        for held in gist.held:
            post = posts[actors.post(key, held.organisation, held.role)]
            where = actors.bodies[actors.body(key, held.organisation)].label if held.organisation else ""
            post.called(f"{held.role} @ {where}" if where else held.role, key)
            post.holders.add(actors.person(key, held.person))
        for met in gist.met:
            if of := actors.meetings[actors.meeting(key, met.meeting)].series:
                series[of].called(met.name, key)
    return {
        *_found("body", bodies, _bodies(bodies, actors, authority), judgements),
        *_found("post", posts, _posts(posts, actors), judgements),
        *_found("series", series, _series(series, actors, authority), judgements),
    }


Pair = tuple[str, str, str]
"""Two IRIs, and the rule that says they may be one."""


def _found(kind: str, things: Things, pairs: Iterable[Pair], judgements: Judgements) -> Iterator[Proposal]:
    apart = [{side.folded for side in each.sides} for each in judgements.of_actors("different", kind)]
    rules = {(min(pair[:2]), max(pair[:2])): pair[2] for pair in sorted(pairs, reverse=True)}
    for (one, other), rule in sorted(rules.items()):
        if not any(_told(each, things[one], things[other]) for each in apart):
            left, right = sorted((min(things[iri].names.values()), iri) for iri in (one, other))
            yield Proposal(kind, left[0], right[0], rule, left[1], right[1])


def _told(apart: set[tuple[str, str]], one: _Thing, other: _Thing) -> bool:
    """Whether a judgement names one of these and the other."""
    here, there = (
        {side for name in each.names.values() for side in (name.folded, ("", fold(name.name)))} for each in (one, other)
    )
    return apart <= here | there and not apart.isdisjoint(here) and not apart.isdisjoint(there)


def _bodies(things: Things, actors: Actors, authority: Authority) -> Iterator[Pair]:
    def may_be(one: str, other: str) -> bool:
        known = sum(iri.rsplit("/", 1)[-1] in authority.bodies for iri in (one, other))
        return known < 2 and "state" not in (actors.bodies[one].kind, actors.bodies[other].kind)

    yield from (each for each in _near_names("bodies", things) if may_be(*each[:2]))
    acronyms = ((acronym, iri) for iri, thing in things.items() for acronym in thing.acronyms)
    for one, other in _sharing(acronyms):
        if may_be(one, other) and _half_the_words(things[one], things[other]):
            yield one, other, "bodies.same-acronym"


def _half_the_words(one: _Thing, other: _Thing) -> bool:
    sets = [(content(a.name), content(b.name)) for a in one.names.values() for b in other.names.values()]
    return any(2 * len(here & there) >= min(len(here), len(there)) > 0 for here, there in sets)


def _posts(things: Things, actors: Actors) -> Iterator[Pair]:
    """Two posts that one person is said to hold in a body, or in it and what is above it: one title more exact."""
    around = Surroundings(actors.bodies, actors.bodies_named, {})
    held: list[tuple[str, str]] = []
    for iri in things:
        body = actors.posts[iri].body
        places = (body, around.state_of(body), actors.bodies[body].parent) if body else ()
        held += [(f"{holder} {place}", iri) for holder in things[iri].holders for place in {*places} if place]
    for one, other in _sharing(held):
        here, there = ({*title_key(_title(iri, actors)).split()} for iri in (one, other))
        told = (here ^ there) & word_list("lesser-words.txt")
        alike = role_of(_title(one, actors)) == role_of(_title(other, actors))
        nested = here <= there or there <= here
        if alike and nested and not told and not has_many_seats(" ".join(sorted(here & there))):
            yield one, other, "posts.same-holder"


def _title(post: str, actors: Actors) -> str:
    known = actors.posts[post]
    return known.label.removesuffix(f", {actors.bodies[known.body].label}") if known.body else known.label


def _series(things: Things, actors: Actors, authority: Authority) -> Iterator[Pair]:
    yield from _near_names("series", things)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for meeting in actors.meetings.values():
        if meeting.series:
            kinds[meeting.series].add(meeting.kind)
    parties = (
        (f"{kind} {' '.join(two)}", iri)
        for iri, thing in things.items()
        for two in {named_parties(name.name, authority) for name in thing.names.values()}
        for kind in kinds[iri]
        if two
    )
    yield from ((one, other, "series.same-parties") for one, other in _sharing(parties))


def _near_names(what: str, things: Things) -> Iterator[Pair]:
    """Names of which one says one word more, or spells one of its words with another letter."""
    known = [(iri, name.name, content(name.name)) for iri in things for name in things[iri].names.values()]
    blocks = Spool[int]()
    for number, (_iri, name, said) in enumerate(known):
        if len(said) > 2 and distinctive(name):
            for less in ("", *sorted(said)):
                blocks.add(" ".join(sorted(said - {less})), number)
    for block in blocks.groups(2):
        for here, there in combinations(block, 2) if len(block) <= LARGEST_BLOCK else ():
            (one, name, said), (other, name_there, said_there) = known[here], known[there]
            if one != other and not _of_two(name, name_there) and (rule := _nearness(said, said_there)):
                yield one, other, f"{what}.{rule}"


def _of_two(one: str, other: str) -> bool:
    """Whether two names name two states, or two numbers."""
    states = [set(states_in(name)[0]) for name in (one, other)]
    numbers = [{word for word in words(name) if word.isdecimal()} for name in (one, other)]
    return numbers[0] != numbers[1] or bool(states[0] and states[1] and states[0] != states[1])


def _nearness(one: frozenset[str], other: frozenset[str]) -> str:
    more, less = sorted((one - other, other - one), key=len, reverse=True)
    if len(more) == 1 and not less:
        return "one-word-more"
    if len(more) == len(less) == 1:
        (here,), (there,) = more, less
        if min(len(here), len(there)) >= SHORTEST_MISPRINT and one_apart(here, there):
            return "misprint"
    return ""


def _sharing(keys: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs that share a key, unless so many do that it tells nothing."""
    blocks = Spool[str]()
    for key, iri in keys:
        blocks.add(key, iri)
    for block in blocks.groups(2):
        each = sorted(set(block))
        yield from combinations(each, 2) if len(each) <= LARGEST_BLOCK else ()
