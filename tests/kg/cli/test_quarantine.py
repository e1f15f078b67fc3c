"""``kg show --quarantine``: what is not in the graph, why, and the graph it would have been."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.ledger import Ledger
from kg.model.claims import MeetingReport
from kg.model.dates import PartialDate
from kg.model.text import Document
from kg.pipeline import build

TEXT = "The Northern League held its Safety Dialogue in Nordhavn on 6 May 2031."
GOOD = "NORDHAVN, 7 May 2031\n\nMs Ada Lindqvist, Director of the Safety Office, chaired the Safety Dialogue.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph of one good document, and one in its ledger that reports a meeting of the day after."""
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    build([tmp_path / "good.txt"], tmp_path / "graph")
    document = Document(TEXT, "e" * 64, "early.txt", published=PartialDate(2031, 5, 5))
    day = PartialDate(2031, 5, 6)
    words = document.evidence(TEXT.index("Safety"), TEXT.index(" in Nordhavn"))
    held = MeetingReport(
        meeting="e1", name="Safety Dialogue", kind="dialogue", start=day, end=day, rule="test", evidence=(words,)
    )
    with Ledger(tmp_path / "graph") as ledger:
        ledger.keep(document, (held,), place="early")
    return tmp_path / "graph"


def test_the_quarantine_is_shown(kg: Any, folder: Path) -> None:
    assert kg("show", "--quarantine", "--graph", folder).out.startswith("nothing is set aside")
    build([folder.parent / "good.txt"], folder)
    shown = kg("show", "--quarantine", "--graph", folder)
    assert shown.code == 0
    assert "set aside: early.txt: refused by the shapes: " in shown.out
    assert "“Safety Dialogue”" in shown.out
    plain = json.loads(kg("show", "--quarantine", "--format", "json", "--graph", folder).out)
    assert [each["document"] for each in plain["set_aside"]] == ["early.txt"]
    quads = kg("show", "--quarantine", "--format", "nquads", "--graph", folder).out
    assert quads == "".join(plain["quarantine"][0]["quads"])
    assert plain["quarantine"][0]["document"] in quads


@pytest.mark.parametrize("call", [["show"], ["show", "--quarantine", "Ada"], ["show", "Ada", "--format", "nquads"]])
def test_either_a_name_or_the_quarantine(kg: Any, folder: Path, call: list[str]) -> None:
    ended = kg(*call, "--graph", folder)
    assert ended.code == 2
    assert "--quarantine" in ended.err
