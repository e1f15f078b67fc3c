"""Bodies and states: known ones by the authority data, others by their state and function or an unmistakable name.

What each document calls them, and what each name is compared as, stands in its gist (:mod:`kg.identity.body_uses`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.identity.authority import Authority, Known, kind_of
from kg.identity.body_uses import BodyUse
from kg.identity.gist import Gist
from kg.identity.grouping import Forms, Group, Groups
from kg.identity.joining import upwards
from kg.identity.labels import best
from kg.identity.names import key
from kg.identity.shelf import Shelf
from kg.iris import Base, digest, fold, slug
from kg.model.actors import Body, Merge, Tie
from kg.model.judgements import Judgements, Named


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies by IRI; the IRI for each (document key, folded name), of the publisher for each document key, and of
    each known body (by its id) that a title alone tells of.
    """

    bodies: Mapping[str, Body]
    named: Shelf[tuple[str, str]]
    publishers: Mapping[str, str]
    homes: Mapping[str, str]
    merges: tuple[Merge, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(slots=True)
class _Printed:
    """How often an unknown body is called what, and whether it is said to be a state."""

    forms: Counter[str] = field(default_factory=Counter)
    state: bool = False


def resolve(gists: Iterable[Gist], base: Base, authority: Authority, judgements: Judgements | None = None) -> Bodies:
    """The bodies that the documents name, with the known bodies above them."""
    groups = Groups("body", judgements)
    for gist in gists if groups.are_judged else ():
        for use in gist.bodies:
            groups.add(Named(use.name, gist.document), use.key)
    met = _Met(groups, base, authority)
    named, publishers, homes = Shelf[tuple[str, str]](), dict[str, str](), dict[str, str]()
    for gist in gists:
        here: dict[tuple[str, ...], str] = {(fold(use.name),): met.iri(use, gist.document) for use in gist.bodies}
        for use in gist.bodies:
            for form in use.also:
                here.setdefault((fold(form),), here[(fold(use.name),)])
        named.put(gist.document, here)
        if publisher := authority.bodies.get(gist.publisher or ""):
            publishers[gist.document] = met.known(publisher)
        for home in {held.home for held in gist.held if held.home}:
            homes[home] = met.known(authority.bodies[home])
    ties = met.ties()
    return Bodies(met.bodies(), named, publishers, homes, met.merges(), ties)


class _Met:
    """The bodies as they are met, document by document."""

    def __init__(self, groups: Groups, base: Base, authority: Authority) -> None:
        self._forms, self._base, self._authority = Forms(groups), base, authority
        self._iris: dict[Group, str] = {}
        self._known: dict[str, Body] = {}
        self._printed: defaultdict[str, _Printed] = defaultdict(_Printed)

    def iri(self, use: BodyUse, document: str) -> str:
        """The IRI of the body that a document names so."""
        group = self._forms.met(Named(use.name, document), use.key, use.rule)
        if group not in self._iris:
            self._iris[group] = self._base.body(_local(use.name, group, self._authority))
            if known := self._authority.bodies.get(group.known):
                self.known(known)
        iri = self._iris[group]
        if not group.known:
            self._printed[iri].forms[use.name] += 1
            self._printed[iri].state |= use.state
        return iri

    def known(self, known: Known) -> str:
        """The IRI of a known body, which is there from now on, with all that is above it."""
        above = dict(_with_parents(known, self._authority, self._base))
        self._known.update(above)
        return next(iter(above))

    def ties(self) -> tuple[Tie, ...]:
        """The members of the known bodies that were met, and what they were before and are now; all are there then."""
        found: set[Tie] = set()
        before = -1
        while len(found) > before:  # a predecessor may have one, too
            before = len(found)
            for each in self._authority.ties:
                sides = each.subject, each.object
                if any(self._base.body(side) in self._known for side in sides[each.relation == "member-of" :]):
                    subject, object_ = (self.known(self._authority.bodies[side]) for side in sides)
                    found.add(Tie(subject, each.relation, object_, each.on, each.source))
        return tuple(sorted(found))

    def bodies(self) -> dict[str, Body]:
        """All of them by IRI, sorted."""
        found = dict(self._known)
        for iri, each in self._printed.items():
            if iri not in found:
                label = best(each.forms)
                found[iri] = Body(iri, label, "state" if each.state else kind_of(label))
        return dict(sorted(found.items()))

    def merges(self) -> tuple[Merge, ...]:
        """Why names are one."""
        return tuple(self._forms.told(self._iris))


def _local(name: str, group: Group, authority: Authority) -> str:
    """The local name of a body: its id if it is known, else its first name as a slug."""
    if group.known:
        return group.known
    local = slug(key(name))
    if group.scope:
        return f"{local}-{digest(group.scope)[:8]}"
    return f"{local}-{digest(local)[:8]}" if local in authority.bodies else local


def _with_parents(known: Known, authority: Authority, base: Base) -> Iterator[tuple[str, Body]]:
    for each in upwards(known, lambda at: authority.bodies.get(at.parent or "")):
        parent = base.body(each.parent) if each.parent and each.parent in authority.bodies else None
        yield base.body(each.local), Body(base.body(each.local), each.name, each.kind, each.acronym, each.also, parent)
