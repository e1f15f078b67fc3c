"""Bodies and states: known ones by the authority data, others by their state and function or an unmistakable name."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.identity.authority import Authority, Known, kind_of, known_in
from kg.identity.grouping import Group, Groups, Key
from kg.identity.labels import best
from kg.identity.names import content, distinctive, is_light, key, with_ordinals
from kg.identity.states import of_state, states_in
from kg.identity.titles import rewritten
from kg.iris import Base, digest, fold, slug
from kg.model.actors import Body, Merge, Reading
from kg.model.claims import Attestation, BodyRelation, Claim, NameUse, Participation
from kg.model.judgements import Judgements, Named

_FEW = 3
"""A name of so few words, all of them common, is clear only at home: National Counter-Terrorism Centre."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies by IRI; the IRI for each (document key, folded name), and of the publisher for each document key."""

    bodies: Mapping[str, Body]
    named: Mapping[tuple[str, str], str]
    publishers: Mapping[str, str]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class _Use:
    """A name of a body in one document."""

    document: str
    name: str
    acronym: str | None = None
    state: bool = False
    also: tuple[str, ...] = ()


class _Around:
    """What a document names beside a body, for names like Security Council that more than one body has."""

    def __init__(self, reading: Reading, uses: Sequence[_Use], authority: Authority) -> None:
        self._text = reading.document.text
        self._states = {state for use in uses for state in states_in(use.name)[0]}
        self._states |= {
            root.local for use in uses if (root := _known_root(use.name, authority)) and root.kind == "state"
        }

    def at_home(self, known: Known, authority: Authority) -> bool:
        """Whether a known body may be meant: its state is the only one named, or its organisation is in the text."""
        root = _root(known, authority)
        if root is known:
            return True
        if root.kind == "state":
            return self._states == {root.local}
        forms = [form for form in (root.name, root.acronym) if form]
        return any(re.search(rf"\b{re.escape(form)}\b", self._text) for form in forms)


def _known_root(name: str, authority: Authority) -> Known | None:
    known = authority.find(name) if distinctive(name) else None
    return _root(known, authority) if known else None


def _root(known: Known, authority: Authority) -> Known:
    """The outermost body or state above a known one."""
    seen: set[str] = set()
    while (above := authority.bodies.get(known.parent or "")) and known.local not in seen:
        seen.add(known.local)
        known = above
    return known


def resolve(
    readings: Sequence[Reading],
    people: Container[tuple[str, str]],
    base: Base,
    authority: Authority,
    judgements: Judgements | None = None,
) -> Bodies:
    """The bodies that the documents name, with the known bodies above them; ``people`` are no bodies."""
    groups = Groups("body", judgements)
    every: list[_Use] = []
    also: list[tuple[_Use, str]] = []
    for reading in readings:
        here = list(_uses(reading.document.key, reading.claims, people))
        around = _Around(reading, here, authority)
        for use in here:
            groups.add(Named(use.name, use.document), *_key(use, authority, around))
        every += here
        also += [(use, form) for use in here for form in use.also]
    found: dict[str, Body] = {}
    iris: dict[Group, str] = {}
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    named: dict[tuple[str, str], str] = {}
    for use in every:
        group = groups.of(Named(use.name, use.document))
        if group not in iris:
            iris[group] = base.body(_local(use, group, authority))
            if known := authority.bodies.get(group.known):
                found.update(_with_parents(known, authority, base))
        iri = iris[group]
        named[use.document, fold(use.name)] = iri
        uses[iri].append(use)
    for use, form in also:
        named.setdefault((use.document, fold(form)), named[use.document, fold(use.name)])
    for iri in uses:
        if iri not in found:
            found[iri] = _unknown(iri, uses[iri])
    publishers = dict(_publishers(readings, found, base, authority))
    merges = tuple(groups.merges(lambda name: named[name.document, fold(name.name)]))
    return Bodies(dict(sorted(found.items())), named, publishers, merges)


def _uses(document: str, claims: Sequence[Claim], people: Container[tuple[str, str]]) -> Iterator[_Use]:
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


def _key(use: _Use, authority: Authority, around: _Around) -> tuple[Key, str]:
    """What a body is compared as, and the rule that says so. Names that many bodies share stay in their document."""
    known = authority.find(use.name, use.acronym)
    if known and (_telling(use.name) or around.at_home(known, authority)):
        return ("known", known.local), "bodies.known"
    if (qualified := of_state(use.name)) and not use.state:
        state, rest = qualified
        return ("state", state, *_sorted(rewritten(_plain(rest), "ministry-forms.tsv"))), "bodies.of-state"
    name = key(use.name)
    if not distinctive(use.name) or (" " not in name and use.name.isupper()):
        return ("here", use.document, name), "bodies.same-name"
    if len(_parties(use.name, authority)) > 1:
        return ("name", name), "bodies.same-name"
    return ("words", *_sorted(_plain(with_ordinals(use.name)))), "bodies.same-words"


def _telling(name: str) -> bool:
    """Whether a name is one body's wherever it stands: by a word of its own, or by many words."""
    return bool(distinctive(name)) or len(content(name) - {"counter"}) > _FEW


def _plain(spelt: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in spelt if not is_light(word))


def _sorted(spelt: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(spelt))


def _parties(name: str, authority: Authority) -> list[str]:
    """The states and other known bodies inside a name: with two of them, their order tells names apart."""
    states, rest = states_in(name)
    return [*states, *known_in(rest, authority)]


def _local(use: _Use, group: Group, authority: Authority) -> str:
    """The local name of a body: its id if it is known, else its first name as a slug."""
    if group.known:
        return group.known
    local = slug(key(use.name))
    if group.scope:
        return f"{local}-{digest(group.scope)[:8]}"
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
