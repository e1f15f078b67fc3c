"""Who is who across documents: thin, deterministic, global; made anew from the ledger at every build.

Only what is certain is merged: people by full name, bodies by the authority data or by an unmistakable name,
meetings by ordinal and name. The order in which documents come makes no difference.
"""

from collections.abc import Iterable

from kg.identity import bodies, meetings, people
from kg.identity.authority import Authority, default
from kg.identity.officials import of_officials
from kg.iris import Base
from kg.model.actors import Actors, Reading

__all__ = ["of_officials", "resolve"]


def resolve(readings: Iterable[Reading], base: Base | None = None, authority: Authority | None = None) -> Actors:
    """Who the claims of these documents speak of, and under which IRIs.

    ``authority`` is the known bodies and states (by default those of ``ontology/authority/``). Raises
    :class:`kg.errors.ClaimError` where a claim names a meeting that its document does not report.
    """
    base = base or Base()
    known = default() if authority is None else authority
    ordered = sorted(readings, key=lambda reading: (str(reading.document.published or "9999"), reading.document.key))
    officials, named = people.resolve(ordered, base)
    organisations = bodies.resolve(ordered, named, base, known)
    actors = Actors(
        base=base,
        officials=officials,
        people=named,
        bodies=organisations.bodies,
        bodies_named=organisations.named,
        publishers=organisations.publishers,
    )
    return meetings.resolve(ordered, bodies.with_posts(ordered, actors))
