"""Names of people: on whose word they are taken, how far they reach, and who is one person."""

import pytest

from kg.extraction.person.name_reader import name_end
from kg.extraction.person.namesakes import unite, with_surnames
from kg.extraction.person.people import Person, find_people
from kg.extraction.text.page import Page
from kg.extraction.words.known import taken_by_known
from kg.model.text import Document


def _page(text: str) -> Page:
    return Page(Document(text, "0" * 64, "note"))


def _people(text: str) -> list[Person]:
    page = _page(text)
    return unite(page, with_surnames(page, find_people(page, taken_by_known(page))))


def _names(text: str) -> list[str]:
    return [person.name for person in _people(text)]


def _named_once(text: str) -> tuple[str | None, str]:
    (person,) = _people(text)
    return person.honorific, person.name


@pytest.mark.parametrize(
    ("printed", "honorific", "name"),
    [
        ("Ms Anna Ilvesoo", "Ms", "Anna Ilvesoo"),
        ("Mr. Ilvesoo", "Mr.", "Ilvesoo"),
        ("Hon. Min Ilvesoo", "Hon. Min", "Ilvesoo"),
        ("Hon. Min. Anna Ilvesoo", "Hon. Min.", "Anna Ilvesoo"),
        ("Dr. Anna Ilvesoo", "Dr.", "Anna Ilvesoo"),
        ("H.E. Ms. Anna Ilvesoo", "H.E. Ms.", "Anna Ilvesoo"),
        ("H.E. Ambassador Dr. Anna Ilvesoo", "H.E. Ambassador Dr.", "Anna Ilvesoo"),
        ("Major General Bertil Quarshie", "Major General", "Bertil Quarshie"),
        ("Brig. Gen. Bertil Quarshie", "Brig. Gen.", "Bertil Quarshie"),
        ("Mr. Abdullah bin Zarkhovan", "Mr.", "Abdullah bin Zarkhovan"),
        ("Mr. Gerrit van der Tembrook", "Mr.", "Gerrit van der Tembrook"),
        ("Ms. Ysolde de Castellain", "Ms.", "Ysolde de Castellain"),
        ("Mr. de Castellain", "Mr.", "de Castellain"),
        ("Mr. B. J. Quarshie", "Mr.", "B. J. Quarshie"),
        ("Mr. Bertil V. Quarshie", "Mr.", "Bertil V. Quarshie"),
        ("Mr. B.J. Quarshie", "Mr.", "B.J. Quarshie"),
        ("Ms Marit Quayle-Brandt", "Ms", "Marit Quayle-Brandt"),
        ("Ms Siân O'Dwyer", "Ms", "Siân O'Dwyer"),
        ("Mr Żelisław Øverbø", "Mr", "Żelisław Øverbø"),
        ("Mr Bertil QUARSHIE", "Mr", "Bertil QUARSHIE"),
        ("Mr. T. Raja Quarshie", "Mr.", "T. Raja Quarshie"),
        ("Tan Sri Dato' Sri (Dr.) Bertil bin Quarshie", "Tan Sri Dato' Sri (Dr.)", "Bertil bin Quarshie"),
    ],
)
def test_an_honorific_vouches_for_the_name_behind_it(printed: str, honorific: str, name: str) -> None:
    assert _named_once(f"The harbour was shown to {printed} at noon.") == (honorific, name)


def test_a_name_ends_with_its_last_word() -> None:
    assert _names("Then Mr. Bertil Quarshie thanked Ms. Anna Ilvesoo. Mr. Peter Brandvik had left.") == [
        "Bertil Quarshie",
        "Anna Ilvesoo",
        "Peter Brandvik",
    ]


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert _names("They heard Ms. Ilvesoo's remarks.") == ["Ilvesoo"]


def test_a_blank_line_ends_a_name() -> None:
    assert _names("The talks were led by Mr. Bertil Quarshie\n\nHarbours stay open, says report") == ["Bertil Quarshie"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks were opened by Director Ysolde Castellain.", "Ysolde Castellain"),
        ("The talks were opened by Director Ysolde Garland.", "Ysolde Garland"),
        ("The talks were opened by H.E. Hoang Linh Tuan, Director for Lagoons.", "Hoang Linh Tuan"),
        ("The talks were opened by Minister Khalid al Sheikh of Ambria.", "Khalid al Sheikh"),
        ("The talks were opened by Brigadier Salem El Hajj.", "Salem El Hajj"),
        ("Foreign Minister Wang Ti Meets With the Tide Council", "Wang Ti"),
        ("Minister Peter Ostrevik Security Speech\n\nThe speech was long.", "Peter Ostrevik"),
        ("Statement by Minister Peter Ostrevik Following the Tide Forum", "Peter Ostrevik"),
        ("Statement by Minister Peter Garland", "Peter Garland"),
        ("The talks were opened by Major General Pilot Staff Omar bin Saeed.", "Omar bin Saeed"),
        ("The talks were opened by Gen Sultan bin Saeed al Velk, Minister of Tides.", "Sultan bin Saeed al Velk"),
        ("The talks were opened by Minister Sultan bin Saeed al Velk.", "Sultan bin Saeed al Velk"),
        ("The talks were opened by Sultan Haitham bin Saeed of Ambria.", "Haitham bin Saeed"),
        ("It was signed by the Coordinator for Lagoons, Anna Ilvesoo, on Monday.", "Anna Ilvesoo"),
        ("It was signed by Peter Ostrevik, Director for Lagoons.", "Peter Ostrevik"),
        ("It was signed by Peter Ostrevik (Director for Lagoons).", "Peter Ostrevik"),
        ('"We are late", said Peter Ostrevik.', "Peter Ostrevik"),
        ("Peter Ostrevik stressed that all were late.", "Peter Ostrevik"),
        ("The Regional Director West Africa, Peter Ostrevik, stressed that all were late.", "Peter Ostrevik"),
        ("The Director North America, Peter Ostrevik, stressed that all were late.", "Peter Ostrevik"),
    ],
)
def test_a_post_or_a_verb_of_speech_vouches_for_a_name(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize("verb", ["Opened", "Presented", "Concluded", "Meets"])
def test_a_verb_of_a_headline_is_no_part_of_a_name(verb: str) -> None:
    assert _names(f"Ambassador Ilvesoo {verb} the Harbour Conference in Oslo\n\nIt was long.") == ["Ilvesoo"]


def test_a_surname_alone_is_one_who_was_named() -> None:
    (person,) = _people("Ms. Anna Ilvesoo came by boat. Ilvesoo left on foot.")

    assert [mention.rule for mention in person.mentions] == ["person.honorific/courtesy-opening", "person.surname"]


def test_a_surname_printed_in_capitals_is_known_again_wherever_it_stands() -> None:
    text = "Mr. HARADA Kenji met Ms. Anna ROSE. Minister HARADA and Commissioner ROSE signed it. HARADA left."

    assert [[m.rule for m in person.mentions[1:]] for person in _people(text)] == [
        ["person.surname", "person.surname"],
        ["person.surname"],
    ]


def test_a_surname_before_its_bearer_is_named_stays_unread() -> None:
    (person,) = _people("Ilvesoo came by boat. Later Ms. Anna Ilvesoo left on foot.")

    assert len(person.mentions) == 1


def test_a_surname_of_two_people_means_neither() -> None:
    people = _people("Ms. Anna Ilvesoo and Mr. Peter Ilvesoo came by boat. The boat of Ilvesoo sank.")

    assert [(person.name, len(person.mentions)) for person in people] == [("Anna Ilvesoo", 1), ("Peter Ilvesoo", 1)]


def test_a_surname_inside_another_name_is_no_mention() -> None:
    (person,) = _people("Ms. Anna Ilvesoo came by boat to the Ilvesoo Harbour.")

    assert len(person.mentions) == 1


@pytest.mark.parametrize(
    "short", ["Ms. Ilvesoo", "A. Ilvesoo", "Ms. A. Ilvesoo", "Anna Ilvesoo", "Ms. Anna M. Ilvesoo"]
)
def test_shorter_forms_join_the_one_longer_name(short: str) -> None:
    (person,) = _people(f"Ms. Anna Maria Ilvesoo came by boat. {short} said it was slow.")

    assert person.name == "Anna Maria Ilvesoo"
    assert len(person.mentions) == 2


def test_the_fullest_form_may_come_last() -> None:
    (person,) = _people("Ms. Ilvesoo came by boat. It was slow, said Ms. Anna Maria Ilvesoo.")

    assert person.name == "Anna Maria Ilvesoo"
    assert len(person.mentions) == 2


def test_another_given_name_is_another_person() -> None:
    assert _names("Ms. Anna Ilvesoo came by boat. Ms. Berta Ilvesoo came on foot.") == ["Anna Ilvesoo", "Berta Ilvesoo"]


def test_people_come_in_the_order_of_the_text() -> None:
    assert _names("Mr. Quarshie, Ms. Anna Maria Ilvesoo and Mr. Peter Brandvik came.") == [
        "Quarshie",
        "Anna Maria Ilvesoo",
        "Peter Brandvik",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said so. The United States stressed that. Georgia and Jordan agreed.",
        "The European Union underlined this, said the United Nations.",
        "Peace and Security in the Western Balkans remain on the agenda, said the report.",
        "In May the Lagoon Strategy was adopted. On Friday Central Asia was discussed.",
        "It was called Operation Silver Harbour by all.",
        "The Secretary General welcomed it. General Assembly resolutions were recalled.",
        "The Deputy Prime Minister and the Foreign Minister said so.",
        "MINISTERS AGREE ON NEW HARBOUR\n\nWORK BEGINS AT DAWN IN THE OLD TOWN\n\nThe work was long.",
        "Ministers Agree On New Harbour\n\nThe work was long.",
        "The General said so. The Ambassador left. Mr. and Mrs. were printed alone.",
    ],
)
def test_states_bodies_topics_and_headlines_are_no_people(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize("body", ["United Nations", "European Union", "Norway", "United States"])
def test_a_name_does_not_reach_into_the_body_on_the_next_line(body: str) -> None:
    assert _names(f"Present were:\n\nMs. Anna Ilvesoo\n{body}\n") == ["Anna Ilvesoo"]


@pytest.mark.parametrize("name", ["Anna Jordan", "Georgia Ilvesoo", "Chad Quarshie"])
def test_people_may_be_called_like_a_state(name: str) -> None:
    assert _names(f"The harbour was shown to Dr. {name} at noon.") == [name]


def test_a_post_makes_a_surname_of_the_name_of_a_state() -> None:
    assert _names("The talks were led by Deputy Minister Lisa Monaco in Oslo.") == ["Lisa Monaco"]
    assert _names("The talks were led by Lisa Monaco, Minister of Tides, in Oslo.") == ["Lisa Monaco"]
    assert _names("The talks were led by Minister of Tides Lisa, Monaco, and others.") == []


def test_a_surname_behind_a_particle_may_be_an_ordinary_word() -> None:
    assert _names("It was attended by the State Secretary for Harbours, Nicole de Moor.") == ["Nicole de Moor"]


@pytest.mark.parametrize(
    ("text", "strong", "end"),
    [
        ("Ilvesoo said", True, 1),
        ("V. Ilvesoo said", True, 3),
        ("van der Ilvesoo said", True, 3),
        ("van der said", True, None),
        ("said", True, None),
        ("Monday said", False, None),
        ("Anna Ilvesoo and Peter", False, 2),
        ("One Two Three Four Five Six Seven Eight Nine Ten Eleven", True, 10),
    ],
)
def test_where_a_name_ends(text: str, strong: bool, end: int | None) -> None:
    assert name_end(_page(text), 0, strong=strong) == end


def test_a_run_of_honorifics_is_not_followed_without_end() -> None:
    assert _names("Mr. " * 2_000) == []


def test_a_thousand_people_are_told_apart() -> None:
    names = [f"Anna {first}{last}" for first in ("Ilv", "Bran", "Quar", "Tem") for last in _endings(250)]

    assert _names(", ".join(f"Ms. {name}" for name in names)) == names


def _endings(number: int) -> list[str]:
    return [f"{'abcdefghij'[at // 100]}{'klmnopqrst'[at // 10 % 10]}{'uvwxyzabcd'[at % 10]}" for at in range(number)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. Anna Ilvesoo and Mr. Peter Ilvesoo came. Mr. Ilvesoo spoke.", ["Anna Ilvesoo", "Peter Ilvesoo"]),
        ("Mr. Peter V. Brandvik came. P. Brandvik and V. Brandvik are one.", ["Peter V. Brandvik"]),
        ("Ms. Anna Ilvesoo came. Ms. Anna spoke.", ["Anna Ilvesoo"]),
    ],
)
def test_a_shorter_name_joins_the_one_it_can_mean(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ambassador Usman Sarki of Nigeria came.", ["Usman Sarki"]),
        ("Executive Secretary Steven Hill welcomed the Board.", ["Steven Hill"]),
        ("The Prime Minister, Brigadier (Ret'd), Mark Brandvik, came.", ["Mark Brandvik"]),
        ("Mr. Abdul Malik Dr. Omar Tembrook came.", ["Abdul Malik", "Omar Tembrook"]),
    ],
)
def test_a_surname_may_be_a_style_or_a_place_elsewhere(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ilvesa Tolvar has been Executive Secretary since 1 June 2022.", ["Ilvesa Tolvar"]),
        ("Ilvesa Tolvar is the President of the Tide Council.", ["Ilvesa Tolvar"]),
        ("Ilvesa Tolvar was Director of the Tide Council until 2020.", ["Ilvesa Tolvar"]),
        ("Ilvesa Tolvar is currently Secretary-General of the Tide Council.", ["Ilvesa Tolvar"]),
        ("Harbour Watch is President of the Tide Council.", []),
        ("Ilvesa Tolvar is Chair of the Tide Council.", []),
        ("Ilvesa Tolvar is a member of the Tide Council.", []),
    ],
)
def test_who_is_said_to_hold_a_post_is_a_person(sentence: str, names: list[str]) -> None:
    assert _names(sentence) == names


def test_a_family_name_may_be_that_of_a_state() -> None:
    assert _names("Adviser Jana Monaco left. Ms. Monaco thanked Belgium.") == ["Jana Monaco"]
    assert _names("Mr. Chad Brandvik thanked Chad. Anna Chad came.") == ["Chad Brandvik"]


@pytest.mark.parametrize(
    "name",
    [
        "Ben Ilvesoo",
        "Del Ilvesoo",
        "Condolia Rice",
        "Condolia Green",
        "Robert Gates",
        "Edward Rivers",
        "Robert Lane",
        "Edward House",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Minister Anna Varga met {}, Director of the Tide Agency.",
        "It was opened by the Director of the Tide Agency, {}, on Monday.",
        "Director of the Tide Agency {} and Minister Anna Varga signed it.",
    ],
)
def test_a_post_beside_a_given_name_makes_a_family_name_of_an_ordinary_word(text: str, name: str) -> None:
    assert name in _names(text.format(name))


@pytest.mark.parametrize(
    "name", ["Blessing Ilvesoo", "Chad Ilvesoo", "Rich Ilvesoo", "Sunday Ilvesoo", "Jordan Ilvesoo", "Sandy Fields"]
)
@pytest.mark.parametrize(
    "text", ["Minister Anna Varga met {}, Director of the Tide Agency.", "Deputy Director {} met Minister Anna Varga."]
)
def test_a_post_beside_it_makes_a_given_name_of_an_ordinary_word(text: str, name: str) -> None:
    assert name in _names(text.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "The Jordan Armed Forces, Director of Tides, came.",
        "Peace Corps, Director of Tides.",
        "Sunday prayers, the Director said.",
        "Sierra Ilvesoo came.",
        "The Sterling Bank, Director of Tides.",
        "The Ben Gurion.",
        "The Condolia Post, Director of Tides.",
        "Deputy Director Europe Green.",
        "Condolia Green came.",
    ],
)
def test_what_only_looks_like_such_a_name_is_nobody(text: str) -> None:
    assert _names(text) == []


def test_a_state_before_a_given_name_is_a_state() -> None:
    assert _names("Jordan Robert Ilvesoo, Minister of Tides; Chad Edward Varga, Minister of Tides") == [
        "Robert Ilvesoo",
        "Edward Varga",
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They heard Dr. Othello Ilvesoo Bwana on Monday.", "Othello Ilvesoo Bwana"),
        ("They heard Brigadier Yusuf Al Sheriff, Director of Tides.", "Yusuf Al Sheriff"),
        ("They heard Mr. Pham Tuan Velk of Viet Nam.", "Pham Tuan Velk"),
        ("They heard Tuan Haji Ahmad bin Velk.", "Ahmad bin Velk"),
        ("They heard Lt. Gen. Velk Uz Zaran.", "Velk Uz Zaran"),
        ("They heard the Rt Hon Anna May MP.", "Anna May"),
        ("They heard the Minister of Tides, Joop de Hoop Velk, on Monday.", "Joop de Hoop Velk"),
        ("They heard the Director of Tides Anna Lane on Monday.", "Anna Lane"),
        ("They heard Attorney General Vlasto Nightingale on Monday.", "Vlasto Nightingale"),
        ("The Minister of Tides of Kenya Aadu Velk will present a report.", "Aadu Velk"),
    ],
)
def test_a_style_a_post_or_a_place_may_be_part_of_a_name(sentence: str, name: str) -> None:
    assert _names(sentence) == [name]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Mr. Peter Brandvik Ambassador of Kenya spoke.", ["Peter Brandvik"]),
        ("They met Encik Velk and Tuan Syed Ilvesoo.", ["Velk", "Syed Ilvesoo"]),
        ("They went to the Ministry of Tides, Albert Hill, on Monday.", []),
        ("Ms. Anna Ilvesoo Regional Director of Tides spoke.", ["Anna Ilvesoo"]),
    ],
)
def test_a_style_a_post_or_a_place_beside_a_name_is_none_of_it(sentence: str, names: list[str]) -> None:
    assert _names(sentence) == names


def test_who_is_sworn_in_is_a_person() -> None:
    assert _names("The court swore in Tomas Reis as Minister of Tides.") == ["Tomas Reis"]
    assert _names("Tomas Reis was sworn in on Monday.") == ["Tomas Reis"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Dean Ilvesoo met the delegates.", "Dean Ilvesoo"),
        ("They met Defence Minister Earl Ilvesoo on Monday.", "Earl Ilvesoo"),
        ("They met Minister of Tides Earl Ilvesoo on Monday.", "Earl Ilvesoo"),
        ("They met Dean Anna Ilvesoo of the Tide School.", "Anna Ilvesoo"),
    ],
)
def test_a_style_behind_a_post_may_be_a_given_name(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize("behind", [" said", ", said", ", aligning herself with the Council, said", " stressed"])
def test_a_state_in_brackets_before_a_verb_of_speech_makes_a_person_of_a_name(behind: str) -> None:
    (person,) = _people(f"Zarkol Blinvar (Norway){behind} that ports matter.")

    assert person.name == "Zarkol Blinvar"


@pytest.mark.parametrize("text", ["Distinguished Delegates\n\nGood morning", "Hon. Guests,\n\nwe thank you."])
def test_whom_a_speech_addresses_is_nobody_by_name(text: str) -> None:
    assert _names(text) == []


def test_a_family_name_like_a_plural_is_a_name() -> None:
    assert _names("The Hon. Elders Tembrook spoke.") == ["Elders Tembrook"]


def test_a_people_and_an_adverb_of_a_headline_are_no_name() -> None:
    assert _names("Minister Meets Ambassadors Of US, French And Romanian Separately") == []


def test_a_given_name_cut_short_belongs_to_the_name() -> None:
    assert _names("The guests met Secretary Ma. Anna Ilvesoo in May.") == ["Ma. Anna Ilvesoo"]


def test_what_a_post_ends_with_is_no_name() -> None:
    assert _names("Senator Bertil Varga, Union President Emeritus, came with the President Emeritus.") == [
        "Bertil Varga"
    ]


def test_a_region_before_a_name_is_no_part_of_it_and_two_letters_with_a_stop_are() -> None:
    assert "Asia Varga" not in _names("Director for Southeast Asia Varga spoke.")
    assert _names("Director Anna LB. Ilvesoo spoke.") == ["Anna LB. Ilvesoo"]
