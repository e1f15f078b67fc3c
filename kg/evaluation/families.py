"""The tier that a rule has earned: by its own figures, or by those of its family.

A rule read on a page a handful of times says little alone; the rules of one kind (``rule-families.tsv``) are measured
together. One whose own figures are clearly worse than its family's (the upper bound of its precision lies below the
family's precision) stands for itself, and is no part of the family's figures. *Asserted* is earned with the family
only by a rule that was itself read a few times.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from kg.errors import KnowledgeError
from kg.evaluation.layers import wilson
from kg.evaluation.rules import RuleFigures

ASSERTED, LIKELY = 0.95, 0.80
FEWEST = 5
"""With fewer cases nothing is measured."""


@dataclass(frozen=True, slots=True)
class Earned:
    """The family of a rule (its own name if it stands for itself), that family's lower bound, and the tier earned.

    ``tier`` is None with too few cases.
    """

    family: str
    lower: float
    tier: str | None


def family_of(rule: str) -> str:
    """The family of a rule: the first line of ``rule-families.tsv`` that fits.

    >>> family_of("post.name-title/bare"), family_of("part.chair/near")
    ('post-without-body', 'verb')
    """
    for pattern, family in _patterns():
        if fnmatchcase(rule, pattern):
            return family
    raise KnowledgeError(f"expected a family for the rule {rule!r} in rule-families.tsv, found none; add a line")


def earned(figures: Iterable[RuleFigures]) -> dict[str, Earned]:
    """What each rule has earned."""
    families: dict[str, list[RuleFigures]] = {}
    for row in figures:
        families.setdefault(family_of(row.rule), []).append(row)
    found: dict[str, Earned] = {}
    for family, rows in families.items():
        found |= _of_family(family, rows)
    return found


def _of_family(family: str, rows: Sequence[RuleFigures]) -> Mapping[str, Earned]:
    right, wrong = _sums(rows)
    share = right / (right + wrong) if right + wrong else 0.0
    alone = [row for row in rows if row.right + row.wrong >= FEWEST and row.upper < share]
    right, wrong = _sums(row for row in rows if row not in alone)
    lower = wilson(right, wrong)
    together = None if right + wrong < FEWEST else _of(lower)
    found = {row.rule: Earned(row.rule, row.lower, _of(row.lower)) for row in alone}
    for row in rows:
        if row not in alone:
            found[row.rule] = Earned(family, lower, _better(_of(row.lower), _as_far_as_read(row, together)))
    return found


def _as_far_as_read(row: RuleFigures, together: str | None) -> str | None:
    """What a rule has from its family: *asserted* only if it was itself read a few times."""
    return "likely" if together == "asserted" and row.right + row.wrong < FEWEST else together


def _better(own: str, together: str | None) -> str | None:
    return together if own == "possible" or together == "asserted" else own


def _of(lower: float) -> str:
    return "asserted" if lower >= ASSERTED else "likely" if lower >= LIKELY else "possible"


def _sums(rows: Iterable[RuleFigures]) -> tuple[int, int]:
    pairs = [(row.right, row.wrong) for row in rows]
    return sum(right for right, _ in pairs), sum(wrong for _, wrong in pairs)


@cache
def _patterns() -> tuple[tuple[str, str], ...]:
    lines = Path(__file__).with_name("rule-families.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple((pattern, family) for pattern, family, *_ in rows)
