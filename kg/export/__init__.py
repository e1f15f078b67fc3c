"""Writers: the graph as Turtle, TriG or N-Quads, and the claims of a document in the gold format of the corpus.

All are deterministic and are written here, so that their bytes depend on no library's version.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from kg.errors import UsageError
from kg.export.gold import gold
from kg.export.trig import nquads, trig, turtle

__all__ = ["FORMATS", "export", "gold"]

FORMATS: Mapping[str, Callable[[Iterable[str]], str]] = MappingProxyType(
    {"turtle": turtle, "trig": trig, "nquads": nquads}
)
"""What the graph can be written as."""


def export(quads: Iterable[str], syntax: str) -> bytes:
    """Lines of N-Quads (in any order) as UTF-8 in a syntax of :data:`FORMATS`; raises ``UsageError`` for another."""
    if syntax not in FORMATS:
        raise UsageError(f"expected a format to export ({', '.join(FORMATS)}), found {syntax!r}")
    return FORMATS[syntax](quads).encode()
