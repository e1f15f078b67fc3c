"""Which files are documents."""

import os
from itertools import permutations
from pathlib import Path

import pytest

from kg.errors import NotFound
from kg.loaders import ENDINGS, find

ENDED = ", ".join(sorted(ENDINGS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents, and what stands around them."""
    top = tmp_path / "docs"
    for name in ("b.txt", "a.txt", "a.meta.toml", "data.json", "sub/c.TXT", "gold/a.txt", ".hidden.txt", ".git/d.txt"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(name)
    return top


def _names(*paths: str | Path) -> list[str]:
    return [source.name for source in find(paths).documents]


def test_a_folder_is_walked_whole_and_in_order(folder: Path) -> None:
    found = find([folder])
    assert [source.name for source in found.documents] == ["a.txt", "b.txt", "c.TXT"]
    assert [Path(place).name for place in found.skipped] == [".git", ".hidden.txt", "data.json", "gold"]


def test_files_patterns_and_standard_input(folder: Path) -> None:
    assert _names(folder / "b.txt") == ["b.txt"]
    assert _names(str(folder / "*.txt")) == ["a.txt", "b.txt"]
    assert _names(str(folder / "**" / "c.*")) == ["c.TXT"]
    assert _names("-", folder / "b.txt") == ["-", "b.txt"]


def test_what_is_named_twice_is_found_once_and_the_order_is_the_same(folder: Path) -> None:
    names = [folder / "b.txt", folder, str(folder / "?.txt"), folder / "sub"]
    assert {find(order).documents for order in permutations(names)} == {find([folder]).documents}


def test_a_path_is_the_same_place_however_it_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "sub")
    assert find(["../a.txt"]).documents == find([folder / "a.txt"]).documents


def test_links_are_followed_only_inside_the_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("secret")
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "in.txt").symlink_to(folder / "sub" / "c.TXT")
    (folder / "loop").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "absent")
    found = find([folder])
    assert [source.name for source in found.documents] == ["a.txt", "b.txt", "in.txt", "c.TXT"]
    assert {"out.txt", "broken.txt"} <= {Path(place).name for place in found.skipped}


def test_a_device_is_no_document(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert _names(folder) == ["a.txt", "b.txt", "c.TXT"]


def test_a_readme_tells_of_a_folder_and_is_no_document(folder: Path) -> None:
    for name in ("README.md", "readme.txt", "release.md"):
        (folder / name).write_text("The EU met the UN.")
    assert _names(folder) == ["a.txt", "b.txt", "release.md", "c.TXT"]


def test_odd_names_are_names(tmp_path: Path) -> None:
    for name in ("with\nnewline.txt", "[brackets].txt", "é" * 60 + ".txt"):
        (tmp_path / name).write_text("x")
    assert len(find([tmp_path]).documents) == 3
    assert _names(tmp_path / "[brackets].txt") == ["[brackets].txt"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("absent.txt", "absent.txt: expected a file or a folder, found nothing of that name"),
        ("absent/*.txt", "absent/*.txt: expected files that fit this pattern, found none"),
        ("docs/gold", f"docs/gold: expected documents ({ENDED}), found none, 1 passed over"),
        ("docs/data.json", f"docs/data.json: expected documents ({ENDED}), found none, 1 passed over"),
    ],
)
def test_nothing_found_says_what_was_looked_for(folder: Path, tmp_path: Path, path: str, said: str) -> None:
    assert folder.is_dir()
    with pytest.raises(NotFound) as caught:
        find([path])
    assert str(caught.value) == said


def test_an_empty_folder_and_no_path_at_all(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"expected documents .*, found none$"):
        find([tmp_path])
    with pytest.raises(NotFound, match="no path: expected documents"):
        find([])
