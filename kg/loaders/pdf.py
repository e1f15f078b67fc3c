"""PDF: the text of its pages in reading order, broken words joined, without what every page repeats.

Needs the extra ``pdf`` (pypdf), whose limits against bombs are left on.
"""

import io
import logging
from typing import TYPE_CHECKING

from kg.errors import MissingExtra, Unreadable
from kg.loaders.loaded import Loaded
from kg.loaders.metadata import Metadata
from kg.loaders.print_lines import PrintedLine, in_reading_order, paragraphs, title, without_furniture
from kg.loaders.text import printable
from kg.model.text import Part

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 1000
"""A document of more pages is not read."""

_HEAD = 1024


def fits(data: bytes) -> bool:
    """Whether bytes begin as PDF does, give or take some bytes before it."""
    return b"%PDF-" in data[:_HEAD]


def read(data: bytes) -> Loaded:
    """The text of a PDF, and where its pages begin; raises :class:`kg.errors.Unreadable`."""
    try:
        import pypdf
    except ImportError:
        raise MissingExtra(
            "expected the extra that reads PDF, found none; install it: pip install 'ct-kg[pdf]'"
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = _pages(pypdf.PdfReader(io.BytesIO(data)))
    except (Unreadable, MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file makes pypdf raise anything
        raise Unreadable(f"expected a PDF, found a damaged one ({_said(error)})") from None
    return _loaded(pages)


def _pages(reader: "PdfReader") -> list[list[PrintedLine]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("expected a PDF that can be opened, found an encrypted one; save it without a password")
    if (number := len(reader.pages)) > MOST_PAGES:
        raise Unreadable(f"expected at most {MOST_PAGES} pages, found {number}; split it")
    return [_lines(page) for page in reader.pages]


def _lines(page: "PageObject") -> list[PrintedLine]:
    """What is printed on a page, piece by piece, in the order in which it is drawn."""
    height = float(page.mediabox.height) or 1.0
    bottom = float(page.mediabox.bottom)
    found: list[PrintedLine] = []

    def visit(text: str, at: list[float], text_at: list[float], _font: object, size: float) -> None:
        x = text_at[4] * at[0] + text_at[5] * at[2] + at[4]
        y = text_at[4] * at[1] + text_at[5] * at[3] + at[5]
        printed = (words for words in text.split("\n") if words.strip())
        found.extend(
            PrintedLine(x, (y - bottom) / height, abs(size * text_at[3]) or 1, words, height) for words in printed
        )

    page.extract_text(visitor_text=visit)
    return found


def _loaded(pages: list[list[PrintedLine]]) -> Loaded:
    text, parts = "", []
    ordered = without_furniture([in_reading_order(page) for page in pages])
    for number, page in enumerate(ordered, 1):
        words = paragraphs(page)
        if words.strip() and (words := printable(words)):
            text += "\n\n" if text else ""
            parts.append(Part(len(text), f"page {number}"))
            text += words
    if not text.strip():
        raise Unreadable("expected a PDF with a text, found none: pictures of pages; have their text recognised first")
    return Loaded(text, Metadata(title=title(ordered[0])), tuple(parts))


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
