"""Who held a post on a day: graded rows with the words on which they rest, acting spells, vacancies."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.model.answers import Answer
from kg.model.claims import Attestation
from kg.model.dates import PartialDate
from kg.questions import ask
from kg.workers import Pool

SEAT = {"role": "Executive Director", "title": "Executive Director", "organisation": "Harbour Office"}


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as one:
        yield one


@pytest.fixture(scope="module")
def version(making: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def release(text: str, published: str, person: str, **said: Any) -> Any:
        note = making.Note(text, published=published).person(person).body("Harbour Office")
        return note.says(Attestation, person=person, **SEAT, **said).reading

    releases = [
        release("Ada Lind, since 2015", "2019-01-01", "Ada Lind", start=PartialDate(2015, 1, 1)),
        release("Ada Lind left", "2021-01-01", "Ada Lind", status="former", end=PartialDate(2020, 9, 30)),
        release("Cy Falk, acting", "2020-10-10", "Cy Falk", status="acting"),
        release("Bo Ek came", "2021-03-01", "Bo Ek", start=PartialDate(2020, 12, 1)),
    ]
    made: Path = making.write_graph(tmp_path_factory.mktemp("posts"), releases)
    return made


def told(answer: Answer) -> list[tuple[Any, ...]]:
    return [
        (row.values["official_label"], row.values["status"], row.grade, row.values["days"], len(row.evidence))
        for row in answer.rows
    ]


def test_all_holders_in_order_with_acting_spells_and_vacancies(version: Path, pool: Pool) -> None:
    rows = ask(version, "holders", {}, caller=pool).rows
    assert [(row.values["official_label"], row.values["status"]) for row in rows] == [
        ("Ada Lind", "substantive"),
        (None, "vacant"),
        ("Cy Falk", "acting"),
        ("Bo Ek", "substantive"),
    ]
    assert (rows[1].values["start_not_before"], rows[1].values["end_not_after"]) == ("2020-09-30", "2020-12-01")
    assert {words.quote for words in rows[1].evidence} == {"Ada Lind, since 2015", "Ada Lind left", "Bo Ek came"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-01-01", [("Ada Lind", "substantive", "stated", None, 1)]),
        ("2020-10-20", [("Cy Falk", "acting", "last known", 10, 1)]),
        ("2021-03-11", [("Bo Ek", "substantive", "last known", 10, 1)]),
    ],
)
def test_the_holder_on_a_day_is_graded_and_has_its_words(
    version: Path, pool: Pool, day: str, expected: list[tuple[Any, ...]]
) -> None:
    for question in ("holders", "holder-on"):
        answer = ask(version, question, {"as_of": day}, caller=pool)
        assert answer.question == question
        assert told(answer) == expected


def test_nobody_is_an_answer_where_a_post_is_named(version: Path, pool: Pool) -> None:
    assert ask(version, "holders", {"as_of": "2014-01-01"}, caller=pool).rows == ()
    named = ask(version, "holders", {"as_of": "2014-01-01", "post": "Executive Director"}, caller=pool)
    assert told(named) == [(None, None, "none", None, 0)]


def test_the_others_of_a_post_count_even_where_one_is_asked_for(version: Path, pool: Pool) -> None:
    later = {"as_of": "2022-01-01"}
    assert told(ask(version, "holders", later | {"official": "Ek"}, caller=pool))[0][0] == "Bo Ek"
    assert ask(version, "holders", later | {"official": "Lind"}, caller=pool).rows == ()


def test_of_a_conflict_the_nearer_source_is_told_first(making: ModuleType, tmp_path: Path, pool: Pool) -> None:
    """The African Union's own release names Zoe Ek; one of the European Union, of the same day, still Ada Lind."""

    def release(person: str, publisher: str) -> Any:
        body = "African Union Commission"
        note = making.Note(f"{person} spoke ({publisher})", published="2034-05-06", publisher=publisher)
        note.person(person).body(body)
        return note.says(Attestation, person=person, role="Chairperson", title="Chairperson", organisation=body).reading

    version = making.write_graph(
        tmp_path / "near", [release("Zoe Ek", "African Union"), release("Ada Lind", "European Union")]
    )
    answer = ask(version, "holders", {"post": "Chairperson", "as_of": "2034-05-06"}, caller=pool)
    assert [(row.values["official_label"], row.grade) for row in answer.rows] == [
        ("Zoe Ek", "conflict"),
        ("Ada Lind", "conflict"),
    ]
    (note,) = answer.notes
    assert note.endswith("the sources disagree, the nearest first: Zoe Ek (issuer), Ada Lind (republisher)")
    unknown = making.write_graph(tmp_path / "unknown", [release("Zoe Ek", "?"), release("Ada Lind", "??")])
    answer = ask(unknown, "holders", {"post": "Chairperson", "as_of": "2034-05-06"}, caller=pool)
    assert [row.values["official_label"] for row in answer.rows] == ["Ada Lind", "Zoe Ek"]
    assert answer.notes == ()


@pytest.mark.parametrize(("title", "found"), [("Executive Director", 1), ("Co-Executive Director", 0)])
def test_documents_disagree_about_a_seat_for_one_not_about_a_shared_one(
    making: ModuleType, tmp_path: Path, pool: Pool, title: str, found: int
) -> None:
    def release(person: str) -> Any:
        note = making.Note(f"{person}, {title}", published="2034-05-06").person(person).body("Harbour Office")
        said = {"role": title, "title": title, "organisation": "Harbour Office"}
        return note.says(Attestation, person=person, attested_on=PartialDate(2034, 5, 6), **said).reading

    version = making.write_graph(tmp_path, [release("Zoe Ek"), release("Ada Lind")])
    rows = ask(version, "disagree", {}, caller=pool).rows
    assert [(row.values["kind"], row.values["one_label"], row.values["other_label"]) for row in rows] == [
        ("two holders", "Ada Lind", "Zoe Ek")
    ] * found
    assert all(len(row.evidence) == 2 for row in rows)
