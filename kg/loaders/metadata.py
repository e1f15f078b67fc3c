"""What is known of a document beside its text, and who says so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
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


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47
KEYS = ("published", "publisher", "title", "language", "url")
"""What may be said of a document."""


def checked(said: Mapping[str, Any], origin: str, columns: Sequence[str] = ()) -> Metadata:
    """What somebody says of a document, checked; ``origin`` is who; raises :class:`kg.errors.Unreadable`.

    ``columns`` are those that a table has beside these: the error for an unknown one names them all.
    """
    said = {key: value.isoformat()[:10] if isinstance(value, date) else value for key, value in said.items()}
    for key, value in said.items():
        if key not in KEYS:
            raise Unreadable(
                f"expected one of {' '.join((*columns, *KEYS))}{' date' if columns else ''}, found {key!r}"
            )
        if not isinstance(value, str) or not value.strip():
            raise Unreadable(f'expected {key} as a string ({key} = "…"), found {value!r}')
    if "language" in said and not _LANGUAGE.fullmatch(said["language"]):
        raise Unreadable(f'expected language as a tag ("en", "fr", "pt-BR"), found {said["language"]!r}')
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
