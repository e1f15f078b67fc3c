"""What is named like a person and is none."""

import pytest
from names_read import names


@pytest.mark.parametrize(
    "text",
    [
        "The Anna Tembrook Street was closed.",
        "They received the Anna Tembrook Prize for Harbours.",
        "The Anna Tembrook Memorial Foundation gave boats.",
        "King Harrik Bridge and Queen Anna International Airport were closed.",
        "King Harrik Humanitarian Aid and Relief Centre gave boats.",
        "The frigate HMS Anna Tembrook was in port.",
        "(Glacier Agency/Anna Tembrook)",
        "By Anna Tembrook\n\nThe boats came home before the winter, and all were glad.",
        "They met at Palazzo Anna Tembrook in May.",
        "They came from the north (Anna Tembrook, Norway) by boat.",
    ],
)
def test_no_person_is_read_in_the_name_of_a_thing(text: str) -> None:
    assert names(text) == []
