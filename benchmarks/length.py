"""Time against length, on ordinary text and on text made to be slow: CPU seconds, and the exponent of the growth.

An exponent near 1 is linear; it is fitted (least squares of the logarithms) over the lengths from 64 KB. A text that
takes longer than ``PATIENCE`` is not made longer. Run by ``make benchmarks``; names of texts choose some of them.
"""

import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

import texts

from kg.extraction import read
from kg.extraction.unread import unread
from kg.model.dates import PartialDate
from kg.model.text import Document

LENGTHS = 16_384, 65_536, 262_144, 1_048_576
FITTED_FROM = 65_536
PATIENCE = 60.0


def seconds(text: str) -> float:
    """The CPU time of reading a text and of listing what was not read."""
    document = Document(text, "0" * 64, "text", published=PartialDate(2024, 5, 17))
    start = time.process_time()
    unread(document, read(document))
    return time.process_time() - start


def exponent(lengths: Sequence[int], times: Sequence[float]) -> float:
    """The slope of a line through the logarithms."""
    return statistics.linear_regression([math.log(n) for n in lengths], [math.log(t) for t in times]).slope


def row(name: str, made: Callable[[int], str]) -> str:
    """One line of the table."""
    times: list[float] = []
    for length in LENGTHS:
        times.append(seconds(made(length)))
        if times[-1] > PATIENCE:
            break
    cells = [f"{took:.2f}" for took in times] + ["–"] * (len(LENGTHS) - len(times))
    fitted = [(n, t) for n, t in zip(LENGTHS, times, strict=False) if n >= FITTED_FROM]
    slope = f"{exponent(*zip(*fitted, strict=True)):.2f}" if len(fitted) > 1 else "–"
    return f"| {name} | {' | '.join(cells)} | {slope} |"


def main(chosen: Sequence[str]) -> None:
    """Print the table."""
    made: dict[str, Callable[[int], str]] = {"ordinary": texts.ordinary}
    made |= {name: partial(texts.adversarial, name) for name in texts.ADVERSARIAL}
    made["different names"] = lambda length: texts.names(length // 16)
    read(Document("Ms. Anna Ilvesoo spoke.", "0" * 64, "short"))  # the tables load with the first
    print(f"| text | {' | '.join(f'{length // 1024} KB' for length in LENGTHS)} | exponent |")
    print("|---|" + "--:|" * (len(LENGTHS) + 1))
    for name in chosen or made:
        print(row(name, made[name]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
