"""How tests write one release in every format that is read: from its blocks, as a press office would set it."""

import io
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MENU = "<nav><ul><li><a href='/'>Mr Noel Nobody, Chair of the Menu</a></li></ul></nav>"
NOTICE = "<div class='cookie-banner'><p>Ms Nora Notice, Director of Cookies, met the Minister of Consent.</p></div>"
_LINKS = "<ul><li><a href='/o'>Mr Rob Related chaired the Council of Links</a></li></ul>"
RELATED = f"<aside><h2>Related content</h2>{_LINKS}</aside>"
FURNITURE = ("Nobody", "Notice", "Related", "Menu", "Cookies")

_BULLET = re.compile(r"^\s*[-*•]\s+")
_TOP, _BOTTOM, _LEADING = 790, 60, 12

# The widths of its letters in thousandths of their size (Adobe Font Metrics), space to tilde; all others have one.
_WIDTHS = """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556
556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778
722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222
500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584
"""
_HELVETICA = dict(zip(map(chr, range(32, 127)), map(int, _WIDTHS.split()), strict=True))
_OTHER = 600

Blocks = list[list[str]]


def blocks_of(text: str) -> Blocks:
    """The blocks of a text: its lines, parted by blank lines."""
    parts = re.split(r"\n\s*\n", text.strip("\n"))
    return [[" ".join(line.split()) for line in part.split("\n") if line.strip()] for part in parts if part.strip()]


def as_text(blocks: Blocks) -> bytes:
    return "\n\n".join("\n".join(block) for block in blocks).encode()


def as_html(blocks: Blocks) -> bytes:
    (first, *lines), *rest = blocks
    body = f"<h1>{escape(first)}</h1>" + (_paragraph(lines) if lines else "") + "".join(map(_html_block, rest))
    head = "<meta charset='utf-8'><title>Release</title>"
    page = f"{MENU}{NOTICE}<main>{body}</main>{RELATED}<footer>Share</footer>"
    return f"<html lang=en><head>{head}</head><body>{page}</body></html>".encode()


def _html_block(block: list[str]) -> str:
    if all(_BULLET.match(line) for line in block):
        entries = (escape(_BULLET.sub("", line)) for line in block)
        return f"<ul>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"
    return _paragraph(block)


def _paragraph(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(map(escape, lines))}</p>"


def as_docx(blocks: Blocks) -> bytes:
    body = "".join(map(_docx_block, blocks))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def _docx_block(block: list[str]) -> str:
    if all(_BULLET.match(line) for line in block):
        style = '<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>'
        return "".join(f"<w:p>{style}{_run(_BULLET.sub('', line))}</w:p>" for line in block)
    return f"<w:p>{'<w:r><w:br/></w:r>'.join(map(_run, block))}</w:p>"


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def as_mail(blocks: Blocks) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = "press@example.org", "all@example.org", blocks[0][0]
    message.set_content(as_text(blocks).decode())
    return message.as_bytes()


def as_pdf(blocks: Blocks) -> bytes:
    """Typed across the page: each line takes as many words as there is room for."""
    return _set(blocks, "Courier", [50], 570)


def as_columns(blocks: Blocks) -> bytes:
    """Set in two columns, in Helvetica."""
    return _set(blocks, "Helvetica", [50, 305], 240)


def _set(blocks: Blocks, font: str, edges: list[int], room: int) -> bytes:
    """One column after the other, one page after the other; more space between blocks than within them."""
    pages: list[str] = []
    codes: dict[str, int] = {}
    height, column = 0, len(edges) - 1
    for block in blocks:
        for line in block:
            for printed in _filled(line, font, room):
                if height < _BOTTOM:
                    column = (column + 1) % len(edges)
                    pages += [""] if column == 0 else []
                    height = _TOP
                pages[-1] += f"BT /F1 10 Tf 1 0 0 1 {edges[column]} {height} Tm ({_printed(printed, codes)}) Tj ET\n"
                height -= _LEADING
        height -= _LEADING
    return _pdf(pages, font, codes)


def _filled(words: str, font: str, room: int) -> list[str]:
    """Words in lines that are as full as they can be."""
    widths = _HELVETICA if font == "Helvetica" else {}
    lines = [""]
    for word in words.split():
        wider = f"{lines[-1]} {word}".strip()
        if lines[-1] and sum(widths.get(character, _OTHER) for character in wider) > 100 * room:
            lines.append(word)
        else:
            lines[-1] = wider
    return lines


def _printed(words: str, codes: dict[str, int]) -> str:
    """Words in the encoding of this file: each character beyond ASCII has the next free code."""
    for character in words:
        if character > "~":
            codes.setdefault(character, 128 + len(codes))
    said = "".join(chr(codes.get(character, ord(character))) for character in words)
    return said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf(pages: list[str], font: str, codes: dict[str, int]) -> bytes:
    names = " ".join(f"{code} /uni{ord(character):04X}" for character, code in codes.items())
    encoding = f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{names}] >>"
    fonts = f"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding {encoding} >> >> >>"
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for number, drawn in enumerate(pages):
        box = f"/MediaBox [0 0 595 842] /Contents {4 + 2 * number} 0 R /Resources {fonts}"
        objects += [f"<< /Type /Page /Parent 2 0 R {box} >>", f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream"]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode()


MAKERS: dict[str, Callable[[Blocks], bytes]] = {
    "html": as_html,
    "docx": as_docx,
    "eml": as_mail,
    "pdf": as_pdf,
    "columns": as_columns,
}
