"""Titles parsed into slots: role, body, status; owners in front, complements behind, several joined by and."""

import pytest

from kg import resources
from kg.extraction.post.title import Title
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.extraction.words import tables
from kg.model.text import Document

Slots = tuple[str, str | None, str]


def _reading(text: str) -> Reading:
    return Reading(Page(Document(text, "0" * 64, "note")))


def _titles(text: str) -> list[tuple[Reading, Title]]:
    reading = _reading(text)
    return [(reading, title) for group in reading.titles for title in group.titles]


def _slots(text: str) -> list[Slots]:
    return [(title.role(reading.page), reading.body_name(title.body), title.status) for reading, title in _titles(text)]


def _role_and_body(printed: str) -> tuple[str, str | None]:
    """The slots of a title in its place behind a name."""
    ((role, body, _),) = _slots(f"It was shown to Mr. Peter Brandvik, {printed}, at noon.")
    return role, body


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Director", "Director"),
        ("Deputy Director", "Deputy Director"),
        ("Director for Lagoons", "Director for Lagoons"),
        ("Director for Lagoons and Tides", "Director for Lagoons and Tides"),
        ("Director for Lagoons, Tides and Canals", "Director for Lagoons, Tides and Canals"),
        ("Director of Harbours", "Director of Harbours"),
        ("Senior Adviser on Tides", "Senior Adviser on Tides"),
        ("Special Envoy for the Western Canals", "Special Envoy for the Western Canals"),
        ("Minister of Foreign Affairs", "Minister of Foreign Affairs"),
    ],
)
def test_a_role_with_its_modifiers_and_complements(printed: str, role: str) -> None:
    assert _role_and_body(f"{printed} of the Glacier Agency") == (role, "Glacier Agency")
    assert _role_and_body(printed) == (role, None)


@pytest.mark.parametrize("lead", [" of the ", " of ", " at the ", " at ", ", ", " in the ", " of the newly created "])
def test_the_body_stands_behind_of_at_in_or_a_comma(lead: str) -> None:
    assert _role_and_body(f"Director for Lagoons{lead}Glacier Agency") == ("Director for Lagoons", "Glacier Agency")


@pytest.mark.parametrize(
    ("printed", "role", "body"),
    [
        ("Glacier Agency Director for Lagoons", "Director for Lagoons", "Glacier Agency"),
        ("Glacier Agency's Director", "Director", "Glacier Agency"),
        ("EU Lagoon Coordinator", "Lagoon Coordinator", "EU"),
        ("the European Union's Special Envoy for Tides", "Special Envoy for Tides", "European Union"),
        ("United Nations Assistant Secretary-General", "Assistant Secretary-General", "United Nations"),
        ("the Glacier Agency's acting director", "director", "Glacier Agency"),
    ],
)
def test_the_owner_may_stand_in_front(printed: str, role: str, body: str) -> None:
    assert _role_and_body(printed) == (role, body)


@pytest.mark.parametrize(
    ("printed", "role", "body"),
    [
        (
            "High Representative of the European Union for Foreign Affairs and Security Policy",
            "High Representative for Foreign Affairs and Security Policy",
            "European Union",
        ),
        ("Coordinator of INTERPOL for Tides", "Coordinator for Tides", "INTERPOL"),
        (
            "Permanent Representative of Norway to the United Nations",
            "Permanent Representative to the United Nations",
            "Norway",
        ),
        ("Ambassador of Kenya to the European Union", "Ambassador to the European Union", "Kenya"),
    ],
)
def test_the_body_may_stand_in_the_middle(printed: str, role: str, body: str) -> None:
    assert _role_and_body(printed) == (role, body)


def test_a_body_behind_the_role_outranks_the_owner_in_front() -> None:
    assert _role_and_body("UN Director of the Glacier Agency") == ("Director", "Glacier Agency")


def test_a_body_may_begin_with_words_that_also_end_a_role() -> None:
    assert _role_and_body("Head of Mission") == ("Head of Mission", None)
    assert _role_and_body("Head of Mission of Norway to the European Union")[0] == "Head"


def test_the_parent_of_the_body_is_no_second_body() -> None:
    body = "Harbour Office of the Glacier Agency"
    assert _role_and_body(f"Director of the {body}") == ("Director", body)
    assert [slots[0] for slots in _slots("He was Director of the Harbour Office of the Glacier Agency.")] == [
        "Director"
    ]


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Director a.i.", "acting"),
        ("Director, a.i.", "acting"),
        ("Director (a.i.)", "acting"),
        ("Director ad interim", "acting"),
        ("Acting Director", "acting"),
        ("Interim Director", "acting"),
        ("acting Deputy Director", "acting"),
        ("former Director", "former"),
        ("Former Deputy Director", "former"),
        ("ex-Director", "former"),
        ("Director-designate", "designate"),
        ("Director designate", "designate"),
        ("Director (designate)", "designate"),
        ("President-elect", "designate"),
        ("incoming Director", "designate"),
        ("outgoing Director", "substantive"),
        ("new Director", "substantive"),
        ("Director", "substantive"),
    ],
)
def test_status_words_say_how_the_post_is_held(printed: str, status: str) -> None:
    ((role, body, read),) = _slots(f"It was shown to Mr. Peter Brandvik, {printed} of the Glacier Agency, at noon.")

    assert (body, read) == ("Glacier Agency", status)
    assert not {"a.i.", "acting", "interim", "former", "designate", "elect"} & set(role.casefold().split())


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("the first Director", "Director"),
        ("the first female Director", "Director"),
        ("the first director", "director"),
        ("First Deputy Director", "First Deputy Director"),
        ("first deputy director", "first deputy director"),
    ],
)
def test_first_in_small_letters_is_no_part_of_a_post(printed: str, role: str) -> None:
    assert _role_and_body(f"{printed} of the Glacier Agency") == (role, "Glacier Agency")


def test_a_status_reaches_over_the_owner() -> None:
    assert _slots("Former Glacier Agency Director Mr. Peter Brandvik left.") == [
        ("Director", "Glacier Agency", "former")
    ]


def test_two_posts_joined_by_and_share_the_last_body() -> None:
    text = "Mr. Peter Brandvik, Under-Secretary-General and Executive Director of the Glacier Agency, left."

    assert _slots(text) == [
        ("Under-Secretary-General", "Glacier Agency", "substantive"),
        ("Executive Director", "Glacier Agency", "substantive"),
    ]


def test_two_posts_joined_by_and_may_have_a_body_each() -> None:
    text = "Mr. Peter Brandvik, Vice-Chair of the Tide Council and acting Director of the Glacier Agency, left."

    assert _slots(text) == [
        ("Vice-Chair", "Tide Council", "substantive"),
        ("Director", "Glacier Agency", "acting"),
    ]


def test_one_post_in_two_bodies() -> None:
    assert _slots("Mr. Peter Brandvik, Director of the Tide Council and of the Glacier Agency, left.") == [
        ("Director", "Tide Council", "substantive"),
        ("Director", "Glacier Agency", "substantive"),
    ]


def test_one_director_of_two_bodies_speaks() -> None:
    assert _slots("Then the Director of the Tide Council and the Glacier Agency said no.") == [
        ("Director", "Tide Council", "substantive"),
        ("Director", "Glacier Agency", "substantive"),
    ]


def test_a_second_body_that_acts_by_itself_is_not_his() -> None:
    assert _slots("The Director of the Tide Council and the Glacier Agency met.") == [
        ("Director", "Tide Council", "substantive")
    ]


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("Norwegian Minister of Defence", "Minister of Defence"),
        ("Norwegian Ambassador for Tides", "Ambassador for Tides"),
        ("Norwegian Deputy Prime Minister", "Deputy Prime Minister"),
        ("former Norwegian Prime Minister", "Prime Minister"),
    ],
)
def test_an_adjective_of_state_is_the_holder(printed: str, role: str) -> None:
    assert _role_and_body(f"the {printed}") == (role, "Norway")


@pytest.mark.parametrize(
    ("printed", "role", "body"),
    [
        ("director of the Glacier Agency", "director", "Glacier Agency"),
        ("deputy head of the Tide Council", "deputy head", "Tide Council"),
        ("the agency's spokesperson", "spokesperson", None),
        ("ambassador of Kenya", "ambassador", "Kenya"),
        ("Norway's foreign minister", "foreign minister", "Norway"),
    ],
)
def test_titles_may_be_printed_small(printed: str, role: str, body: str | None) -> None:
    assert _role_and_body(printed) == (role, body)


def test_a_title_keeps_the_words_as_printed() -> None:
    ((reading, title),) = _titles("Mr. Peter Brandvik, the former Director for Lagoons\nat the Glacier Agency, left.")

    assert reading.page.words(title.first, title.last) == "former Director for Lagoons at the Glacier Agency"


def test_a_title_does_not_run_into_the_next_person() -> None:
    text = "Mr. Peter Brandvik, Director for Lagoons and Ms. Anna Ilvesoo, Head of Tides, left."

    assert [role for role, _, _ in _slots(text)] == ["Director for Lagoons", "Head of Tides"]


def test_a_title_does_not_run_into_the_next_body_of_a_list() -> None:
    text = "Present were the Director for Lagoons, the Tide Council and the Glacier Agency."

    assert [role for role, _, _ in _slots(text)] == ["Director for Lagoons"]


@pytest.mark.parametrize(
    "text",
    [
        "The suspect, the victim and the driver left.",
        "Ministry staff left. The Directorate closed. Leadership matters.",
        "MEN OF THE COAST RISE EARLY",
        "Representatives of Norway came. Members of the Tide Council left.",
    ],
)
def test_other_words_are_no_titles(text: str) -> None:
    assert _slots(text) == []


def test_no_role_of_the_lexicon_hides_a_status() -> None:
    """``acting president`` in the table would make a president of him."""
    words = [set(row.form.split()) for row in tables.rows_of(resources.lexicon() / "role-heads.tsv")]

    assert not any({"acting", "interim", "caretaker", "designate", "elect", "former"} & form for form in words)


@pytest.mark.parametrize(
    "printed",
    [
        "Minister of Foreign Affairs, Trade and Harbours",
        "Minister for Foreign Affairs and Tides",
        "Minister for Europe and the Americas",
        "Director for Human Rights, Global & Lagoon Issues",
        "Joint Secretary (CT)",
        "Additional Secretary (UN&ED)",
        "Deputy Director (Border Security)",
        "Director-General/Political and Economic",
        "Director General Security Policy",
        "Executive Member, Youth and Education Development",
        "Deputy Secretary in charge of tides",
        "Minister of Health, in charge of Marine Resources",
        "special envoy for religious and cultural affairs",
        "Minister of the Interior and Community",
        "Secretary-General's Envoy on Tides",
    ],
)
def test_a_role_keeps_its_fields_however_they_are_joined(printed: str) -> None:
    assert _role_and_body(printed) == (printed, None)


def test_two_posts_in_one_breath_are_two() -> None:
    text = "It was shown to Mr. Peter Brandvik, Deputy Prime Minister and Minister of Foreign Affairs of Norway."

    assert [slots[:2] for slots in _slots(text)] == [
        ("Deputy Prime Minister", "Norway"),
        ("Minister of Foreign Affairs", "Norway"),
    ]


def test_a_stroke_parts_two_posts() -> None:
    text = "It was shown to Mr. Peter Brandvik, Director for Tides and Dunes/Vice-President of the Glacier Agency."

    assert [slots[:2] for slots in _slots(text)] == [
        ("Director for Tides and Dunes", "Glacier Agency"),
        ("Vice-President", "Glacier Agency"),
    ]


def test_a_state_after_and_is_no_field() -> None:
    assert _slots("It was shown to the Minister of Foreign Affairs and Kenya.")[0][0] == "Minister of Foreign Affairs"


def test_a_small_chair_is_a_post_where_the_body_is_named() -> None:
    assert _slots("Mr. Peter Brandvik, chairman of the Glacier Agency, left.") == [
        ("chairman", "Glacier Agency", "substantive")
    ]
