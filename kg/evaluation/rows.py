"""Annotations as rows, in the gold format of the annotated corpus (its GUIDE.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
"""One row of a layer: JSON values by key."""

_NAMED = ("people", "organisations")
_TABLES = (*_NAMED, "posts", "events", "participations", "relations", "non_participations")


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is said of one document, by a reader or by ct-kg: the rows of each table."""

    people: Sequence[Row] = ()
    organisations: Sequence[Row] = ()
    posts: Sequence[Row] = ()
    events: Sequence[Row] = ()
    participations: Sequence[Row] = ()
    relations: Sequence[Row] = ()
    non_participations: Sequence[Row] = ()

    @classmethod
    def of(cls, plain: Row) -> "Annotation":
        """The annotation in JSON values; what is no row is left out, as is a person or body without a name."""
        return cls(**{table: _rows(plain.get(table), named=table in _NAMED) for table in _TABLES})


def _rows(found: Any, *, named: bool) -> tuple[Row, ...]:
    rows = (row for row in found or () if isinstance(row, dict))
    return tuple(row for row in rows if not named or isinstance(row.get("name"), str))


def is_optional(row: Row) -> bool:
    """Whether finding the row is no error and missing it neither."""
    return bool(row.get("optional"))
