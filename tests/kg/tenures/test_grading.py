"""Who held a post on a day: one example of each grade, and the laws that hold for any evidence."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kg.model.dates import PartialDate
from kg.tenures import Days, Grade, Held, Witness, held, tenures

FIRST = date(2020, 1, 1)


def days(printed: str | None) -> Days | None:
    return Days(*PartialDate.parse(printed).bounds()) if printed else None


def says(
    claim: str,
    person: str,
    on: str | None = None,
    status: str = "substantive",
    start: str | None = None,
    end: str | None = None,
) -> Witness:
    return Witness(claim, person, status, days(on), days(start), days(end))


def on(day: str, *said: Witness, one_seat: bool = True) -> Held:
    return held(tenures(said, one_seat=one_seat), date.fromisoformat(day), one_seat=one_seat)


def told(answer: Held) -> list[tuple[str, str, str, int | None, tuple[str, ...]]]:
    return [(each.person, each.status, str(each.grade), each.days, each.claims) for each in answer.holders]


SINCE = says("since", "Ann", "2021-07-26", start="2007-09-19")
SEEN = says("seen", "Ann", "2020-12-02")
AGAIN = says("again", "Ann", "2021-12-02")
NAMED = says("named", "Bo", "2021-07-26", "designate", start="2021-10")
FORMER = says("former", "Ann", "2022-04-08", "former")


def test_stated_between_printed_bounds() -> None:
    assert told(on("2010-01-01", SINCE)) == [("Ann", "substantive", "stated", None, ("since",))]


def test_stated_by_a_start_in_one_document_and_an_end_in_another() -> None:
    began = says("began", "Ann", "2010-03-01", "designate", start="2010-04-01")
    left = says("left", "Ann", "2019-01-01", "former", end="2018-06")
    assert told(on("2015-01-01", began, left)) == [("Ann", "former", "stated", None, ("began", "left"))]
    assert on("2018-07-01", began, left).grade is Grade.NONE


def test_attested_on_the_day() -> None:
    assert told(on("2020-12-02", SEEN, FORMER)) == [("Ann", "substantive", "attested", None, ("seen",))]


def test_bracketed_between_two_days_with_nobody_else_between() -> None:
    assert told(on("2021-05-05", SEEN, AGAIN)) == [("Ann", "substantive", "bracketed", None, ("again", "seen"))]


def test_somebody_else_between_breaks_the_bracket() -> None:
    other = says("other", "Bo", "2021-06-01")
    assert told(on("2021-05-05", SEEN, AGAIN, other)) == [("Ann", "substantive", "last known", 154, ("seen",))]
    assert told(on("2021-07-01", SEEN, AGAIN, other)) == [("Bo", "substantive", "last known", 30, ("other",))]


def test_last_known_says_how_long_before() -> None:
    assert told(on("2020-12-12", SEEN)) == [("Ann", "substantive", "last known", 10, ("seen",))]


def test_evidence_of_a_month_or_a_year_attests_no_day_and_counts_from_its_first() -> None:
    month = says("month", "Ann", "2021-03")
    assert told(on("2021-03-15", month)) == [("Ann", "substantive", "last known", 14, ("month",))]
    assert on("2021-02-28", month).grade is Grade.NONE


def test_two_holders_of_one_seat_on_one_day_are_a_conflict_and_both_are_kept() -> None:
    answer = on("2020-12-02", SEEN, says("other", "Bo", "2020-12-02"))
    assert answer.grade is Grade.CONFLICT
    assert [(each.person, each.claims) for each in answer.holders] == [("Ann", ("seen",)), ("Bo", ("other",))]
    later = on("2021-01-01", SEEN, says("other", "Bo", "2020-12-02"))
    assert (later.grade, len(later.holders)) == (Grade.CONFLICT, 2)


def test_two_holders_of_a_post_of_many_seats_are_none() -> None:
    answer = on("2020-12-02", SEEN, says("other", "Bo", "2020-12-02"), one_seat=False)
    assert [str(each.grade) for each in answer.holders] == ["attested", "attested"]


def test_who_leaves_and_who_comes_on_one_printed_day_are_no_conflict() -> None:
    leaves = says("leaves", "Ann", "2021-05-01", "former", start="2015-01-01", end="2021-03-01")
    comes = says("comes", "Bo", "2021-05-01", start="2021-03-01")
    assert {each.person for each in on("2021-03-01", leaves, comes).holders} == {"Ann", "Bo"}
    assert on("2021-03-01", leaves, comes).grade is Grade.STATED


def test_none_before_anything_is_known_and_after_an_end() -> None:
    assert on("2020-12-01", SEEN) == Held(Grade.NONE)
    assert on("2022-04-09", SEEN, FORMER) == Held(Grade.NONE)


def test_a_designate_holds_nothing_before_the_printed_start() -> None:
    assert told(on("2021-09-30", SINCE, NAMED)) == [("Ann", "substantive", "last known", 66, ("since",))]
    assert told(on("2021-11-30", SINCE, NAMED)) == [("Bo", "designate", "last known", 30, ("named",))]
    assert on("2021-09-30", says("named", "Bo", "2021-07-26", "designate")).grade is Grade.NONE


def test_a_printed_planned_end_is_no_end_and_no_end_is_not_today() -> None:
    planned = says("planned", "Ann", "2024-03-01", start="2024-03-01", end="2029-02-28")
    assert told(on("2030-01-01", planned)) == [("Ann", "substantive", "last known", 2132, ("planned",))]


def test_acting_holders_stand_beside_the_one_who_was_there() -> None:
    acting = says("acting", "Cy", "2022-06-01", "acting")
    assert told(on("2022-06-01", SEEN, acting)) == [
        ("Ann", "substantive", "last known", 546, ("seen",)),
        ("Cy", "acting", "attested", None, ("acting",)),
    ]
    assert told(on("2022-06-05", SEEN, FORMER, acting)) == [("Cy", "acting", "last known", 4, ("acting",))]
    came = says("came", "Bo", "2022-06-03")
    assert told(on("2022-06-05", SEEN, acting, came)) == [("Bo", "substantive", "last known", 2, ("came",))]


def test_who_comes_back_after_having_left_has_a_second_spell() -> None:
    back = says("back", "Ann", "2025-01-01")
    found = tenures([SEEN, FORMER, back], one_seat=True)
    assert [(each.spell, each.start.first, each.end.last) for each in found] == [
        (0, None, date(2022, 4, 8)),
        (1, date(2022, 4, 8), None),
    ]
    assert on("2024-01-01", SEEN, FORMER, back).grade is Grade.NONE


def test_whoever_a_document_names_next_bounds_the_last_and_no_other_document_does() -> None:
    names_both = [replace(each, document="release") for each in (SINCE, NAMED)]
    before, after = tenures(names_both, one_seat=True)
    assert before.end.last == date(2021, 10, 31)
    assert (after.start.first, after.start.last) == (date(2021, 10, 1), date(2021, 10, 31))
    apart = tenures([SINCE, replace(NAMED, document="other")], one_seat=True)
    assert apart[0].end.last is None
    assert tenures(names_both)[0].end.last is None


@st.composite
def spans(draw: st.DrawFn) -> Days:
    first = draw(st.integers(0, 40))
    return Days(FIRST + timedelta(first), FIRST + timedelta(first + draw(st.sampled_from([0, 0, 5]))))


WITNESS = st.builds(
    Witness,
    claim=st.uuids().map(str),
    person=st.sampled_from(["Ann", "Bo", "Cy"]),
    status=st.sampled_from(["substantive", "substantive", "acting", "designate", "former"]),
    on=st.none() | spans(),
    start=st.none() | spans(),
    end=st.none() | spans(),
    document=st.sampled_from(["", "one", "two", "three"]),
)
SAID = st.lists(WITNESS, max_size=7)
DAY = st.integers(-2, 48).map(lambda number: FIRST + timedelta(number))
SEATS = st.booleans()


def graded(said: list[Witness], when: date, *, one_seat: bool) -> Held:
    return held(tenures(said, one_seat=one_seat), when, one_seat=one_seat)


@given(SAID, DAY, SEATS)
def test_the_order_of_the_evidence_makes_no_difference(said: list[Witness], when: date, one_seat: bool) -> None:
    assert tenures(said, one_seat=one_seat) == tenures(said[::-1], one_seat=one_seat)
    assert graded(said, when, one_seat=one_seat) == graded(said[::-1] + said, when, one_seat=one_seat)


@given(SAID, WITNESS, DAY, SEATS)
def test_what_one_document_states_or_attests_stays_certain_whatever_is_added(
    said: list[Witness], more: Witness, when: date, one_seat: bool
) -> None:
    own = [each for each in said if any(point.covers(when) for point in each.points())]
    if own:
        certain = {Grade.STATED, Grade.ATTESTED, Grade.CONFLICT}
        assert graded(said, when, one_seat=one_seat).grade in certain
        assert graded([*said, more], when, one_seat=one_seat).grade in certain


@given(SAID, WITNESS, DAY, SEATS)
def test_only_an_end_can_take_an_answer_away(said: list[Witness], more: Witness, when: date, one_seat: bool) -> None:
    if graded(said, when, one_seat=one_seat).grade is not Grade.NONE and more.over_by is None:
        assert graded([*said, more], when, one_seat=one_seat).grade is not Grade.NONE


@given(SAID, DAY, SEATS)
def test_the_grade_is_that_of_its_surest_holder_and_every_holder_has_words(
    said: list[Witness], when: date, one_seat: bool
) -> None:
    answer = graded(said, when, one_seat=one_seat)
    order = [Grade.CONFLICT, Grade.STATED, Grade.ATTESTED, Grade.BRACKETED, Grade.LAST_KNOWN]
    assert (answer.grade is Grade.NONE) == (not answer.holders)
    if answer.holders:
        assert answer.grade is min((each.grade for each in answer.holders), key=order.index)
    known = {each.claim: each for each in said}
    for each in answer.holders:
        assert each.claims
        assert {known[claim].person for claim in each.claims} == {each.person}
        assert (each.days is not None) == (each.grade is Grade.LAST_KNOWN) or each.grade is Grade.CONFLICT
        assert each.days is None or each.days >= 0


@given(SAID, DAY)
def test_a_conflict_has_two_people_and_one_seat_else_one_in_full_office(said: list[Witness], when: date) -> None:
    answer = graded(said, when, one_seat=True)
    full = [each for each in answer.holders if each.status != "acting"]
    conflicting = {each.person for each in full if each.grade is Grade.CONFLICT}
    assert len(conflicting) != 1
    leaving = [each for each in full if each.tenure.end.last == when]
    assert conflicting or len({each.person for each in full}) <= 1 or leaving
    assert graded(said, when, one_seat=False).grade is not Grade.CONFLICT


@given(SAID, SEATS)
def test_bounds_are_in_order_and_leave_room_for_all_that_is_certain(said: list[Witness], one_seat: bool) -> None:
    found = tenures(said, one_seat=one_seat)
    assert sorted(each.claim for tenure in found for each in tenure.witnesses) == sorted(e.claim for e in said)
    for tenure in found:
        for bounds in (tenure.start, tenure.end):
            assert bounds.first is None or bounds.last is None or bounds.first <= bounds.last
        assert not (tenure.start.first and tenure.end.last) or tenure.start.first <= tenure.end.last


@given(SAID, DAY, SEATS)
def test_who_is_last_known_may_still_have_been_there(said: list[Witness], when: date, one_seat: bool) -> None:
    for each in graded(said, when, one_seat=one_seat).holders:
        if each.grade is Grade.LAST_KNOWN:
            assert each.tenure.status == "designate" or each.tenure.end.last is None or each.tenure.end.last >= when
