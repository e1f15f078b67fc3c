"""Which title is whose: apposition on either side, in brackets, in lists, behind who is."""

import pytest

from kg.extraction.reading import Reading
from kg.extraction.stating import claims
from kg.extraction.text.page import Page
from kg.model.claims import Attestation
from kg.model.text import Document


def _held(text: str) -> list[tuple[str, str, str]]:
    """Person, titles as printed, rule."""
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    return [
        (
            reading.page.words(holding.person.name, holding.person.last),
            reading.page.words(holding.titles.first, holding.titles.last),
            holding.rule.removeprefix("post."),
        )
        for holding in reading.holdings
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Yesterday Head of Tides Mr. Peter Brandvik left.", "title-name"),
        ("Then the Head of Tides, Mr. Peter Brandvik, left.", "title-comma-name"),
        ("Then Mr. Peter Brandvik, Head of Tides, left.", "name-title"),
        ("Then Mr. Peter Brandvik, the Head of Tides, left.", "name-title"),
        ("Then Mr. Peter Brandvik (Head of Tides) left.", "name-title"),
        ("Then Mr. Peter Brandvik, who is the Head of Tides, left.", "name-title"),
        ("Mr. Peter Brandvik is the Head of Tides.", "name-who"),
        ("Mr. Peter Brandvik was Head of Tides.", "name-who"),
        ("Mr. Peter Brandvik as Head of Tides was late.", "name-who"),
    ],
)
def test_a_title_belongs_to_the_name_beside_it(text: str, rule: str) -> None:
    assert _held(text) == [("Peter Brandvik", "Head of Tides", rule)]


def test_a_body_may_stand_between_name_and_title() -> None:
    reading = Reading(
        Page(Document("Then Mr. Peter Brandvik of the Glacier Agency, Head of Tides, left.", "0" * 64, "note"))
    )
    (holding,) = reading.holdings

    assert holding.body is not None
    assert reading.body_name(holding.body.body) == "Glacier Agency"


def test_a_list_with_names_first() -> None:
    text = (
        "Present were Mr. Peter Brandvik, Head of Tides, Ms. Anna Ilvesoo, Director for Lagoons, "
        "and Dr. John Tembrook, Coordinator."
    )

    assert [(name, title) for name, title, _ in _held(text)] == [
        ("Peter Brandvik", "Head of Tides"),
        ("Anna Ilvesoo", "Director for Lagoons"),
        ("John Tembrook", "Coordinator"),
    ]


def test_a_list_with_titles_first() -> None:
    text = (
        "Present were the Head of Tides, Mr. Peter Brandvik; the Director for Lagoons, Ms. Anna Ilvesoo; "
        "and the Coordinator, Dr. John Tembrook."
    )

    assert [(name, title) for name, title, _ in _held(text)] == [
        ("Peter Brandvik", "Head of Tides"),
        ("Anna Ilvesoo", "Director for Lagoons"),
        ("John Tembrook", "Coordinator"),
    ]


def test_a_person_may_have_a_second_title_behind_a_comma() -> None:
    assert _held("Mr. Peter Brandvik, Head of Tides, Director for Lagoons, left.") == [
        ("Peter Brandvik", "Head of Tides", "name-title"),
        ("Peter Brandvik", "Director for Lagoons", "name-title"),
    ]


def test_a_title_on_either_side_of_a_name() -> None:
    assert _held("Head of Tides Mr. Peter Brandvik, Coordinator of the Glacier Agency, left.") == [
        ("Peter Brandvik", "Head of Tides", "title-name"),
        ("Peter Brandvik", "Coordinator of the Glacier Agency", "name-title"),
    ]


def test_a_semicolon_parts_two_people() -> None:
    assert _held("Mr. Peter Brandvik; Head of Tides; Ms. Anna Ilvesoo left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Peter Brandvik met the Head of Tides.",
        "Mr. Peter Brandvik left. The Head of Tides stayed.",
        "Mr. Peter Brandvik and the Head of Tides left.",
        "The Head of Tides thanked Mr. Peter Brandvik.",
        "The suspect, Mr. Peter Brandvik, and the victim, Ms. Anna Ilvesoo, were named by the Glacier Agency.",
        "Police named Mr. Peter Brandvik, a driver of Vienna, as the suspect.",
    ],
)
def test_a_title_of_somebody_else_is_not_his(text: str) -> None:
    assert _held(text) == []


def _claimed(text: str) -> list[tuple[str, str, str | None]]:
    """Person, role and body of every post claimed."""
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    return [(c.person, c.role, c.organisation) for c in claims(reading) if isinstance(c, Attestation)]


@pytest.mark.parametrize(
    "text",
    [
        "Participants:\nPeter Brandvik - Head of Tides\nAnna Ilvesoo – Director\n",
        "Present were the Head of Tides, Mr. Peter Brandvik, and the Director, Ms. Anna Ilvesoo.",
        "Present were the Head of Tides, Mr. Peter Brandvik, the Director, Ms. Anna Ilvesoo, and others.",
        "Present were Mr. Peter Brandvik (Head of Tides) and Ms. Anna Ilvesoo (Director).",
        "Mr. Peter Brandvik has been Head of Tides since 2019, and Ms. Anna Ilvesoo remains Director.",
        "The Head of Tides himself, Mr. Peter Brandvik, came; Ms. Anna Ilvesoo, MP, Director, did not.",
    ],
)
def test_every_person_has_one_title_however_the_list_is_printed(text: str) -> None:
    assert [held[:2] for held in _held(text)] == [("Peter Brandvik", "Head of Tides"), ("Anna Ilvesoo", "Director")]


def test_a_comma_on_either_side_is_decided_by_the_whole_list() -> None:
    first = "There were the Head of Tides, Mr. Peter Brandvik, the Director, Ms. Anna Ilvesoo, and guests."
    last = "There were Mr. Peter Brandvik, Head of Tides, the Director, Ms. Anna Ilvesoo, and guests."

    assert [held[:2] for held in _held(first)] == [held[:2] for held in _held(last)]


def test_a_joined_title_right_before_the_next_name_is_that_persons() -> None:
    text = "Mr. Peter Brandvik, Deputy Minister of Tides and Minister Anna Ilvesoo left."

    assert [(person, role) for person, role, _ in _claimed(text)] == [
        ("Peter Brandvik", "Deputy Minister of Tides"),
        ("Anna Ilvesoo", "Minister"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday Foreign Ministers Peter Brandvik and Anna Ilvesoo left.",
        "Yesterday Mr. Peter Brandvik and Ms. Anna Ilvesoo, Foreign Ministers, left.",
        "The foreign ministers present were: Mr. Peter Brandvik (Norway); Ms. Anna Ilvesoo (Estonia).",
    ],
)
def test_a_title_in_the_plural_is_everybodys(text: str) -> None:
    assert {(person, role.casefold()) for person, role, _ in _claimed(text)} == {
        ("Peter Brandvik", "foreign minister"),
        ("Anna Ilvesoo", "foreign minister"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Peter Brandvik, head of the delegation, left.",
        "Mr. Peter Brandvik was in the chair.",
        "Mr. Peter Brandvik, an economist, left.",
        "Mr. Peter Brandvik, Head of the Pakistan delegation, left.",
        "Mr. Peter Brandvik, Head of the Iranian delegation, left.",
        "Mr. Peter Brandvik, leader of the Kenyan side, left.",
        "Head of the Kenyan Delegation Mr. Peter Brandvik left.",
    ],
)
def test_a_part_or_a_calling_is_no_post(text: str) -> None:
    assert _claimed(text) == []


@pytest.mark.parametrize("owner", ["Norway's", "The Norwegian"])
def test_a_rank_with_an_owner_is_the_post(owner: str) -> None:
    assert _claimed(f"{owner} Ambassador Peter Brandvik left.") == [("Peter Brandvik", "Ambassador", "Norway")]
    assert _claimed("Yesterday Ambassador Peter Brandvik left.") == []


@pytest.mark.parametrize("role", ["Secretary General", "Attorney General", "Minister of Justice"])
def test_no_rank_or_name_is_cut_from_the_end_of_a_post(role: str) -> None:
    assert _claimed(f"Yesterday {role} Peter Brandvik left.") == [("Peter Brandvik", role, None)]


def test_a_title_on_the_line_below_a_name() -> None:
    assert _claimed("Mr. Peter Brandvik\nForeign Minister\n") == [("Peter Brandvik", "Foreign Minister", None)]


def test_a_title_behind_somebody_unread_is_not_the_next_persons() -> None:
    text = "- Ms. Anna Ilvesoo, Director\n- Xqx Tembrookian, Head of Tides\n- Mr. Peter Brandvik, Coordinator\n"

    assert ("Peter Brandvik", "Head of Tides") not in [(person, role) for person, role, _ in _claimed(text)]


def test_a_short_title_adds_nothing_to_a_longer_one() -> None:
    text = "Mr. Peter Brandvik, Undersecretary for Tides, left. Undersecretary Brandvik came back."

    assert _claimed(text) == [("Peter Brandvik", "Undersecretary for Tides", None)]


@pytest.mark.parametrize(("title", "posts"), [("Director", ["Director"]), ("", ["head"])])
def test_a_headline_calls_head_whose_title_the_text_gives(title: str, posts: list[str]) -> None:
    told = f" as {title} of the Tide Agency" if title else ""
    text = (
        "Council confirms Anna Ilvesoo as head of the Tide Agency\n\n"
        f"The Council today confirmed the appointment of Anna Ilvesoo{told}. The ports of the region are many."
    )

    assert [role for _, role, _ in _claimed(text)] == posts


def test_the_secretary_general_is_of_the_organisation_whose_meeting_it_was() -> None:
    text = (
        "The third United Nations Conference of Heads of Harbours was held in Oslo. The ports were many. They left. "
        "Secretary-General Peter Brandvik opened it. The European Union was represented by Ms. Anna Ilvesoo."
    )

    assert _claimed(text) == [("Peter Brandvik", "Secretary-General", "United Nations")]


def test_a_title_on_the_line_below_is_that_of_the_name_behind_a_label() -> None:
    labelled = "Chair:\nMs Anna Ilvesoo\nHead of Tides\n\nRapporteur:\nMr Peter Brandvik\nHead of Reefs"
    text = f"The meeting was held in Oslo.\n\n{labelled}"
    assert [held[:2] for held in _held(text)] == [
        ("Anna Ilvesoo", "Head of Tides"),
        ("Peter Brandvik", "Head of Reefs"),
    ]
