"""Readings for tests: the annotated sample as claims, so that no test here depends on how well documents are read.

Each row of a gold file becomes a claim whose words are found in the document. Rows whose words cannot be found are
left out, as are optional rows.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from kg.identity import resolve
from kg.iris import Base
from kg.model.actors import Reading
from kg.model.claims import Attestation, BodyRelation, Claim, MeetingReport, NameUse, Participation
from kg.model.dates import PartialDate
from kg.model.text import Document, Evidence
from kg.rdf import attested, derived_graph, document_graph, entity_graph, in_graph
from kg.store import start_folder, write_version
from kg.vocabulary import concepts

Row = dict[str, Any]


def from_gold(scheme: str, word: str) -> str:
    """The notation that a word of the gold format stands for; the way back from :func:`kg.vocabulary.gold_term`."""
    return next(found.notation for found in concepts(scheme).values() if found.gold == word)


class Note:
    """A document in the making: its claims all rest on its whole text."""

    def __init__(self, text: str, **known: Any) -> None:
        self.document = document(text, **known)
        self.claims: list[Claim] = []

    def says(self, claim: type[Claim], /, **values: Any) -> "Note":
        evidence = (self.document.evidence(0, len(self.document.text)),)
        self.claims.append(claim(**({"evidence": evidence, "rule": "test"} | values)))
        return self

    def person(self, name: str, **values: Any) -> "Note":
        return self.says(NameUse, kind="person", name=name, **values)

    def body(self, name: str, kind: str = "organisation", **values: Any) -> "Note":
        return self.says(NameUse, kind=kind, name=name, **values)

    def meeting(self, name: str, number: str = "e1", start: str | None = None, **values: Any) -> "Note":
        date = PartialDate.parse(start) if start else None
        return self.says(MeetingReport, meeting=number, name=name, kind="meeting", start=date, **values)

    def attends(self, agent: str, number: str = "e1") -> "Note":
        return self.says(Participation, meeting=number, agent=agent, role="participant")

    @property
    def reading(self) -> Reading:
        return Reading(self.document, tuple(self.claims))


def write_graph(folder: Path, readings: list[Reading], base: Base | None = None) -> Path:
    """A version of a graph of these readings, unpublished: what questions are asked of."""
    actors = resolve(readings, base)
    lines = [
        *in_graph(entity_graph(actors), actors.base.entities),
        *in_graph(derived_graph(attested(readings, actors), actors), actors.base.derived),
    ]
    for of, claims in readings:
        lines += in_graph(document_graph(of, claims, actors), actors.base.graph(of.key))
    start_folder(folder)
    return write_version(folder, "0" * 16, sorted(lines))


def document(text: str, name: str = "note", **known: Any) -> Document:
    """A document of this text; its key is the hash of it."""
    if isinstance(known.get("published"), str):
        known["published"] = PartialDate.parse(known["published"])
    return Document(text, hashlib.sha256(text.encode()).hexdigest(), name, **known)


def words(of: Document, quote: str, nth: int = 0) -> Evidence:
    """The words of a document, by quoting them (the nth time they occur)."""
    found = [match.start() for match in re.finditer(re.escape(quote), of.text)]
    return of.evidence(found[nth], found[nth] + len(quote), quote)


def read_gold(folder: Path) -> list[Reading]:
    """Every document of a folder with its annotation, as a reading."""
    return [
        from_annotation(path.read_text("utf-8"), json.loads((folder / "gold" / f"{path.stem}.gold.json").read_text()))
        for path in sorted(folder.glob("*.txt"))
        if (folder / "gold" / f"{path.stem}.gold.json").exists()
    ]


def from_annotation(text: str, gold: Row) -> Reading:
    """A document and its annotation as a reading."""
    lines = (line.strip() for line in text.splitlines())
    of = document(text, gold["id"], title=next(filter(None, lines)), published=gold.get("published"), language="en")
    return Reading(of, tuple(_claims(of, gold)))


def _claims(of: Document, gold: Row) -> list[Claim]:
    claims: list[Claim] = []
    for kind, rows in (("person", gold["people"]), ("organisation", gold["organisations"])):
        for row in rows:
            name_use = NameUse(
                kind="state" if row.get("state") else kind,
                name=row["name"],
                honorific=row.get("honorific"),
                acronym=row.get("acronym"),
                also=tuple(row.get("also", ())),
                **_said(of, "name", row["name"]),
            )
            claims.append(name_use)
    claims += [_meeting(of, row) for row in gold["events"]]
    claims += [_post(of, row, _day_of(row["person"], gold)) for row in gold["posts"]]
    names = {row["id"]: row["name"] for row in gold["events"]}
    for row in [*gold["participations"], *gold.get("non_participations", ())]:
        claims.append(
            Participation(
                meeting=row["event"],
                agent=row["agent"],
                role=from_gold("role", row.get("role", "participant")),
                presence=from_gold("presence", row.get("presence", "present")),
                count=row.get("count"),
                **_said(of, "participation", row["agent"], names[row["event"]]),
            )
        )
    for row in gold.get("relations", ()):
        claims.append(
            BodyRelation(
                subject=row["subject"],
                predicate=from_gold("relation", row["predicate"]),
                object=row["object"],
                count=row.get("count"),
                **_said(of, "relation", row["subject"], row["object"]),
            )
        )
    return claims


def _meeting(of: Document, row: Row) -> MeetingReport:
    return MeetingReport(
        meeting=row["id"],
        name=row["name"],
        kind=from_gold("meeting-kind", row["kind"]),
        also=tuple(row.get("also", ())),
        ordinal=row["ordinal"],
        start=_date(row["date"]),
        end=_date(row["end"]),
        place=row["place"],
        state=row.get("state", "held"),
        **_said(of, "meeting", row["name"]),
    )


def _day_of(person: str, gold: Row) -> PartialDate | None:
    """The day of the one meeting at which an annotation has somebody: the day on which they held their posts."""
    there = {row["event"] for row in gold["participations"] if row["agent"] == person}
    days = {row["date"] for row in gold["events"] if row["id"] in there and row["date"] and not row.get("state")}
    return _date(days.pop()) if len(days) == 1 else None


def _post(of: Document, row: Row, day: PartialDate | None) -> Attestation:
    return Attestation(
        person=row["person"],
        role=row["role"],
        organisation=row["organisation"],
        title=row["title"],
        status=from_gold("status", row["status"]),
        attested_on=day if row["status"] == "current" else None,
        **_said(of, "post", row["title"], row["person"]),
    )


def _date(printed: str | None) -> PartialDate | None:
    return PartialDate.parse(printed) if printed else None


def _said(of: Document, rule: str, *quotes: str) -> dict[str, Any]:
    """The first of each of these words in the text; where none of them stands there literally, the title."""
    spans = [(at, at + len(quote)) for quote in quotes if (at := of.text.find(quote)) >= 0]
    if not spans:
        title = of.title or ""
        spans = [(of.text.index(title), of.text.index(title) + len(title))]
    return {"evidence": tuple(of.evidence(*span) for span in dict.fromkeys(spans)), "rule": f"test.{rule}"}
