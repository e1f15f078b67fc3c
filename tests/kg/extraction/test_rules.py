"""The rules that read claims: each has a tier, and none of the table is unused."""

import re

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.extraction.rules import tier
from kg.extraction.words.tables import rows_of
from kg.model.claims import Tier

RULES = [row.form for row in rows_of(resources.lexicon() / "rules.tsv")]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_tier(rule: str) -> None:
    assert tier(rule) in Tier


def test_no_rule_stands_twice() -> None:
    assert sorted(set(RULES)) == sorted(RULES)


def test_a_rule_without_a_tier_is_refused_with_what_to_do() -> None:
    with pytest.raises(KnowledgeError, match=r"'part\.guessed' in rules\.tsv, found none; add its measured precision"):
        tier("part.guessed")


def _of_tables() -> set[str]:
    tables = [path for path in resources.lexicon().glob("*.tsv") if path.name != "rules.tsv"]
    return {row["rule"] for path in tables for row in rows_of(path) if "rule" in row.columns}


def _of_code() -> set[str]:
    code = "\n".join(path.read_text("utf-8") for path in resources.lexicon().parent.rglob("*.py"))
    return set(re.findall(r'"((?:person|body|state|part|relation)\.[a-z]+(?:-[a-z]+)*)["/]', code))


_OF_MENTIONS = {"body.alias", "body.place", "state.known", "state.demonym"}
"""How a mention was read, where what the text shows of the body decides about the claim."""


def test_the_tiers_are_of_the_rules_that_the_code_and_its_tables_name() -> None:
    """Those of posts and meetings are put together of words and stand by themselves; of others the part before a /."""
    stems = {rule.partition("/")[0] for rule in RULES if not rule.startswith(("post.", "meeting."))}

    assert stems == (_of_code() | _of_tables()) - _OF_MENTIONS
