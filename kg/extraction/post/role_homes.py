"""What is known of where posts of a role can be held, and what words behind them may name."""

from functools import cache

from kg import resources
from kg.extraction.words import tables
from kg.extraction.words.tables import Row


def role_home(role: str) -> Row | None:
    """The row of a role (notation of the scheme post-role); None if it can be held anywhere."""
    return _rows().get(role)


def of_unknown(role: str) -> str:
    """What of no known name *of* may lead to: a place, any body, or nothing."""
    row = role_home(role)
    return row["of_unknown"] if row else ""


@cache
def _rows() -> dict[str, Row]:
    return {row.form: row for row in tables.rows_of(resources.lexicon() / "role-homes.tsv")}
