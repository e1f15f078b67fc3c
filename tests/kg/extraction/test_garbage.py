"""Whatever comes in: nothing breaks, nothing is claimed without its words, and twice the text is twice the work.

Work is counted in calls of functions, never timed.
"""

import importlib.util
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType, ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import resources
from kg.errors import Unreadable
from kg.extraction import explain, read
from kg.extraction.unread import unread
from kg.loaders import load
from kg.model.dates import PartialDate
from kg.model.text import Document

TOP = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted([*resources.sample().glob("*.txt"), *(TOP / "tests" / "corpus").glob("*.txt")])
SEEDS = sorted((TOP.parent / "shared" / "seeds").glob("*.txt"))
TWICE = 2.6
"""How much more work twice the text may be: a little more than twice, for what is done once a page."""


def _texts() -> ModuleType:
    """The texts on which speed is measured; benchmarks are no package."""
    spec = importlib.util.spec_from_file_location("texts", TOP / "benchmarks" / "texts.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


texts = _texts()
MADE: dict[str, Callable[[int], str]] = {
    name: lambda length, name=name: texts.adversarial(name, length) for name in texts.ADVERSARIAL
} | {"ordinary": texts.ordinary, "different names": lambda length: texts.names(length // 16)}
MADE |= {
    "states": lambda length: "During the Tide Workshop, officials from " + "Norway, Kenya, " * (length // 15),
    "lists of states": lambda length: (
        "Norway, Kenya and Chad spoke to Norway, Kenya and Mali of tides, " * (length // 65)
    ),
    "those who gathered": lambda length: "Experts gathered in Oslo, and the talks went on, " * (length // 49),
    "remarks": lambda length: "In her opening remarks at the Tide Conference, Minister Brandvik, " * (length // 66),
}


def _document(text: str) -> Document:
    return Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17))


def check(text: str) -> None:
    """Every claim has its words, every unread sentence too."""
    document = _document(text)
    claims = read(document)
    for claim in claims:
        assert claim.evidence
        for words in claim.evidence:
            assert text[words.span.start : words.span.end] == words.quotation
            assert words.quotation.strip()
    for found in unread(document, claims).unread:
        assert text[found.start : found.end] == found.quote


def work(text: str) -> int:
    """How many calls of functions reading takes."""
    document, calls = _document(text), 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        unread(document, read(document))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("path", [*DOCUMENTS, *SEEDS], ids=lambda path: path.stem)
def test_every_quotation_equals_the_text_at_its_offsets(path: Path) -> None:
    check(path.read_text("utf-8"))


@given(st.sampled_from(DOCUMENTS), st.randoms(use_true_random=False))
def test_a_damaged_document_says_nothing_without_words(path: Path, chance: random.Random) -> None:
    check(_damaged(path.read_text("utf-8"), chance))


def _damaged(text: str, chance: random.Random) -> str:
    """The text with stretches lost, doubled, moved, and marks put in."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randint(0, 200))
        stretch = text[start:end]
        elsewhere = chance.choice(
            ["", stretch * 2, stretch.upper(), stretch[::-1], "\n\n", " (", "]", "\u200b", ";", "<p>"]
        )
        text = text[:start] + elsewhere + text[end:]
    return text


@pytest.mark.parametrize("name", MADE)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    work(MADE[name](200))  # the tables load with the first
    short, long = work(MADE[name](2_500)), work(MADE[name](5_000))

    assert long <= TWICE * short


@pytest.mark.long
@pytest.mark.parametrize("name", MADE)
def test_twice_a_long_text_is_twice_the_work(name: str) -> None:
    work(MADE[name](200))
    short, long = work(MADE[name](30_000)), work(MADE[name](60_000))

    assert long <= TWICE * short


@pytest.mark.long
@pytest.mark.parametrize("name", MADE)
def test_a_megabyte_of_anything_is_read(name: str) -> None:
    check(MADE[name](1_000_000))


def _decoded(encoding: str) -> str:
    octets = random.Random(7).randbytes(400_000)  # noqa: S311 - nothing secret
    return octets.decode(encoding, "replace")


@pytest.mark.long
@pytest.mark.parametrize(
    "made",
    [
        lambda: "The boats came home at noon, " * 180_000,
        lambda: "Lagoon " * 100_000,
        lambda: " ".join(f"Lag{letter}on" for letter in "abcdefghij" * 10_000),
        lambda: texts.names(100_000),
        lambda: "(" * 500_000 + ")" * 500_000,
        lambda: "[a](" * 250_000,
        lambda: "<div>" * 100_000 + "Mr. Peter Brandvik" + "</div>" * 100_000,
        lambda: _decoded("utf-8"),
        lambda: _decoded("latin-1"),
        lambda: _decoded("utf-16"),
    ],
    ids=["one 5 MB line", "one capitalised word", "capitalised words", "names", "brackets", "links", "HTML",
         "bytes as UTF-8", "bytes as Latin-1", "bytes as UTF-16"],
)  # fmt: skip
def test_much_garbage_is_read(made: Callable[[], str]) -> None:
    check(made())


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16"])
def test_random_bytes_are_read(encoding: str) -> None:
    text = _decoded(encoding)[:20_000]

    check(text)
    explain(_document(text))


def test_ten_megabytes_of_commas_are_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_DOCUMENT_BYTES", raising=False)
    with pytest.raises(Unreadable, match=r"commas.txt: expected at most \d+ bytes, found more; split it"):
        load(b"," * 10_000_001, "commas.txt")
