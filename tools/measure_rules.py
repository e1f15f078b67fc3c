"""Write the measured figures of every rule into ``kg/extraction/lexicon/rules.tsv``: right, wrong, lower bound, tier.

`make ratchet` runs it; a test compares. The column ``tier``, which extraction reads, is left as it is. ``measured`` is
the tier that the lower bound earns on the sample and the corpus; with too few cases it is the tier that stands in
``tier`` (the prior), and ``note`` says so.
"""

import sys
from pathlib import Path

from kg.evaluation.rules import FEWEST, RuleFigures
from kg.measurement import measure

TOP = Path(__file__).resolve().parent.parent
RULES = TOP / "kg" / "extraction" / "lexicon" / "rules.tsv"
CORPUS = (TOP / "kg" / "sample", TOP / "tests" / "corpus")
COLUMNS = ("rule", "tier", "right", "wrong", "lower", "measured", "note")


def measured_table(table: str, figures: list[RuleFigures]) -> str:
    """The table with the measured columns written anew; notes and the order of the rules stay."""
    by_rule = {row.rule: row for row in figures}
    lines, seen = [], False
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            lines.append(line)
        elif not seen:
            seen = True
            lines.append("\t".join(COLUMNS))
        else:
            rule, tier, *_ = line.split("\t")
            lines.append("\t".join((rule, tier, *_cells(by_rule.get(rule, RuleFigures(rule, "", 0, 0)), tier))))
    return "\n".join(lines) + "\n"


def _cells(figures: RuleFigures, prior: str) -> tuple[str, ...]:
    note = "" if figures.tier else f"prior: fewer than {FEWEST} cases"
    return str(figures.right), str(figures.wrong), f"{figures.lower:.3f}", figures.tier or prior, note


def table_of_today() -> str:
    """What the table should be."""
    return measured_table(RULES.read_text(encoding="utf-8"), measure(CORPUS).rules())


if __name__ == "__main__":
    RULES.write_text(table_of_today(), encoding="utf-8")
    sys.stderr.write(f"{RULES.relative_to(TOP)}: measured\n")
