"""Days between two holders for which nobody in full office is named."""

from datetime import date

from kg.tenures import Days, Witness, gaps, tenures


def says(claim: str, person: str, status: str, **printed: date) -> Witness:
    return Witness(claim, person, status, **{name: Days(day, day) for name, day in printed.items()})


LEFT = says("left", "Ann", "former", on=date(2022, 1, 1), end=date(2021, 9, 30))
CAME = says("came", "Bo", "substantive", on=date(2022, 1, 1), start=date(2021, 12, 1))


def test_a_gap_lies_between_a_printed_end_and_a_printed_start() -> None:
    acting = says("acted", "Cy", "acting", on=date(2021, 10, 20))
    (gap,) = gaps(tenures([LEFT, CAME, acting], one_seat=True))
    assert (gap.first, gap.last) == (date(2021, 10, 1), date(2021, 11, 30))
    assert (gap.before.person, gap.after.person) == ("Ann", "Bo")
    assert [each.person for each in gap.acting] == ["Cy"]


def test_what_no_document_says_is_no_gap() -> None:
    seen = says("seen", "Ann", "substantive", on=date(2015, 1, 1))
    assert gaps(tenures([seen, CAME], one_seat=True)) == ()


def test_a_holder_in_between_leaves_no_gap() -> None:
    between = says("between", "Di", "former", on=date(2022, 1, 1), start=date(2021, 10, 1), end=date(2021, 11, 30))
    assert gaps(tenures([LEFT, between, CAME], one_seat=True)) == ()
