"""Tokens: words and marks, each where it stands; nothing but white space is left out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.text.tokens import Token, tokenise
from kg.extraction.words.tables import words


def _words(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


def _only(text: str) -> Token:
    (token,) = tokenise(text)
    return token


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Director a.i. of the Centre", ["Director", "a.i.", "of", "the", "Centre"]),
        ("H.E. Dr. Ilvesoo", ["H.E.", "Dr", ".", "Ilvesoo"]),
        ("the UN-EU Counter-Terrorism talks", ["the", "UN-EU", "Counter-Terrorism", "talks"]),
        ("Norway's minister", ["Norway", "'s", "minister"]),
        ("leaders' summit", ["leaders", "'", "summit"]),
        ("Da'esh and O'Dwyer", ["Da'esh", "and", "O'Dwyer"]),
        ("Élodie Ørsted-Łuk", ["Élodie", "Ørsted-Łuk"]),
        ("(RATS), 2-3 May", ["(", "RATS", ")", ",", "2-3", "May"]),
        ("ex-Director, Director-designate", ["ex", "-", "Director", ",", "Director", "-", "designate"]),
        ("Mexico-City annex-B", ["Mexico-City", "annex-B"]),
        ("one_two", ["one", "_", "two"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_and_marks_are_told_apart(text: str, words: list[str]) -> None:
    assert _words(text) == words


@pytest.mark.parametrize("printed", ["UNDP", "EEAS", "DPPA-DPO", "U.N.", "EU", "UNWOMEN", "G5S"])
def test_capitals_make_an_acronym(printed: str) -> None:
    assert _only(printed).is_acronym


@pytest.mark.parametrize("printed", ["Interpol", "a.i.", "A", "who", "Counter-Terrorism", "McGee", "2ND", "mHQ"])
def test_other_words_are_no_acronyms(printed: str) -> None:
    assert not _only(printed).is_acronym


def test_a_mark_or_a_number_is_no_word() -> None:
    assert [token.is_word for token in tokenise("25 May, a.i.")] == [False, True, False, True]


def test_comparing_takes_the_folded_form() -> None:
    assert _only("STRASSE").lower == _only("Straße").lower == "strasse"


@given(st.text())
def test_every_character_but_white_space_stands_in_one_token(text: str) -> None:
    tokens = tokenise(text)

    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


def test_a_word_broken_at_the_end_of_its_line_is_one() -> None:
    assert [token.text for token in tokenise("the Har-\nbour of Ol-\n  sen")] == ["the", "Harbour", "of", "Olsen"]
    assert [token.text for token in tokenise("short-\nand long-term")][:2] == ["short", "-"]


def test_a_mark_behind_an_s_says_whose_it_is() -> None:
    def owners(text: str) -> int:
        return sum(token.lower == "'s" for token in tokenise(text))

    assert owners("the Philippines' Secretary met the Union of States' (UOS) Tide Office and the US' Envoy") == 3
    assert owners("a talk on 'Safe Harbours' Today, and one 'on the Seas' (long)") == 0
    assert owners("the ministers' talks") == 0


def test_a_word_however_printed_is_the_word_of_the_tables() -> None:
    printed = [tokenise(form)[0].lower for form in ("Minister", "MINISTER", "minister")]
    noun = next(word for word in words("common-words") if word in printed)
    assert all(one is noun for one in printed)
