"""Corrections: claims rejected and put right, people suppressed; before anybody is resolved."""

from types import ModuleType
from typing import Any

import pytest

from kg.errors import UsageError
from kg.identity import Gists, decide, gist_of
from kg.model.actors import Actors, Reading
from kg.model.claims import Attestation, Claim, MeetingReport, NameUse, Participation
from kg.model.judgements import Judgement, Judgements
from kg.model.wire import claim_key

SAFETY = "Northern League Safety Office"


def _judgement(verdict: str, kind: str, left: str, right: str = "", why: str = "") -> Judgement:
    return Judgement(verdict, kind, left, "", right, "", "Ines Moll", "2035-01-02", why)


def _release(making: ModuleType) -> Any:
    """Ada Lindqvist, Director, and Olo Varn, Clerk, are at the Safety Talks; each claim has words of its own."""
    text = "Safety Talks: Ada Lindqvist, Director of the Northern League Safety Office, and Olo Varn, Clerk, came."
    note = making.Note(text, title="Olo Varn at the Safety Talks")

    def words(*quotes: str) -> tuple[Any, ...]:
        return tuple(making.words(note.document, quote) for quote in quotes)

    note.person("Ada Lindqvist", evidence=words("Ada Lindqvist")).person("Olo Varn", evidence=words("Olo Varn"))
    note.body(SAFETY, evidence=words(SAFETY)).meeting("Safety Talks", evidence=words("Safety Talks"))
    for person, role in (("Ada Lindqvist", "Director"), ("Olo Varn", "Clerk")):
        said = {"person": person, "role": role, "organisation": SAFETY, "title": role}
        note.says(Attestation, evidence=words(person, role), **said)
        taking_part = {"meeting": "e1", "agent": person, "role": "participant", "capacity": role}
        note.says(Participation, evidence=words(person), **taking_part)
    return note


def _all(readings: list[Reading], judgements: Judgements) -> tuple[list[Reading], Actors]:
    """What stands of these readings, and who they speak of."""
    by_key = {reading.document.key: reading for reading in readings}
    decided = decide(Gists(map(gist_of, readings)), by_key.__getitem__, judgements=judgements)
    return [decided.admitted(reading) for reading in readings], decided.actors


def _decided(note: Any, *judgements: Judgement) -> tuple[tuple[Claim, ...], Actors]:
    (reading,), actors = _all([note.reading], Judgements.of(judgements))
    return reading.claims, actors


def _key(reading: Reading, kind: type[Claim], which: str) -> str:
    return next(claim_key(c) for c in reading.claims if isinstance(c, kind) and which in str(c))


def _of(claims: tuple[Claim, ...], kind: type[Claim]) -> list[Any]:
    return [claim for claim in claims if isinstance(claim, kind)]


def test_a_rejected_post_is_gone_and_who_took_part_did_so_without_it(making: ModuleType) -> None:
    note = _release(making)
    key = f"https://w3id.org/ct-kg/id/attestation/{_key(note.reading, Attestation, 'Clerk')}"
    claims, actors = _decided(note, _judgement("reject", "claim", key, why="he is the driver"))
    assert [claim.role for claim in _of(claims, Attestation)] == ["Director"]
    assert [claim.capacity for claim in _of(claims, Participation)] == ["Director", None]
    (decision,) = actors.decisions
    assert (decision.verdict, decision.who, decision.why) == ("reject", "Ines Moll", "he is the driver")
    assert decision.forms == ("Clerk", "Olo Varn")
    assert actors.person(note.document.key, "Olo Varn") in decision.about


def test_a_rejected_meeting_takes_who_took_part_with_it(making: ModuleType) -> None:
    note = _release(making)
    claims, actors = _decided(note, _judgement("reject", "claim", _key(note.reading, MeetingReport, "Talks")))
    assert _of(claims, Participation) == []
    assert actors.meetings == {}


def test_a_corrected_claim_outranks_what_was_read_and_keeps_its_words(making: ModuleType) -> None:
    note = _release(making)
    key = _key(note.reading, Attestation, "Clerk")
    changes = [_judgement("correct", "claim", key, right) for right in ("role=Scribe", "start=2031-02")]
    claims, actors = _decided(note, *changes)
    (scribe,) = [claim for claim in _of(claims, Attestation) if claim.person == "Olo Varn"]
    assert (scribe.role, str(scribe.start), scribe.rule, scribe.tier) == ("Scribe", "2031-02", "judgement", "asserted")
    assert [each.quotation for each in scribe.evidence] == ["Olo Varn", "Clerk"]
    assert {decision.why for decision in actors.decisions} == {"role=Scribe", "start=2031-02"}


@pytest.mark.parametrize(("right", "said"), [("colour=red", "expected a field of"), ("start=soon", "YYYY")])
def test_a_correction_that_cannot_be_says_what_can(making: ModuleType, right: str, said: str) -> None:
    note = _release(making)
    key = _key(note.reading, Attestation, "Clerk")
    with pytest.raises(UsageError, match=said):
        _decided(note, _judgement("correct", "claim", key, right))


def test_who_is_suppressed_is_nowhere_and_the_others_stay(making: ModuleType) -> None:
    note = _release(making)
    asked_for = _judgement("suppress", "person", "Olo Varn", why="asked for")
    (reading,), actors = _all([note.reading], Judgements.of([asked_for]))
    assert "Varn" not in str((reading.claims, reading.document.title, actors))
    assert [claim.name for claim in _of(reading.claims, NameUse)] == ["Ada Lindqvist", SAFETY]
    assert {decision.verdict for decision in actors.decisions} == {"suppress"}
    assert actors.meeting(note.document.key, "e1") in {iri for each in actors.decisions for iri in each.about}


def test_who_is_known_by_a_rejected_claim_alone_is_not_named_by_its_rejection(making: ModuleType) -> None:
    note = making.Note("One. Olo Varn, Clerk.").person("Olo Varn").body(SAFETY)
    note.says(Attestation, person="Olo Varn", role="Clerk", organisation=SAFETY, title="Clerk")
    key = _key(note.reading, Attestation, "Clerk")
    _, actors = _decided(note, _judgement("reject", "claim", f"attestation/{key}", why="a suspect"))
    assert [decision.verdict for decision in actors.decisions] == ["reject"]
    assert "Varn" not in str(actors)


def test_every_spelling_of_who_is_suppressed_goes(making: ModuleType) -> None:
    def said(text: str, name: str) -> Any:
        note = making.Note(text).person(name).body(SAFETY)
        return note.says(Attestation, person=name, role="Director", organisation=SAFETY, title="Director").reading

    readings = [said("One. Ada Lindqvist.", "Ada Lindqvist"), said("Two. A. Lindqvist.", "A. Lindqvist")]
    judged = Judgements.of([_judgement("suppress", "person", "Ada Lindqvist")])
    assert _all(readings, judged)[1].officials == {}


def test_a_judgement_on_what_nobody_mentions_touches_nothing(making: ModuleType) -> None:
    note = _release(making)
    before = _decided(note)
    unknown = [
        _judgement("same", "person", "Ada Lindqvist", "Nobody Known"),
        _judgement("reject", "claim", "attestation/0123456789abcdef"),
        _judgement("suppress", "person", "Nobody Known"),
    ]
    assert _decided(note, *unknown) == before


def test_a_verdict_needs_what_it_is_about() -> None:
    with pytest.raises(UsageError, match="FIELD=VALUE"):
        _judgement("correct", "claim", "attestation/0123456789abcdef", "Scribe")
    with pytest.raises(UsageError, match="found an empty cell"):
        _judgement("same", "person", "Ada Lindqvist")
