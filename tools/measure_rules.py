"""Write the measured figures of every rule into ``kg/extraction/lexicon/rules.tsv``.

`make ratchet` runs it; a test compares. ``right``, ``wrong`` and ``lower`` (of the precision) are the rule's own,
``family`` and ``together`` (the lower bound) those of the rules measured with it, ``measured`` is the tier that
follows on the sample and the corpus; with too few cases it is empty. The column ``tier``, which extraction reads, is
left as it is; where it is higher than what is measured, ``tests/corpus/unearned.tsv`` has the rule.
"""

import sys
from pathlib import Path

from kg.evaluation import Earned, RuleFigures, earned
from kg.measurement import measure

TOP = Path(__file__).resolve().parent.parent
RULES = TOP / "kg" / "extraction" / "lexicon" / "rules.tsv"
CORPUS = (TOP / "kg" / "sample", TOP / "tests" / "corpus")
COLUMNS = ("rule", "tier", "right", "wrong", "lower", "family", "together", "measured")


def measured_table(table: str, figures: list[RuleFigures]) -> str:
    """The table with the measured columns written anew; the order of the rules stays."""
    lines = table.splitlines()
    rules = [line.split("\t")[0] for line in lines[1:] if line.strip() and not line.startswith("#")]
    read = {row.rule: row for row in figures}
    rows = {rule: read.get(rule, RuleFigures(rule, "", 0, 0)) for rule in rules}
    found = earned(rows.values())
    written = ["\t".join(COLUMNS)]
    for line in lines[1:]:
        if line.strip() and not line.startswith("#"):
            rule, tier, *_ = line.split("\t")
            written.append("\t".join((rule, tier, *_cells(rows[rule], found[rule]))))
        else:
            written.append(line)
    return "\n".join(written) + "\n"


def _cells(own: RuleFigures, earned_: Earned) -> tuple[str, ...]:
    return (
        str(own.right),
        str(own.wrong),
        f"{own.lower:.3f}",
        earned_.family,
        f"{earned_.lower:.3f}",
        earned_.tier or "",
    )


def table_of_today() -> str:
    """What the table should be."""
    return measured_table(RULES.read_text(encoding="utf-8"), measure(CORPUS).rules())


if __name__ == "__main__":
    RULES.write_text(table_of_today(), encoding="utf-8")
    sys.stderr.write(f"{RULES.relative_to(TOP)}: measured\n")
