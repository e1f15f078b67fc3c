"""Only officials in their public role: whoever is merely named stays in the ledger, and out of the graph.

A person who in all documents holds no post and takes part in nothing is left out: a victim, a suspect, a witness. One
who is named here and known by a post from elsewhere is kept.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.identity.gist import Gist
from kg.iris import fold
from kg.model.actors import Reading
from kg.model.claims import NameUse


def names_with_a_role(gists: Iterable[Gist]) -> frozenset[str]:
    """The folded names of all that hold a post or take part in something."""
    return frozenset(
        fold(name)
        for gist in gists
        for name in (*(held.person for held in gist.held), *(part.agent for part in gist.parts))
    )


def gist_of_officials(gist: Gist, known: Collection[str]) -> Gist:
    """A gist without the people whose names are not known for a role."""
    people = tuple(use for use in gist.people if _is_known((use.name, *use.also), known))
    return gist if len(people) == len(gist.people) else replace(gist, people=people)


def of_officials(reading: Reading, known: Collection[str]) -> Reading:
    """A reading without the names of such people."""
    document, claims = reading
    kept = (
        claim
        for claim in claims
        if not isinstance(claim, NameUse) or claim.kind != "person" or _is_known((claim.name, *claim.also), known)
    )
    return Reading(document, tuple(kept))


def _is_known(forms: Iterable[str], known: Collection[str]) -> bool:
    return any(fold(form) in known for form in forms)
