"""How far each rule may be trusted: what it read, right and wrong."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.evaluation.layers import wilson
from kg.evaluation.scoring import WHOLE, Scored


@dataclass(frozen=True, slots=True, order=True)
class RuleFigures:
    """A rule, the layer in which its rows stand, and how many of them are right and wrong."""

    rule: str
    layer: str
    right: int
    wrong: int

    @property
    def precision(self) -> float:
        """The share that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def lower(self) -> float:
        """The lower bound of the precision (Wilson, two-sided 95 %)."""
        return wilson(self.right, self.wrong)

    @property
    def upper(self) -> float:
        """The upper bound."""
        return 1 - wilson(self.wrong, self.right)


def rule_figures(scored: Iterable[Scored]) -> list[RuleFigures]:
    """The figures of every rule that read something, by rule and layer."""
    cases: dict[tuple[str, str], list[int]] = {}
    for each in scored:
        for name in WHOLE:
            for rows, place in (
                ([theirs for _, theirs in each.layers[name].matched], 0),
                (each.layers[name].spurious, 1),
            ):
                for row in rows:
                    cases.setdefault((row.get("rule") or "-", name), [0, 0])[place] += 1
    return [RuleFigures(rule, name, *counts) for (rule, name), counts in sorted(cases.items())]
