"""What a page says of itself: ``<meta>``, JSON-LD, ``<time>``, the language of ``<html>``.

Its address is not taken: the address is what a document *is*, and any page can claim that of another.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import BadDate
from kg.loaders.elements import Element
from kg.loaders.layout import one_line
from kg.loaders.metadata import Metadata
from kg.model.dates import PartialDate

_TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title")
_DATES = (
    "article:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "datepublished",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "date",
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher")
_ISO = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST = 500
_MOST_JSON = 200_000
_RELEASES = frozenset(
    {"NewsArticle", "Article", "PressRelease", "Report", "WebPage", "BlogPosting", "ReportageNewsArticle"}
)


def said_by(page: Element, scripts: list[str], main: Element, headline: Element | None) -> Metadata:
    """What a page says; the headline is its title where it says none. ``scripts`` are its blocks of JSON-LD."""
    meta = _meta(page)
    data = next(_releases(scripts), {})
    publisher = data.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    date = _first_date([*(meta.get(key) for key in _DATES), data.get("datePublished"), *_times(main)])
    publisher_said = _first([*(meta.get(key) for key in _PUBLISHERS), name])
    return Metadata(
        title=(headline.text() if headline else None)
        or _first([*(meta.get(key) for key in _TITLES), data.get("headline")]),
        publisher=publisher_said,
        published=date,
        published_from="page" if date else None,
        publisher_from="page" if publisher_said else None,
        language=_language(page),
    )


def _meta(page: Element) -> dict[str, str]:
    """The contents of ``<meta>`` by name, in lower case; the first of a name."""
    found: dict[str, str] = {}
    for each in page.walk():
        if each.tag == "meta":
            said = each.attributes
            name = said.get("property") or said.get("name") or said.get("itemprop") or ""
            found.setdefault(name.lower(), said.get("content", ""))
    return found


def _releases(scripts: list[str]) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD that describe an article or a page."""
    for script in scripts:
        try:
            said = json.loads(script[:_MOST_JSON])
        except (ValueError, RecursionError):
            continue
        graph = said.get("@graph", [said]) if isinstance(said, dict) else said
        for each in graph if isinstance(graph, list) else []:
            kinds = each.get("@type") if isinstance(each, dict) else None
            if _RELEASES & set(map(str, kinds if isinstance(kinds, list) else [kinds])):
                yield each


def _times(main: Element) -> Iterator[str]:
    """The days that ``<time>`` gives in the release: the first one, or the one that is called the date of issue."""
    times = [each.attributes for each in main.walk() if each.tag == "time" and each.attributes.get("datetime")]
    chosen = [each for each in times if "pubdate" in each or "datePublished" in each.get("itemprop", "")]
    yield from (each["datetime"] for each in chosen or (times if len(times) == 1 else []))


def _first(candidates: list[Any]) -> str | None:
    words = (one_line(each) for each in candidates if isinstance(each, str))
    return next((each for each in words if 0 < len(each) <= _LONGEST), None)


def _first_date(candidates: list[Any]) -> PartialDate | None:
    for each in candidates:
        match = _ISO.fullmatch(each.strip()) if isinstance(each, str) else None
        if match:
            try:
                return PartialDate.parse(match.group(1))
            except BadDate:
                continue
    return None


def _language(page: Element) -> str | None:
    said = next((each.attributes.get("lang", "") for each in page.walk() if each.tag == "html"), "")
    return said if _LANGUAGE.fullmatch(said) else None
