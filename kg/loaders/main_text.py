"""What of a page is the release: the part with the headline and nearly all prose, without the furniture in it.

Nothing is taken away for its shape alone: a list of names looks like a menu. What goes is what calls itself furniture
(by tag, role, class or heading; the words stand in ``page-furniture.tsv``), and lines that only link to nowhere else.
"""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from kg.loaders.elements import Element

_MOST = 0.9
_ENOUGH = 0.5
_LINKED = 0.75
_NEVER = frozenset({"document", "html", "body", "main"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3")
_RANKS = ("h2", "h3", "h4", "h5", "h6")
_NOWHERE = ("#", "javascript:", "mailto:", "tel:")


class Main:
    """The main part of a page: ``top``, ``headline`` (which may stand outside it), and what in it is passed over."""

    def __init__(self, page: Element) -> None:
        self._words = _summed(page, ())
        self._unlinked = _prose_in(page, set())
        self.dropped: set[int] = set()
        self._drop_furniture(page)
        self._prose = _prose_in(page, self.dropped)
        self.headline = self._headline(page)
        self.top = self._top(page)
        self._drop_linked()

    def kept(self, element: Element) -> bool:
        """Whether an element is no furniture."""
        return id(element) not in self.dropped

    def _drop_furniture(self, page: Element) -> None:
        """Pass over what calls itself furniture, unless it holds the headline, or by its name alone nearly all."""
        most = _MOST * self._words[id(page)]
        for element in page.walk():
            self._drop_lists(element)
            if element.tag in _NEVER:
                continue
            furniture = _is_furniture(element) or (_is_named_furniture(element) and self._words[id(element)] <= most)
            if furniture and not _holds_headline(element):
                self.dropped.add(id(element))
            elif element.tag in ("p", "div") and self._is_link_line(element):
                self.dropped.add(id(element))

    def _drop_lists(self, element: Element) -> None:
        """Pass over headings of furniture in an element, each with the lists and links right below it."""
        heading_said = False
        for child in element.children:
            if not isinstance(child, Element):
                continue
            if child.tag in _RANKS:
                heading_said = _is_furniture_heading(child.text())
            else:
                heading_said = heading_said and (child.tag in ("ul", "ol") or self._is_linked(child, _LINKED))
            if heading_said:
                self.dropped.add(id(child))

    def _is_link_line(self, line: Element) -> bool:
        """Whether a line is nothing but links behind a word of furniture: "Read more: …"."""
        if not self._is_linked(line, _ENOUGH):
            return False
        link = next(each for each in line.walk() if each.tag == "a")
        before = line.text().partition(link.text())[0]
        return _is_furniture_heading(before) and len("".join(before.split())) == self._unlinked[id(line)]

    def _is_linked(self, element: Element, least: float) -> bool:
        """Whether so much of what stands in an element stands in links."""
        words = self._words[id(element)]
        linked = words - self._unlinked[id(element)]
        return linked > 0 and linked >= least * words

    def _headline(self, page: Element) -> Element | None:
        """The first heading of the highest rank that is no furniture and says something."""
        found = [each for each in _standing(page, self.dropped) if each.tag in _HEADINGS and len(each.text()) > 3]
        return min(found, key=lambda heading: heading.tag, default=None)  # the first of the least

    def _top(self, page: Element) -> Element:
        """The smallest part that holds the headline and most of the prose, or the one that is called the main one."""
        marked = [
            each
            for each in _standing(page, self.dropped)
            if each.tag in ("main", "article")
            or each.attributes.get("role") == "main"
            or "articleBody" in each.attributes.get("itemprop", "")
        ]
        largest = max(marked, key=lambda each: self._prose[id(each)], default=None)
        if largest and self._prose[id(largest)] >= _ENOUGH * self._prose[id(page)] > 0:
            return largest
        top, least = page, _MOST * self._prose[id(page)]
        while True:
            inside = [
                child
                for child in top.children
                if isinstance(child, Element) and id(child) not in self.dropped and self._prose[id(child)] >= least
            ]
            if not inside or (self.headline and inside[0] not in (self.headline, *self.headline.around())):
                return top
            top = inside[0]

    def _drop_linked(self) -> None:
        """Pass over lines that are all links to nowhere else: menus of the page itself, sharing, sending."""
        for element in _standing(self.top, self.dropped):
            if element.tag not in ("ul", "ol", "p", "div"):
                continue
            links = [each for each in element.walk() if each.tag == "a"]
            if len(links) < 2 or not all(each.attributes.get("href", "#").startswith(_NOWHERE) for each in links):
                continue
            if sum(self._words[id(each)] for each in links) >= _LINKED * self._words[id(element)]:
                self.dropped.add(id(element))


def _standing(page: Element, dropped: set[int]) -> Iterator[Element]:
    """The elements of a page, in order, without those passed over and what is in them."""
    waiting = [page]
    while waiting:
        element = waiting.pop()
        if id(element) in dropped:
            continue
        yield element
        waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _prose_in(page: Element, dropped: set[int]) -> dict[int, int]:
    """By element: how many letters stand in it that belong neither to furniture nor to a link."""
    lost: set[int] = set()
    for element in page.walk():
        if id(element) in dropped or element.tag == "a" or (element.parent and id(element.parent) in lost):
            lost.add(id(element))
    return _summed(page, lost)


def _summed(page: Element, lost: Container[int]) -> dict[int, int]:
    """By element: the letters in it and in all within it, those of ``lost`` elements aside."""
    order = list(page.walk())
    sums = {id(element): 0 if id(element) in lost else _letters(element) for element in order}
    for element in reversed(order):
        if element.parent:
            sums[id(element.parent)] += sums[id(element)]
    return sums


def _letters(element: Element) -> int:
    return sum(len("".join(child.split())) for child in element.children if isinstance(child, str))


def _is_furniture(element: Element) -> bool:
    """Whether an element says of itself, by tag or role, that it is none of the text."""
    attributes = element.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
        return True
    return element.tag in _listed("tag") or attributes.get("role", "").lower() in _listed("role")


def _is_named_furniture(element: Element) -> bool:
    attributes = element.attributes
    if attributes.get("aria-hidden") == "true":
        return True
    return any(_is_name_of_furniture(name) for name in (*attributes.get("class", "").split(), attributes.get("id", "")))


@lru_cache(maxsize=4096)
def _is_name_of_furniture(name: str) -> bool:
    words = " ".join(_WORD.findall(name)).lower()
    return words in _listed("whole name") or bool(_names().search(words))


def _is_furniture_heading(said: str) -> bool:
    return said.lower().strip(" :\u2026.") in _listed("heading")


def _holds_headline(element: Element) -> bool:
    return any(each.tag == "h1" for each in element.walk())


@cache
def _names() -> re.Pattern[str]:
    """A name of furniture, whole words, anywhere in a class or id."""
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _listed('name'))))})\b")


@cache
def _listed(kind: str) -> frozenset[str]:
    """The words of one kind in ``page-furniture.tsv``."""
    lines = files("kg.loaders").joinpath("page-furniture.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return frozenset(row[1] for row in rows if row[0] == kind)
