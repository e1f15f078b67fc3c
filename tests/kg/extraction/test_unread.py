"""What seems to say more than was read bears signs, and is listed from a sum of their weights on."""

from typing import Any

import pytest

from kg.extraction.said import Said
from kg.extraction.sight import Sight
from kg.extraction.text.page import Page
from kg.extraction.unread import ONCE, SIGNS, THRESHOLD, chosen, signs_of, unread
from kg.extraction.words import tables
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation, Tier
from kg.model.text import Document

HEADLINE = "Round table"
TITLE = "Ms. Ada Nkemelu, Director of the Lisbon Bureau, was in good spirits."
VERB = "Ada Nkemelu chaired the talks, which went on until late in the evening of the second day."
NAMES = "The paper is by Ada Nkemelu, Ivo Brandt and Lena Okoro."
CONTEXT = frozenset(row.form for row in tables.rows("unread-signs") if not row["reason"])
WIDE = CONTEXT | {"three people", "many named", "two idle", "idle", "apart", "long", "eight named"}


def made(text: str, *claims: tuple[type[Claim], str, dict[str, Any]]) -> tuple[Document, list[Claim]]:
    """A document under a headline and its claims, each given as kind, the words that say it, and values."""
    text = f"{HEADLINE}\n\n{text}"
    document = Document(text, "0" * 64, "note")
    spans = [(text.index(quote), text.index(quote) + len(quote)) for _, quote, _ in claims]
    evidence = [(document.evidence(start, end),) for start, end in spans]
    return document, [
        kind(evidence=words, **{"rule": "test"} | values)
        for (kind, _, values), words in zip(claims, evidence, strict=True)
    ]


def listed(text: str, *claims: tuple[type[Claim], str, dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Sign, words and reason of each unread sentence."""
    document, read = made(text, *claims)
    looked = unread(document, read)
    assert looked.sentences >= len(looked.unread)
    for found in looked.unread:
        assert document.text[found.start : found.end] == found.quote
    return [(found.sign, found.words, found.reason) for found in looked.unread]


def borne(text: str, *claims: tuple[type[Claim], str, dict[str, Any]]) -> dict[str, str]:
    """The signs that the sentences bear, but for the widest, each with its first words."""
    document, read = made(text, *claims)
    said, found = Said(Page(document), read), {}
    for sentence in said.page.sentences:
        for name, (first, last) in signs_of(Sight(said, sentence)).items():
            if name not in WIDE:
                found.setdefault(name, said.page.words(first, last))
    return found


def named(*names: str) -> list[tuple[type[Claim], str, dict[str, Any]]]:
    return [(NameUse, name, {"kind": "person", "name": name}) for name in names]


ADA = named("Ada Nkemelu")
ALL = named("Ada Nkemelu", "Ivo Brandt", "Lena Okoro")
MEETING = (MeetingReport, HEADLINE, {"meeting": "e1", "name": "round table", "kind": "meeting"})
POST = {"person": "Ada Nkemelu", "role": "Director", "organisation": "Lisbon Bureau", "title": "Director"}
PART = {"meeting": "e1", "agent": "Ada Nkemelu", "role": "chair"}


def test_a_title_beside_a_name_that_is_part_of_no_post() -> None:
    assert borne(TITLE, *ADA) == {"title": "Director"}
    assert borne(TITLE, *ADA, (Attestation, "Ada Nkemelu, Director", POST)) == {}
    assert listed(TITLE, *ADA, MEETING) == [("names", "Ada Nkemelu", "no words say what this person took part in")]


def test_a_title_beside_nobody_named_is_no_sign() -> None:
    assert borne("The Director of the Bureau agreed. Ada Nkemelu smiled.", *ADA) == {}


def test_a_title_that_points_back_is_no_sign() -> None:
    text = "Ada Nkemelu is Director. The Director, Ada Nkemelu, smiled."

    assert borne(text, *ADA, (Attestation, "Ada Nkemelu is Director", POST)) == {}


def test_the_states_of_which_a_body_is_made_are_no_title() -> None:
    assert borne("Ada Nkemelu thanked the Member States.", *ADA) == {}


def test_a_title_behind_a_verb_that_tells_of_a_post_need_name_nobody() -> None:
    text = "He was appointed governor of the harbour."

    assert borne(text) == {"told title": "governor"}
    assert borne(text, (Attestation, "appointed governor", POST)) == {}
    assert borne("He was glad that the governor came.") == {}


def test_a_post_that_was_read_without_its_body() -> None:
    bare = POST | {"organisation": None}

    assert borne(TITLE, *ADA, (Attestation, "Director", bare)) == {"homeless": "Director"}
    assert borne(TITLE, *ADA, (Attestation, "Director", bare), (Attestation, "Ada", POST)) == {}
    assert borne(TITLE, *ADA, (Attestation, "Director", bare | {"role": "President"})) == {}


def test_somebody_who_takes_part_in_nothing_though_people_meet() -> None:
    text = "Ada Nkemelu, the Director, praised the harbour. Ada Nkemelu smiled."

    assert listed(text, *ADA, MEETING) == [("names", "Ada Nkemelu", "no words say what this person took part in")]
    assert listed(text, *ADA) == [("title", "Director", "the title was tied to nobody")]
    assert listed("The director is Ms. Ada Nkemelu.", *ADA, MEETING) == []
    assert "idle" in signs(text, *ADA, MEETING)
    assert "idle" not in signs(text, *ADA)
    assert "idle" not in signs("The director is Ms. Ada Nkemelu.", *ADA, MEETING)


def test_a_verb_of_chairing_beside_somebody_who_takes_part_in_nothing() -> None:
    assert borne(VERB, *ADA)["verb beside idle"] == "chaired"
    assert borne(VERB, *ADA, MEETING, (Participation, "Ada Nkemelu chaired", PART)) == {}
    assert borne(VERB, MEETING) == {}


def test_a_state_may_be_the_somebody() -> None:
    text = "Portugal hosted all of them, and went on until late in the evening of the second day."

    assert borne(text, MEETING) == {"verb beside acting": "hosted"}


def test_somebody_who_takes_part_elsewhere_and_of_whom_this_sentence_gave_nothing() -> None:
    text = f"Ada Nkemelu came to Lisbon. {VERB}"

    came = (Participation, "Ada Nkemelu came", PART)

    assert borne(text, *ADA, MEETING, came) == {"verb beside passed over": "chaired"}


def test_a_state_that_takes_part_by_another_of_its_names_is_no_sign() -> None:
    text = "The United States hosted all of them, and went on until late in the evening of the second day."

    assert borne(text, MEETING, (Participation, HEADLINE, PART | {"agent": "US"})) == {}


def test_a_state_that_says_where_a_town_is_is_no_sign() -> None:
    text = "The visitors were hosted in Lisbon, Portugal, until late in the evening of the second day."

    assert borne(text, MEETING) == {}


def test_a_list_of_names_of_which_nobody_takes_part() -> None:
    assert listed(NAMES, *ALL) == [
        ("names", "Ada Nkemelu, Ivo Brandt and Lena Okoro", "no words say what those listed did")
    ]
    assert listed("The paper is by Ada Nkemelu and Ivo Brandt.", *ALL[:2]) == []


def test_a_list_that_is_read_in_part() -> None:
    text = "Those who came: Ada Nkemelu, Ivo Brandt and Lena Okoro."
    claims = (*ALL, MEETING, (Participation, "Ada Nkemelu", PART))

    assert borne(text, *claims) == {"read in part": "Ivo Brandt"}


@pytest.mark.parametrize("text", ["", " \n", "\n\n,,,;;;", "chaired " * 50])
def test_nothing_is_listed_where_nothing_is_named(text: str) -> None:
    assert listed(text) == []


def test_a_claim_that_enters_no_graph_is_unread_and_names_its_rule() -> None:
    doubted = {"tier": Tier.POSSIBLE}
    post = (Attestation, "Ada Nkemelu, Director", POST | doubted)
    part = (Participation, "Ada Nkemelu chaired", PART | doubted)

    assert listed(TITLE, *ADA, post) == [("claim", "Ada Nkemelu, Director", "the rule test is not trusted yet")]
    assert borne(VERB, *ADA, MEETING, part)["doubted part"] == "Ada Nkemelu chaired"
    assert borne(TITLE, *ADA, post, (Attestation, "Ada Nkemelu, Director", POST)) == {}
    assert borne(VERB, *ADA, MEETING, part, (Participation, "Ada Nkemelu chaired", PART)) == {}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Portugal hosted the round table.", True),
        ("The round table was hosted in Portugal.", False),
        ("The boats of Portugal were received with joy.", False),
        ("Delegates of Portugal joined late.", True),
        ("There were talks with Portugal on the boats.", False),
        ("The talks went on until late at night, while the harbour was closed and Portugal slept.", False),
    ],
)
def test_a_state_that_is_only_spoken_of_is_no_somebody(text: str, acts: bool) -> None:
    went_on = " They all went on until late in the evening of the second day, as they always had."

    assert bool(borne(text + went_on, MEETING)) is acts


def test_a_short_title_of_somebody_whose_post_is_known_is_no_sign() -> None:
    text = "Ada Nkemelu is Minister of Boats. Minister Nkemelu smiled."
    post = POST | {"role": "Minister of Boats", "title": "Minister of Boats"}

    assert borne(text, *ADA, (Attestation, "Ada Nkemelu is Minister of Boats", post)) == {}


def test_others_in_a_list_that_was_read_in_part_are_named() -> None:
    text = "The talks were attended by the Tide Council, the Canal Bureau, Portugal and the Glacier Agency, they said."
    bodies = [
        (NameUse, name, {"kind": "organisation", "name": name})
        for name in ("Tide Council", "Canal Bureau", "Glacier Agency")
    ]
    part = (Participation, "attended by the Tide Council", PART | {"agent": "Tide Council"})

    assert borne(text, *bodies, MEETING, part)["read in part"] == "Canal Bureau"


@pytest.mark.parametrize(
    ("odd", "named"),
    [
        ("the Lagoon Branch", True),
        ("Wardens", True),
        ("a number of boatmen", False),  # nobody is named
        ("Lagoon Branch of yesterday's great regatta", False),  # no item that ends where a list goes on
    ],
)
def test_an_item_that_was_read_as_nobody_is_told_of_a_list_that_was_read(odd: str, named: bool) -> None:
    text = f"The talks were attended by the Tide Council, {odd}, and the Glacier Agency, they said."
    names = ("Tide Council", "Glacier Agency")
    bodies = [(NameUse, name, {"kind": "organisation", "name": name}) for name in names]
    parts = [(Participation, name, PART | {"agent": name}) for name in names]

    told = {"nobody": odd.removeprefix("the ")}
    assert borne(text, *bodies, MEETING, *parts) == (told if named else {})


def test_a_body_that_is_an_item_of_a_list_is_a_sign() -> None:
    text = "Those who came to the harbour on the first day of the year:\n* the Canal Bureau\n* boats from the north\n"

    assert listed(text, (NameUse, "Canal Bureau", {"kind": "organisation", "name": "Canal Bureau"})) == [
        ("names", "Canal Bureau", "no words say what those listed did")
    ]


def test_many_posts_and_a_post_by_a_rule_that_often_errs_are_signs() -> None:
    rule = next(row.form for row in tables.rows("rules") if 0 < int(row["right"]) <= int(row["wrong"]))
    posts = [(Attestation, words, POST) for words in ("Ada", "Director", "Lisbon Bureau")]

    assert borne(TITLE, *ADA, *posts) == {"many posts": "Ada"}
    assert borne(TITLE, *ADA, *posts[:2]) == {}
    assert borne(TITLE, *ADA, (Attestation, "Director", POST | {"rule": rule})) == {"erring post": "Director"}


def test_a_part_read_where_several_meetings_are_told_is_a_sign() -> None:
    text = "Ada Nkemelu chaired the talks. The seminar and the course are over."
    meetings = [
        (MeetingReport, words, {"meeting": f"e{at}", "name": words, "kind": "meeting"})
        for at, words in enumerate(("the talks", "The seminar", "the course"), 1)
    ]
    part = (Participation, "Ada Nkemelu chaired", PART)
    document, claims = made(text, *ADA, *meetings, part)
    said = Said(Page(document), claims)
    first, second = (set(signs_of(Sight(said, sentence))) for sentence in said.page.sentences[1:])

    assert ("several meetings" in first, "several meetings" in second) == (True, False)


def test_an_item_that_names_somebody_whose_part_was_read_elsewhere_is_a_sign() -> None:
    text = "Ada Nkemelu chaired the talks.\n\n- Ada Nkemelu\n- Ivo Brandt\n- a boat"
    part = (Participation, "Ada Nkemelu chaired", PART)

    assert borne(text, *ALL[:2], part)["passed over item"] == "Ada Nkemelu"
    assert "passed over item" not in borne(text.replace("- ", ""), *ALL[:2], part)


def signs(text: str, *claims: tuple[type[Claim], str, dict[str, Any]]) -> set[str]:
    """All signs that the sentences bear."""
    document, read = made(text, *claims)
    said = Said(Page(document), read)
    return {name for sentence in said.page.sentences for name in signs_of(Sight(said, sentence))}


def test_a_heading_bears_a_sign_only_if_it_names_a_person() -> None:
    text = "It rained for a day in the harbour.\n\n10:20 Ada Nkemelu arrives\n\nIt rained again on the day after that."

    assert signs(text, *ADA) == {"idle in heading", "person in heading"}
    assert signs(text, *ADA, MEETING, (Participation, "Ada Nkemelu", PART)) == {"person in heading"}
    assert signs(text, (NameUse, "harbour", {"kind": "organisation", "name": "10:20"})) == set()


def test_a_post_somebody_apart_and_the_length_of_a_sentence_are_signs() -> None:
    post = (Attestation, "Ada Nkemelu, Director", POST)

    assert {"post", "apart"} <= signs(TITLE, *ADA, post)
    assert "apart" not in signs(VERB, *ADA, MEETING, (Participation, "Ada Nkemelu chaired", PART))
    assert "long" not in signs(VERB, *ADA)
    assert "long" in signs(VERB.removesuffix(".") + " and of the third" * 10 + ".", *ADA)


def test_a_sentence_is_listed_from_a_sum_on_and_an_idle_person_counts_once() -> None:
    weights = {"title": 3, ONCE: 4}
    signs = [{"title", ONCE}, {ONCE}, {ONCE}, {"title"}]
    people = [{"okoro"}, {"okoro"}, {"brandt"}, set()]

    assert chosen(signs, people, weights, 3) == [0, 2, 3]
    assert chosen(signs, people, weights, 4) == [0, 2]
    assert chosen(signs, people, weights, 7) == [0]
    assert chosen(signs, people, weights, 8) == []


def test_every_sign_has_a_row_and_those_without_a_reason_list_nothing_by_themselves() -> None:
    rows = {row.form: row for row in tables.rows("unread-signs")}

    assert set(rows) == {*SIGNS, THRESHOLD}
    assert sum(int(rows[name]["weight"]) for name in CONTEXT - {THRESHOLD}) < int(rows[THRESHOLD]["weight"])
    assert {rows[name]["kind"] for name in SIGNS if rows[name]["reason"]} <= {"claim", "title", "verb", "names"}
