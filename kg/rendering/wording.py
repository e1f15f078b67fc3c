"""A claim in words: what kind it is, and what it says."""

from collections.abc import Iterable, Mapping

from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.vocabulary import gold_term

_NAMES = {"person": "person", "organisation": "body", "state": "state"}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def meeting_names(claims: Iterable[Claim]) -> dict[str, str]:
    """The name of each meeting by its number in the document."""
    return {claim.meeting: claim.name for claim in claims if isinstance(claim, MeetingReport)}


def in_words(claim: Claim, meetings: Mapping[str, str]) -> tuple[str, str]:
    """The kind of a claim and what it says: ``("post", "Anna Ilvesoo: Director, Tide Council")``."""
    match claim:
        case NameUse():
            return _NAMES.get(claim.kind, claim.kind), _name(claim)
        case MeetingReport():
            return "meeting", _meeting(claim)
        case Attestation():
            return "post", _post(claim)
        case Participation():
            return "part", _part(claim, meetings)
        case BodyRelation():
            return "relation", _relation(claim)
        case _:
            raise TypeError(f"no words for {type(claim).__name__}")


def quotations(claim: Claim) -> list[str]:
    """The words of a claim, unless they stand together where it says them: a name, a title beside its bearer."""
    shown = isinstance(claim, Participation | BodyRelation) or (
        not isinstance(claim, NameUse) and len(claim.evidence) > 1
    )
    return [words.quotation for words in claim.evidence] if shown else []


def counted(number: int, noun: str, many: str | None = None) -> str:
    """``1 claim``, ``2,000 claims``, ``2 copies``."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"


def issue(document: Document) -> str:
    """When a document was issued, and how that is known."""
    if document.published is None:
        return "no date of issue"
    return f"issued {document.published}" + (f" ({document.published_from})" if document.published_from else "")


def _name(claim: NameUse) -> str:
    beside = ", ".join(filter(None, (claim.honorific, claim.acronym)))
    also = f"; also {', '.join(claim.also)}" if claim.also else ""
    return f"{claim.name}{f' ({beside})' if beside else ''}{also}"


def _meeting(claim: MeetingReport) -> str:
    days = "–".join(str(day) for day in (claim.start, claim.end) if day)
    facts = [
        claim.kind,
        *([_ordinal(claim.ordinal)] if claim.ordinal is not None else []),
        f"{claim.state} {days or 'without a date'}",
        *([f"in {claim.place}"] if claim.place else []),
    ]
    also = f"; also {', '.join(claim.also)}" if claim.also else ""
    return f"{claim.meeting} “{claim.name}”: {', '.join(facts)}{also}"


def _post(claim: Attestation) -> str:
    body = f", {claim.organisation}" if claim.organisation else ", no body"
    status = f" ({claim.status})" if claim.status != "substantive" else ""
    return f"{claim.person}: {claim.role}{body}{status}{_term(claim.start, claim.end)}"


def _term(start: PartialDate | None, end: PartialDate | None) -> str:
    return "".join(f" {word} {day}" for word, day in (("from", start), ("until", end)) if day)


def _part(claim: Participation, meetings: Mapping[str, str]) -> str:
    who = f"{claim.count} of {claim.agent}" if claim.count is not None else claim.agent
    role = gold_term("role", claim.role)
    what = role if claim.presence == "present" else f"{role} ({claim.presence})"
    name = meetings.get(claim.meeting)
    return f"{who}: {what}, {claim.meeting}{f' “{name}”' if name else ''}"


def _relation(claim: BodyRelation) -> str:
    whom = f"{claim.count} of {claim.object}" if claim.count is not None else claim.object
    return f"{claim.subject} {gold_term('relation', claim.predicate)} {whom}"


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else _SUFFIXES.get(number % 10, "th")
    return f"{number}{suffix}"
