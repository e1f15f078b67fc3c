"""Which columns of an answer are shown, under which title, and what stands in a cell."""

from collections.abc import Sequence

from kg.model.answers import Answer, Row
from kg.model.dates import PartialDate

_FROM, _TO = "_not_before", "_not_after"
_SAID_IN = {"body_label": "post_label"}
"""A column that may be said at the end of another."""


def shown(answer: Answer) -> list[str]:
    """The columns that say something: none beside whose label stands, no basis, none that no row fills.

    The two bounds of a time are one column, and a body that every post already ends in is none.
    """
    columns = [
        column
        for column in answer.columns
        if f"{column}_label" not in answer.columns
        and not column.endswith("_basis")
        and any(row.values.get(column) is not None for row in answer.rows)
        and not _is_said_in(column, _SAID_IN.get(column, ""), answer.rows)
    ]
    return list(dict.fromkeys(column.removesuffix(_FROM).removesuffix(_TO) for column in columns))


def title(column: str) -> str:
    """What stands above a column."""
    return column.removesuffix("_label").replace("_", " ")


def cell(row: Row, column: str) -> object:
    """The value of a row, and in brackets on what it rests (column ``X_basis``) if the words do not say it."""
    if f"{column}{_FROM}" in row.values:
        return between(row.values[f"{column}{_FROM}"], row.values.get(f"{column}{_TO}"))
    value, basis = row.values.get(column), row.values.get(f"{column.removesuffix('_label')}_basis")
    return f"{value} [{basis}]" if value is not None and basis else value


def between(first: object, last: object) -> str | None:
    """Two bounds as one date, as exact as it is known.

    >>> between("2021-10-01", "2021-10-31"), between("2021-10-05", "2021-11-04"), between("2021-10-05", None)
    ('2021-10', '2021-10-05 to 2021-11-04', 'not before 2021-10-05')
    """
    if not first or not last:
        return f"not before {first}" if first else f"not after {last}" if last else None
    for printed in (str(first)[:length] for length in (4, 7, 10)):
        if tuple(map(str, PartialDate.parse(printed).bounds())) == (first, last):
            return printed
    return f"{first} to {last}"


def _is_said_in(column: str, other: str, rows: Sequence[Row]) -> bool:
    return bool(other) and all(str(row.values.get(other) or "").endswith(f", {row.values.get(column)}") for row in rows)
