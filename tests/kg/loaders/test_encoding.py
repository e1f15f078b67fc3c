"""Which characters bytes are: never a wrong letter where that can be told, never one lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Unreadable
from kg.loaders import load
from kg.loaders.encoding import decode

FRENCH = "La réunion s’est tenue à Genève – sous la présidence de Mme Zoé Lefèvre."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_one_text_is_the_same_in_any_encoding(encoding: str) -> None:
    assert load(FRENCH.encode(encoding), "note.txt").text == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Совещание по борьбе с терроризмом прошло в Москве под председательством министра.", "cp1251"),
        ("Ministerstwo Spraw Zagranicznych: minister Łucja Żółć spotkała się z ambasadorem.", "cp1250"),
        ("国連テロ対策会議が東京で開催された。", "shift_jis"),
    ],
)
def test_an_encoding_that_nobody_declares_is_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_narrow_encoding_that_is_declared_of_utf_8_is_not_believed() -> None:
    page = "<html><meta charset=iso-8859-1><p>Ambassador Lönn met Ms Zoë Bell.</p></html>"
    assert load(page.encode(), "page").text == "Ambassador Lönn met Ms Zoë Bell."
    assert load(page.encode("iso-8859-1"), "page").text == "Ambassador Lönn met Ms Zoë Bell."


def test_what_is_declared_is_tried_first_and_not_believed_against_the_bytes() -> None:
    assert decode("Łódź".encode("iso8859-2"), "iso-8859-2") == "Łódź"
    assert decode("Łódź".encode(), "us-ascii-of-my-own") == "Łódź"
    assert decode("“Genève”".encode("cp1252"), "iso-8859-1") == "“Genève”"


def test_utf_8_with_damage_is_refused_rather_than_guessed_at() -> None:
    with pytest.raises(Unreadable, match=r"found UTF-8 with the byte 0xe9 at offset 12"):
        decode("Mme Zoé Lé: ".encode()[:12] + b"\xe9" + " Genève".encode())


def test_a_codec_that_is_none_of_text_is_no_encoding() -> None:
    assert decode(b"aGVsbG8=", "base64") == "aGVsbG8="


@given(st.binary(min_size=1, max_size=300), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "idna", "no such"]))
def test_any_bytes_are_characters_or_one_reason(data: bytes, declared: str | None) -> None:
    try:
        said = decode(data, declared)
    except Unreadable as error:
        said = str(error)
    assert isinstance(said, str)
