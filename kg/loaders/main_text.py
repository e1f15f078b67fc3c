"""What of a page is the release: the part with the headline and nearly all prose, without the furniture in it.

Nothing is taken away for its shape alone: a list of names looks like a menu. What goes is what calls itself furniture
(``page_furniture``), lines that only link to nowhere else, and links in front of the headline.
"""

from collections.abc import Container, Iterator, Sequence

from kg.loaders.elements import Element, Node
from kg.loaders.page_furniture import (
    is_furniture,
    is_furniture_heading,
    is_named_furniture,
    is_of_the_page,
    leads_elsewhere,
    lists_people,
    opened_on,
)
from kg.loaders.page_headline import HEADINGS, headline

_MOST = 0.9
_ENOUGH = 0.5
_LINKED = 0.75
_NEVER = frozenset({"document", "html", "body", "main"})
_RANKS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NOWHERE = ("#", "javascript:", "mailto:", "tel:")
_LINES = frozenset({"ul", "ol", "p", "div", "li", "td", "span"})


class Main:
    """The main part of a page: ``top``, ``headline`` (which may stand outside it), and what in it is passed over.

    ``titles`` are what the page says is its title.
    """

    def __init__(self, page: Element, titles: Sequence[str] = ()) -> None:
        self._words, self._begins = _summed(page, ()), _beginnings(page)
        self._unlinked = _prose_in(page, set())
        self._half = _ENOUGH * self._words[id(page)]
        self.dropped: set[int] = {id(each) for each in page.walk() if each.tag == "head"}
        self._headlines = _around(headline((each for each in page.walk() if each.tag in HEADINGS), titles))
        self._drop_furniture(page)
        self._drop_below_headings(page)
        self._prose = _prose_in(page, self.dropped)
        self.headline = headline(_standing(page, self.dropped), titles)
        self.top = self._top(page)
        self._drop_linked()

    def kept(self, element: Element) -> bool:
        """Whether an element is no furniture."""
        return id(element) not in self.dropped

    def _drop_furniture(self, page: Element) -> None:
        """Pass over what calls itself furniture, unless it holds the headline, or by its name alone nearly all."""
        most = _MOST * self._words[id(page)]
        opened = opened_on(page)
        for element in _standing(page, self.dropped):
            if element.tag in _NEVER or id(element) in self._headlines:
                continue
            named = self._words[id(element)] <= most and (
                (is_named_furniture(element, opened) and not lists_people(element))
                or (self._is_linked(element, 0) and leads_elsewhere(element))
            )
            if named or is_furniture(element, opened) or (element.tag in _LINES and self._is_link_line(element)):
                self.dropped.add(id(element))

    def _drop_below_headings(self, page: Element) -> None:
        """Pass over headings of furniture, each with the lists and links right below it, or the part it stands over."""
        for element in page.walk():
            below = False
            for child in element.children:
                if not isinstance(child, Element) or not self._words[id(child)]:
                    continue
                if child.tag in _RANKS:
                    below = is_furniture_heading(child.text())
                    if below and (part := self._part_below(child)):
                        self.dropped.add(id(part))
                else:
                    below = below and (child.tag in ("ul", "ol") or self._is_linked(child, _LINKED))
                if below:
                    self.dropped.add(id(child))

    def _part_below(self, heading: Element) -> Element | None:
        """The part of a page that begins with this heading and leads elsewhere, if it is not most of the page."""
        part = heading.parent
        while part and self._words[id(part)] == self._words[id(heading)]:
            part = part.parent
        if part is None or part.tag in _NEVER or id(part) in self._headlines:
            return None
        begins = self._begins[id(part)] == self._begins[id(heading)]
        return part if begins and self._unlinked[id(part)] < self._half and self._is_linked(part, 0) else None

    def _is_link_line(self, line: Element) -> bool:
        """Whether a line is nothing but links behind a word of furniture ("Read more: …"), or that serve the page."""
        if not self._is_linked(line, _ENOUGH):
            return False
        links = [each for each in line.walk() if each.tag == "a" and self._words[id(each)]]
        if all(map(is_of_the_page, links)) and self._is_linked(line, _LINKED):
            return True
        before = line.text().partition(links[0].text())[0]
        return is_furniture_heading(before) and len("".join(before.split())) == self._unlinked[id(line)]

    def _is_linked(self, element: Element, least: float) -> bool:
        """Whether so much of what stands in an element stands in links."""
        words = self._words[id(element)]
        linked = words - self._unlinked[id(element)]
        return linked > 0 and linked >= least * words

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
        around = _around(self.headline)
        while True:
            inside = [
                child
                for child in top.children
                if isinstance(child, Element) and id(child) not in self.dropped and self._prose[id(child)] >= least
            ]
            if not inside or (around and id(inside[0]) not in around):
                return top
            top = inside[0]

    def _drop_linked(self) -> None:
        """Pass over lines that are all links to nowhere else (sharing, sending), and links in front of the headline."""
        around = _around(self.headline)
        before = bool(around)
        for element in _standing(self.top, self.dropped):
            before = before and element is not self.headline
            if id(element) in around:
                continue
            if before and element is not self.top and self._is_linked(element, _ENOUGH):
                self.dropped.add(id(element))
            elif element.tag in ("ul", "ol", "p", "div") and self._is_linked(element, _LINKED):
                links = [each for each in element.walk() if each.tag == "a"]
                if len(links) > 1 and all(each.attributes.get("href", "#").startswith(_NOWHERE) for each in links):
                    self.dropped.add(id(element))


def _around(element: Element | None) -> frozenset[int]:
    """An element and all around it."""
    return frozenset(map(id, (element, *element.around()))) if element else frozenset()


def _standing(page: Element, dropped: set[int]) -> Iterator[Element]:
    """The elements of a page, in order, without those passed over and what is in them (also while they are)."""
    waiting = [page]
    while waiting:
        element = waiting.pop()
        if id(element) not in dropped:
            yield element
            if id(element) not in dropped:
                waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))


def _beginnings(page: Element) -> dict[int, int]:
    """By element: how many letters stand on the page before it."""
    begins: dict[int, int] = {}
    at = 0
    waiting: list[Node] = [page]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            at += _letters_of(node)
        else:
            begins[id(node)] = at
            waiting.extend(reversed(node.children))
    return begins


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
    return sum(_letters_of(child) for child in element.children if isinstance(child, str))


def _letters_of(words: str) -> int:
    return len("".join(words.split()))
