"""Who took part in which meeting, in what role."""

import pytest

from kg.extraction import read
from kg.extraction.participation.set_phrases import triggers
from kg.model.claims import MeetingReport, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document

Part = tuple[str, str]


def _claims(text: str) -> tuple[dict[str, str], list[Participation]]:
    claims = read(Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17)))
    meetings = {claim.meeting: claim.name for claim in claims if isinstance(claim, MeetingReport)}
    return meetings, [claim for claim in claims if isinstance(claim, Participation)]


def _parts(text: str) -> list[Part]:
    """Agents and roles, in a text of one meeting."""
    meetings, parts = _claims(text)
    assert len(meetings) <= 1
    return [(part.agent, part.role) for part in parts]


def _by_meeting(text: str) -> list[tuple[str, str, str]]:
    meetings, parts = _claims(text)
    return [(meetings[part.meeting], part.agent, part.role) for part in parts]


PEOPLE = "Mr. Peter Brandvik"
BODIES = "the Glacier Agency"


@pytest.mark.parametrize(
    ("verb", "role"),
    [
        ("chaired", "chair"),
        ("co-chaired", "co-chair"),
        ("hosted", "host"),
        ("organised", "organiser"),
        ("organized", "organiser"),
        ("convened", "organiser"),
        ("moderated", "moderator"),
        ("opened", "speaker"),
        ("addressed", "speaker"),
        ("attended", "participant"),
    ],
)
def test_a_passive_names_who_did_it_behind_by(verb: str, role: str) -> None:
    assert _parts(f"The second Lagoon Dialogue was {verb} by {PEOPLE}.") == [("Peter Brandvik", role)]
    assert _parts(f"The second Lagoon Dialogue, {verb} by {BODIES}, was long.") == [("Glacier Agency", role)]


@pytest.mark.parametrize(
    ("verb", "role"),
    [
        ("chaired", "chair"),
        ("co-chaired", "co-chair"),
        ("presided over", "chair"),
        ("hosted", "host"),
        ("organised", "organiser"),
        ("convened", "organiser"),
        ("opened", "speaker"),
        ("addressed", "speaker"),
        ("attended", "participant"),
        ("took part in", "participant"),
        ("participated in", "participant"),
    ],
)
def test_an_active_verb_has_them_as_its_subject(verb: str, role: str) -> None:
    assert _parts(f"{PEOPLE} {verb} the second Lagoon Dialogue.") == [("Peter Brandvik", role)]
    assert _parts(f"Yesterday {BODIES} {verb} the second Lagoon Dialogue.") == [("Glacier Agency", role)]


def test_one_who_holds_a_meeting_organises_it() -> None:
    assert _parts("The Glacier Agency held the second Lagoon Dialogue.") == [("Glacier Agency", "organiser")]


def test_several_who_hold_a_meeting_take_part_in_it() -> None:
    assert _parts("The Glacier Agency and Norway held the second Lagoon Dialogue.") == [
        ("Glacier Agency", "participant"),
        ("Norway", "participant"),
    ]


def test_a_meeting_between_two_has_two_participants() -> None:
    assert _parts("The second dialogue between the Glacier Agency and the Tide Council was long.") == [
        ("Glacier Agency", "participant"),
        ("Tide Council", "participant"),
    ]


def test_with_the_participation_of() -> None:
    text = "The second Lagoon Dialogue was held in Oslo with the participation of Norway, Kenya and Ms. Anna Ilvesoo."

    assert _parts(text) == [("Norway", "participant"), ("Kenya", "participant"), ("Anna Ilvesoo", "participant")]


def test_a_list_ends_where_the_next_trigger_begins() -> None:
    text = (
        "The second Lagoon Dialogue was chaired by Mr. Peter Brandvik, Head of Tides, "
        "with the participation of Ms. Anna Ilvesoo and representatives of Norway."
    )

    assert _parts(text) == [("Peter Brandvik", "chair"), ("Anna Ilvesoo", "participant"), ("Norway", "participant")]


@pytest.mark.parametrize(
    "text",
    [
        "The second Lagoon Dialogue was chaired by Mr. Peter Brandvik and Ms. Anna Ilvesoo.",
        "The second Lagoon Dialogue was co-chaired by Mr. Peter Brandvik and Ms. Anna Ilvesoo.",
        "The second Lagoon Dialogue was jointly chaired by Mr. Peter Brandvik and Ms. Anna Ilvesoo.",
        "Mr. Peter Brandvik and Ms. Anna Ilvesoo chaired the second Lagoon Dialogue.",
        "Mr. Peter Brandvik chaired the second Lagoon Dialogue. Ms. Anna Ilvesoo chaired the Dialogue too.",
    ],
)
def test_two_chairs_are_co_chairs(text: str) -> None:
    assert _parts(text) == [("Peter Brandvik", "co-chair"), ("Anna Ilvesoo", "co-chair")]


def test_a_participant_gives_way_to_a_speaker() -> None:
    text = "Ms. Anna Ilvesoo attended the second Lagoon Dialogue. Ms. Ilvesoo addressed the Dialogue."

    assert _parts(text) == [("Anna Ilvesoo", "speaker")]


def test_two_roles_that_say_something_both_stand() -> None:
    text = "Ms. Anna Ilvesoo chaired the second Lagoon Dialogue. Ms. Ilvesoo addressed the Dialogue."

    assert sorted(_parts(text)) == [("Anna Ilvesoo", "chair"), ("Anna Ilvesoo", "speaker")]


def test_what_is_said_twice_is_one_part() -> None:
    text = "Norway attended the second Lagoon Dialogue. The Dialogue was attended by Norway and Kenya."

    assert _parts(text) == [("Norway", "participant"), ("Kenya", "participant")]


def test_a_counted_group_has_its_number() -> None:
    _, (part,) = _claims("The second Lagoon Dialogue was attended by some 16 UN entities.")

    assert (part.agent, part.role, part.count) == ("UN", "participant", 16)


def test_a_person_acts_in_the_capacity_of_the_post() -> None:
    _, (part,) = _claims("The second Lagoon Dialogue was chaired by Mr. Peter Brandvik, Head of Tides, Tide Council.")

    assert part.capacity == "Head of Tides, Tide Council"


def test_a_former_post_is_no_capacity() -> None:
    _, (part,) = _claims("The second Lagoon Dialogue was chaired by Mr. Peter Brandvik, former Head of Tides.")

    assert part.capacity is None


def test_a_later_sentence_speaks_of_the_main_event() -> None:
    text = "The second Lagoon Dialogue was held in Oslo on 3 May 2024. It was co-chaired by Norway and Kenya."

    assert _parts(text) == [("Norway", "co-chair"), ("Kenya", "co-chair")]


def test_a_paragraph_that_names_no_meeting_speaks_of_the_main_event() -> None:
    aside = "The Harbour Conference in June will be prepared with care.\n\n"
    last = "It rained all day. Ms. Anna Ilvesoo and the Glacier Agency attended."
    text = f"{PEOPLE} chaired the second Lagoon Dialogue. The Lagoon Dialogue was long.\n\n{aside}{last}\n"
    assert {part[:2] for part in _by_meeting(text)} == {
        ("second Lagoon Dialogue", "Peter Brandvik"),
        ("second Lagoon Dialogue", "Anna Ilvesoo"),
        ("second Lagoon Dialogue", "Glacier Agency"),
    }


def test_each_meeting_has_its_own_people() -> None:
    text = (
        "The second Lagoon Dialogue was chaired by Mr. Peter Brandvik. "
        "The third Glacier Workshop was chaired by Ms. Anna Ilvesoo."
    )

    assert _by_meeting(text) == [
        ("second Lagoon Dialogue", "Peter Brandvik", "chair"),
        ("third Glacier Workshop", "Anna Ilvesoo", "chair"),
    ]


def test_the_words_show_agent_verb_and_meeting() -> None:
    _, (part,) = _claims("Ms. Anna Ilvesoo, Head of Tides, chaired the second Lagoon Dialogue.")

    assert [evidence.quotation for evidence in part.evidence] == [
        "Ms. Anna Ilvesoo",
        "chaired the second Lagoon Dialogue",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The second Lagoon Dialogue was held in Oslo. They discussed the work of the Glacier Agency and of Norway.",
        "The second Lagoon Dialogue spoke of Kenya, Norway and the mandate of the Tide Council.",
        "Participants of the second Lagoon Dialogue thanked the Glacier Agency.",
        "The second Lagoon Dialogue recalled a resolution of the United Nations.",
        "The second Lagoon Dialogue was held in Oslo, the capital of Norway.",
        "The second Lagoon Dialogue was held in Oslo. Norway opened a harbour for 300 boats.",
        "The Glacier Agency held its breath. Norway hosted 300 boats.",
        "The second Lagoon Dialogue was held. Ms. Anna Ilvesoo was arrested by the Glacier Agency in Oslo.",
    ],
)
def test_those_who_are_only_spoken_of_take_no_part(text: str) -> None:
    assert _claims(text)[1] == []


def test_every_trigger_has_a_known_role_and_side() -> None:
    roles = {"chair", "co-chair", "host", "organiser", "participant", "speaker", "moderator", "signatory", "held"}
    roles |= {"head-of-delegation"}

    for trigger in (trigger for same in triggers().values() for trigger in same):
        assert trigger.role in roles
        assert trigger.agents in {"before", "after", "both", "list", "sentence"}
        assert trigger.presence in {"present", "represented", "message", "invited", "absent", "mentioned"}


def test_a_body_that_concludes_a_training_gave_it() -> None:
    assert _parts("The Tide Council today concluded the third Harbour Training Course.") == [
        ("Tide Council", "organiser")
    ]


def test_entries_of_a_programme_each_have_their_label() -> None:
    text = "THIRD HARBOUR CONFERENCE\nOslo, 3 May 2024\n\nKeynote: Mr. Peter Brandvik, Head of the Tide Council\n"
    text += "Moderator: Ms. Anna Ilvesoo\nThe sea in our days: Dr. John Tembrook\n"
    assert set(_parts(text)) == {
        ("Peter Brandvik", "speaker"), ("Anna Ilvesoo", "moderator"), ("John Tembrook", "speaker"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("In the chair of the meeting", "chair"),
        ("Chair of the meeting", "chair"),
        ("Address at the meeting", "speaker"),
        ("Words of welcome", "speaker"),
        ("At the meeting", "participant"),
    ],
)
def test_a_label_says_what_the_one_behind_it_did(label: str, role: str) -> None:
    text = "Oslo, 3 May 2024\n\nThe third meeting of the Working Group on Tides was held in Oslo today.\n\n"
    text += f"{label}: Ms. Anna Ilvesoo, Joint Secretary for Tides, Ministry of External Affairs\n"
    assert ("Anna Ilvesoo", role) in _parts(text)


def test_a_page_is_about_what_was_lately_and_not_about_what_it_recalls() -> None:
    text = (
        "What became of the advice given after the visit of the Tide Council to Kenya on 2 May 2022? "
        "A virtual briefing on 3 May 2024 gave the Council the answer.\n\nThe Glacier Agency took part as well."
    )
    assert ("virtual briefing", "Glacier Agency", "participant") in _by_meeting(text)


@pytest.mark.parametrize(
    "who",
    [
        "The defence ministers of Norway and of Peru",
        "The defence ministers of the Tide Council countries and of Peru",
        "The ministers of ports of the Tide Council and of Peru",
    ],
)
def test_holders_of_posts_whom_nobody_names_met(who: str) -> None:
    text = f"{who} met yesterday at the Grand Hotel under the chairmanship of Mr. Ole Varga."
    assert _by_meeting(text) == [(f"{who.removeprefix('The ')} met", "Ole Varga", "chair")]


def test_those_whom_nobody_names_met_on_a_day_of_their_own() -> None:
    text = (
        "The defence ministers of Norway and Peru met on 14 May 2024 under the chairmanship of Mr. Ole Varga. "
        "The Tide Committee and the heads of the Reef Service met on 13 May 2024."
    )
    assert ("defence ministers of Norway and Peru met", "Ole Varga", "chair") in _by_meeting(text)


@pytest.mark.parametrize("lead", ["Those", "Also", "Among those", "Others"])
@pytest.mark.parametrize("there", ["present", "on hand", "in attendance", "taking part"])
@pytest.mark.parametrize("where", ["", " at the Dialogue", " for the Dialogue"])
def test_those_there_are_named_behind_a_verb_of_being(lead: str, there: str, where: str) -> None:
    there = f"{lead} {there}{where} were Mr. Peter Brandvik and Ms. Anna Varga."
    text = f"The second Lagoon Dialogue was held in Oslo. {there}"
    assert _parts(text) == [("Peter Brandvik", "participant"), ("Anna Varga", "participant")]


_OPENED = (
    "The second Lagoon Dialogue began in Oslo. Minister Peter Brandvik spoke at the opening ceremony.\n\n{}\n\n"
    "- Mr. Odvar Berg, Director of Tides;\n- Ms. Anna Varga, Head of the Glacier Agency.\n"
)


@pytest.mark.parametrize("label", ["Present at the ceremony:", "Among those present at the opening ceremony:"])
def test_those_listed_as_present_at_the_ceremony_are_at_no_other_meeting_and_no_speakers(label: str) -> None:
    assert set(_by_meeting(_OPENED.format(label))) == {
        ("opening ceremony", "Peter Brandvik", "speaker"),
        ("opening ceremony", "Odvar Berg", "participant"),
        ("opening ceremony", "Anna Varga", "participant"),
    }


def test_a_label_in_the_form_of_a_verb_is_no_verb() -> None:
    text = "Hearing on Tides\n\n3 May 2024\n\nWitnesses:\n\nMr. Peter Brandvik, Director, Tide Council\n"
    assert _parts(text) == [("Peter Brandvik", "speaker")]


@pytest.mark.parametrize(
    "said",
    [
        "The Tide Council said",
        "Spokesman Odvar Berg said",
        "Odvar Berg, Spokesman of the Tide Council, said",
        "Spokesman Odvar Berg told reporters",
        "A statement of the Tide Council said",
        "The Tide Council announced",
    ],
)
def test_whoever_says_it_without_that_has_no_part_in_it(said: str) -> None:
    text = f"{said} Minister Peter Brandvik chaired the second Lagoon Dialogue in Oslo on Monday."
    assert _parts(text) == [("Peter Brandvik", "chair")]
    both = f"{said} Norway and Kenya attended the second Lagoon Dialogue in Oslo on Monday."
    assert _parts(both) == [("Norway", "participant"), ("Kenya", "participant")]


@pytest.mark.parametrize("when", ["ahead of", "before", "on the eve of", "following", "on the margins of"])
def test_what_only_says_when_another_meeting_was_is_not_gone_on_with(when: str) -> None:
    met = f"Minister Peter Brandvik met Ms. Anna Varga in Oslo {when} the second Lagoon Dialogue."
    text = f"{met} Mr. Odvar Berg also attended."
    assert ("met Ms. Anna Varga", "Odvar Berg", "participant") in _by_meeting(text)


def test_what_a_recital_recalls_is_not_what_the_next_one_tells_of() -> None:
    text = (
        "Adopted by the Tide Council at its 12th meeting held on 3 May 2024 on ports.\n\nThe Tide Council,\n\n"
        "Recalling its Declaration, adopted by the 6th Session of the Assembly held in Lima on 28 May 2022;\n\n"
        "Also recalling the outcome of the Lagoon Conference held in Oslo on 22 April 2024;\n\n"
        "Taking note of the Opening Remarks by Ambassador Ole Varga, Chairperson of the Council; "
        "and the Introductory Statement by Ms Anna Ilvesoo;\n\n1. Welcomes the report."
    )
    assert [told for told in _by_meeting(text) if told[2] == "speaker"] == [
        ("12th meeting", "Ole Varga", "speaker"),
        ("12th meeting", "Anna Ilvesoo", "speaker"),
    ]


def test_the_ceremony_for_which_a_paragraph_lists_those_on_hand_is_that_told_of_before() -> None:
    parts = _by_meeting(_OPENED.format("Among those on hand for the ceremony:"))
    assert {meeting for meeting, agent, _ in parts if agent == "Anna Varga"} == {"opening ceremony"}


def test_those_unlike_whom_somebody_came_did_not_come() -> None:
    assert _parts("Unlike Kenya, Norway attended the second Lagoon Dialogue in Oslo.") == [("Norway", "participant")]
