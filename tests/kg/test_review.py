"""Reviewing proposals: from keys, from a file of decisions, as JSON; the file that comes of it, and what it does."""

import io
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.cli import run
from kg.errors import UsageError
from kg.iris import Base
from kg.judging import beside, read_judgements
from kg.ledger import Ledger
from kg.model.claims import Attestation
from kg.model.judgements import Judgement, Judgements
from kg.publication import publish_what_follows
from kg.review import cases, record
from kg.store import hold_folder, open_current, quads

OFFICE = "Northern League Safety Office"


@pytest.fixture
def graph(making: ModuleType, tmp_path: Path) -> Path:
    """Ada Lindqvist, and a Lindqvist of the same post; Olo Varn and Olo Vern of two posts in one body."""
    folder = tmp_path / "graph"
    with hold_folder(folder), Ledger(folder, create=True) as ledger:
        for number, (name, role) in enumerate(
            [
                ("Ada Lindqvist", "Director"),
                ("Lindqvist", "Director"),
                ("Olo Varnen", "Clerk"),
                ("Olo Vernen", "Scribe"),
            ]
        ):
            note = making.Note(f"{number}. {name}, {role} of the {OFFICE}, spoke.", published=f"203{number}-02-03")
            note.says(Attestation, person=name, role=role, organisation=OFFICE, title=role)
            ledger.keep(*note.person(name).body(OFFICE).reading)
        publish_what_follows(folder, ledger, Base(), Judgements())
    return folder


def _officials(graph: Path) -> set[str]:
    with open_current(graph) as version:
        lines = [line for line in quads(version) if "/official/" in line.split()[0] and "foaf/0.1/name" in line]
    return {line.split('"')[1] for line in lines}


def _keys(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))


def test_a_case_shows_both_sides_with_their_words_and_what_would_change(graph: Path) -> None:
    one, other = cases(graph)
    assert {one.left.named.name, one.right.named.name} == {"Ada Lindqvist", "Lindqvist"}
    assert any(OFFICE in quote for _, _, quote in one.right.said)
    assert one.change == "1 document, 1 post of 'Ada Lindqvist' would be answered under 'Lindqvist'"
    assert other.proposal.rule == "people.misprint"


def test_keys_decide_one_case_after_the_other(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _officials(graph) == {"Ada Lindqvist", "Lindqvist", "Olo Varnen", "Olo Vernen"}
    _keys(monkeypatch, "y\nn\n")
    assert run(["review", "--graph", str(graph), "--who", "Ines Moll", "--why", "the list"]) == 0
    lines = read_judgements(beside(graph)).lines
    assert [(each.verdict, each.who, each.why) for each in lines] == [
        ("different", "Ines Moll", "the list"),
        ("same", "Ines Moll", "the list"),
    ]
    assert _officials(graph) == {"Ada Lindqvist", "Olo Varnen", "Olo Vernen"}
    assert cases(graph) == []


def test_undo_takes_the_last_decision_back(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keys(monkeypatch, "y\nundo\nn\nq\n")
    run(["review", "--graph", str(graph)])
    assert [each.verdict for each in read_judgements(beside(graph)).lines] == ["different"]
    assert len(cases(graph)) == 1


def test_unsure_waits_for_who_asks_for_all(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keys(monkeypatch, "u\ns\n")
    run(["review", "--graph", str(graph)])
    assert (len(cases(graph)), len(cases(graph, every=True))) == (1, 2)
    assert len(_officials(graph)) == 4


def test_the_proposals_as_json_decide_nothing(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "--graph", str(graph), "--format", "json"]) == 0
    (one, _) = json.loads(capsys.readouterr().out)
    assert {"kind", "rule", "left", "right", "change"} == set(one)
    assert one["left"]["words"][0]["quote"]
    assert not beside(graph).exists()


def test_proposals_are_written_to_a_file_decided_there_and_read_again(
    graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keys(monkeypatch, "")
    assert run(["review", "--graph", str(graph), "--output", str(tmp_path / "proposals.txt")]) == 0
    assert "1 of 2 · one person or two? (people.family-name)" in (tmp_path / "proposals.txt").read_text("utf-8")
    decided = tmp_path / "decided.tsv"
    assert run(["review", "--graph", str(graph), "--who", "Ines Moll", "--output", str(decided)]) == 0
    assert [each.verdict for each in read_judgements(decided).lines] == ["unsure", "unsure"]
    decided.write_text(decided.read_text("utf-8").replace("unsure", "same"), "utf-8")
    assert run(["review", "--graph", str(graph), "--decisions", str(decided)]) == 0
    assert _officials(graph) == {"Ada Lindqvist", "Olo Varnen"}


def _keep(making: ModuleType, folder: Path, *said: tuple[str, str, str, str]) -> Path:
    """A graph of releases, each naming a person, a title, a body and a numbered meeting."""
    with hold_folder(folder), Ledger(folder, create=True) as ledger:
        for number, (name, role, body, meeting) in enumerate(said):
            note = making.Note(f"{number}. {name}, {role} of {body}, at the {meeting}.", published=f"203{number}-02-03")
            note.person(name).body(body).meeting(meeting, start=f"203{number}-02-01", ordinal=number + 1)
            note.says(Attestation, person=name, role=role, organisation=body, title=role).attends(name)
            ledger.keep(*note.reading)
        publish_what_follows(folder, ledger, Base(), Judgements())
    return folder


def test_bodies_posts_and_series_are_proposed_with_who_comes_with_them(making: ModuleType, tmp_path: Path) -> None:
    folder = _keep(
        making,
        tmp_path / "graph",
        ("Ada Lindqvist", "Director", "Nordhavn Harbour Watch", "Nordhavn Talks on Harbours"),
        ("Ada Lindqvist", "Programme Director", "Nordhavn Harbour Watch", "Nordhavn Talks on Smuggling in Harbours"),
        ("Olo Varn", "Clerk", "Nordhavn Harbour and Coast Watch", "Talks on Fish"),
    )
    found = {case.proposal.kind: case for case in cases(folder)}
    assert {kind: case.proposal.rule for kind, case in found.items()} == {
        "body": "bodies.one-word-more",
        "post": "posts.same-holder",
        "series": "series.one-word-more",
    }
    assert found["body"].change == (
        "1 document, 1 post of 'Nordhavn Harbour and Coast Watch' would be answered under 'Nordhavn Harbour Watch', "
        "and with it Olo Varn"
    )
    assert "and with it Ada Lindqvist" in found["post"].change
    assert any("Ada Lindqvist" in quote for _, _, quote in found["series"].left.said)
    for verdict, expected in (("same", 1), ("different", 2)):
        record(folder, [found["body"].judgement(verdict, "Ines Moll", "2035-01-02", "the statutes")])
        assert "body" not in {case.proposal.kind for case in cases(folder)}
        assert len(_bodies(folder)) == expected


def _bodies(graph: Path) -> set[str]:
    with open_current(graph) as version:
        return {line.split()[0] for line in quads(version) if "/body/" in line.split()[0] and "prefLabel" in line}


def test_a_file_of_decisions_needs_no_terminal(graph: Path, tmp_path: Path) -> None:
    decided = [case.judgement("same", "Ines Moll", "2035-01-02", "the list") for case in cases(graph)]
    (tmp_path / "decided.tsv").write_text(Judgements.of(decided).text(), "utf-8")
    assert run(["review", "--graph", str(graph), "--decisions", str(tmp_path / "decided.tsv")]) == 0
    assert _officials(graph) == {"Ada Lindqvist", "Olo Varnen"}


def test_a_new_decision_takes_the_place_of_an_older_one(graph: Path) -> None:
    case = cases(graph)[0]
    for verdict in ("same", "different"):
        record(graph, [case.judgement(verdict, "Ines Moll", "2035-01-02", "")])
    assert [each.verdict for each in read_judgements(beside(graph)).lines] == ["different"]


def test_different_wins_over_same(graph: Path) -> None:
    case = cases(graph)[0]
    both = [case.judgement(verdict, "Ines Moll", "2035-01-02", "") for verdict in ("same", "different")]
    record(graph, both)
    assert len(_officials(graph)) == 4


def test_a_file_that_was_named_once_must_be_there(graph: Path, tmp_path: Path) -> None:
    case = cases(graph)[0]
    named = tmp_path / "elsewhere.tsv"
    record(graph, [case.judgement("same", "Ines Moll", "2035-01-02", "")], named)
    assert len(_officials(graph)) == 3
    assert len(cases(graph)) == 1  # found again without being named
    named.unlink()
    with pytest.raises(UsageError, match="expected the judgements of this graph"):
        cases(graph)


def test_the_file_is_sorted_and_says_what_is_wrong_with_it() -> None:
    line = Judgement("same", "person", "B", "", "A", "", "Ines", "2035-01-02", "")
    other = Judgement("different", "person", "C", "", "D", "", "Ines", "2035-01-02", "")
    text = Judgements.of([line, other]).text()
    assert text.splitlines()[2].startswith("different\t")
    assert Judgements.parse(text) == Judgements.of([other, line])
    with pytest.raises(UsageError, match="note:3: expected 9 cells"):
        Judgements.parse(text.replace("\tIne", " Ine", 2), "note")
    with pytest.raises(UsageError, match="expected a verdict and a kind"):
        Judgement("perhaps", "person", "A", "", "B", "", "", "", "")


def test_what_people_judged_shows_in_the_answers_it_touches(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case,) = (case for case in cases(graph) if case.proposal.rule == "people.family-name")
    record(graph, [case.judgement("same", "Ines Moll", "2035-01-02", "the list")])
    capsys.readouterr()
    for official, count in (("Lindqvist", 1), ("Varnen", 0)):
        assert run(["ask", "holders", "--official", official, "--graph", str(graph), "--format", "json"]) == 0
        out, err = capsys.readouterr()
        assert len(json.loads(out).get("decided", [])) == count
        assert err.count("judged same: Ada Lindqvist · Lindqvist (judgement of Ines Moll") == count
    run(["show", "Lindqvist", "--graph", str(graph)])
    assert "judgement of Ines Moll, 2035-01-02: the list" in capsys.readouterr().out


def test_a_wrong_call_makes_and_changes_nothing(
    graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided = tmp_path / "decided.tsv"
    decided.write_bytes(b"\xff\xfe")
    assert run(["review", "--graph", str(graph), "--decisions", str(decided)]) == 2
    assert "expected decisions, lines of judgements as text, found: no UTF-8" in capsys.readouterr().err
    decided.write_text("# ct-kg judgements 1\n", "utf-8")
    assert run(["review", "--graph", str(tmp_path / "elsewhere"), "--decisions", str(decided)]) == 2
    assert not (tmp_path / "elsewhere").exists()
