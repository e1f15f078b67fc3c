"""Masking replaces characters one for one: nothing moves, furniture becomes space."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.extraction.text.masking import mask

MARKUP = st.lists(
    st.sampled_from(
        [
            "[",
            "](",
            "](#)",
            ")",
            "*",
            "**",
            "_",
            "<p>",
            "</li>",
            "<b",
            ">",
            "&amp;",
            "&#8217;",
            "&#x110000;",
            "&",
            "a",
            " ",
            "\n",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.text(max_size=200) | MARKUP)
def test_nothing_moves_and_every_newline_stays(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(masked[at] == "\n" for at, char in enumerate(text) if char == "\n")


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu", "Nd"], include_characters=" .,;:()-\n"), max_size=200))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assume("....." not in text)  # leaders to a page number are furniture
    assume("...)" not in text)  # and so is what leads to the rest of a text
    assume(", ." not in text and ",." not in text)  # and so is a stop too many
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("([CTITF](#))", "( CTITF    )"),
        ("[a **b**](https://x.example/y_(z)) c", " a   b                             c"),
        ("![logo](pic.png)", "  logo          "),
        ("see [1] and (2)", "see [1] and (2)"),
        ("They met. (more...)", "They met.          "),
        ("They (and more...) met.", "They (and more...) met."),
        ("(TIDENEWS- Reef Agency (RA)) OSLO, May 3", " " * 29 + "OSLO, May 3"),
        ("(TIDENEWS) Ada met.", "(TIDENEWS) Ada met."),
        ("**in Madrid**", "  in Madrid  "),
        ("*Ucelay* _and_ __more__", " Ucelay   and    more  "),
        ("* item one", "* item one"),
        ("5*3 snake_case", "5*3 snake_case"),
        ("\u201cdirect\u201d Da\u2019esh", '"direct" Da\'esh'),
        ("\u00abX\u00bb \u201eY\u201f", '"X" "Y"'),
        ("Mr.\u00a0Khan\tsaid\u2009so", "Mr. Khan said so"),
        ("counter\u00adterror\u200bism", "counter terror ism"),
        ("UN\u2011EU \u2013 now \u2014 then \u2012", "UN-EU \u2013 now \u2014 then \u2013"),
        ("a\x00b\x0cc\r\nd", "a b c \nd"),
        ("A &amp; B&nbsp;C &ldquo;d&#8217;s", "A &     B      C \"      d'      s"),
        ("Jos&eacute; &nosuch; AT&T", "Jos\u00e9        &nosuch; AT&T"),
        ("Council\u00a1\u00afs \u00e2\u20ac\u2122 x", "Council' s '   x"),
    ],
)
def test_what_each_piece_of_furniture_becomes(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_tags_left_in_plain_text_become_space_and_block_tags_break_the_line() -> None:
    masked = mask('<p class="x">One <b>two</b></p><ul><li>three</li></ul><x-y>4 < 5 > 3</x-y><!-- note -->')
    lines = [" ".join(line.split()) for line in masked.split("\n") if line.strip()]
    assert lines == ["One two", "* three", "<x-y>4 < 5 > 3</x-y>"]


@pytest.mark.parametrize("piece", ["[", "[a](", "(a", "<", "&#", "**", "[a](b(", "_a", "](", "<!--"])
def test_hostile_repetition_is_masked_like_any_text(piece: str) -> None:
    assert len(mask(piece * 20_000)) == len(piece) * 20_000


def test_a_stop_too_many_behind_a_comma_is_furniture() -> None:
    assert mask("Oslo, . Dr. Varga,. Kenya, 5.") == "Oslo,   Dr. Varga,  Kenya, 5."
