"""Meetings of a series that only their number names, in a sentence or in a table."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport
from kg.model.dates import PartialDate
from kg.model.text import Document

_ABOVE = "The 6th Norway-Kenya Tide Dialogue was held in Oslo on 3 May 2024.\n\nPrevious Dialogues:\n\n"


def _told(text: str) -> list[tuple[int | None, str, str | None]]:
    document = Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17))
    found = [claim for claim in read(document) if isinstance(claim, MeetingReport)]
    return [(report.ordinal, str(report.start), report.place) for report in found]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Dialogue | Date | Place", ("1st | June 2020 | Nairobi", "2nd | 3 May 2022 | Lima")),
        ("Round | When | Where", ("1st | June 2020 | Nairobi", "Second | 3 May 2022 | Lima")),
        ("Session | Dates | Venue", ("1st | June 2020 | Nairobi, Kenya", "2nd | 3 May 2022 | Lima, Peru")),
    ],
)
def test_the_rows_of_a_table_number_the_meetings_that_its_first_column_is_of(head: str, rows: tuple[str, str]) -> None:
    table = "\n".join(f"| {row} |" for row in (head, *rows))
    assert _told(_ABOVE + table)[1:] == [(1, "2020-06", "Nairobi"), (2, "2022-05-03", "Lima")]


@pytest.mark.parametrize(
    "table",
    [
        "| Dialogue | Number of states |\n| 1st | 12 |\n| 2nd | 14 |",
        "| Prize | Date | Place |\n| 1st | June 2020 | Nairobi |\n| 2nd | May 2022 | Lima |",
    ],
)
def test_a_table_of_numbers_without_days_or_of_something_else_numbers_no_meetings(table: str) -> None:
    assert not [told for told in _told(_ABOVE + table) if told[0] in (1, 2)]
