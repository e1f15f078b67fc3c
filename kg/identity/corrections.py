"""What people corrected: claims rejected or put right, people suppressed. Applied before anybody is resolved.

A correction outranks what was read, at every build; taken out of the file, what was read is there again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from kg.errors import KgError, UsageError
from kg.identity.gist import Gist
from kg.iris import fold
from kg.model.actors import Actors, Applied, Reading
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.dates import PartialDate
from kg.model.judgements import Judgement, Judgements
from kg.model.wire import claim_key

_DATES = frozenset(("start", "end", "attested_on"))
_NUMBERS = frozenset(("ordinal", "count"))
_FIXED = frozenset(("evidence", "rule", "tier"))

Suppressed = Mapping[str, Mapping[str, Judgement]]
"""By document: the folded names of the people who are suppressed, and the judgement that says so."""


class Corrections:
    """The claims that are rejected, and those that are put right."""

    def __init__(self, judgements: Judgements) -> None:
        self._rejected, self._changed = _by_claim(judgements, "reject"), _by_claim(judgements, "correct")
        lines = (each for of in (self._rejected, self._changed) for lines in of.values() for each in lines)
        self._documents = {each.left_in for each in lines}

    def touched(self, gists: Iterable[Gist]) -> list[str]:
        """The documents (keys) that a correction may be about. Where a line names none, that is any."""
        return [each.document for each in gists if self._may_touch(each.document)] if self._documents else []

    def _may_touch(self, document: str) -> bool:
        return not self._documents.isdisjoint((document, ""))

    def put_right(self, reading: Reading) -> tuple[Reading, list[Applied]]:
        """A reading with claims rejected and put right, and which judgements had something to apply to."""
        document, claims = reading
        applied: list[Applied] = []
        if not self._may_touch(document.key):
            return reading, applied
        gone: list[Claim] = []
        kept: list[Claim] = []
        for claim in claims:
            key = claim_key(claim)
            here = [each for each in self._rejected.get(key, ()) if each.left_in in ("", document.key)]
            there = [each for each in self._changed.get(key, ()) if each.left_in in ("", document.key)]
            applied += (Applied(each, document.key, claim) for each in (*here, *there))
            if here:
                gone.append(claim)
            else:
                kept.append(_changed(claim, there) if there else claim)
        return Reading(document, tuple(_fitting(kept, gone))), applied


def suppressed_by(judgements: Judgements, actors: Actors) -> Suppressed:
    """All names of the people who are suppressed: of one person every spelling, in every document."""
    wanted = [(fold(each.left), each) for each in judgements.of_actors("suppress", "person")]
    found: defaultdict[str, dict[str, Judgement]] = defaultdict(dict)
    if not wanted:
        return found
    people: dict[str, list[Judgement]] = {}
    for (document, name), iri in actors.people.items():
        meant = [each for form, each in wanted if form == name and each.left_in in ("", document)]
        people.setdefault(iri, []).extend(meant)
    for (document, name), iri in actors.people.items():
        if people[iri]:
            found[document][name] = min(people[iri], key=judgements.lines.index)
    return found


def without(reading: Reading, names: Mapping[str, Judgement]) -> tuple[Reading, list[Applied]]:
    """A reading without people who are suppressed: no claim of theirs, no words of others that name them."""
    document = reading.document
    forms = _forms(reading.claims, names)
    kept = [each for claim in reading.claims if (each := _without(claim, forms))]
    gone = [claim for claim in reading.claims if not _without(claim, forms)]
    if document.title and _names(document.title, forms):
        document = replace(document, title=None)
    met = [claim for claim in gone if isinstance(claim, Participation)]
    applied = [Applied(each, document.key, None) for each in sorted(set(names.values()))]
    applied += (Applied(min(names.values()), document.key, claim) for claim in met)
    return Reading(document, tuple(_fitting(kept, gone))), applied


def _by_claim(judgements: Judgements, verdict: str) -> dict[str, list[Judgement]]:
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for each in judgements.of_actors(verdict, "claim"):
        found[each.left.rsplit("/", 1)[-1]].append(each)
    return dict(found)


def _changed(claim: Claim, judgements: Sequence[Judgement]) -> Claim:
    values: dict[str, Any] = {}
    for judgement in judgements:
        name, _, value = judgement.right.partition("=")
        allowed = [field.name for field in fields(claim) if field.name not in _FIXED]
        if name not in allowed:
            raise UsageError(
                f"judgements: expected a field of a {type(claim).__name__} ({', '.join(allowed)}), found {name!r}"
            )
        try:
            values[name] = _value(name, value, getattr(claim, name))
            replace(claim, **{name: values[name]})
        except KgError as error:
            raise UsageError(f"judgements: {judgement.right!r} of {judgement.left}: {error}") from None
    return replace(claim, rule="judgement", tier=Tier.ASSERTED, **values)


def _value(name: str, value: str, before: Any) -> Any:
    if name in _DATES:
        return PartialDate.parse(value) if value else None
    if name in _NUMBERS:
        if value and not value.isdecimal():
            raise UsageError(f"expected a number as {name}, found {value!r}")
        return int(value) if value else None
    if isinstance(before, tuple):
        return tuple(part for part in value.split("|") if part)
    return value or None


def _fitting(kept: Sequence[Claim], gone: Iterable[Claim]) -> Iterator[Claim]:
    """What is left, without what makes no sense any more: who took part in a meeting that nobody reports."""
    people = {fold(claim.name) for claim in gone if isinstance(claim, NameUse) and claim.kind == "person"}
    people -= {fold(claim.name) for claim in kept if isinstance(claim, NameUse)}
    lost = {claim.meeting for claim in gone if isinstance(claim, MeetingReport)}
    lost -= {claim.meeting for claim in kept if isinstance(claim, MeetingReport)}
    titles = {(claim.person, claim.title) for claim in kept if isinstance(claim, Attestation)}
    for claim in kept:
        if isinstance(claim, Participation):
            if claim.meeting in lost or fold(claim.agent) in people:
                continue
            if claim.capacity is not None and (claim.agent, claim.capacity) not in titles:
                yield replace(claim, capacity=None)
                continue
        elif isinstance(claim, Attestation) and fold(claim.person) in people:
            continue
        yield claim


def _forms(claims: Iterable[Claim], names: Mapping[str, Judgement]) -> tuple[str, ...]:
    """All that a document calls the suppressed: their names, other forms, and family names."""
    forms = set(names)
    for claim in claims:
        if isinstance(claim, NameUse) and claim.kind == "person" and fold(claim.name) in names:
            forms.update(fold(form) for form in claim.also)
    forms |= {form.split()[-1] for form in forms if form.split()}
    return tuple(sorted(forms))


def _names(text: str, forms: Iterable[str]) -> bool:
    spelt = f" {fold(text)} "
    return any(f" {form} " in spelt for form in forms)


def _without(claim: Claim, forms: tuple[str, ...]) -> Claim | None:
    """The claim without the words that name somebody; None if nothing is left, or it speaks of them."""
    values = (getattr(claim, field.name) for field in fields(claim) if field.name not in _FIXED)
    said = [part for value in values for part in (value if isinstance(value, tuple) else (value,))]
    if any(isinstance(part, str) and _names(part, forms) for part in said):
        return None
    evidence = tuple(each for each in claim.evidence if not _names(each.quotation, forms))
    return replace(claim, evidence=evidence) if evidence else None
