"""People: the same full name is the same person; a bare surname stays in its document."""

from collections import defaultdict
from collections.abc import Sequence

from kg.identity.labels import best
from kg.iris import Base, fold
from kg.model.actors import Official, Reading
from kg.model.claims import Attestation, NameUse


def resolve(readings: Sequence[Reading], base: Base) -> tuple[dict[str, Official], dict[tuple[str, str], str]]:
    """The officials by IRI, and the IRI for each (document key, folded name)."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    named: dict[tuple[str, str], str] = {}
    for document, claims in readings:
        for name in _names(claims):
            iri = base.official(name, scope="" if is_full(name) else document.key)
            named[document.key, fold(name)] = iri
            forms[iri].append(name)
        for claim in claims:
            if isinstance(claim, NameUse) and claim.kind == "person":
                for form in claim.also:
                    named.setdefault((document.key, fold(form)), named[document.key, fold(claim.name)])
    return {iri: Official(iri, best(forms[iri])) for iri in sorted(forms)}, named


def _names(claims: Sequence[object]) -> list[str]:
    uses = [claim.name for claim in claims if isinstance(claim, NameUse) and claim.kind == "person"]
    return uses + sorted({claim.person for claim in claims if isinstance(claim, Attestation)} - set(uses))


def is_full(name: str) -> bool:
    """Whether a name is enough to know the person by: two words that are no initials.

    >>> is_full("Vladimir Voronkov"), is_full("V. Voronkov"), is_full("Voronkov")
    (True, False, False)
    """
    return sum(len(word) > 1 for word in fold(name).split()) >= 2
