"""The tree of a page → lines: a paragraph, heading or list entry a line, a table row between strokes.

Blank lines part what stands apart on the page. White space is one space, as browsers show it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from kg.loaders.elements import INLINE, Element, Node
from kg.loaders.text import cleaned

_SILENT = frozenset({"head", "title", "script", "style", "template", "noscript"})
_ENTRIES = frozenset({"li", "dt", "dd"})
_BLOCKS_OF_LAYOUT = frozenset({"table", "h1", "h2", "h3", "ul", "ol", "dl", "article", "section", "form"})
_LONGEST_CELL = 400
_UNSEEN = str.maketrans("\xa0\u202f", "  ", "\xad\u200b\ufeff\u2060")


class Lines:
    """Lines in the making: words are added to the line at hand, which ends where a block begins or ends."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._origins: list[Element | None] = []
        self._words: list[str] = []
        self._origin: Element | None = None
        self._lead = ""

    @property
    def begun(self) -> bool:
        """Whether the line at hand has words."""
        return any(words.strip() for words in self._words)

    def add(self, words: str, origin: Element | None = None) -> None:
        """Words of the line at hand; ``origin`` is the element in which they stand."""
        if origin is not None and not self.begun:
            self._origin = origin
        self._words.append(words)

    def end(self, *, apart: bool = False) -> None:
        """End the line at hand; ``apart``: a blank line follows."""
        if line := one_line("".join(self._words)):
            self._append(self._lead + line, self._origin)
            self._lead = ""
        self._words.clear()
        if apart and self._done and self._done[-1]:
            self._append("", None)

    def lead(self, mark: str) -> None:
        """What the next line begins with."""
        self._lead = mark

    def row(self, cells: Iterable[str], origin: Element | None = None) -> None:
        """One row of a table."""
        self.end()
        self._append(f"| {' | '.join(cells)} |", origin)

    def text(self) -> str:
        """All lines."""
        self.end()
        return "\n".join(self._done).strip("\n")

    def origins(self) -> Iterator[tuple[int, Element]]:
        """Where in :meth:`text` each line begins that stands in an element, and that element."""
        at = 0
        for line, origin in zip(self._done, self._origins, strict=True):
            if origin is not None:
                yield at, origin
            at += len(line) + 1

    def _append(self, line: str, origin: Element | None) -> None:
        self._done.append(line)
        self._origins.append(origin)


def one_line(words: str) -> str:
    """Words with white space as one space, and without characters that nobody sees or nothing can hold."""
    return " ".join(cleaned(words.translate(_UNSEEN)).split())


def lay_out(top: Element, kept: Callable[[Element], bool], headline: Element | None = None) -> Lines:
    """The lines of ``top`` without the elements that are not ``kept``; ``headline`` first, if it stands outside."""
    writer = _Writer(kept)
    if headline and top is not headline and top not in headline.around():
        writer.write(headline)
    writer.write(top)
    return writer.lines


class _Writer:
    def __init__(self, kept: Callable[[Element], bool]) -> None:
        self.kept = kept
        self.lines = Lines()
        self.entries = 0
        self.numbers: Counter[int] = Counter()

    def write(self, top: Element) -> None:
        waiting: list[tuple[Node, bool]] = [(top, False)]
        within = [top]  # the blocks that are open
        while waiting:
            node, ends = waiting.pop()
            if isinstance(node, str):
                self.lines.add(node, within[-1])
            elif ends:
                if node.tag not in INLINE:
                    within.pop()
                self._end(node)
            elif node.tag in _SILENT or not self.kept(node):
                continue
            elif node.tag == "pre" or (node.tag == "table" and _is_data(node)):
                self._whole(node)
            else:
                self._begin(node)
                if node.tag not in INLINE:
                    within.append(node)
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(node.children))

    def _begin(self, element: Element) -> None:
        if element.tag == "dd" and self.lines.begun:
            self.lines.add(": ")  # "Cambodia: Mr …" is one entry
        elif element.tag in _ENTRIES:
            self.lines.end()
            self.lines.lead(self._marker(element))
        elif element.tag == "br":
            self.lines.end(apart=not self.entries and not self.lines.begun)  # two of them part paragraphs
        elif element.tag not in INLINE and not self._opens_entry(element):
            self.lines.end(apart=not self.entries)
        self.entries += element.tag in _ENTRIES

    def _end(self, element: Element) -> None:
        self.entries -= element.tag in _ENTRIES
        if element.tag in ("li", "dd"):
            self.lines.end()
            self.lines.lead("")
        elif element.tag not in INLINE and element.tag not in ("dt", "br"):
            self.lines.end(apart=not self.entries)

    def _opens_entry(self, element: Element) -> bool:
        """Whether a block is the first thing in a definition, whose line its term has begun."""
        return bool(element.parent and element.parent.tag == "dd")

    def _marker(self, entry: Element) -> str:
        if entry.parent is None or entry.parent.tag != "ol":
            return "- "
        self.numbers[id(entry.parent)] += 1
        return f"{self.numbers[id(entry.parent)]}. "

    def _whole(self, element: Element) -> None:
        """A table of data row by row, preformatted text line by line."""
        self.lines.end(apart=True)
        if element.tag == "pre":
            for line in "".join(each for each in _strings(element)).split("\n"):
                self.lines.add(line, element)
                self.lines.end(apart=not line.strip())
        else:
            for row, cells in _rows(element):
                self.lines.row(cells, row)
        self.lines.end(apart=True)


def _strings(element: Element) -> Iterable[str]:
    for each in element.walk():
        yield from (child for child in each.children if isinstance(child, str))


def _rows(table: Element) -> list[tuple[Element, list[str]]]:
    """Each row with the words of its cells; rows without a word are left out."""
    rows = [(row, [each for each in row.children if isinstance(each, Element)]) for row in table.walk()]
    words = [
        (row, [one_line(cell.text()) for cell in cells if cell.tag in ("td", "th")])
        for row, cells in rows
        if row.tag == "tr"
    ]
    return [(row, cells) for row, cells in words if any(cells)]


def _is_data(table: Element) -> bool:
    """Whether a table says something in rows and columns, rather than laying out a page."""
    if any(each.tag in _BLOCKS_OF_LAYOUT for each in table.walk() if each is not table):
        return False
    rows = [cells for _, cells in _rows(table)]
    wide = sum(len(cells) > 1 for cells in rows)
    return wide * 2 > len(rows) and all(len(cell) <= _LONGEST_CELL for cells in rows for cell in cells)
