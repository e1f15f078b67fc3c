"""Posts as the houses of the world print them: person, role, body and status from one sentence each."""

from pathlib import Path

import pytest

from kg.extraction import read
from kg.model.claims import Attestation
from kg.model.dates import PartialDate
from kg.model.text import Document

_ROWS = (Path(__file__).parent / "posts.tsv").read_text(encoding="utf-8").splitlines()
_CASES = [tuple(row.split("\t")) for row in _ROWS if row and not row.startswith(("#", "text\t"))]


def _told(text: str) -> set[str]:
    claims = read(Document(text, "0" * 64, "note"))
    return {_row(claim) for claim in claims if isinstance(claim, Attestation)}


def _row(claim: Attestation) -> str:
    body = f" @ {claim.organisation}" if claim.organisation else ""
    status = f" ({claim.status})" if claim.status != "substantive" else ""
    return f"{claim.person} = {claim.role}{body}{status}"


@pytest.mark.parametrize(("text", "posts"), _CASES)
def test_a_sentence_says_these_posts(text: str, posts: str) -> None:
    assert _told(text) == {post for post in posts.split("; ") if post}


@pytest.mark.parametrize(
    ("headline", "posts"),
    [
        ("Anna Ilvesoo Named Interim Director of Tide Agency", "Anna Ilvesoo = Director @ Tide Agency (acting)"),
        ("Anna Ilvesoo Confirmed as Director of Tide Agency", "Anna Ilvesoo = Director @ Tide Agency (designate)"),
        ("Anna Ilvesoo Selected as Director of Tide Agency", "Anna Ilvesoo = Director @ Tide Agency (designate)"),
        ("Anna Ilvesoo Becomes Director of Tide Agency", "Anna Ilvesoo = Director @ Tide Agency (designate)"),
    ],
)
def test_a_headline_with_capitals_tells_who_was_named(headline: str, posts: str) -> None:
    assert _told(f"{headline}\n\nThe appointment was announced in Oslo on Monday, the house said.") == {posts}


def test_nobody_holds_the_post_of_whom_he_is_served_by() -> None:
    assert _told("She served as chief of staff to Minister Wame Tembrook.") == set()


def test_a_line_of_a_list_may_tell_several_titles_of_one() -> None:
    text = (
        "Present were:\n\n"
        "- Peter Brandvik, Police Inspector; Secretary General, Tide Police Headquarters, Kenya\n"
        "- Anna Ilvesoo, Director; Head of the Reef Bureau\n"
        "- Jan Tembrook, Foreign Secretary; Chair of the Tide Council for May, Norway\n"
        "- Wame Velk, Minister of Ports, Malawi\n"
    )

    assert _told(text) >= {
        "Peter Brandvik = Secretary General @ Tide Police Headquarters",
        "Anna Ilvesoo = Head @ Reef Bureau",
        "Jan Tembrook = Chair @ Tide Council",
        "Wame Velk = Minister of Ports @ Malawi",
    }


def test_a_title_of_the_next_entry_is_its_own() -> None:
    text = "The guests were the Minister of Tides; the President of the Tide Council; and Ms. Anna Ilvesoo, of Kenya."

    assert _told(text) == set()


def test_a_body_of_the_lines_above_is_not_that_of_the_lines_below() -> None:
    text = (
        "Witnesses:\n\n"
        "Mr. Peter Brandvik\nAssistant Commissioner\nTide Agency\n\n"
        "Mr. Jan Tembrook\nAssistant Director\nNational Reef Investigations\n"
    )

    assert "Jan Tembrook = Assistant Director @ Tide Agency" not in _told(text)


def test_lines_below_a_name_are_all_titles_of_its_bearer() -> None:
    text = (
        "Participants\n\n"
        "Counsellor Peter Brandvik\nPresident of the Tide Council\nVice President of the Court of Reefs\n\n"
        "Ms. Anna Ilvesoo\nDirector of the Tide Agency\nChair of the Lagoon Board\n"
    )

    assert _told(text) >= {
        "Peter Brandvik = President @ Tide Council",
        "Peter Brandvik = Vice President @ Court of Reefs",
        "Anna Ilvesoo = Director @ Tide Agency",
        "Anna Ilvesoo = Chair @ Lagoon Board",
    }


def test_a_blank_line_ends_the_titles_of_one() -> None:
    text = "Ms. Anna Ilvesoo\nDirector of the Tide Agency\n\nChair of the Lagoon Board\n"

    assert _told(text) == {"Anna Ilvesoo = Director @ Tide Agency"}


def test_years_behind_a_post_say_when_it_was_held() -> None:
    text = "Reef Bureau, Oslo, 3 May 2024\n\nAnna Ilvesoo (Director, Tide Agency, 2016-2020) and Peter Brandvik spoke."
    (claim,) = (
        c for c in read(Document(text, "0" * 64, "note", published=PartialDate(2024))) if isinstance(c, Attestation)
    )

    assert (str(claim.start), str(claim.end), claim.status) == ("2016", "2020", "former")


def test_who_heads_a_delegation_does_not_head_the_body() -> None:
    assert _told("The delegation of the Tide Agency has been headed by Peter Brandvik.") == set()


def test_a_chair_is_that_of_the_committee_whose_name_heads_his_lines() -> None:
    text = (
        "TIDE COMMITTEE\nA Look Ahead\n\n"
        "SUBCOMMITTEE ON REEF SECURITY\nMs. Anna Ilvesoo (R-MI), Chairman\n\n"
        "SUBCOMMITTEE ON LAGOONS\nMr. Peter Brandvik, Chairman\n"
    )

    assert _told(text) == {
        "Anna Ilvesoo = Chairman @ SUBCOMMITTEE ON REEF SECURITY",
        "Peter Brandvik = Chairman @ SUBCOMMITTEE ON LAGOONS",
    }


def test_a_second_title_behind_a_stroke_is_no_body_that_was_not_read() -> None:
    lines = (
        "Anna Ilvesoo, Capability Director / T/DCC",
        "Jan Velk, Operations Director / T/ACC",
        "Peter Brandvik, Editor",
    )
    text = "Present:\n\n- " + "\n- ".join(lines) + "\n"

    assert _told(text) >= {"Anna Ilvesoo = Capability Director", "Jan Velk = Operations Director"}


@pytest.mark.parametrize(
    "entry",
    [
        "{}: {}, {}",
        "{}; {}; {}",
        "{} – {}, {}",
        "{} ({}, {})",
        "{}, {}, {}",
    ],
)
def test_an_entry_parts_name_post_and_body_as_its_house_does(entry: str) -> None:
    listed = [
        ("Anna Ilvesoo", "Director of Ports", "Norway"),
        ("Wame Tembrook", "Deputy Director", "Kenya"),
        ("Jan Velk", "Legal Adviser", "Ministry of Tides"),
    ]
    text = "The workshop was held in Oslo. Present:\n\n- " + "\n- ".join(entry.format(*one) for one in listed) + "\n"

    assert {one.replace(", Ministry of Tides @", " @") for one in _told(text)} == {
        "Anna Ilvesoo = Director of Ports @ Norway",
        "Wame Tembrook = Deputy Director @ Kenya",
        "Jan Velk = Legal Adviser @ Ministry of Tides",
    }


def test_a_director_named_under_his_state_is_one_of_it() -> None:
    text = "Present:\n\n- Norway: Ms. Anna Ilvesoo, Director of Ports\n- Kenya: Mr. Jan Velk, Deputy Director\n"

    assert _told(text) == {"Anna Ilvesoo = Director of Ports @ Norway", "Jan Velk = Deputy Director @ Kenya"}


def test_who_is_spoken_to_behind_his_name_holds_no_post_by_that() -> None:
    assert _told("Jan Velk: Minister, what do you say to that?") == set()


def test_labels_below_an_election_are_posts_of_the_body_elected_to() -> None:
    text = (
        "The Tide Assembly in Oslo has voted three officials onto the Reef Board.\n\n"
        "Delegate for Africa:\n- Peter Brandvik – Director, Kenyan Tide Police.\n\n"
        "Vice-Chair for Asia: Mr. Jan Velk (Fiji)\n\n"
        "The Secretary for Tides, Anna Ilvesoo, was content."
    )

    assert _told(text) >= {
        "Peter Brandvik = Delegate for Africa @ Reef Board",
        "Peter Brandvik = Director @ Kenyan Tide Police",
        "Jan Velk = Vice-Chair for Asia @ Reef Board",
        "Anna Ilvesoo = Secretary for Tides",
    }


def test_two_lines_may_label_a_post_and_its_holder() -> None:
    text = (
        "Post: Executive Secretary of the Tide Union\nAppointed: Mr. Peter Brandvik (Kenya)\n\n"
        "Name: Ms. Anna Ilvesoo\nPosition: Director of the Reef Office\n\n"
        "Position: Head of the Lagoon Bureau\n\nName: Mr. Jan Velk\n"
    )

    assert _told(text) == {
        "Peter Brandvik = Executive Secretary @ Tide Union",
        "Anna Ilvesoo = Director @ Reef Office",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Sanctions list\n\nName: Mr. Jan Velk\nTitle: Head of the Lagoon Bureau\nListed on: 3 May 2021\n",
        "Most wanted\n\nName: Mr. Jan Velk\nRole: Leader of the Red Cell\n",
        "Name: Mr. Jan Velk\nPosition: Treasurer of the Red Cell\nReward: 5 million\n",
        "Alias: Abu Tide\nName: Mr. Jan Velk\nPosition: Treasurer of the Red Cell\n",
        "Applicants\n\nName: Mr. Jan Velk\nPost: Head of the Lagoon Bureau\n",
        "Victims\n\nName: Mr. Jan Velk\nJob: Minister of Ports\n",
    ],
)
def test_labels_of_a_record_of_others_tell_no_post(text: str) -> None:
    assert _told(text) == set()
