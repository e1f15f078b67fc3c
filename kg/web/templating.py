"""Templates: files of ``templates/``, everything escaped, every missing value an error."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.iris import Base
from kg.model.answers import Words
from kg.rendering.characters import harmless
from kg.rendering.terms import short_iri
from kg.web.static import versioned

_HERE = Path(__file__).resolve().parent
_MONTHS = "January February March April May June July August September October November December".split()


@cache
def environment() -> Environment:
    """The templates, read once."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"static": versioned}
    made.filters |= {
        "day": day,
        "plural": plural,
        "outside": outside,
        "spaced": spaced,
        "kinds": kinds,
        "words": words,
        "shortened": short_iri,
        "by_document": by_document,
    }
    return made


def rendered(template: str, base: Base, **values: Any) -> str:
    """A page; ``base`` tells which IRIs are ours, and so addresses of this server."""
    return environment().get_template(template).render(href=link_to(base), **values)


def _visible(value: Any) -> Any:
    """Control and direction characters are shown, not obeyed; nothing is empty."""
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def link_to(base: Base) -> Callable[[str], str]:
    """The address on this server of something of ours; anything else is no link of ours.

    >>> link_to(Base())("https://w3id.org/ct-kg/id/official/anna-ilvesoo")
    '/official/anna-ilvesoo'
    """

    def href(iri: object) -> str:
        text = str(iri)
        return "/" + quote(text.removeprefix(base.iri), safe="/-_.~") if text.startswith(base.iri) else "#"

    return href


def outside(address: object) -> str | None:
    """An address that may be a link: http and https alone.

    >>> outside("javascript:alert(1)") is None, outside("https://eeas.europa.eu/x")
    (True, 'https://eeas.europa.eu/x')
    """
    try:
        parts = urlsplit(str(address))
    except ValueError:
        return None
    return str(address) if parts.scheme in ("http", "https") and parts.hostname else None


def day(printed: object) -> str:
    """A date as people read it, as exact as it is known.

    >>> day("2020-12-03"), day("2020-12"), day("2020"), day(None)
    ('3 December 2020', 'December 2020', '2020', '')
    """
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", str(printed or ""))
    if not found:
        return str(printed or "")
    year, month, date = found.groups()
    parts = [str(int(date))] if date else []
    return " ".join([*parts, *([_MONTHS[int(month) - 1]] if month else []), year])


def plural(number: int, noun: str, several: str | None = None) -> str:
    """``1 meeting``, ``1,200 meetings``.

    >>> plural(1, "body", "bodies"), plural(1200, "meeting")
    ('1 body', '1,200 meetings')
    """
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"


def spaced(notation: object) -> str:
    """``head-of-delegation`` → ``head of delegation``; the hyphen of ``co-chair`` stays."""
    text = str(notation or "")
    return text if text.startswith("co-") else text.replace("-", " ")


_SEVERAL = {
    "official": "Officials", "body": "Bodies", "post": "Posts", "meeting": "Meetings", "series": "Series",
    "document": "Documents",
}  # fmt: skip


def kinds(kind: str) -> str:
    """The heading over several things of a kind."""
    return _SEVERAL[kind]


def by_document(evidence: Iterable[Words]) -> list[tuple[str, list[Words]]]:
    """The quotations of each document together, in the order in which documents were issued."""
    found: dict[str, list[Words]] = {}
    for each in evidence:
        found.setdefault(each.document, []).append(each)
    return sorted(found.items(), key=lambda pair: (pair[1][0].published or "9999", pair[0]))


def words(text: str) -> str:
    """A quotation on one line."""
    return " ".join(text.split())
