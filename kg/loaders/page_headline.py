"""Which words on a page are its headline: those that the page gives as its title, else its first heading."""

import re
from collections.abc import Iterable, Iterator

from kg.loaders.elements import Element
from kg.loaders.page_furniture import is_heading_of_people, is_site_name

HEADINGS = ("h1", "h2", "h3", "h4")
_RANKS = {"h1": 1, "h2": 2}  # of the others the first counts
_UNSEEN = frozenset({"head", "title", "a", "li", "option", "label", "script", "figcaption"})
_PARTED = re.compile(r"\s+[|\u2013\u2014\u00bb\u203a\u2022:-]+\s+|\s*\|\s*|\s::\s")
_LEAST = 8  # letters: a shorter title stands in many places
_LONGEST = 300


def headline(standing: Iterable[Element], titles: Iterable[str]) -> Element | None:
    """The headline among the elements that are no furniture; ``titles`` are what the page says is its title.

    It is the heading that one of them names, or if no heading is so named any words that are, else the first heading of
    the highest rank that is not the name of the site.
    """
    elements = list(standing)
    headings = sorted((each for each in elements if each.tag in HEADINGS), key=_rank)
    said = [heading for heading in headings if len(heading.text()) > 3 and not is_site_name(heading)]
    named = {part for title in titles for part in _parts(title)}
    found = next((heading for heading in said if _folded(heading.text()) in named), None)
    return (
        found or (None if any(each.tag == "h1" for each in said) else _named(elements, named)) or next(iter(said), None)
    )


def _named(elements: Iterable[Element], named: set[str]) -> Element | None:
    """The first element whose words are a title of the page."""
    longest = max(map(len, named), default=0)
    for each in elements:
        own = sum(len(child) for child in each.children if isinstance(child, str) and child.strip())
        if each.tag in _UNSEEN or not 0 < own <= 2 * longest:
            continue
        if _folded(each.text()) in named and not is_site_name(each):
            return each
    return None


def _rank(heading: Element) -> tuple[bool, bool, int]:
    """Where a heading stands among those that may be the headline."""
    return _is_around(heading), is_heading_of_people(heading.text()), _RANKS.get(heading.tag, 3)


def _is_around(heading: Element) -> bool:
    """Whether a heading stands in the head or foot of the page, not of an article on it."""
    tags = {each.tag for each in heading.around()}
    return bool(tags & {"header", "footer", "nav", "aside"}) and not tags & {"main", "article"}


def _parts(title: str) -> Iterator[str]:
    """A title, and its parts: many pages say the name of the site with it."""
    for part in (title, *_PARTED.split(title)):
        if _LEAST <= len(part) <= _LONGEST:
            yield _folded(part)


def _folded(said: str) -> str:
    return " ".join(said.casefold().split())
