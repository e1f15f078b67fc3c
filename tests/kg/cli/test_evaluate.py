"""`kg evaluate`: tables, JSON, CSV, errors, halves and the ratchet; and the report of `kg build`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def sample(top: Path) -> Path:
    """The annotated sample."""
    return top / "kg" / "sample"


def test_a_table_for_people(kg: Any, sample: Path) -> None:
    ended = kg("evaluate", sample, "--bootstrap", "20")
    lines = ended.out.splitlines()

    assert (ended.code, ended.one_line()) == (0, "14 documents")
    assert lines[0].split()[:6] == ["layer", "gold", "system", "tp", "fp", "fn"]
    assert "95 % of f1" in lines[0]
    for beginning in ("people", "event date", "By publisher", "By document", "Unread"):
        assert any(line.startswith(beginning) for line in lines), beginning


def test_json_for_programs(kg: Any, sample: Path) -> None:
    plain = json.loads(kg("evaluate", sample, "--format", "json", "--quiet").out)

    people = plain["layers"]["people"]
    assert people["gold"] == people["tp"] + people["fn"]
    assert people["system"] == people["tp"] + people["fp"]
    assert set(plain["per_document"]["s07-third-dialogue-2020"]) == set(plain["layers"])
    assert {"rule", "right", "wrong", "lower", "tier", "measured"} <= set(plain["rules"][0])
    assert "errors" not in plain


def test_csv_has_a_line_a_figure(kg: Any, sample: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(kg("evaluate", sample, "--format", "csv").out)))
    figures = {(row["of"], row["layer"]): row for row in rows if row["of"] == "all"}
    posts = [row for row in rows if (row["of"], row["layer"]) == ("document", "posts")]

    assert len(posts) == 14
    assert sum(int(row["tp"]) for row in posts) == int(figures["all", "posts"]["tp"])
    assert {row["of"] for row in rows} == {"all", "publisher", "document", "rule"}


def test_errors_are_shown_with_their_words(kg: Any, sample: Path) -> None:
    plain = json.loads(kg("evaluate", sample, "--errors", "--format", "json").out)
    text = kg("evaluate", sample, "--errors").out
    table = list(csv.DictReader(io.StringIO(kg("evaluate", sample, "--errors", "--format", "csv").out)))

    assert len(table) == len(plain["errors"]) > 0
    marks = {"missed": "-", "added": "+", "differs": "~"}
    for row in plain["errors"]:
        assert f"  {marks[row['kind']]} {row['layer']}: {row['row']}" in text
    assert all(f"? {row['sign']} “{row['words']}”: {row['reason']}" in text for row in plain["unread"]["found"])


def test_halves_and_a_reading_without_bodies(kg: Any, sample: Path) -> None:
    def figures(*options: str) -> Any:
        return json.loads(kg("evaluate", sample, "--format", "json", *options).out)

    whole, a, b, bare = figures(), figures("--half", "a"), figures("--half", "b"), figures("--without-bodies")

    assert sorted([*a["per_document"], *b["per_document"]]) == sorted(whole["per_document"])
    assert any(row["rule"].startswith("body.known") for row in whole["rules"])
    assert not any(row["rule"].startswith("body.known") for row in bare["rules"])


def test_the_ratchet_is_written_and_then_kept(kg: Any, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "ratchet.tsv"
    assert kg("evaluate", sample, "--ratchet", file, "--write-ratchet").code == 0
    assert kg("evaluate", sample, "--ratchet", file, "--quiet").code == 0

    header, first, *rest = file.read_text(encoding="utf-8").splitlines()
    better = first.split("\t")
    better[header.split("\t").index("participations")] = "99/0/0"
    file.write_text("\n".join([header, "\t".join(better), *rest]), encoding="utf-8")
    ended = kg("evaluate", sample, "--ratchet", file, "--quiet")

    assert (ended.code, ended.out) == (1, "")
    assert "participations: F1" in ended.err


def test_calls_that_cannot_be_met(kg: Any, sample: Path, tmp_path: Path) -> None:
    assert (ended := kg("evaluate", sample, "--write-ratchet")).code == 2
    assert "--ratchet" in ended.one_line()
    ended = kg("evaluate", sample, "--ratchet", tmp_path / "none.tsv", "--quiet")
    assert (ended.code, "--write-ratchet" in ended.one_line()) == (2, True)
    ended = kg("evaluate", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert "expected documents" in ended.one_line()


def test_build_reports_what_was_unread(kg: Any, sample: Path, tmp_path: Path) -> None:
    ended = kg("build", sample, "--graph", tmp_path / "graph", "--report")
    again = kg("build", sample, "--graph", tmp_path / "graph", "--report", "--format", "json")
    unread = json.loads(again.out)["unread"]

    assert ended.out.count("\n  ? ") == len(unread) > 0
    assert all(f"“{' '.join(row['quote'].split())}”" in ended.out for row in unread)
