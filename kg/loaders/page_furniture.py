"""What of a page calls itself furniture: by tag, role, class, id, heading or link (``page-furniture.tsv``)."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from kg.loaders.elements import Element

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OPENED_BY = ("aria-controls", "data-target", "data-bs-target", "href")
_RANKS = frozenset({"h2", "h3", "h4", "h5", "h6", "caption", "summary", "legend"})
_QUOTED = ("blockquote", "figure")


def opened_on(page: Element) -> frozenset[str]:
    """The ids of what a reader of the page can open: panels of an accordion, sheets of a register."""
    said = (each.attributes.get(name, "") for each in page.walk() for name in _OPENED_BY)
    return frozenset(each.lstrip("#") for each in said)


def is_furniture(element: Element, opened: frozenset[str]) -> bool:
    """Whether an element says of itself, by tag or role, that it is none of the text."""
    attributes = element.attributes
    hidden = "hidden" in attributes or _HIDDEN.search(attributes.get("style", ""))
    if hidden and attributes.get("id") not in opened:
        return True
    if attributes.get("role", "").lower() in _listed("role"):
        return True
    if element.tag not in _listed("tag") or _says_who(element):
        return False
    if element.tag == "header":
        return not _heads_a_part(element)
    return element.tag != "aside" or not lists_people(element)


def is_named_furniture(element: Element, opened: frozenset[str]) -> bool:
    """Whether an element says so by its class or id, whatever stands in it."""
    attributes = element.attributes
    if attributes.get("aria-hidden") == "true" and attributes.get("id") not in opened:
        return True
    return _is_named(element, "name") and not _says_who(element)


def leads_elsewhere(element: Element) -> bool:
    """Whether an element says by its class or id that it leads to other pages: furniture, if links stand in it."""
    return _is_named(element, "elsewhere") and not lists_people(element)


def is_site_name(element: Element) -> bool:
    """Whether an element is the name of the site, by a class or id at it, or as a link to its first page."""
    if any(_is_named(each, "site") for each in (element, *islice(element.around(), 2)) if each.tag != "body"):
        return True
    link = next((each for each in element.walk() if each.tag == "a"), None)
    home = link is not None and (link.attributes.get("href") in ("/", "./", "index.html") or _says_home(link))
    return home and link is not None and link.text() == element.text()


def lists_people(element: Element) -> bool:
    """Whether an element says, by its class, its id or a heading in it, that those present stand in it."""
    if _is_named(element, "people"):
        return True
    return any(is_heading_of_people(each.text()) for each in element.walk() if each.tag in _RANKS)


def is_heading_of_people(said: str) -> bool:
    """Whether a heading says that those present stand below it."""
    return _plain(said) in _listed("people") or _plain(said) in _listed("people heading")


def is_furniture_heading(said: str) -> bool:
    """Whether a heading stands over furniture."""
    return _plain(said) in _listed("heading")


def is_of_the_page(link: Element) -> bool:
    """Whether a link does something with the page or the site ("Print", "Share on Facebook", "Site map")."""
    return _plain(link.text()) in _listed("link")


def _says_who(element: Element) -> bool:
    """Whether an element stands below a quotation, or a picture, and says whose it is."""
    return element.parent is not None and element.parent.tag in _QUOTED


def _heads_a_part(header: Element) -> bool:
    """Whether a header has the heading of an article or a section, rather than of the page."""
    part = any(each.tag in ("article", "section", "main") for each in header.around())
    return part and any(each.tag in _RANKS for each in header.walk())


def _says_home(link: Element) -> bool:
    return "home" in (link.attributes.get("rel", "").lower(), link.attributes.get("title", "").lower())


def _plain(said: str) -> str:
    return said.lower().strip(" :\u2026.\u00bb\u203a|+-")


def _names_of(element: Element) -> list[str]:
    return [*element.attributes.get("class", "").split(), element.attributes.get("id", "")]


def _is_named(element: Element, kind: str) -> bool:
    return any(_has(name, kind) for name in _names_of(element))


@lru_cache(maxsize=16_384)
def _has(name: str, kind: str) -> bool:
    """Whether words of a kind stand in a class or id, or are all of it, or it has a word that begins so."""
    words = " ".join(_words(name))
    if words in _listed(f"whole {kind}") or _pattern(kind, r"\b").search(words):
        return True
    return bool(_pattern(f"{kind} begins", "").search(words))


@lru_cache(maxsize=4096)
def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]


@cache
def _pattern(kind: str, end: str) -> re.Pattern[str]:
    """Words of a kind, anywhere in a class or id."""
    words = "|".join(sorted(map(re.escape, _listed(kind))))
    return re.compile(rf"\b(?:{words}){end}" if words else r"(?!)")


@cache
def _listed(kind: str) -> frozenset[str]:
    lines = files("kg.loaders").joinpath("page-furniture.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return frozenset(row[1] for row in rows if row[0] == kind)
