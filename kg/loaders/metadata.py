"""What is known of a document beside its text, from ``NAME.meta.toml`` next to ``NAME.ext``."""

import stat
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kg.errors import BadDate, Unreadable
from kg.model.dates import PartialDate

ENDING = ".meta.toml"
_MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """Date of issue, publisher, title, language (BCP 47) and source URL, each if known.

    ``published_from`` says who said the date: ``sidecar``, ``option``, ``page``, ``mail``, …
    """

    published: PartialDate | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    url: str | None = None
    published_from: str | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """These, and of ``other`` what is not known here; a date comes with who said it."""
        date = self if self.published else other
        return Metadata(
            published=date.published,
            publisher=self.publisher or other.publisher,
            title=self.title or other.title,
            language=self.language or other.language,
            url=self.url or other.url,
            published_from=date.published_from,
        )

    def to_plain(self) -> dict[str, str]:
        """As JSON values, without what is not known."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: str(value) for name, value in values if value is not None}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Metadata":
        """What :meth:`to_plain` wrote."""
        published = plain.get("published")
        return cls(**plain | {"published": PartialDate.parse(published) if published else None})


def sidecar(document: Path) -> Metadata:
    """What ``NAME.meta.toml`` says, nothing if there is none; raises :class:`kg.errors.Unreadable`."""
    path = document.with_name(document.stem + ENDING)
    try:
        said = tomllib.loads(_bytes(path).decode("utf-8"))
    except FileNotFoundError:
        return Metadata()
    except OSError as error:
        raise Unreadable(f"{path.name}: expected a file that can be read, found: {error.strerror}") from None
    except ValueError as error:  # TOMLDecodeError, UnicodeDecodeError, or a number of too many digits
        raise Unreadable(f"{path.name}: expected TOML, found: {error}") from None
    except RecursionError:
        raise Unreadable(f"{path.name}: expected TOML, found brackets nested too deeply") from None
    return _checked(said, path.name)


def _bytes(path: Path) -> bytes:
    """The bytes of a sidecar file. It comes from a stranger, and is read here: a pipe would wait for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise Unreadable(f"{path.name}: expected a file, found a folder, a pipe or a device")
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise Unreadable(f"{path.name}: expected at most {_MOST_BYTES} bytes, found more")
    return data


def _checked(said: dict[str, Any], name: str) -> Metadata:
    known = [field.name for field in fields(Metadata) if field.name != "published_from"]
    for key, value in said.items():
        if key not in known:
            raise Unreadable(f"{name}: expected one of {' '.join(known)}, found {key!r}")
        if not isinstance(value, str) or not value.strip():
            raise Unreadable(f'{name}: expected {key} as a string ({key} = "…"), found {value!r}')
    if "url" in said:
        _check_url(said["url"], name)
    try:
        published = PartialDate.parse(said["published"]) if "published" in said else None
    except BadDate as error:
        raise Unreadable(f"{name}: published: {error}") from None
    return Metadata(**said | {"published": published, "published_from": "sidecar" if published else None})


def _check_url(url: str, name: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[::1"
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or set(url) & set(' <>"{}|^`\\'):
        raise Unreadable(f"{name}: expected url as an address with http: or https:, found {url!r}")
