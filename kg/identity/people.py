"""People: names of one person brought together where that is certain, proposed where it is likely.

First the mentions of one full name, which are one person unless documents tell them apart; then different names, by
the rules of :mod:`kg.identity.person_rules`. A name that is not full stays in its document unless a rule says more.
"""

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.identity.gist import Gist
from kg.identity.judged import Judged
from kg.identity.labels import best
from kg.identity.namesakes import persons
from kg.identity.person_names import in_full, person_name, sound, spelt
from kg.identity.person_rules import Support, alike, contradict
from kg.identity.profiles import Form, Mention, Profile, Sharing, Surroundings, packed, profiles, unpacked
from kg.identity.shelf import Shelf
from kg.identity.uniting import Tie, pairs, united
from kg.iris import Base, fold
from kg.model.actors import Merge, Official, Proposal
from kg.model.judgements import Judgements, Named
from kg.spool import Spool


@dataclass(frozen=True, slots=True)
class People:
    """The officials by IRI, the way from names to them, why names are one, and what may be."""

    officials: dict[str, Official]
    named: Shelf[tuple[str, str]]
    merges: tuple[Merge, ...] = ()
    proposals: tuple[Proposal, ...] = ()


def resolve(gists: Iterable[Gist], around: Surroundings, base: Base, judgements: Judgements | None = None) -> People:
    """The officials of these documents."""
    judged = Judged("person", judgements or Judgements())
    nodes, node_of = _nodes(gists, around, judged)
    now, merged = judged.joined(nodes)
    kept = sorted(set(now))
    place = {node: at for at, node in enumerate(kept)}
    nodes = [nodes[node] for node in kept]
    ties, maybe = _ties(nodes, judged)
    parts, left = united(ties, lambda one, other: _conflict(nodes[one], nodes[other], judged))
    found = _Found(base, nodes, parts)
    named = _names(gists, [found.iris[place[now[node]]] for node in node_of])
    merges = {
        Merge(found.iris[node], rule, *sorted((Named(one.name), Named(other.name))))
        for node, one, other, rule in [
            *((place[now[node]], one, other, rule) for node, one, other, rule in merged),
            *_followed(nodes, parts, ties),
        ]
        if fold(one.name) != fold(other.name)
    }
    return People(found.officials, named, tuple(sorted(merges)), _proposals(nodes, [*left, *maybe], found, judged))


def _nodes(gists: Iterable[Gist], around: Surroundings, judged: Judged) -> tuple[list[Profile], "array[int]"]:
    """The people by their full names; and for each mention, as the documents come, the number of its person."""
    mentions = Spool[bytes]()
    count = 0
    for gist in gists:
        for profile in profiles(gist, around):
            name = fold(profile.first.name)
            full = person_name(profile.first.name).is_full
            mentions.add(name if full else f"{name} {gist.document}", packed(profile, count))
            count += 1
    nodes: list[Profile] = []
    sharing = Sharing()
    node_of = array("l", bytes(count * array("l").itemsize))
    for alike_ in mentions.groups():
        numbers, known = zip(*map(unpacked, alike_), strict=True)
        for profile in known:
            judged.mark(profile)
        for person in persons(known, judged):
            for member in person:
                node_of[numbers[member]] = len(nodes)
            nodes.append(sharing.share(_together([known[member] for member in person])))
    return nodes, node_of


def _together(mentions: Sequence[Profile]) -> Profile:
    first, *others = mentions
    for other in others:
        first.add(other)
    return first


def _names(gists: Iterable[Gist], iris: Sequence[str]) -> Shelf[tuple[str, str]]:
    """What each document calls whom; ``iris`` are those of its mentions, as the documents come."""
    named, at = Shelf[tuple[str, str]](), 0
    for gist in gists:
        here: dict[tuple[str, ...], str] = {}
        for name in gist.names_of_people():
            here[(fold(name),)] = iris[at]
            at += 1
        for use in gist.people:
            for form in use.also:
                here.setdefault((fold(form),), here[(fold(use.name),)])
        named.put(gist.document, here)
    return named


def _keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    """What two people must share for a rule to be tried: something of the name, with something that is said of both."""
    shared = list(profile.shared_keys())
    for name in profile.names:
        yield ("letters", "".join("".join(sorted(name.words))))
        yield ("ends", spelt(name.given), name.family)
        for what in shared:
            yield ("family", name.family, *what)
            yield ("sound", sound(in_full(name.given))[0], sound(name.family), *what)
            if what[0] in ("post", "near"):
                yield ("given", in_full(name.given), *what)


def _ties(nodes: Sequence[Profile], judged: Judged) -> tuple[list[Tie], list[Tie]]:
    """What a rule makes certain; and what it only makes likely."""
    certain: list[Tie] = []
    maybe: list[Tie] = []
    for one, other in pairs((number, _keys(node)) for number, node in enumerate(nodes)):
        here, there = nodes[one], nodes[other]
        found = [like for a in here.names for b in there.names if (like := alike(a, b))]
        if not found or judged.different(here.sides, there.sides):
            continue
        like = min(found, key=lambda like: (like.certain_from, like.rule))
        support = here.support(there)
        tie = Tie(Support.NEVER - support, one, other, like.rule)
        if like.rule == "people.same-name":  # told apart as namesakes, or no full name; a person may see it otherwise
            if support >= Support.BODY or (
                like.certain_from < Support.NEVER and not any(a.is_common for a in here.names)
            ):
                maybe.append(Tie(tie.level, one, other, "people.namesakes"))
        elif support >= like.certain_from and not here.excludes(there):
            certain.append(tie)
        elif support >= Support.BODY or like.certain_from < Support.POST or not here.near.isdisjoint(there.near):
            maybe.append(tie)
    return certain, maybe


def _conflict(one: Profile, other: Profile, judged: Judged) -> bool:
    names = any(contradict(a, b) for a in one.names for b in other.names)
    return names or one.excludes(other) or judged.different(one.sides, other.sides)


def _followed(
    nodes: Sequence[Profile], parts: Sequence[Sequence[int]], ties: Iterable[Tie]
) -> Iterator[tuple[int, Mention, Mention, str]]:
    part_of = {node: at for at, part in enumerate(parts) for node in part}
    for tie in ties:
        if tie.left in part_of and part_of[tie.left] == part_of.get(tie.right):
            yield tie.left, nodes[tie.left].first, nodes[tie.right].first, tie.rule


class _Found:
    """The officials, one for each part of the nodes and for each node that is in none; ``iris`` has that of each."""

    def __init__(self, base: Base, nodes: Sequence[Profile], parts: Sequence[Sequence[int]]) -> None:
        in_part = {node for part in parts for node in part}
        every = [*parts, *([node] for node in range(len(nodes)) if node not in in_part)]
        people = [(_forms([nodes[node] for node in part]), part) for part in every]
        people.sort(key=lambda each: min(form.first for form in each[0].values()))
        self.iris = [""] * len(nodes)
        officials: dict[str, Official] = {}
        for forms, part in people:
            iri = _iri(forms, base, officials)
            officials[iri] = Official(iri, best({name: form.count for name, form in forms.items()}))
            for node in part:
                self.iris[node] = iri
        self.officials = dict(sorted(officials.items()))


def _forms(profiles_: Sequence[Profile]) -> dict[str, Form]:
    """The names of one person, of however many nodes."""
    if len(profiles_) == 1:
        return profiles_[0].forms
    whole = Profile(profiles_[0].first, {})
    for each in profiles_:
        whole.add(each)
    return whole.forms


def _iri(forms: Mapping[str, Form], base: Base, taken: Container[str]) -> str:
    """By the shortest full name, the earliest of those; the first document tells namesakes apart."""
    first = min(form.first for form in forms.values())
    full = [(len(person_name(name).words), form.first) for name, form in forms.items() if person_name(name).is_full]
    if not full:
        return base.official(first.name, scope=first.document)
    _, shortest = min(full)
    iri = base.official(shortest.name)
    return iri if iri not in taken else base.official(shortest.name, scope=first.document)


def _proposals(nodes: Sequence[Profile], ties: Iterable[Tie], found: _Found, judged: Judged) -> tuple[Proposal, ...]:
    proposals: dict[tuple[str, str], Proposal] = {}
    for tie in sorted(ties):
        here, there = nodes[tie.left], nodes[tie.right]
        iris = sorted((found.iris[tie.left], found.iris[tie.right]))
        if iris[0] == iris[1] or judged.different(here.sides, there.sides):
            continue
        (left, one), (right, other) = sorted(
            ((here.first.named, found.iris[tie.left]), (there.first.named, found.iris[tie.right]))
        )
        proposals.setdefault((iris[0], iris[1]), Proposal("person", left, right, tie.rule, one, other))
    return tuple(sorted(proposals.values()))
