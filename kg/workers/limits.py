"""What one call may take, and the settings that change it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.errors import LimitReached, UsageError

MEBIBYTE, GIBIBYTE = 2**20, 2**30
_UNITS = {"": 1, "B": 1, "KIB": 2**10, "MIB": MEBIBYTE, "GIB": GIBIBYTE}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: ``seconds`` of wall clock and ``memory`` in bytes of address space.

    ``what`` names what is limited, and so the settings: ``query`` → ``KG_QUERY_TIMEOUT``, ``KG_QUERY_MEMORY``.
    """

    seconds: float
    memory: int
    what: str

    @property
    def timeout_setting(self) -> str:
        """The environment variable that sets ``seconds``."""
        return f"KG_{self.what.upper()}_TIMEOUT"

    @property
    def memory_setting(self) -> str:
        """The environment variable that sets ``memory``."""
        return f"KG_{self.what.upper()}_MEMORY"

    def from_environment(self, environment: Mapping[str, str] | None = None) -> "Limits":
        """These limits with what the environment says instead; raises :class:`kg.errors.UsageError`.

        >>> str(QUERY.from_environment({"KG_QUERY_TIMEOUT": "2.5", "KG_QUERY_MEMORY": "512 MiB"}))
        '2.5 s, 512 MiB'
        """
        settings = os.environ if environment is None else environment
        seconds, memory = settings.get(self.timeout_setting), settings.get(self.memory_setting)
        return replace(
            self,
            seconds=self.seconds if seconds is None else _seconds(seconds, self.timeout_setting),
            memory=self.memory if memory is None else _bytes(memory, self.memory_setting),
        )

    def exceeded(self) -> LimitReached:
        """What is raised when the time is over."""
        return LimitReached(
            f"expected this {self.what} to end within {self.seconds:g} s, stopped it there "
            f"(setting {self.timeout_setting}); make it smaller, or set {self.timeout_setting} higher"
        )

    def __str__(self) -> str:
        return f"{self.seconds:g} s, {self.memory / MEBIBYTE:g} MiB"


QUERY = Limits(10, 2 * GIBIBYTE, "query")
"""One SPARQL query: 10 s and 2 GiB."""
VALIDATION = Limits(300, 2 * GIBIBYTE, "validation")
"""Checking RDF from outside, or with shapes from outside: 300 s and 2 GiB."""
DOCUMENT = Limits(60, 1 * GIBIBYTE, "document")
"""Reading one document: 60 s and 1 GiB."""


def _seconds(printed: str, setting: str) -> float:
    try:
        seconds = float(printed)
    except ValueError:
        seconds = 0
    if not 0 < seconds < 1e6:
        raise UsageError(f"{setting}: expected a number of seconds above 0, found {printed!r}")
    return seconds


def _bytes(printed: str, setting: str) -> int:
    digits = printed.strip().rstrip("BbIiKkMmGg ")
    unit = printed.strip()[len(digits) :].strip().upper()
    if not digits.isdecimal() or int(digits) == 0 or unit not in _UNITS:
        raise UsageError(f"{setting}: expected a size such as 512MiB or 2GiB, found {printed!r}")
    return int(digits) * _UNITS[unit]
