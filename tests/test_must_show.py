"""What the whole way must show on real documents, with tools that are not ours: the seeds, beside this repository.

Their text is not ours to copy: it is read where it stands, and these tests are skipped where it is absent.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib

KG = [sys.executable, "-m", "kg"]
LAYER = re.compile(r"^(\w+) +(?:\d+ +){5}([\d.]+) +([\d.]+) +([\d.]+)$", re.MULTILINE)


def _call(*arguments: str | Path, seed: str = "0") -> str:
    """Standard output of a program that must end well."""
    ended = subprocess.run(
        [str(argument) for argument in arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def _score(shared: Path, gold: Path, system: Path) -> str:
    return _call(sys.executable, shared / "corpus" / "score.py", "--gold", gold, "--system", system)


def _export(documents: list[Path], folder: Path, seed: str) -> bytes:
    _call(*KG, "build", *documents, "--graph", folder / "graph", "--workers", "1", seed=seed)
    _call(*KG, "export", "--graph", folder / "graph", "--format", "turtle", "-o", folder / "seeds.ttl", seed=seed)
    return (folder / "seeds.ttl").read_bytes()


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[Path]:
    return sorted((shared / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def turtle(seeds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    _export(seeds, folder, "1")
    return folder / "seeds.ttl"


@pytest.fixture(scope="module")
def shapes(top: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All shapes in one file, as plain ``pyshacl`` wants them."""
    together = rdflib.Graph()
    for file in sorted((top / "ontology" / "shapes").glob("*.ttl")):
        together.parse(file)
    path = tmp_path_factory.mktemp("shapes") / "shapes.ttl"
    together.serialize(path, format="turtle")
    return path


def _pyshacl(shapes: Path, data: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pyshacl", "-s", str(shapes), str(data)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_seeds_come_out_exactly(shared: Path, seeds: list[Path], tmp_path: Path) -> None:
    system = tmp_path / "system.jsonl"
    system.write_text(_call(*KG, "extract", *seeds, "--format", "json"), encoding="utf-8")
    table = _score(shared, shared / "seeds" / "gold", system)
    layers = {name: measures for name, *measures in LAYER.findall(table)}
    for layer in ("people", "organisations", "posts", "events", "participations"):
        assert layers[layer] == ["1.000", "1.000", "1.000"], table
    (accuracies,) = [line for line in table.splitlines() if line.startswith("accuracy over matched rows")]
    for what in ("post status", "event date", "event place", "event ordinal", "event kind"):
        (accuracy,) = [part for part in accuracies.split(";") if what in part]
        assert accuracy.endswith("1.000"), accuracies


def _of_gold(shared: Path, seeds: list[Path]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What was found in each seed, beside what a careful reader takes from it."""
    found = [json.loads(line) for line in _call(*KG, "extract", *seeds, "--format", "json").splitlines()]
    gold = shared / "seeds" / "gold"
    return [(one, json.loads((gold / f"{one['id']}.gold.json").read_text(encoding="utf-8"))) for one in found]


def test_relations_between_bodies_are_exact(shared: Path, seeds: list[Path]) -> None:
    for found, gold in _of_gold(shared, seeds):
        triples = [
            sorted((row["subject"], row["predicate"], row["object"]) for row in rows if "count" not in row)
            for rows in (found["relations"], gold.get("relations", []))
        ]
        assert triples[0] == triples[1]


def test_counted_groups_are_exact(shared: Path, seeds: list[Path]) -> None:
    for found, gold in _of_gold(shared, seeds):
        groups = [
            sorted((row["agent"], row["count"]) for row in rows if row.get("count"))
            for rows in (found["participations"], gold["participations"])
        ]
        assert groups[0] == groups[1]


def test_every_row_shows_its_words(seeds: list[Path]) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in seeds}
    for line in _call(*KG, "extract", *seeds, "--format", "json").splitlines():
        document = json.loads(line)
        rows = [row for layer in document.values() if isinstance(layer, list) for row in layer]
        assert rows
        for row in rows:
            assert row["evidence"]
            assert row["rule"]
            assert row["tier"] in ("asserted", "likely")
            for words in row["evidence"]:
                assert texts[document["id"]][words["start"] : words["end"]] == words["quote"]


def test_plain_pyshacl_calls_the_export_conforming(shapes: Path, turtle: Path) -> None:
    report = _pyshacl(shapes, turtle)
    assert report.returncode == 0, report.stdout


def test_it_no_longer_conforms_without_one_of_its_passages(shapes: Path, turtle: Path, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(turtle)
    passage = min(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/ct-kg/ns#Passage")))
    graph.remove((passage, None, None))
    graph.serialize(tmp_path / "broken.ttl", format="turtle")
    report = _pyshacl(shapes, tmp_path / "broken.ttl")
    assert report.returncode == 1
    assert str(passage) in report.stdout


def test_one_participation_a_participation(seeds: list[Path], turtle: Path) -> None:
    found = [json.loads(line) for line in _call(*KG, "extract", *seeds, "--format", "json").splitlines()]
    rows = sum(len(document["participations"]) + len(document["non_participations"]) for document in found)
    graph = rdflib.Graph().parse(turtle)
    in_graph = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/ct-kg/ns#Participation")))
    assert len(in_graph) == rows > 0


def test_two_parsers_read_the_same_triples(turtle: Path) -> None:
    by_rdflib = {" ".join(term.n3() for term in triple) for triple in rdflib.Graph().parse(turtle)}
    again = rdflib.Graph()
    quads = pyoxigraph.parse(turtle.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
    lines = pyoxigraph.serialize((quad.triple for quad in quads), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert lines is not None
    again.parse(lines, format="nt")
    assert {" ".join(term.n3() for term in triple) for triple in again} == by_rdflib


def test_same_bytes_in_another_hash_seed_and_order(seeds: list[Path], turtle: Path, tmp_path: Path) -> None:
    assert _export(seeds[::-1], tmp_path, "4242") == turtle.read_bytes()


def test_seven_questions_answer_on_the_seeds_each_row_with_its_words(seeds: list[Path], tmp_path: Path) -> None:
    _call(*KG, "build", *seeds, "--graph", tmp_path / "graph")
    for name in ("co-chairs", "took-part", "meetings-of", "holders", "met", "document", "words"):
        answer = json.loads(_call(*KG, "ask", name, "--graph", tmp_path / "graph", "--format", "json"))
        assert answer["question"] == name
        assert answer["rows"], name
        assert all(row["evidence"] for row in answer["rows"]), name
