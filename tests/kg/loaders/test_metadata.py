"""Sidecar files: what they may say, and how they are corrected."""

import os
from pathlib import Path

import pytest

from kg.errors import Unreadable
from kg.loaders import Metadata, sidecar
from kg.model.dates import PartialDate


def _said(folder: Path, toml: str) -> Metadata:
    (folder / "note.meta.toml").write_text(toml, encoding="utf-8")
    return sidecar(folder / "note.txt")


def test_all_that_a_sidecar_may_say(tmp_path: Path) -> None:
    toml = """
    published = "2020-12"
    publisher = "EEAS"
    title = "Third dialogue"
    language = "en"
    url = "https://example.org/a?b=c"
    """
    assert _said(tmp_path, toml) == Metadata(
        PartialDate(2020, 12), "EEAS", "Third dialogue", "en", "https://example.org/a?b=c", "sidecar", "sidecar"
    )


def test_a_date_may_stand_without_quotes(tmp_path: Path) -> None:
    assert _said(tmp_path, "published = 2020-12-03").published == PartialDate(2020, 12, 3)


def test_no_sidecar_says_nothing(tmp_path: Path) -> None:
    assert sidecar(tmp_path / "note.txt") == Metadata()


def test_metadata_travel_as_plain_values() -> None:
    for known in (Metadata(), Metadata(PartialDate(2020), "EEAS", published_from="option")):
        assert Metadata.from_plain(dict(known.to_plain())) == known


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("published = 2020", "expected published as a string"),
        ("language = 'english'", "expected language as a tag"),
        ("published = '3 December 2020'", "published: expected YYYY, YYYY-MM or YYYY-MM-DD, found '3 December 2020'"),
        ("published = '2020-13'", "published: expected a date of the calendar"),
        ("publised = '2020'", "expected one of published publisher title language url, found 'publised'"),
        ("title = ''", "expected title as a string"),
        ("url = 'file:///etc/passwd'", "expected url as an address with http: or https:"),
        ("url = 'https://example.org/> <http://e/x'", "expected url as an address"),
        ("url = 'javascript:alert(1)'", "expected url as an address"),
        ("url = 'http://[::1'", "expected url as an address"),
        ("title = unquoted", "expected TOML, found"),
        pytest.param(f"title = {'[' * 5000}{']' * 5000}", "expected TOML, found brackets nested", id="nested"),
        pytest.param(f"title = {'1' * 5000}", "expected TOML, found", id="digits"),
        pytest.param(f"title = '{'x' * 100_000}'", "expected at most 100000 bytes", id="long"),
    ],
)
def test_a_wrong_sidecar_is_named_with_what_to_write(tmp_path: Path, toml: str, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        _said(tmp_path, toml)
    assert str(caught.value).startswith("note.meta.toml: ")
    assert said in str(caught.value)


def test_a_sidecar_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "note.meta.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(Unreadable, match=r"note\.meta\.toml: expected TOML"):
        sidecar(tmp_path / "note.txt")


def test_a_sidecar_that_is_a_pipe_or_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "note.meta.toml")
    (tmp_path / "other.meta.toml").mkdir()
    for name in ("note", "other"):
        with pytest.raises(Unreadable, match=rf"{name}\.meta\.toml: expected a file, found a folder, a pipe"):
            sidecar(tmp_path / f"{name}.txt")
