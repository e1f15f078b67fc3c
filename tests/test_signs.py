"""The weights of the signs of unread sentences are learnt from where something was missed."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.extraction.unread import THRESHOLD

TOP = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def weighing() -> ModuleType:
    spec = importlib.util.spec_from_file_location("weigh_signs", TOP / "tools" / "weigh_signs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["weigh_signs"] = module  # its dataclass asks for it
    spec.loader.exec_module(module)
    return module


def test_a_sign_weighs_the_more_the_more_is_missed_where_it_stands(weighing: ModuleType) -> None:
    often = [weighing.Weighed(frozenset({"title"}), frozenset(), 1.0)] * 20
    seldom = [weighing.Weighed(frozenset({"named"}), frozenset(), 0.0)] * 20
    some = [weighing.Weighed(frozenset({"idle"}), frozenset(), float(at % 2)) for at in range(20)]

    found = weighing.weights([*often, *seldom, *some])

    assert found["title"] > found["idle"] > found["named"] == 0
    assert found == weighing.weights([*often, *seldom, *some])


def test_the_threshold_lists_no_more_than_its_share(weighing: ModuleType) -> None:
    page = [weighing.Weighed(frozenset({"title"} if at < 10 else {"named"}), frozenset(), 0.0) for at in range(100)]

    assert weighing.threshold([page], {"title": 5, "named": 2, "idle": 1}) == 3


def test_the_table_keeps_its_notes_and_reasons(weighing: ModuleType) -> None:
    table = "sign\tweight\tkind\treason\tsentences\tmissed\n# why\ntitle\t1\ttitle\tno post\t0\t0\n"
    told = [weighing.Weighed(frozenset({"title"}), frozenset(), 0.5)]

    assert weighing.written(table, {"title": 7, THRESHOLD: 9}, told) == table.replace(
        "1\ttitle\tno post\t0\t0", "7\ttitle\tno post\t1\t1"
    )
