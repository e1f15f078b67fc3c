"""docs/loading.md says what is so: its endings, its limits, and its examples, which are read."""

import re
from pathlib import Path

import pytest

from kg import fetching
from kg.loaders import (
    DEEPEST,
    ENDINGS,
    MAX_DOCUMENT_BYTES,
    MOST_DOCUMENTS,
    archives,
    mail,
    pdf,
    read_manifest,
    sidecar,
    word,
)
from kg.loaders.metadata import KEYS
from kg.model.dates import PartialDate
from kg.workers import DOCUMENT

TOP = Path(__file__).resolve().parent.parent
PAGE = (TOP / "docs" / "loading.md").read_text(encoding="utf-8")


def _block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_endings_are_those_that_are_looked_at() -> None:
    (table,) = re.findall(r"^\| format \|.*?\n\n", PAGE, re.MULTILINE | re.DOTALL)
    assert set(re.findall(r"`(\.\w+)`", table)) == set(ENDINGS)


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("bytes of a document, or of an archive", f"{MAX_DOCUMENT_BYTES:,}"),
        ("time to open or read one", f"{DOCUMENT.seconds:g} s"),
        ("memory for that", f"{DOCUMENT.memory // 2**20} MiB"),
        ("bytes of the text of a Word document, unpacked", f"{word.MOST_UNPACKED:,}"),
        ("bytes of the documents of an archive, unpacked", f"{archives.MOST_UNPACKED:,}"),
        ("times as large unpacked as packed", f"{archives.MOST_RATIO}"),
        ("times as large unpacked as packed", f"{word.MOST_RATIO}"),
        ("documents in one file", f"{MOST_DOCUMENTS:,}"),
        ("archives and mails in each other", f"{DEEPEST} deep"),
        ("pages of a PDF", f"{pdf.MOST_PAGES:,}"),
        ("parts of a mail", f"{mail.MOST_PARTS}"),
        ("redirects of a fetch", f"{fetching.Limits().redirects}"),
        ("time for a fetch", f"{fetching.Limits().seconds:g} s"),
    ],
)
def test_a_limit_is_the_one_that_is_kept(limit: str, value: str) -> None:
    assert f"| {limit} | {value} |" in PAGE


def test_the_sidecar_and_the_table_are_read_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "release.meta.toml").write_text(_block("toml"), encoding="utf-8")
    said = sidecar(tmp_path / "release.txt")
    assert all(getattr(said, key) for key in KEYS)
    (tmp_path / "release.meta.toml").unlink()
    (tmp_path / "metadata.csv").write_text(_block("csv"), encoding="utf-8")
    assert sidecar(tmp_path / "release.txt").published == PartialDate(2021, 5, 4)
    assert sidecar(tmp_path / "other.txt").published == PartialDate(2021)


def test_the_manifest_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_text(_block("json"), encoding="utf-8")
    assert [each.path.name for each in read_manifest(tmp_path / "manifest.jsonl")] == ["a.html", "b.pdf"]


def test_who_says_what_is_named_as_documents_keep_it() -> None:
    for name in ("manifest", "sidecar", "folder", "option", "page", "mail", "dateline"):
        assert f"`{name}`" in PAGE
