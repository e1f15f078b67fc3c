"""A layer of one document: what was found, missed and added; and the figures that follow from counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from kg.evaluation.rows import Row, is_optional

_NORMAL_QUANTILE = 1.959963984540054
"""Of the two-sided interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows found (``tp``), added (``fp``) and missed (``fn``)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else float(not self.fn)

    @property
    def recall(self) -> float:
        """The share of what there is that was said."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def wilson(right: int, wrong: int) -> float:
    """The lower bound of a share (Wilson, two-sided 95 %): what may be relied on; 0 without cases.

    >>> round(wilson(73, 0), 3), round(wilson(16, 0), 3), wilson(0, 0)
    (0.95, 0.806, 0.0)
    """
    cases, square = right + wrong, _NORMAL_QUANTILE**2
    if not right:
        return 0.0
    share = right / cases
    spread = _NORMAL_QUANTILE * sqrt(share * (1 - share) / cases + square / (4 * cases**2))
    return (share + square / (2 * cases) - spread) / (1 + square / cases)


@dataclass(frozen=True, slots=True)
class Layer:
    """``matched`` pairs of (gold, system), ``optional`` of them not counted; rows ``missed`` and ``spurious``."""

    matched: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    spurious: tuple[Row, ...]
    optional: int = 0

    @property
    def counts(self) -> Counts:
        """The three numbers; an optional row that was found counts for nothing."""
        return Counts(len(self.matched) - self.optional, len(self.spurious), len(self.missed))


def layer(gold: Sequence[Row], system: Sequence[Row], pairs: Mapping[int, int]) -> Layer:
    """From the pairs gold → system; an optional row of the gold is no miss."""
    taken = set(pairs.values())
    return Layer(
        matched=tuple((gold[mine], system[theirs]) for mine, theirs in sorted(pairs.items())),
        optional=sum(is_optional(gold[mine]) for mine in pairs),
        missed=tuple(row for place, row in enumerate(gold) if place not in pairs and not is_optional(row)),
        spurious=tuple(row for place, row in enumerate(system) if place not in taken),
    )


def layer_of(
    gold: Sequence[Row], system: Sequence[Row], matched: Mapping[int, int], keep: Callable[[Row], bool]
) -> Layer:
    """The part of a layer that ``keep`` keeps, by the gold where it has the row (``matched``: system → gold)."""
    mine = [place for place, row in enumerate(gold) if keep(row)]
    theirs = [place for place, row in enumerate(system) if (matched[place] in mine if place in matched else keep(row))]
    pairs = {mine.index(matched[place]): at for at, place in enumerate(theirs) if place in matched}
    return layer([gold[place] for place in mine], [system[place] for place in theirs], pairs)
