"""What looks like a claim and gave none is listed, with the sign and the reason."""

from typing import Any

import pytest

from kg.extraction.unread import unread
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.text import Document

HEADLINE = "Round table"
TITLE = "Ms. Ada Nkemelu, Director of the Lisbon Bureau, was in good spirits."
VERB = "Ada Nkemelu chaired the talks, which went on until late in the evening of the second day."
NAMES = "The paper is by Ada Nkemelu, Ivo Brandt and Lena Okoro."


def said(text: str, *claims: tuple[type[Claim], str, dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Sign, words and reason of each unread sentence, given claims (kind, the words that say it, values)."""
    text = f"{HEADLINE}\n\n{text}"
    document = Document(text, "0" * 64, "note")
    made = []
    for kind, quote, values in claims:
        at = text.index(quote)
        made.append(kind(evidence=(document.evidence(at, at + len(quote)),), rule="test", **values))
    looked = unread(document, made)
    assert looked.sentences >= len(looked.unread)
    for found in looked.unread:
        assert text[found.start : found.end] == found.quote
    return [(found.sign, found.words, found.reason) for found in looked.unread]


def named(*names: str) -> list[tuple[type[Claim], str, dict[str, Any]]]:
    return [(NameUse, name, {"kind": "person", "name": name}) for name in names]


ADA = named("Ada Nkemelu")
ALL = named("Ada Nkemelu", "Ivo Brandt", "Lena Okoro")
MEETING = (MeetingReport, HEADLINE, {"meeting": "e1", "name": "round table", "kind": "meeting"})
POST = {"person": "Ada Nkemelu", "role": "Director", "organisation": "Lisbon Bureau", "title": "Director"}
PART = {"meeting": "e1", "agent": "Ada Nkemelu", "role": "chair"}


def test_a_title_beside_a_name_that_is_part_of_no_post() -> None:
    assert said(TITLE, *ADA) == [("title", "Director", "the title was tied to nobody")]
    assert said(TITLE, *ADA, (Attestation, "Ada Nkemelu, Director", POST)) == []


def test_a_title_beside_nobody_named_is_no_sign() -> None:
    assert said("The Director of the Bureau agreed. Ada Nkemelu smiled.", *ADA) == []


def test_a_title_that_points_back_is_no_sign() -> None:
    text = "Ada Nkemelu is Director. The Director, Ada Nkemelu, smiled."

    assert said(text, *ADA, (Attestation, "Ada Nkemelu is Director", POST)) == []


def test_the_states_of_which_a_body_is_made_are_no_title() -> None:
    assert said("Ada Nkemelu thanked the Member States.", *ADA) == []


def test_a_title_behind_a_verb_that_tells_of_a_post_need_name_nobody() -> None:
    text = "He was appointed governor of the harbour."

    assert said(text) == [("title", "governor", "the title was tied to nobody")]
    assert said(text, (Attestation, "appointed governor", POST)) == []
    assert said("He was glad that the governor came.") == []


def test_a_post_that_was_read_without_its_body() -> None:
    bare = POST | {"organisation": None}

    assert said(TITLE, *ADA, (Attestation, "Director", bare)) == [
        ("title", "Director", "the post was read without its body")
    ]
    assert said(TITLE, *ADA, (Attestation, "Director", bare), (Attestation, "Ada", POST)) == []
    assert said(TITLE, *ADA, (Attestation, "Director", bare | {"role": "President"})) == []


def test_somebody_who_takes_part_in_nothing_though_people_meet() -> None:
    text = "Ada Nkemelu praised the harbour. Ada Nkemelu smiled."

    assert said(text, *ADA, MEETING) == [("names", "Ada Nkemelu", "no words say what this person took part in")]
    assert said(text, *ADA) == []
    assert said("The director is Ms. Ada Nkemelu.", *ADA, MEETING) == []


def test_a_verb_of_chairing_beside_somebody_who_takes_part_in_nothing() -> None:
    assert said(VERB, *ADA, MEETING) == [("verb", "chaired", "no rule took the verb")]
    assert said(VERB, *ADA) == [("verb", "chaired", "no meeting was read in the document")]
    assert said(VERB, *ADA, MEETING, (Participation, "Ada Nkemelu chaired", PART)) == []
    assert said(VERB, MEETING) == []


def test_a_state_may_be_the_somebody() -> None:
    assert said("Portugal hosted all of them, and went on until late in the evening of the second day.", MEETING) == [
        ("verb", "hosted", "no rule took the verb")
    ]


def test_somebody_who_takes_part_elsewhere_and_of_whom_this_sentence_gave_nothing() -> None:
    text = f"Ada Nkemelu came to Lisbon. {VERB}"

    assert said(text, *ADA, MEETING, (Participation, "Ada Nkemelu came", PART)) == [
        ("verb", "chaired", "no rule took the verb")
    ]


def test_a_state_that_takes_part_by_another_of_its_names_is_no_sign() -> None:
    text = "The United States hosted all of them, and went on until late in the evening of the second day."

    assert said(text, MEETING, (Participation, HEADLINE, PART | {"agent": "US"})) == []


def test_a_state_that_says_where_a_town_is_is_no_sign() -> None:
    assert (
        said("The visitors were hosted in Lisbon, Portugal, until late in the evening of the second day.", MEETING)
        == []
    )


def test_a_list_of_names_of_which_nobody_takes_part() -> None:
    ((sign, words, _),) = said(NAMES, *ALL)

    assert (sign, words) == ("names", "Ada Nkemelu, Ivo Brandt and Lena Okoro")
    assert said("The paper is by Ada Nkemelu and Ivo Brandt.", *ALL[:2]) == []


def test_a_list_that_is_read_in_part() -> None:
    text = "Those who came: Ada Nkemelu, Ivo Brandt and Lena Okoro."
    claims = (*ALL, MEETING, (Participation, "Ada Nkemelu", PART))

    assert said(text, *claims) == [("names", "Ivo Brandt", "others in the list take part")]


@pytest.mark.parametrize("text", ["", " \n", "\n\n,,,;;;", "chaired " * 50])
def test_nothing_is_listed_where_nothing_is_named(text: str) -> None:
    assert said(text) == []


def test_a_claim_that_enters_no_graph_is_unread_and_names_its_rule() -> None:
    doubted = {"tier": Tier.POSSIBLE}
    post = (Attestation, "Ada Nkemelu, Director", POST | doubted)
    part = (Participation, "Ada Nkemelu chaired", PART | doubted)

    assert said(TITLE, *ADA, post) == [("claim", "Ada Nkemelu, Director", "the rule test is not trusted yet")]
    assert said(VERB, *ADA, MEETING, part) == [("claim", "Ada Nkemelu chaired", "the rule test is not trusted yet")]
    assert said(TITLE, *ADA, post, (Attestation, "Ada Nkemelu, Director", POST)) == []
    assert said(VERB, *ADA, MEETING, part, (Participation, "Ada Nkemelu chaired", PART)) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Portugal hosted the round table.", True),
        ("The round table was hosted in Portugal.", False),
        ("The boats of Portugal were received with joy.", False),
        ("Delegates of Portugal joined late.", True),
        ("There were talks with Portugal on the boats.", False),
        ("The talks went on until late at night, while the harbour was closed and Portugal slept.", False),
    ],
)
def test_a_state_that_is_only_spoken_of_is_no_somebody(text: str, listed: bool) -> None:
    went_on = " They all went on until late in the evening of the second day, as they always had."

    assert bool(said(text + went_on, MEETING)) is listed


def test_a_short_title_of_somebody_whose_post_is_known_is_no_sign() -> None:
    text = "Ada Nkemelu is Minister of Boats. Minister Nkemelu smiled."
    post = POST | {"role": "Minister of Boats", "title": "Minister of Boats"}

    assert said(text, *ADA, (Attestation, "Ada Nkemelu is Minister of Boats", post)) == []


def test_others_in_a_list_that_was_read_in_part_are_named() -> None:
    text = "The talks were attended by the Tide Council, the Canal Bureau, Portugal and the Glacier Agency, they said."
    bodies = [
        (NameUse, name, {"kind": "organisation", "name": name})
        for name in ("Tide Council", "Canal Bureau", "Glacier Agency")
    ]
    part = (Participation, "attended by the Tide Council", PART | {"agent": "Tide Council"})

    assert said(text, *bodies, MEETING, part) == [("names", "Canal Bureau", "others in the list take part")]


@pytest.mark.parametrize(
    ("odd", "listed"),
    [
        ("the Lagoon Branch", True),
        ("Wardens", True),
        ("a number of boatmen", False),  # nobody is named
        ("Lagoon Branch of yesterday's great regatta", False),  # no item that ends where a list goes on
    ],
)
def test_an_item_that_was_read_as_nobody_is_told_of_a_list_that_was_read(odd: str, listed: bool) -> None:
    text = f"The talks were attended by the Tide Council, {odd}, and the Glacier Agency, they said."
    names = ("Tide Council", "Glacier Agency")
    bodies = [(NameUse, name, {"kind": "organisation", "name": name}) for name in names]
    parts = [(Participation, name, PART | {"agent": name}) for name in names]

    told = [("names", odd.removeprefix("the "), "an item of a list was read as nobody")]
    assert said(text, *bodies, MEETING, *parts) == (told if listed else [])


def test_a_body_that_is_an_item_of_a_list_is_a_sign() -> None:
    text = "Those who came to the harbour on the first day of the year:\n* the Canal Bureau\n* boats from the north\n"

    assert said(text, (NameUse, "Canal Bureau", {"kind": "organisation", "name": "Canal Bureau"})) == [
        ("names", "Canal Bureau", "no words say what those listed did")
    ]
