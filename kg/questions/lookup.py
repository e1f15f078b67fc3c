"""Names as people type them: in any order and case, without diacritics, by number, year, acronym or surname."""

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from kg.errors import UsageError
from kg.identity.names import is_light, with_ordinals
from kg.iris import fold
from kg.questions.engine import Engine, fixed

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(slots=True)
class Candidate:
    """Something that may be meant: ``forms`` are its names, ``also`` what else people say to point it out."""

    iri: str
    label: str
    forms: set[str] = field(default_factory=set)
    also: set[str] = field(default_factory=set)


def candidates(engine: Engine, kind: str) -> list[Candidate]:
    """All that a parameter of this kind may mean, by IRI."""
    found: dict[str, Candidate] = {}
    for row in engine.rows(fixed(f"lookup/{kind}"), {})[0]:
        entity = str(row["entity"])
        candidate = found.setdefault(entity, Candidate(entity, str(row["label"])))
        if row.get("form") is not None:
            candidate.forms.add(str(row["form"]))
        if row.get("also") is not None:
            candidate.also.add(str(row["also"]))
    return [found[entity] for entity in sorted(found)]


def find(typed: str, kind: str, among: Sequence[Candidate], base: str) -> list[Candidate]:
    """The candidates that are meant: by IRI, else by the exact name, else by words; the first way that finds any.

    A surname alone means everybody who bears it, also where a document prints no more of a name than that.
    """
    plain = typed.strip().removeprefix("<").removesuffix(">")
    wanted = _bag(plain)
    whole_name = bool(fold(plain)) and not (kind == "official" and len(fold(plain).split()) == 1)
    ways: tuple[Callable[[Candidate], bool], ...] = (
        lambda c: plain in (c.iri, c.iri.removeprefix(base), c.iri.rpartition("/")[2]),
        lambda c: whole_name and fold(plain) in {fold(form) for form in c.forms},
        lambda c: bool(wanted) and any(wanted <= _bag(form) | _words(c.also) for form in c.forms),
        lambda c: bool(wanted) and wanted <= _words(c.forms | c.also),
    )
    for way in ways:
        if found := [candidate for candidate in among if way(candidate)]:
            return found
    return []


def resolve(engine: Engine, kind: str, typed: str) -> list[Candidate]:
    """What a parameter means; raises :class:`kg.errors.UsageError` with the nearest names if nothing."""
    among = candidates(engine, kind)
    if found := find(typed, kind, among, engine.base.iri):
        return found
    near = nearest(typed, among)
    hint = f"the nearest: {', '.join(near)}" if near else "there is none of this kind in it"
    raise UsageError(f"{kind}: expected a name or IRI of this graph, found {typed!r}; {hint}")


def nearest(typed: str, among: Iterable[Candidate], count: int = 3) -> list[str]:
    """The labels that come nearest to what was typed."""
    wanted = _bag(typed)

    def likeness(candidate: Candidate) -> float:
        alike = max(difflib.SequenceMatcher(None, fold(typed), fold(form)).ratio() for form in _named(candidate))
        shared = max(len(wanted & _bag(form)) / (len(wanted) or 1) for form in _named(candidate))
        return max(alike, shared)

    ranked = sorted(among, key=lambda candidate: (-likeness(candidate), candidate.label, candidate.iri))
    return list(dict.fromkeys(repr(candidate.label) for candidate in ranked))[:count]


def _named(candidate: Candidate) -> list[str]:
    return sorted(candidate.forms) or [candidate.label]


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _bag(text))


def _bag(text: str) -> frozenset[str]:
    """The words of a text in any order, number words as digits, days kept whole."""
    days = _DAY.findall(text)
    rest = with_ordinals(_DAY.sub(" ", text))
    return frozenset([*days, *(word for word in rest if not is_light(word))])
