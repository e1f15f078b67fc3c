"""Meant lines: hard wraps undone, markers taken off, offsets kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.text.lines import lines


def texts(masked: str) -> list[str]:
    return [" ".join(line.text.split()) for line in lines(masked)]


@given(st.text(alphabet=st.sampled_from("ab- *1.)\n,;"), max_size=120))
def test_each_line_is_what_stands_at_its_offsets(masked: str) -> None:
    found = lines(masked)
    assert [masked[line.start : line.end] for line in found] == [line.text for line in found]
    assert [line.start for line in found] == sorted(line.start for line in found)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("the fight against terror-\nism goes on", ["the fight against terror- ism goes on"]),
        ("a line that is long enough and\ngoes on below", ["a line that is long enough and goes on below"]),
        ("a line long enough that ends with the\nCouncil", ["a line long enough that ends with the Council"]),
        ("Message: Mr. Lind (introduced by Mr. Bo\nEk, Envoy)", ["Message: Mr. Lind (introduced by Mr. Bo Ek, Envoy)"]),
        (
            "Ambassador Ada Lind, Commissioner\n(represented by Mr. Bo Ek)",
            ["Ambassador Ada Lind, Commissioner (represented by Mr. Bo Ek)"],
        ),
        ("Ambassador Ada Lind, Commissioner\n(Norland)", ["Ambassador Ada Lind, Commissioner", "(Norland)"]),
        ("Press release\n3 May 2018", ["Press release", "3 May 2018"]),
        ("one\n\ntwo", ["one", "two"]),
        ("Ada Lind, Director;\nBo Ek, Envoy; and\nCy Mo", ["Ada Lind, Director;", "Bo Ek, Envoy; and", "Cy Mo"]),
        ("* a first entry that is longer than fifty characters, of\n  Office\n* two", None),
    ],
)
def test_which_breaks_are_only_a_matter_of_width(printed: str, meant: list[str] | None) -> None:
    expected = meant or ["a first entry that is longer than fifty characters, of Office", "two"]
    assert texts(printed) == expected


@pytest.mark.parametrize(
    ("printed", "marker", "text"),
    [
        *(("* one", "dot", "one"), ("- one", "dot", "one"), ("\u2022 one", "dot", "one"), (">> one", "dot", "one")),
        *(
            ("1. one", "number", "one"),
            ("(12) one", "number", "one"),
            ("a) one", "number", "one"),
            ("iv. one", "number", "one"),
        ),
        *(("10.30 one", "", "10.30 one"), ("-one", "", "-one"), ("2018. one", "", "2018. one"), ("o one", "", "o one")),
    ],
)
def test_markers_are_taken_off_and_told_apart(printed: str, marker: str, text: str) -> None:
    (line,) = lines(printed)
    assert (line.marker, line.text) == (marker, text)


def test_blank_lines_before_a_line_are_counted() -> None:
    assert [line.gap for line in lines("\n\na\nb\n\n\nc")] == [2, 0, 2]


def test_a_paragraph_is_joined_at_its_own_width_though_another_is_wider() -> None:
    narrow = """\
1.   The second standing meeting of the Lagoon Islands
Port Council of Ministers was held in the Tide House, in
the town of Port Amity, on 11 August 2017. It was chaired
by the Honourable Anna Ilvesoo, Minister of Harbours, who
welcomed all.

"""
    wide = """\
2.   It was a day on which all those who had come so far were
glad to see each other again, and each of them said so aloud,
again and again, as one does on such days, in whatever words.

"""
    for printed in (narrow, narrow.replace("1.   The", "1. The")):
        assert texts(printed + wide * 2)[0].startswith("The second standing meeting of the Lagoon Islands Port Council")


def test_a_text_with_a_blank_line_after_every_line_is_closed_up() -> None:
    printed = (
        "OSLO, May 3: A delegation of the Tide Council of Norway\n\ncalled on the Interior Minister of Kenya Wame\n\n"
        "Tembrook at the Harbour House here and talked of\n\ntides that come and go.\n\n"
        "The Interior Minister said that the envoy of the\n\nCouncil Peter Brandvik had come at the right time and\n\n"
        "that he hoped for more.\n\nHe thanked the guests for what they had done for the\n\nharbours of his country."
    )
    assert len(texts(printed)) == 3
    apart = "\n\n".join(f"Here stands one whole sentence of the text, number {number}." for number in range(9))
    assert len(texts(apart)) == 9


@pytest.mark.parametrize("rule", ["---|---|---", "|---|:---:|", "-----+-----", "+=====+====+"])
def test_the_line_drawn_in_a_table_is_no_line(rule: str) -> None:
    assert texts(f"Delegation | Leader\n{rule}\nNorway | Ada Lind") == ["Delegation | Leader", "Norway | Ada Lind"]


@pytest.mark.parametrize("line", ["11:00 to 12:00 Who pays for the ports?", "Odvar Berg of Oslo | Glacier Centre"])
def test_a_line_with_the_hour_or_with_cells_goes_on_with_none(line: str) -> None:
    printed = "Mr Peter Brandvik of the Reef Holdings"
    assert texts("\n".join([printed] * 8 + [line]))[-1] == line
