"""Who held a post on a day: attestations, as a query lists them, graded by :mod:`kg.tenures`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from kg.model.dates import PartialDate
from kg.questions.engine import Value
from kg.tenures import Days, Grade, Holding, Witness, held, tenures

_KEPT = 2**12

Row = Mapping[str, Value]


def on_a_day(attestations: Iterable[Row], officials: Collection[str] | None, *, none: bool) -> list[dict[str, Value]]:
    """The holders of each post, in the order of the posts; ``officials`` (IRIs) are the only ones to be told of.

    With ``none`` a post that nobody held by any words has a row that says so.
    """
    posts: defaultdict[str, list[Row]] = defaultdict(list)
    for row in attestations:
        posts[str(row["post"])].append(row)
    return [row for rows in posts.values() for row in _of_post(rows, officials, none=none)]


def _of_post(rows: list[Row], officials: Collection[str] | None, *, none: bool) -> Iterator[dict[str, Value]]:
    first = rows[0]
    day = date.fromisoformat(str(first["as_of"]))
    one_seat = first["seats"] == 1
    on = {str(row["claim"]): str(row["on"]) for row in rows if row["on"] is not None}
    labels = {str(row["person"]): row["person_label"] for row in rows}
    answer = held(tenures(map(_witness, rows), one_seat=one_seat), day, one_seat=one_seat)
    known: dict[str, Value] = {"day": str(day), "post": first["post"], "post_label": first["post_label"]}
    if answer.grade is Grade.NONE and none:
        empty = ("official", "official_label", "status", "days", "first_attested", "last_attested", "claim")
        yield known | dict.fromkeys(empty) | {"grade": str(answer.grade)}
    for holding in answer.holders:
        if officials is None or holding.person in officials:
            for claims in _ways(holding):
                yield known | _told(holding, on) | {"official_label": labels[holding.person], "claim": claims}


def _ways(holding: Holding) -> Iterable[str]:
    """The claims that say it: each alone, or all of them together."""
    return (" ".join(holding.claims),) if holding.together else holding.claims


def _told(holding: Holding, on: Mapping[str, str]) -> dict[str, Value]:
    days = sorted(
        on[each.claim] for each in holding.tenure.witnesses if each.claim in on and each.status == holding.status
    )
    return {
        "official": holding.person,
        "status": holding.status,
        "grade": str(holding.grade),
        "days": holding.days,
        "first_attested": days[0] if days else None,
        "last_attested": days[-1] if days else None,
    }


def _witness(row: Row) -> Witness:
    return Witness(
        claim=str(row["claim"]),
        person=str(row["person"]),
        status=str(row["status"]),
        on=None if row["on"] is None else _meant(str(row["on"])),
        start=_days(row, "start"),
        end=_days(row, "end"),
        document=str(row["document"]),
    )


@lru_cache(_KEPT)
def _meant(printed: str) -> Days:
    """The days that a date may mean; kept, for the same dates come back in row after row."""
    return Days(*PartialDate.parse(printed).bounds())


def _days(row: Row, which: str) -> Days | None:
    first, last = row[f"{which}_from"], row[f"{which}_to"]
    if first is None or last is None:
        return None
    return Days(date.fromisoformat(str(first)), date.fromisoformat(str(last)))
