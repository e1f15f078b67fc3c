"""What a page says of itself: ``<meta>``, JSON-LD, ``<time>``, the language of ``<html>``.

Its address is not taken: the address is what a document *is*, and any page can claim that of another.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kg.loaders.elements import Element
from kg.loaders.layout import one_line
from kg.loaders.metadata import Metadata
from kg.loaders.printed_days import day_said
from kg.model.dates import PartialDate

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST = 500
_MOST_JSON = 200_000
_ARTICLES = frozenset({"NewsArticle", "Article", "PressRelease", "Report", "BlogPosting", "ReportageNewsArticle"})
_PAGES = frozenset({"WebPage", "ItemPage"})


def titles_of(page: Element, scripts: list[str]) -> list[str]:
    """What a page says is its title, in several places; ``scripts`` are its blocks of JSON-LD."""
    meta = _meta(page)
    data = next(_releases(scripts), {})
    title = next((each.text() for each in page.walk() if each.tag == "title"), None)
    return [said for each in (*_named(meta, "title"), data.get("headline"), title) if (said := _first([each]))]


def said_by(page: Element, scripts: list[str], main: Element, headline: Element | None) -> Metadata:
    """What a page says; the headline is its title where it has one."""
    meta = _meta(page)
    data = next(_releases(scripts), {})
    date = _first_date([*_named(meta, "date"), data.get("datePublished"), *_times(main)])
    publisher = _first([*_named(meta, "publisher"), _name_of(data.get("publisher"), scripts)])
    return Metadata(
        title=_first([headline.text() if headline else None, *titles_of(page, scripts)]),
        publisher=publisher,
        published=date,
        published_from="page" if date else None,
        publisher_from="page" if publisher else None,
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


def _objects(scripts: list[str]) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD."""
    for script in scripts:
        try:
            said = json.loads(script[:_MOST_JSON])
        except (ValueError, RecursionError):
            continue
        graph = said.get("@graph", [said]) if isinstance(said, dict) else said
        yield from (each for each in graph if isinstance(each, dict)) if isinstance(graph, list) else ()


def _releases(scripts: list[str]) -> Iterator[Mapping[str, Any]]:
    """Those that describe an article, then those that describe a page."""
    kinds = [(each, _kinds(each)) for each in _objects(scripts)]
    yield from (each for each, said in kinds if said & _ARTICLES)
    yield from (each for each, said in kinds if said & _PAGES)


def _kinds(said: Mapping[str, Any]) -> set[str]:
    kinds = said.get("@type")
    return {str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _name_of(said: Any, scripts: list[str]) -> Any:
    """The name of an organisation: as it is said, or of the object that is pointed at."""
    said = said[0] if isinstance(said, list) and said else said
    if isinstance(said, dict) and "name" not in said:
        said = next(
            (each for each in _objects(scripts) if each.get("@id", 0) == said.get("@id") and "name" in each), {}
        )
    return said.get("name") if isinstance(said, dict) else said


def _times(main: Element) -> Iterator[str]:
    """The days that ``<time>`` gives in the release: the first one, or the one that is called the date of issue."""
    times = [each.attributes for each in main.walk() if each.tag == "time" and each.attributes.get("datetime")]
    chosen = [
        each
        for each in times
        if "pubdate" in each
        or "datePublished" in each.get("itemprop", "")
        or {"published", "dt-published"} & set(each.get("class", "").split())
    ]
    yield from (each["datetime"] for each in chosen or (times if len(times) == 1 else []))


def _first(candidates: list[Any]) -> str | None:
    words = (one_line(each) for each in candidates if isinstance(each, str))
    return next((each for each in words if 0 < len(each) <= _LONGEST), None)


def _first_date(candidates: list[Any]) -> PartialDate | None:
    days = (day_said(each) for each in candidates if isinstance(each, str))
    return next((each for each in days if each), None)


def _named(meta: Mapping[str, str], kind: str) -> list[str | None]:
    return [meta.get(name) for name in _names()[kind]]


@cache
def _names() -> dict[str, list[str]]:
    lines = files("kg.loaders").joinpath("page-metadata.tsv").read_text(encoding="utf-8").splitlines()
    names: dict[str, list[str]] = {}
    for kind, name in (line.split("\t") for line in lines if line and not line.startswith("#")):
        names.setdefault(kind, []).append(name)
    return names


def _language(page: Element) -> str | None:
    said = next((each.attributes.get("lang", "") for each in page.walk() if each.tag == "html"), "")
    return said if _LANGUAGE.fullmatch(said) else None
