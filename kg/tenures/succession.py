"""What who came next says of who went before: in a post of one seat, one had left when the other was in office."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model.actors import Bounds
from kg.tenures.spells import Tenure, narrowed
from kg.tenures.witness import Point

Spell = tuple[str, int]
"""Which time of which person in the post: designation, office and what is said afterwards are one."""


def in_succession(found: Sequence[Tenure]) -> list[Tenure]:
    """The tenures of a post of one seat, with the bounds that follow from those whom one document names together.

    Two documents might call one person by two names; one document that names two holders means two people. Where what
    is known of them runs through each other, it bounds nothing. Acting spells neither bound nor are bounded: the holder
    may be on leave.
    """
    points = points_by_spell(found)
    starts, ends = defaultdict[Spell, list[Bounds]](list), defaultdict[Spell, list[Bounds]](list)
    for together in _by_document(found, points):
        for one in together:
            for other in together:
                if max(point.last for point in points[one]) < min(point.first for point in points[other]):
                    ends[one].append(Bounds(None, min(point.by for point in points[other])))
                    starts[other].append(Bounds(max(point.since for point in points[one])))
    return [
        tenure if tenure.status == "acting" else narrowed(tenure, starts[spell_of(tenure)], ends[spell_of(tenure)])
        for tenure in found
    ]


def spell_of(tenure: Tenure) -> Spell:
    """The spell of which a tenure is a part."""
    return tenure.person, tenure.spell


def points_by_spell(found: Iterable[Tenure]) -> dict[Spell, Sequence[Point]]:
    """All that is known of each spell in the post; acting ones and those without a day left out."""
    spells: defaultdict[Spell, list[Point]] = defaultdict(list)
    for tenure in found:
        if tenure.status != "acting" and (points := tenure.points):
            spells[spell_of(tenure)].extend(points)
    return dict(spells)


def _by_document(found: Sequence[Tenure], known: Iterable[Spell]) -> list[set[Spell]]:
    """The spells that each document speaks of, of those of which a day is known."""
    together: defaultdict[str, set[Spell]] = defaultdict(set)
    some = set(known)
    for tenure in found:
        if spell_of(tenure) in some and tenure.status != "acting":
            for witness in tenure.witnesses:
                together[witness.document].add(spell_of(tenure))
    return [spells for document, spells in sorted(together.items()) if document and len(spells) > 1]
