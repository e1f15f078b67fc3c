"""The assignment is the best there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.assignment import assign

MATRICES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(st.lists(st.integers(-2, 9), min_size=columns, max_size=columns), min_size=1, max_size=4)
)


@given(MATRICES)
def test_no_other_assignment_has_a_greater_sum(weights: list[list[int]]) -> None:
    pairs = assign(weights)
    rows, columns = len(weights), len(weights[0])
    places = [*range(columns), *[None] * rows]
    best = max(
        sum(max(weights[row][column], 0) for row, column in enumerate(chosen) if column is not None)
        for chosen in permutations(places, rows)
    )

    assert sum(weights[row][column] for row, column in pairs.items()) == best
    assert len(set(pairs.values())) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs.items())


def test_nothing_to_assign() -> None:
    assert assign([]) == assign([[]]) == assign([[0]]) == {}
