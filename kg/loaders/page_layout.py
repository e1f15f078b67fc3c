"""The tree of a page → lines: blocks are apart, entries of a list below each other, rows of a table between strokes."""

from collections import Counter
from collections.abc import Callable, Iterable

from kg.loaders.elements import INLINE, Element, Node
from kg.loaders.layout import Lines
from kg.loaders.page_tables import is_data, rows_of

_SILENT = frozenset({"head", "title", "script", "style", "template", "noscript"})
_ENTRIES = frozenset({"li", "dt", "dd"})


def lay_out(top: Element, kept: Callable[[Element], bool], headline: Element | None = None) -> Lines:
    """The lines of ``top`` without the elements that are not ``kept``; ``headline`` first, if it stands outside."""
    writer = _Writer(kept, {id(each) for each in headline.around()} if headline else set())
    if headline and top is not headline and top not in headline.around():
        writer.write(headline)
    writer.write(top)
    return writer.lines


class _Writer:
    def __init__(self, kept: Callable[[Element], bool], around: set[int]) -> None:
        self.kept = kept
        self.around = around  # the headline: a table that holds it lays out the page
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
            elif node.tag == "pre" or (node.tag == "table" and id(node) not in self.around and is_data(node)):
                self._whole(node)
            else:
                self._begin(node)
                if node.tag not in INLINE:
                    within.append(node)
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(node.children))

    def _begin(self, element: Element) -> None:
        if element.tag == "dd" and self.lines.begun:
            self.lines.add(" " if self.lines.ends_with_colon else ": ")  # "Cambodia: Mr …" is one entry
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
            for row, cells in rows_of(element):
                self.lines.row(cells, row)
        self.lines.end(apart=True)


def _strings(element: Element) -> Iterable[str]:
    for each in element.walk():
        yield from (child for child in each.children if isinstance(child, str))
