"""People: names of one person brought together where that is certain, proposed where it is likely.

First the mentions of one full name, which are one person unless documents tell them apart; then different names, by
the rules of :mod:`kg.identity.person_rules`. A name that is not full stays in its document unless a rule says more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.identity.judged import Judged
from kg.identity.labels import best
from kg.identity.namesakes import persons
from kg.identity.person_names import in_full, person_name, sound, spelt
from kg.identity.person_rules import Support, alike, contradict
from kg.identity.profiles import Profile, Surroundings, printed_names, profiles
from kg.identity.uniting import Tie, pairs, united
from kg.iris import Base, fold
from kg.model.actors import Merge, Official, Proposal, Reading
from kg.model.claims import Claim, NameUse
from kg.model.judgements import Judgements, Named

Names = dict[tuple[str, str], str]
"""The IRI for each (document key, folded name)."""


@dataclass(frozen=True, slots=True)
class People:
    """The officials by IRI, the way from names to them, why names are one, and what may be."""

    officials: dict[str, Official]
    named: Names
    merges: tuple[Merge, ...] = ()
    proposals: tuple[Proposal, ...] = ()


def named_people(readings: Iterable[Reading]) -> set[tuple[str, str]]:
    """All (document key, folded name) that are people: what no body can be."""
    found: set[tuple[str, str]] = set()
    for document, claims in readings:
        found.update((document.key, fold(name)) for name in printed_names(claims))
        found.update((document.key, fold(form)) for use in _uses(claims) for form in use.also)
    return found


def resolve(
    readings: Sequence[Reading], around: Surroundings, base: Base, judgements: Judgements | None = None
) -> People:
    """The officials of these documents."""
    judged = Judged("person", judgements or Judgements())
    by_name: defaultdict[str, list[Profile]] = defaultdict(list)
    for reading in readings:
        for profile in profiles(reading, around):
            (mention,) = profile.mentions
            full = person_name(mention.name).is_full
            by_name[fold(mention.name) if full else f"{fold(mention.name)} {mention.document}"].append(profile)
    nodes = [node for mentions in by_name.values() for node in persons(mentions, judged)]
    nodes, merged = judged.joined(nodes)
    ties, maybe = _ties(nodes, judged)
    parts, left = united(ties, lambda one, other: _conflict(nodes[one], nodes[other], judged))
    found = _Found(base, readings)
    found.state(nodes, parts, [*merged, *_followed(nodes, parts, ties)])
    proposals = _proposals(nodes, [*left, *maybe], found, judged)
    return People(found.officials, found.named, tuple(sorted(set(found.merges))), proposals)


def _uses(claims: Sequence[Claim]) -> Iterator[NameUse]:
    return (claim for claim in claims if isinstance(claim, NameUse) and claim.kind == "person")


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
        if not found or judged.different(here.mentions, there.mentions):
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
    return names or one.excludes(other) or judged.different(one.mentions, other.mentions)


def _followed(
    nodes: Sequence[Profile], parts: Sequence[Sequence[int]], ties: Iterable[Tie]
) -> list[tuple[Named, Named, str]]:
    part_of = {node: at for at, part in enumerate(parts) for node in part}
    return [
        (nodes[tie.left].mentions[0], nodes[tie.right].mentions[0], tie.rule)
        for tie in ties
        if tie.left in part_of and part_of[tie.left] == part_of.get(tie.right)
    ]


@dataclass(slots=True)
class _Found:
    """The officials as they are made: IRIs for parts of nodes, labels, merges."""

    base: Base
    readings: Sequence[Reading]
    officials: dict[str, Official] = field(default_factory=dict)
    named: Names = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    def state(
        self, nodes: Sequence[Profile], parts: Sequence[Sequence[int]], merged: Iterable[tuple[Named, Named, str]]
    ) -> None:
        """One official for each part, and for each node that is in none."""
        order = {reading.document.key: at for at, reading in enumerate(self.readings)}
        in_part = {node for part in parts for node in part}
        every = [*parts, *([node] for node in range(len(nodes)) if node not in in_part)]
        people = [[mention for node in part for mention in nodes[node].mentions] for part in every]
        people.sort(key=lambda mentions: min((order[m.document], m) for m in mentions))
        officials: dict[str, Official] = {}
        for mentions in people:
            mentions.sort(key=lambda mention: (order[mention.document], mention))
            iri = self._iri(mentions, officials)
            officials[iri] = Official(iri, best(mention.name for mention in mentions))
            self.named.update(((mention.document, fold(mention.name)), iri) for mention in mentions)
        self.officials = dict(sorted(officials.items()))
        for reading in self.readings:
            for use in _uses(reading.claims):
                for form in use.also:
                    iri = self.named[reading.document.key, fold(use.name)]
                    self.named.setdefault((reading.document.key, fold(form)), iri)
        for left, right, rule in merged:
            one, other = sorted((Named(left.name), Named(right.name)))
            if one.folded != other.folded:
                self.merges.append(Merge(self.named[left.document, fold(left.name)], rule, one, other))

    def _iri(self, mentions: Sequence[Named], taken: dict[str, Official]) -> str:
        """By the shortest full name, the earliest of those; the first document tells namesakes apart."""
        full = [mention for mention in mentions if person_name(mention.name).is_full]
        if not full:
            return self.base.official(mentions[0].name, scope=mentions[0].document)
        name = min(full, key=lambda mention: len(person_name(mention.name).words)).name
        iri = self.base.official(name)
        return iri if iri not in taken else self.base.official(name, scope=mentions[0].document)


def _proposals(nodes: Sequence[Profile], ties: Iterable[Tie], found: _Found, judged: Judged) -> tuple[Proposal, ...]:
    proposals: dict[tuple[str, str], Proposal] = {}
    for tie in sorted(ties):
        left, right = nodes[tie.left].mentions[0], nodes[tie.right].mentions[0]
        iris = tuple(
            sorted((found.named[left.document, fold(left.name)], found.named[right.document, fold(right.name)]))
        )
        if iris[0] == iris[1] or judged.different(nodes[tie.left].mentions, nodes[tie.right].mentions):
            continue
        left, right = sorted((left, right))
        one, other = found.named[left.document, fold(left.name)], found.named[right.document, fold(right.name)]
        proposals.setdefault((iris[0], iris[1]), Proposal("person", left, right, tie.rule, one, other))
    return tuple(sorted(proposals.values()))
