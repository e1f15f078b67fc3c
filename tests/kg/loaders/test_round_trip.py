"""One release in every format: the same claims, whatever it came in; and hostile files among good ones."""

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest

from kg.export import gold
from kg.extraction import dated, read
from kg.loaders import load
from kg.model.text import Document
from kg.pipeline import build

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELEASE = (
    "Harbour Council and Port Office hold third dialogue in Lisbon",
    "Lisbon, 4 May 2021",
    "The third dialogue of the European Union and the United Nations on harbour security was held in Lisbon today.",
    "It was co-chaired by Ms. Ada Nkemelu, Director of the Office of Counter-Terrorism, and Mr. Bob Cole, Minister.",
    "“Nobody is safe alone”, said Ms. Nkemelu at the opening. Interpol, Europol and the African Union attended.",
    "Participants:",
    "- Ms. Eve Dean, Ambassador of Norway to Portugal",
    "- Mr. Zoé Álvarez, Head of Unit, European Commission",
    "The fourth dialogue is to take place in Oslo in 2022.",
)


def _html() -> bytes:
    first, date, *rest = RELEASE
    body = "".join(
        f"<ul><li>{escape(each[2:])}</li></ul>" if each.startswith("- ") else f"<p>{escape(each)}</p>"
        for each in (date, *rest)
    ).replace("</ul><ul>", "")
    menu = "<nav><ul><li><a href='/'>Mr Noel Nobody, Chair of the Menu</a></li></ul></nav>"
    page = f"<html lang=en><body>{menu}<main><h1>{first}</h1>{body}</main><footer>Share</footer></body></html>"
    return page.encode()


def _docx(body: str | None = None) -> bytes:
    def paragraph(text: str) -> str:
        style = '<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>' if text.startswith("- ") else ""
        return f"<w:p>{style}<w:r><w:t>{escape(text.removeprefix('- '))}</w:t></w:r></w:p>"

    said = "".join(map(paragraph, RELEASE)) if body is None else body
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{SPACE}"><w:body>{said}</w:body></w:document>')
    return file.getvalue()


def _text() -> str:
    return "\n\n".join(RELEASE).replace("\n\n- ", "\n- ").replace(":\n- ", ":\n\n- ")


def _eml() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "press@example.org", "all@example.org", RELEASE[0]
    message["Date"] = "Tue, 4 May 2021 18:00:00 +0100"
    message.set_content(_text())
    return bytes(message)


def _pdf() -> bytes:
    """The release set in lines of 80 characters, with more space between paragraphs than within them."""
    height, drawn = 800, ""
    for paragraph in RELEASE:
        for line in wrap(paragraph, 80, break_on_hyphens=False):
            words = line.encode("cp1252").decode("latin-1").replace("(", r"\(").replace(")", r"\)")
            drawn += f"BT /F1 10 Tf 1 0 0 1 60 {height} Tm ({words}) Tj ET\n"
            height -= 12
        height -= 12
    fonts = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {fonts} >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


MAKERS: dict[str, Callable[[], bytes]] = {
    "utf-16": lambda: _text().encode("utf-16"),
    "cp1252": lambda: _text().encode("cp1252"),
    "html": _html,
    "docx": _docx,
    "eml": _eml,
    "pdf": _pdf,
}


def _claims(document: Document) -> dict[str, Any]:
    """What is said, and by which words; where they stand differs with the blank lines between them."""
    annotated = gold(document, read(document))
    layers = ("people", "organisations", "posts", "events", "participations")
    return {layer: [_without_offsets(row) for row in annotated[layer]] for layer in layers}


def _without_offsets(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"evidence": [each["quote"] for each in row["evidence"]]}


@pytest.mark.parametrize("made", MAKERS)
def test_a_release_says_the_same_in_every_format(made: str) -> None:
    wanted = _claims(dated(load(_text().encode(), "release.txt")))
    assert len(wanted["people"]) == 4
    assert len(wanted["participations"]) > 2
    assert _claims(dated(load(MAKERS[made](), "release"))) == wanted


@pytest.mark.parametrize("made", MAKERS)
def test_every_quotation_is_cut_from_the_text_of_its_document(made: str) -> None:
    document = dated(load(MAKERS[made](), "release"))
    for claim in read(document):
        for evidence in claim.evidence:
            assert document.text[evidence.span.start : evidence.span.end] == evidence.quotation
            assert document.page_at(evidence.span.start) == (1 if made == "pdf" else None)
            assert bool(document.element_at(evidence.span.start)) == (made == "html")


def test_hostile_files_are_set_aside_with_their_limit_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    bomb = _docx(f"<w:p><w:r><w:t>{'x' * 1_000_000}</w:t></w:r></w:p>" * 60)
    hostile = {
        "bomb.docx": (bomb, "at most 50000000 bytes unpacked"),
        "cut.pdf": (_pdf()[:400], "found a damaged one"),
        "endless.html": (b"<html><body>" + b"<!--" * 400_000, "KG_DOCUMENT_TIMEOUT"),
        "large.txt": (b"x" * 2_000_001, "KG_DOCUMENT_BYTES"),
        "parts.eml": (b"From: a\nTo: b\nMIME-Version: 1.0\n\n" + b"--b\n" * 9999, "at most 100 parts"),
        "zeros.txt": (b"The EU\x00 met.", "a zero byte at offset 6"),
    }
    for name, (data, _) in hostile.items():
        (docs / name).write_bytes(data)
    (docs / "deep.html").write_bytes(b"<html>" + b"<div>" * 100_000 + _text().encode())
    for made, maker in MAKERS.items():
        (docs / f"{made}.txt").write_bytes(maker())  # none of them is what its name says
    monkeypatch.setenv("KG_DOCUMENT_BYTES", "2000000")
    monkeypatch.setenv("KG_DOCUMENT_TIMEOUT", "8")

    summary = build([docs], tmp_path / "graph", workers=2)

    assert summary.exit_code == 3
    assert [each.document for each in summary.set_aside] == sorted(hostile)
    for each in summary.set_aside:
        assert hostile[each.document][1] in each.reason
    assert summary.admitted == len(MAKERS) + 1
