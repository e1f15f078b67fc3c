"""Whoever is merely named in a document enters no graph."""

from kg.identity import Gists, decide, gist_of
from kg.model.actors import Reading
from kg.model.claims import Attestation, Claim, NameUse
from kg.model.text import Document

TEXT = "Minister Ana Brekk spoke of the suspect Olo Varn. Ana Brekk left."


def _reading(key: str, *claims: Claim) -> Reading:
    return Reading(Document(TEXT, key * 64, "note"), claims)


def _admitted(*readings: Reading) -> list[Reading]:
    by_key = {reading.document.key: reading for reading in readings}
    decided = decide(Gists(map(gist_of, readings)), by_key.__getitem__)
    return [decided.admitted(reading) for reading in readings]


def _named(name: str, key: str = "a") -> NameUse:
    at = TEXT.index(name)
    evidence = (Document(TEXT, key * 64, "note").evidence(at, at + len(name)),)
    return NameUse(kind="person", name=name, evidence=evidence, rule="person.given-name")


def _post(name: str, key: str = "a") -> Attestation:
    evidence = (Document(TEXT, key * 64, "note").evidence(0, 8 + 1 + len(name)),)
    rule = "post.title-name/bare"
    return Attestation(person=name, role="Minister", organisation=None, title="Minister", evidence=evidence, rule=rule)


def test_a_suspect_is_left_out_and_the_minister_stays() -> None:
    (reading,) = _admitted(_reading("a", _named("Ana Brekk"), _named("Olo Varn"), _post("Ana Brekk")))

    assert [claim.name for claim in reading.claims if isinstance(claim, NameUse)] == ["Ana Brekk"]


def test_an_official_known_from_another_document_stays() -> None:
    readings = [_reading("a", _named("Ana Brekk")), _reading("b", _post("Ana Brekk", "b"))]

    assert [len(reading.claims) for reading in _admitted(*readings)] == [1, 1]


def test_without_any_role_nobody_stays() -> None:
    assert _admitted(_reading("a", _named("Ana Brekk"), _named("Olo Varn")))[0].claims == ()
