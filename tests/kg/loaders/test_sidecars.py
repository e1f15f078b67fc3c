"""The table of a folder: what it says of its documents, below a sidecar file of their own."""

from pathlib import Path

import pytest

from kg.errors import Unreadable
from kg.loaders import Metadata, sidecar
from kg.model.dates import PartialDate


def _said(folder: Path, table: str) -> Metadata:
    (folder / "metadata.csv").write_text(table, encoding="utf-8")
    return sidecar(folder / "note.txt")


def test_a_row_says_of_a_document_what_its_sidecar_does_not(tmp_path: Path) -> None:
    table = 'file,date,publisher,url\nnote.txt,2021-05,"Harbour Council, Norland",\nother.txt,,,https://example.org/o\n'
    assert _said(tmp_path, table) == Metadata(
        PartialDate(2021, 5), "Harbour Council, Norland", published_from="folder", publisher_from="folder"
    )
    (tmp_path / "note.meta.toml").write_text('published = "2021-05-03"')
    assert sidecar(tmp_path / "note.txt") == Metadata(
        PartialDate(2021, 5, 3), "Harbour Council, Norland", published_from="sidecar", publisher_from="folder"
    )
    assert sidecar(tmp_path / "other.txt") == Metadata(url="https://example.org/o")
    assert sidecar(tmp_path / "third.txt") == Metadata()


def test_a_table_that_changed_is_read_again(tmp_path: Path) -> None:
    assert _said(tmp_path, "file,title\nnote.txt,One\n").title == "One"
    assert _said(tmp_path, "file,title\nnote.txt,Second\n").title == "Second"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "name,date\nnote.txt,2021\n",
            "metadata.csv: expected a first line with the names of columns, file among them",
        ),
        ("file,file\nnote.txt,x\n", "metadata.csv: expected a first line with the names of columns"),
        ("file,date\nnote.txt,May 2021\n", "metadata.csv, note.txt: published: expected YYYY, YYYY-MM or YYYY-MM-DD"),
        ("file,dat\nnote.txt,2021\n", "metadata.csv, note.txt: expected one of file published publisher"),
        ("file,date\n,2021\n", "metadata.csv, line 2: expected a file, found none"),
        ("file,date\nnote.txt,2021,x\n", "metadata.csv, line 2: expected at most 2 cells, found 3"),
        ("file,date\nnote.txt,2021\nnote.txt,2022\n", "metadata.csv, line 3: expected each file once"),
        ('file,date\n"note.txt,2021\n', "metadata.csv, line 2: expected CSV, found: unexpected end of data"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        _said(tmp_path, table)
    assert str(caught.value).startswith(said)


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_bytes("file,title\nnote.txt,Genève\n".encode("cp1252"))
    with pytest.raises(Unreadable, match=r"metadata\.csv: expected UTF-8, found.*; save it as UTF-8"):
        sidecar(tmp_path / "note.txt")
