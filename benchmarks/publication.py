"""From the ledger to a version over synthetic documents: all at once, and again after one more document.

    python benchmarks/publication.py [NUMBER OF DOCUMENTS …]

CPU seconds and peak memory; each number in a process of its own. The documents are those of ``identity.py``; of the
second build, what was read again. Store and index of a version are written whole, who is who is decided over all.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from identity import readings

from kg.iris import Base
from kg.ledger import Ledger
from kg.model.actors import Reading
from kg.model.judgements import Judgements
from kg.publication import publish_what_follows

SIZES = 300, 1_000, 3_000


class Counting(Ledger):
    """A ledger that counts how often a document is read from it."""

    read = 0

    def reading(self, *arguments: object, **named: object) -> Reading:
        """As a ledger does."""
        self.read += 1
        return super().reading(*arguments, **named)  # type: ignore[arg-type]


def measure(count: int) -> str:
    """One line: documents; seconds, peak MiB and documents read of the first build, and of the second."""
    told = [str(count)]
    with tempfile.TemporaryDirectory() as folder, Counting(Path(folder), create=True) as ledger:
        documents = readings(count + 1)
        for many in (count, 1):
            for document, claims in islice(documents, many):
                ledger.keep(document, claims)
            ledger.read, began = 0, time.process_time()
            publish_what_follows(Path(folder), ledger, Base(), Judgements())
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            told += [f"{time.process_time() - began:.1f}", f"{peak:.0f}", str(ledger.read)]
    return " | ".join(told)


def main(sizes: Sequence[int]) -> None:
    """Print the table, one process a size."""
    print("| documents | all, s | peak MiB | read | one more, s | peak MiB | read |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for size in sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        print("|", subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip(), "|", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(measure(int(sys.argv[2])))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
