"""Every document of the corpus, written in every format and read back: the same claims, by the same words.

A sample of them here, all with ``make long``. Where a format cannot hold what the text tells apart (a line that fills
the page, in PDF), the document stands in ``round-trip-known.tsv`` with the reason; one that comes right leaves it.
"""

import importlib.util
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from kg.export import gold
from kg.extraction import dated, read
from kg.loaders import ENDINGS, load
from kg.model.text import Document

TOP = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted(
    path
    for folder in ("kg/sample", "tests/corpus")
    for path in (TOP / folder).iterdir()
    if path.suffix in ENDINGS and path.stem != "README"
)
FORMATS = ("html", "docx", "eml", "pdf", "columns")
LAYERS = ("people", "organisations", "posts", "events", "participations", "non_participations", "relations")
EVERY = 16
_BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
"""Where a word is broken at a line end: a text quotes it as it is printed, PDF makes it whole."""


@cache
def _making() -> ModuleType:
    """``formats_made.py`` beside this file: tests are no package, so it is loaded by its path."""
    spec = importlib.util.spec_from_file_location("formats_made", Path(__file__).with_name("formats_made.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _known() -> frozenset[tuple[str, str]]:
    lines = Path(__file__).with_name("round-trip-known.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return frozenset((row[0], row[1]) for row in rows)


def _claims(document: Document) -> dict[str, list[str]]:
    """What is said, and by which words, in any order."""
    annotated = gold(document, read(document))
    return {
        layer: sorted(json.dumps(_without_offsets(row), sort_keys=True) for row in annotated[layer]) for layer in LAYERS
    }


def _without_offsets(row: dict[str, object]) -> dict[str, object]:
    evidence = row["evidence"]
    assert isinstance(evidence, list)
    return {**row, "evidence": [_BROKEN.sub("", " ".join(each["quote"].split())) for each in evidence]}


def _check(path: Path, made: str) -> None:
    making = _making()
    blocks = making.blocks_of(load(path.read_bytes(), path.name).text)
    wanted = _claims(dated(load(making.as_text(blocks), "release")))
    document = dated(load(making.MAKERS[made](blocks), "release"))
    assert not [word for word in making.FURNITURE if word in document.text and word not in path.read_text("latin-1")]
    if (made, path.name) in _known():
        assert _claims(document) != wanted, "it comes right: take it off round-trip-known.tsv"
    else:
        assert _claims(document) == wanted


@pytest.mark.parametrize("path", DOCUMENTS[::EVERY], ids=lambda path: path.name)
@pytest.mark.parametrize("made", FORMATS)
def test_a_document_says_the_same_in_every_format(path: Path, made: str) -> None:
    _check(path, made)


@pytest.mark.long
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
@pytest.mark.parametrize("made", FORMATS)
def test_every_document_says_the_same_in_every_format(path: Path, made: str) -> None:
    _check(path, made)


def test_the_known_ones_are_few_and_there() -> None:
    names = {path.name for path in DOCUMENTS}
    assert {name for _, name in _known()} <= names
    known = Counter(made for made, _ in _known())
    assert set(known) <= {"pdf", "columns"}
    assert known["pdf"] * 80 < len(DOCUMENTS)
    assert known["columns"] * 15 < len(DOCUMENTS)
