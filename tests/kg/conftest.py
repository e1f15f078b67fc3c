"""What the tests of the package share: the annotated sample as readings, and a graph made of it."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.model.actors import Reading

TESTS = Path(__file__).resolve().parent.parent


def _readings_module() -> ModuleType:
    """``tests/readings.py``: tests are no package, so it is loaded by its path."""
    name = "tests_readings"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, TESTS / "readings.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="session")
def making() -> ModuleType:
    """How tests make documents, words and readings (``tests/readings.py``)."""
    return _readings_module()


@pytest.fixture(scope="session")
def readings(making: ModuleType, top: Path) -> list[Reading]:
    """The annotated sample as readings."""
    found: list[Reading] = making.read_gold(top / "kg" / "sample")
    return found
