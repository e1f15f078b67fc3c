"""The annotated corpus is read no worse than it was, and every rule is known by what it reads.

Both files are written by `make ratchet`, once figures have risen.
"""

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from kg.evaluation import earned, lost, read_ratchet
from kg.evaluation.rules import RuleFigures
from kg.extraction.rules import tier
from kg.measurement import Measurement, measure

RATCHET = "tests/corpus/ratchet.tsv"
UNEARNED = "tests/corpus/unearned.tsv"
TIERS = ("possible", "likely", "asserted")
LARGEST_SHARE, FEW = 0.15, 100


@pytest.fixture(scope="module")
def measurement(top: Path) -> Measurement:
    """Every document of the sample and the corpus that can be read."""
    return measure([top / "kg" / "sample", top / "tests" / "corpus"])


def test_no_layer_falls_and_no_document_loses_more_than_one_row(measurement: Measurement, top: Path) -> None:
    worse = lost(read_ratchet(top / RATCHET), measurement.counts())

    assert not worse, "found/added/missed fell:\n" + "\n".join(worse)


def test_every_document_that_can_be_read_is_in_the_ratchet(measurement: Measurement, top: Path) -> None:
    assert set(read_ratchet(top / RATCHET)) == set(measurement.counts()), "run `make ratchet`"


def test_figures_of_the_rules_are_those_of_today(measurement: Measurement, top: Path) -> None:
    spec = importlib.util.spec_from_file_location("measure_rules", top / "tools" / "measure_rules.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    kept = tool.RULES.read_text(encoding="utf-8")
    figures: list[RuleFigures] = measurement.rules()

    assert kept == tool.measured_table(kept, figures), "run `make ratchet`"


def test_no_further_rule_stands_higher_than_it_has_earned(measurement: Measurement, top: Path) -> None:
    found = earned(measurement.rules())
    above = {rule for rule, each in found.items() if each.tier and TIERS.index(tier(rule)) > TIERS.index(each.tier)}
    lines = (top / UNEARNED).read_text(encoding="utf-8").splitlines()[1:]
    listed = {line for line in lines if not line.startswith("#")}

    assert above <= listed, "these rules read worse than their tier says; mend them, or lower the tier in rules.tsv"
    assert listed <= above, "these rules have earned their tier by now: take them out of the list"


def test_no_rule_makes_more_of_a_layer_than_it_may(measurement: Measurement) -> None:
    """Nothing hangs on one rule, where a layer is large enough to say so."""
    sizes: Counter[str] = Counter()
    for row in measurement.rules():
        sizes[row.layer] += row.right + row.wrong
    shares = {row.rule: (row.right + row.wrong) / sizes[row.layer] for row in measurement.rules()}
    small = {row.rule for row in measurement.rules() if sizes[row.layer] < FEW}

    assert {rule: share for rule, share in shares.items() if share > LARGEST_SHARE and rule not in small} == {}
