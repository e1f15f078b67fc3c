"""Minting: which IRI a thing gets. Pure, deterministic, readable; docs/architecture.md has the table.

Everything stands under one :class:`Base`, which alone is configurable; the terms of the ontology are elsewhere
(:mod:`kg.vocabulary`). Names become ASCII slugs; hashes are the first 16 hex digits of a SHA-256.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.model.text import Span

DEFAULT_BASE = "https://w3id.org/ct-kg/id/"
LONGEST_SLUG = 80

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "ng"}
)
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´′]")
_WORDS = re.compile(r"[^\W_]+")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\x7f-\x9f]+")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """A name without what writers vary: case, diacritics, punctuation, ``&``. Words joined by one space.

    >>> fold("Asa RÉGNER, O’Brien & Łukasiewicz-Sørensen")
    'asa regner obrien and lukasiewicz sorensen'
    """
    small = _APOSTROPHES.sub("", name).replace("&", " and ").lower().translate(_LETTERS)
    if small.isascii():
        return " ".join(_WORDS.findall(small))
    bare = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    # NFKD and case mapping can each bring up letters for the other; both are applied until nothing changes.
    folded = " ".join(_WORDS.findall(bare.lower().translate(_LETTERS)))
    return folded if folded == name else fold(folded)


@lru_cache(maxsize=65_536)
def slug(name: str) -> str:
    """A readable ASCII name for an IRI: lower-case words joined by hyphens.

    Different foldings give different slugs: where letters would be lost (other scripts), nothing is left, or the
    slug would exceed 80 characters, a short hash of the folding is appended.

    >>> slug("Gilles de Kerchove"), slug("Ilze Brands-Kehris")
    ('gilles-de-kerchove', 'ilze-brands-kehris')
    >>> slug("国連")
    'b1dad4a7'
    """
    folded = fold(name)
    words = "-".join(folded.encode("ascii", "ignore").decode().split())
    if folded.isascii() and 0 < len(words) <= LONGEST_SLUG:
        return words
    short = digest(folded)[:8]
    return f"{words[: LONGEST_SLUG - 9].rstrip('-')}-{short}".lstrip("-")


def digest(*parts: object) -> str:
    """16 hex digits that stand for these values, in this order.

    >>> digest("a", 1, None) == digest("a", "1", None)
    True
    >>> digest("a b") == digest("a", "b")
    False
    """
    import hashlib  # slow to start, and whoever only reads mints nothing

    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Base:
    """The IRI under which all instances stand; ends in ``/`` or ``#``.

    >>> Base().official("Vladimir Voronkov")
    'https://w3id.org/ct-kg/id/official/vladimir-voronkov'
    """

    iri: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _IRI.fullmatch(self.iri) or self.iri[-1] not in "/#":
            raise UsageError(
                f"expected an absolute IRI that ends in / or # as the base of instances, found {self.iri!r}; "
                f"for example {DEFAULT_BASE}"
            )

    @property
    def entities(self) -> str:
        """The graph of names, types, hierarchy and concepts."""
        return f"{self.iri}graph/entities"

    @property
    def quarantine(self) -> str:
        """The graph of what the shapes refused; it stands beside the store and not in it."""
        return f"{self.iri}graph/quarantine"

    @property
    def derived(self) -> str:
        """The graph of what is computed from all documents."""
        return f"{self.iri}graph/derived"

    def document(self, key: str) -> str:
        """A document, by its key (its URL, else the hash of its bytes)."""
        return f"{self.iri}document/{digest(key)}"

    def graph(self, key: str) -> str:
        """The graph of what one document says."""
        return f"{self.iri}graph/{digest(key)}"

    def passage(self, key: str, span: "Span") -> str:
        """Words of a document; its selectors are this IRI with ``#position`` and ``#quote``."""
        return f"{self.iri}passage/{digest(key)}-{span.start}-{span.end}"

    def claim(self, kind: str, key: str) -> str:
        """A claim node: ``kind`` is the folder (``participation`` …), ``key`` the hash of its content."""
        return f"{self.iri}{kind}/{key}"

    def official(self, name: str, scope: str = "") -> str:
        """A person; ``scope`` (a document's key) keeps a name that is not unique to its document."""
        return f"{self.iri}official/{_scoped(slug(name), scope)}"

    def body(self, local: str) -> str:
        """A body, by the local name that :mod:`kg.identity` chose: its authority id, or the slug of its name."""
        return f"{self.iri}body/{local}"

    def post(self, body: str | None, role: str) -> str:
        """A post: ``body`` is the IRI of the body in which it is held, None if none is printed."""
        where = "-" if body is None else body.removeprefix(f"{self.iri}body/")
        return f"{self.iri}post/{where}/{slug(role)}"

    def meeting(self, name: str, scope: str) -> str:
        """A meeting: its name for people, ``scope`` (whatever makes it one meeting) for identity."""
        return f"{self.iri}meeting/{_scoped(slug(name), scope)}"

    def series(self, name: str, scope: str = "") -> str:
        """A series of meetings; ``scope`` as for :meth:`official`."""
        return f"{self.iri}series/{_scoped(slug(name), scope)}"

    def membership(self, member: str, body: str, on: str) -> str:
        """That a known body belonged to another (IRIs) on a day (as printed)."""
        names = (iri.removeprefix(f"{self.iri}body/") for iri in (body, member))
        return f"{self.iri}membership/{'-'.join((*names, on))}"

    def group(self, body: str, count: int, meeting: str | None) -> str:
        """A counted group of a body, at a meeting or (None) in general."""
        return f"{self.iri}group/{digest(body, count, meeting)}"

    def tenure(self, person: str, post: str, status: str, spell: int = 0) -> str:
        """One person in one post (IRIs) with one status (its notation); ``spell`` counts the times before."""
        return f"{self.iri}tenure/{digest(person, post, status, *([spell] if spell else []))}"


def _scoped(local: str, scope: str) -> str:
    return f"{local}-{digest(scope)[:8]}" if scope else local
