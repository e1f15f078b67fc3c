"""Who is who across documents: deterministic, global; made anew from the ledger at every build.

What is certain is merged, each time by a named rule; what is likely is proposed; what people judged goes before both.
The order in which documents come makes no difference. ``docs/identity.md`` has the rules.

``names``, ``states``, ``titles``, ``person_names``   names as they are compared
``bodies``, ``posts``, ``people``, ``meetings``      one step each, in this order
``person_rules``, ``namesakes``, ``profiles``       when two names are one person, and one name two people
``corrections``                                      claims and people put right before anybody is resolved
``grouping``, ``judged``, ``uniting``                judgements, and merges that never contradict themselves
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever only compares names (`kg ask` does) imports none of what follows
    from kg.identity.authority import Authority
    from kg.iris import Base
    from kg.model.actors import Actors, Reading
    from kg.model.judgements import Judgements

__all__ = ["decide", "resolve"]


def decide(
    readings: "Iterable[Reading]", base: "Base | None" = None, judgements: "Judgements | None" = None
) -> "tuple[list[Reading], Actors]":
    """The readings as corrected and with officials only, and who they speak of.

    Raises as :func:`resolve`, and :class:`kg.errors.UsageError` for a correction that cannot be.
    """
    from dataclasses import replace

    from kg.identity.corrections import corrected, suppressed_by, without
    from kg.identity.decisions import decisions
    from kg.identity.officials import of_officials
    from kg.model.judgements import Judgements

    judged = judgements or Judgements()
    right, applied = corrected(readings, judged)
    admitted = of_officials(right)
    actors = resolve(admitted, base, judgements=judged)
    if suppressed := suppressed_by(judged, actors):
        right, more = without(right, suppressed)
        applied += more
        admitted = of_officials(right)
        actors = resolve(admitted, base, judgements=judged)
    return admitted, replace(actors, decisions=decisions(actors, judged, applied))


def resolve(
    readings: "Iterable[Reading]",
    base: "Base | None" = None,
    authority: "Authority | None" = None,
    judgements: "Judgements | None" = None,
) -> "Actors":
    """Who the claims of these documents speak of, and under which IRIs.

    ``authority`` is the known bodies and states (by default those of ``ontology/authority/``). Raises
    :class:`kg.errors.ClaimError` where a claim names a meeting that its document does not report.
    """
    from kg.identity import bodies, meetings, people, posts
    from kg.identity.authority import default
    from kg.identity.profiles import Surroundings
    from kg.iris import Base
    from kg.model.actors import Actors

    base = base or Base()
    known = default() if authority is None else authority
    ordered = sorted(readings, key=lambda reading: (str(reading.document.published or "9999"), reading.document.key))
    organisations = bodies.resolve(ordered, people.named_people(ordered), base, known, judgements)
    around = Surroundings(organisations.bodies, organisations.named)
    found = people.resolve(ordered, around, base, judgements)
    actors = Actors(
        base=base,
        officials=found.officials,
        people=found.named,
        bodies=organisations.bodies,
        bodies_named=organisations.named,
        publishers=organisations.publishers,
        merges=tuple(sorted({*organisations.merges, *found.merges})),
        proposals=found.proposals,
    )
    return meetings.resolve(ordered, posts.resolve(ordered, actors, judgements), known, judgements)
