"""Plain text: what can be read, what cannot, and where offsets count."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Unreadable, UsageError
from kg.loaders import Metadata, load
from kg.model.dates import PartialDate
from kg.model.text import Document

LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"


def _text(data: bytes) -> str:
    return load(data, "note.txt").text


def test_a_text_stays_as_it_is() -> None:
    printed = "Le Caire, 3 décembre 2020 – M. “Müller” met\tthe 国連.\n\nEnd."
    assert _text(printed.encode()) == printed


def test_line_ends_and_byte_order_mark_do_not_count() -> None:
    assert _text(b"\xef\xbb\xbfone\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_a_control_character_becomes_one_space_so_that_offsets_hold() -> None:
    text = _text("page one\x0cpage two\x1b[31m with \x07 and \uffff".encode() + b"x" * 500)
    assert text.startswith("page one page two [31m with   and  ")
    assert text.index("page two") == 9


def test_the_document_knows_its_bytes_and_its_metadata() -> None:
    known = Metadata(PartialDate(2020, 12, 3), "EEAS", "A title", "en", "https://example.org/a", "sidecar")
    assert load(b"abc", "note.txt", known) == Document(
        text="abc",
        sha256="ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        name="note.txt",
        title="A title",
        publisher="EEAS",
        published=PartialDate(2020, 12, 3),
        published_from="sidecar",
        language="en",
        url="https://example.org/a",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Third dialogue held\n\nThe EU met the UN.", "Third dialogue held"),
        ("\n\n  # Third  dialogue held \nThe EU met the UN.", "Third dialogue held"),
        (
            "Home | News | Contact\n\nThird dialogue on harbours held\n\nThe EU met the UN.",
            "Third dialogue on harbours held",
        ),
        ("News\n3 May 2024\n\nThird dialogue on harbours held\nThe EU met the UN.", "Third dialogue on harbours held"),
        ("News\n\nThe EU met the UN.\nThird dialogue on harbours held\nMore.", "News"),
        ("The EU met the UN.\nMore.", "The EU met the UN. More."),
        ("They agreed:\n* to meet", "They agreed: * to meet"),
        ("Only one line", "Only one line"),
        ("* * *\n\nThe EU met the UN.", "The EU met the UN."),
        ("word " * 60 + "\n\nThe EU met.", "word word word word word word word word word word word …"),
    ],
)
def test_a_headline_is_the_title_where_nothing_else_says_one_else_the_first_words(text: str, title: str | None) -> None:
    assert load(text.encode(), "note.txt").title == title


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "note.txt: expected a text, found an empty file"),
        (b" \n\t\r\n", "note.txt: expected a text, found an empty file"),
        (b"\xef\xbb\xbf \n", "note.txt: expected a text, found nothing but space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "note.txt: expected a text, found a binary file (a zero byte at offset 8)"),
        (b"\x01\x02\x03\x04abc", "note.txt: expected a text, found a binary file (4 control characters in 7)"),
        (
            b"\xef\xbb\xbfcaf\xe9 noir",
            "note.txt: expected UTF-8, as its byte order mark says, found the byte 0xe9 at offset 6 "  # noqa: ISC004
            "(invalid continuation byte); convert it to UTF-8",
        ),
        (
            "Señor Ibáñez – ".encode() + b"Caf\xe9",
            "note.txt: expected one encoding, found UTF-8 with the byte 0xe9 at offset 23; convert it to UTF-8",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_one_reason(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        load(data, "note.txt")
    assert str(caught.value) == said


def test_the_limit_of_size_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_DOCUMENT_BYTES", "10")
    assert load(b"x" * 10, "note.txt").text == "x" * 10
    with pytest.raises(Unreadable, match=r"at most 10 bytes, found more; split it, or set KG_DOCUMENT_BYTES higher"):
        load(b"x" * 11, "note.txt")
    monkeypatch.setenv("KG_DOCUMENT_BYTES", "lots")
    with pytest.raises(UsageError, match="KG_DOCUMENT_BYTES"):
        load(b"x", "note.txt")


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_a_text_that_can_be_written_or_one_line_that_says_why_not(data: bytes) -> None:
    try:
        said = _text(data)
    except Unreadable as error:
        said = str(error)
        readable = False
    else:
        readable = True
    if readable:
        assert said.strip()
        assert not any(ord(c) < 32 and c not in "\n\t" for c in said)
        assert "\uffff" not in said
    else:
        assert said.startswith("note.txt: expected")
        assert "\n" not in said


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cn"), exclude_characters=LIGATURES)).filter(
        str.strip
    )
)
def test_what_has_no_control_characters_is_kept_character_for_character(text: str) -> None:
    assert _text(text.encode()) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Ms Zoe\u0301 A\u0301lvarez", "Ms Zo\u00e9 \u00c1lvarez"),
        ("the O\ufb03ce on A\ufb00airs", "the Office on Affairs"),
        ("the Uni\u00adted Na\u00adtions", "the United Nations"),
        ("the Of\u200cfice", "the Office"),
    ],
    ids=["accents apart", "ligatures", "soft hyphens", "letters held apart"],
)
def test_a_name_is_the_same_letters_however_it_was_set(printed: str, read: str) -> None:
    assert _text(printed.encode()) == read
