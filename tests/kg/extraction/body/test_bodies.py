"""Names of bodies and states: heads, modifiers, complements, acronyms, and which mentions are one body."""

from collections.abc import Sequence

import pytest

from kg.extraction.body.acronyms import body_in_slot
from kg.extraction.body.bodies import find_bodies
from kg.extraction.body.mentions import Body, BodyMention
from kg.extraction.body.samebodies import unite_bodies
from kg.extraction.person.people import find_people
from kg.extraction.text.page import Page
from kg.extraction.words.known import taken_by_known
from kg.model.text import Document


def _page(text: str) -> Page:
    return Page(Document(text, "0" * 64, "note"))


def _people_of(page: Page) -> list[bool]:
    mask = [False] * len(page.tokens)
    for mention in find_people(page, taken_by_known(page)):
        mask[mention.first : mention.last] = [True] * (mention.last - mention.first)
    return mask


def _mentions(page: Page) -> list[BodyMention]:
    return find_bodies(page, _people_of(page))


def _printed(text: str) -> list[str]:
    page = _page(text)
    return [page.words(mention.first, mention.last) for mention in _mentions(page)]


def _bodies(text: str) -> list[Body]:
    page = _page(text)
    return unite_bodies(page, _mentions(page))


def _names(text: str) -> list[str]:
    return [body.name for body in _bodies(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Safety Centre",
        "Lagoon Task Force",
        "Office on Lagoons and Tides",
        "Centre of Excellence for Glaciers",
        "Ministry of Foreign Affairs",
        "Ministry of Harbours, Canals and Tides",
        "Committee against Torture",
        "National Glacier Agency",
        "Interregional Tides and Lagoons Research Institute",
        "Department of Harbours & Canals",
        "Permanent Mission of Norway to the United Nations",
        "Directorate-General for Glaciers",
    ],
)
def test_a_head_with_its_modifiers_and_complements_names_a_body(name: str) -> None:
    assert _printed(f"It was shown to the {name} at noon.") == [name]


def test_and_between_two_bodies_parts_them() -> None:
    assert _names("The Harbour Safety Centre and the Lagoon Task Force agreed.") == [
        "Harbour Safety Centre",
        "Lagoon Task Force",
    ]
    assert _names("The Harbour Safety Centre, Glacier Agency and Lagoon Task Force agreed.") == [
        "Harbour Safety Centre",
        "Glacier Agency",
        "Lagoon Task Force",
    ]


def test_a_known_body_is_read_without_a_head() -> None:
    assert _names("Then INTERPOL agreed with the European Union.") == ["INTERPOL", "European Union"]


def test_a_known_body_in_front_belongs_to_the_name_of_a_unit() -> None:
    assert _names("Then the UN Office on Drugs and Crime agreed.") == ["UN Office on Drugs and Crime"]
    assert _names("Then the European Union Glacier Agency agreed.") == ["European Union Glacier Agency"]


@pytest.mark.parametrize("text", ["The UN entities agreed.", "It was shown to EU officials.", "The EU Strategy helps."])
def test_a_body_that_qualifies_the_next_word_is_a_prefix(text: str) -> None:
    (mention,) = _mentions(_page(text))

    assert mention.prefix


def test_a_body_that_acts_is_no_prefix() -> None:
    assert not any(mention.prefix for mention in _mentions(_page("The UN agreed, and the EU held talks.")))


def test_an_acronym_in_brackets_belongs_to_the_name_before_it() -> None:
    (body,) = _bodies("The Harbour Safety Centre (HSC) agreed. Then HSC left. It was the HSC that paid.")

    assert (body.name, body.acronym, len(body.mentions)) == ("Harbour Safety Centre", "HSC", 3)


def test_an_acronym_in_the_plural_is_of_those_who_belong_to_it() -> None:
    body = _bodies("The Reef Group of Harbour Safety Units (HSUs) met. The HSUs agreed.")[0]

    assert body.acronym is None


def test_an_acronym_of_longer_words_is_not_that_of_the_state_that_ends_them() -> None:
    found = {body.name: body.acronym for body in _bodies("They joined Reef Front Norway (RFN). Norway agreed.")}

    assert found["Norway"] is None


def test_an_acronym_is_bound_wherever_it_stands() -> None:
    (body,) = _bodies("HSC agreed. The Harbour Safety Centre (HSC) left.")

    assert (body.acronym, len(body.mentions)) == ("HSC", 2)


def test_an_acronym_nobody_introduced_is_no_body() -> None:
    assert _names("Then HSC agreed with ABCD.") == []


def test_a_remark_in_brackets_is_no_acronym() -> None:
    (body,) = _bodies("The Harbour Safety Centre (victims) agreed.")

    assert body.acronym is None


def test_initials_in_brackets_introduce_a_body_without_a_head() -> None:
    (body,) = _bodies("The Lagoon Fisheries Pool (LFP) agreed.")

    assert (body.name, body.acronym, body.mentions[0].rule) == ("Lagoon Fisheries Pool", "LFP", "body.introduced")


def test_brackets_with_other_letters_introduce_nothing() -> None:
    assert _names("The Lagoon Futures (XYZ) were discussed.") == []


def test_the_head_alone_points_back_to_the_one_body_it_can_mean() -> None:
    (body,) = _bodies("The Harbour Safety Centre agreed. The Centre will pay.")

    assert [mention.is_alias for mention in body.mentions] == [False, True]


def test_the_head_of_what_a_body_is_of_means_that() -> None:
    bodies = _bodies("The Steering Committee of the Tide Safety Fund met. The Committee agreed. The Fund will pay.")

    assert [(body.name, body.also) for body in bodies] == [
        ("Steering Committee of the Tide Safety Fund", ["Committee"]),
        ("Tide Safety Fund", ["Fund"]),
    ]


def test_the_head_alone_means_nothing_where_two_bodies_have_it() -> None:
    bodies = _bodies("The Harbour Safety Centre and the Glacier Centre agreed. The Centre will pay.")

    assert [(body.name, len(body.mentions)) for body in bodies] == [("Harbour Safety Centre", 1), ("Glacier Centre", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The Glacier Committee and its Glacier Committee Executive Office agreed. The Committee will pay.",
        "The Glacier Committee Executive Office agreed with the Glacier Committee. Then the Committee will pay.",
        "The Glacier Committee agreed. The Committee will pay. The Reef Committee on Ports did not.",
    ],
)
def test_the_head_alone_means_the_body_whose_name_it_ends_or_that_was_named_before(text: str) -> None:
    (meant,) = (body.name for body in _bodies(text) if "Committee" in body.also)

    assert meant == "Glacier Committee"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Reef Islands Tide Secretariat agreed. The Tide Secretariat will pay.", ["Reef Islands Tide Secretariat"]),
        ("The Council of the Tide Fund agreed. The Tide Fund will pay.", ["Council of the Tide Fund", "Tide Fund"]),
        (
            "The Reef Tide Centre and the Harbour Tide Centre agreed. The Tide Centre will pay.",
            ["Reef Tide Centre", "Harbour Tide Centre", "Tide Centre"],
        ),
    ],
)
def test_a_name_without_its_first_words_is_of_the_one_body_that_it_ends(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_a_head_alone_names_a_body_only_as_a_name_of_its_own() -> None:
    (body,) = _bodies("The Centre will pay. Our Office agreed.")

    assert (body.name, body.mentions[0].is_alias) == ("Centre", True)


def test_initials_of_a_plan_introduce_no_body() -> None:
    assert _names("The Lagoon Fisheries Programme (LFP) was adopted.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was shown to the Office of the Prime Minister.", ["Office of the Prime Minister"]),
        ("It was shown to the Prime Minister's Office.", ["Prime Minister's Office"]),
        ("It was shown to the Ministry of Trade and Local Government.", ["Ministry of Trade and Local Government"]),
        (
            "It was shown to the Ministry of Interior and National Administration.",
            ["Ministry of Interior and National Administration"],
        ),
        ("It was shown in Room 4 of the Harbour Office Building.", []),
        ("It told the Council of the People's Republic of China.", ["Council of the People's Republic of China"]),
    ],
)
def test_a_name_is_read_to_its_end(text: str, names: list[str]) -> None:
    assert _printed(text) == names


def test_a_part_of_a_ministry_and_the_ministry_are_two_bodies() -> None:
    text = "It was shown to the Department of Lagoons of the Ministry of Foreign Affairs."

    assert _names(text) == ["Department of Lagoons", "Ministry of Foreign Affairs"]


def test_a_body_with_its_parent_is_known_without_it_too() -> None:
    (body,) = _bodies("The Business Council of the Lagoon Organisation agreed. Then the Business Council left.")

    assert (body.name, body.also) == ("Business Council of the Lagoon Organisation", ["Business Council"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Committee on Tides agreed. The Tides Committee left.", "Committee on Tides"),
        (
            "The Office of Tidal Affairs of Kenya agreed. The Kenyan Tidal Office left.",
            "Office of Tidal Affairs of Kenya",
        ),
        ("The Kenyan Ministry of Tides agreed. The Ministry of Tides left.", "Kenyan Ministry of Tides"),
        (
            "The Tidal Counter-Terrorism Cell agreed. The Tidal Counterterrorism Cell left.",
            "Tidal Counter-Terrorism Cell",
        ),
    ],
)
def test_one_body_by_two_names_is_one(text: str, name: str) -> None:
    (body,) = _bodies(text)

    assert (body.name, len(body.mentions)) == (name, 2)


def test_a_short_name_joins_none_of_two_that_it_may_mean() -> None:
    text = "The Ministry of Tides of Kenya and the Ministry of Tides of Norway agreed. The Ministry of Tides left."

    assert len(_bodies(text)) == 3


def test_short_and_long_spellings_are_one_body() -> None:
    (body,) = _bodies("The United Nations Glacier Office agreed. The UN Glacier Office will pay.")

    assert (body.name, body.also) == ("United Nations Glacier Office", ["UN Glacier Office"])


def test_a_name_between_bodies_of_a_list_is_one_too() -> None:
    text = "It works with 36 UN entities, Lagunapol and the Glacier Agency."

    assert _printed(text) == ["UN", "Lagunapol", "Glacier Agency"]


@pytest.mark.parametrize(
    "text",
    [
        "It works with boats, Lagunapol and the sea.",
        "It was held in the Glacier Agency, Vienna and the Harbour Safety Centre.",
    ],
)
def test_other_company_makes_no_body(text: str) -> None:
    assert not {"Lagunapol", "Vienna"} & set(_printed(text))


def test_a_state_is_known_as_such() -> None:
    (body,) = _bodies("Then Kenya agreed, and the Republic of Kenya paid.")

    assert (body.is_state, body.name, len(body.mentions)) == (True, "Republic of Kenya", 2)


@pytest.mark.parametrize(
    "text",
    [
        "The Global Lagoon Strategy was adopted.",
        "They recalled the Lagoon Framework and the Harbour Programme.",
        "The office was closed and the committee had left.",
        "Terrorism and Violent Extremism must end.",
        "On Monday morning all was quiet.",
    ],
)
def test_texts_plans_topics_and_small_letters_are_no_bodies(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize("name", ["Lagoon Terrorist Group", "Reef Militant Organization", "Harbour Extremist Network"])
def test_those_whom_all_are_against_are_no_body(name: str) -> None:
    assert _names(f"The {name} burned the harbour.") == []


@pytest.mark.parametrize("name", ["Counter Terrorist Group", "Lagoon Anti-Terrorist Organization"])
def test_those_who_are_against_them_are_one(name: str) -> None:
    assert _names(f"The {name} met in Oslo.") == [name]


def test_a_person_is_no_part_of_a_body() -> None:
    assert _printed("They thanked Mr. Peter Brandvik and the Glacier Agency.") == ["Glacier Agency"]


def test_known_bodies_and_states_are_taken_before_people_are_read() -> None:
    page = _page("Then the United Nations thanked Kenya.")

    taken = [page.tokens[at].text for at, is_taken in enumerate(taken_by_known(page)) if is_taken]

    assert taken == ["United", "Nations", "Kenya"]


def _in_slot(text: str, at: int, people: Sequence[int] = ()) -> str | None:
    page = _page(text)
    mention = body_in_slot(page, at, [token in people for token in range(len(page.tokens))])
    return page.words(mention.first, mention.last) if mention else None


def test_the_place_behind_a_title_makes_a_body_of_an_acronym() -> None:
    assert _in_slot("Director of LAGPOL said", 2) == "LAGPOL"
    assert _in_slot("Director of lagoons said", 2) is None
    assert _in_slot("Director of LAGPOL said", 2, people=[2]) is None
    assert _in_slot("Director of", 2) is None


@pytest.mark.parametrize(
    "text", [", Ilvesoo and the Glacier Agency", "the, Ilvesoo Ilvesoo", "UN, Ilvesoo and", "UN, Ilvesoo"]
)
def test_a_list_may_begin_or_end_the_text(text: str) -> None:
    assert not any("Ilvesoo" in name for name in _printed(text))


@pytest.mark.parametrize("word", ["Lagoon", "Office", "UNDP"])
def test_a_page_of_capitals_is_no_name(word: str) -> None:
    assert all(len(name.split()) < 60 for name in _printed(f"{word} " * 300))


def test_a_known_name_with_a_state_behind_it_is_a_body_of_that_state() -> None:
    first, second = _bodies("The Security Council agreed. The Security Council of the Republic of Kenya left.")

    assert (first.name, first.known is None) == ("Security Council", False)
    assert (second.name, second.known) == ("Security Council of the Republic of Kenya", None)


def test_the_office_above_a_body_belongs_to_its_name() -> None:
    (body,) = _bodies("The Tides Council under the President of the Republic of Kenya agreed.")

    assert (body.name, body.also) == ("Tides Council under the President of the Republic of Kenya", ["Tides Council"])


@pytest.mark.parametrize(
    "printed",
    [
        "Commission on Tides and Lagoons in Europe",
        "OSCE Centre in Astana",
        "League of Arab States General Secretariat",
    ],
)
def test_a_place_or_an_organ_behind_belongs_to_the_name(printed: str) -> None:
    assert _printed(f"They came from the {printed} and spoke.") == [printed]


def test_a_word_that_only_qualifies_begins_no_body() -> None:
    assert _printed("They thanked the Malta-based Tide Council there.") == ["Tide Council"]


def test_a_numbered_meeting_is_no_body_whatever_its_acronym() -> None:
    assert "LMMB" not in " ".join(_printed("They met for the 18th Lagoon Ministers Meeting on Boats (LMMB)."))


def test_a_bare_ministry_before_that_of_another_state_is_its_own() -> None:
    text = "Norway met Kenya. The Ministry of Tides led the one side, the Kenyan Ministry of Tides the other."

    assert [body.name for body in _bodies(text) if not body.is_state] == [
        "Ministry of Tides",
        "Kenyan Ministry of Tides",
    ]


def test_a_bare_ministry_behind_that_of_a_state_is_the_same() -> None:
    text = "Norway met Kenya. The Kenyan Ministry of Tides led the one side. The Ministry of Tides thanked all."

    assert [body.name for body in _bodies(text) if not body.is_state] == ["Kenyan Ministry of Tides"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Council of the Marine Tide Union (MTU) met. The MTU agreed.",
         ["Council of the Marine Tide Union", "Marine Tide Union"]),
        ("It is the Institute for the Reform of Courts and the Care of Judges.",
         ["Institute for the Reform of Courts and the Care of Judges"]),
        ("The Mission of Kenya to the UN in Vienna wrote.", ["Mission of Kenya to the UN in Vienna"]),
        ("Tide Department Ambriland, and others came.", ["Tide Department Ambriland"]),
        ("The Glacier Council Member States (GCMS) and Civil Society came.", ["Glacier Council"]),
        ("The Government of Kenya wrote.", ["Kenya"]),
        ("Photo courtesy Tide Council.", ["Tide Council"]),
        ("Prof. Anna Ilvesoo, University of Lagoons, spoke.", ["University of Lagoons"]),
        ("The State Department for Tides wrote.", ["State Department for Tides"]),
        ("The European Commission against Tides (ECAT) wrote.", ["European Commission against Tides"]),
        ("They asked the National Security Adviser (NSA). Later the NSA wrote.", []),
    ],
)  # fmt: skip
def test_where_names_of_bodies_begin_and_end(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_a_known_department_is_not_taken_for_the_parent_printed_inside_its_name() -> None:
    osce = "Organization for Security and Cooperation in Europe"
    text = f"The Transnational Threats Department of the {osce} (OSCE) met Kenya and the Norwegian government."

    assert osce in _names(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Terrorism Prevention Branch of the United Nations Office on Drugs and Crime (UNODC) met Kenya.",
            [
                "Terrorism Prevention Branch of the United Nations Office on Drugs and Crime",
                "United Nations Office on Drugs and Crime",
                "Kenya",
            ],
        ),
        (
            "The Permanent Mission of Kenya to the Tide Council met. The Permanent Mission of Kenya left.",
            ["Permanent Mission of Kenya to the Tide Council"],
        ),
        (
            "The Embassy of Kenya in Oslo and the Embassy of Kenya in Rome met.",
            ["Embassy of Kenya in Oslo", "Embassy of Kenya in Rome"],
        ),
        ("The Club de Lisboa met. The golf club of Oslo met.", ["Club de Lisboa"]),
    ],
)
def test_a_branch_a_mission_and_a_club_are_told_from_others(text: str, names: list[str]) -> None:
    assert [name for name in _names(text) if name != "Tide Council"] == names
