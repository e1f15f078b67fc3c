"""A file is there whole or not at all."""

from pathlib import Path

import pytest

from kg.whole import write_whole


def test_text_and_bytes_replace_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    for data in ("längst", b"\x00\xff"):
        write_whole(path, data)
        assert path.read_bytes() == (data.encode() if isinstance(data, str) else data)
    assert [each.name for each in tmp_path.iterdir()] == ["note.txt"]


def test_what_cannot_take_its_place_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "kept").touch()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "folder", "text")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]
