"""The gate of a build: what it refuses is kept apart, can be seen, and gets in once it is put right."""

from pathlib import Path

import pytest

from kg.api import open as open_graph
from kg.iris import Base
from kg.ledger import Ledger
from kg.model.claims import MeetingReport
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.pipeline import build

TEXT = "The Northern League held its Safety Dialogue in Nordhavn on 6 May 2031."
GOOD = "NORDHAVN, 7 May 2031\n\nMs Ada Lindqvist, Director of the Safety Office, chaired the Safety Dialogue.\n"


def report(document: Document, start: PartialDate, state: str = "held") -> MeetingReport:
    span = TEXT.index("Safety"), TEXT.index(" in Nordhavn")
    return MeetingReport(
        meeting="e1", name="Safety Dialogue", kind="dialogue", state=state, start=start, end=start, rule="test",
        evidence=(document.evidence(*span),),
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph of one good document."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    build([tmp_path / "good.txt"], tmp_path / "graph")
    return tmp_path / "graph"


def keep(folder: Path, start: PartialDate, state: str = "held") -> Document:
    document = Document(TEXT, "e" * 64, "early.txt", published=PartialDate(2031, 5, 5))
    with Ledger(folder) as ledger:
        ledger.keep(document, (report(document, start, state),), place="early")
    return document


def test_what_is_refused_is_a_graph_of_its_own_with_its_report(folder: Path) -> None:
    document = keep(folder, PartialDate(2031, 5, 6))
    summary = build([folder.parent / "good.txt"], folder)
    (refused,) = summary.set_aside
    assert refused.document == "early.txt"
    assert "held to begin on the day of its document or before" in refused.reason
    assert "in “Safety Dialogue”" in refused.reason
    with open_graph(folder) as graph:
        (held,) = graph.quarantine()
        assert held["document"] == Base().document(document.key)
        assert [each["words"] for each in held["report"]["violations"]] == ["Safety Dialogue"]
        assert {line.rsplit(" ", 2)[1] for line in held["quads"]} == {f"<{Base().quarantine}>"}
        assert any(line.startswith(f"<{held['document']}> ") for line in held["quads"])
        assert graph.query(f"ASK {{ GRAPH ?g {{ <{held['document']}> ?p ?o }} }}").body.endswith(b"false}")


def test_what_is_put_right_gets_in(folder: Path) -> None:
    keep(folder, PartialDate(2031, 5, 6))
    assert build([folder.parent / "good.txt"], folder).exit_code == 3
    keep(folder, PartialDate(2031, 5, 6), "planned")
    assert build([folder.parent / "good.txt"], folder).exit_code == 0
    with open_graph(folder) as graph:
        assert graph.quarantine() == []
        assert graph.set_aside() == ()
        assert len(graph.documents()) == 2
        assert graph.validate().conforms


def test_words_that_do_not_stand_in_the_text_are_refused_on_load(folder: Path) -> None:
    document = keep(folder, PartialDate(2031, 5, 5))
    with Ledger(folder) as ledger:  # a ledger that was edited by hand: the words are no longer those of the text
        ledger._file._database.execute(
            "UPDATE readings SET text = replace(text, 'Safety', 'Sanity'), content = 'edited' WHERE name = 'early.txt'"
        )
    refused = build([folder.parent / "good.txt"], folder).set_aside
    assert [each.document for each in refused if "found others" in each.reason] == ["early.txt"]
    with open_graph(folder) as graph:
        held = {each["document"]: each["report"] for each in graph.quarantine()}
        (found,) = held[Base().document(document.key)]["violations"]
        assert found["component"].endswith("/EvidenceConstraintComponent")
        assert found["value"] == '"Safety Dialogue"'
