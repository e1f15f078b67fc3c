"""What does not fit together across documents: of each kind one pair that is found, and one beside it that fits."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import KnowledgeError
from kg.findings import Finding, check, kinds
from kg.findings.kinds import parse
from kg.identity import resolve
from kg.iris import Base
from kg.model.actors import Actors, Reading
from kg.model.claims import Attestation, BodyRelation, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.workers import Limits, Pool

SEAT = {"role": "Executive Director", "title": "Executive Director", "organisation": "Harbour Office"}
Check = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as one:
        yield one


@pytest.fixture
def found(making: ModuleType, pool: Pool, tmp_path: Path) -> Check:
    """The findings on some notes."""
    folders = (tmp_path / str(number) for number in range(9))

    def of(*notes: Any) -> list[Finding]:
        version = making.write_graph(next(folders), [note.reading for note in notes])
        return list(check(version, caller=pool).found)

    return of


@pytest.fixture
def director(making: ModuleType) -> Callable[..., Any]:
    """A note that ties somebody to the post of Executive Director."""

    def of(person: str, published: str, text: str = "", **said: Any) -> Any:
        note = making.Note(text or f"{person} {published} {said}", published=published)
        return note.person(person).body("Harbour Office").says(Attestation, person=person, **(SEAT | said))

    return of


@pytest.fixture
def dialogue(making: ModuleType) -> Callable[..., Any]:
    """A note that reports an edition of one series."""

    def of(ordinal: int, start: str, name: str = "", **said: Any) -> Any:
        words = {1: "First", 2: "Second", 3: "Third", 5: "Fifth"}
        note = making.Note(f"{ordinal} {start} {name} {said}", published="2030-01-01").body("Harbour Office")
        name = name or f"{words[ordinal]} Harbour Dialogue on Safety"
        values = {"start": PartialDate.parse(start), "kind": "dialogue", "ordinal": ordinal} | said
        return note.says(MeetingReport, meeting="e1", name=name, **values)

    return of


def kinds_of(findings: list[Finding]) -> list[str]:
    return [finding.kind for finding in findings]


def test_two_people_in_a_seat_for_one_on_one_day(found: Check, director: Callable[..., Any]) -> None:
    (finding,) = found(director("Ada Lind", "2021-03-01", "Ada directs"), director("Bo Ek", "2021-03-01", "Bo directs"))
    assert (finding.kind, finding.severity) == ("two-holders", "warning")
    assert finding.message == (
        "Ada Lind (2021-03-01) and Bo Ek (2021-03-01) are both called the holder of Executive Director, Harbour Office"
    )
    assert [words.quote for words in (*finding.one.words, *finding.other.words)] == ["Ada directs", "Bo directs"]
    assert finding.do
    assert finding.to_plain()["one"]["words"][0]["quote"] == "Ada directs"


def test_somebody_in_a_seat_that_another_has_held_since_long_before(found: Check, director: Callable[..., Any]) -> None:
    since = director("Ada Lind", "2021-03-01", start=PartialDate(2015, 1, 1))
    (finding,) = found(since, director("Bo Ek", "2019-05-05"))
    assert (finding.one.label, finding.other.label, finding.other.says) == ("Bo Ek", "Ada Lind", "since 2015-01-01")


def test_who_acts_or_comes_later_or_holds_one_of_many_seats_is_no_second_holder(
    found: Check, director: Callable[..., Any]
) -> None:
    adviser = {"role": "Adviser", "title": "Adviser"}
    notes = [
        director("Ada Lind", "2021-03-01"),
        director("Bo Ek", "2021-03-01", status="acting"),
        director("Cy Falk", "2021-03-02"),
        director("Di Gran", "2021-03-01", **adviser),
        director("Ed Holm", "2021-03-01", **adviser),
    ]
    assert found(*notes) == []


def test_whose_publisher_is_the_body_of_the_post_is_preferred(making: ModuleType, found: Check) -> None:
    def says(publisher: str, person: str) -> Any:
        note = making.Note(f"{person} of Europol", published="2021-03-01", publisher=publisher).person(person)
        return note.body("Europol").says(Attestation, person=person, **(SEAT | {"organisation": "Europol"}))

    (finding,) = found(says("Europol", "Ada Lind"), says("Frontex", "Bo Ek"))
    assert (finding.one.source, finding.other.source, finding.preferred) == ("issuer", "republisher", "one")
    (alike,) = found(says("Europol", "Ada Lind"), says("Europol", "Bo Ek"))
    assert alike.preferred is None


def test_two_meetings_with_one_number(found: Check, dialogue: Callable[..., Any]) -> None:
    (finding,) = found(dialogue(5, "2020-05-01"), dialogue(5, "2022-05-01"))
    assert finding.kind == "same-ordinal"
    assert {finding.one.says, finding.other.says} == {"number 5, 2020-05-01", "number 5, 2022-05-01"}


def test_a_later_number_with_an_earlier_date(found: Check, dialogue: Callable[..., Any]) -> None:
    assert kinds_of(found(dialogue(2, "2020-05-01"), dialogue(1, "2022-05-01"))) == ["ordinal-order"]
    assert found(dialogue(1, "2020-05-01"), dialogue(2, "2022-05-01")) == []


def test_editions_that_nobody_reports(found: Check, dialogue: Callable[..., Any]) -> None:
    (finding,) = found(dialogue(1, "2018-05-01"), dialogue(2, "2019-05-01"), dialogue(5, "2022-05-01"))
    assert (finding.kind, finding.severity) == ("ordinal-gap", "info")
    assert (finding.one.says, finding.other.says) == ("number 2", "number 5")


def test_different_chairs_of_one_meeting(found: Check, dialogue: Callable[..., Any]) -> None:
    def chaired(by: str, *others: str) -> Any:
        note = dialogue(1, "2020-05-01", place=by).person(by).says(Participation, meeting="e1", agent=by, role="chair")
        for other in others:
            note.person(other).attends(other)
        return note

    assert kinds_of(found(chaired("Ada Lind"), chaired("Bo Ek"))) == ["meeting-chairs"]
    assert found(chaired("Ada Lind"), chaired("Bo Ek", "Ada Lind")) == []


def test_a_person_in_two_places_on_one_day(making: ModuleType, found: Check) -> None:
    def seen(name: str, place: str) -> Any:
        note = making.Note(f"Ada Lind {name} {place}", published="2020-05-02").person("Ada Lind")
        return note.meeting(name, start="2020-05-01", place=place).attends("Ada Lind")

    (finding,) = found(seen("Harbour Forum", "Norhaven"), seen("Mountain Workshop", "Alpstadt"))
    assert (finding.kind, finding.subject.rpartition("/")[2]) == ("two-places", "ada-lind")
    assert found(seen("Harbour Forum", "Norhaven"), seen("Mountain Workshop", "Old Hall, Norhaven")) == []


def test_somebody_acts_in_a_post_that_was_over(making: ModuleType, found: Check, director: Callable[..., Any]) -> None:
    def met(day: str) -> Any:
        note = making.Note(f"met {day}", published="2020-01-01").person("Ada Lind").body("Harbour Office")
        note.meeting("Harbour Forum", start=day)
        note.says(Attestation, person="Ada Lind", status="former", **SEAT)
        return note.says(Participation, meeting="e1", agent="Ada Lind", role="chair", capacity="Executive Director")

    assert kinds_of(found(met("2020-02-01"))) == ["capacity-outside-tenure"]
    assert found(met("2019-02-01")) == []


@pytest.mark.parametrize("length", [2, 3])
def test_bodies_that_are_part_of_each_other(making: ModuleType, found: Check, length: int) -> None:
    names = ["Harbour Office", "Maritime League", "Northern Pact"][:length]
    notes = [making.Note(f"{one} in {names[at - 1]}").body(one).body(names[at - 1]) for at, one in enumerate(names)]
    for at, note in enumerate(notes):
        note.says(BodyRelation, subject=names[at], predicate="part-of", object=names[at - 1])
    (finding,) = found(*notes)
    assert finding.kind == "hierarchy-cycle"
    assert found(*notes[1:]) == []


def test_a_body_under_its_old_name(making: ModuleType, found: Check) -> None:
    renamed = making.Note("renamed", published="2020-01-01").body("Harbour Office").body("Quay Bureau")
    renamed.says(BodyRelation, subject="Harbour Office", predicate="formerly", object="Quay Bureau")

    def met(day: str) -> Any:
        note = making.Note(f"met {day}", published=day).body("Quay Bureau")
        return note.meeting("Harbour Forum", start=day).attends("Quay Bureau")

    assert kinds_of(found(renamed, met("2021-01-01"))) == ["after-renaming"]
    assert found(renamed, met("2019-01-01")) == []


def test_one_acronym_for_two_bodies(making: ModuleType, found: Check) -> None:
    def named(name: str) -> Any:
        return making.Note(f"the {name}").says(NameUse, kind="organisation", name=name, acronym="HO")

    (finding,) = found(named("Harbour Office"), named("Heritage Observatory"))
    assert (finding.kind, finding.severity, finding.one.says) == ("acronym-scope", "info", "HO")
    assert found(named("Harbour Office"), named("Harbour Office")) == []


def test_one_person_who_is_mr_and_ms(making: ModuleType, found: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Identity keeps such people apart, too."""

    def called(honorific: str) -> Any:
        return making.Note(f"{honorific} Robin Lind").person("Robin Lind", honorific=honorific)

    def together(readings: list[Reading], base: Base | None) -> Actors:
        actors = resolve(readings, base)
        return replace(actors, people=dict.fromkeys(actors.people, min(actors.officials)))

    assert found(called("Mr"), called("Ms.")) == []
    monkeypatch.setattr(making, "resolve", together)
    assert kinds_of(found(called("Mr"), called("Ms."))) == ["two-honorifics"]
    assert found(called("Mr"), called("Dr")) == []


def test_somebody_in_office_again(found: Check, director: Callable[..., Any]) -> None:
    former, again = director("Ada Lind", "2020-01-01", status="former"), director("Ada Lind", "2022-01-01")
    (finding,) = found(director("Ada Lind", "2019-01-01"), former, again)
    assert (finding.kind, finding.one.says, finding.other.says) == ("again-in-office", "2020-01-01", "2022-01-01")
    assert found(director("Ada Lind", "2019-01-01"), former) == []


def test_different_dates_of_one_meeting(making: ModuleType, found: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Identity keeps such reports apart; a judgement may bring them together."""
    notes = [making.Note(f"Forum of {day}").meeting("Harbour Forum", start=day) for day in ("2020-05-01", "2020-06-01")]
    assert found(*notes) == []

    def together(readings: list[Reading], base: Base | None) -> Actors:
        actors = resolve(readings, base)
        one = min(actors.meetings)
        return replace(actors, meetings_numbered=dict.fromkeys(actors.meetings_numbered, one))

    monkeypatch.setattr(making, "resolve", together)
    (finding,) = found(*notes)
    assert (finding.kind, finding.one.says, finding.other.says) == ("meeting-dates", "2020-05-01", "2020-06-01")


def test_what_meets_a_limit_is_told_and_not_passed_over(
    making: ModuleType, director: Callable[..., Any], tmp_path: Path
) -> None:
    version = making.write_graph(tmp_path, [director("Ada Lind", "2020-01-01").reading])
    findings = check(version, limits=Limits(0.0005, 2**30, "query"))
    assert {kind for kind, _ in findings.not_checked} == {kind.name for kind in kinds()}


def test_every_kind_says_what_it_means_and_what_to_do() -> None:
    assert len(kinds()) >= 13
    for kind in kinds():
        assert kind.summary[0].isupper()
        assert kind.do
        assert "{" in kind.message
        assert {"?claim", "?claim_other"} <= set(kind.sparql.partition("ORDER BY")[2].split())


def test_a_kind_without_a_proper_header_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"findings/new\.rq: expected a header"):
        parse("new", "#+ summary: s\n#+ severity: dreadful\n#+ message: m\n#+ do: d\nSELECT * {}")
