"""Only officials in their public role: whoever is merely named stays in the ledger, and out of the graph."""

from collections.abc import Iterable, Sequence

from kg.iris import fold
from kg.model.actors import Reading
from kg.model.claims import Attestation, Claim, NameUse, Participation


def of_officials(readings: Iterable[Reading]) -> list[Reading]:
    """The readings without the names of people who, in all of them, hold no post and take part in nothing.

    A person named here and known by a post from elsewhere is kept. A victim, a suspect, a witness is not.
    """
    given = list(readings)
    known = {name for reading in given for name in _with_a_role(reading.claims)}
    return [Reading(document, tuple(claim for claim in claims if _stays(claim, known))) for document, claims in given]


def _with_a_role(claims: Sequence[Claim]) -> Iterable[str]:
    for claim in claims:
        if isinstance(claim, Attestation):
            yield fold(claim.person)
        elif isinstance(claim, Participation):
            yield fold(claim.agent)


def _stays(claim: Claim, known: set[str]) -> bool:
    if not isinstance(claim, NameUse) or claim.kind != "person":
        return True
    return any(fold(name) in known for name in (claim.name, *claim.also))
