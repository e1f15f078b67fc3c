"""The questions on the sample documents equal their gold, which was made from the annotations without ``kg``.

Asked twice: of the graph *annotated*, whose claims are the annotations (what differs there, the questions or the
identities get wrong), and of the graph *read*, built from the texts (what differs there besides, the reading gets
wrong). Each difference stands in ``sample/differences.tsv``: another one fails the test on the first graph, one more
fails it on the second. ``python tests/queries/test_sample.py`` writes down those of today.
"""

import csv
import importlib.util
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.model.actors import Reading
from kg.model.answers import Answer
from kg.pipeline import build
from kg.questions import ask, load, names
from kg.store import current_version
from kg.workers import Pool

SAMPLE = Path(__file__).resolve().parent / "sample"
DIFFERENCES = SAMPLE / "differences.tsv"
HEADER = ("graph", "question", "case", "what", "row")
GRAPHS = ("annotated", "read")
WITHOUT_GOLD_HERE = {"document", "words"}
"""Questions that list claims and quotations: what they say is compared in ``test_queries.py``."""
CASES = [
    pytest.param(path.stem, number, case, id=f"{path.stem}-{number}")
    for path in sorted(SAMPLE.glob("*.json"))
    for number, case in enumerate(json.loads(path.read_text("utf-8")))
]
Line = tuple[str, str, str, str, str]


def _table(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


NAMES = {row["printed"]: row["name"] for row in _table(SAMPLE / "names.tsv")}


def _cells(answer: Answer, columns: list[str]) -> list[tuple[Any, ...]]:
    """The rows of an answer under the names of the gold."""
    rows = []
    for row in answer.rows:
        known = row.values | {"grade": row.grade}
        rows.append(tuple(_named(known.get(f"{column}_label", known.get(column))) for column in columns))
    return list(dict.fromkeys(rows))


def _named(value: Any) -> Any:
    return NAMES.get(value, value) if isinstance(value, str) else value


def _fits(gold: Any, found: Any) -> bool:
    """Whether a cell is the one of the gold, or one of its alternatives; case does not count."""
    alternatives = gold if isinstance(gold, list) else [gold]
    return any(_plain(one) == _plain(found) for one in alternatives)


def _plain(value: Any) -> Any:
    return _post(value.casefold()) if isinstance(value, str) else value


def _post(title: str) -> str:
    """A post with its body under its one name."""
    role, comma, body = title.partition(", ")
    return f"{role}{comma}{NAMES.get(body, body)}"


def differences(graph: str, question: str, number: int, case: dict[str, Any], answer: Answer) -> Iterator[Line]:
    """What an answer lacks, and what it has too much."""
    found = _cells(answer, case["columns"])
    left = list(found)
    for gold in case["rows"]:
        fitting = [row for row in found if all(map(_fits, gold["cells"], row))]
        left = [row for row in left if row not in fitting]
        if not fitting and not gold.get("optional"):
            yield graph, question, str(number), "missing", _printed(gold["cells"])
    for row in left:
        yield graph, question, str(number), "extra", _printed(row)


def _printed(cells: Any) -> str:
    alternatives = (cell if isinstance(cell, list) else [cell] for cell in cells)
    return " | ".join("/".join("" if one is None else str(one) for one in each) for each in alternatives)


def _known() -> set[Line]:
    return {(row["graph"], row["question"], row["case"], row["what"], row["row"]) for row in _table(DIFFERENCES)}


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1) as one:
        yield one


def _annotated(making: ModuleType) -> list[Reading]:
    """The annotations as readings, with the ties between bodies that were read by hand."""
    ties = _table(SAMPLE / "relations.tsv")
    readings = []
    for path in sorted((SAMPLE.parents[2] / "kg" / "sample").glob("*.txt")):
        gold = json.loads((path.parent / "gold" / f"{path.stem}.gold.json").read_text("utf-8"))
        known = {row["name"] for row in gold["organisations"]}
        said = [
            {"subject": tie["subject"], "predicate": tie["relation"].replace("-", " "), "object": tie["object"]}
            for tie in ties
            if tie["document"] == path.stem and {tie["subject"], tie["object"]} <= known
        ]
        readings.append(making.from_annotation(path.read_text("utf-8"), gold | {"relations": said}))
    return readings


@pytest.fixture(scope="module")
def versions(sample_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    making = _module(SAMPLE.parents[1] / "readings.py")
    annotated = making.write_graph(tmp_path_factory.mktemp("annotated"), _annotated(making))
    return {"annotated": annotated, "read": current_version(sample_graph)}


def test_every_question_has_a_gold_answer_on_the_sample() -> None:
    assert {path.stem for path in SAMPLE.glob("*.json")} == set(names()) - WITHOUT_GOLD_HERE
    assert len(names()) >= 24


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize(("question", "number", "case"), CASES)
def test_a_question_equals_its_gold(
    versions: dict[str, Path], pool: Pool, graph: str, question: str, number: int, case: dict[str, Any]
) -> None:
    assert set(case["parameters"]) <= set(load(question).parameters)
    answer = ask(versions[graph], question, case["parameters"], caller=pool)
    found = set(differences(graph, question, number, case, answer))
    known = {line for line in _known() if line[:3] == (graph, question, str(number))}
    allowed = len(known) if graph == "read" else len(known & found)
    assert len(found) <= allowed, "\n".join("\t".join(line) for line in sorted(found - known))


def test_the_gold_is_what_its_script_writes_and_that_imports_no_kg() -> None:
    script = SAMPLE / "make_gold.py"
    assert not any(line.startswith(("import kg", "from kg")) for line in script.read_text("utf-8").splitlines())
    for name, cases in _module(script).answers().items():
        assert json.loads((SAMPLE / f"{name}.json").read_text("utf-8")) == json.loads(json.dumps(cases)), name


def _module(path: Path) -> ModuleType:
    """A module that is no package's, by its path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_differences() -> None:
    """Write the differences of today."""
    lines: list[Line] = []
    top = SAMPLE.parents[2]
    making = _module(top / "tests" / "readings.py")
    with tempfile.TemporaryDirectory() as folder, Pool(1) as pool:
        build([top / "kg" / "sample"], Path(folder) / "read")
        annotated = making.write_graph(Path(folder) / "annotated", _annotated(making))
        for graph, version in zip(GRAPHS, (annotated, current_version(Path(folder) / "read")), strict=True):
            for path in sorted(SAMPLE.glob("*.json")):
                for number, case in enumerate(json.loads(path.read_text("utf-8"))):
                    answer = ask(version, path.stem, case["parameters"], caller=pool)
                    lines += differences(graph, path.stem, number, case, answer)
    about = "# What answers on the sample still miss or add beside the gold. Written by tests/queries/test_sample.py.\n"
    DIFFERENCES.write_text(about + "".join("\t".join(line) + "\n" for line in (HEADER, *sorted(lines))), "utf-8")


if __name__ == "__main__":
    write_differences()
