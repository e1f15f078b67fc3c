"""The words by which things are known, typed or printed."""

import re

from kg.identity.names import is_light, with_ordinals

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def bag(text: str) -> frozenset[str]:
    """The words of a text in any order: number words as digits, days kept whole, without those that tell nothing."""
    rest = with_ordinals(_DAY.sub(" ", text))
    return frozenset([*_DAY.findall(text), *(word for word in rest if not is_light(word))])
