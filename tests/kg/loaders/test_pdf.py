"""PDF: pages in reading order, words made whole, what every page repeats left out, and each page with its name."""

import base64
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import MissingExtra, Unreadable
from kg.loaders import load, pdf
from kg.loaders.print_lines import PrintedLine, paragraphs
from kg.loaders.print_words import continued
from kg.workers import DOCUMENT, Worker

Piece = tuple[float, float, str]


def _pdf(*pages: list[Piece], size: int = 10, trailer: str = "") -> bytes:
    """A PDF with words at places (points from the left and the bottom of an A4 page)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids, fonts = [], "<< /Font << /F1 3 0 R >> >>"
    for page in pages:
        drawn = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n" for x, y, words in page)
        number = len(objects) + 1
        objects += [
            f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R /MediaBox [0 0 595 842] /Resources {fonts} >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        ]
        kids.append(f"{number} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    return data + f"{end}<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n".encode()


def _column(x: float, top: float, *lines: str) -> list[Piece]:
    return [(x, top - 12 * number, line) for number, line in enumerate(lines)]


LEFT = (
    "The Harbour Council met in the town of",
    "Norport under the chairmanship of Ms",
    "Ann Bell, who welcomed the delegations",
    "of four states and of the two harbour",
    "authorities that had asked to be heard",
    "on the safety of ships and of those who",
    "work on them.",
)
RIGHT = (
    "Mr Bob Cole, Director of the Office of",
    "Harbours, told the Council what his own",
    "staff had found in the past two years,",
    "and which of the plans that were agreed",
    "at the last meeting had been carried out",
    "by the authorities of the states that",
    "are members.",
)


def _text(*pages: list[Piece]) -> str:
    return load(_pdf(*pages), "note.txt").text


def test_lines_of_a_paragraph_are_joined_and_paragraphs_part() -> None:
    assert _text(_column(60, 700, *LEFT) + _column(60, 600, "Ms Bell closed the meeting.")) == (
        " ".join(LEFT) + "\n\nMs Bell closed the meeting."
    )


@pytest.mark.parametrize("across", [False, True], ids=["column by column", "line by line"])
def test_two_columns_are_read_one_after_the_other(across: bool) -> None:
    left, right = _column(60, 700, *LEFT), _column(310, 700, *RIGHT)
    drawn = [piece for row in zip(left, right, strict=True) for piece in row] if across else left + right
    text = _text([(60, 740, "Council meets"), *drawn])
    assert text.split("\n\n") == ["Council meets", " ".join(LEFT), " ".join(RIGHT)]


def test_short_lines_are_entries_of_a_list() -> None:
    entries = ("Ms Ann Bell, Chair of the Harbour Council of Norland", "Mr Bob Cole, Minister", "Ms Eve Dean, Director")
    assert _text(_column(60, 700, *entries)) == "\n".join(entries)


def test_a_word_broken_at_a_line_end_is_made_whole() -> None:
    lines = (
        "The Council spoke of counter-terrorism and of inter-",
        "national law, and Mr Cole of counter-",
        "terrorism, and",
    )
    more = ("the Under-", "Secretary of the ports was there.")
    text = " ".join(_text(_column(60, 700, *lines, *more)).split())
    assert "of international law" in text
    assert "Cole of counter-terrorism, and" in text


def test_what_pages_repeat_and_their_numbers_are_left_out_and_the_first_header_stays() -> None:
    pages = [
        [
            (60, 800, "Harbour Council - Press"),
            *_column(60, 700, f"Part {name} of it."),
            (280, 30, f"Page {number} of 3"),
        ]
        for number, name in enumerate(("one", "two", "three"), 1)
    ]
    found = load(_pdf(*pages), "note.pdf")
    assert found.text == "Harbour Council - Press\n\nPart one of it.\n\nPart two of it.\n\nPart three of it."
    assert [part.name for part in found.parts] == ["page 1", "page 2", "page 3"]
    assert found.part_at(found.text.index("Part two")) == "page 2"
    assert found.part_at(found.text.index("Part three")) == "page 3"


def test_what_is_printed_largest_is_the_title() -> None:
    assert load(_pdf(_column(60, 700, "Council meets", "", "Ms Bell was in the chair.")), "x").title == "Council meets"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_pdf([]), "found none: pictures of pages; have their text recognised first"),
        (_pdf(_column(60, 700, *LEFT))[:300], "found a damaged one"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "found a damaged one"),
        (_pdf(_column(60, 700, *LEFT)).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "expected"),
        (_pdf(_column(60, 700, *LEFT), trailer="/Encrypt << /Filter /Nobody /V 1 >> /ID [(a) (a)]"), "expected a PDF"),
    ],
    ids=["pictures", "cut", "noise", "cyclic", "encrypted"],
)
def test_what_cannot_be_read_is_refused_with_one_reason(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        load(data, "note.pdf")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_too_many_pages_are_refused_before_one_is_read() -> None:
    data = _pdf([]).replace(b"[4 0 R] /Count 1", b"[" + b"4 0 R " * 10_000 + b"] /Count 10000")
    call = {"data": base64.b64encode(data).decode(), "name": "note.pdf"}
    with Worker() as worker, pytest.raises(Unreadable, match="expected at most 1000 pages, found 10000; split it"):
        worker.call("read", call, DOCUMENT)  # where reading them would be stopped by a limit, with another reason


def test_without_its_extra_a_pdf_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtra, match=r"install it: pip install 'ct-kg\[pdf\]'"):
        load(_pdf([]), "note.pdf")


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=30), st.integers(0, 900))
def test_any_damage_is_a_text_or_a_reason(damage: bytes, at: int) -> None:
    whole = _pdf(_column(60, 700, *LEFT))
    assert pdf.fits(whole)
    try:
        said = load(whole[: at + 9] + damage + whole[at + 9 + len(damage) :], "note.pdf").text
    except Unreadable as error:
        said = str(error)
    assert said.strip()
    assert not any(ord(char) < 32 and char not in "\n\t" for char in said)


@pytest.mark.parametrize("printed", ["Berlin, 17.10.2014", "NORPORT, July 2005", "2018-12-18", "12/2014"])
def test_a_date_in_the_margin_is_no_page_number(printed: str) -> None:
    assert _text([(60, 800, printed), *_column(60, 700, *LEFT)]).startswith(printed)


@pytest.mark.parametrize("printed", ["3", "- 3 -", "Page 3", "3/12", "3 of 12", "Harbour Council | 3"])
def test_a_page_number_in_the_margin_is_left_out(printed: str) -> None:
    assert _text([*_column(60, 700, *LEFT), (280, 30, printed)]) == " ".join(LEFT)


def test_entries_that_fill_their_lines_are_kept_apart_where_they_begin_alike() -> None:
    entries = (
        "Norland: Ms Ann Bell, Minister of Harbours and of the Sea, with five of her staff",
        "Soland: Mr Bob Cole, Director of the Office of Ports, for the Minister of Trade and",
        "Industry",
        "Westland: Ms Eve Dean, Ambassador to the three states of the coast of the North",
    )
    assert _text(_column(60, 700, *entries)).split("\n") == [entries[0], f"{entries[1]} {entries[2]}", entries[3]]


BLANK = ("x" * 70, "y" * 69)  # what tells how wide the column is


@pytest.mark.parametrize(
    "entries",
    [
        ("- Norland", "- Soland, with the minister of ports, who led its delegation there", "- Westland"),
        ("09:30 Opening", "11:00 Panel: what harbours can do, and what they have done so far", "12:15 Lunch"),
        ("Ms Bell of Norland;", "Mr Cole of the ministry of ports and of the sea in Soland; and", "Ms Eve Dean."),
        (
            "Eve Dean, Est",
            "Ann Bell, So",
            "Bob Cole, Director of the Office of Ports of the Republic of Est",
            "Jo Poe, We",
        ),
        ("Mr. A. Dean", "Mr. B. Cole, Director of the Office of Ports of the Republic Est", "Mr. C. Bell"),
        ("THE HARBOURS OF THE NORTH AND THE SAFETY OF ALL THAT SAIL TO THEM", "A conference in Norport"),
        ("State | Head of the delegation of that state to the conference", "------+--------------------", "Est | Ann"),
    ],
)
def test_an_entry_that_fills_its_line_ends_there_where_the_next_begins_like_others(entries: tuple[str, ...]) -> None:
    words = tuple(" ".join(entry.split()) for entry in entries)
    found = _text([*_column(60, 700, *words), *_column(60, 400, *BLANK)]).split("\n\n")[0]
    assert found.split("\n") == list(words)


def test_an_entry_that_goes_on_is_joined_though_names_stand_in_it() -> None:
    lines = (
        "Eve Dean, Norland",
        "Ann Bell, the Minister of Ports of Soland, who came with Mr Cole,",
        "Bob Poe, and two",
    )
    found = _text([*_column(60, 700, *lines), *_column(60, 400, *BLANK)]).split("\n\n")[0]
    assert found.split("\n") == [lines[0], f"{lines[1]} {lines[2]}"]


def test_a_paragraph_that_is_set_narrower_than_the_page_is_joined_to_its_own_measure() -> None:
    narrow = (
        "The Harbour Council of Norport",
        "met under Ms Bell. She told the",
        "ministers of the coast to meet",
        "again in May.",
    )
    found = _text([*_column(60, 700, *narrow), *_column(60, 400, *BLANK)]).split("\n\n")[0]
    assert found == " ".join(narrow)


def test_a_line_that_is_drawn_in_pieces_is_put_together_as_it_is_seen() -> None:
    drawn = [(60, "Ms "), (76, "Ann Bell"), (113, ", Under"), (146, "-"), (149, "Secretary of the 3")]
    pieces: list[Piece] = [*((x, 700, words) for x, words in drawn), (228, 704, "rd")]
    assert _text(pieces) == "Ms Ann Bell, Under-Secretary of the 3rd"


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("It was co-", "chaired by Norland."), "It was co-chaired by Norland."),
        (("Ms Bell of the De\u2010", "fence Council."), "Ms Bell of the Defence Council."),
        (("It heard of INTER\u2010", "POL and of others."), "It heard of INTERPOL and of others."),
        (("A high-", "level talk, and a highlevel one."), "A highlevel talk, and a highlevel one."),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_word_has_one(lines: tuple[str, str], read: str) -> None:
    assert continued(*lines, " ".join(lines).lower()) == read


def test_what_is_drawn_last_at_the_head_of_a_page_comes_first() -> None:
    assert _text([*_column(60, 700, *LEFT), (60, 800, "Harbour Council")]).startswith("Harbour Council\n\n")


def test_a_headline_of_two_lines_is_one_though_it_is_wider_than_a_column() -> None:
    head = [
        PrintedLine(60, 0.9 - 0.03 * line, 20, words, 842) for line, words in enumerate(("A wide head of", "Norport"))
    ]
    body = [PrintedLine(60, 0.8 - 0.015 * line, 10, words, 842) for line, words in enumerate(LEFT)]
    assert paragraphs([*head, *body]) == f"A wide head of Norport\n\n{' '.join(LEFT)}"


def test_a_paragraph_runs_over_to_the_next_page_and_its_words_are_on_theirs() -> None:
    found = load(_pdf(_column(60, 100, "The meeting was chaired by"), _column(60, 780, "Ms Ann Bell.")), "note.pdf")
    assert found.text == "The meeting was chaired by Ms Ann Bell."
    assert found.part_at(found.text.index("Ms Ann")) == "page 2"


def test_rows_of_a_table_are_entries_of_cells() -> None:
    rows = (("Ann Bell", "Chair", "Norland"), ("Bob Cole", "Director of Ports", "Soland"))
    drawn = [(60 + 160 * n, 600 - 30 * row, words) for row, cells in enumerate(rows) for n, words in enumerate(cells)]
    text = _text([*_column(60, 780, *LEFT), *drawn, *_column(60, 500, "They met.")])
    table = "| Ann Bell | Chair | Norland |\n| Bob Cole | Director of Ports | Soland |"
    assert text == f"{' '.join(LEFT)}\n\n{table}\n\nThey met."


def test_semicolons_within_a_paragraph_part_no_entries() -> None:
    lines = (
        "Ms Ann Bell of Norland; Mr Cole of Soland;",
        "Bo Poe; and Ms Eve Dean; all of them ports;",
        "Jo Lee; Al Fo.",
    )
    assert _text(_column(60, 700, *lines)) == " ".join(lines)


def _cells(x: float, y: float, *lines: str) -> list[Piece]:
    """A cell as printers draw it: all its lines, then the next cell."""
    return [(x, y - 12 * number, words) for number, words in enumerate(lines)]


def test_cells_of_several_lines_are_whole_and_the_head_over_them_is_a_row() -> None:
    head = [*_cells(105, 640, "State"), *_cells(215, 640, "Head of", "delegation"), *_cells(400, 640, "Function")]
    first = [*_cells(60, 600, "Lake Union Counter-", "Terrorism Centre"), *_cells(200, 600, "Ann Bell")]
    first += _cells(350, 600, "Minister of Ports and of all the", "sea")
    second = [*_cells(60, 540, "Soland"), *_cells(200, 540, "Bob Cole", "Cy Dean"), *_cells(350, 540, "Clerks")]
    assert _text([*_column(60, 780, *LEFT), *head, *first, *second]).split("\n")[2:] == [
        "| State | Head of delegation | Function |",
        "| Lake Union Counter-Terrorism Centre | Ann Bell | Minister of Ports and of all the sea |",
        "| Soland | Bob Cole, Cy Dean | Clerks |",
    ]


def test_a_cell_that_stands_in_the_middle_of_its_row_is_of_that_row() -> None:
    rows = []
    for top, (day, *said) in (
        (600, ("17 May", "Talks with Ms Bell", "on ports")),
        (560, ("18 May", "Talks with", "Mr Cole")),
    ):
        rows += [*_cells(60, top - 6, day), *_cells(200, top, *said), *_cells(400, top - 6, "Norport")]
    assert (
        _text(rows) == "| 17 May | Talks with Ms Bell on ports | Norport |\n| 18 May | Talks with Mr Cole | Norport |"
    )


def test_two_columns_of_paragraphs_are_no_table() -> None:
    pieces = [*_cells(60, 600, *LEFT), *_cells(320, 600, *LEFT)]
    assert "|" not in _text(pieces)


ENTRIES = (("Ms Ann Bell, Minister of Ports of the", "coast and of the islands"), ("Mr Bob Cole, Clerk",))


def test_marks_that_are_drawn_after_all_entries_stand_in_front_of_theirs() -> None:
    marks: list[Piece] = [(48, 600, "-"), (48, 576, "-")]
    drawn = [*_cells(60, 600, *ENTRIES[0]), *_cells(60, 576, *ENTRIES[1]), *marks]
    assert _text(drawn) == f"- {' '.join(ENTRIES[0])}\n- {ENTRIES[1][0]}"


def test_lines_below_a_mark_or_with_a_first_line_set_in_are_of_one_paragraph() -> None:
    hanging = [(60, 600, f"1. {LEFT[0]}"), *_cells(72, 588, *LEFT[1:])]
    following = [(60, 588 - 12 * len(LEFT[1:]), f"2. {LEFT[0]}"), *_cells(72, 576 - 12 * len(LEFT[1:]), *LEFT[1:])]
    assert _text([*hanging, *following]) == f"1. {' '.join(LEFT)}\n2. {' '.join(LEFT)}"
    indented = [(72, 600, LEFT[0]), *_cells(60, 588, *LEFT[1:])]
    again = [(x, y - 12 * len(LEFT), words) for x, y, words in indented]
    assert _text([*indented, *again]) == "\n".join([" ".join(LEFT)] * 2)


def test_what_a_browser_prints_around_a_page_is_none_of_it() -> None:
    around: list[Piece] = [(30, 815, "11/22/26, 3:00 PM Council meets"), (30, 20, "https://example.org/a 1/1")]
    assert _text([around[0], *_column(60, 700, *LEFT), around[1]]) == " ".join(LEFT)


def test_a_row_typed_with_strokes_goes_on_to_its_last_stroke() -> None:
    rows = ("| Norland | Ms Ann Bell, Minister", "of Ports |", "| Soland | Mr Bob Cole |")
    assert _text(_column(60, 700, *rows)) == f"{rows[0]} {rows[1]}\n{rows[2]}"


def test_a_day_alone_on_a_line_is_a_line() -> None:
    lines = ("Hearing of the Council on all the ports", "Tuesday, September 11, 10 a.m.", "311 Port House, Norport")
    assert _text(_column(60, 700, *lines)).split("\n")[0] == lines[0]
