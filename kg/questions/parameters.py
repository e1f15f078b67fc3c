"""What a question may be asked about, and what people type for it: a name, a day, or nothing at all (a switch)."""

from collections.abc import Mapping
from types import MappingProxyType

from kg.errors import BadDate, UsageError
from kg.model.dates import PartialDate
from kg.vocabulary import XSD

ENTITIES = ("meeting", "series", "official", "body", "post", "document", "claim")
"""The kinds of things that have names."""

KINDS: Mapping[str, str] = MappingProxyType(
    {name: name for name in ENTITIES}
    | {"other": "body", "as_of": "day", "since": "since", "until": "until", "wide": "switch"}
)
"""Every parameter, and what it takes: an entity by name, a day, the first or the last day of a date, or a switch."""

PARAMETERS = tuple(KINDS)
"""What a question may be asked about."""

HELP = MappingProxyType({"day": "DATE", "since": "DATE", "until": "DATE"})
"""What stands for a value on the command line; ``NAME`` where it is not said here."""


def date_term(parameter: str, typed: str) -> str:
    """The term of a date that somebody typed: its first day for ``since``, its last for ``until``, else a full day.

    Raises :class:`kg.errors.UsageError`.
    """
    try:
        date = PartialDate.parse(typed.strip())
    except BadDate:
        raise UsageError(
            f"{spelt(parameter)}: expected a date (YYYY, YYYY-MM or YYYY-MM-DD), found {typed!r}"
        ) from None
    first, last = date.bounds()
    if KINDS[parameter] == "day" and first != last:
        raise UsageError(f"{spelt(parameter)}: expected a full day (YYYY-MM-DD), found {typed!r}")
    return f'"{last if KINDS[parameter] == "until" else first}"^^<{XSD.date}>'


def days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day (``YYYY-MM-DD``) of a window that somebody typed, either end open.

    Raises :class:`kg.errors.UsageError`, also for a window that ends before it begins.
    """
    first = date_term("since", since)[1:11] if since is not None else None
    last = date_term("until", until)[1:11] if until is not None else None
    if first and last and first > last:
        raise UsageError(
            f"since, until: expected a window that begins before it ends, found {since} to {until}; turn them round"
        )
    return first, last


def is_on(parameter: str, typed: str) -> bool:
    """Whether a switch is on; raises :class:`kg.errors.UsageError`."""
    if typed not in ("true", "false"):
        raise UsageError(f"{spelt(parameter)}: expected true or false, found {typed!r}")
    return typed == "true"


def spelt(parameter: str) -> str:
    """A parameter as the command line spells it."""
    return parameter.replace("_", "-")
