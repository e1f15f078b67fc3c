"""What is known of a document beside its text, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from kg.errors import BadDate, Unreadable
from kg.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Metadata:
    """Date of issue, publisher, title, language (BCP 47) and source URL, each if known.

    ``published_from`` and ``publisher_from`` say who says so: ``manifest``, ``sidecar``, ``folder``, ``option``,
    ``page``, ``mail``.
    """

    published: PartialDate | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    url: str | None = None
    published_from: str | None = None
    publisher_from: str | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """These, and of ``other`` what is not known here; a date and a publisher come with who said it."""
        date = self if self.published else other
        publisher = self if self.publisher else other
        return Metadata(
            published=date.published,
            publisher=publisher.publisher,
            title=self.title or other.title,
            language=self.language or other.language,
            url=self.url or other.url,
            published_from=date.published_from,
            publisher_from=publisher.publisher_from,
        )

    def to_plain(self) -> dict[str, str]:
        """As JSON values, without what is not known."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: str(value) for name, value in values if value is not None}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Metadata":
        """What :meth:`to_plain` wrote."""
        published = plain.get("published")
        return cls(**{**plain, "published": PartialDate.parse(published) if published else None})


KEYS = ("published", "publisher", "title", "language", "url")
"""What may be said of a document."""


def checked(said: Mapping[str, Any], origin: str) -> Metadata:
    """What somebody says of a document, checked; ``origin`` is who; raises :class:`kg.errors.Unreadable`."""
    for key, value in said.items():
        if key not in KEYS:
            raise Unreadable(f"expected one of {' '.join(KEYS)}, found {key!r}")
        if not isinstance(value, str) or not value.strip():
            raise Unreadable(f'expected {key} as a string ({key} = "…"), found {value!r}')
    if "url" in said:
        check_url(said["url"])
    try:
        published = PartialDate.parse(said["published"]) if "published" in said else None
    except BadDate as error:
        raise Unreadable(f"published: {error}") from None
    return Metadata(
        **{
            **said,
            "published": published,
            "published_from": origin if published else None,
            "publisher_from": origin if "publisher" in said else None,
        }
    )


def check_url(url: str) -> None:
    """Raise :class:`kg.errors.Unreadable` if this is no address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[::1"
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or set(url) & set(' <>"{}|^`\\\n\r\t'):
        raise Unreadable(f"expected url as an address with http: or https:, found {url!r}")
