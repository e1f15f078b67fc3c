"""The ratchet: what is lost is seen, and said."""

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.evaluation import Counts, lost, read_ratchet, write_ratchet
from kg.evaluation.ratchet import KEPT

Counted = dict[str, dict[str, Counts]]


def counted(**posts: Counts) -> Counted:
    """Documents with these counts of posts, and the same of everything else."""
    return {name: dict.fromkeys(KEPT, Counts(9, 1, 1)) | {"posts": counts} for name, counts in posts.items()}


KEPT_BEFORE = counted(one=Counts(8, 2, 2), two=Counts(5, 0, 3))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "ratchet.tsv").write_text(write_ratchet(KEPT_BEFORE), encoding="utf-8")

    assert read_ratchet(tmp_path / "ratchet.tsv") == KEPT_BEFORE


def test_nothing_is_lost_where_nothing_moves_or_all_rises() -> None:
    assert lost(KEPT_BEFORE, KEPT_BEFORE) == []
    assert lost(KEPT_BEFORE, counted(one=Counts(10, 0, 0), two=Counts(6, 0, 2))) == []


def test_a_document_may_lose_one_row_if_the_total_does_not_fall() -> None:
    assert lost(KEPT_BEFORE, counted(one=Counts(7, 3, 3), two=Counts(8, 0, 0))) == []


@pytest.mark.parametrize("worse", [Counts(6, 2, 4), Counts(8, 4, 2)], ids=["missed", "added"])
def test_a_document_that_loses_two_rows_is_named_even_if_the_total_rises(worse: Counts) -> None:
    now = counted(one=worse, two=Counts(20, 0, 0))

    assert lost(KEPT_BEFORE, now) == [f"one: posts 8/2/2 → {worse.tp}/{worse.fp}/{worse.fn}"]


def test_a_total_that_falls_is_named_with_the_documents_that_moved() -> None:
    first, *moved = lost(KEPT_BEFORE, counted(one=Counts(8, 3, 2), two=Counts(5, 0, 3)))

    assert first == "posts: F1 0.7879 → 0.7647 (13/2/5 → 13/3/5)"
    assert moved == ["  one: posts 8/2/2 → 8/3/2"]


def test_a_new_document_is_no_loss_and_one_that_is_gone_is() -> None:
    assert lost(KEPT_BEFORE, KEPT_BEFORE | counted(three=Counts(0, 9, 9))) == []
    assert lost(KEPT_BEFORE, counted(one=Counts(8, 2, 2))) == ["two: was measured, is not any more"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "ratchet.tsv:1"),
        ("document\tpeople\n", "ratchet.tsv:1"),
        (write_ratchet({}) + "one\t1/2/3\n", "ratchet.tsv:2"),
        (write_ratchet({}) + "one" + "\t1/2/x" * len(KEPT) + "\n", "ratchet.tsv:2"),
    ],
)
def test_a_damaged_table_is_named_with_its_line(table: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "ratchet.tsv").write_text(table, encoding="utf-8")

    with pytest.raises(KnowledgeError, match=said):
        read_ratchet(tmp_path / "ratchet.tsv")
