"""Whom he and she mean: the one person of the words before, unique or nothing."""

import pytest

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


def _meant(text: str) -> list[tuple[str, str]]:
    """The pronouns of a text, each with the words that name the person meant."""
    reading = Reading(Page(Document(text, "0" * 64, "note")))
    page = reading.page
    return [(page.tokens[at].text, page.words(m.name, m.last)) for at, m in sorted(reading.pronouns.items())]


P, Q = "Mr. Bertil Quarshie", "Ms. Anna Ilvesoo"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"{P} opened the harbour. He thanked the crews.", [("He", "Bertil Quarshie")]),
        (f"The harbour was opened by {P}. He thanked the crews.", [("He", "Bertil Quarshie")]),
        (f"{P} met {Q} in the harbour. She had come by boat.", [("She", "Anna Ilvesoo")]),
        (f"{P} met Mr. Peter Brandvik in the harbour. He had come by boat.", [("He", "Bertil Quarshie")]),
        (f"{P} opened the harbour. The talks with Mr. Peter Brandvik went on. He left.", [("He", "Bertil Quarshie")]),
        ("The talks with Mr. Peter Brandvik went on. He left.", [("He", "Peter Brandvik")]),
        (f"{P} opened the harbour; it was late, he said.", [("he", "Bertil Quarshie")]),
        (f"{Q} announced that she will leave in May.", [("she", "Anna Ilvesoo")]),
        (f"{P} opened the harbour. With Ms. Ilvesoo he spoke of boats.", [("he", "Bertil Quarshie")]),
        (f"{P} opened the harbour. With Mr. Peter Brandvik, he spoke of boats.", [("he", "Bertil Quarshie")]),
        (f"{P} opened the harbour. The boats were old. Now, he said, they are new.", [("he", "Bertil Quarshie")]),
        (
            f"{P} opened the harbour. He thanked Mr. Peter Brandvik. He also saw the boats.",
            [("He", "Bertil Quarshie"), ("He", "Bertil Quarshie")],
        ),
        (f"{P} opened the harbour. His Excellency thanked the crews.", [("His", "Bertil Quarshie")]),
        (f'{Q} came. "The boat of Mr. Varga is old, and he is ill," she said.', [("she", "Anna Ilvesoo")]),
        (f"{Q} came. The crews saw {P}. She left again.", [("She", "Anna Ilvesoo")]),
        (f"King Harrik met {P}. The boats came, and His Majesty thanked the crews.", [("His", "Harrik")]),
        (
            f"{P} opened the harbour. On Monday he met:\n\n- {Q};\n- Mr. Peter Brandvik.\n\nHe also saw the boats.",
            [("he", "Bertil Quarshie"), ("He", "Bertil Quarshie")],
        ),
    ],
)
def test_a_pronoun_means_the_one_person_spoken_of(text: str, meant: list[tuple[str, str]]) -> None:
    assert _meant(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        f"{P} and Mr. Peter Brandvik opened the harbour. He thanked the crews.",
        f"{P} opened the harbour. She thanked the crews.",
        f'{P} opened the harbour. "The sailor is old and he is tired", the crews answered.',
        f"{P} opened the harbour. The Director of the Glacier Agency came late. He thanked the crews.",
        f"{P} opened the harbour.\n\nA NEW BOAT\n\nHe will see the boat, the captain, before the winter.",
        f"{P} opened the harbour. " + "The boats were old. " * 4 + "He thanked the crews.",
        "He thanked the crews.",
        f"{P} opened the harbour. His Majesty thanked the crews.",
        f"{P} opened the harbour. HE the Governor of the North thanked the crews.",
    ],
    ids=["two", "other", "quoted", "somebody unnamed", "heading", "far", "nobody", "no king", "a style"],
)
def test_else_it_means_nobody(text: str) -> None:
    assert _meant(text) == []


def test_behind_the_lists_of_a_programme_she_is_who_was_named_above_them() -> None:
    lists = "Programme\n\n3 May\n* A walk with Mr. John Tembrook.\n\n4 May\n* A talk by Mr. Otto Varga.\n* A film.\n\n"

    assert _meant(f"Ms. Anna Ilvesoo will be in Oslo.\n\n{lists}She will see it.") == [("She", "Anna Ilvesoo")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"{P} was glad when {Q} paid a courtesy call on him.", [("him", "Bertil Quarshie")]),
        (f"{P} thanked {Q}, who had called on him.", [("him", "Bertil Quarshie")]),
        (f"{Q} is new in office. {P} met with her in Oslo.", [("her", "Anna Ilvesoo")]),
        (f"{P} is new in office. Mr. Peter Brandvik met him in Oslo.", [("him", "Bertil Quarshie")]),
        (f"{Q} is new in office. {P} saw her office.", []),
        (f"{P} spoke of Mr. John Tembrook. Mr. Peter Brandvik met him in Oslo.", []),
        (f"{P} was away. Mr. Peter Brandvik spoke for him.", []),
        (f"{P} is new in office. The crews met him in Oslo.", []),
    ],
)
def test_a_pronoun_behind_a_verb_means_the_one_other_person_spoken_of(text: str, meant: list[tuple[str, str]]) -> None:
    assert _meant(text) == meant
