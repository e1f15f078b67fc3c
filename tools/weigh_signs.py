"""Weigh the signs of unread sentences: write the figures of ``kg/extraction/lexicon/unread-signs.tsv`` anew.

    python tools/weigh_signs.py DIR…

reads what has been opened of the sample and the corpus (half *a* and *b1*) and the annotated documents of each DIR. The
weights are those of a logistic regression that tells the sentences in which a missed post or part may stand from all
others; a missed row that may stand in three sentences counts a third in each. The threshold is the lowest at which no
more than ``SHARE`` of all sentences of the sample and the corpus (both halves: nobody need know what is missed) are
listed.
"""

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.honesty import missed_in
from kg.extraction import read
from kg.extraction.said import Said
from kg.extraction.sight import Sight
from kg.extraction.text.page import Page
from kg.extraction.text.parts import Part, parts, within
from kg.extraction.unread import SIGNS, THRESHOLD, chosen, signs_of
from kg.measurement import Case, measure
from kg.model.claims import Claim

TOP = Path(__file__).resolve().parent.parent
TABLE = TOP / "kg" / "extraction" / "lexicon" / "unread-signs.tsv"
CORPUS = (TOP / "kg" / "sample", TOP / "tests" / "corpus")
OPENED = ("a", "b")
SHARE = 0.15
UNIT = 16
"""The weight of a sign that makes the odds of a miss *e* times as high."""
POST, OTHERS, OWN = 2.5, 0.5, 5.0
"""What a missed post counts beside a missed part, a sentence without either, one of the corpus beside others."""
STEPS, RATE, SPREAD = 300, 0.3, 0.5
"""Steps and rate of the descent; how far from 0 a weight may go (the variance of its prior)."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence: the signs that it bears, the idle people named in it, and how much was missed there."""

    signs: frozenset[str]
    named: frozenset[str]
    missed: float
    counts: float = 1.0


def pages(cases: Iterable[Case], counts: float = 1.0) -> Iterator[list[Weighed]]:
    """The sentences of these documents, page by page."""
    for case in cases:
        missed = list(missed_in(case.document.text, case.gold, case.scored))
        claims = read(case.document)
        for part in parts(case.document):
            yield list(_sentences(part, within(claims, part), missed, counts))


def _sentences(
    part: Part, claims: Sequence[Claim], missed: Sequence[tuple[str, list[tuple[int, int]]]], counts: float
) -> Iterator[Weighed]:
    said = Said(Page(part.document), claims)
    sights = [Sight(said, sentence) for sentence in said.page.sentences]
    shares = [0.0] * len(sights)
    for layer, places in missed:
        moved = [(start - part.start, end - part.start) for start, end in places]
        inside = [at for at, sight in enumerate(sights) if _touches(sight.offsets, moved)]
        for at in inside:
            shares[at] += (POST if layer == "posts" else 1.0) / len(inside)
    for sight, share in zip(sights, shares, strict=True):
        yield Weighed(frozenset(signs_of(sight)), sight.idle_names, share, counts)


def _touches(span: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def weights(told: Sequence[Weighed]) -> dict[str, int]:
    """The weight of each sign: logistic regression by gradient descent, each sign with a pace of its own (Adagrad)."""
    found, paces = dict.fromkeys(["", *SIGNS], 0.0), dict.fromkeys(["", *SIGNS], 1e-9)
    rows = [(["", *sorted(one.signs)], one.missed, one.counts) for one in told]
    for _ in range(STEPS):
        slopes = {name: -value / SPREAD if name else 0.0 for name, value in found.items()}
        for signs, missed, counts in rows:
            guess = 1 / (1 + math.exp(-sum(found[name] for name in signs)))
            error = counts * (missed * (1 - guess) if missed else -OTHERS * guess)
            for name in signs:
                slopes[name] += error
        for name, slope in slopes.items():
            paces[name] += slope * slope
            moved = found[name] + RATE * slope / math.sqrt(paces[name])
            found[name] = max(0.0, moved) if name else moved
    return {name: round(UNIT * found[name]) for name in SIGNS}


def threshold(read_: Sequence[Sequence[Weighed]], weighed: Mapping[str, int]) -> int:
    """The lowest sum from which on no more than ``SHARE`` of these sentences are listed."""
    most = SHARE * sum(len(page) for page in read_)
    return next(
        total
        for total in range(1, sum(weighed.values()) + 2)
        if sum(len(chosen([s.signs for s in page], [s.named for s in page], weighed, total)) for page in read_) <= most
    )


def written(table: str, weighed: Mapping[str, int], told: Sequence[Weighed]) -> str:
    """The table with its figures anew; order, kinds and reasons stay."""
    borne = Counter(name for one in told for name in one.signs)
    holding = Counter(name for one in told if one.missed for name in one.signs)
    lines = []
    for line in table.splitlines():
        name, *cells = line.split("\t")
        measured = (str(borne[name]), str(holding[name])) if name != THRESHOLD else ("", "")
        figures = (name, str(weighed.get(name)), *cells[1:3], *measured)
        lines.append("\t".join(figures) if len(cells) > 2 and name in weighed else line)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    opened = (case for half in OPENED for case in measure(CORPUS, half=half).cases)
    learnt = [*pages(opened, OWN), *pages(measure(sys.argv[1:]).cases if sys.argv[1:] else ())]
    told = [one for page in learnt for one in page]
    found = weights(told)
    found[THRESHOLD] = threshold(list(pages(measure(CORPUS).cases)), found)
    TABLE.write_text(written(TABLE.read_text(encoding="utf-8"), found, told), encoding="utf-8")
    sys.stderr.write(f"{TABLE.relative_to(TOP)}: weighed\n")
