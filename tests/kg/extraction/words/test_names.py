"""The shape of a name: particles, initials, capitals, numbers, styles inside, honours behind."""

import pytest
from names_read import names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Mr. OTA Tembrook", "OTA Tembrook"),
        ("Mr. Wame TAN", "Wame TAN"),
        ("Mr. Wame Orie VARGA", "Wame Orie VARGA"),
        ("Ms. Lee Oksan-zu", "Lee Oksan-zu"),
        ("Mr. B.Quarshie", "B.Quarshie"),
        ("Ms. Ma. Ysolde P. Varga", "Ma. Ysolde P. Varga"),
        ("King Harrik II Ibn Al Varga", "Harrik II Ibn Al Varga"),
        ("Dato' Zenko bin Tun Haji Varga", "Zenko bin Tun Haji Varga"),
        ("Dr. Wame Hj. Zenko", "Wame Hj. Zenko"),
        ("Dr. Sultan Zenko Al Varga", "Sultan Zenko Al Varga"),
        ("Hon. 'Etuate Varga", "'Etuate Varga"),
        ("Lord Quarshie of Dunmere", "Quarshie of Dunmere"),
        ("Gen. Bertil F. Quarshie, Jr., who", "Bertil F. Quarshie, Jr."),
        ('Mr. Zenko "Jing" Varga', 'Zenko "Jing" Varga'),
        ("the Honourable Wame Varga", "Wame Varga"),
    ],
)
def test_a_name_is_read_to_its_end(printed: str, name: str) -> None:
    assert names(f"The harbour was shown to {printed} came at noon.") == [name]


@pytest.mark.parametrize("honours", ["MP", "KC MP", ", OBE", ", MFR, mni", "GCFR", ", PhD", "(Retd)"])
def test_honours_are_no_part_of_a_name(honours: str) -> None:
    assert names(f"It was opened by Ms. Anna Ilvesoo {honours}, Director of the Glacier Agency.") == ["Anna Ilvesoo"]


@pytest.mark.parametrize("post", ["Regional Director", "Acting Director", "Deputy Minister"])
def test_a_name_does_not_reach_into_the_post_behind_it(post: str) -> None:
    assert names(f"It was opened by Ms. Anna Ilvesoo {post}.") == ["Anna Ilvesoo"]


@pytest.mark.parametrize(
    "headline", ["Committee Chairs Highlight Expanded Cooperation", "Group Hosts Praise Renewed Efforts"]
)
def test_an_ordinary_verb_and_its_participle_are_no_name(headline: str) -> None:
    assert names(f"{headline} in Briefing to Council\n\nThe harbour was shown to Mr. Rashed Varga at noon.") == [
        "Rashed Varga"
    ]
