"""Minting is pure and readable, and two names share an IRI only where the folding says that they are one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.iris import LONGEST_SLUG, Base, digest, fold, slug
from kg.model.text import Span

names = st.text(max_size=120)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vladimir Voronkov", "vladimir-voronkov"),
        ("Michèle CONINSX", "michele-coninsx"),
        ("Åsa Regnér", "asa-regner"),
        ("Lars Løkke Ærø", "lars-lokke-aero"),
        ("Wałęsa Straße", "walesa-strasse"),
        ("D'Angelo O’Brien", "dangelo-obrien"),
        ("Political & Peacebuilding", "political-and-peacebuilding"),
        ("Edmund Fitton-Brown", "edmund-fitton-brown"),
    ],
)
def test_a_slug_reads_like_the_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_script_that_ascii_cannot_write_gets_a_hash_and_keeps_people_apart() -> None:
    assert slug("Иван Smith") != slug("Пётр Smith")
    assert slug("Иван Smith").startswith("smith-")
    assert slug("") != slug("?!") or fold("") == fold("?!")


@given(names)
def test_slugs_are_short_ascii_and_stable(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", slug(name))
    assert len(slug(name)) <= LONGEST_SLUG
    assert slug(name) == slug(name)


@given(names)
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(names, names)
def test_two_names_share_a_slug_only_if_they_fold_alike(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) == (fold(one) == fold(other))


@given(st.text(min_size=81, max_size=90, alphabet="ab"), st.text(min_size=81, max_size=90, alphabet="ab"))
def test_long_names_that_begin_alike_stay_apart(one: str, other: str) -> None:
    assert (slug("a" * 80 + one) == slug("a" * 80 + other)) == (one == other)


@given(
    st.lists(st.text(max_size=10, alphabet="abc "), max_size=3),
    st.lists(st.text(max_size=10, alphabet="abc "), max_size=3),
)
def test_a_digest_knows_where_one_part_ends(one: list[str], other: list[str]) -> None:
    if one and other:
        assert (digest(*one) == digest(*other)) == (one == other)


def test_every_kind_has_its_folder_under_the_base() -> None:
    base = Base("https://example.org/kg/")
    key = "sha256:" + "0" * 64
    assert base.document(key) == f"https://example.org/kg/document/{digest(key)}"
    assert base.graph(key) == f"https://example.org/kg/graph/{digest(key)}"
    assert base.passage(key, Span(3, 9)) == f"https://example.org/kg/passage/{digest(key)}-3-9"
    assert base.claim("participation", "00ff") == "https://example.org/kg/participation/00ff"
    assert base.post(base.body("un-oct"), "Head") == "https://example.org/kg/post/un-oct/head"
    assert base.post(None, "Head") == "https://example.org/kg/post/-/head"
    assert base.official("Waly") != base.official("Waly", scope=key)
    assert base.meeting("visit", "one") != base.meeting("visit", "another")
    assert base.group("b", 16, "m") != base.group("b", 16, None)
    assert base.tenure("p", "q", "acting") != base.tenure("p", "q", "substantive")


@pytest.mark.parametrize(
    "wrong", ["", "id/", "https://example.org/no-slash", "https://exa mple.org/", "https://e/<x>/"]
)
def test_a_base_must_be_an_iri_that_names_can_follow(wrong: str) -> None:
    with pytest.raises(UsageError, match="absolute IRI"):
        Base(wrong)
