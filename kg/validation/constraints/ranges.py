"""How great a value may be (SHACL §4.3)."""

from collections.abc import Callable, Iterator

from kg.validation.declared import Declared, NotCompiled
from kg.validation.literals import compared
from kg.validation.results import Check, Place, each_value
from kg.validation.terms import is_literal

_ALLOWED = {
    "minExclusive": (1,), "minInclusive": (0, 1), "maxExclusive": (-1,), "maxInclusive": (-1, 0),
}  # fmt: skip


def ranges(shape: Declared, place: Place) -> Iterator[Check]:
    """``sh:minExclusive``, ``sh:minInclusive``, ``sh:maxExclusive`` and ``sh:maxInclusive``."""
    for name, allowed in _ALLOWED.items():
        for bound in shape.many(name):
            if not is_literal(bound.node):
                raise NotCompiled(f"sh:{name} of no literal")
            yield each_value(place, name[0].upper() + name[1:], _within(bound.node, allowed))


def _within(bound: str, allowed: tuple[int, ...]) -> Callable[[str], bool]:
    return lambda value: compared(value, bound) in allowed
