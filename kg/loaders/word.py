"""DOCX (Office Open XML): what its pages say at their head, the text, then its notes.

An archive from a stranger: only these parts are unpacked, and what comes out is counted while it comes. The XML is read
as a stream (``word_parts``) and may declare no document type, and with it no entities.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from kg.errors import Unreadable
from kg.loaders.loaded import Loaded
from kg.loaders.metadata import Metadata
from kg.loaders.text import headline, printable
from kg.loaders.word_parts import Reader

MOST_UNPACKED = 50_000_000
"""A text that unpacks to more bytes is not read."""

MOST_RATIO = 200
"""A text of more than a megabyte that is as many times as large as its archive is a bomb, and not read."""

_TEXT = "word/document.xml"
_FREE = 1_000_000
_HEAD = re.compile(r"word/header\d*\.xml")
_MOST_HEADS = 12
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_PAGE_NUMBER = re.compile(r"(?:page|p\.)?[\s\d/|\u2013-]*(?:of[\s\d]*)?", re.IGNORECASE)
_CHUNK = 65_536
# What zipfile raises at archives that are cut off, encrypted, or lie about themselves.
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)


def fits(data: bytes) -> bool:
    """Whether bytes are an archive that holds the text of a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _TEXT in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return _TEXT.encode() in data  # cut off: said to be so when it is read


def read(data: bytes) -> Loaded:
    """The text of a Word document; raises :class:`kg.errors.Unreadable`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            parts = _Parts(archive, len(data))
            body = parts.read(_TEXT)
            heads = [parts.read(name) for name in sorted(filter(_HEAD.fullmatch, names))[:_MOST_HEADS]]
            notes = [parts.read(name) for name in _NOTES if name in names]
    except expat.ExpatError as error:
        raise Unreadable(f"expected a Word document, found damaged XML in it ({error})") from None
    except _DAMAGED as error:
        raise Unreadable(f"expected a Word document, found a damaged archive ({error})") from None
    said = body.lines.text()
    head = dict.fromkeys(line for part in heads for line in part.lines.text().split("\n") if _says_more(line, said))
    text = "\n\n".join(filter(None, ("\n".join(head), said, *(part.lines.text() for part in notes))))
    return Loaded(printable(text), Metadata(title=body.title or headline(said)))


def _says_more(line: str, said: str) -> bool:
    """Whether a line at the head of the pages says something, and something else than the text."""
    return any(map(str.isalpha, line)) and not _PAGE_NUMBER.fullmatch(line) and line not in said


class _Parts:
    """The parts of a document; their bytes are counted while they are unpacked, all together: what an archive says of
    its sizes may be a lie.
    """

    def __init__(self, archive: zipfile.ZipFile, packed: int) -> None:
        self._archive = archive
        self._packed = packed
        self._unpacked = 0

    def read(self, name: str) -> Reader:
        """One part, read."""
        reader = Reader()
        self._check(self._archive.getinfo(name).file_size)
        with self._archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                self._check(len(chunk))
                self._unpacked += len(chunk)
                reader.feed(chunk)
        reader.feed(b"", last=True)
        return reader

    def _check(self, more: int) -> None:
        unpacked = self._unpacked + more
        if unpacked > MOST_UNPACKED:
            raise Unreadable(f"expected a text of at most {MOST_UNPACKED} bytes unpacked, found more; split it")
        if unpacked > max(_FREE, MOST_RATIO * self._packed):
            raise Unreadable(
                f"expected a text of at most {MOST_RATIO} times the size of its archive, found more; save it anew"
            )
