"""How fast each format is loaded, beside what the library under it takes alone. Prints the table of README.md.

One process, CPU time; every document of the corpus in every format (as the tests write them), the least of several
runs of each. "Bare" is what nobody can do without: decoding, the parser of the standard library without handlers,
pypdf's own text. Run by ``make benchmarks``.
"""

import email
import importlib.util
import io
import logging
import statistics
import time
import zipfile
from collections.abc import Callable
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from xml.parsers import expat

import pypdf
from extraction import machine

from kg.loaders import ENDINGS, load

TOP = Path(__file__).resolve().parent.parent
RUNS = 3


def bare_text(data: bytes) -> object:
    """Decoded."""
    return data.decode()


def bare_html(data: bytes) -> object:
    """Parsed, and nothing kept."""
    parser = HTMLParser()
    parser.feed(data.decode())
    parser.close()
    return parser


def bare_mail(data: bytes) -> object:
    """Parsed, and its text part decoded."""
    body = email.message_from_bytes(data, policy=default).get_body(("plain",))  # type: ignore[attr-defined]
    return body.get_payload(decode=True)


def bare_docx(data: bytes) -> object:
    """Unpacked and parsed, and nothing kept."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return expat.ParserCreate().Parse(archive.read("word/document.xml"), True)


def bare_pdf(data: bytes) -> object:
    """The text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


BARE: dict[str, Callable[[bytes], object]] = {
    "txt": bare_text,
    "html": bare_html,
    "eml": bare_mail,
    "docx": bare_docx,
    "pdf": bare_pdf,
}


def making() -> ModuleType:
    """How the tests write a release in every format."""
    spec = importlib.util.spec_from_file_location("made", TOP / "tests" / "kg" / "loaders" / "formats_made.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seconds(read: Callable[[bytes], object], data: bytes) -> float:
    """The CPU time of reading: the least of several runs."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        read(data)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the table."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    made = making()
    paths = sorted(
        path for path in (TOP / "tests" / "corpus").iterdir() if path.suffix in ENDINGS and path.stem != "README"
    )
    releases = [made.blocks_of(load(path.read_bytes(), path.name).text) for path in paths]
    print(f"{machine()}; {len(releases)} documents in each format\n")
    print("| format | KB, median | ms, median | bare, ms | times | documents/s | MB/s |\n|---|--:|--:|--:|--:|--:|--:|")
    for name, bare in BARE.items():
        write = made.MAKERS.get(name, made.as_text)
        written = [write(release) for release in releases]
        ours = [seconds(lambda data: load(data, "release"), data) for data in written]
        alone = [seconds(bare, data) for data in written]
        size, whole = statistics.median(map(len, written)), sum(map(len, written))
        row = (
            name,
            f"{size / 1000:.1f}",
            f"{1000 * statistics.median(ours):.2f}",
            f"{1000 * statistics.median(alone):.2f}",
            f"{sum(ours) / sum(alone):.1f}" if sum(alone) > 0.001 else "–",
            f"{len(ours) / sum(ours):.0f}",
            f"{whole / sum(ours) / 1e6:.2f}",
        )
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
