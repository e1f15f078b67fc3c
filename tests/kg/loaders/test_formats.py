"""Which loader reads what: the bytes decide, never the name."""

import pytest

from kg.errors import Unreadable
from kg.loaders import load


@pytest.mark.parametrize("name", ["-", "note", "note.txt", "note.md", "picture.png", "note.pdf"])
def test_a_name_decides_nothing(name: str) -> None:
    assert load("The EU met the UN in Genève.".encode(), name).text == "The EU met the UN in Genève."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 20, "found an old Microsoft Office file; save it as .docx"),
        (rb"{\rtf1\ansi The EU met.}", "found Rich Text Format; save it as .docx or plain text"),
        (b"PK\x03\x04" + b"\x00" * 20, "found a zip archive; unpack it"),
        (b"\x1f\x8b\x08" + b"\x00" * 20, "found a gzip archive; unpack it"),
    ],
)
def test_a_format_that_is_not_read_is_refused_with_a_way_out(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        load(data, "note.txt")
    assert said in str(caught.value)
