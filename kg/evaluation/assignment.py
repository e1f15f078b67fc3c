"""The best one-to-one assignment (Hungarian method, maximising), so that no pair is made by greed."""

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column of the assignment with the greatest sum, by column; a weight that is not above 0 forbids a pair.

    >>> assign([[5, 4], [4, 0]])
    {1: 0, 0: 1}
    """
    if not weights or not weights[0]:
        return {}
    rows, columns = len(weights), len(weights[0])
    size = max(rows, columns)
    cost = [[-max(weights[i][j], 0.0) if i < rows and j < columns else 0.0 for j in range(size)] for i in range(size)]
    row_of = _cheapest(cost, size)
    pairs = ((row_of[column] - 1, column - 1) for column in range(1, columns + 1))
    return {row: column for row, column in pairs if 0 <= row < rows and weights[row][column] > 0}


def _cheapest(cost: list[list[float]], size: int) -> list[int]:
    """The row of each column (both from 1; column 0 is a way station) in the cheapest assignment of a square."""
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of, came_from = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], at = row, 0
        least, visited = [float("inf")] * (size + 1), [False] * (size + 1)
        while True:
            visited[at] = True
            nearest, step = 0, float("inf")
            for column in range(1, size + 1):
                if visited[column]:
                    continue
                reduced = cost[row_of[at] - 1][column - 1] - row_price[row_of[at]] - column_price[column]
                if reduced < least[column]:
                    least[column], came_from[column] = reduced, at
                if least[column] < step:
                    step, nearest = least[column], column
            for column in range(size + 1):
                if visited[column]:
                    row_price[row_of[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            at = nearest
            if row_of[at] == 0:
                break
        while at:
            row_of[at] = row_of[came_from[at]]
            at = came_from[at]
    return row_of
