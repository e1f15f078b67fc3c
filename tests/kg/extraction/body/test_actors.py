"""States that act, by the words beside their names."""

import pytest

from kg.extraction.body.actors import acting_states
from kg.extraction.body.bodies import find_bodies
from kg.extraction.person.people import find_people
from kg.extraction.text.page import Page
from kg.extraction.words.known import taken_by_known
from kg.model.text import Document


def _acting(text: str) -> dict[str, str]:
    page = Page(Document(text, "0" * 64, "note"))
    mentions = find_bodies(page, [False] * len(page.tokens))
    people = {mention.first for mention in find_people(page, taken_by_known(page))}
    rules = acting_states(page, mentions, people)
    return {page.words(m.first, m.last): rules[m.first] for m in mentions if m.first in rules}


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("The talks, which Kenya hosted, lasted two days.", {"Kenya": "state.hosts"}),
        ("The talks were hosted by Norway.", {"Norway": "state.hosts"}),
        ("Kenya and Norway confer on glaciers.", {"Kenya": "state.attends", "Norway": "state.attends"}),
        ("Kenya will again jointly attend the talks.", {"Kenya": "state.attends"}),
        ("Officials of the ministry met the delegation of Ghana.", {"Ghana": "state.attends"}),
        ("The Kenyan side was pleased.", {"Kenyan": "state.delegates"}),
        ("It was signed for Kenya, by the Minister of Tides.", {"Kenya": "state.entry"}),
    ],
)
def test_a_state_acts_by_what_stands_beside_it(text: str, acting: dict[str, str]) -> None:
    assert _acting(text) == acting


def test_what_is_said_of_a_list_is_said_of_each() -> None:
    text = "Kenya, Norway, the Lagoon Task Force and Ghana were represented."

    assert list(_acting(text)) == ["Kenya", "Norway", "Ghana"]


def test_a_long_list_after_those_who_came_acts() -> None:
    text = "Sixteen delegates attended, namely from the coasts (Kenya, Norway, Ghana) and the isles."

    assert set(_acting(text).values()) == {"state.listed"}


def test_entries_that_are_states_act_if_the_list_is_of_those_who_came() -> None:
    lists = "The following states {} the talks on tides:\n\n* Kenya\n* Norway\n* Ghana\n"

    assert list(_acting(lists.format("attended"))) == ["Kenya", "Norway", "Ghana"]
    assert _acting(lists.format("threaten")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "All delegations came, with three exceptions (Kenya, Norway, Ghana).",
        "The coast of Kenya is long.",
        "They spoke of tides in Norway and Ghana.",
        "Kenya has a long coast.",
    ],
)
def test_a_state_that_is_only_named_does_not_act(text: str) -> None:
    assert _acting(text) == {}


def test_states_on_lines_above_those_who_stood_for_them_act() -> None:
    text = (
        "The Governments were represented as follows:\n\nKenya:\n\nMr Jonas Varga, Minister\n\nGhana:\n\nMs Ada Olsen\n"
    )

    assert _acting(text) == {"Kenya": "state.entry", "Ghana": "state.entry"}
    assert _acting(text.replace("represented", "ranked")) == {}


def test_bodies_behind_a_state_do_not_stand_for_it() -> None:
    assert _acting("The following worked together:\n\n* Kenya: Police Service\n* Ghana: Prosecution Office\n") == {}
