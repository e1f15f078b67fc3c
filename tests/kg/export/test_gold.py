"""Claims in the gold format: the sample's annotation, made into claims, comes out as it went in."""

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.export import gold
from kg.model.actors import Reading
from kg.model.claims import Attestation, BodyRelation, Participation
from kg.model.dates import PartialDate

TABLES = ("people", "organisations", "posts", "events", "participations", "non_participations", "relations")
KEPT = {
    "people": ("name", "honorific", "also"),
    "organisations": ("name", "acronym", "also", "state"),
    "posts": ("person", "role", "organisation", "title", "status"),
    "events": ("id", "name", "also", "kind", "ordinal", "date", "end", "place", "state"),
    "participations": ("event", "agent", "role", "count"),
    "non_participations": ("event", "agent", "presence"),
    "relations": ("subject", "predicate", "object", "count"),
}


def rows(found: dict[str, Any], table: str) -> list[dict[str, Any]]:
    kept = [{key: row[key] for key in KEPT[table] if row.get(key) not in (None, [])} for row in found.get(table, [])]
    return sorted(kept, key=json.dumps)


def test_the_sample_comes_out_as_it_is_annotated(readings: list[Reading], top: Path) -> None:
    for reading in readings:
        expected = json.loads(
            (top / "kg" / "sample" / "gold" / f"{reading.document.name}.gold.json").read_text("utf-8")
        )
        found = gold(*reading)
        for table in TABLES:
            assert rows(found, table) == rows(expected, table), reading.document.name
        assert found["id"] == expected["id"]
        assert found["published"] == expected["published"]


def test_every_row_carries_its_words_its_rule_and_its_tier(readings: list[Reading]) -> None:
    for reading in readings:
        found = gold(*reading)
        for row in (row for table in TABLES for row in found[table]):
            assert row["rule"].startswith("test.")
            assert row["tier"] == "asserted"
            assert all(reading.document.text[e["start"] : e["end"]] == e["quote"] for e in row["evidence"])


@pytest.fixture
def found(making: ModuleType) -> dict[str, Any]:
    note = making.Note("one", name="letters/note.meta.txt", publisher="The Harbour Office", published="2020-12")
    note.body("Kenya", kind="state").body("Harbour Office", acronym="HO")
    note.says(
        Attestation,
        person="Ada Lindqvist",
        role="Director",
        organisation=None,
        title="Director",
        status="designate",
        start=PartialDate(2021, 3),
    )
    note.meeting("Harbour Day", state="planned", start="2021")
    note.says(Participation, meeting="e1", agent="Kenya", role="head-of-delegation", presence="represented", count=3)
    note.says(Participation, meeting="e1", agent="Ada Lindqvist", role="participant", presence="invited")
    note.says(BodyRelation, subject="Harbour Office", predicate="coordinates", object="Kenya", count=36)
    return gold(*note.reading)


def test_the_words_of_the_format(found: dict[str, Any]) -> None:
    assert (found["id"], found["publisher"], found["published"]) == ("note.meta", "The Harbour Office", "2020-12")
    (post,) = found["posts"]
    assert (post["status"], post["organisation"], post["start"]) == ("designate", None, "2021-03")
    (event,) = found["events"]
    assert (event["state"], event["date"], event["end"], event["ordinal"]) == ("planned", "2021", None, None)
    (took_part,) = found["participations"]
    assert (took_part["role"], took_part["count"]) == ("head of delegation", 3)
    (relation,) = found["relations"]
    assert (relation["predicate"], relation["count"]) == ("coordinates", 36)


def test_who_did_not_take_part_stands_apart(found: dict[str, Any]) -> None:
    (row,) = found["non_participations"]
    assert (row["event"], row["agent"], row["presence"]) == ("e1", "Ada Lindqvist", "invited")
    assert "role" not in row


def test_states_are_marked_and_what_is_missing_stays_null(found: dict[str, Any]) -> None:
    kenya, office = found["organisations"]
    assert kenya["state"] is True
    assert kenya["acronym"] is None
    assert "state" not in office
