"""Figures that follow from counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation import Counts, wilson

NUMBERS = st.integers(0, 500)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(8, 2, 2), (0.8, 0.8, 0.8)),
        (Counts(1, 0, 1), (1.0, 0.5, 2 / 3)),
        (Counts(0, 0, 3), (0.0, 0.0, 0.0)),
        (Counts(0, 3, 0), (0.0, 1.0, 0.0)),
        (Counts(0, 0, 0), (1.0, 1.0, 1.0)),
    ],
)
def test_precision_recall_and_f1(counts: Counts, expected: tuple[float, float, float]) -> None:
    assert (counts.precision, counts.recall, counts.f1) == pytest.approx(expected)


@given(NUMBERS, NUMBERS)
def test_the_bound_lies_below_the_share_and_rises_with_cases(right: int, wrong: int) -> None:
    bound = wilson(right, wrong)

    assert 0 <= bound <= (right / (right + wrong) if right + wrong else 0)
    assert wilson(2 * right, 2 * wrong) >= bound
    assert wilson(right, wrong + 1) <= bound


@pytest.mark.parametrize(("right", "wrong", "bound"), [(73, 0, 0.950), (72, 0, 0.949), (16, 0, 0.806), (90, 10, 0.826)])
def test_the_bound_in_numbers(right: int, wrong: int, bound: float) -> None:
    assert wilson(right, wrong) == pytest.approx(bound, abs=0.0005)
