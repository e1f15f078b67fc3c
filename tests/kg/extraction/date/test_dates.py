"""Dates as printed: every form, and nothing that only looks like one."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.date.dates import dateline_date, find_dates
from kg.extraction.text.layout import Block, blocks
from kg.model.dates import PartialDate

WEDNESDAY = PartialDate(2018, 7, 4)
Read = tuple[str, str | None, str | None]


def read(text: str, published: PartialDate | None = WEDNESDAY) -> list[Read]:
    """Printed words, first day, last day (None if it is the same) of each date."""
    hits = find_dates(text, 0, len(text), published)
    return [
        (
            hit.printed,
            str(hit.first) if hit.first else None,
            str(hit.last) if hit.last and hit.last != hit.first else None,
        )
        for hit in hits
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3 December, 2020", "2020-12-03", None),
        ("3 December 2020", "2020-12-03", None),
        ("December 3, 2020", "2020-12-03", None),
        ("October, 20 2019", "2019-10-20", None),
        ("3rd of December 2020", "2020-12-03", None),
        ("8 of November 2017", "2017-11-08", None),
        ("July 22nd, 2019", "2019-07-22", None),
        ("Sept. 16, 2024", "2024-09-16", None),
        ("25 Jan 2016", "2016-01-25", None),
        ("18      July  2013", "2013-07-18", None),
        ("Thursday 8 September 2022", "2022-09-08", None),
        ("THURSDAY, 28 JUNE 2018", "2018-06-28", None),
        ("Thu, 12 Oct 2017", "2017-10-12", None),
        ("2020-12-03", "2020-12-03", None),
        ("2017.5.30", "2017-05-30", None),
        ("26.7.2021", "2021-07-26", None),
        ("03/12/2020", "2020-12-03", None),
        ("12/31/2020", "2020-12-31", None),
        ("28 and 29 June 2018", "2018-06-28", "2018-06-29"),
        ("28-29 June 2018", "2018-06-28", "2018-06-29"),
        ("28 \u2013 29 June, 2018", "2018-06-28", "2018-06-29"),
        ("1, 2 and 3 March 2018", "2018-03-01", "2018-03-03"),
        ("29th to 31st January 2025", "2025-01-29", "2025-01-31"),
        ("28th to the 30th of April 2025", "2025-04-28", "2025-04-30"),
        ("28 June - 2 July 2018", "2018-06-28", "2018-07-02"),
        ("28 June to 2 July 2018", "2018-06-28", "2018-07-02"),
        ("31 December 2019 - 2 January 2020", "2019-12-31", "2020-01-02"),
        ("30 December \u2013 2 January 2020", "2019-12-30", "2020-01-02"),
        ("Tuesday 17 to Thursday 19 November 2020", "2020-11-17", "2020-11-19"),
        ("June 28\u201329, 2018", "2018-06-28", "2018-06-29"),
        ("October 15 - 18, 2019", "2019-10-15", "2019-10-18"),
        ("July 18th and 19th, 2019", "2019-07-18", "2019-07-19"),
        ("March 31 to April 4, 2014", "2014-03-31", "2014-04-04"),
        ("October 2021", "2021-10", None),
        ("Port-of-Spain, February 2005", "2005-02", None),
        ("March-May 2018", "2018-03", "2018-05"),
        ("in March and April 2018", "2018-03", "2018-04"),
        ("in early 2024", "2024", None),
        ("since 2021", "2021", None),
        ("the 2021 UN Counter Terrorism Week", "2021", None),
        ("from 2009 to 2013", "2009", "2013"),
        ("(2013-2016)", "2013", "2016"),
    ],
)
def test_a_printed_year_needs_no_date_of_issue(text: str, first: str, last: str | None) -> None:
    for published in (None, WEDNESDAY):
        ((_, found_first, found_last),) = read(text, published)
        assert (found_first, found_last) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met on 28 June.", "2018-06-28", None),
        ("They met in April of this year.", "2018-04", None),
        ("They met in September last in Oslo.", "2017-09", None),
        ("They met in the first week of May.", "2018-05", None),
        ("They met from Tuesday, May 15, through Thursday, May 17.", "2018-05-15", "2018-05-17"),
        ("They met on 28 December.", "2017-12-28", None),
        ("It will be held on 28 December.", "2018-12-28", None),
        ("It takes place on 28-29 December.", "2018-12-28", "2018-12-29"),
        ("They met on 27 April last year.", "2017-04-27", None),
        ("They met in October last year.", "2017-10", None),
        ("They met in March.", "2018-03", None),
        ("They met in November.", "2017-11", None),
        ("She will take up the post at the beginning of October.", "2018-10", None),
        ("agreed last September", "2017-09", None),
        ("It was held today.", "2018-07-04", None),
        ("It was held yesterday.", "2018-07-03", None),
        ("the day before yesterday", "2018-07-02", None),
        ("It ends tomorrow.", "2018-07-05", None),
        ("this morning", "2018-07-04", None),
        ("last night", "2018-07-03", None),
        ("On Wednesday they met.", "2018-07-04", None),
        ("On Thursday they met.", "2018-06-28", None),
        ("On Thursday the Assembly is to adopt it.", "2018-07-05", None),
        ("It will open on Monday.", "2018-07-09", None),
        ("They met last Wednesday.", "2018-06-27", None),
        ("They meet next Monday.", "2018-07-09", None),
        ("last Thursday and Friday", "2018-06-28", "2018-06-29"),
        ("from Tuesday to Thursday of next week", "2018-07-10", "2018-07-12"),
        ("signed last year", "2017", None),
        ("met this year", "2018", None),
        ("met this month", "2018-07", None),
        ("met last month", "2018-06", None),
        ("met earlier this week", "2018-07", None),
        ("met three days ago", "2018-07-01", None),
        ("met two months ago", "2018-05", None),
        ("met a year ago", "2017", None),
        ("It had begun on the 25th in Rome.", "2018-06-25", None),
    ],
)
def test_what_is_read_against_the_date_of_issue(text: str, first: str, last: str | None) -> None:
    ((_, found_first, found_last),) = read(text)
    assert (found_first, found_last) == (first, last)
    unknown = read(text, None)
    assert [found for _, found, _ in unknown] == [None]


def test_a_partial_date_of_issue_resolves_no_more_than_it_can() -> None:
    may, year = PartialDate(2016, 5), PartialDate(2017)
    assert read("It ended today.", may) == [("today", "2016-05", None)]
    assert read("It ended yesterday.", may) == [("yesterday", None, None)]
    assert read("It ended on Monday.", may) == [("Monday", None, None)]
    assert read("the attacks of March 22", may) == [("March 22", "2016-03-22", None)]
    assert read("the attacks of March 22", year) == [("March 22", None, None)]
    assert read("signed last year", year) == [("last year", "2016", None)]


def test_two_dates_of_two_months_are_two_unless_between_makes_them_one() -> None:
    assert read("on 16 April and 20 May 2018") == [
        ("16 April", "2018-04-16", None),
        ("20 May 2018", "2018-05-20", None),
    ]
    assert read("between 27 April and 3 May 2017") == [("27 April and 3 May 2017", "2017-04-27", "2017-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. May spoke and Theresa May answered.",
        "He may go and they march on.",
        "in resolution 1373 (2001) and resolution 2178 (2014)",
        "the 1267 Committee and the 1988 Committee",
        "2030 Agenda and Agenda 2030",
        "2000 people and 1999 delegates",
        "31 June and 99/99/2020",
        "at 10.30 on the second day, page 12/34",
        "Black Friday",
        "20,000 officials; 2.5 million; 16 entities; 1540 texts",
        "strategy 2023-2027",
        "the 25th session",
        "",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert read(text) == []


def test_a_number_after_a_month_may_count_people() -> None:
    assert read("In March 20 officials met.") == [("March", "2018-03", None)]


def test_what_is_relative_says_so() -> None:
    text = "On 3 May 2018, yesterday and last May; on Monday."
    assert [hit.relative for hit in find_dates(text, 0, len(text), WEDNESDAY)] == [False, True, True, True]


def test_the_printed_words_stand_where_the_hit_says() -> None:
    text = "It met from 28 June to 2 July 2018 and again on Thursday, 12 July 2018."
    for hit in find_dates(text, 0, len(text), None):
        assert text[hit.start : hit.end] == hit.printed


WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "3",
                "31",
                "2020",
                "1.",
                "28-29",
                "the",
                "of",
                "and",
                "to",
                "-",
                "\u2013",
                ",",
                ".",
                " ",
                " ",
                "\n",
                "on",
                "in",
                "last",
            ),
            *(
                "May",
                "December",
                "Sept.",
                "Monday",
                "Thu,",
                "week",
                "year",
                "ago",
                "today",
                "two",
                "th",
                "2020-12-03",
                "(",
                "week",
            ),
        ]
    ),
    max_size=40,
).map("".join)
ISSUED = st.none() | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28))


@given(st.text(max_size=120) | WORDS, ISSUED)
def test_any_text_is_read_without_error_and_hits_stand_apart_inside_it(
    text: str, published: PartialDate | None
) -> None:
    hits = find_dates(text, 0, len(text), published)
    assert all(0 <= hit.start < hit.end <= len(text) and text[hit.start : hit.end] == hit.printed for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    for hit in hits:
        assert hit.first is None or hit.last is None or hit.first.bounds()[0] <= hit.last.bounds()[1]


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_text_is_read_inside_its_bounds(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert all(start <= hit.start and hit.end <= end for hit in find_dates(text, start, end, WEDNESDAY))


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_every_day_of_the_calendar_is_read_in_each_order(day: date) -> None:
    month = day.strftime("%B")
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        day.strftime("%d/%m/%Y"),
    ):
        ((_, first, last),) = read(text, None)
        assert (first, last) == (day.isoformat(), None)


@pytest.mark.parametrize("piece", ["1 ", "28 June to ", "May ", "1, 2, ", "Monday ", "2020 ", "last "])
def test_hostile_repetition_is_read_like_any_text(piece: str) -> None:
    text = piece * 3_000
    assert all(hit.end <= len(text) for hit in find_dates(text, 0, len(text), WEDNESDAY))


def test_a_dateline_gives_the_day_rather_than_the_month() -> None:
    text = "CICTE Newsletter, August 2012\nIssued 3 September 2012"
    both = [Block("dateline", 0, 29), Block("dateline", 30, len(text))]
    hit = dateline_date(text, both)
    assert hit
    assert (str(hit.first), text[hit.start : hit.end]) == ("2012-09-03", "3 September 2012")


def test_a_span_of_days_is_no_date_of_issue() -> None:
    text = "9-10 May 2017, St Julians, Malta"
    assert dateline_date(text, [Block("dateline", 0, len(text))]) is None
    assert dateline_date(text, []) is None


def test_of_several_dates_of_issue_the_earliest_is_meant() -> None:
    text = "3 May 2024\n\nA headline\n\nFriday, 7 September 2012, 08:19 Last update: about 9 years ago\n\nText follows."
    hit = dateline_date(text, blocks(text))
    assert hit
    assert str(hit.first) == "2012-09-07"


def test_a_line_with_a_month_between_dashes_is_a_dateline() -> None:
    text = "A headline\n\n03-May-2024\n\nThe Office opened and its staff moved in."
    hit = dateline_date(text, blocks(text))
    assert hit
    assert str(hit.first) == "2024-05-03"


def test_a_dateline_inside_the_first_paragraph_is_found() -> None:
    text = "A headline\n\nNEW YORK, 21 June 2017 \u2014 The Office opened on 15 May 2017 and its staff moved in."
    hit = dateline_date(text, blocks(text))
    assert hit
    assert str(hit.first) == "2017-06-21"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They met on 2 July 2018 and again that day.", "2018-07-02"),
        ("They met on 2 July 2018. On the following day they left.", "2018-07-03"),
        ("They met on 2 July 2018 and, two days earlier, wrote a letter.", "2018-06-30"),
        ("They met on 2 July 2018 and a week later in Oslo.", "2018-07-09"),
    ],
)
def test_some_words_count_from_the_date_before(text: str, first: str) -> None:
    assert read(text)[-1][1] == first


def test_without_a_date_before_that_day_is_no_date() -> None:
    assert read("That day they left; the following day they were back.") == []


def test_a_day_without_year_soon_after_the_issue_is_to_come_unless_the_words_look_back() -> None:
    assert read("State visit, 20 July")[0][1] == "2018-07-20"
    assert read("They were in Oslo on 20 July")[0][1] == "2017-07-20"
    assert read("Work began on 20 December")[0][1] == "2017-12-20"


def test_where_only_the_year_of_issue_is_known_this_month_is_in_that_year() -> None:
    assert read("They met this month.", PartialDate(2018))[0][1] == "2018"


def test_a_year_missing_in_the_dateline_is_that_of_the_metadata() -> None:
    text = "OSLO, 3 May – Ministers met."
    found = dateline_date(text, blocks(text), PartialDate(2018))
    assert found
    assert str(found.first) == "2018-05-03"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("12-13.10.2017", "2017-10-12", "2017-10-13"), ("3 - 5/05/2024", "2024-05-03", "2024-05-05")],
)
def test_days_in_figures_may_be_a_span(text: str, first: str, last: str) -> None:
    assert read(text) == [(text, first, last)]


def test_a_year_after_a_comma_at_the_end_of_a_line_is_a_date() -> None:
    assert read("Special session with partners, 2003\n\nWelcome")[0][1] == "2003"
    assert read("They counted lions, 2003 of them") == []


def test_without_a_date_of_issue_the_first_date_tells_the_year() -> None:
    text = "The Forum was held from 5 to 6 June 2013. The pilots had met on 4 June."

    assert read(text, published=None)[-1] == ("4 June", "2013-06-04", None)


def test_without_any_year_none_is_guessed() -> None:
    assert read("The pilots met on 4 June.", published=None) == [("4 June", None, None)]


@pytest.mark.parametrize(
    "text",
    ["On 27 February she will open the Forum.", "The Forum is to be held on 3 February.", "They met on 2 February."],
)
def test_a_day_of_the_month_of_issue_is_of_that_year(text: str) -> None:
    (hit,) = read(text, PartialDate(2020, 2))
    assert hit[1].startswith("2020-02-")
