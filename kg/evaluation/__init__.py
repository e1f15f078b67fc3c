"""How well reading does: what ct-kg says of a document, compared with what a careful reader says.

Both are given in the gold format of the annotated corpus. The matching rules, and so the counts, are those of the
corpus's own scorer; relations and non-participations are compared in the same way.

``rows``           annotations as rows
``wording``        when two strings say the same (with ``matching.tsv``)
``assignment``     the best one-to-one assignment
``names``          when two names are one person's, or one body's
``resolution``     whom a name stands for
``posts`` ``meetings`` ``participations``  the layers above names
``layers``         found, missed, added; precision, recall, F1, Wilson's bound
``scoring``        one document: all layers, all accuracies
``totals``         sums over documents, bootstrap intervals, halves
``rules``          right and wrong by rule
``families``       the tier that a rule has earned, with its family (``rule-families.tsv``)
``report``         all figures as JSON values
``honesty``        how much of what was missed stands in a sentence that is listed as unread
``mistakes``       each miss and false alarm with its words
``ratchet``        counts that may not fall
"""

from kg.evaluation.families import Earned, earned
from kg.evaluation.honesty import listed, summed
from kg.evaluation.layers import Counts, Layer, wilson
from kg.evaluation.mistakes import Mistake, mistakes
from kg.evaluation.ratchet import lost, read_ratchet, write_ratchet
from kg.evaluation.report import Measured, report
from kg.evaluation.rules import RuleFigures, rule_figures
from kg.evaluation.scoring import LAYERS, Scored, score
from kg.evaluation.totals import accuracies, half_of, interval, quarter_of, total

__all__ = [
    "LAYERS",
    "Counts",
    "Earned",
    "Layer",
    "Measured",
    "Mistake",
    "RuleFigures",
    "Scored",
    "accuracies",
    "earned",
    "half_of",
    "interval",
    "listed",
    "lost",
    "mistakes",
    "quarter_of",
    "read_ratchet",
    "report",
    "rule_figures",
    "score",
    "summed",
    "total",
    "wilson",
    "write_ratchet",
]
