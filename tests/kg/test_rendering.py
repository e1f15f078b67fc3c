"""Answers as tables, JSON and CSV: they fit, they say the words, and they command nothing."""

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.model.answers import Answer, Row, Words
from kg.rendering.characters import harmless
from kg.rendering.plain import answer_as_csv, answer_as_json, as_csv, as_json_line
from kg.rendering.table import Page, _wrapped, answer_as_table, as_table

BALFOURT = Row(
    {"meeting": "m:1", "meeting_label": "third Dialogue on Counter-Terrorism", "official_label": "Joanneke Balfourt"},
    "asserted",
    None,
    (
        Words("d:1", "Third dialogue", "2020-12-03", "The co-chairs were Ms Joanneke Balfourt", 120, 159),
        Words("d:1", "Third dialogue", "2020-12-03", "third Dialogue on Counter-Terrorism", 40, 75),
    ),
)
VORONKOV = Row(
    {"meeting": "m:1", "meeting_label": "third Dialogue on Counter-Terrorism", "official_label": None}, "likely"
)
ANSWER = Answer("co-chairs", {}, ("meeting", "meeting_label", "official_label"), (BALFOURT, VORONKOV))


def test_table_prints_labels_not_iris_and_the_tier_where_it_is_not_the_best() -> None:
    assert answer_as_table(ANSWER, Page(80)).splitlines() == [
        "meeting                              official           tier",
        "───────────────────────────────────  ─────────────────  ────────",
        "third Dialogue on Counter-Terrorism  Joanneke Balfourt  asserted",
        "third Dialogue on Counter-Terrorism                     likely",
    ]


def test_words_stand_under_their_row_in_the_order_of_the_text() -> None:
    table = answer_as_table(ANSWER, Page(140), evidence=True)
    first, last = "third Dialogue on Counter-Terrorism", "The co-chairs were Ms Joanneke Balfourt"
    assert f"  “{first}” … “{last}” — Third dialogue, 2020-12-03" in table.splitlines()


def test_narrow_terminal_gets_lines_instead_of_columns() -> None:
    assert as_table(["meeting", "official"], [["Dialogue", "Voronkov"]], Page(12)) == (
        "meeting:\nDialogue\nofficial:\nVoronkov\n"
    )


@given(
    st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), min_size=1, max_size=4),
    st.integers(min_value=20, max_value=120),
)
def test_no_line_is_wider_than_the_terminal(rows: list[list[str]], width: int) -> None:
    table = as_table(["official", "meeting", "post"], rows, Page(width))
    assert all(cell_len(line) <= width for line in table.splitlines())


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_wrapping_loses_no_word_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = _wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(width, *(cell_len(c) for c in line), 1) for line in lines)


def test_lines_break_between_words_and_behind_hyphens() -> None:
    assert _wrapped("Under-Secretary-General, United Nations", 17) == ["Under-Secretary-", "General, United", "Nations"]
    assert _wrapped("--meeting --body --post", 12) == ["--meeting", "--body", "--post"]


def test_quotations_that_overlap_are_one() -> None:
    words = (
        Words("d:1", "T", None, "co-chairs were Ms Joanneke Balfourt", 10, 45),
        Words("d:1", "T", None, "Ms Joanneke Balfourt, Director", 25, 55),
        Words("d:1", "T", None, "Balfourt", 37, 45),
    )
    answer = Answer("co-chairs", {}, ("role",), (Row({"role": "co-chair"}, "asserted", None, words),))
    assert "  “co-chairs were Ms Joanneke Balfourt, Director” — T" in answer_as_table(answer, Page(80), evidence=True)


def test_what_a_value_rests_on_stands_in_brackets_and_empty_columns_are_left_out() -> None:
    columns = ("on_behalf_of", "on_behalf_of_label", "on_behalf_of_basis", "end")
    values = {"on_behalf_of": "b:1", "on_behalf_of_label": "EEAS", "on_behalf_of_basis": "post", "end": None}
    table = answer_as_table(Answer("co-chairs", {}, columns, (Row(values, "asserted"),)), Page(80))
    assert table.splitlines() == ["on behalf of", "────────────", "EEAS [post]"]


def test_bounds_are_one_date_and_a_body_is_said_once() -> None:
    post = {"post_label": "Director, Tide Council", "body_label": "Tide Council"}
    since = {"start_not_before": "2021-10-01", "start_not_after": "2021-10-31", "end_not_before": None}
    row = Row(post | since | {"end_not_after": "2024-03-01"}, "asserted", None, ())
    answer = Answer("posts-of", {}, tuple(row.values), (row,))

    lines = answer_as_table(answer, Page(100)).splitlines()

    assert lines[0].split() == ["post", "start", "end"]
    assert lines[2] == "Director, Tide Council  2021-10  not after 2024-03-01"


def test_rows_are_low_and_dates_and_short_names_whole() -> None:
    table = as_table(["question", "day", "words"], [["both-attended", "2021-10-31", "a " * 60]], Page(60))
    assert table.splitlines()[2].startswith("both-attended  2021-10-31  a a a")


def test_colour_only_where_asked_for() -> None:
    assert "\x1b[" not in answer_as_table(ANSWER, Page(80))
    assert "\x1b[1m" in answer_as_table(ANSWER, Page(80, colour=True))


def test_nothing_to_show_is_nothing() -> None:
    assert answer_as_table(Answer("met", {}, ("a",), ()), Page(80)) == ""


@pytest.mark.parametrize("title", ["\x1b[2J\x1b]0;owned\x07", "\x9b31m", "abc\u202edef", "bell\x07", "\x7f"])
def test_characters_that_command_a_terminal_are_shown_not_sent(title: str) -> None:
    row = Row({"title": title}, "asserted", None, (Words("d", title, None, title, 0, len(title)),))
    answer = Answer("document", {}, ("title",), (row,))
    printed = (
        answer_as_table(answer, Page(80), evidence=True) + answer_as_json(answer) + answer_as_csv(answer, evidence=True)
    )
    assert not set(printed) & set(title) - set("abcdefl[2J]0;owned31m")


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\n\t")))
def test_harmless_changes_no_printable_text(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_nothing_that_controls_is_left(text: str) -> None:
    left = {character for character in harmless(text) if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")}
    assert left <= {"\n", "\t"}
    assert not any(unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF") for c in harmless(text))


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_json_says_the_same_values_on_one_line(values: dict[str, str | int | None]) -> None:
    line = as_json_line(values)
    assert json.loads(line) == values
    assert line.count("\n") == 1


def test_json_of_an_answer_is_what_scripts_rely_on() -> None:
    plain = json.loads(answer_as_json(ANSWER))
    assert list(plain) == ["question", "parameters", "columns", "rows", "truncated", "notes"]
    assert plain["rows"][0]["evidence"][0] == {
        "document": "d:1",
        "title": "Third dialogue",
        "published": "2020-12-03",
        "quote": "The co-chairs were Ms Joanneke Balfourt",
        "start": 120,
        "end": 159,
        "page": None,
    }


def test_csv_has_one_line_a_row_or_one_a_quotation() -> None:
    rows = list(csv.DictReader(io.StringIO(answer_as_csv(ANSWER))))
    assert [row["official_label"] for row in rows] == ["Joanneke Balfourt", ""]
    assert rows[0]["quote"] == "The co-chairs were Ms Joanneke Balfourt | third Dialogue on Counter-Terrorism"
    quotations = list(csv.DictReader(io.StringIO(answer_as_csv(ANSWER, evidence=True))))
    assert [(row["quote"], row["start"]) for row in quotations] == [
        ("The co-chairs were Ms Joanneke Balfourt", "120"),
        ("third Dialogue on Counter-Terrorism", "40"),
        ("", ""),
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_spreadsheet_computes_a_cell(cell: str) -> None:
    assert list(csv.reader(io.StringIO(as_csv(["a"], [[cell]]))))[1][0].startswith("'")


def test_numbers_stay_numbers_in_csv() -> None:
    assert as_csv(["count"], [[-3]]) == "count\n-3\n"


def test_no_column_of_a_csv_has_the_name_of_another() -> None:
    words = (Words("d", "Note", None, "He spoke.", 0, 9),)
    row = Row({"document": "d", "quote": "He spoke."}, "likely", None, words)
    answer = Answer("document", {}, ("document", "quote"), (row,))

    for evidence in (False, True):
        header = answer_as_csv(answer, evidence=evidence).splitlines()[0].split(",")
        assert len(set(header)) == len(header)
        assert "evidence_quote" in header
