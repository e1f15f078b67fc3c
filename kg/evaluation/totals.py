"""Counts over documents: sums, groups, and how far a sum depends on which documents there are."""

import random
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from kg.evaluation.layers import Counts
from kg.evaluation.scoring import LAYERS, Scored

_SEED = 7
_TAIL = 0.025


def total(scored: Iterable[Scored]) -> dict[str, Counts]:
    """The counts of every layer, summed over documents (micro)."""
    sums = dict.fromkeys(LAYERS, Counts())
    for each in scored:
        for name in LAYERS:
            sums[name] += each.layers[name].counts
    return sums


def accuracies(scored: Iterable[Scored]) -> dict[str, tuple[int, int]]:
    """What is right, and how many there are, of every accuracy."""
    sums: dict[str, tuple[int, int]] = {}
    for each in scored:
        for name, compared in each.accuracies.items():
            right, of = sums.get(name, (0, 0))
            sums[name] = right + sum(pair.agree for pair in compared), of + len(compared)
    return sums


def interval(per_document: Mapping[str, Counts], times: int) -> tuple[float, float]:
    """The 95 % interval of F1 over ``times`` resamplings of the documents (bootstrap, always the same ones)."""
    chance, names = random.Random(_SEED), sorted(per_document)  # noqa: S311 - the same resamplings every time
    found = sorted(_resampled(per_document, names, chance) for _ in range(times))
    return found[int(_TAIL * times)], found[min(times - 1, int((1 - _TAIL) * times))]


def _resampled(per_document: Mapping[str, Counts], names: Sequence[str], chance: random.Random) -> float:
    tp = fp = fn = 0
    for _ in names:
        counts = per_document[chance.choice(names)]
        tp, fp, fn = tp + counts.tp, fp + counts.fp, fn + counts.fn
    return Counts(tp, fp, fn).f1


def half_of(identifier: str) -> str:
    """The half of the corpus that a document is in, ``a`` or ``b``: fixed by its id, before any tuning.

    >>> half_of("s07-third-dialogue-2020"), half_of("s01-khan-brussels-2017")
    ('b', 'a')
    """
    return quarter_of(identifier)[0]


def quarter_of(identifier: str) -> str:
    """The quarter of the corpus that a document is in: its half, then ``1`` or ``2`` by the next bit of the same hash.

    >>> quarter_of("s07-third-dialogue-2020"), quarter_of("s01-khan-brussels-2017")
    ('b1', 'a2')
    """
    first = sha256(identifier.encode()).digest()[0]
    return ("b" if first & 0x80 else "a") + ("2" if first & 0x40 else "1")
