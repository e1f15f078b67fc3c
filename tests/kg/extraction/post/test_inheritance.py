"""Where a post is held when its own phrase does not say: beside it, in its clause, over its list."""

import pytest

from kg.extraction import read
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.claims import Attestation
from kg.model.text import Document


def _document(text: str) -> Document:
    return Document(text, "0" * 64, "note")


def _posts(text: str) -> list[tuple[str, str, str | None, str]]:
    """Person, role, body, rule."""
    return [
        (claim.person, claim.role, claim.organisation, claim.rule.removeprefix("post."))
        for claim in read(_document(text))
        if isinstance(claim, Attestation)
    ]


@pytest.mark.parametrize(
    ("text", "role", "body", "step"),
    [
        ("They met Director Mr. Peter Brandvik of the Glacier Agency.", "Director", "Glacier Agency", "behind"),
        ("They met Foreign Minister Mr. Peter Brandvik of Norway.", "Foreign Minister", "Norway", "behind"),
        ("They met Foreign Minister Mr. Peter Brandvik (Norway).", "Foreign Minister", "Norway", "bracket"),
        ("They met Mr. Peter Brandvik, Foreign Minister, Norway.", "Foreign Minister", "Norway", "apposed"),
        ("They met Mr. Peter Brandvik, Commissioner of Police, Trinidad and Tobago.", "Commissioner of Police",
         "Trinidad and Tobago", "apposed"),
        ("Norway was represented by Mr. Peter Brandvik, Foreign Minister.", "Foreign Minister", "Norway", "clause"),
        ("The Norwegian delegation was led by Foreign Minister Mr. Peter Brandvik.", "Foreign Minister", "Norway",
         "clause"),
        ("Mr. Peter Brandvik, Foreign Minister, headed the delegation of Norway.", "Foreign Minister", "Norway",
         "clause"),
        ("On the Norwegian side, Mr. Peter Brandvik, Foreign Minister, spoke.", "Foreign Minister", "Norway", "side"),
        ("For Norway, Mr. Peter Brandvik, Foreign Minister, spoke.", "Foreign Minister", "Norway", "side"),
        ("On behalf of the Glacier Agency, Director Mr. Peter Brandvik spoke.", "Director", "Glacier Agency", "side"),
        ("They met Norwegian leaders, among them Foreign Minister Mr. Peter Brandvik.", "Foreign Minister", "Norway",
         "members"),
        ("Mr. Peter Brandvik now leads the Glacier Agency as its Director.", "Director", "Glacier Agency", "clause"),
        ("Mr. Peter Brandvik heads the Glacier Agency (GA) of the United Nations as its Director.", "Director",
         "Glacier Agency", "clause"),
        ("Mr. Peter Brandvik joined the Glacier Agency as Director.", "Director", "Glacier Agency", "clause"),
        ("They saw Norway, whose Foreign Minister Mr. Peter Brandvik spoke.", "Foreign Minister", "Norway", "own"),
    ],
)  # fmt: skip
def test_the_words_around_say_where_a_post_is_held(text: str, role: str, body: str, step: str) -> None:
    assert _posts(text) == [("Peter Brandvik", role, body, f"inherited/{step}")]


def test_a_side_serves_the_whole_list_behind_it() -> None:
    text = "On the part of the Glacier Agency: Mr. Peter Brandvik, Director; Ms. Anna Ilvesoo, Deputy Director."

    assert [body for _, _, body, _ in _posts(text)] == ["Glacier Agency", "Glacier Agency"]


def test_an_entry_is_headed_by_its_state() -> None:
    text = (
        "Taking part were:\n\n"
        "* Norway: Foreign Minister Mr. Peter Brandvik; Ms. Anna Ilvesoo, Minister of Justice\n"
        "* Estonia - Dr. John Tembrook (Prime Minister)\n"
    )

    assert [(person, body) for person, _, body, _ in _posts(text)] == [
        ("Peter Brandvik", "Norway"),
        ("Anna Ilvesoo", "Norway"),
        ("John Tembrook", "Estonia"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Estonia thanked Foreign Minister Mr. Peter Brandvik.",
        "They met Secretary-General Mr. Peter Brandvik (Norway).",
        "The Glacier Agency was chaired by Mr. Peter Brandvik, Foreign Minister.",
        "On Norway and Estonia, Mr. Peter Brandvik, Foreign Minister, was silent.",
    ],
)
def test_a_body_that_is_only_near_is_not_where_the_post_is_held(text: str) -> None:
    assert [body for _, _, body, _ in _posts(text)] == [None]


def test_the_words_that_name_the_body_are_evidence() -> None:
    document = _document("The Norwegian delegation was led by Foreign Minister Mr. Peter Brandvik.")

    (claim,) = (claim for claim in read(document) if isinstance(claim, Attestation))

    words = " ".join(evidence.quotation for evidence in claim.evidence)
    assert "Norwegian" in words
    assert "led by" in words


def test_a_body_in_the_phrase_is_not_sought_elsewhere() -> None:
    page = Page(_document("On the Norwegian side, Mr. Peter Brandvik, Director of the Glacier Agency, spoke."))

    assert Reading(page).homes.found == {}


@pytest.mark.parametrize(
    ("text", "person", "body", "step"),
    [
        ("Mr. Peter Brandvik, Director of the Glacier Agency, spoke. Mr. Peter Brandvik, Director, left.",
         "Peter Brandvik", None, None),
        ("The Glacier Institute opened. Director Dr. Anna Ilvesoo spoke.", "Anna Ilvesoo", "Glacier Institute", "near"),
        ("Norwegian fish was served. They met Mr. Peter Brandvik, Foreign Minister.", "Peter Brandvik", "Norway",
         "state"),
    ],
)  # fmt: skip
def test_the_rest_of_the_text_may_say_where_a_post_is_held(
    text: str, person: str, body: str | None, step: str | None
) -> None:
    told = [(who, organisation, rule) for who, _, organisation, rule in _posts(text) if "inherited" in rule]

    assert told == ([(person, body, f"inherited/{step}")] if step else [])


def test_the_state_of_the_guests_is_not_that_of_the_hosts() -> None:
    met = "The Minister of Tides, Peter Brandvik, met the Norwegian Minister of Tides, Anna Ilvesoo.\n\n"
    present = "The session was attended by the Deputy Minister, Omar Tellin. The Norwegian side thanked him."

    assert [(who, body) for who, _, body, _ in _posts(met + present) if body] == [("Anna Ilvesoo", "Norway")]


@pytest.mark.parametrize(
    "text",
    ["They met Mr. Peter Brandvik, State Secretary, Tidewatch.", "They met Mr. Peter Brandvik, Director at Tidewatch."],
)
def test_a_body_that_was_not_read_is_no_lack_of_one(text: str) -> None:
    assert [(body, rule) for _, _, body, rule in _posts(text)] == [(None, "unread-body")]


def test_a_minister_in_a_sentence_without_bodies_has_no_state_to_be_read() -> None:
    text = "Norway and Estonia fish there. In the evening they met Mr. Peter Brandvik, Foreign Minister."

    assert _posts(text) == [("Peter Brandvik", "Foreign Minister", None, "national")]


def test_a_state_in_brackets_is_no_body_of_an_international_post() -> None:
    assert [body for _, _, body, _ in _posts("Mr. Peter Brandvik (Norway), Chair, opened the day.")] == [None]
    assert [body for _, _, body, _ in _posts("The President, Mr. Peter Brandvik (Norway), opened the day.")] == [None]


def test_one_who_serves_somebody_is_not_in_the_body_of_his_second_post() -> None:
    text = "They met Mr. Peter Brandvik, Adviser to the President and Director of the Glacier Agency."

    assert [(role, body) for _, role, body, _ in _posts(text)] == [
        ("Adviser to the President", None),
        ("Director", "Glacier Agency"),
    ]


def test_who_acts_does_so_in_the_body_that_has_the_post() -> None:
    directorate = "Counter-Terrorism Committee Executive Directorate"
    text = (
        f"The League appointed Ms. Ada Lindqvist as Executive Director of the {directorate} (CTED). "
        "Until she arrives, Mr. Peter Brandvik, the Clerk, stays on as Acting Executive Director."
    )
    assert ("Peter Brandvik", "Executive Director", directorate, "inherited/acting") in _posts(text)


def test_a_rank_with_a_field_says_all() -> None:
    assert _posts("Mr. Peter Brandvik, Under-Secretary-General for Tides, was in the chair.") == [
        ("Peter Brandvik", "Under-Secretary-General for Tides", None, "office")
    ]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Kenya's Secretary of Tides Ms. A. Grinde, Secretary of Ports Mr. P. Holm and Attorney General Mr. J. Varga",
         ["Kenya", "Kenya", "Kenya"]),
        ("Kenyan Foreign Minister Ms. A. Grinde, Interior Minister Mr. P. Holm, National Security Adviser Mr. J. Varga",
         ["Kenya", "Kenya", "Kenya"]),
        ("Kenyan Foreign Minister Ms. A. Ilvesoo, Secretary of Tides Mr. P. Brandvik and Ambassador Mr. J. Varga",
         ["Kenya", None]),
    ],
)  # fmt: skip
def test_one_government_has_the_ministers_of_a_row(text: str, bodies: list[str | None]) -> None:
    assert [body for _, _, body, _ in _posts(f"They met {text}.")] == bodies


def test_the_people_of_a_state_may_stand_below_its_name_in_one_paragraph() -> None:
    two = "Defence Secretary, General Peter Brandvik, Navy Commander, Vice Admiral Otto Velk"
    listed = f"{two}, Army Commander, General John Tembrook"
    posts = _posts(f"The talks were held in Oslo.\n\nKENYA\n\n{listed}\n\nThe boats were seen.")
    assert {(person, role, body) for person, role, body, _ in posts} == {
        ("Peter Brandvik", "Defence Secretary", "KENYA"),
        ("Otto Velk", "Navy Commander", "KENYA"),
        ("John Tembrook", "Army Commander", "KENYA"),
    }


@pytest.mark.parametrize(
    ("lines", "body", "step"),
    [
        ("Anna Ilvesoo\nExecutive Director\nTide Agency", "Tide Agency", "signed"),
        ("ANNA ILVESOO\nPermanent Secretary\nMINISTRY OF LAGOONS", "MINISTRY OF LAGOONS", "signed"),
        ("For the Government of Kenya:\nAnna Ilvesoo\nMinister of Tides", "Kenya", "side"),
        (
            "For the Tide Institute:\nMs. Anna Ilvesoo\nExecutive Director\n\nFor the Reef Union:",
            "Tide Institute",
            "side",
        ),
    ],
)
def test_who_signs_has_the_body_above_or_below(lines: str, body: str, step: str) -> None:
    posts = _posts(f"Oslo, 4 May 2024\n\nThe two sides signed an agreement today.\n\n{lines}\n")
    assert [(where, rule) for _, _, where, rule in posts] == [(body, f"inherited/{step}")]


def test_a_body_after_a_blank_line_is_none_of_who_signs() -> None:
    posts = _posts("The report was read.\n\nAnna Ilvesoo\nExecutive Director\n\nTide Agency\n\nThe boats were seen.")
    assert [body for _, _, body, _ in posts] == [None]


def test_of_two_ways_of_saying_a_post_the_surer_one_counts() -> None:
    posts = _posts("Anna Ilvesoo, Deputy Head, spoke first. Deputy Head Anna Ilvesoo thanked the guests.")
    assert posts == [("Anna Ilvesoo", "Deputy Head", None, "title-name/titled")]


def test_a_page_issued_at_home_tells_of_the_posts_of_its_own_state() -> None:
    text = (
        "Nairobi, 3 May 2024. The Lagoon Forum was opened here by Kenya’s Minister of Tides, Mr. Peter Brandvik.\n\n"
        "Prime Minister Anna Ilvesoo was seen in the hall. Jan Velk, Foreign Minister, leads the delegation of Oman. "
        "Minister of Ports Wame Tembrook thanked Norway."
    )

    bodies = {person: body for person, _, body, _ in _posts(text)}

    assert bodies["Anna Ilvesoo"] == "Kenya"
    assert bodies["Jan Velk"] == "Oman"
    assert bodies["Wame Tembrook"] != "Kenya"  # or Norway's


def test_a_page_issued_at_home_may_tell_of_posts_elsewhere() -> None:
    text = (
        "Nairobi, 3 May 2024. Kenya’s Minister of Tides, Mr. Peter Brandvik, was in Oslo on Monday.\n\n"
        "He met Prime Minister Anna Ilvesoo and the ministers of the coast."
    )

    assert {person: body for person, _, body, _ in _posts(text)}["Anna Ilvesoo"] != "Kenya"
