"""Which format bytes are in, told by the bytes alone: a name can lie, and standard input has none."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import Unreadable
from kg.loaders import mail, pdf, text, webpage, word
from kg.loaders.limits import DEEPEST
from kg.loaders.loaded import Loaded

_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file", "save it as .docx or PDF"),
    (b"{\\rtf", "Rich Text Format", "save it as .docx or plain text"),
    (b"PK\x03\x04", "a zip archive", f"unpack it (archives in each other are opened {DEEPEST} deep)"),
    (b"\x1f\x8b", "a gzip archive", "unpack it"),
)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings its files usually have, how it is known, and its loader."""

    name: str
    endings: tuple[str, ...]
    fits: Callable[[bytes], bool]
    read: Callable[[bytes], Loaded]


_PLAIN = Format("plain text", (".markdown", ".md", ".text", ".txt"), lambda _: True, text.read)
_FORMATS = (
    Format("DOCX", (".docx",), word.fits, word.read),
    Format("PDF", (".pdf",), pdf.fits, pdf.read),
    Format("HTML", (".htm", ".html", ".xhtml"), webpage.fits, webpage.read),
    Format("e-mail", (".eml",), mail.fits, mail.read),
)

ENDINGS = frozenset(ending for each in (*_FORMATS, _PLAIN) for ending in each.endings)
"""The endings of file names that are looked at in a folder."""


def read(data: bytes) -> Loaded:
    """What the loader that fits makes of ``data``; raises :class:`kg.errors.Unreadable`."""
    chosen = next((each for each in _FORMATS if each.fits(data)), None) or _plain(data)
    try:
        return chosen.read(data)
    except RecursionError:
        raise Unreadable(f"expected {chosen.name} of a reasonable depth, found it nested too deeply") from None


def _plain(data: bytes) -> Format:
    """Plain text, unless this is one of the formats that are known and not read: then the error names a way out."""
    for opening, what, way_out in _OTHERS:
        if data.startswith(opening):
            raise Unreadable(f"expected a document, found {what}; {way_out}")
    return _PLAIN
