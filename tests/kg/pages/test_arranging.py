"""Seats at a table, bars on a line, people in a picture."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.answers import Row
from kg.pages.picture import HEIGHT, WIDTH, picture
from kg.pages.table import disagreements, seated, sides
from kg.pages.timeline import timeline

_TENURE = ("start_not_before", "first_attested", "last_attested", "end_not_after")


def _part(agent: str, kind: str = "official", body: str | None = None, **more: Any) -> Row:
    values = {
        "agent": agent, "agent_label": agent.title(), "agent_kind": kind, "count": None, "role": "participant",
        "presence": "present", "leading": None, "post": None, "post_label": None, "on_behalf_of": body,
        "on_behalf_of_label": body and body.title(),
    }  # fmt: skip
    return Row(values | more)


def test_one_seat_for_one_person_however_many_documents_say_so() -> None:
    (seat,) = seated([_part("anna"), _part("anna", role="chair", leading="leading"), _part("anna", presence="invited")])
    assert (seat.roles, seat.presence, seat.leading, len(seat.rows)) == (["participant", "chair"], "present", True, 3)


def test_people_sit_with_their_body_and_those_of_none_sit_last() -> None:
    seats = seated(
        [_part("zoe"), _part("tide", kind="body"), _part("anna", body="tide"), _part("harbour", kind="body")]
    )
    assert [(side.label, side.itself is not None, [s.iri for s in side.seats]) for side in sides(seats)] == [
        ("Tide", True, ["anna"]),
        ("Harbour", True, []),
        ("", False, ["zoe"]),
    ]


def _report(document: str, **said: str | int | None) -> Row:
    known = {"ordinal": None, "start_not_before": "2021-03-02", "start_not_after": "2021-03-02", "place": None}
    return Row({"document": document, "state": "held", **known, **said})


def test_witnesses_disagree_only_where_both_speak() -> None:
    reports = [_report("one", ordinal=4), _report("two", ordinal=5, place="Oslo"), _report("three")]
    assert [(each.about, sorted(each.values)) for each in disagreements(reports)] == [("its number", ["4", "5"])]


@pytest.mark.parametrize(
    ("windows", "days"),
    [
        ([("2021-03-02", "2021-03-02"), ("2021-03-01", "2021-03-31"), ("2021-01-01", "2021-12-31")], []),
        ([("2021-03-02", "2021-03-02"), ("2021-03-03", "2021-03-03")], ["2021-03-02", "2021-03-03"]),
        ([("2021-03-02", "2021-03-02"), ("2021-04-01", "2021-04-30")], ["2021-03-02", "2021-04"]),
        ([("2021-03-02", "2021-03-02"), ("2022-01-01", "2022-12-31")], ["2021-03-02", "2022"]),
    ],
)
def test_a_month_disagrees_with_a_day_only_outside_of_it(windows: list[tuple[str, str]], days: list[str]) -> None:
    reports = [
        _report(str(number), start_not_before=first, start_not_after=last)
        for number, (first, last) in enumerate(windows)
    ]
    assert [sorted(each.values) for each in disagreements(reports)] == ([days] if days else [])


def test_a_document_that_says_it_twice_is_one_witness() -> None:
    (found,) = disagreements([_report("one", ordinal=4), _report("one", ordinal=4), _report("two", ordinal=5)])
    assert [len(rows) for rows in found.values.values()] == [1, 1]


_DAYS = st.one_of(st.none(), st.dates().map(str))


@given(st.lists(st.tuples(_DAYS, _DAYS, _DAYS, _DAYS), max_size=4), st.lists(_DAYS, max_size=4))
def test_everything_finds_a_place_on_the_line(spans: list[tuple[str | None, ...]], days: list[str | None]) -> None:
    tenures = [Row(dict(zip(_TENURE, span, strict=True))) for span in spans]
    made = timeline(tenures, [Row({"date": day}) for day in days])
    if made is None:
        assert not any(any(span) for span in spans)
        assert not any(days)
        return
    places = [at for bar in made.bars for pair in (bar.sure, bar.open) if pair for at in pair]
    places += [dot.at for dot in made.dots] + [x for x, _ in made.ticks]
    assert all(0 <= place <= 100 for place in places)
    assert 1 <= len(made.ticks) <= 10


@given(st.lists(st.integers(1, 30), max_size=30))
def test_the_picture_holds_whom_it_shows(times: list[int]) -> None:
    made = picture(("me", "Me"), [(f"p{n}", f"P{n}", many) for n, many in enumerate(times)])
    if made is None:
        assert len(times) < 3
        return
    assert all(made.top < node.y < made.top + made.height for node in (made.middle, *made.around))
    assert len(made.around) + made.left_out == len(times)
    assert all(0 <= node.x <= WIDTH and 0 <= node.y <= HEIGHT for node in made.around)


def test_long_names_are_cut_to_the_room_beside_a_node() -> None:
    made = picture(("me", "Me"), [(f"p{n}", "Maria-Francesca Ilvesoo-Brandvik", 1) for n in range(4)])
    assert made is not None
    wide = 12 + 22 * 7.3  # the gap, and 22 letters of 15 px
    assert {node.short for node in made.around} == {"Maria-Francesca Ilves…"}
    assert all(0 <= (node.x + wide if node.side == "start" else node.x - wide) <= WIDTH for node in made.around)
