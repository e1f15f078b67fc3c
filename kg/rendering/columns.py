"""Which columns of an answer are shown, under which title, and what stands in a cell."""

from kg.model.answers import Answer, Row


def shown(answer: Answer) -> list[str]:
    """The columns that say something: none beside whose label stands, no basis, none that no row fills."""
    return [
        column
        for column in answer.columns
        if f"{column}_label" not in answer.columns
        and not column.endswith("_basis")
        and any(row.values.get(column) is not None for row in answer.rows)
    ]


def title(column: str) -> str:
    """What stands above a column."""
    return column.removesuffix("_label").replace("_", " ")


def cell(row: Row, column: str) -> object:
    """The value of a row, and in brackets on what it rests (column ``X_basis``) if the words do not say it."""
    value, basis = row.values.get(column), row.values.get(f"{column.removesuffix('_label')}_basis")
    return f"{value} [{basis}]" if value is not None and basis else value
