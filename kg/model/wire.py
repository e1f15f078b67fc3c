"""Values ⇄ plain JSON, for the ledger and the worker processes. No pickles."""

import hashlib
import json
from dataclasses import MISSING, Field, fields
from typing import Any

from kg.errors import ClaimError
from kg.model.claims import KINDS, Claim, Tier
from kg.model.dates import PartialDate
from kg.model.explanations import Explanation, Mark, ReadBlock, ReadSentence, Unread
from kg.model.text import Document, Evidence, Part, Span, Stretch

_DATES = {"published", "start", "end", "attested_on"}


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate | Tier):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def claim_to_plain(claim: Claim) -> dict[str, Any]:
    """A claim as JSON values; fields that are None or empty are left out."""
    plain: dict[str, Any] = {"kind_of_claim": type(claim).__name__}
    for field in fields(claim):
        value = getattr(claim, field.name)
        if field.name == "evidence":
            plain["evidence"] = [[e.span.start, e.span.end, e.quotation] for e in value]
        elif value not in (None, ()):
            plain[field.name] = _plain(value)
    return plain


def _may_be_left_out(field: "Field[Any]") -> bool:
    """True of what must be said where a claim is made, even if it is None (the body of an attestation)."""
    return field.default is MISSING and field.default_factory is MISSING and "None" in str(field.type)


def claim_from_plain(plain: dict[str, Any], document: str) -> Claim:
    """The claim that :func:`claim_to_plain` wrote, as said by ``document`` (a key); raises ``ClaimError``."""
    values = dict(plain)
    name = values.pop("kind_of_claim", None)
    if name not in KINDS:
        raise ClaimError(f"expected a kind of claim ({', '.join(sorted(KINDS))}), found {name!r}")
    evidence = tuple(Evidence(document, Span(s, e), quotation) for s, e, quotation in values.pop("evidence"))
    values = {field.name: None for field in fields(KINDS[name]) if _may_be_left_out(field)} | values
    for key, value in values.items():
        if key in _DATES:
            values[key] = PartialDate.parse(value)
        elif key == "tier":
            values[key] = Tier(value)
        elif isinstance(value, list):
            values[key] = tuple(value)
    return KINDS[name](evidence=evidence, **values)


def claim_key(claim: Claim) -> str:
    """A hash of what is said and by which words (16 hex digits): the same claim, the same key.

    Rule and tier are left out, so that a better-measured rule does not rename what it reads.
    """
    plain = claim_to_plain(claim) | {"document": claim.document, "rule": "", "tier": ""}
    canonical = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def document_to_plain(document: Document) -> dict[str, Any]:
    """A document as JSON values, its text included."""
    plain = {
        field.name: _plain(value)
        for field in fields(document)
        if (value := getattr(document, field.name)) not in (None, ())
    }
    if document.parts:
        plain["parts"] = [[part.start, part.name] for part in document.parts]
    if document.foreign:
        plain["foreign"] = [[each.start, each.end, each.language] for each in document.foreign]
    return plain


def document_from_plain(plain: dict[str, Any]) -> Document:
    """The document that :func:`document_to_plain` wrote."""
    values: dict[str, Any] = {key: PartialDate.parse(value) if key in _DATES else value for key, value in plain.items()}
    values["parts"] = tuple(Part(*part) for part in plain.get("parts", ()))
    values["foreign"] = tuple(Stretch(*each) for each in plain.get("foreign", ()))
    return Document(**values)


def explanation_to_plain(explanation: Explanation) -> dict[str, Any]:
    """How a document was read as JSON values; values that are None or empty are left out."""
    return {
        "document": document_to_plain(explanation.document),
        "blocks": [
            _given(block, "kind", "start", "end")
            | {"sentences": [_sentence_to_plain(read) for read in block.sentences]}
            for block in explanation.blocks
        ],
    }


def _sentence_to_plain(read: ReadSentence) -> dict[str, Any]:
    plain = _given(read, "start", "end")
    plain["marks"] = [_given(mark, "start", "end", "kind", "means", "rule") for mark in read.marks]
    plain["claims"] = [claim_to_plain(claim) for claim in read.claims]
    return plain | ({"unread": read.unread.to_plain()} if read.unread else {})


def _given(value: object, *names: str) -> dict[str, Any]:
    return {name: found for name in names if (found := getattr(value, name)) is not None}


def explanation_from_plain(plain: dict[str, Any]) -> Explanation:
    """What :func:`explanation_to_plain` wrote."""
    document = document_from_plain(plain["document"])
    return Explanation(
        document,
        tuple(
            ReadBlock(
                block["kind"],
                block["start"],
                block["end"],
                tuple(_sentence_from_plain(read, document.key) for read in block["sentences"]),
            )
            for block in plain["blocks"]
        ),
    )


def _sentence_from_plain(plain: dict[str, Any], document: str) -> ReadSentence:
    return ReadSentence(
        plain["start"],
        plain["end"],
        tuple(Mark(**mark) for mark in plain["marks"]),
        tuple(claim_from_plain(claim, document) for claim in plain["claims"]),
        Unread(**plain["unread"]) if "unread" in plain else None,
    )
