"""Text that never changes after loading, spans over it, and the exact words cut from it.

Offsets are half-open and count Unicode code points, as ``oa:TextPositionSelector`` does
(https://www.w3.org/TR/annotation-model/#text-position-selector).
"""

from bisect import bisect_right
from dataclasses import dataclass

from kg.errors import EvidenceError
from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of a document's text, in code points; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"expected 0 <= start < end, found [{self.start}, {self.end})")

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The exact words of one document that say a thing, and where they stand.

    Made by :meth:`Document.evidence`, which compares the words with the text.
    """

    document: str
    span: Span
    quotation: str

    def __post_init__(self) -> None:
        if len(self.quotation) != self.span.end - self.span.start:
            raise EvidenceError(
                f"expected a quotation of {len(self.span)} characters for [{self.span.start}, {self.span.end}) "
                f"of {self.document}, found {len(self.quotation)}"
            )


PAGE = "page "
"""What the names of pages begin with; a number follows."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """What a reader can turn to: it begins at ``start`` of the text and is called ``name``.

    That is ``page 2``, or the XPath of an element of a page of HTML; empty where it has no name.
    """

    start: int
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Characters ``[start, end)`` of a document that are in another ``language`` than the rest."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class Document:
    """One published document: its text and what is known about it.

    ``sha256`` is of the bytes it was loaded from; ``name`` is a label for people and enters no export;
    ``published_from`` says where the date of issue came from (``dateline``, ``sidecar``, ``option``, …),
    ``publisher_from`` likewise the publisher;
    ``parts`` are the pages or elements, in order, if it has any; ``foreign`` what is in another language than the rest.
    """

    text: str
    sha256: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    published_from: str | None = None
    publisher_from: str | None = None
    language: str | None = None
    url: str | None = None
    parts: tuple[Part, ...] = ()
    foreign: tuple[Stretch, ...] = ()

    @property
    def key(self) -> str:
        """What the document *is*: its URL if it has one, else the hash of its bytes."""
        return self.url or f"sha256:{self.sha256}"

    def part_at(self, offset: int) -> str | None:
        """The name of the part in which ``offset`` lies; None if the document has no parts.

        >>> Document("First. Second.", "0" * 64, "note", parts=(Part(0, "page 1"), Part(7, "page 2"))).part_at(8)
        'page 2'
        """
        before = bisect_right(self.parts, offset, key=lambda part: part.start)
        return (self.parts[before - 1].name or None) if before else None

    def page_at(self, offset: int) -> int | None:
        """The number of the page on which ``offset`` stands; None if the document has no pages."""
        part = self.part_at(offset) or ""
        return int(part.removeprefix(PAGE)) if part.startswith(PAGE) else None

    def element_at(self, offset: int) -> str | None:
        """The XPath of the element in which ``offset`` stands, as a browser builds it; None if it has no elements."""
        part = self.part_at(offset) or ""
        return part if part.startswith("/") else None

    def evidence(self, start: int, end: int, quotation: str | None = None) -> Evidence:
        """The words at ``[start, end)``; with ``quotation``, checked against the text.

        Raises :class:`kg.errors.EvidenceError` if the span leaves the text or the words differ.

        >>> Document("The EU met.", "0" * 64, "note").evidence(4, 6).quotation
        'EU'
        """
        span = Span(start, end)
        found = self.text[start:end]
        if end > len(self.text):
            raise EvidenceError(f"expected a span inside the {len(self.text)} characters of {self.name}, found {span}")
        if quotation is not None and quotation != found:
            raise EvidenceError(f"expected {quotation!r} at [{start}, {end}) of {self.name}, found {found!r}")
        return Evidence(self.key, span, found)
