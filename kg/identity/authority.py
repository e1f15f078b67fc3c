"""Bodies and states that are known beforehand: the compiled tables of ``ontology/authority/``, by name and acronym."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from kg import resources
from kg.identity.names import content, key, rows

_PREPOSITIONS = frozenset(["of", "for", "on", "in", "to", "at", "against", "with", "from", "by", "and"])


@dataclass(frozen=True, slots=True)
class Known:
    """One row of the authority data; ``local`` and ``parent`` are local names under ``body/``."""

    local: str
    name: str
    kind: str | None = None
    acronym: str | None = None
    also: tuple[str, ...] = ()
    parent: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """All that it is called."""
        return tuple(form for form in (self.name, self.acronym, *self.also) if form)


@dataclass(frozen=True, slots=True, order=True)
class KnownTie:
    """A tie of two known bodies (local names): ``member-of`` with day and source, or ``formerly``."""

    subject: str
    relation: str
    object: str
    on: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """Known bodies by local name, the names and acronyms that mean one of them and no other, and their ties."""

    bodies: Mapping[str, Known] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    acronyms: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[KnownTie, ...] = ()

    def find(self, name: str, acronym: str | None = None) -> Known | None:
        """The body that this name means, whatever its spelling; None if unknown or ambiguous.

        ``acronym`` (as printed beside the name) decides only where the name is unknown and shares most of its words
        with the name of the acronym's body: CTC is more than one body.
        """
        local = self.names.get(key(name)) or self.acronyms.get(name.strip())
        if local is None and acronym and acronym in self.acronyms:
            behind = self.bodies[self.acronyms[acronym]]
            here, there = content(name), content(behind.name)
            if 2 * len(here & there) > min(len(here), len(there)):
                local = behind.local
        return self.bodies[local] if local else None


def read(folder: Path) -> Authority:
    """The authority data of ``bodies.tsv``, ``body-ties.tsv`` and ``states.tsv`` in a folder."""
    table = list(rows(folder / "bodies.tsv"))
    shared = [row["acronym"] for row in table if row["acronym_ambiguous"] == "1"]
    known = index([*map(_body, table), *map(_state, rows(folder / "states.tsv"))], shared)
    return replace(known, ties=tuple(sorted(KnownTie(**row) for row in rows(folder / "body-ties.tsv"))))


@cache
def default() -> Authority:
    """The authority data that travels with the package."""
    return read(resources.lexicon())


def index(known: Iterable[Known], ambiguous: Iterable[str] = ()) -> Authority:
    """Known bodies with their indexes. A name goes before an alias; what two bodies share means neither."""
    bodies, shared = {body.local: body for body in known}, set(ambiguous)
    names = _alone((key(body.name), body.local) for body in bodies.values())
    aliases = _alone((key(form), body.local) for body in bodies.values() for form in body.also if form not in shared)
    acronyms = _alone((body.acronym, body.local) for body in bodies.values() if body.acronym not in {None, *shared})
    return Authority(bodies, aliases | names, acronyms)


_LONGEST = 8


def known_in(spelt: Sequence[str], authority: Authority) -> Iterator[str]:
    """The known bodies whose names stand in words of :func:`kg.identity.names.words`: in order, the longest first."""
    at = 0
    while at < len(spelt):
        for length in range(min(_LONGEST, len(spelt) - at), 0, -1):
            if local := authority.names.get(" ".join(spelt[at : at + length])):
                yield local
                at += length
                break
        else:
            at += 1


def _alone(pairs: Iterable[tuple[str | None, str]]) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, local in pairs:
        if form:
            found[form].add(local)
    return {form: min(meant) for form, meant in sorted(found.items()) if len(meant) == 1}


def _body(row: Mapping[str, str]) -> Known:
    kind, acronym, parent = (row[column] or None for column in ("kind", "acronym", "parent"))
    return Known(row["id"], row["name"], kind, acronym, _forms(row["aliases"]), parent)


def _state(row: Mapping[str, str]) -> Known:
    also = tuple(form for form in (row["official"], *_forms(row["aliases"])) if form and form != row["name"])
    return Known(row["id"], row["name"], "state", None, also)


def _forms(joined: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in joined.split("|") if form.strip())


@cache
def _heads(table: str, column: str) -> Mapping[str, str]:
    return {key(row["form"]): row[column] for row in rows(resources.lexicon() / table) if row.get(column)}


def role_of(title: str) -> str | None:
    """The notation of the post-role scheme for a position: the longest role head in it, the earliest of those."""
    spelt = key(title).split()
    heads = _heads("role-heads.tsv", "role")
    for length in range(min(6, len(spelt)), 0, -1):
        for at in range(len(spelt) - length + 1):
            if found := heads.get(" ".join(spelt[at : at + length])):
                return found
    return None


def kind_of(name: str) -> str | None:
    """The notation of the organisation-kind scheme for an unknown body: by the head of its name.

    The head is the last word before the first preposition: Ministry of …, Counter-Terrorism Committee.
    """
    heads = _heads("organisation-heads.tsv", "kind")
    spelt = key(name).split()
    stop = next((at for at, word in enumerate(spelt) if word in _PREPOSITIONS and at), len(spelt))
    for at in range(stop):
        if found := heads.get(" ".join(spelt[at:stop])):
            return found
    return None
