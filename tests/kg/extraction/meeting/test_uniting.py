"""Which mentions are one event: what joins, what contradicts, what makes no event at all."""

from pathlib import Path

import pytest

from kg.extraction.meeting.meetings import Meeting
from kg.extraction.reading import Reading
from kg.extraction.text.page import Page
from kg.model.text import Document

_TEXTS = [
    line.split("\t")
    for line in Path(__file__).with_name("uniting.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
][1:]


def _meetings(text: str) -> list[Meeting]:
    return Reading(Page(Document(text, "0" * 64, "note"))).meetings


def _names(text: str) -> list[str]:
    return [meeting.name for meeting in _meetings(text)]


@pytest.mark.parametrize("short", ["The meeting", "The event", "The exchange", "This dialogue", "The two-day dialogue"])
def test_what_points_back_makes_no_event(short: str) -> None:
    (meeting,) = _meetings(f"The second Lagoon Dialogue was held on 3 May 2022. {short} was held in Oslo.")

    assert len(meeting.mentions) == 2


def test_a_headline_in_other_words_is_the_meeting_of_the_text() -> None:
    text = "Harbour dialogue on\n\nOSLO, 3 May 2022 - Norway and Kenya held their third Lagoon Dialogue here today."

    assert _names(text) == ["third Lagoon Dialogue"]


def test_a_headline_is_not_the_meeting_of_another_number() -> None:
    text = "Fourth Lagoon Forum opens\n\nOSLO, 3 May 2022 - They recalled the third Lagoon Forum held in Malta in 2021."

    assert len(_names(text)) == 2


@pytest.mark.parametrize(
    "second",
    [
        "The previous Lagoon Dialogue was held in 2020.",
        "The next dialogue will be held in Malta in 2024.",
        "Another dialogue took place in Malta in 2021.",
        "A similar dialogue took place in Malta in 2021.",
        "The Malta dialogue was shorter.",
    ],
)
def test_words_and_places_tell_one_from_another(second: str) -> None:
    assert len(_names(f"The Lagoon Dialogue in Oslo was held on 3 May 2022. {second}")) == (
        1 if second.startswith("The Malta") else 2
    )


def test_the_previous_one_is_that_of_the_number_before() -> None:
    meetings = _meetings(
        "The fourth Lagoon Dialogue was held in Oslo. The previous dialogue took place in 2020. At that third Dialogue "
        "all spoke of tides."
    )

    assert [meeting.ordinal for meeting in meetings] == [4, 3]


def test_other_parties_make_another_meeting() -> None:
    text = "They held a dialogue between Norway and Kenya in Oslo. They held a dialogue between Malta and Peru in Lima."

    assert len(_names(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Group is a consultation that both hold at times.",
        "The dialogue between Norway and Kenya has deepened.",
        "The training programme for pilots is long.",
        "Talks with Malta are to start soon.",
        "The parties spoke by video conference.",
        "The Convention on Lagoons binds 30 states.",
        "They thanked those in the conference room.",
        "They use it for debate and for dialogue.",
    ],
)
def test_kinds_processes_papers_and_places_are_no_events(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Agency held a harbour safety workshop in Oslo.", "harbour safety workshop"),
        ("They held talks in Oslo.", "talks"),
        ("A five-day training course on tides opened in Oslo today.", "five-day training course on tides"),
        ("The signing took place in Oslo.", "signing"),
        ("The workshop was hosted by Norway.", "workshop"),
        ("A pilots' seminar will be held in Oslo in June.", "pilots' seminar"),
        ("The joint exercise Grey Heron is to be held in May.", "joint exercise Grey Heron"),
    ],
)
def test_a_naming_makes_an_event_where_words_say_that_it_happens(text: str, name: str) -> None:
    assert _names(text) == [name]


def test_an_apposition_names_the_same_meeting() -> None:
    assert len(_names("They attended the Lagoon Forum 2022, a meeting of pilots, in Oslo.")) == 1


def test_a_later_indefinite_naming_is_another_meeting() -> None:
    text = "The first meeting of the Joint Committee was held in Oslo. A technical meeting will be held in June."

    assert len(_names(text)) == 2


def test_sessions_of_a_programme_are_told_apart_by_their_numbers() -> None:
    text = "PROGRAMME\n\nSession I: Tides\nChair: Ms Ana Holm\n\nSession II: Harbours\nChair: Mr Jan Varga\n"

    assert _names(text) == ["Session I: Tides", "Session II: Harbours"]


def test_a_part_of_a_meeting_is_an_event_and_never_the_whole() -> None:
    text = "The second Lagoon Forum was held in Oslo. Ms Ana Holm spoke at the opening ceremony. The event was long."
    forum, ceremony = _meetings(text)

    assert (forum.also, ceremony.name) == (["event"], "opening ceremony")


def test_a_word_for_any_meeting_means_the_one_told_of_not_the_one_recalled() -> None:
    text = (
        "The third Tide Board meeting was held on 3 May 2022. The meeting was asked for by those who sat in the second "
        "Tide Board meeting in Malta. The event was attended by pilots."
    )

    assert [meeting.also for meeting in _meetings(text)] == [["meeting", "event"], []]


def test_talks_of_the_delegations_are_the_meeting() -> None:
    text = "The first meeting of the Tide Panel was held in Oslo. The delegations held discussions on boats."

    assert _names(text) == ["first meeting of the Tide Panel"]


def test_a_meeting_still_to_come_is_not_the_one_that_the_text_takes_up() -> None:
    text = "Ms Ana Holm received Mr Jan Varga. The meeting reviewed the agenda of the upcoming meeting in Oslo."

    assert [m.name for m in _meetings(text) if m.mentions[0].apart == "later"] == ["upcoming meeting"]


@pytest.mark.parametrize("text", ["They saw the need for a summit on tides.", "Over the course of the day they spoke."])
def test_what_is_only_thought_of_and_set_phrases_are_no_events(text: str) -> None:
    assert _names(text) == []


def test_a_meeting_is_called_by_the_acronym_that_its_name_introduced() -> None:
    text = (
        "They met in Oslo for the 18th Lagoon Ministers' Meeting on Boats (LMMB). The 18th LMMB welcomed Kenya. "
        "The 17th LMMB was held in Malta."
    )

    assert [(m.name, m.ordinal) for m in _meetings(text)] == [
        ("18th Lagoon Ministers' Meeting on Boats", 18),
        ("17th LMMB", 17),
    ]


def test_letters_that_are_numbered_and_held_are_a_meeting_and_others_are_none() -> None:
    text = "The 21st JEC was held in Oslo. The 8th AMTC, to be held in Malta, is near. The 2nd RAR stands in Oslo."

    assert [(m.name, m.ordinal) for m in _meetings(text)] == [("21st JEC", 21), ("8th AMTC", 8)]


def test_a_word_for_any_meeting_gives_it_no_name() -> None:
    assert _names("They held a seminar in Oslo. The three-day event was long.") == ["seminar"]


def test_a_body_that_does_something_is_no_meeting() -> None:
    text = "The Lagoon Forum (LF) met in Oslo. The forum announced that the fifth Tide Summit was held in Malta."

    assert [m.also for m in _meetings(text) if m.ordinal == 5] == [[]]


def test_visits_to_one_state_are_one_however_it_is_called() -> None:
    text = "They completed a follow-up visit to the Kingdom of Belgium. The first visit to Belgium was in 2009."

    assert [m.ordinal for m in _meetings(text)] == [None, 1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They held a workshop in Oslo. It is the fourth workshop of its kind.", ["workshop"]),
        ("A lecture at the Tide Institute closed the day.", ["lecture at the Tide Institute"]),
        ("The visit prepares the Ministerial Council in Oslo in December.", ["Ministerial Council"]),
        ("He gave a presentation on tides this week.", []),
    ],
)
def test_words_around_say_whether_there_was_a_meeting(text: str, names: list[str]) -> None:
    assert [name for name in _names(text) if not name.startswith("visit")] == names


@pytest.mark.parametrize(
    "opening",
    [
        "The Tide Group held its most recent meeting in Oslo on 3 May 2022.",
        "The latest meeting of the Tide Group took place in Oslo on 3 May 2022.",
        "At its last meeting in Oslo on 3 May 2022, the Tide Group spoke of ports.",
    ],
)
def test_the_newest_meeting_is_the_one_told_of_where_the_text_opens_with_it(opening: str) -> None:
    (meeting,) = _meetings(f"{opening} The summit was chaired by Norway.")

    assert len(meeting.mentions) == 2


def test_a_last_meeting_recalled_further_on_is_another() -> None:
    assert len(_names("The Tide Forum was held in Oslo on 3 May 2022. Its last meeting was in Malta in 2021.")) == 2


def test_sessions_counted_are_parts_of_what_was_named_before() -> None:
    text = "The Tide Group held a meeting in Oslo. The meeting was long. The first session was on ports."

    assert _names(text) == ["meeting", "first session"]


def test_a_session_counted_that_opens_the_text_is_the_meeting() -> None:
    assert len(_names("The Tide Council held the first session in Oslo on 3 May 2022. The meeting was long.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ana Holm met Mr Jan Varga in Oslo on 3 May 2022. It was their first meeting since 2019.",
        "Ms Ana Holm received Mr Jan Varga in Oslo. This is the second visit by Mr Varga to Norway this year.",
        "The 13th Tide Ministerial Meeting was held in Oslo. It was the first Tide Ministers Meeting in a decade.",
        "The Tide Council held its 13th session in Oslo. It was the first session since 2019.",
        "The Agency held a consultation meeting with the Tide Council in Oslo. This ninth meeting was long.",
        "Norway will host the third Tide Session. Ms Ana Holm will open the upcoming session in Oslo.",
        "Norway will host the third Tide Session in Oslo. The forthcoming conference is to look at nets.",
        "The Tide Council (TC) will hold its third session in May. The TC session to be held in Oslo will be long.",
    ],
)
def test_other_words_for_the_same_meeting(text: str) -> None:
    assert len(_names(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ana Holm met Mr Jan Varga in Oslo. The third meeting was with Mr Peter Brandvik.",
        "The 13th Tide Ministerial Meeting was held in Oslo. The 12th Tide Ministerial Meeting was held in Malta.",
        "Norway hosted the third Tide Session. Ms Ana Holm spoke of the upcoming session in Malta.",
        "Norway will host the third Tide Session in Oslo. The next session will be held in Malta.",
        "Norway will host a seminar in Oslo. It prepares the upcoming Lagoon Summit in Malta.",
    ],
)
def test_other_words_for_another_meeting(text: str) -> None:
    assert len(_names(text)) == 2


def test_a_number_that_counts_some_is_not_that_of_the_meeting() -> None:
    text = (
        "This was the first Tide Ministers Meeting in eight years. The 13th Tide Ministerial Meeting was held in Oslo."
    )

    assert [m.ordinal for m in _meetings(text)] == [13]


def test_a_town_is_no_fuller_name() -> None:
    assert _names("They held their twelfth session in Norway. The Oslo session was long.") == ["twelfth session"]


def test_a_paper_for_a_meeting_is_signed_at_another() -> None:
    names = _names("Norway and Kenya signed an agreement for the Lagoon session. The third Lagoon Dialogue was long.")

    assert names[0] == "signed an agreement"


def test_the_next_line_is_no_party() -> None:
    text = "Briefing with the Tide Council\n\nUNITED NATIONS, New York, 3 May 2022 - All met."

    assert [p.known for p in _meetings(text)[0].parties] == [None]


def test_the_meeting_of_its_year() -> None:
    text = "The eighth meeting of the Tide Working Group was held on 5 May 2022. The {} meeting of the Working Group"

    assert len(_names(text.format(2022) + " was long.")) == 1
    assert len(_names(text.format(2021) + " was held in Oslo.")) == 2


def test_a_bracket_inside_a_naming_belongs_to_it() -> None:
    text = "Tide Chiefs' (virtual) meeting\n\nOSLO, 3 May 2022 - Norway and Kenya took part in the meeting."

    assert _names(text) == ["Tide Chiefs' (virtual) meeting"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exercise Lagoon Shield was held in Oslo.", ["Exercise Lagoon Shield"]),
        ("Norway hosted Exercise LAGOON SHIELD in Oslo. The exercise was long.", ["Exercise LAGOON SHIELD"]),
        ("Exercise Director Peter Brandvik spoke of nets.", []),
        ("Norway took part in the Lagoon Shield exercises in Oslo.", ["Lagoon Shield exercises"]),
        ('Norway took part in the "Lagoon Shield 2" exercises yesterday.', ['"Lagoon Shield 2" exercises']),
        ("Norway participated in the Lagoon Shield 2 exercise in Oslo.", ["Lagoon Shield 2 exercise"]),
        ("On May 3 exercises of power were over.", []),
        ("The Council follows the exercises of power in Oslo.", []),
    ],
)
def test_an_exercise_called_by_its_name(text: str, expected: list[str]) -> None:
    assert _names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway was at the (41) meeting of the Tide Ministers in Oslo.", ["(41) meeting of the Tide Ministers"]),
        ("Norway was at the (41st) meeting of the Tide Ministers in Oslo.", ["(41st) meeting of the Tide Ministers"]),
        ("Norway hosted the third (3rd) meeting of Masters in Oslo.", ["third (3rd) meeting of Masters"]),
        ("Norway took part in the three (3) meetings of the Tide Ministers.", []),
        ("Norway hosted the Tide Council (TC) meeting in Oslo.", ["Tide Council (TC) meeting"]),
    ],
)
def test_a_number_in_brackets_counts_a_meeting(text: str, expected: list[str]) -> None:
    assert _names(text) == expected


@pytest.mark.parametrize(("text", "meetings"), _TEXTS)
def test_the_meetings_a_text_tells_of(text: str, meetings: str) -> None:
    assert _names(text.replace("\\n", "\n")) == [name for name in meetings.split("; ") if name]
