"""Layout: what each part of a page is. Examples are invented; the page of a real release is only tested beside it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.text.layout import Block, blocks
from kg.extraction.text.masking import mask

PROSE = "The two sides met for a whole day and spoke about many things that matter to both of them."


def parts(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block, white space made one."""
    return [(block.kind, " ".join(text[block.start : block.end].split())) for block in blocks(text)]


def only_list(text: str) -> tuple[str | None, list[str]]:
    """The introduction and the entries of the one list of a text."""
    (block,) = [block for block in blocks(text) if block.items]
    intro = text[block.intro.start : block.intro.end] if block.intro else None
    return intro, [" ".join(text[start:end].split()) for start, end in block.items]


LINES = st.lists(
    st.sampled_from(
        [
            *(
                "",
                "",
                "A short title",
                "PRESS RELEASE",
                PROSE,
                PROSE[:-1] + ",",
                "including two more of them; and others.",
                "* entry one",
            ),
            *(
                "1. entry",
                "1. " + PROSE,
                "Participants:",
                "Ms Ada Lind, Director, Office",
                "| a | b |",
                "Brussels, 3 May 2018",
                "a",
                "###",
            ),
            *(
                "    * deep",
                "Photo: two men",
                "For more information: x",
                "10:00 Opening",
                "## Mark",
                "-",
                ">",
                "1.",
                "over a hyphen-",
                "ated word",
            ),
        ]
    ),
    max_size=14,
).map("\n".join)


@given(st.text(max_size=150) | LINES)
def test_blocks_hold_every_word_once_in_order(text: str) -> None:
    masked = mask(text)
    found = blocks(masked)
    held = [at for block in found for at in range(block.start, block.end)]
    assert held == sorted(set(held))
    assert {at for at, char in enumerate(masked) if char.isalpha()} - {0} <= set(held) | _markers(masked)
    assert all(0 <= block.start < block.end <= len(masked) for block in found)


def _markers(masked: str) -> set[int]:
    """Where the letters of list markers (a) iv. o) stand: they belong to no entry."""
    found: set[int] = set()
    at = 0
    for line in masked.split("\n"):
        word = line.split(None, 1)[0] if line.strip() else ""
        if len(word) <= 6:
            begin = at + line.index(word) if word else at
            found |= set(range(begin, begin + len(word)))
        at += len(line) + 1
    return found


@given(LINES)
def test_entries_stand_inside_their_list_and_apart(text: str) -> None:
    for block in blocks(text):
        assert all(block.start <= s < e <= block.end for s, e in block.items)
        assert all(one.end <= other.start for one, other in zip(block.items, block.items[1:], strict=False))
        if block.intro:
            assert block.intro.end <= block.start


@given(st.text(max_size=80), st.integers(0, 6))
def test_leading_blank_lines_only_move_the_blocks(text: str, blank: int) -> None:
    moved = [
        Block(b.kind, b.start - blank, b.end - blank, tuple(type(i)(i.start - blank, i.end - blank) for i in b.items),
              b.intro and type(b.intro)(b.intro.start - blank, b.intro.end - blank))
        for b in blocks("\n" * blank + mask(text))
    ]  # fmt: skip
    assert moved == list(blocks(mask(text)))


def test_a_release_from_top_to_bottom() -> None:
    text = f"""

Ministry of Examples
NEW OFFICE OPENED IN EXAMPLETOWN

Joint press release
Exampletown, Friday 25 May 2018

{PROSE}

Background

{PROSE}

For more information: press@ministry.example
###
"""
    assert parts(text) == [
        ("heading", "Ministry of Examples"),
        ("headline", "NEW OFFICE OPENED IN EXAMPLETOWN"),
        ("heading", "Joint press release"),
        ("dateline", "Exampletown, Friday 25 May 2018"),
        ("prose", PROSE),
        ("heading", "Background"),
        ("prose", PROSE),
        ("boilerplate", "For more information: press@ministry.example"),
        ("boilerplate", "###"),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "Baghdad - TNA",
        "Riyadh/ TNA",
        "New York, 24 April 2019 - 20:25",
        "26.7.2021 13.01",
        "The Hague | 10 July 2018 | NEWS",
        "Tuesday, 14 December 2021",
        "Tuesday",
        "Published 29th June 2017, 2:36pm",
        "July, 2005",
        "NEW YORK, THURSDAY 8 SEPTEMBER 2022",
        "Note to editors - 18 February 2014",
        "Washington, DC\nNovember 29, 2007",
        "Posted on January 12, 2020 by admin",
        "Press Release No. 12/2020 dated 12 January 2020",
    ],
)
def test_a_line_that_is_a_dateline(dateline: str) -> None:
    assert parts(f"A title of some words\n\n{dateline}\n\n{PROSE}")[1] == ("dateline", " ".join(dateline.split()))


@pytest.mark.parametrize(
    ("dateline", "mark"),
    [
        ("3 December, 2020", " \u2013 "),
        ("NEW YORK, 21 June 2017", " \u2014 "),
        ("NASSAU, The Bahamas, July 22nd, 2019", " -- "),
        ("TASHKENT, March 4, 2022", ". "),
        ("Nairobi, Kenya, 21st August 2015", ": "),
        ("Brussels, early 2017", " \u2013 "),
        ("UNITED NATIONS, New York, 04 June 2021", " \u2013 "),
        ("CHATTOGRAM, 1 March 2021", " | "),
        ("Cartagena de Indias, 29/09/2017", ".- "),
        ("Port-of-Spain, February 2005", ". "),
        ("RIYADH", ": "),
        ("JAKARTA", ". "),
        ("Washington, D.C., July 28, 2016", " : "),
        ("KUALA LUMPUR, Sept 5 (Tide News)", " -- "),
        ("Nairobi, KENYA; 12 January 2020", ": "),
        ("20 SEPTEMBER 2023, NEW YORK", "| "),
        ("12 January 2020 (OSLO)", ": "),
        ("(Djibouti, 12 January 2020)", " "),
        ("ABU DHABI, (Tide News / WAM - 07th Oct, 2019)", " "),
        ("ABU DHABI", " - "),
        ("Amman", " \u2013 "),
        ("Amman, Jordan", ": "),
        ("NAIROBI (SD)", " -"),
        ("Amman", " -"),
        ("Lindholm, Norway, TNA", "\u2014"),
        ("Oslo, 3 May 2018", ", "),
        ("3 May 2018 (LINDHOLM, NORWAY)", ": "),
        ("3-5-2018, Lindholm (Norway)", ": "),
        ("03.05.2018", " "),
        ("Oslo (TideNews / The Tide - 3rd May, 2018)", " "),
        ("Oslo, Shawwal 24, 1439, July 8, 2018, TNA", " -- "),
    ],
)
def test_a_dateline_at_the_head_of_the_first_paragraph(dateline: str, mark: str) -> None:
    assert parts(f"A title of some words\n\n{dateline}{mark}{PROSE}")[1:] == [("dateline", dateline), ("prose", PROSE)]


@pytest.mark.parametrize(
    "words",
    ["The following is attributable to Spokesperson Per Lind:", "Readout by Minister Per Lind of the Tide Council:"],
)
def test_a_dateline_before_words_that_only_introduce_what_follows(words: str) -> None:
    text = f"A title of some words\n\nOSLO, 3 May 2018 – {words}\n\n{PROSE}"

    assert parts(text)[1:] == [("dateline", "OSLO, 3 May 2018"), ("heading", words), ("prose", PROSE)]


@pytest.mark.parametrize(
    "opening",
    [
        "U.S. Ambassador Ada Lind",
        "NATO. The Alliance",
        "On 3 May 2018: The Council",
        "UNODC: a body that",
        "Tides (Oslo, 3 May 2018) Began",
    ],
)
def test_an_opening_that_is_no_dateline(opening: str) -> None:
    text = f"{opening} {PROSE[0].lower()}{PROSE[1:]}"
    assert parts(text) == [("prose", text)]


def test_the_dateline_of_the_page_may_stand_before_that_of_the_agency() -> None:
    text = f"date 2018-05-04 OSLO: {PROSE}"

    assert parts(text) == [("dateline", "date 2018-05-04"), ("dateline", "OSLO"), ("prose", PROSE)]


def test_a_dateline_may_open_the_second_paragraph() -> None:
    assert parts(f"{PROSE}\n\nLindholm, Norway - {PROSE}")[1:] == [("dateline", "Lindholm, Norway"), ("prose", PROSE)]


def test_a_page_without_dateline_may_be_dated_at_its_end() -> None:
    assert parts(f"{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nOslo, 3 May 2018")[-1] == ("dateline", "Oslo, 3 May 2018")
    assert parts(f"{PROSE}\n\n{PROSE}\n\nOslo, 3 May 2018\n\n" + f"{PROSE}\n\n" * 5)[2][0] != "dateline"


def test_a_date_alone_may_be_marked() -> None:
    assert parts(f"A title of some words\n\n  \u2022 3 May 2018 -\n\n{PROSE}")[1] == ("dateline", "3 May 2018 -")


def test_a_sentence_that_ends_with_a_date_is_no_dateline() -> None:
    text = f"That Office was opened, likewise in Oslo, on May 3, 2018. {PROSE}"

    assert parts(text) == [("prose", text)]


def test_a_paragraph_without_headline_or_dateline_is_prose() -> None:
    assert parts(f"\n\n{PROSE}\n\n{PROSE}") == [("prose", PROSE)] * 2


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (
            "with principals of 16 entities,",
            "including Ms Ada Lind, Director; and Mr Bo Ek, Coordinator, among others.",
        ),
        ("with principals of 16 entities", "among them Ms Ada Lind, Director, and Mr Bo Ek, Coordinator."),
        ("with principals of 16 entities;", "Ms Ada Lind, Director, and Mr Bo Ek, Coordinator, came as well."),
    ],
)
def test_a_paragraph_without_stop_goes_on_after_a_blank_line(head: str, tail: str) -> None:
    assert parts(f"{PROSE} They met {head}\n\n{tail}") == [("prose", f"{PROSE} They met {head} {tail}")]


def test_a_list_in_mid_sentence_may_have_a_line_for_each_name() -> None:
    for gap in ("\n", "\n\n"):
        text = f"{PROSE} It was led by Ms Ada Lind, Director;{gap}Mr Bo Ek;{gap}and Mr Cy Mo."
        assert [kind for kind, _ in parts(text)] == ["prose"]


def test_hard_wraps_are_undone_and_new_paragraphs_kept() -> None:
    wrapped = (
        "The delegations of both sides met in the\nmorning and went on until late, when a\n"
        "statement was adopted by the parti-\ncipants. The Chair thanked them for the\n"
        "work of the last year and for the good\nspirit in which it had been done.\n"
    )
    assert [kind for kind, _ in parts(f"{wrapped}\n{wrapped}")] == ["prose", "prose"]


@pytest.mark.parametrize("mark", ["* ", "- ", "\u2022 ", "(1) ", "1. ", "a) ", "  * ", "> "])
def test_marked_lines_after_an_introduction_are_a_list(mark: str) -> None:
    text = (
        f"{PROSE} The following spoke:\n\n{mark}Ms Ada Lind, Director;\n"
        f"{mark}Mr Bo Ek, Envoy; and\n{mark}others.\n\n{PROSE}"
    )
    assert only_list(text) == ("The following spoke:", ["Ms Ada Lind, Director", "Mr Bo Ek, Envoy", "others."])


def test_short_lines_after_a_colon_are_a_list() -> None:
    text = f"{PROSE} Present were:\n\nMs Ada Lind, Director\nMr Bo Ek\nthe heads of two offices\n\n{PROSE}"
    assert only_list(text)[1] == ["Ms Ada Lind, Director", "Mr Bo Ek", "the heads of two offices"]
    text = f"{PROSE} Three came:\n\nAda Lind, Director\n\nBo Ek, head of office\n\nCy Mo, Envoy\n\n{PROSE}"
    assert only_list(text) == ("Three came:", ["Ada Lind, Director", "Bo Ek, head of office", "Cy Mo, Envoy"])


def test_a_clause_without_colon_introduces_a_list_too() -> None:
    text = (
        f"{PROSE}\n\nThe delegations were led\n\n- on one side: by Ms Ada Lind;\n"
        f"- on the other: by Mr Bo Ek.\n\n{PROSE}"
    )
    assert only_list(text) == (
        "The delegations were led",
        ["on one side: by Ms Ada Lind", "on the other: by Mr Bo Ek."],
    )


def test_entries_of_several_lines_are_one_entry_each() -> None:
    text = (
        f"{PROSE}\n\nWitnesses:\n\nMs. Ada Lind\nDirector\nOffice of Tests\n\nMr. Bo Ek\n"
        f"Envoy\n\nMr. Cy Mo\nHead\n\n{PROSE}"
    )
    assert only_list(text)[1] == ["Ms. Ada Lind Director Office of Tests", "Mr. Bo Ek Envoy", "Mr. Cy Mo Head"]


def test_a_semicolon_paragraph_after_a_colon_is_a_list() -> None:
    names = [f"Ms Ada Lind{k * 'a'}, Director of the Office of Tests (a body; of many) in a town" for k in range(4)]
    text = f"{PROSE} They were:\n\n{'; '.join(names[:-1])}; and {names[-1]}\n\n{PROSE}"
    assert only_list(text) == ("They were:", names)


def test_a_sentence_behind_a_semicolon_list_is_none_of_it() -> None:
    names = [f"Ms Ada Lind{k * 'a'}, Director of the Office of Tests in a town by the sea" for k in range(4)]
    text = f"{PROSE} They were:\n\n{'; '.join(names)}. Norway was represented by its envoy.\n\n{PROSE}"
    assert only_list(text)[1] == [*names[:-1], f"{names[-1]}."]
    assert ("prose", "Norway was represented by its envoy.") in parts(text)


def test_names_under_a_heading_are_its_list() -> None:
    text = f"{PROSE}\n\nAUSTRALIA\nAda Lind, Minister for Tests (leader)\nBo Ek, High Commissioner\n\n{PROSE}"
    assert only_list(text) == ("AUSTRALIA", ["Ada Lind, Minister for Tests (leader)", "Bo Ek, High Commissioner"])


def test_columns_of_names_are_one_entry_a_cell() -> None:
    text = f"{PROSE}\n\nMembers (6)\n  Algeria      Bahrain      Chad\n  Iraq         Jordan       Kuwait\n\n{PROSE}"
    assert only_list(text)[1] == ["Algeria", "Bahrain", "Chad", "Iraq", "Jordan", "Kuwait"]


def test_a_table_keeps_its_rows() -> None:
    text = f"{PROSE}\n\nMembers of the delegation\n| Name | Post |\n| Ada Lind | Director |\n\n{PROSE}"
    assert only_list(text) == ("Members of the delegation", ["| Name | Post |", "| Ada Lind | Director |"])


def test_numbered_paragraphs_are_prose_without_their_number() -> None:
    text = f"A title of some words\n\n1. {PROSE}\n\n2. {PROSE}"
    assert parts(text)[1:] == [("prose", PROSE)] * 2


def test_a_numbered_title_is_a_heading() -> None:
    assert parts(f"{PROSE}\n\n1. What it does\n{PROSE}")[1] == ("heading", "What it does")


def test_captions_labels_and_furniture() -> None:
    text = (
        f"Home > News > Releases\n\n{PROSE}\n\n[Photo 1] Ada Lind (r) with Bo Ek.\n\n"
        f"Moderator: Ms Cy Mo, Head\n\n- 2 -\n\nEND"
    )
    assert [kind for kind, _ in parts(text)] == [
        "boilerplate",
        "prose",
        "caption",
        "item",
        "boilerplate",
        "boilerplate",
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: From left, Minister Ada Lind and Director Bo Ek during the handover in Oslo.", "caption"),
        ("PHOTO: Director Ada Lind (left) with Minister Bo Ek in Oslo.", "caption"),
        ("Photo: Ada Lind/TIDE", "boilerplate"),
        ("Photo: Ministry of Tides of Norway / Ada Lind", "boilerplate"),
        ("Photo credit: Ada Lind at the Ministry of Tides with Bo Ek", "boilerplate"),
    ],
)
def test_a_caption_tells_who_is_on_a_picture_and_a_credit_whose_it_is(line: str, kind: str) -> None:
    assert parts(f"{PROSE}\n\n{line}")[-1][0] == kind


def test_marks_of_a_title_are_left_out() -> None:
    assert parts(f"## A title of some words\n\n{PROSE}")[0] == ("headline", "A title of some words")


def test_the_attendee_list_of_the_dialogue_release_is_one_block(shared: Path) -> None:
    masked = mask((shared / "seeds" / "eu-un-dialogue-2020.txt").read_text(encoding="utf-8"))
    found = blocks(masked)
    assert [block.kind for block in found] == ["headline", "heading", "dateline", *["prose"] * 5]
    assert masked[found[2].start : found[2].end] == "3 December, 2020"
    assert "\n\n" in masked[found[-1].start : found[-1].end]


def test_the_visit_release_has_neither_headline_nor_dateline(shared: Path) -> None:
    masked = mask((shared / "seeds" / "khan-brussels-visit.txt").read_text(encoding="utf-8"))
    assert {block.kind for block in blocks(masked)} == {"prose"}


@pytest.mark.parametrize(
    "piece",
    [
        f"{PROSE[:-1]},\n\n",
        f"{PROSE[:-1]}\n",
        "a\n",
        "* a\n",
        "A, b\n",
        "- ",
        "1. a\n\n",
        "A:\n\n",
        "a b ",
        "A, ",
        "X - ",
    ],
)
def test_hostile_repetition_is_laid_out_like_any_text(piece: str) -> None:
    text = piece * 2_000
    assert blocks(text)[-1].end <= len(text)


def test_the_lines_below_a_press_contact_are_furniture_too() -> None:
    text = f"A title\n\n{PROSE}\n\nMedia contact:\nMs Ada Lind\nOffice of the Tides, Oslo\n\nNote\n\n{PROSE}\n"

    kinds = [kind for kind, _ in parts(text)]
    assert kinds == ["headline", "prose", "boilerplate", "boilerplate", "boilerplate", "heading", "prose"]


def test_what_a_house_says_about_itself_stands_apart() -> None:
    text = f"A title\n\n{PROSE}\n\nAbout the Office\n\nThe Office, {PROSE}\n"
    kinds = {words: kind for kind, words in parts(text)}

    assert kinds[f"The Office, {PROSE}"] == "about"
    assert kinds[PROSE] == "prose"


def test_cells_parted_by_strokes_are_a_table() -> None:
    text = f"A title\n\n{PROSE}\n\nAda Lind | Director | Office of Tides\nBo Ek | Chair | Office of Ice\n\n{PROSE}\n"

    assert only_list(text)[1] == ["Ada Lind | Director | Office of Tides", "Bo Ek | Chair | Office of Ice"]
    assert [kind for kind, _ in parts(text)] == ["headline", "prose", "table", "prose"]


def test_a_title_printed_again_and_cut_is_furniture() -> None:
    title = "Coordinator of the Tide Council calls on Minister Ahmar Brandvik"
    cut = "Coordinator of the Tide Council calls on Minister Ahm ... Image 1"

    assert parts(f"{title}\n\n{cut}\n\n{PROSE}\n")[:2] == [("headline", title), ("boilerplate", cut)]


def test_the_banner_of_a_site_heads_no_page() -> None:
    banner = "An official website of the United States government\nHere's how you know\n"
    title = "In Norway, Brandvik Meets With President Ilvesoo"
    kinds = [kind for kind, _ in parts(f"{banner}\n{title}\n\n{PROSE}\n")]
    assert kinds == ["boilerplate", "boilerplate", "headline", "prose"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("العربية Español Français 中文", "boilerplate"),
        ("English | Français", "boilerplate"),
        ("English teachers meet in Oslo", "headline"),
    ],
)
def test_a_line_of_languages_heads_no_page(line: str, kind: str) -> None:
    assert parts(f"{line}\n\n{PROSE}\n")[0] == (kind, line)


def test_a_long_line_whose_words_have_capitals_is_a_headline() -> None:
    title = (
        "Director-General of the Department of External Lagoon Affairs of the Tide Ministry Peter Brandvik Hosts a "
        "Director-General-Level Consultation on Lagoons and Harbours between Norway and Kenya via Video Link"
    )

    assert parts(f"{title}\n\n{PROSE}\n")[0] == ("headline", title)
    assert parts(f"{title.replace('Lagoons', 'lagoons')}\n\n{PROSE}\n")[0][0] == "prose"


@pytest.mark.parametrize("style", ["Ms.", "Mr.", "Dr.", "H.E. Mr.", "Lt. Gen."])
def test_a_headline_with_a_style_is_no_prose(style: str) -> None:
    title = f"Opening statement by {style} Ilva Brandvik at the Ministerial Conference on the Tidal Region"

    assert parts(f"{title}\n\nOslo, 4 November 2022\n\nDear colleagues,\n\n{PROSE}\n")[:2] == [
        ("headline", title),
        ("dateline", "Oslo, 4 November 2022"),
    ]
