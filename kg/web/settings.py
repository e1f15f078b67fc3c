"""Every limit of ``kg serve``, each a named setting that the environment may change (docs/serve.md)."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace

from kg.errors import UsageError
from kg.workers import QUERY, Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """What a server may take and give. ``limits`` of one query are ``KG_QUERY_TIMEOUT`` and ``KG_QUERY_MEMORY``."""

    page_workers: int = 2
    query_workers: int = 2
    page_line: int = 256
    query_line: int = 16
    max_rows: int = 100_000
    max_bytes: int = 64_000_000
    request_bytes: int = 1_000_000
    request_seconds: int = 10
    connections: int = 512
    cache_bytes: int = 64_000_000
    stop_seconds: int = 5
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    limits: Limits = field(default=QUERY)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings with what the environment says instead; raises :class:`kg.errors.UsageError`.

        >>> Settings.from_environment({"KG_SERVE_MAX_ROWS": "500", "KG_SERVE_HOSTS": "ct.example"}).hosts
        ('ct.example',)
        """
        given = os.environ if environment is None else environment
        found: dict[str, object] = {"limits": QUERY.from_environment(given)}
        for each in fields(cls):
            printed = given.get(setting(each.name))
            if printed is not None and each.name != "limits":
                read: Callable[[str, str], object] = _names if isinstance(each.default, tuple) else _number
                found[each.name] = read(printed, setting(each.name))
        return replace(cls(), **found)  # type: ignore[arg-type]  # each reader gives the type of its field


def setting(name: str) -> str:
    """The environment variable of a setting: ``max_rows`` → ``KG_SERVE_MAX_ROWS``."""
    return f"KG_SERVE_{name.upper()}"


def _number(printed: str, name: str) -> int:
    if not printed.strip().isdecimal() or not 0 < int(printed) < 10**12:
        raise UsageError(f"{name}: expected a whole number above 0, found {printed!r}")
    return int(printed)


def _names(printed: str, name: str) -> tuple[str, ...]:  # noqa: ARG001 - any list of names will do
    return tuple(printed.replace(",", " ").split())
