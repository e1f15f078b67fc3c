"""Who was not at a meeting in person, and how the text says so."""

import pytest

from kg.extraction import read
from kg.model.claims import Participation
from kg.model.text import Document

HEAD = "The second Lagoon Dialogue was held in Oslo on 3 May 2024. "


def _told(text: str) -> set[tuple[str, str]]:
    """Agent and presence of everybody told of with the meeting."""
    text = text.replace("PETER", "Mr. Peter Brandvik").replace("ANNA", "Ms. Anna Ilvesoo")
    claims = read(Document(HEAD + text, "0" * 64, "note"))
    return {(claim.agent, claim.presence) for claim in claims if isinstance(claim, Participation)}


@pytest.mark.parametrize(
    "text",
    [
        "PETER could not attend.",
        "PETER, Head of Tides, was unable to attend the dialogue.",
        "PETER did not take part in the dialogue.",
        "PETER was absent.",
        "PETER sent his apologies.",
        "PETER had to cancel his participation.",
        "PETER, Head of Tides, represented by an adviser, was to open it.",
        "An adviser attended on behalf of PETER, Head of Tides.",
        "An adviser spoke on behalf of PETER.",
        "An adviser declared the Dialogue open on Monday on behalf of PETER.",
        "An adviser delivered remarks on behalf of the Head of Tides, PETER.",
        "Apologies were received from PETER.",
        "In the absence of PETER, ANNA chaired the dialogue.",
        "Representing PETER, ANNA opened the dialogue.",
        "On behalf of PETER, ANNA opened the dialogue.",
        "ANNA, on behalf of the Director General, PETER, welcomed the participants.",
        "ANNA opened the dialogue in place of PETER.",
        "ANNA represented the sector Minister, PETER.",
        "Apologies: ANNA, PETER.",
        "\n\nPresent\nANNA, Head of Tides\n\nApologies for absence\nPETER\n",
        "\n\nPresent:\nANNA, Head of Tides\nMs. Lena Varga, Adviser [for PETER, Head of Reefs]\n",
        "PETER tendered his apologies.",
        "PETER was not in attendance.",
    ],
)
def test_absent(text: str) -> None:
    assert ("Peter Brandvik", "absent") in _told(text)
    assert ("Peter Brandvik", "present") not in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "PETER sent a message.",
        "PETER spoke in a video message.",
        "A message from PETER was read out.",
        "A video message by PETER opened the dialogue.",
        "PETER's message was read by an adviser.",
        "An adviser read a statement on behalf of PETER.",
        "The participants heard greetings from PETER, Head of Tides.",
        "PETER, whose message was read out, wished them well.",
        "In a message read by ANNA, PETER thanked those present.",
        "In his video message to the dialogue, PETER spoke of boats.",
        "In a pre-recorded video, PETER thanked the guests.",
        "In a speech read on his behalf by ANNA, PETER thanked the guests.",
        "In a keynote address delivered on his behalf by ANNA, PETER thanked the guests.",
        "ANNA delivered the keynote address of PETER.",
        "ANNA conveyed the greetings and best wishes of PETER.",
        "PETER greeted the participants in a written address.",
        "In a written statement, read out by ANNA, PETER noted that tides rise.",
        "In a statement read by ANNA, PETER noted that tides rise.",
    ],
)
def test_message(text: str) -> None:
    assert ("Peter Brandvik", "message") in _told(text)
    assert ("Peter Brandvik", "present") not in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "PETER addressed the dialogue by video message.",
        "A statement by PETER was read out at the dialogue.",
        "The speech of PETER was read by ANNA.",
        "The guests of the dialogue watched a recorded video address of PETER.",
        "Greetings to the guests of the dialogue were sent by PETER.",
    ],
)
def test_a_message_told_of_from_either_side(text: str) -> None:
    assert ("Peter Brandvik", "message") in _told(text)
    assert ("Peter Brandvik", "present") not in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Noticeably absent from the dialogue was PETER.",
        "Apologies for absence were received from PETER.",
        "PETER was prevented by illness from attending the dialogue.",
        "PETER declined the invitation to the dialogue.",
        "PETER withdrew from the dialogue.",
        "PETER could not join the dialogue.",
        "The dialogue went ahead without PETER.",
        "ANNA attended the dialogue instead of PETER.",
        "Since PETER was out of the country on official business, ANNA opened the dialogue.",
        "As PETER was abroad, ANNA spoke for him at the dialogue.",
    ],
)
def test_absent_in_other_words(text: str) -> None:
    assert ("Peter Brandvik", "absent") in _told(text)
    assert ("Peter Brandvik", "present") not in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Among those invited to the dialogue are Kenya, Norway and Peru.",
        "Invited to the dialogue were Kenya, Norway and Peru.",
        "Invitations to the dialogue have been sent to Kenya, Norway and Peru.",
        "Invitations went out to Kenya, Norway and Peru.",
        "Invited states include Kenya, Norway and Peru.",
        "Kenya, Norway and Peru were among those invited.",
        "Kenya, Norway and Peru received an invitation to the dialogue.",
        "Kenya, Norway and Peru have been asked to take part in the dialogue.",
    ],
)
def test_invited_in_other_words(text: str) -> None:
    assert _told(text) == {("Kenya", "invited"), ("Norway", "invited"), ("Peru", "invited")}


@pytest.mark.parametrize(
    "text",
    [
        "PETER was to have chaired the dialogue.",
        "PETER had been expected to attend the dialogue.",
        "PETER was originally scheduled to open the dialogue.",
        "PETER had planned to attend the dialogue.",
        "PETER offered to chair the dialogue.",
        "It was hoped that PETER would attend the dialogue.",
        "ANNA asked Kenya and PETER to attend the dialogue.",
    ],
)
def test_what_was_only_planned_hoped_or_asked_is_no_part(text: str) -> None:
    assert ("Peter Brandvik", "present") not in _told(text)


@pytest.mark.parametrize(
    ("text", "presence"),
    [
        ("PETER was invited to attend.", "invited"),
        ("PETER was also invited to take part.", "invited"),
        ("It took place under the patronage of PETER.", "mentioned"),
        ("PETER is its patron.", "mentioned"),
        ("It took place at the request of PETER.", "mentioned"),
    ],
)
def test_invited_or_mentioned(text: str, presence: str) -> None:
    assert ("Peter Brandvik", presence) in _told(text)


def test_who_stands_beside_those_who_were_not_there_was_there() -> None:
    assert ("Anna Ilvesoo", "present") in _told("In the absence of PETER, ANNA chaired the dialogue.")


def test_who_invites_somebody_to_come_has_not_come() -> None:
    assert _told("PETER invited ANNA to attend the dialogue.") == {("Anna Ilvesoo", "invited")}


def test_states_left_out_were_not_there() -> None:
    told = _told("Delegates of all member states except Kenya, Norway and Peru attended the dialogue.")

    assert told == {("Kenya", "absent"), ("Norway", "absent"), ("Peru", "absent")}


def test_who_was_invited_and_came_was_there() -> None:
    told = _told("ANNA was invited to attend. ANNA chaired the dialogue.")

    assert told == {("Anna Ilvesoo", "present")}


def test_in_a_list_who_is_named_behind_for_was_not_there() -> None:
    told = _told("The dialogue was attended by ANNA, Deputy Head of Tides, for PETER.")

    assert ("Peter Brandvik", "absent") in told
    assert ("Anna Ilvesoo", "present") in told


@pytest.mark.parametrize(
    "text",
    [
        "ANNA chairs the Tide Council on behalf of PETER.",
        "ANNA signed it on behalf of PETER.",
        "ANNA succeeded PETER in place of whom she had worked.",
        "Norway, represented by ANNA, spoke of boats.",
        "The message of the dialogue was clear to PETER.",
        "It took place at the request of the Tide Council.",
        "In a keynote address, PETER thanked the guests.",
        "PETER took part via video conference.",
        "Representing the Tide Council, PETER thanked the guests.",
        "PETER sent his regrets for the attack on the port.",
        "PETER sent his regrets to the families.",
        "PETER declined the invitation of a bank to write for it.",
        "PETER could not travel to Kenya in June.",
        "PETER requested to be excused from the vote.",
        "PETER did not join the appeal.",
        "PETER refused to join the army.",
        "PETER sent his best wishes to the families of the sailors.",
        "PETER conveyed his congratulations in a letter to ANNA on her election.",
        "PETER noted the absence of progress in Kenya.",
        "PETER's speech was well received.",
    ],
)
def test_other_words_keep_nobody_away(text: str) -> None:
    assert not {(agent, presence) for agent, presence in _told(text) if presence not in ("present", "invited")}


def test_a_sentence_behind_a_list_keeps_nobody_of_the_list_away() -> None:
    told = _told(
        "In attendance were: PETER, Minister of Tides of Norway; ANNA, Minister of Tides of Kenya; "
        "Ms. Rut Abendroth, Minister of Tides of Peru; Mr. Karl Gundersby, Minister of Tides, Trinidad and Tobago. "
        "St. Kitts and Nevis was represented by Ms. Ola Marwick."
    )

    assert {("Peter Brandvik", "present"), ("Karl Gundersby", "present"), ("Ola Marwick", "present")} <= told
    assert "absent" not in {presence for _, presence in told}


@pytest.mark.parametrize(
    "text",
    [
        "In a message read on his behalf by ANNA, PETER thanked the hosts.",
        "PETER, in a message delivered by ANNA, wished the participants success.",
        "PETER wished the dialogue success in a message delivered by ANNA.",
        "ANNA read PETER's message.",
        "ANNA read the opening speech of PETER.",
        "ANNA conveyed PETER's greetings to the participants.",
        "The opening remarks of PETER were delivered on his behalf by ANNA.",
    ],
)
def test_who_reads_a_message_of_another_was_there(text: str) -> None:
    assert _told(text) == {("Peter Brandvik", "message"), ("Anna Ilvesoo", "present")}


@pytest.mark.parametrize(
    ("text", "presence"),
    [
        ("PETER sent his best wishes to the participants.", "message"),
        ("PETER conveyed his greetings in a letter.", "message"),
        ("Messages of support were received from PETER.", "message"),
        ("PETER's speech was delivered by an adviser.", "message"),
        ("PETER was invited to the dialogue but could not come.", "absent"),
        ("Apologies for absence had been received from PETER.", "absent"),
        ("PETER expressed regret at not being able to attend.", "absent"),
        ("PETER asked to be excused.", "absent"),
        ("PETER was unavoidably absent.", "absent"),
        ("PETER sent his regrets for not attending.", "absent"),
        ("PETER was unable to travel to Oslo for the dialogue.", "absent"),
        ("Due to the absence of PETER, the second day was short.", "absent"),
        ("The dialogue took place on the instructions of PETER.", "mentioned"),
    ],
)
def test_not_there_in_still_other_words(text: str, presence: str) -> None:
    assert ("Peter Brandvik", presence) in _told(text)


def test_a_message_headed_by_the_meeting_it_is_about_was_not_sent_there() -> None:
    text = "Message from Director Ilvesoo: 2024 Lagoon Plenary\n\nDirector Anna Ilvesoo attended the Lagoon Plenary."
    claims = read(Document(text, "0" * 64, "note"))

    assert {claim.presence for claim in claims if isinstance(claim, Participation)} == {"present"}
