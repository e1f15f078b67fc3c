"""Which mentions are one person."""

import pytest
from names_read import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Bertil Quarshie Varga came. Mr. Quarshie spoke.", ["Bertil Quarshie Varga"]),
        ("Mr. António Varga came. Mr. Antonio Varga spoke.", ["António Varga"]),
        ("Mr. VARGA Bertil came. Mr. Bertil Varga spoke.", ["VARGA Bertil"]),
        ("BERTIL QUARSHIE NAMED DIRECTOR\n\nMr. Bertil Quarshie came by boat.", ["Bertil Quarshie"]),
        ("Prime Minister Tedros Varga came. Tedros said that it was late.", ["Tedros Varga"]),
    ],
)
def test_other_forms_of_a_name_join_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected
