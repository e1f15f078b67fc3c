"""A plural takes up those told of together before, as many as it says and with the post it names; else nobody."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

MET = "Minister Anna Ilvesoo met Peter Brandvik, Minister of Trade of Norway, in Oslo today."
TALKS = "Norway and Kenya held talks in Oslo today."
SIGNED = "signed an agreement on harbours"


def _parts(text: str) -> set[tuple[str, str]]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    return {(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)}


def _with(text: str, role: str) -> set[str]:
    return {agent for agent, own in _parts(text) if own == role}


@pytest.mark.parametrize(
    "plural",
    ["They", "The two ministers", "Both Ministers", "The Ministers", "The two leaders", "The two officials also"],
)
def test_a_plural_takes_up_two_who_met(plural: str) -> None:
    assert _with(f"{MET} {plural} {SIGNED}.", "signatory") == {"Anna Ilvesoo", "Peter Brandvik"}


@pytest.mark.parametrize("plural", ["They", "The two sides", "Both countries", "The parties"])
def test_a_plural_takes_up_two_bodies(plural: str) -> None:
    assert _with(f"{TALKS} {plural} {SIGNED}.", "signatory") == {"Norway", "Kenya"}


def test_a_list_is_taken_up_as_a_whole() -> None:
    text = "Anna Ilvesoo, Peter Brandvik and Wame Tembrook opened the Harbour Workshop in Oslo today."
    assert len(_with(f"{text} They {SIGNED}.", "signatory")) == 3
    assert len(_with(f"{text} The three officials {SIGNED}.", "signatory")) == 3
    assert not _with(f"{text} The two officials {SIGNED}.", "signatory")


def test_it_may_be_taken_up_again_and_what_one_of_them_said_stands_between() -> None:
    text = f"{MET} Minister Ilvesoo praised the harbours. The two ministers visited the Glacier Agency. They {SIGNED}."
    assert _with(text, "signatory") == {"Anna Ilvesoo", "Peter Brandvik"}


@pytest.mark.parametrize(
    "text",
    [
        f"{MET} Delegates came from ten states. They {SIGNED}.",
        f"{MET} Director Wame Tembrook thanked the guests. They {SIGNED}.",
        f"{MET} The two generals {SIGNED}.",
        f"{MET} The ministers of Kenya and Fiji {SIGNED}.",
        f"{MET} The two ministers did not meet the press. The three ministers {SIGNED}.",
        f"Foreign ministers of ten states gathered in Oslo. {MET} The ministers {SIGNED}.",
        f"Minister Anna Ilvesoo met fishermen in Oslo today. They {SIGNED}.",
        f"{TALKS} The two leaders {SIGNED}.",
    ],
)
def test_others_are_not_taken_up(text: str) -> None:
    assert not _with(text, "signatory") & {"Anna Ilvesoo", "Peter Brandvik"}


def test_a_meeting_to_which_they_only_give_something_is_not_theirs_to_organise() -> None:
    assert not _with(f"{MET} The two ministers agreed to give their dialogue more weight.", "organiser")


def test_who_receives_two_that_met_has_a_meeting_of_his_own() -> None:
    parts = _parts(f"{MET} The two ministers were later received by King Harald.")
    assert ("Harald", "host") in parts
    assert ("Anna Ilvesoo", "participant") in parts


@pytest.mark.parametrize("they", ["Both sides", "The two sides", "The two countries"])
def test_both_sides_of_a_dialogue_called_by_them_were_there(they: str) -> None:
    text = f"The second Norway-Kenya Tide Dialogue was held in Oslo on 3 May 2024. {they} exchanged views on tides."
    claims = read(Document(text, "0" * 64, "note"))
    parts = [(claim.agent, claim.role) for claim in claims if isinstance(claim, Participation)]
    assert parts == [("Norway", "participant"), ("Kenya", "participant")]
