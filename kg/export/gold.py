"""The claims of one document in the gold format of the annotated corpus (its GUIDE.md), words and all.

The words of the format (current, head of delegation) come from the vocabularies, as ``ct:goldTerm``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.vocabulary import gold_term

_TAKES_PART = ("present", "represented")

Row = dict[str, Any]


def gold(document: Document, claims: Iterable[Claim]) -> Row:
    """One object for a document, ``id`` its name without ending; each row has ``evidence``, ``rule`` and ``tier``."""
    rows: dict[str, list[Row]] = {
        "people": [],
        "organisations": [],
        "posts": [],
        "events": [],
        "participations": [],
        "non_participations": [],
        "relations": [],
    }
    for claim in claims:
        table, row = _row(claim)
        rows[table].append(row | _said(claim))
    about = {
        "id": _identifier(document.name),
        "publisher": document.publisher,
        "published": _date(document.published),
        "sha256": document.sha256,
    }
    return about | rows


def _identifier(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.rpartition(".")[0] or last


def _row(claim: Claim) -> tuple[str, Row]:
    match claim:
        case NameUse():
            return _name(claim)
        case Attestation():
            return "posts", _post(claim)
        case MeetingReport():
            return "events", _event(claim)
        case Participation():
            return _participation(claim)
        case BodyRelation():
            return "relations", _counted(
                {
                    "subject": claim.subject,
                    "predicate": gold_term("relation", claim.predicate),
                    "object": claim.object,
                },
                claim.count,
            )
        case _:
            raise TypeError(f"no gold row for {type(claim).__name__}")


def _name(claim: NameUse) -> tuple[str, Row]:
    if claim.kind == "person":
        return "people", {"name": claim.name, "honorific": claim.honorific, "also": list(claim.also)}
    row: Row = {"name": claim.name, "acronym": claim.acronym, "also": list(claim.also)}
    return "organisations", row | ({"state": True} if claim.kind == "state" else {})


def _post(claim: Attestation) -> Row:
    row: Row = {
        "person": claim.person,
        "role": claim.role,
        "organisation": claim.organisation,
        "title": claim.title,
        "status": gold_term("status", claim.status),
    }
    return row | _given({"start": _date(claim.start), "end": _date(claim.end)})


def _event(claim: MeetingReport) -> Row:
    row: Row = {
        "id": claim.meeting,
        "name": claim.name,
        "also": list(claim.also),
        "kind": gold_term("meeting-kind", claim.kind),
        "ordinal": claim.ordinal,
        "date": _date(claim.start),
        "end": _date(claim.end),
        "place": claim.place,
    }
    return row | ({} if claim.state == "held" else {"state": gold_term("meeting-state", claim.state)})


def _participation(claim: Participation) -> tuple[str, Row]:
    about: Row = {"event": claim.meeting, "agent": claim.agent}
    if claim.presence not in _TAKES_PART:
        return "non_participations", _counted(about | {"presence": gold_term("presence", claim.presence)}, claim.count)
    return "participations", _counted(about | {"role": gold_term("role", claim.role)}, claim.count)


def _counted(row: Row, count: int | None) -> Row:
    return row | _given({"count": count})


def _given(row: Mapping[str, object]) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def _said(claim: Claim) -> Row:
    evidence = [{"start": e.span.start, "end": e.span.end, "quote": e.quotation} for e in claim.evidence]
    return {"evidence": evidence, "rule": claim.rule, "tier": str(claim.tier)}


def _date(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)
