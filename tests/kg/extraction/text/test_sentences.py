"""Sentences: abbreviations, initials and what follows decide; line ends do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.text.sentences import sentences

PROSE = st.lists(
    st.sampled_from(
        [
            "Mr.",
            "Khan",
            "said",
            ".",
            "!",
            "?",
            " ",
            "  ",
            "\n",
            "\n\n",
            "U.S.",
            "a.i.",
            "The",
            '"',
            ")",
            "(",
            "5.",
            "X.",
            "...",
            "and",
        ]
    ),
    max_size=40,
).map("".join)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@given(st.text(max_size=120) | PROSE)
def test_sentences_cover_every_word_in_order_without_overlap(text: str) -> None:
    found = sentences(text, 0, len(text))
    covered = [at for start, end in found for at in range(start, end)]
    assert covered == sorted(set(covered))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(covered)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(not text[s.start].isspace() and not text[s.end - 1].isspace() for s in found)


@given(PROSE, st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_a_text_is_split_inside_its_bounds(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert all(start <= s.start < s.end <= end for s in sentences(text, start, end))


@given(
    st.lists(
        st.sampled_from(["The EU met.", "Did it end?", "Mr. Khan spoke.", "They left!", "He was born in St. Louis."]),
        max_size=6,
    )
)
def test_sentences_joined_by_any_white_space_come_apart_again(parts: list[str]) -> None:
    for gap in (" ", "\n", "\n\n"):
        assert cut(gap.join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Khan met Ms. Waly and Dr. P. J. Smith Jr. of the U.S. Department of State.",
        "Brig. Gen. Ahmed and Lt. Gen. (Retd.) Ikram spoke on Sept. 16, 2024.",
        "Deputy Registrar, a.i. and Head of the Appeals Unit of the body.",
        "K.C.Singh, N. B. Yermekbayev and T. K. Jumakadyrov came.",
        "General Eduardo M. \u00c1vola came.",
        "H.E. Mr. Olof Skoog, Head of Delegation, e.g. in New York.",
        "It met on 5. December in St. Petersburg, see No. 5 and Art. 12.",
        "Ms. Waly, Director; Mr. Wahba, Administrator; and others came.",
        "He asked: what next? and left.",
        'She said "It is so." and left.',
        "A list of states,\n\nincluding Kenya, took part.",
        "1. The delegates met again.",
        "Opening ................ 5",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It ended. They left.", ["It ended.", "They left."]),
        ('"We go." He left.', ['"We go."', "He left."]),
        ("(It was late.) They left.", ["(It was late.)", "They left."]),
        ("What now? Nothing! They left.", ["What now?", "Nothing!", "They left."]),
        ("He lives in Washington, D.C. The talks ended.", ["He lives in Washington, D.C.", "The talks ended."]),
        ("It met at 10 a.m. The talks ended.", ["It met at 10 a.m.", "The talks ended."]),
        ("It opposes terrorism.The next day it met.", ["It opposes terrorism.", "The next day it met."]),
        ("It adopted the Strategy.[1] The Council met.", ["It adopted the Strategy.[1]", "The Council met."]),
        ("It began in 2019. 16 states came.", ["It began in 2019.", "16 states came."]),
        ("No stop at the end", ["No stop at the end"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_sentence_unpacks_and_has_names() -> None:
    (sentence,) = sentences("The EU met.", 0, 11)
    assert (sentence.start, sentence.end) == tuple(sentence) == (0, 11)


def test_under_opens_no_sentence_in_a_title() -> None:
    assert len(cut("They met U.S. Under Secretary of State Wame Tembrook in Oslo.")) == 1
    assert len(cut("They met in the U.S. Under the plan, ports stay open.")) == 2
