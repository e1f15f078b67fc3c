"""How a document was read, in a terminal and as a page: all of its words, marked, and nothing that runs."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.dates import PartialDate
from kg.model.explanations import Explanation, Mark, ReadBlock, ReadSentence, Unread
from kg.model.text import Document
from kg.rendering.explanation import explanation_as_text
from kg.rendering.explanation_page import explanations_as_page
from kg.rendering.marked import pieces
from kg.rendering.table import Page
from kg.rendering.wording import in_words, issue

TEXT = "Anna Ilvesoo chaired the second Lagoon Dialogue. Ivo <script>alert('x')</script> & Co came too.\nPress office"
DOCUMENT = Document(TEXT, "0" * 64, "note <b>.txt", published=PartialDate(2024, 5, 4), published_from="dateline")
VOID = {"meta", "br"}


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def words(*quotations: str) -> dict[str, object]:
    return {"evidence": tuple(DOCUMENT.evidence(*at(each)) for each in quotations), "rule": "rule.of-test"}


ANNA = NameUse(kind="person", name="Anna Ilvesoo", **words("Anna Ilvesoo"))  # type: ignore[arg-type]
CHAIR = Participation(
    meeting="e1", agent="Anna Ilvesoo", role="chair", tier=Tier.POSSIBLE, **words("Anna Ilvesoo", "Lagoon Dialogue")
)  # type: ignore[arg-type]
DIALOGUE = MeetingReport(
    meeting="e1", name="second Lagoon Dialogue", kind="dialogue", ordinal=2, **words("second Lagoon Dialogue")
)  # type: ignore[arg-type]
FIRST = ReadSentence(
    *at("Anna Ilvesoo chaired the second Lagoon Dialogue."),
    (
        Mark(*at("Anna Ilvesoo"), "person", "Anna Ilvesoo", "person.honorific"),
        Mark(*at("second Lagoon Dialogue"), "meeting", "e1"),
        Mark(*at("second"), "date", None),
    ),
    (ANNA, DIALOGUE, CHAIR),
)
SECOND = ReadSentence(
    *at("Ivo <script>alert('x')</script> & Co came too."),
    (Mark(*at("Ivo <script>"), "person", 'Ivo "<script>"'),),
    unread=Unread(*at("Ivo"), "Ivo", "verb", "came <i>", "no rule took the verb"),
)
READ = Explanation(
    DOCUMENT,
    (ReadBlock("prose", 0, SECOND.end, (FIRST, SECOND)), ReadBlock("boilerplate", *at("Press office"))),
)


class _Page(HTMLParser):
    """A page taken apart: its text, its tags, and what it points to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.said = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open += [tag] * (tag not in VOID)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said += data


def test_a_name_enters_a_graph_with_a_post_or_a_part() -> None:
    assert READ.entering() == {DIALOGUE}  # her part is only possible
    part = replace(CHAIR, tier=Tier.LIKELY)
    sure = replace(FIRST, claims=(ANNA, DIALOGUE, part))
    assert replace(READ, blocks=(ReadBlock("prose", 0, SECOND.end, (sure, SECOND)),)).entering() == {
        ANNA,
        DIALOGUE,
        part,
    }
    assert "  ◦ person  Anna Ilvesoo  rule.of-test, asserted" in explanation_as_text(READ, Page(100))


def test_text_says_every_mark_without_colour() -> None:
    lines = explanation_as_text(READ, Page(100)).splitlines()

    assert "‹P Anna Ilvesoo› chaired the ‹M:e1 ‹D? second› Lagoon Dialogue›." in lines
    meeting = "e1 “second Lagoon Dialogue”: dialogue, 2nd, held without a date"
    assert f"  • meeting  {meeting}  rule.of-test, asserted" in lines
    assert "  ◦ part  Anna Ilvesoo: chair, e1 “second Lagoon Dialogue”  rule.of-test, possible" in lines
    assert "    “Anna Ilvesoo” … “Lagoon Dialogue”" in lines
    assert "  ? unread  no rule took the verb  verb “came <i>”" in lines
    assert lines[1] == "issued 2024-05-04 (dateline); 3 claims; 1 sentence unread"
    assert "Press office" in lines
    assert "\x1b" not in "".join(lines)


def test_colour_adds_nothing_but_colour() -> None:
    plain, coloured = (explanation_as_text(READ, Page(80, colour)) for colour in (False, True))

    assert "\x1b[" in coloured
    assert [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines()] == plain.splitlines()


@pytest.mark.parametrize("width", [20, 33, 60, 200])
def test_text_keeps_to_the_width(width: int) -> None:
    assert all(cell_len(line) <= width for line in explanation_as_text(READ, Page(width)).splitlines())


def test_a_page_needs_no_script_and_fetches_nothing() -> None:
    page = explanations_as_page([READ])
    found = _Page(page)

    assert "script" not in found.tags
    assert not {name for name in found.attributes if name.startswith("on") or name in ("src", "style")}
    assert all(link.startswith("#") and link[1:] in found.ids for link in found.links)
    assert len(set(found.ids)) == len(found.ids)
    assert "url(" not in page
    assert "@import" not in page
    assert "://" not in page


def test_a_page_allows_no_style_but_its_own() -> None:
    page = explanations_as_page([READ])
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}';" in page
    assert page.count("<style") == 1


def test_what_a_document_says_is_escaped() -> None:
    page = explanations_as_page([READ])

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "note &lt;b&gt;.txt" in page
    assert "came &lt;i&gt;" in page
    assert "&quot;&lt;script&gt;&quot;" in page
    said = "".join(_Page(page).said.split())
    assert "".join("alert('x')</script> & Co came too.".split()) in said


def test_a_claim_is_reached_by_keyboard_and_leads_to_its_words() -> None:
    page = explanations_as_page([READ])

    assert '<li id="c2" class="outside"><b><a href="#c2">part</a></b>' in page
    assert '<a href="#t0-0">“Anna Ilvesoo”</a>' in page
    assert '<span id="t0-0" class="w0 w2">Anna Ilvesoo</span>' in page
    assert "main:has(#c2:is(:hover,:focus-within,:target)) .w2{" in page


def test_documents_share_a_page_without_sharing_names() -> None:
    found = _Page(explanations_as_page([READ, READ]))

    assert len(set(found.ids)) == len(found.ids)
    assert all(link[1:] in found.ids for link in found.links)
    assert "How 2 documents were read" in found.said


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8))
def test_any_marks_on_any_text_keep_the_text_and_close_what_they_open(text: str, spans: list[tuple[int, int]]) -> None:
    document = Document(f"a{text}b", "0" * 64, "note")
    size = len(document.text)
    marks = tuple(Mark(start, start + length, "title") for start, length in spans if start < size)
    explanation = Explanation(document, (ReadBlock("prose", 0, size, (ReadSentence(0, size, marks),)),))

    assert "".join(document.text[piece.start : piece.end] for piece in pieces(explanation.blocks[0].sentences[0])) == (
        document.text
    )
    _Page(explanations_as_page([explanation]))
    assert "\x1b" not in explanation_as_text(explanation, Page(80))


def test_a_mark_across_the_end_of_another_is_taken_up_again() -> None:
    text = "the chair of the board"
    marks = (Mark(0, 12, "title", "A"), Mark(4, 22, "organisation", "B"))
    found = list(pieces(ReadSentence(0, 22, marks)))

    assert [text[piece.start : piece.end] for piece in found] == ["the ", "chair of", " the board", ""]
    assert [(piece.closing, piece.opening) for piece in found] == [(0, 1), (0, 1), (2, 1), (1, 0)]


GIVEN = words("Anna Ilvesoo")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (
            NameUse(kind="organisation", name="Glacier Agency", acronym="GLA", also=("Agency",), **GIVEN),  # type: ignore[arg-type]
            ("body", "Glacier Agency (GLA); also Agency"),
        ),
        (
            MeetingReport(
                meeting="e1", name="Dialogue", kind="dialogue", ordinal=13, start=PartialDate(2024, 5),
                end=PartialDate(2024, 6), place="Oslo", state="planned", **GIVEN,  # type: ignore[arg-type]
            ),
            ("meeting", "e1 “Dialogue”: dialogue, 13th, planned 2024-05–2024-06, in Oslo"),
        ),
        (
            Attestation(
                person="Anna", role="Head", organisation=None, title="Head", status="acting",
                start=PartialDate(2024), **GIVEN,  # type: ignore[arg-type]
            ),
            ("post", "Anna: Head, no body (acting) from 2024"),
        ),
        (
            Participation(meeting="e1", agent="UN", role="head-of-delegation", presence="absent", count=16, **GIVEN),  # type: ignore[arg-type]
            ("part", "16 of UN: head of delegation (absent), e1"),
        ),
        (
            BodyRelation(subject="A", predicate="part-of", object="B", **GIVEN),  # type: ignore[arg-type]
            ("relation", "A part of B"),
        ),
    ],
)  # fmt: skip
def test_a_claim_in_words(claim: Claim, said: tuple[str, str]) -> None:
    assert in_words(claim, {}) == said


def test_a_document_without_a_date() -> None:
    assert issue(Document("a", "0" * 64, "note")) == "no date of issue"
