"""Which mentions are one person."""

import pytest
from names_read import names

from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Bertil Quarshie Varga came. Mr. Quarshie spoke.", ["Bertil Quarshie Varga"]),
        ("Mr. António Varga came. Mr. Antonio Varga spoke.", ["António Varga"]),
        ("Director Bertil Q. Varga, Jr., came. Director Varga spoke.", ["Bertil Q. Varga, Jr."]),
        ("Mr. VARGA Bertil came. Mr. Bertil Varga spoke.", ["VARGA Bertil"]),
        ("BERTIL QUARSHIE NAMED DIRECTOR\n\nMr. Bertil Quarshie came by boat.", ["Bertil Quarshie"]),
        ("Mr. Omar bin Said Tell came. Mr. Said Tell spoke.", ["Omar bin Said Tell", "Said Tell"]),
        (
            "King Omar bin Said Al Tell met Marshal Tell bin Kavan Al Tell.",
            ["Omar bin Said Al Tell", "Tell bin Kavan Al Tell"],
        ),
        ("Mr. Omar bin Said Tell came. Mr. Omar Tell spoke.", ["Omar bin Said Tell"]),
        ("Mr. Omar bin Said Al-Tell came. Mr. Al-Tell spoke.", ["Omar bin Said Al-Tell"]),
        ("Prime Minister Tedros Varga came. Tedros said that it was late.", ["Tedros Varga"]),
    ],
)
def test_other_forms_of_a_name_join_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Mr. Gerrit de Varga came. It was late, de Varga said.", ["Gerrit de Varga", "de Varga"]),
        ("Mr. Bertil Quarshie Varga came. Quarshie said so.", ["Bertil Quarshie Varga", "Quarshie"]),
        ("Mr. WANG Zenko came. Wang said so.", ["WANG Zenko", "Wang"]),
        ("Mr. Bertil VARGA came. Varga left again.", ["Bertil VARGA", "Varga"]),
        ("Ms. Anna May came in June. In May 2024 she left. May said so.", ["Anna May", "May"]),
        ("Ms. Anna Jordan came. Jordan hosted the talks.", ["Anna Jordan"]),
    ],
)
def test_a_part_of_a_name_alone_is_a_mention(text: str, printed: list[str]) -> None:
    reading = Reading(Page(Document(text, "0" * 64, "note")))

    assert [reading.page.words(m.name, m.last) for m in reading.person_mentions] == printed
