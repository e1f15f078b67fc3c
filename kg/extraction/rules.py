"""The rules that read claims, and how far each may be trusted."""

from functools import cache

from kg.errors import KnowledgeError
from kg.extraction.words import tables
from kg.model.claims import Tier


@cache
def _tiers() -> dict[str, Tier]:
    return {row.form: Tier(row["tier"]) for row in tables.rows("rules")}


def tier(rule: str) -> Tier:
    """The tier of a rule, from ``rules.tsv``; raises :class:`kg.errors.KnowledgeError` for a rule without one."""
    found = _tiers().get(rule)
    if found is None:
        raise KnowledgeError(
            f"expected a line for the rule {rule!r} in rules.tsv, found none; add its measured precision"
        )
    return found
