"""PDF: the text of its pages in reading order, broken words joined, without what every page repeats.

Needs the extra ``pdf`` (pypdf), whose limits against bombs are left on.
"""

import io
import logging
import re
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtra, Unreadable
from kg.loaders.layout import one_line
from kg.loaders.loaded import Loaded
from kg.loaders.metadata import Metadata
from kg.loaders.print_lines import PrintedLine, paragraphs, runs_over, title
from kg.loaders.print_order import in_reading_order, without_furniture
from kg.loaders.print_words import continued
from kg.loaders.text import cleaned
from kg.model.text import Part

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 1000
"""A document of more pages is not read."""

_HEAD = 1024
_TYPED = re.compile(r"Courier|Mono|Consolas|Typewriter", re.IGNORECASE)


def fits(data: bytes) -> bool:
    """Whether bytes begin as PDF does, give or take some bytes before it."""
    return b"%PDF-" in data[:_HEAD]


def read(data: bytes) -> Loaded:
    """The text of a PDF, and where its pages begin; raises :class:`kg.errors.Unreadable`."""
    try:
        import pypdf.errors
    except ImportError:
        raise MissingExtra(
            "expected the extra that reads PDF, found none; install it: pip install 'ct-kg[pdf]'"
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = _pages(pypdf.PdfReader(io.BytesIO(data)))
    except (Unreadable, MemoryError, RecursionError):
        raise
    except pypdf.errors.DependencyError:  # AES, as most PDFs that may not be changed
        raise MissingExtra(
            "expected the extra that reads encrypted PDF, found none; install it: pip install 'ct-kg[pdf]'"
        ) from None
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
    before = "\n"  # what pypdf has told between the last words and these

    def visit(text: str, at: list[float], text_at: list[float], font: Any, size: float) -> None:
        nonlocal before
        x = text_at[4] * at[0] + text_at[5] * at[2] + at[4]
        tall = abs(size * (text_at[2] * at[1] + text_at[3] * at[3])) or 1
        typed = bool(font and _TYPED.search(str(font.get("/BaseFont"))))
        y = text_at[4] * at[1] + text_at[5] * at[3] + at[5]
        for printed in re.split(r"(\n)", text):
            if words := _words(printed):
                before += printed[: len(printed) - len(printed.lstrip())]
                found.append(PrintedLine(x, (y - bottom) / height, tall, words, height, _gap(before), typed))
                before = printed[len(printed.rstrip()) :]
            else:
                before += printed

    page.extract_text(visitor_text=visit)
    return found


def _words(printed: str) -> str:
    """What is printed, on one line; a soft hyphen at its end is seen."""
    words = one_line(printed)
    return f"{words}\u2010" if words and printed.rstrip().endswith("\u00ad") else words


def _gap(between: str) -> str:
    """What parts two pieces of a page: nothing, a space, or the end of a line."""
    return "\n" if "\n" in between else " " if between else ""


def _loaded(pages: list[list[PrintedLine]]) -> Loaded:
    text, parts = "", []
    ordered = without_furniture([in_reading_order(page) for page in pages])
    known = " ".join(line.words for page in ordered for line in page).lower()
    before: list[PrintedLine] = []
    for number, page in enumerate(ordered, 1):
        words = cleaned(paragraphs(page, known))
        if words.strip():
            text = continued(text, words, known) if runs_over(before, page) else f"{text}\n\n{words}".lstrip("\n")
            parts.append(Part(len(text) - len(words), f"page {number}"))
            before = page
    if not text.strip():
        raise Unreadable("expected a PDF with a text, found none: pictures of pages; have their text recognised first")
    return Loaded(text, Metadata(title=title(ordered[0])), tuple(parts))


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
