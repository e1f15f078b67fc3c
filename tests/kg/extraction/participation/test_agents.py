"""Lists of those who take part: every separator, appositions, counted groups, subjects of a verb."""

import pytest

from kg.extraction.participation.agents import Agent, AgentReader
from kg.extraction.participation.parsed import Parsed
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document

MEMBERS = [
    "Mr. Peter Brandvik, Head of the Division for Tides and Canals at the Tide Council",
    "Ms. Anna Ilvesoo, Under-Secretary-General and Director for Lagoons of the Tide Council",
    "high-level representatives as well as several other experts of the Glacier Agency",
    "Dr. John Tembrook, former Permanent Representative of Norway to the European Union",
]
ATTENDED = "The talks on the harbours of the north went on for three days and were attended"
NAMES = ["Peter Brandvik", "Anna Ilvesoo", "Glacier Agency", "John Tembrook"]


def _reading(text: str) -> Reading:
    return Reading(Page(Document(text, "0" * 64, "note")))


def _named(reading: Reading, agents: list[Agent]) -> list[str]:
    named = []
    for agent in agents:
        mention = agent.person or agent.body
        assert mention is not None
        first = agent.person.name if agent.person else mention.first
        name = reading.page.words(first, mention.last)
        named.append(f"{agent.count} of {name}" if agent.count is not None else name)
    return named


def _behind(text: str, word: str) -> list[str]:
    """The list that begins behind ``word``."""
    reading = _reading(text)
    row = next(row for row in reading.rows if any(chunk.is_word(word) for chunk in row))
    at = next(at for at, chunk in enumerate(row) if chunk.is_word(word))
    return _named(reading, AgentReader(Parsed(row, reading.owner)).after(at + 1)[0])


def _before(text: str, word: str) -> list[str]:
    """The subject of ``word``."""
    reading = _reading(text)
    row = next(row for row in reading.rows if any(chunk.is_word(word) for chunk in row))
    at = next(at for at, chunk in enumerate(row) if chunk.is_word(word))
    return _named(reading, AgentReader(Parsed(row, reading.owner)).before(at))


@pytest.mark.parametrize(
    ("separator", "last"),
    [
        (", ", " and "),
        (", ", ", and "),
        (", ", " as well as "),
        (", ", ", together with "),
        (", ", " along with "),
        ("; ", "; and "),
        ("; ", "; "),
        (" and ", " and "),
        (" & ", " & "),
        (";\n", ";\nand "),
        (";\n\n", ";\n\n"),
        (";\n- ", ";\n- "),
        (";\n* ", ";\n* and "),
        (";\n(1) ", ";\n(2) "),
    ],
)
def test_a_list_may_have_any_separators(separator: str, last: str) -> None:
    text = f"{ATTENDED} by {separator.join(MEMBERS[:-1])}{last}{MEMBERS[-1]}."

    assert _behind(text, "by") == NAMES


def test_a_list_of_bullets_behind_a_colon() -> None:
    bullets = "\n".join(f"* {member}" for member in MEMBERS)

    assert _behind(f"{ATTENDED} by:\n\n{bullets}\n", ":") == NAMES


def test_a_list_of_one() -> None:
    assert _behind("It was attended by Mr. Peter Brandvik.", "by") == ["Peter Brandvik"]


@pytest.mark.parametrize(
    "apposition",
    [
        ", Head of Tides",
        ", Head of Tides at the Tide Council",
        ", Head of Tides, Tide Council",
        ", Head of Tides and Coordinator of the Tide Council",
        ", Head of Tides and of Canals",
        " (Head of Tides)",
        " (Norway)",
        " of Norway",
        " of the Tide Council",
        " of the Tide Council, Head of Tides",
        ", Tide Council, Head of Tides",
        ", Under-Secretary-General and Head of the Tide Council (TCX)",
    ],
)
def test_words_in_apposition_are_no_items(apposition: str) -> None:
    text = f"It was attended by Mr. Peter Brandvik{apposition}; Ms. Anna Ilvesoo{apposition}; and the Glacier Agency."

    assert _behind(text, "by") == ["Peter Brandvik", "Anna Ilvesoo", "Glacier Agency"]


@pytest.mark.parametrize("apposition", [", Head of Tides at the Tide Council", " (Norway)", " of the Tide Council"])
def test_nor_are_they_between_commas(apposition: str) -> None:
    text = f"It was attended by Mr. Peter Brandvik{apposition}, Ms. Anna Ilvesoo{apposition}, and the Glacier Agency."

    assert _behind(text, "by") == ["Peter Brandvik", "Anna Ilvesoo", "Glacier Agency"]


def test_titles_may_stand_in_front_of_names() -> None:
    text = "It was attended by Head of Tides Mr. Peter Brandvik and the Director of the Tide Council, Ms. Anna Ilvesoo."

    assert _behind(text, "by") == ["Peter Brandvik", "Anna Ilvesoo"]


@pytest.mark.parametrize(
    ("printed", "group"),
    [
        ("16 Glacier Agency entities", "16 of Glacier Agency"),
        ("some 40 UN officials", "40 of UN"),
        ("representatives of 12 Glacier Agency members", "12 of Glacier Agency"),
        ("more than 30 European Union experts", "30 of European Union"),
        ("16 of the Glacier Agency entities", "16 of Glacier Agency"),
    ],
)
def test_members_of_a_body_are_counted(printed: str, group: str) -> None:
    assert _behind(f"It was attended by {printed} and Ms. Anna Ilvesoo.", "by") == [group, "Anna Ilvesoo"]


def test_members_without_a_number_stand_for_their_body() -> None:
    assert _behind("It was attended by Glacier Agency officials and Ms. Anna Ilvesoo.", "by") == [
        "Glacier Agency",
        "Anna Ilvesoo",
    ]


def test_a_number_of_nobody_in_particular_is_no_agent() -> None:
    assert _behind("It was attended by 16 boats and 3 harbours.", "by") == []


def test_words_that_lead_to_an_item_are_passed_over() -> None:
    text = (
        "It was attended by senior representatives of the Glacier Agency, delegations from Norway and Kenya, "
        "and, among others, Ms. Anna Ilvesoo."
    )

    assert _behind(text, "by")[:3] == ["Glacier Agency", "Norway", "Kenya"]


def test_an_odd_item_does_not_end_a_list_with_semicolons() -> None:
    text = "It was attended by the Glacier Agency; a number of fishermen; and Ms. Anna Ilvesoo."

    assert _behind(text, "by") == ["Glacier Agency", "Anna Ilvesoo"]


def test_other_words_end_a_list() -> None:
    text = "It was attended by the Glacier Agency and praised the work of Ms. Anna Ilvesoo."

    assert _behind(text, "by") == ["Glacier Agency"]


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("Mr. Peter Brandvik", ["Peter Brandvik"]),
        ("Mr. Peter Brandvik and Ms. Anna Ilvesoo", ["Peter Brandvik", "Anna Ilvesoo"]),
        (
            "Mr. Peter Brandvik, Head of Tides, and Ms. Anna Ilvesoo, Head of Canals,",
            ["Peter Brandvik", "Anna Ilvesoo"],
        ),
        ("The Glacier Agency, Norway and Ms. Anna Ilvesoo", ["Glacier Agency", "Norway", "Anna Ilvesoo"]),
        ("Both the Glacier Agency and Norway", ["Glacier Agency", "Norway"]),
        ("Representatives of the Glacier Agency", ["Glacier Agency"]),
        ("Mr. Peter Brandvik (Norway)", ["Peter Brandvik"]),
        ("Mr. Peter Brandvik, who", ["Peter Brandvik"]),
        ("The Glacier Agency has", ["Glacier Agency"]),
        ("Yesterday the Glacier Agency and Norway jointly", ["Glacier Agency", "Norway"]),
        ("The talks ended, and Ms. Anna Ilvesoo", ["Anna Ilvesoo"]),
    ],
)
def test_the_subject_of_a_verb(subject: str, names: list[str]) -> None:
    assert _before(f"{subject} hosted the talks.", "hosted") == names


@pytest.mark.parametrize(
    "subject",
    [
        "The work of the Glacier Agency",
        "A driver who knew Ms. Anna Ilvesoo",
        "The mayor of the old town",
        "It",
    ],
)
def test_a_name_inside_another_subject_is_not_the_subject(subject: str) -> None:
    assert _before(f"{subject} hosted the talks.", "hosted") == []


def test_the_list_of_a_subject_does_not_go_on_behind_its_verb() -> None:
    text = "Mr. Peter Brandvik and Ms. Anna Ilvesoo hosted the talks; Dr. John Tembrook was late."

    assert _before(text, "hosted") == ["Peter Brandvik", "Anna Ilvesoo"]


@pytest.mark.parametrize("number", ["²", "①", "9" * 5_000])
def test_what_is_no_count_counts_nobody(number: str) -> None:
    assert not any(" of " in name for name in _behind(f"It was attended by {number} UN officials.", "by"))
