"""Which tier a rule has earned, with its family or alone."""

import pytest

from kg.errors import KnowledgeError
from kg.evaluation import RuleFigures, earned
from kg.evaluation.families import family_of


def tier(**rules: tuple[int, int]) -> dict[str, str | None]:
    rows = [RuleFigures(f"part.{name}", "participations", *counts) for name, counts in rules.items()]
    return {rule.removeprefix("part."): found.tier for rule, found in earned(rows).items()}


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [(73, 0, "asserted"), (72, 0, "likely"), (16, 0, "likely"), (15, 0, "possible"), (4, 0, None), (0, 5, "possible")],
)
def test_the_tier_of_a_rule_without_relatives_follows_from_its_bound(
    right: int, wrong: int, expected: str | None
) -> None:
    assert tier(chair=(right, wrong)) == {"chair": expected}


def test_rules_of_a_family_are_measured_together() -> None:
    assert tier(chair=(8, 0), open=(8, 0)) == {"chair": "likely", "open": "likely"}
    assert tier(chair=(8, 1), open=(8, 1)) == {"chair": "possible", "open": "possible"}


def test_a_rule_that_is_clearly_worse_stands_for_itself_and_spoils_nothing() -> None:
    assert tier(chair=(60, 2), open=(3, 7)) == {"chair": "likely", "open": "possible"}
    assert tier(chair=(60, 2), open=(1, 1)) == {"chair": "likely", "open": "likely"}  # two cases are nothing clear


def test_asserted_is_earned_with_the_family_by_what_was_itself_read_a_few_times() -> None:
    assert tier(chair=(200, 0), open=(5, 0)) == {"chair": "asserted", "open": "asserted"}
    assert tier(chair=(200, 0), open=(4, 0)) == {"chair": "asserted", "open": "likely"}


def test_other_families_do_not_help() -> None:
    assert tier(chair=(200, 0), meet=(9, 0)) == {"chair": "asserted", "meet": "possible"}


def test_a_rule_without_a_family_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="add a line"):
        family_of("song.sung")
