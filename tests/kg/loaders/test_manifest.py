"""A manifest: which documents to read, and what is known of each."""

import hashlib
import json
from pathlib import Path

import pytest

from kg.errors import InputError, NotFound
from kg.ledger import Ledger
from kg.loaders import read_manifest
from kg.model.dates import PartialDate
from kg.pipeline import build

TEXT = "Lisbon. Ms. Ada Nkemelu, Director of the Port Office, chaired the first meeting of the Harbour Council today."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two releases."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for name in ("one.txt", "two.txt"):
        (docs / name).write_text(f"{TEXT}\n\nThis is release {name}.")
    return docs


def _csv(folder: Path, *rows: str) -> Path:
    path = folder / "manifest.csv"
    path.write_text("\n".join(("path,url,publisher,date,language", *rows)), encoding="utf-8")
    return path


def test_rows_in_csv_and_in_json_lines_say_the_same(folder: Path) -> None:
    table = _csv(folder, "one.txt,https://example.org/1,Port Office,2021-05-04,en", "two.txt,,,2021,")
    lines = folder / "manifest.jsonl"
    rows = [
        {"path": "one.txt", "url": "https://example.org/1", "publisher": "Port Office", "published": "2021-05-04"},
        {"path": "two.txt", "published": "2021", "url": None},
    ]
    rows[0]["language"] = "en"
    lines.write_text("\n".join(map(json.dumps, rows)))
    assert read_manifest(table) == read_manifest(lines)
    one, two = read_manifest(table)
    assert (one.path, one.metadata.url, one.metadata.published) == (
        folder / "one.txt",
        "https://example.org/1",
        PartialDate(2021, 5, 4),
    )
    assert (two.metadata.published, two.metadata.published_from) == (PartialDate(2021), "manifest")


def test_a_build_reads_what_a_manifest_lists_with_what_it_says(folder: Path, tmp_path: Path) -> None:
    (folder / "one.meta.toml").write_text('published = "1999"\ntitle = "Of the sidecar"')
    manifest = _csv(folder, "one.txt,https://example.org/1,Port Office,2021-05-04,en")
    summary = build([], tmp_path / "graph", manifest=manifest)
    assert (summary.admitted, summary.exit_code) == (1, 0)
    assert build([folder], tmp_path / "graph", manifest=manifest).to_plain() | {"seconds": 0, "claims": 0} == {
        "documents": 2,
        "read": 1,
        "admitted": 1,
        "unchanged": 1,
        "skipped": 1,
        "set_aside": [],
        "claims": 0,
        "seconds": 0,
        "passed_over": [str(manifest)],
    }
    with Ledger(tmp_path / "graph") as ledger:
        one = ledger.document("https://example.org/1")
    assert one is not None
    assert (one.title, str(one.published), one.published_from) == ("Of the sidecar", "2021-05-04", "manifest")
    assert (one.publisher, one.publisher_from) == ("Port Office", "manifest")


def test_bytes_that_are_not_those_listed_are_set_aside(folder: Path, tmp_path: Path) -> None:
    right = hashlib.sha256((folder / "one.txt").read_bytes()).hexdigest()
    path = folder / "manifest.csv"
    path.write_text(f"path,sha256\none.txt,{right}\ntwo.txt,{right}\n")
    summary = build([], tmp_path / "graph", manifest=path)
    assert (summary.admitted, summary.exit_code) == (1, 3)
    (refused,) = summary.set_aside
    assert refused.document == "two.txt"
    assert refused.reason.startswith(f"expected the bytes that the manifest lists (sha256 {right}), found others")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("path,date\none.txt,2021-99", "manifest.csv, line 2: published: expected a date of the calendar"),
        (
            "path,dat\none.txt,2021",
            "line 2: expected one of path sha256 published publisher title language url date, found 'dat'",
        ),
        ("path,url\none.txt,file:///etc/passwd", "manifest.csv, line 2: expected url as an address"),
        ("path\none.txt\n./one.txt", "manifest.csv, line 3: expected each path once, found './one.txt' again"),
        ("url\nhttps://example.org", "manifest.csv: expected a first line with the names of columns, path among them"),
        ("path;url\none.txt;x", "path among them, each once, and commas between them; found 'path;url'"),
        ("path,date,published\none.txt,,", "found 'path' 'published' 'published'"),
        ('{"path": "one.txt"}\n{"path": 3}', "manifest.csv, line 2: expected a JSON object whose values are strings"),
        ('{"path": "one.txt"}\n{"pa', "manifest.csv, line 2: expected a JSON object, found"),
        ('{"url": "https://example.org"}', "manifest.csv, line 1: expected a path, found none"),
        ("path", "expected a row for each document, found none"),
        ("", "expected a row for each document, found none"),
    ],
)
def test_a_wrong_manifest_is_named_with_its_line(folder: Path, rows: str, said: str) -> None:
    (folder / "manifest.csv").write_text(rows)
    with pytest.raises(InputError) as caught:
        read_manifest(folder / "manifest.csv")
    assert said in str(caught.value)


def test_files_that_are_listed_and_not_there_stop_the_build_before_it_begins(folder: Path, tmp_path: Path) -> None:
    manifest = _csv(folder, "one.txt,,,,", "three.txt,,,,")
    with pytest.raises(NotFound, match=r"found 1 missing \(the first: .*three\.txt\); fetch them"):
        build([], tmp_path / "graph", manifest=manifest)
    assert not (tmp_path / "graph").exists()
