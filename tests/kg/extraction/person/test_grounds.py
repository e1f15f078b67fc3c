"""On what grounds a run of capitals is a person: posts, verbs and neighbours; else a known given name."""

import pytest
from names_read import names, rules


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("The talks were led by President Zarkhovan.", ["Zarkhovan"], "person.titled"),
        ("The talks were led by President von der Zarkhovan.", ["von der Zarkhovan"], "person.titled"),
        ("Presidents Zarkhovan, Ostrevik and Varga met.", ["Zarkhovan", "Ostrevik", "Varga"], "person.titled"),
        ("They heard President of the Republic of Kenya Wame Tembrook.", ["Wame Tembrook"], "person.after-post"),
        ("The Minister for the Interior, Orrel Tembrook, left.", ["Orrel Tembrook"], "person.after-post"),
        ("They came with the envoy to Norway, Orrel Tembrook.", ["Orrel Tembrook"], "person.after-post"),
        ("They came with the Kenyan ambassador, Orrel Tembrook.", ["Orrel Tembrook"], "person.after-post"),
        ("She succeeds Orrel Tembrook of Norway.", ["Orrel Tembrook"], "person.cue"),
        ("In May Orrel Tembrook chaired the talks.", ["Orrel Tembrook"], "person.cue"),
        ("Orrel Tembrook of Norway, Director of Tides, left.", ["Orrel Tembrook"], "person.before-role/comma-opening"),
        ("It was hard, Orrel Tembrook said.", ["Orrel Tembrook"], "person.speaks"),
        ("Orrel Tembrook \u2013 Head of Tides", ["Orrel Tembrook"], "person.before-role/mark-opening"),
        ("Orrel Tembrook\nHead of Tides\nGlacier Agency\n", ["Orrel Tembrook"], "person.before-role/mark-opening"),
        ("The Head of the Tembe Kreshtal Anna Tembrook was glad.", ["Anna Tembrook"], "person.after-post"),
        ("The crews saw Anna Tembrook in the harbour.", ["Anna Tembrook"], "person.given-name"),
        ("The crews saw Anna Tembrook Esq, Norway's guest.", ["Anna Tembrook"], "person.given-name"),
        ("Minister Anna Tembrook To Deliver Remarks on Tides", ["Anna Tembrook"], "person.after-role"),
        ("The talks were opened by Governor Charity Tembrook.", ["Charity Tembrook"], "person.after-role"),
    ],
)
def test_words_beside_a_name_vouch_for_it(text: str, expected: list[str], rule: str) -> None:
    assert names(text) == expected
    assert set(rules(text)) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "The crews saw Orrel Tembrook in the harbour.",
        "The Governor of Orrel Tembrook was ill.",
        "He told the ambassador, Orrel Tembrook being shut, that this was so.",
        "PRESIDENT ZARKHOVED",
        "The Young Pilots and Young Fishermen met in West Africa.",
        "General Security and General Harbours were discussed.",
        "They met at the House of Lords. The members left.",
    ],
    ids=["nothing", "a place", "no name", "a heading", "groups", "no general", "a new sentence"],
)
def test_else_there_is_nobody(text: str) -> None:
    assert names(text) == []


def test_credit_of_a_post_bars_no_name() -> None:
    people = names("They met Secretary of Tides and Public Credit Anna Ilvesoo.")

    assert people == ["Anna Ilvesoo"]


def test_a_city_is_nobody() -> None:
    assert names("Mr. Peter Brandvik of the Embassy in Kuala Lumpur, who was present, spoke.") == ["Peter Brandvik"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acting Director of the Tide Crimes Enforcement Network Himazarkh Das met them.", ["Himazarkh Das"]),
        ("The deputy head of the Lagoon Police Agency Kanatek Zarkho spoke.", ["Kanatek Zarkho"]),
        ("They met Secretary-General of ASEAN Kao Kim Zarkhovan.", ["Kao Kim Zarkhovan"]),
        ("Director of the Tide Council Anna K. Young met them.", ["Anna K. Young"]),
        ("Coordinator for Tides J. Odvar Black met them.", ["J. Odvar Black"]),
        ("Director of the Tide Council Anna Tembrook Welcomes Guests", ["Anna Tembrook"]),
        ("They met the head of the Tide Agency Training Section.", []),
        ("They met the deputy head of the Lagoon Police Agency Zarkho Kanatek Office.", []),
    ],
)
def test_a_name_behind_a_body_that_no_comma_parts(text: str, expected: list[str]) -> None:
    assert names(text) == expected
