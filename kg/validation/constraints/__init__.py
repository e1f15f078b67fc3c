"""The constraints of SHACL Core (§4), each compiled to a function over the triples of one graph.

``counts``   how many values
``kinds``    of which class, datatype, kind of node
``ranges``   how great
``strings``  how long, of which pattern, in which language
``pairs``    how they stand to another property
``sets``     which, and no other
``nested``   as other shapes say
"""

from collections.abc import Iterator

from kg.validation.constraints.counts import counts
from kg.validation.constraints.kinds import kinds
from kg.validation.constraints.nested import Other, nested
from kg.validation.constraints.pairs import pairs
from kg.validation.constraints.ranges import ranges
from kg.validation.constraints.sets import sets
from kg.validation.constraints.strings import strings
from kg.validation.declared import Declared
from kg.validation.results import Check, Place

__all__ = ["constraints"]


def constraints(shape: Declared, place: Place, other: Other) -> Iterator[Check]:
    """All constraints that are declared on one shape."""
    for group in (counts, kinds, ranges, strings, pairs, sets):
        yield from group(shape, place)
    yield from nested(shape, place, other)
