"""Which form of an answer a client wants (https://www.rfc-editor.org/rfc/rfc9110#name-accept)."""

from collections.abc import Iterable, Mapping

HTML = "text/html"
TABLES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""The media types of rows, the one we prefer first, each with the name of its format."""
GRAPHS = {"text/turtle": "turtle", "application/ld+json": "jsonld", "application/n-triples": "ntriples"}
"""The media types of triples."""
SUFFIXES = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples", "html": HTML}
"""What the end of an address asks for."""


def chosen(accept: str | None, offers: Iterable[str]) -> str | None:
    """The offer that an ``Accept`` header likes best, the first of those it likes as much; None if it wants none.

    >>> chosen("text/html;q=0.8, text/turtle", ["text/html", "text/turtle"])
    'text/turtle'
    >>> chosen("application/*;q=0.5, */*;q=0.1", ["text/csv", "application/json"])
    'application/json'
    >>> chosen("image/png", ["text/html"]) is None
    True
    """
    wanted = _ranges(accept or "*/*")
    best, liked = None, 0.0
    for offer in offers:
        quality = _quality(offer, wanted)
        if quality > liked:
            best, liked = offer, quality
    return best


def _ranges(accept: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name:
            found[name.lower()] = min((_q(each) for each in parameters if each[:2].lower() == "q="), default=1.0)
    return found


def _q(parameter: str) -> float:
    try:
        return min(max(float(parameter[2:]), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(offer: str, wanted: Mapping[str, float]) -> float:
    """The quality of the most specific range that fits."""
    for pattern in (offer, f"{offer.partition('/')[0]}/*", "*/*"):
        if pattern in wanted:
            return wanted[pattern]
    return 0.0
