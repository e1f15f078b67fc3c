"""HTML → a tree of elements, as browsers build it for what institutions publish: forgiving, and never deep.

The parser of the standard library reads the tags: it is linear, needs no package, and has no limit of depth that would
silently cut a page. Elements nested deeper than ``DEEPEST`` are not opened; their text stands in the one around them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Union

DEEPEST = 400

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SILENT = frozenset("script style template noscript svg math iframe object select textarea button audio video".split())
_NO_PARAGRAPH_INSIDE = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr main menu nav ol p pre section table ul".split()
)
# A start tag ends an element of these kinds that is still open, unless one of the others stands between.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(_NO_PARAGRAPH_INSIDE, (frozenset({"p"}), frozenset({"td", "th", "table", "li", "dd", "div"}))),
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"table", "tr"}))),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"}))),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "body": (frozenset({"head"}), frozenset()),
}

_SIDE_BY_SIDE = frozenset({"a", "time"})  # two of them that touch are parted by the style of a page

Node = Union["Element", str]


@dataclass(slots=True, eq=False)
class Element:
    """A tag with its attributes, and what stands in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    parent: "Element | None" = None

    def walk(self) -> Iterator["Element"]:
        """This element and all in it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def around(self) -> Iterator["Element"]:
        """The elements around this one, from the inside out."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def text(self) -> str:
        """All words in it, white space as one space."""
        words: list[str] = []
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                words.append(node)
            elif node.tag not in _SILENT:
                words.append("" if node.tag in INLINE else " ")
                waiting.extend(reversed(node.children))
        return " ".join("".join(words).split())


INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
"""Elements that stand within a line."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A page: its outermost element, and its blocks of JSON-LD."""

    top: Element
    data: list[str]


def parse(page: str) -> Tree:
    """The tree of a page; scripts, styles and the like keep their element and lose their content."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    return Tree(builder.top, builder.data)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("document")
        self.at = self.top
        self.open: Counter[str] = Counter()
        self.depth = 0
        self.unopened = 0
        self.silent = 0  # open elements whose words are none of the page's
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, after those are closed that cannot hold it."""
        self._end_implied(tag)
        if self.depth >= DEEPEST and tag not in _VOID:
            self.unopened += 1
            return
        before = self.at.children[-1] if tag in _SIDE_BY_SIDE and self.at.children else None
        if isinstance(before, Element) and before.tag == tag:
            self.at.children.append(" ")
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)}, parent=self.at)
        self.at.children.append(element)
        if tag not in _VOID:
            self.at = element
            self.depth += 1
            self.open[tag] += 1
            self.silent += tag in _SILENT

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>`` is void; ``<div/>`` is a start tag, as in browsers."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of that kind; one that is not open was closed already."""
        if self.unopened:
            self.unopened -= 1
        elif self.open[tag]:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        """Words, unless they are none of the page's."""
        if not self.silent:
            self.at.children.append(data)
        elif self.at.attributes.get("type", "").lower() == "application/ld+json":
            self.data.append(data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - as the parser calls it
        """``<![…]>`` is a comment; the parser of the standard library stops at one it does not know."""
        end = self.rawdata.find(">", i)
        return end + 1 if end >= 0 else -1

    def _end_implied(self, tag: str) -> None:
        ends, unless = _ENDS.get(tag, (frozenset(), frozenset()))
        if not any(self.open[each] for each in ends):
            return
        element: Element | None = self.at
        while element is not None and element.tag not in unless:
            if element.tag in ends:
                self._close(element.tag)
                return
            element = element.parent

    def _close(self, tag: str) -> None:
        while True:
            closed, self.at = self.at, self.at.parent or self.top
            self.depth -= 1
            self.open[closed.tag] -= 1
            self.silent -= closed.tag in _SILENT
            if closed.tag == tag:
                return
