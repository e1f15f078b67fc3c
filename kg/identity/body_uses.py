"""What a document calls bodies, and what each of these names is compared as: told from the document alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.identity.authority import Authority, Known, known_in
from kg.identity.grouping import Key
from kg.identity.joining import upwards
from kg.identity.names import content, distinctive, is_light, key, with_ordinals, words
from kg.identity.states import of_state, states_in
from kg.identity.titles import rewritten
from kg.iris import fold
from kg.model.actors import Reading
from kg.model.claims import Attestation, BodyRelation, Claim, NameUse, Participation

_FEW = 3
"""A name of so few words, all of them common, is clear only at home: National Counter-Terrorism Centre."""


class BodyUse(NamedTuple):
    """A name of a body or a state: its other forms, what it is compared as, and the rule that says so."""

    name: str
    state: bool
    also: tuple[str, ...]
    key: Key
    rule: str


class _Named(NamedTuple):
    """A name as claims give it."""

    name: str
    acronym: str | None = None
    state: bool = False
    also: tuple[str, ...] = ()


def body_uses(reading: Reading, authority: Authority) -> Iterator[BodyUse]:
    """Every body that a document names, each once: its name uses, then the bodies that other claims alone name."""
    here = list(_named(reading.claims))
    around = _Around(reading, here, authority)
    for use in here:
        found, rule = _key(use, reading.document.key, authority, around)
        yield BodyUse(use.name, use.state, use.also, found, rule)


def _named(claims: Sequence[Claim]) -> Iterator[_Named]:
    seen: set[str] = set()
    forms: set[str] = set()
    for claim in claims:
        if isinstance(claim, NameUse) and claim.kind != "person":
            also = (*claim.also, *((claim.acronym,) if claim.acronym else ()))
            forms.update(map(fold, also))
            if fold(claim.name) not in seen:
                seen.add(fold(claim.name))
                yield _Named(claim.name, claim.acronym, claim.kind == "state", also)
    people = set(_people(claims))
    others = {name for claim in claims for name in _mentioned(claim)}
    others |= {claim.agent for claim in claims if isinstance(claim, Participation) and fold(claim.agent) not in people}
    for name in sorted(others):
        if fold(name) not in seen | forms:
            seen.add(fold(name))
            yield _Named(name)


def _people(claims: Sequence[Claim]) -> Iterator[str]:
    """The folded names of people: no agent of such a name is a body."""
    for claim in claims:
        if isinstance(claim, NameUse) and claim.kind == "person":
            yield from map(fold, (claim.name, *claim.also))
        elif isinstance(claim, Attestation):
            yield fold(claim.person)


def _mentioned(claim: Claim) -> Iterator[str]:
    """The bodies that a claim names as such."""
    match claim:
        case Attestation(organisation=str(name)) | Participation(on_behalf_of=str(name)):
            yield name
        case BodyRelation():
            yield claim.subject
            yield claim.object


class _Around:
    """What a document names beside a body, for names like Security Council that more than one body has."""

    def __init__(self, reading: Reading, uses: Sequence[_Named], authority: Authority) -> None:
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
    *_, last = upwards(known, lambda at: authority.bodies.get(at.parent or ""))
    return last


def _key(use: _Named, document: str, authority: Authority, around: _Around) -> tuple[Key, str]:
    """What a body is compared as, and the rule that says so. Names that many bodies share stay in their document."""
    known = authority.find(use.name, use.acronym)
    if part := _part_meant(known, use.acronym, authority):
        return ("known", part.local), "bodies.acronym-of-part"
    if known and (_telling(use.name) or around.at_home(known, authority)):
        return ("known", known.local), "bodies.known"
    if (qualified := of_state(use.name)) and not use.state:
        state, rest = qualified
        return ("state", state, *_sorted(rewritten(_plain(rest), "ministry-forms.tsv"))), "bodies.of-state"
    name = key(use.name)
    if not distinctive(use.name) or (" " not in name and use.name.isupper()):
        return ("here", document, name), "bodies.same-name"
    if len(_parties(use.name, authority)) > 1:
        return ("name", name), "bodies.same-name"
    return ("words", *_sorted(_plain(with_ordinals(use.name)))), "bodies.same-words"


def _part_meant(known: Known | None, acronym: str | None, authority: Authority) -> Known | None:
    """The part of a known body whose acronym stands beside the name of the whole, if its own name begins so.

    Not of an outermost one: United Nations (UNOCT) tells of whom UNOCT is.
    """
    part = authority.bodies.get(authority.acronyms.get(acronym or "", ""))
    if part is None or known is None or not known.parent or part.parent != known.local:
        return None
    return part if words(part.name)[: len(words(known.name))] == words(known.name) else None


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
