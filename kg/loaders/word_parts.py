"""One part of a Word document, read as a stream of tags: paragraphs, entries of lists, rows of tables."""

from dataclasses import dataclass, field
from xml.parsers import expat

from kg.errors import Unreadable
from kg.loaders.layout import Lines, one_line
from kg.loaders.line_ends import in_one_cell

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SAID = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})
_WIDEST = 40
_BULLET, _NUMBER = "ListBullet", "ListNumber"


@dataclass(slots=True)
class _Paragraph:
    words: list[str] = field(default_factory=list)
    mark: str = ""
    style: str = ""


@dataclass(slots=True)
class _Cell:
    lines: list[str] = field(default_factory=list)
    reaches_down: bool = False  # it goes on from the cell above
    wide: int = 1


@dataclass(slots=True)
class _Table:
    cells: int = 0  # of the row at hand
    row: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)


class Reader:
    """Reads the stream of tags: words are gathered by paragraph, paragraphs by cell where they stand in a table."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.title: str | None = None
        self._open = [_Paragraph()]  # a text box stands inside a paragraph, and has paragraphs of its own
        self._in_text = False
        self._silent = 0
        self._hidden: list[bool] = []  # one for each run that is open
        self._tables: list[_Table] = []  # those that are open
        self._cells: list[_Cell] = []
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
        elif tag == "r":
            self._hidden.append(False)
        elif tag == "tbl":
            self.lines.end(apart=True)
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].row, self._tables[-1].cells = [], 0
        elif tag == "tc":
            self._cells.append(_Cell())
        else:
            self._mark(tag, attributes.get(f"{space} val", ""))

    def _end(self, name: str) -> None:
        self._silent -= _is_silent(name)
        space, _, tag = name.rpartition(" ")
        if space not in _NAMESPACES:
            return
        if tag == "t":
            self._in_text = False
        elif tag == "r" and self._hidden:
            self._hidden.pop()
        elif tag == "p":
            self._paragraph(self._open.pop())
        elif tag == "tc":
            self._cell(self._cells.pop())
        elif tag == "tr" and self._tables:
            self._row(self._tables[-1])
        elif tag == "tbl":
            self._tables.pop()
            self.lines.end(apart=not self._tables)

    def _data(self, words: str) -> None:
        if self._in_text and not self._silent and not any(self._hidden):
            self._open[-1].words.append(words)

    def _mark(self, tag: str, said: str) -> None:
        """What is said of a run, a paragraph or a cell: that nobody sees it, that it is an entry, that it goes on."""
        paragraph = self._open[-1]
        if tag == "pStyle":
            paragraph.style = said
            if said.startswith((_BULLET, _NUMBER)):
                paragraph.mark = _NUMBER if said.startswith(_NUMBER) else _BULLET
        elif tag == "numId" and said != "0" and not paragraph.style.startswith("Heading"):
            paragraph.mark = paragraph.mark or _BULLET
        elif tag == "vanish" and self._hidden:
            self._hidden[-1] = said not in _OFF
        elif tag == "vMerge" and self._cells:
            self._cells[-1].reaches_down = said != "restart"
        elif tag == "gridSpan" and self._cells and said.isdecimal() and len(said) < 3:
            self._cells[-1].wide = min(max(int(said), 1), _WIDEST)

    def _paragraph(self, ended: _Paragraph) -> None:
        words = "".join(ended.words)
        if self._cells:
            self._cells[-1].lines.extend(filter(None, map(one_line, words.split("\n"))))
            return
        if ended.style == "Title" and not self.title:
            self.title = one_line(words) or None
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

    def _cell(self, cell: _Cell) -> None:
        if self._tables:
            table = self._tables[-1]
            at = len(table.row)
            table.cells += 1
            above = table.above[at] if cell.reaches_down and at < len(table.above) else ""
            table.row += [in_one_cell(cell.lines) or above, *([""] * (cell.wide - 1))]

    def _row(self, table: _Table) -> None:
        """A row; one cell alone is a paragraph, and a table inside a cell is a part of it."""
        cells, table.above = table.row, table.row
        if self._cells:
            self._cells[-1].lines.extend(filter(None, cells))
        elif table.cells > 1 and any(cells):
            self.lines.row(cells)
        elif any(cells):
            self.lines.add(cells[0])
            self.lines.end(apart=True)


def _is_silent(name: str) -> bool:
    """Whether an element holds what was deleted, or says again in an older way what stands before it."""
    space, _, tag = name.rpartition(" ")
    return name == _FALLBACK or (space in _NAMESPACES and tag in ("del", "moveFrom"))
