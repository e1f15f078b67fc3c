"""DOCX: paragraphs, lists and tables in order; nothing unpacked that is not read."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Unreadable
from kg.loaders import load, word

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _docx(body: str, before: str = "", **parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        text = f'{before}<w:document xmlns:w="{SPACE}" xmlns:mc="{COMPATIBLE}"><w:body>{body}</w:body></w:document>'
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", text)
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def _p(*runs: str, style: str = "") -> str:
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def _table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{_p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _text(body: str) -> str:
    return load(_docx(body), "note.txt").text


def test_paragraphs_lists_and_tables_are_lines_apart() -> None:
    body = (
        _p("Council ", "meets", style="Heading1")
        + _p("Ms Bell &amp; Mr Cole met.")
        + _p("first", style="ListBullet")
        + _p("second", style="ListBullet")
        + _table(["Name", "Post"], ["Ann Bell", "Chair"])
        + _p("One", style="ListNumber")
        + _p("Two", style="ListNumber")
        + _p("End.")
    )
    assert _text(body).split("\n") == [
        "Council meets",
        "",
        "Ms Bell & Mr Cole met.",
        "",
        "- first",
        "- second",
        "",
        "| Name | Post |",
        "| Ann Bell | Chair |",
        "",
        "1. One",
        "2. Two",
        "",
        "End.",
    ]


def test_breaks_tabs_and_numbered_paragraphs() -> None:
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Ms Bell</w:t></w:r></w:p>'
    broken = "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"
    assert _text(numbered + broken) == "- Ms Bell\n\none\ntwo three"


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    body = (
        f"<w:del>{_p('Mr Dean chaired.')}</w:del><w:ins>{_p('Ms Bell chaired.')}</w:ins>"
        f"<w:p><w:r><w:delText>Mr Dean</w:delText><w:t>Ms Eden</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert _text(body) == "Ms Bell chaired.\n\nMs Eden"


def test_hidden_words_are_not_read() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Mr Dean</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>Ms Eden</w:t></w:r>'
    assert _text(f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{hidden}{shown}</w:p>") == "Ms Eden"


def test_merged_cells_say_their_words_in_each_row_and_lines_of_a_cell_are_apart() -> None:
    def cell(said: str, of_it: str = "") -> str:
        return f"<w:tc><w:tcPr>{of_it}</w:tcPr>{said}</w:tc>"

    rows = (
        cell(_p("Norland"), '<w:vMerge w:val="restart"/>') + cell(_p("Ms Ann Bell") + _p("Head of Unit")),
        cell("", "<w:vMerge/>") + cell(_p("Bob Cole")),
        cell(_p("Observers"), '<w:gridSpan w:val="2"/>'),
    )
    assert _text(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>").split("\n") == [
        "| Norland | Ms Ann Bell, Head of Unit |",
        "| Norland | Bob Cole |",
        "Observers",
    ]


def test_the_head_of_the_pages_comes_first_notes_last_and_a_foot_not_at_all() -> None:
    def part(said: str) -> bytes:
        return f'<w:x xmlns:w="{SPACE}">{said}</w:x>'.encode()

    document = _docx(
        _p("PRESS RELEASE") + _p("Council meets", style="Title") + _p("Ms Bell chaired."),
        **{
            "word/header1.xml": part(_p("Harbour Office")),
            "word/header2.xml": part(_p("Harbour Office") + _p("Page 2 of 3")),
            "word/footer1.xml": part(_p("Mr Noel Nobody")),
            "word/footnotes.xml": part(_p("For whom Mr Cole spoke.")),
        },
    )
    found = load(document, "note")
    assert (
        found.text == "Harbour Office\n\nPRESS RELEASE\n\nCouncil meets\n\nMs Bell chaired.\n\nFor whom Mr Cole spoke."
    )
    assert found.title == "Council meets"


def test_a_text_box_is_read_once_and_keeps_its_paragraph() -> None:
    boxed = _p("Boxed.")
    box = f"<mc:AlternateContent><mc:Choice>{boxed}</mc:Choice><mc:Fallback>{boxed}</mc:Fallback></mc:AlternateContent>"
    assert _text(f"<w:p><w:r><w:t>Before </w:t>{box}<w:t>and after.</w:t></w:r></w:p>") == "Boxed.\n\nBefore and after."


def test_a_table_in_a_cell_is_a_part_of_it_and_one_column_is_no_table() -> None:
    nested = f"<w:tbl><w:tr><w:tc>{_table(['a', 'b'])}{_p('c')}</w:tc><w:tc>{_p('d')}{_p('e')}</w:tc></w:tr></w:tbl>"
    assert _text(nested) == "| a b c | d e |"
    assert _text(_table(["Note."], ["More."])) == "Note.\n\nMore."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_docx("<w:p>" * 10), "found damaged XML in it (mismatched tag"),
        (_docx("", before="<!DOCTYPE x [<!ENTITY a 'b'>]>"), "found a document type (DTD) declared in it"),
        (_docx(_p("The Council met."))[:200], "found a damaged archive"),
        (_docx(_p("The Council met.")).replace(b"word/document", b"word/DOCUMENT", 1), "found a damaged archive"),
        (_docx(""), "found nothing but space"),
    ],
    ids=["xml", "entities", "cut", "flipped", "empty"],
)
def test_a_damaged_document_is_refused_with_one_reason(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        load(data, "note.docx")
    assert said in str(caught.value)


def test_a_bomb_is_refused_by_what_comes_out_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MOST_UNPACKED", 1_000_000)
    bomb = _docx(_p("x" * 2_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(Unreadable, match="at most 1000000 bytes unpacked, found more"):
        load(bomb, "note.docx")


def test_parts_that_are_not_read_cost_nothing_and_deep_xml_is_no_matter() -> None:
    deep = "<w:x>" * 50_000 + _p("The Council met.") + "</w:x>" * 50_000
    assert load(_docx(deep, **{"word/media/image1.png": bytes(30_000_000)}), "note.docx").text == "The Council met."


@given(st.binary(max_size=40), st.integers(0, 400))
def test_any_damage_is_a_text_or_a_reason(damage: bytes, at: int) -> None:
    whole = _docx(_p("The Council met."))
    try:
        said = load(whole[:at] + damage + whole[at + len(damage) :], "note.docx").text
    except Unreadable as error:
        said = str(error)
    assert said.strip()
