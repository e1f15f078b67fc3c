"""How fast documents are read, by size, and what memory that takes. Prints the tables of README.md.

One process, CPU time; each document is read several times and the shortest counts: whatever else runs on the machine
only adds. Figures of many documents are medians. Run by ``make benchmarks``.
"""

import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import texts

from kg import resources
from kg.extraction import dated, read
from kg.loaders import load, sidecar
from kg.model.text import Document

TOP = Path(__file__).resolve().parent.parent
RUNS = 5
CLASSES = ((0, 1024), (1024, 2048), (2048, 4096), (4096, 1 << 30))
LONG = 16_384, 131_072, 1_048_576
KILOBYTES = 2048
"""The size of document for which documents a second are given."""


def documents() -> list[Document]:
    """The sample and the annotated corpus."""
    paths = sorted([*resources.sample().glob("*.txt"), *(TOP / "tests" / "corpus").glob("*.txt")])
    return [dated(load(path.read_bytes(), path.name, sidecar(path))) for path in paths]


def seconds(document: Document, runs: int = RUNS) -> float:
    """The CPU time of reading a document: the least of several runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        read(document)
        times.append(time.process_time() - start)
    return min(times)


def peak() -> int:
    """The most memory this process has held, in MiB; where the system tells, without that of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text())[1]) // 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def machine() -> str:
    """What kind of machine this is: processors and Python, no name."""
    return (
        f"{os.cpu_count()} cores, {platform.system()}, {platform.python_implementation()} {platform.python_version()}"
    )


def speeds() -> list[str]:
    """Documents a second by size, and of the whole corpus at 2 KB a document."""
    found = documents()
    read(found[0])  # the tables load with the first
    timed = [(len(document.text.encode()), seconds(document)) for document in found]
    lines = ["| size | documents | median ms | documents/s | documents/s at 2 KB |", "|---|--:|--:|--:|--:|"]
    for low, high in (*CLASSES, (0, 1 << 30)):
        those = [(size, took) for size, took in timed if low <= size < high]
        if those:
            median = statistics.median(took for _, took in those)
            rate = statistics.median(size / took / KILOBYTES for size, took in those)
            label = _label(low, high)
            lines.append(f"| {label} | {len(those)} | {1000 * median:.1f} | {1 / median:.0f} | {rate:.0f} |")
    for length in LONG:
        took = seconds(Document(texts.ordinary(length), "0" * 64, "long"), runs=1)
        rate = length / took / KILOBYTES
        lines.append(f"| one of {length // 1024} KB | 1 | {1000 * took:.0f} | {1 / took:.2g} | {rate:.0f} |")
    return lines


def _label(low: int, high: int) -> str:
    if high < 1 << 30:
        return f"{low // 1024}–{high // 1024} KB"
    return f"{low // 1024} KB and more" if low else "all"


def memory() -> list[str]:
    """Peak memory of a process that reads the corpus, and of one that reads a single long document."""
    lines = ["| what is read | peak MiB |", "|---|--:|"]
    for what in ("tables only", "corpus", *(str(length) for length in LONG)):
        ended = subprocess.run([sys.executable, __file__, what], check=True, capture_output=True, text=True)
        label = f"one document of {int(what) // 1024} KB" if what.isdigit() else what
        lines.append(f"| {label} | {ended.stdout.strip()} |")
    return lines


def main(what: str | None = None) -> None:
    """Print the tables; with ``what`` (in a process of its own) read that and print the peak memory."""
    if what is None:
        print(machine(), "", *speeds(), "", *memory(), sep="\n")
        return
    if what == "corpus":
        for document in documents():
            read(document)
    elif what.isdigit():
        read(Document(texts.ordinary(int(what)), "0" * 64, "long"))
    else:
        read(Document("Ms. Anna Ilvesoo spoke.", "0" * 64, "short"))
    print(peak())


if __name__ == "__main__":
    main(*sys.argv[1:])
