"""What strangers may hand in: each is read in a process that can be killed, and ends as a text or as one reason."""

import base64
import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter

from kg.errors import KgError, LimitReached, Unreadable
from kg.loaders import load
from kg.model.text import Document
from kg.model.wire import document_from_plain
from kg.pipeline import build
from kg.workers import Limits, Worker

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SAID = "The EU met the UN in Vienna."
LIMITS = Limits(20, 2**30, "document")
SHORT = Limits(2, 2**30, "document")


def _docx(xml: bytes | str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return file.getvalue()


def _pdf(stream: bytes, coding: str = "", kids: str = "3 0 R", count: int = 1, trailer: str = "") -> bytes:
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {font} >>".encode(),
        f"<< /Length {len(stream)} {coding} >>\nstream\n".encode() + stream + b"\nendstream",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer\n<< /Size 5 /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}"
    return data + f"{end}\n%%EOF\n".encode()


def _encrypted(password: str) -> bytes:
    file = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(_pdf(b"BT /F1 9 Tf (The EU met the UN.) Tj ET")))
    writer.encrypt(password, "owner", algorithm="AES-256")
    writer.write(file)
    return file.getvalue()


def _flate(times: int) -> bytes:
    stream = b"BT (x) Tj ET\n" * 8_000_000
    for _ in range(times):
        stream = zlib.compress(stream, 9)
    return _pdf(stream, f"/Filter [{'/FlateDecode ' * times}]")


def _read(data: bytes, limits: Limits = LIMITS) -> Document:
    with Worker() as worker:
        reply = worker.call("read", {"data": base64.b64encode(data).decode(), "name": "note"}, limits)
        return document_from_plain(reply["document"])


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "docx that unpacks to 100 MB": (
        lambda: _docx(f"<w:document {SPACE}>{'<w:p/>' * 17_000_000}"),
        "at most 50000000 bytes unpacked",
    ),
    "docx whose heads of pages unpack to 60 MB": (
        lambda: _docx(
            f"<w:x {SPACE}/>", **{f"header{n}": f"<w:x {SPACE}>{'<w:p/>' * 2_000_000}</w:x>" for n in range(5)}
        ),
        "found more; s",
    ),
    "docx that is packed 900 times": (
        lambda: _docx(f"<w:document {SPACE}>{'x' * 40_000_000}"),
        "at most 200 times the size of its archive",
    ),
    "docx with entities": (
        lambda: _docx(f'<!DOCTYPE x [<!ENTITY a "aaa">]><w:document {SPACE}>&a;</w:document>'),
        r"found a document type \(DTD\) declared in it",
    ),
    "docx that is nested without end": (lambda: _docx(f"<w:document {SPACE}>{'<w:p>' * 99_999}"), "found damaged XML"),
    "docx that is cut": (lambda: _docx(f"<w:document {SPACE}/>")[:90], "found a damaged archive"),
    "docx that is none": (lambda: b"PK\x03\x04word/document.xml" + b"\xff" * 500, "found a damaged archive"),
    "pdf that unpacks to 100 MB": (lambda: _flate(1), "Limit reached while decompressing"),
    "pdf that is packed twice": (lambda: _flate(2), "Limit reached while decompressing"),
    "pdf in a circle": (lambda: _pdf(b"BT (x) Tj ET", kids="2 0 R"), "Detected cyclic page references"),
    "pdf that is cut": (lambda: _pdf(b"BT (x) Tj ET")[:400], "found a damaged one"),
    "pdf of 10,000 pages": (
        lambda: _pdf(b"BT (x) Tj ET", kids="3 0 R " * 10_000, count=10_000),
        "expected at most 1000 pages, found 10000; split it",
    ),
    "pdf that is encrypted": (
        lambda: _encrypted("secret"),
        "expected a PDF that can be opened, found an encrypted one; save it without a password",
    ),
    "zip that is none": (lambda: b"PK\x03\x04" + b"\x00" * 500, "found a zip archive"),
    "text with a zero byte": (lambda: b"The EU\x00 met.", "a zero byte at offset 6"),
    "two encodings": (
        lambda: "Zoé Álvarez à Genève, é é é ".encode() + "café".encode("cp1252"),
        "expected one encoding, found UTF-8 with the byte 0xe9 at offset 38",
    ),
    "noise": (lambda: bytes(range(1, 256)) * 40, "expected"),
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_is_refused_with_the_limit_that_it_breaks(what: str) -> None:
    made, said = BOMBS[what]
    with pytest.raises(Unreadable, match=said) as caught:
        _read(made())
    assert "\n" not in str(caught.value)


def test_a_pdf_that_may_be_read_and_not_changed_is_read() -> None:
    assert _read(_encrypted("")).text == "The EU met the UN."


ENDLESS = {
    "comments that never end": b"<html><body>" + b"<!--" * 400_000,
    "links that never end": b"<html><body><p>The EU met " + b"<a href='" * 300_000,
    "paragraphs that never end": b"<html><body>" + b"<p>The EU met." * 200_000,
}


@pytest.mark.parametrize("what", ENDLESS)
def test_what_takes_too_long_is_stopped_at_the_limit_of_time(what: str) -> None:
    with pytest.raises(LimitReached, match=r"within 2 s, stopped it there \(setting KG_DOCUMENT_TIMEOUT\)"):
        _read(ENDLESS[what], SHORT)


def test_what_takes_too_much_is_stopped_at_the_limit_of_memory() -> None:
    page = b"<html><body>" + b"<p class='a' id='b'>x" * 400_000
    with pytest.raises(LimitReached, match=r"96 MiB of memory.*\(setting KG_DOCUMENT_MEMORY\)"):
        _read(page, Limits(20, 96 * 2**20, "document"))


DEEP = {
    "blocks": b"<div>" * 100_000,
    "words": b"<b>" * 100_000,
    "tables": b"<table><tr><td>" * 35_000,
    "attributes": b"<p " + b" ".join(b"a%d" % number for number in range(100_000)) + b">",
}


@pytest.mark.parametrize("what", DEEP)
def test_a_page_of_100_000_is_read_all_the_same(what: str) -> None:
    assert _read(b"<html><body>" + DEEP[what] + SAID.encode()).text == SAID


def test_entities_of_a_page_are_not_resolved() -> None:
    declared = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    page = f'<?xml version="1.0"?>{declared}<html><p>The EU &a;&f; met.</p></html>'
    assert load(page.encode(), "note").text == "The EU &a;&f; met."


@pytest.mark.parametrize("made", ["note.txt", "note.html", "note.docx", "note.eml", "note.pdf"])
def test_no_control_character_reaches_text_or_title(made: str) -> None:
    odd = "The \u202eEU\u202c\x07 m\u200eet \u2066Ann\u2069 in Vienna"
    paragraph = "<w:p><w:r><w:t>The \u202eEU m\u200eet \u2066Ann in Vienna</w:t></w:r></w:p>"
    data = {
        "note.txt": f"{odd}\n\n{SAID * 9}".encode(),
        "note.html": f"<html><title>{odd}</title><h1>{odd}</h1><p>{SAID}".encode(),
        "note.docx": _docx(f"<w:document {SPACE}><w:body>{paragraph * 2}</w:body></w:document>"),
        "note.eml": f"From: a\nTo: b\nMIME-Version: 1.0\nSubject: {odd}\n\n{odd}\n".encode(),
        "note.pdf": _pdf(rb"BT /F1 9 Tf (The \016EU\017 met Ann in Vienna) Tj ET"),
    }[made]
    document = load(data, made)
    for said in (document.text, document.title or ""):
        assert not any(ord(char) < 32 and char != "\n" for char in said)
        assert not set(said) & set("\x7f\x80\x9f\u061c\u200e\u200f\u202a\u202e\u2066\u2069")
    assert "EU" in document.text


def test_a_folder_of_hostile_names_and_files_is_read_as_far_as_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "secret.txt").write_text("Ms Ann Secret, Minister of Norland, met the EU.")
    (docs / "out.txt").symlink_to(tmp_path / "secret.txt")
    (docs / "loop").symlink_to(docs)
    for name in ("a\nb.txt", "a...txt", "a..\\..\\b.txt", "\x1b]0;x\x07.txt", "é" * 100 + ".txt", "page.docx"):
        (docs / name).write_text(f"{SAID} {name!r}")
    with (docs / "huge.txt").open("wb") as file:
        file.truncate(2**30)  # a gigabyte that takes no room

    summary = build([docs], tmp_path / "graph")

    assert (summary.admitted, summary.exit_code) == (6, 3)
    assert [(each.document, each.reason) for each in summary.set_aside] == [
        ("huge.txt", "expected at most 10000000 bytes, found more; split it, or set KG_DOCUMENT_BYTES higher")
    ]


def test_a_file_that_grows_while_it_is_read_is_no_way_around_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    with path.open("wb") as file:
        file.truncate(2**30)
    with Worker() as worker, pytest.raises(KgError, match="KG_DOCUMENT_BYTES"):
        worker.call("read", {"path": str(path), "name": "note.txt"}, LIMITS)
