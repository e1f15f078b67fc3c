"""When and where a meeting was, and whether it has been."""

import pytest

from kg.extraction import read
from kg.model.claims import MeetingReport
from kg.model.dates import PartialDate
from kg.model.text import Document


def _reports(text: str, published: str | None = "2024-05-17") -> list[MeetingReport]:
    date = PartialDate.parse(published) if published else None
    claims = read(Document(text, "0" * 64, "note", published=date))
    return [claim for claim in claims if isinstance(claim, MeetingReport)]


def _report(text: str, published: str | None = "2024-05-17") -> MeetingReport:
    (found,) = _reports(text, published)
    return found


def _days(report: MeetingReport) -> tuple[str | None, str | None]:
    return str(report.start) if report.start else None, str(report.end) if report.end else None


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("on 3 May 2024", "2024-05-03", None),
        ("on May 3, 2024", "2024-05-03", None),
        ("on 3 May", "2024-05-03", None),
        ("on 3 and 4 May 2024", "2024-05-03", "2024-05-04"),
        ("from 3 to 7 May 2024", "2024-05-03", "2024-05-07"),
        ("on 30 April - 2 May 2024", "2024-04-30", "2024-05-02"),
        ("in April 2024", "2024-04", None),
        ("yesterday", "2024-05-16", None),
        ("today", "2024-05-17", None),
        ("today 4th May 2024", "2024-05-04", None),
        ("yesterday, on 3 May,", "2024-05-03", None),
        ("on 14-May-2024", "2024-05-14", None),
        ("in mid-April", "2024-04", None),
        ("two weeks ago", None, None),
        ("one week ago", "2024-05", None),
    ],
)
def test_the_date_in_its_sentence_is_that_of_the_meeting(printed: str, start: str, end: str | None) -> None:
    assert _days(_report(f"The second Lagoon Dialogue was held in Oslo {printed}.")) == (start, end)


def test_three_days_that_ended_today_began_two_days_before() -> None:
    text = (
        "OSLO, 17 May 2024 - Three days of meetings of the Tide Council ended in Oslo today. It was the first Plenary "
        "under Ada Lind, President of the Council."
    )

    assert _days(_report(text)) == ("2024-05-15", "2024-05-17")


def test_what_was_on_other_days_is_not_the_meeting_that_it_was_told_to_be() -> None:
    text = (
        "First Plenary of the Tide Council\n\nOSLO, 17 May 2024 - Talks ended today. It was the first Plenary under "
        "Ada Lind, President of the Council. The Plenary of 3 and 4 February 2024 had appointed her."
    )

    assert [_days(report)[0] for report in _reports(text)] == ["2024-05-17", "2024-02-03"]


def test_the_printed_words_of_the_date_are_kept() -> None:
    assert _report("The second Lagoon Dialogue was held yesterday in Oslo.").printed_date == "yesterday"


@pytest.mark.parametrize("printed", ["yesterday", "today", "on 3 May"])
def test_without_a_date_of_issue_such_a_date_means_no_day(printed: str) -> None:
    assert _days(_report(f"The second Lagoon Dialogue was held in Oslo {printed}.", published=None)) == (None, None)


def test_the_dateline_says_what_yesterday_was() -> None:
    text = "Talks end\n\nOSLO, 4 May 2024 – The second Lagoon Dialogue was held yesterday in the old harbour."

    assert _days(_report(text, published=None)) == ("2024-05-03", None)


def test_a_page_put_up_days_after_its_dateline_tells_the_days_of_the_dateline() -> None:
    text = "Talks end\n\nOSLO, 15 May 2024 – The second Lagoon Dialogue was held yesterday in the old harbour."

    assert _days(_report(text)) == ("2024-05-14", None)


def test_a_course_of_days_of_which_none_is_told_was_in_the_month_of_issue() -> None:
    assert _days(_report("Pilots took part in a two-day workshop on tides.")) == ("2024-05", None)


@pytest.mark.parametrize("printed", ["08 / 05 / 2024", "2024 05 08", "8 May 202419:24", "8 May 2024"])
def test_a_line_with_a_date_is_a_dateline(printed: str) -> None:
    assert _days(_report(f"{printed}\n\nThe second Lagoon Dialogue was held today.", published=None)) == (
        "2024-05-08",
        None,
    )


@pytest.mark.parametrize("today", ["Today (17 May 2024)", "Today, on 17.05.2024,"])
def test_the_date_beside_today_is_that_of_issue(today: str) -> None:
    report = _report(f"{today} Mr. Peter Brandvik spoke of tides. The second Lagoon Dialogue was held yesterday.", None)

    assert _days(report) == ("2024-05-16", None)


def test_a_year_in_the_name_is_the_date_if_nothing_else_is() -> None:
    assert _days(_report("The 2023 Lagoon Dialogue was held in Oslo.")) == ("2023", None)
    assert _days(_report("The 2023 Lagoon Dialogue was held in Oslo on 3 May 2023.")) == ("2023-05-03", None)


def test_the_nearest_date_wins() -> None:
    text = "Founded on 2 June 1999, the Glacier Agency opened the second Lagoon Dialogue on 3 May 2024."

    assert _days(_report(text)) == ("2024-05-03", None)


def test_each_of_two_meetings_has_its_own_date() -> None:
    text = (
        "The second Lagoon Dialogue was held on 3 May 2024. The third Glacier Workshop followed on 6 May 2024, "
        "and the fourth Canal Seminar on 8 May 2024."
    )

    assert [_days(report) for report in _reports(text)] == [
        ("2024-05-03", None),
        ("2024-05-06", None),
        ("2024-05-08", None),
    ]


@pytest.mark.parametrize(
    ("lines", "day", "place"),
    [
        ("Date: 12 April 2018\n\nVenue: Conference Room 4, Harbour House, New York", "2018-04-12", "New York"),
        ("When: 12 April 2018\n\nWhere: Palais des Nations, Geneva", "2018-04-12", "Geneva"),
        ("Date and place: 12 April 2018, Geneva", "2018-04-12", "Geneva"),
        ("Location: Geneva, Switzerland", "2024-05-17", "Geneva"),
        ("Date of the meeting: 12 April 2018\n\nPlace of the meeting: Geneva", "2018-04-12", "Geneva"),
        ("When: Thursday, 12 April 2018, 10:00. Where: Hall 3, Geneva.", "2018-04-12", "Geneva"),
        ("Date of birth: 12 April 1968\n\nPlace of birth: Geneva", "2024-05-17", None),
    ],
)
def test_lines_at_the_top_label_the_day_and_the_place(lines: str, day: str, place: str | None) -> None:
    report = _report(f"Minutes of the 14th meeting of the Tide Board\n\n{lines}\n\nChair: Anna Ilvesoo")

    assert (str(report.start), report.place) == (day, place)


def test_the_round_before_has_its_own_day_and_place() -> None:
    text = "The talks ended today. The previous round, held in Oslo on 27 April 2023, had the same delegations."

    talks, before = _reports(text)

    assert (before.name, before.place, _days(before)) == ("previous round", "Oslo", ("2023-04-27", None))
    assert talks.place is None


@pytest.mark.parametrize("of", ["elections", "grants", "funding", "layoffs", "air strikes"])
def test_a_round_of_something_else_is_no_meeting(of: str) -> None:
    assert _reports(f"The second round of {of} was held in Kenya on 3 May 2024.") == []


@pytest.mark.parametrize("session", ["the forthcoming session", "the recent session", "the next session"])
def test_the_place_of_another_session_spoken_of_is_not_that_of_the_talks(session: str) -> None:
    text = f"P. Berg met the Envoy of Kenya, Anna Ilvesoo.\n\nThe two discussed {session} of the Tide Council in Oslo."

    talks, *_ = _reports(text)

    assert (talks.name, talks.place) == ("met the Envoy of Kenya, Anna Ilvesoo", None)


def test_a_later_sentence_may_give_the_date() -> None:
    text = "The second Lagoon Dialogue was long. The Dialogue took place on 3 May 2024 in Oslo."

    report = _report(text)

    assert (_days(report), report.place) == (("2024-05-03", None), "Oslo")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The second Lagoon Dialogue was held in Oslo.", "Oslo"),
        ("In Oslo, the Glacier Agency held the second Lagoon Dialogue.", "Oslo"),
        ("The second Lagoon Dialogue took place in New York on 3 May 2024.", "New York"),
        ("They came for the visit to Vienna.", "Vienna"),
        ("The 16th meeting of the Secretaries of the member states of the Lagoon Organization in Oslo ended.", "Oslo"),
        ("The Lagoon Secretariat in Oslo hosted the second Lagoon Dialogue.", "Oslo"),
        ("She travels to Vienna, Austria, on Monday, where she will address the second Lagoon Dialogue.", "Vienna"),
        ("Director Anna Ilvesoo will visit Vienna.", "Vienna"),
        ("Director Anna Ilvesoo is to visit Vienna on 3 May 2024.", "Vienna"),
        ("Director Anna Ilvesoo will fly to Vienna for talks with Minister Wame Tembrook.", "Vienna"),
        ("The second Lagoon Dialogue was long.", None),
        ("The second Lagoon Dialogue was held in silence.", None),
    ],
)
def test_the_city_in_its_sentence_is_the_place(text: str, place: str | None) -> None:
    assert _report(text).place == place


@pytest.mark.parametrize(
    "text",
    [
        "The second Lagoon Dialogue was opened by Mr. Peter Brandvik, Head of the Glacier Agency in Vienna.",
        "Mr. Peter Brandvik, Head of the Glacier Agency in Vienna, opened the second Lagoon Dialogue.",
        "Mr. Peter Brandvik, Head of Tides in Vienna, opened the second Lagoon Dialogue.",
    ],
)
def test_a_place_inside_a_title_is_not_that_of_the_meeting(text: str) -> None:
    assert _report(text).place is None


def test_the_place_of_another_meeting_is_not_taken() -> None:
    text = "The second Lagoon Dialogue followed the third Glacier Workshop in Vienna."

    assert [report.place for report in _reports(text)] == [None, "Vienna"]


@pytest.mark.parametrize(
    "text",
    [
        "The upcoming Lagoon Dialogue was spoken of.",
        "They are preparing the second Lagoon Dialogue.",
        "The second Lagoon Dialogue will be held in Oslo on 3 June 2024.",
        "The second Lagoon Dialogue is to begin in Oslo on 18 May 2024.",
    ],
)
def test_what_is_announced_is_planned(text: str) -> None:
    assert _report(text).state == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "The second Lagoon Dialogue was held in Oslo.",
        "The second Lagoon Dialogue was held in Oslo on 17 May 2024.",
        "The second Lagoon Dialogue spoke of boats and of the next tide.",
    ],
)
def test_what_is_told_was_held(text: str) -> None:
    assert _report(text).state == "held"


def test_without_a_date_of_issue_a_day_is_neither_past_nor_to_come() -> None:
    assert _report("The second Lagoon Dialogue was held in Oslo on 3 May 2034.", published=None).state == "held"


def test_a_meeting_inside_another_has_its_date_and_state() -> None:
    text = "The second Lagoon Week begins on 3 June 2024 in Oslo, where they will see the third Glacier Workshop."

    assert [(_days(report), report.state) for report in _reports(text)] == [
        (("2024-06-03", None), "planned"),
        (("2024-06-03", None), "planned"),
    ]


def test_a_date_of_its_own_outranks_that_of_the_outer_meeting() -> None:
    text = (
        "The second Lagoon Week begins on 3 June 2024 in Oslo, where they will see the third Glacier Workshop. "
        "The third Glacier Workshop is on 5 June 2024."
    )

    assert [_days(report)[0] for report in _reports(text)] == ["2024-06-03", "2024-06-05"]


def test_the_words_show_name_date_and_place() -> None:
    report = _report("Then the second Lagoon Dialogue, a long one, was held in Oslo, they say, on 3 May 2024.")

    assert [evidence.quotation for evidence in report.evidence] == ["second Lagoon Dialogue", "Oslo", "3 May 2024"]


# --- what is not told in the sentence of the meeting


LEAD = "OSLO, 17 May 2024 – The second Lagoon Dialogue was held today in the old harbour.\n\n"


def _by_name(text: str, published: str | None = None) -> dict[str, MeetingReport]:
    return {report.name: report for report in _reports(text, published)}


def test_the_main_event_without_a_day_has_that_of_the_dateline_and_its_city() -> None:
    report = _report("OSLO, 17 May 2024 – Ministers spoke of tides at the second Lagoon Dialogue.", None)

    assert (_days(report), report.place) == (("2024-05-17", None), "OSLO")


@pytest.mark.parametrize("goal", ["the visit to Norway", "the Glacier Conference in Denmark"])
def test_what_was_not_just_in_the_city_of_the_dateline_is_not_placed_there(goal: str) -> None:
    text = f"OSLO, 17 May 2024 \u2013 Mr. Peter Brandvik spoke of tides and nets during {goal}."

    assert [report.place for report in _reports(text, None)] == [None]


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("have met for the second Lagoon Dialogue", ("2024-05", None)),
        ("paid a visit to Kenya", ("2024-05", None)),
        ("concluded the second Lagoon Dialogue today", (None, "2024-05-17")),
        ("concluded the two-day second Lagoon Dialogue today", ("2024-05-16", "2024-05-17")),
        ("met for the second Lagoon Dialogue", ("2024-05-17", None)),
    ],
)
def test_not_everything_told_was_on_the_day_of_issue(told: str, days: tuple[str | None, str | None]) -> None:
    assert _days(_report(f"17 May 2024\n\nMr. Peter Brandvik and Ms. Anna Ilvesoo {told}.", None)) == days


def test_another_gathering_with_a_name_has_days_of_its_own() -> None:
    text = LEAD + "Ministers recalled what was said at the fourteenth Glacier Summit."

    assert _days(_by_name(text)["fourteenth Glacier Summit"]) == (None, None)


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("She has conducted a visit to the Harbour Institute.", (None, None)),
        ("She is on a visit to Kenya.", ("2024-05", None)),
    ],
)
def test_what_is_told_beside_the_main_event_need_not_be_of_its_day(
    told: str, days: tuple[str | None, str | None]
) -> None:
    found = [report for report in _reports(f"{LEAD}{told}", None) if report.kind == "visit"]

    assert [_days(report) for report in found] == [days]


def test_a_day_that_is_known_goes_before_one_that_is_not() -> None:
    text = "The second Lagoon Dialogue was held on Thursday 26 Bahman 1402 (February 15, 2024)."

    assert _days(_report(text, None)) == ("2024-02-15", None)


def test_the_opening_of_a_meeting_and_a_signing_at_it_were_where_it_was() -> None:
    text = (
        "The second Lagoon Dialogue was held in Oslo on 3 May 2024.\n\n"
        "At the opening ceremony, Mr. Peter Brandvik gave a speech.\n\n"
        "The two agencies also signed the Agreement on Tides."
    )

    assert {report.place for report in _reports(text)} == {"Oslo"}


def test_here_is_the_city_of_the_dateline() -> None:
    assert _report("OSLO, 17 May 2024 – The second Lagoon Dialogue was held here yesterday.", None).place == "OSLO"


def test_a_meeting_by_video_was_nowhere() -> None:
    text = "OSLO, 17 May 2024 – The second Lagoon Dialogue was held virtually yesterday."

    assert _report(text, None).place is None


def test_a_later_encounter_has_the_day_of_the_main_event() -> None:
    text = LEAD + "On the margins of the Dialogue the guests opened the third Glacier Workshop."

    found = _by_name(text)["third Glacier Workshop"]
    assert _days(found) == ("2024-05-17", None)


def test_an_encounter_somewhere_within_given_days_carries_the_month() -> None:
    text = (
        "The second Lagoon Dialogue was held in Oslo from 13 to 15 May 2024. "
        "During the Dialogue the guests opened the third Glacier Workshop."
    )

    assert _days(_by_name(text)["third Glacier Workshop"]) == ("2024-05", None)


@pytest.mark.parametrize("word", ["previous", "last", "next"])
def test_another_edition_takes_nothing_from_the_one_reported(word: str) -> None:
    text = LEAD + f"Work had begun at the {word} Glacier Workshop."

    assert [_days(report) for name, report in _by_name(text).items() if "Glacier" in name] in ([], [(None, None)])


def test_a_sentence_that_goes_on_about_a_meeting_tells_its_day_and_place() -> None:
    text = "Ministers prepared the third Glacier Workshop. It takes place in Vienna in November 2024."

    report = _report(text)
    assert (_days(report), report.place, report.state) == (("2024-11", None), "Vienna", "planned")


def test_two_days_in_a_row_are_a_span() -> None:
    assert _days(_report("The second Lagoon Dialogue, held yesterday and today, ended in Oslo.")) == (
        "2024-05-16",
        "2024-05-17",
    )


def test_the_first_day_is_counted_back_from_the_last() -> None:
    text = "The three-day Lagoon Workshop concluded today in Oslo."

    assert _days(_report(text)) == ("2024-05-15", "2024-05-17")


def test_the_last_day_may_be_told_on_its_own() -> None:
    text = "The second Lagoon Dialogue opened today in Oslo. Guests praised it; it will be closed on 19 May."

    assert _days(_report(text)) == ("2024-05-17", "2024-05-19")


def test_a_meeting_called_off_is_cancelled() -> None:
    assert _report("The second Lagoon Dialogue on 3 May in Oslo was cancelled.").state == "cancelled"


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (", scheduled for 3 May in Oslo, did not take place.", "cancelled"),
        (", which was to take place in Oslo on 3 May, has been postponed.", "cancelled"),
        (" between Norway, Kenya and Malta, planned for 3 May, was called off.", "cancelled"),
        (", which was opened by Minister Wame Tembrook, dealt with postponed repairs.", "held"),
    ],
)
def test_an_aside_may_stand_before_what_calls_a_meeting_off(told: str, state: str) -> None:
    assert _report(f"The second Lagoon Dialogue{told}").state == state


def test_a_programme_announces() -> None:
    text = "SECOND LAGOON DIALOGUE\nPROGRAMME\nOslo, 17 May 2024\n\n10:00 Opening session\nMr. Peter Brandvik, Chair\n"

    assert {report.state for report in _reports(text, None)} == {"planned"}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("was held at the Glacier Agency in Lindholm, Norway", "Lindholm"),
        ("took place in Lindholm", "Lindholm"),
        ("was held in the Austrian capital Vienna", "Vienna"),
        ("was held (Vienna, 3 May 2024)", "Vienna"),
        ("dealt with the attacks in Vienna", None),
        ("was held after the university in Vienna had asked for it", None),
        ("was held in Norway", None),
    ],
)
def test_a_place_is_a_city_in_which_something_can_have_been_held(words: str, place: str | None) -> None:
    assert _report(f"The second Lagoon Dialogue {words}.").place == place


@pytest.mark.parametrize("paper", ["the agreement of 12 August 2008", "measures of 8 September 2008"])
def test_the_date_of_a_paper_is_none_of_a_meeting(paper: str) -> None:
    text = f"The 58th round of the Lagoon Talks, as laid down by {paper}, took place on 11 and 12 May 2024."

    assert _days(_report(text)) == ("2024-05-11", "2024-05-12")


def test_a_session_within_given_days_has_no_day_but_the_place() -> None:
    text = "The second Lagoon Forum was held in Oslo from 13 to 15 May 2024. Mr Jan Varga spoke in the plenary session."

    assert [(_days(report), report.place) for name, report in _by_name(text).items() if "plenary" in name] == [
        ((None, None), "Oslo")
    ]


def test_a_side_event_within_given_days_has_neither_day_nor_place() -> None:
    text = (
        "The second Lagoon Conference was held in Oslo on 3 and 4 May 2024. Of its side events, the Tide Council "
        "organised two:\n\n  * a side event on ports;\n  * a side event on reefs."
    )

    assert [(report.place, *_days(report)) for report in _reports(text)[1:]] == [(None, None, None)] * 2


def test_a_panel_that_a_meeting_had_was_on_its_day() -> None:
    text = (
        "The ninth meeting of the Tide Board was held on 3 May 2024. It built on the Board's 8th meeting, held online "
        "on 7 March 2024. For the first time that meeting had a panel on reefs."
    )

    assert [_days(report)[0] for report in _reports(text)] == ["2024-05-03", "2024-03-07", "2024-03-07"]


def test_what_coincided_with_a_meeting_was_on_its_day_not_in_its_place() -> None:
    text = (
        "The third Lagoon Forum was held in Oslo on 3 and 4 May 2024. On 7 March 2024 Norway and Kenya held talks in "
        "Nairobi. The talks coincided with the first Reef Dialogue."
    )

    assert [(report.place, _days(report)[0]) for report in _reports(text)[1:]] == [
        ("Nairobi", "2024-03-07"),
        (None, "2024-03-07"),
    ]


def test_a_date_before_a_comma_is_that_of_the_meeting_in_front() -> None:
    text = (
        "It follows on the inaugural Tide Conference, which was held in Oslo on 19 and 20 February 2024, beside "
        "the talks at the fifth Lagoon Forum, hosted in Malta on 2 and 3 April 2024."
    )

    assert _days(_by_name(text)["inaugural Tide Conference"]) == ("2024-02-19", "2024-02-20")


def test_a_day_told_later_goes_before_the_week_told_first() -> None:
    text = (
        "The Tide Council brought pilots together this week for the second Lagoon Workshop. The workshop was held in "
        "Oslo from 13 to 15 May 2024."
    )

    assert _days(_report(text)) == ("2024-05-13", "2024-05-15")


def test_a_date_ahead_of_a_meeting_is_not_its_own() -> None:
    text = "A press briefing was held in Oslo yesterday ahead of the second Lagoon Summit. The summit opens tomorrow."

    assert _days(_by_name(text, "2024-05-17")["second Lagoon Summit"]) == ("2024-05-18", None)


def test_a_session_called_by_its_town_was_held_there() -> None:
    report = _report("The Tide Council held its twelfth session in Norway in May 2022. The Oslo session was long.")

    assert report.place == "Oslo"


def _first(text: str, published: str | None = "2024-05-17") -> MeetingReport:
    return _reports(text, published)[0]


def test_a_date_of_issue_that_only_the_annotation_knows_is_no_day_of_a_meeting() -> None:
    text = "Tide talks\n\nMinister Ada Lind met her counterpart Wame Tembrook. They discussed harbours."
    known = Document(text, "0" * 64, "note", published=PartialDate(2024, 5, 17), published_from="annotation")
    (report,) = [claim for claim in read(known) if isinstance(claim, MeetingReport)]

    assert _days(report) == (None, None)
    assert _days(_first(f"17 May 2024\n\n{text}")) == ("2024-05-17", None)


@pytest.mark.parametrize("verb", ["is participating in", "is currently attending", "is taking part in"])
def test_what_goes_on_when_the_page_is_issued_has_its_month(verb: str) -> None:
    text = f"OSLO, 17 May 2024 – Minister Ada Lind {verb} the second Lagoon Conference."

    assert _days(_first(text)) == ("2024-05", None)


def test_a_decision_of_another_day_in_front_of_a_meeting_does_not_date_it() -> None:
    text = (
        "Pursuant to the decision of the 15th Ministerial Meeting held in Oslo on 24 July 2023, the Seventh Tide "
        "Meeting (ISM on TTC) was held in Nairobi on 4-7 May 2024."
    )

    found = _by_name(text)
    assert _days(found["Seventh Tide Meeting"]) == ("2024-05-04", "2024-05-07")
    assert _days(found["15th Ministerial Meeting"]) == ("2023-07-24", None)


@pytest.mark.parametrize(
    "told",
    [
        "was concluded on Thursday May 16, 2024",
        "concluded on 16 May 2024",
        "ended yesterday",
    ],
)
def test_a_meeting_told_by_its_close_has_only_an_end(told: str) -> None:
    text = f"The 38th Tide Plenary, which was held in the city of Oslo in Norway, {told}."

    assert _days(_first(text)) == (None, "2024-05-16")


def test_a_clause_tells_the_year_in_which_another_meeting_was() -> None:
    text = (
        "The talks in Oslo on 3 May 2024 took up the outcomes of the Third Global Conference on Reefs and Tides that "
        "took place in Nairobi in 2018."
    )

    assert _days(_by_name(text)["Third Global Conference on Reefs and Tides"]) == ("2018", None)


def test_a_line_far_down_labels_the_place_for_want_of_a_better() -> None:
    story = "\n\n".join(f"The pupils counted {number} boats." for number in range(3, 17))
    text = f"The second Lagoon Dialogue was held on 3 May 2024.\n\n{story}\n\nVenue: Harbour House, Oslo"

    assert {report.place for report in _reports(text)} == {"Oslo"}


def test_a_past_day_close_to_the_date_of_issue_is_not_a_year_away() -> None:
    text = "She left on September 30 for Oslo, where she will lead the delegation to the Tide Summit."

    assert "2025" not in str([report.start for report in _reports(text, "2024-10-04")])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI, Kenya, May 16 — The guide spoke during a capacity-building forum in Vikholm on Friday.", "Vikholm"),
        ("On 3 May 2024 in Oslo Foreign Minister Ada Lind held talks with Minister Wame Tembrook.", "Oslo"),
        ("Norway and Kenya held two rounds of talks in Oslo today: the 21st Tide Meeting.", "Oslo"),
        ("Minister Ada Lind met Minister Wame Tembrook in New-York.", "New-York"),
        ("The second Lagoon Dialogue was held on 3 May 2024.\n\nVenue: Hall 3, Harbour House, Oslo", "Oslo"),
        ("Oslo, May 17 (Tide News) The second Lagoon Dialogue opened today.", "Oslo"),
        ("OSLO, — The second Lagoon Dialogue opened today.", "OSLO"),
    ],
)
def test_a_place_is_known_by_what_leads_to_it(text: str, place: str) -> None:
    assert {report.place for report in _reports(text)} == {place}


def test_days_after_a_meeting_its_author_may_be_elsewhere() -> None:
    told = "The second Lagoon Dialogue was held from 3 to 5 May at the White Hall."

    assert _first(f"OSLO, 7 May 2024 – {told}", None).place == "OSLO"
    assert _first(f"OSLO, 14 May 2024 – {told}", None).place is None


def test_a_meeting_is_where_its_opening_was() -> None:
    text = (
        "The Tide Committee today launched its Eleventh Regular Session.\n\nAt the inaugural session that took place "
        "in Oslo, Secretary Ada Lind welcomed all."
    )

    assert {report.place for report in _reports(text)} == {"Oslo"}


def test_the_occasion_of_another_time_lends_neither_day_nor_place() -> None:
    text = (
        "The seventh Tide Meeting took place in Oslo. Secretary Ada Lind opened the meeting and recalled what was "
        "agreed at the previous meeting in 2018."
    )

    assert _days(_reports(text, None)[0]) == (None, None)


def test_what_prepares_a_meeting_to_come_is_not_to_come_itself() -> None:
    text = "The second Lagoon Dialogue prepares the fifth Harbour Conference, scheduled for next year."
    assert [report.state for report in _reports(text, published=None)] == ["held", "planned"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("She will meet with President Wame Tembrook.", "2024-05-20"),
        ("In the margins of the visit, she will have a bilateral meeting with President Wame Tembrook.", "2024-05-20"),
        ("On 22 May, she will meet President Wame Tembrook in Accra.", "2024-05-22"),
        ("She will meet President Wame Tembrook again in Accra.", None),
        ("The next Tide Forum will be held in Lima.", None),
        ("A summit of the Tide Council will follow.", None),
        ("She will receive President Wame Tembrook in Oslo in the autumn.", None),
    ],
)
def test_a_visit_to_come_gives_its_day_to_those_who_will_meet_on_it(said: str, day: str | None) -> None:
    *_, last = _reports(f"Minister Anna Ilvesoo will visit Nairobi on 20 May. {said}")

    assert last.start == (PartialDate.parse(day) if day else None)


def test_a_meeting_has_the_days_of_the_visit_told_of_before_it_in_its_paragraph() -> None:
    reports = _reports(
        "Tide Chiefs meet\n\nOslo, 17 May 2024 – The Tide Chiefs of Norway and Kenya held a meeting today.\n\n"
        "On 6 May 2024, Minister Anna Ilvesoo visited Nairobi. In Nairobi, she met President Wame Tembrook."
    )

    assert str(reports[-1].start) == "2024-05-06"


@pytest.mark.parametrize("said", ["as a follow-up to the Lima Conference", "in follow-up to the first Lima Conference"])
def test_what_a_meeting_follows_up_was_not_on_its_day(said: str) -> None:
    *_, last = _reports(f"Oslo, 17 May 2024 – Anna Ilvesoo opened the Tide Workshop today. It was held {said}.")

    assert last.start is None


@pytest.mark.parametrize(
    "mark", ["2024/ —", "2024/APO Group/ --", "2024 / Tide Media Agency (TMA) / –", "2024 /TideWire/ --"]
)
def test_an_agency_between_strokes_ends_a_dateline(mark: str) -> None:
    (found,) = _reports(
        f"Minister visits Kenya\nNAIROBI, Kenya, May 3, {mark} Deputy-Minister Anna Ilvesoo visited Nairobi today.",
        None,
    )

    assert str(found.start) == "2024-05-03"


def test_hours_between_two_days_make_a_span_and_a_line_of_the_title_is_the_place() -> None:
    report = _report(
        "Committee on Tides\nMINUTES\n"
        "Meeting of 6 May 2024, from 9.00 to 12.30, and 7 May 2024, from 15.00 to 18.30\nBRUSSELS\n"
        "The meeting opened at 9.08 on Monday 6 May 2024, with Anna Ilvesoo (Chair) presiding.",
        None,
    )

    assert _days(report) == ("2024-05-06", "2024-05-07")
    assert report.place == "BRUSSELS"


def test_the_span_that_another_sentence_tells_goes_before_the_day_of_the_opening() -> None:
    report = _report(
        "The second Lagoon Dialogue opened in Oslo on 3 May 2024. "
        "The second Lagoon Dialogue was held from 3 to 5 May 2024."
    )

    assert _days(report) == ("2024-05-03", "2024-05-05")


def test_no_meeting_is_part_of_a_call() -> None:
    text = (
        "Norway and Kenya held a seminar in Oslo to follow up on matters agreed upon by Ms Anna Ilvesoo "
        "and Mr Peter Brandvik during their telephone conversation on 27 January 2024."
    )
    days = {report.kind: _days(report) for report in _reports(text, None)}

    assert days["call"] == ("2024-01-27", None)
    assert days["workshop"] == (None, None)


def test_who_presided_over_a_session_on_a_day_does_not_say_that_it_sat_then() -> None:
    text = (
        "OSLO, 19 May 2024. Mr. Jan Velk stepped down as President of the 21st session of the Tide Assembly on 15 May."
    )

    assert [_days(report) for report in _reports(text)] == [(None, None)]


def test_the_day_and_hour_right_below_a_hearing_are_its_own() -> None:
    text = (
        "REEF COMMITTEE\nA Look Ahead | Week of May 6, 2024\n\n"
        'Subcommittee hearing: "Securing the Tides"\nTuesday, May 7, 10 a.m.\n\n'
        "Witnesses:\n\n- Ms. Anna Ilvesoo, Director, Tide Office\n- Mr. Jan Velk, Head, Reef Office\n"
    )

    assert [_days(report) for report in _reports(text)] == [("2024-05-07", None)]


def test_a_forum_on_whose_margins_others_met_was_some_day_of_that_month() -> None:
    text = "Mr. Jan Velk met Ms. Anna Ilvesoo on 3 May 2024 in Oslo on the margins of the 4th Tide Forum."

    assert sorted(_days(report) for report in _reports(text)) == [("2024-05", None), ("2024-05-03", None)]


def test_a_general_assembly_on_whose_margins_others_met_was_some_day_of_that_year() -> None:
    text = "Mr. Jan Velk met Ms. Anna Ilvesoo on 3 May 2024 on the margins of the 7th session of the General Assembly."

    assert sorted(_days(report) for report in _reports(text)) == [("2024", None), ("2024-05-03", None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They discussed games to be held in Lima in June 2024 at their talks in Oslo on 3 May 2024.", "2024-05-03"),
        (
            "At their talks in Oslo on 3 May 2024 they discussed games to be held in Lima in June.",
            "2024-05-03",
        ),
        ("The second Lagoon Dialogue on tides, to be held in Oslo on 3 June 2024, was announced.", "2024-06-03"),
        ("The workshop for officers of the agencies to be held in Oslo on 3 June 2024 is open.", "2024-06-03"),
        ("The second Lagoon Dialogue is to be held in Oslo on 3 June 2024.", "2024-06-03"),
    ],
)
def test_what_is_to_be_held_has_its_own_day_and_place(text: str, day: str) -> None:
    report = _report(text)
    assert (_days(report)[0], report.place) == (day, "Oslo")


def test_a_day_that_opens_a_sentence_serves_it_behind_the_longest_list() -> None:
    hosts = ", ".join(
        f"the {name} Safety Council of the Lagoon Islands ({name[0]}SC)"
        for name in "Tide Reef Harbour Beach Storm Pier".split()
    )
    report = _report(
        f"On 15 April 2021, {hosts} and Norway organised the Tide Conference. It ended a series starting in 2017.",
        None,
    )

    assert _days(report) == ("2021-04-15", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 May 2024 - Mr. Peter Brandvik met with Ms. Anna Ilvesoo in Oslo.", "2024-05-14"),
        ("2 March 2024 - Mr. Peter Brandvik met with Ms. Anna Ilvesoo in Oslo.", "2024-05-17"),
    ],
)
def test_what_a_page_tells_was_on_the_day_of_its_dateline_if_put_up_within_days(text: str, day: str) -> None:
    assert _days(_report(text)) == (day, None)
