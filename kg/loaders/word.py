"""DOCX (Office Open XML): paragraphs, lists and rows of tables of the text, in order.

An archive from a stranger: only one part is unpacked, and what comes out is counted while it comes. The XML is read as
a stream and may declare no document type, and with it no entities.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from kg.errors import Unreadable
from kg.loaders.layout import Lines, one_line
from kg.loaders.loaded import Loaded
from kg.loaders.text import printable

MOST_UNPACKED = 50_000_000
"""A text that unpacks to more bytes is not read."""

MOST_RATIO = 200
"""A text of more than a megabyte that is as many times as large as its archive is a bomb, and not read."""

_TEXT = "word/document.xml"
_FREE = 1_000_000
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_CHUNK = 65_536
# What zipfile raises at archives that are cut off, encrypted, or lie about themselves.
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)
_SAID = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BULLET, _NUMBER = "ListBullet", "ListNumber"


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
    reader = _Reader()
    try:
        for chunk in _unpacked(data):
            reader.feed(chunk)
        reader.feed(b"", last=True)
    except expat.ExpatError as error:
        raise Unreadable(f"expected a Word document, found damaged XML in it ({error})") from None
    except _DAMAGED as error:
        raise Unreadable(f"expected a Word document, found a damaged archive ({error})") from None
    return Loaded(printable(reader.lines.text()))


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes of the text, counted while they are unpacked too: what an archive says of its sizes may be a lie."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_TEXT) as part:
        unpacked, packed = 0, len(data)
        _check_size(archive.getinfo(_TEXT).file_size, packed)
        while chunk := part.read(_CHUNK):
            unpacked += len(chunk)
            _check_size(unpacked, packed)
            yield chunk


def _check_size(unpacked: int, packed: int) -> None:
    if unpacked > MOST_UNPACKED:
        raise Unreadable(f"expected a text of at most {MOST_UNPACKED} bytes unpacked, found more; split it")
    if unpacked > max(_FREE, MOST_RATIO * packed):
        raise Unreadable(
            f"expected a text of at most {MOST_RATIO} times the size of its archive, found more; save it anew"
        )


@dataclass(slots=True)
class _Paragraph:
    words: list[str] = field(default_factory=list)
    mark: str = ""


class _Reader:
    """Reads the stream of tags: words are gathered by paragraph, paragraphs by cell where they stand in a table."""

    def __init__(self) -> None:
        self.lines = Lines()
        self._open = [_Paragraph()]  # a text box stands inside a paragraph, and has paragraphs of its own
        self._in_text = False
        self._silent = 0
        self._rows: list[list[str]] = []  # one for each table that is open: the cells of its row at hand
        self._cells: list[list[str]] = []  # one for each cell that is open: its paragraphs
        self._number = 0
        self._listed = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """Read on."""
        self._parser.Parse(data, last)

    def _doctype(self, *_: object) -> None:
        raise Unreadable("expected a Word document, found a document type (DTD) declared in it, which none has")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._silent += _is_silent(name)
        space, _, tag = name.rpartition(" ")
        if space not in _NAMESPACES:
            return
        if tag == "p":
            self._open.append(_Paragraph())
        elif tag == "t":
            self._in_text = True
        elif tag in _SAID:
            self._open[-1].words.append(_SAID[tag])
        elif tag in ("pStyle", "numId"):
            self._mark(tag, attributes.get(f"{space} val", ""))
        elif tag == "tbl":
            self.lines.end(apart=True)
            self._rows.append([])
        elif tag == "tr" and self._rows:
            self._rows[-1] = []
        elif tag == "tc":
            self._cells.append([])

    def _end(self, name: str) -> None:
        self._silent -= _is_silent(name)
        space, _, tag = name.rpartition(" ")
        if space not in _NAMESPACES:
            return
        if tag == "t":
            self._in_text = False
        elif tag == "p":
            self._paragraph(self._open.pop())
        elif tag == "tc":
            cell = " ".join(self._cells.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif tag == "tr" and self._rows:
            self._row(self._rows[-1])
        elif tag == "tbl":
            self._rows.pop()
            self.lines.end(apart=not self._rows)

    def _data(self, words: str) -> None:
        if self._in_text and not self._silent:
            self._open[-1].words.append(words)

    def _mark(self, tag: str, said: str) -> None:
        """An entry of a list, by its style or its numbering."""
        if tag == "pStyle" and said.startswith((_BULLET, _NUMBER)):
            self._open[-1].mark = _NUMBER if said.startswith(_NUMBER) else _BULLET
        elif tag == "numId" and said != "0":
            self._open[-1].mark = self._open[-1].mark or _BULLET

    def _paragraph(self, ended: _Paragraph) -> None:
        words = "".join(ended.words)
        if self._cells:
            self._cells[-1].extend([one_line(words)] if words.strip() else [])
            return
        if self._listed != ended.mark:
            self.lines.end(apart=True)
            self._number = 0
        self._listed = ended.mark
        if ended.mark and words.strip():
            self._number += 1
            self.lines.lead(f"{self._number}. " if ended.mark == _NUMBER else "- ")
        for line in words.split("\n"):
            self.lines.add(line)
            self.lines.end()
        self.lines.end(apart=not ended.mark)

    def _row(self, cells: list[str]) -> None:
        """A row; one cell alone is a paragraph, and a table inside a cell is a part of it."""
        if self._cells:
            self._cells[-1].extend(cell for cell in cells if cell)
        elif len(cells) > 1 and any(cells):
            self.lines.row(cells)
        elif any(cells):
            self.lines.add(cells[0])
            self.lines.end(apart=True)


def _is_silent(name: str) -> bool:
    """Whether an element holds what was deleted, or says again in an older way what stands before it."""
    space, _, tag = name.rpartition(" ")
    return name == _FALLBACK or (space in _NAMESPACES and tag in ("del", "moveFrom"))
