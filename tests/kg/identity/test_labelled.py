"""The labelled pairs: nothing that may be two is merged by itself, and nearly all that is one is."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from kg.identity import resolve
from kg.identity.names import rows
from kg.iris import fold
from kg.loaders import load
from kg.model.actors import Actors, Reading
from kg.model.claims import Attestation, MeetingReport
from kg.model.dates import PartialDate
from kg.resources import sample

FOLDER = Path(__file__).parent / "labelled"
RECALL = 0.95


class Side(NamedTuple):
    """One name of a pair, and the document that prints it."""

    name: str
    reading: Reading


class Pair(NamedTuple):
    kind: str
    left: Side
    right: Side
    verdict: str
    why: str


def _said(cell: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in cell.split("; ")) if cell else {}


class Library:
    """Makes a document for each side of a constructed pair; finds the annotated ones."""

    def __init__(self, making: ModuleType) -> None:
        self._making, self._numbers = making, itertools.count()
        self._corpus: dict[str, Reading] = {}

    def pairs(self, table: str) -> Iterator[Pair]:
        for row in rows(FOLDER / table):
            sides = (
                Side(row[side], self._side(row["kind"], row[side], _said(row[f"{side}_said"])))
                for side in ("left", "right")
            )
            yield Pair(row["kind"], *sides, row["verdict"], row["why"])

    def _side(self, kind: str, name: str, said: dict[str, str]) -> Reading:
        if "document" in said:
            return self._annotated(said["document"])
        note = self._making.Note(
            f"Document {next(self._numbers)}: {name}.", published=said.get("published", "2015-06-01")
        )
        return getattr(self, f"_{kind}")(note, name, said).reading

    def _annotated(self, number: str) -> Reading:
        """An annotated document, whatever its format, as a reading."""
        if number not in self._corpus:
            folder = sample() if number.startswith("s") else FOLDER.parents[2] / "corpus"
            (path,) = (path for path in folder.glob(f"{number}-*") if path.is_file())
            gold = json.loads((folder / "gold" / f"{path.stem}.gold.json").read_text("utf-8"))
            text = load(path.read_bytes(), path.name).text
            self._corpus[number] = self._making.from_annotation(text, gold)
        return self._corpus[number]

    def _person(self, note: Any, name: str, said: dict[str, str]) -> Any:
        note.person(name, honorific=said.get("honorific"))
        if post := said.get("post"):
            role, body = post.split(" @ ")
            note.says(Attestation, person=name, role=role, organisation=body, title=role)
        return note

    def _body(self, note: Any, name: str, said: dict[str, str]) -> Any:
        return note.body(name, acronym=said.get("acronym"))

    def _post(self, note: Any, name: str, said: dict[str, str]) -> Any:
        note.person("Ana Brekk")
        return note.says(Attestation, person="Ana Brekk", role=name, organisation=said.get("at") or None, title=name)

    def _meeting(self, note: Any, name: str, said: dict[str, str]) -> Any:
        ordinal = int(said["ordinal"]) if "ordinal" in said else None
        start = PartialDate.parse(said["start"]) if "start" in said else None
        note.says(MeetingReport, meeting="e1", name=name, kind=said["kind"], ordinal=ordinal, start=start)
        for party in filter(None, said.get("parties", "").split("|")):
            note.body(party).attends(party)
        return note

    _series = _meeting


def _iri(actors: Actors, kind: str, side: Side) -> str | None:
    document, claims = side.reading
    match kind:
        case "person":
            return actors.person(document.key, side.name)
        case "body":
            return actors.body(document.key, side.name)
        case "post":
            (claim,) = [claim for claim in claims if isinstance(claim, Attestation)]
            return actors.post(document.key, claim.organisation, claim.role)
    (number,) = {c.meeting for c in claims if isinstance(c, MeetingReport) and fold(c.name) == fold(side.name)}
    meeting = actors.meetings[actors.meeting(document.key, number)]
    return meeting.iri if kind == "meeting" else meeting.series


@pytest.fixture(scope="module")
def library(making: ModuleType) -> Library:
    return Library(making)


def _merged(pair: Pair, actors: Actors | None = None) -> bool:
    actors = actors or resolve({side.reading.document.key: side.reading for side in (pair.left, pair.right)}.values())
    left, right = (_iri(actors, pair.kind, side) for side in (pair.left, pair.right))
    return left is not None and left == right


@pytest.mark.parametrize("table", ["negatives.tsv", "corpus.tsv"])
def test_nothing_is_merged_that_may_be_two(library: Library, table: str) -> None:
    pairs = [pair for pair in library.pairs(table) if pair.verdict != "same"]
    assert [(pair.kind, pair.left.name, pair.right.name, pair.why) for pair in pairs if _merged(pair)] == []


def test_the_set_is_as_large_as_it_must_be(library: Library) -> None:
    assert sum(pair.verdict == "same" for pair in library.pairs("positives.tsv")) >= 300
    assert sum(pair.verdict != "same" for pair in library.pairs("negatives.tsv")) >= 1000


def test_nothing_is_merged_that_may_be_two_when_all_documents_stand_together(library: Library) -> None:
    pairs = [pair for table in ("negatives.tsv", "positives.tsv", "corpus.tsv") for pair in library.pairs(table)]
    readings = {side.reading.document.key: side.reading for pair in pairs for side in (pair.left, pair.right)}
    actors = resolve(readings.values())
    wrong = [pair for pair in pairs if pair.verdict != "same" and _merged(pair, actors)]
    assert [(pair.kind, pair.left.name, pair.right.name, pair.why) for pair in wrong] == []


def test_nearly_all_that_is_one_is_merged(library: Library) -> None:
    annotated = list(library.pairs("corpus.tsv"))
    together = resolve(
        {s.reading.document.key: s.reading for pair in annotated for s in (pair.left, pair.right)}.values()
    )
    found = [(pair, _merged(pair)) for pair in library.pairs("positives.tsv")]
    found += [(pair, _merged(pair, together)) for pair in annotated if pair.verdict == "same"]
    missed = [(pair.kind, pair.left.name, pair.right.name, pair.why) for pair, merged in found if not merged]
    assert 1 - len(missed) / len(found) >= RECALL, missed


def test_most_people_that_are_one_and_not_merged_are_proposed(library: Library) -> None:
    missed = [pair for pair in library.pairs("positives.tsv") if pair.kind == "person" and not _merged(pair)]
    for pair in missed:
        actors = resolve([pair.left.reading, pair.right.reading])
        sides = {_iri(actors, "person", side) for side in (pair.left, pair.right)}
        assert any({each.left_iri, each.right_iri} == sides for each in actors.proposals), pair.left.name
