"""What tests of reading share: a document from a text, and the scorer that stands beside the corpus."""

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.export import gold as to_gold
from kg.extraction import read
from kg.model.dates import PartialDate
from kg.model.text import Document

sys.path.insert(0, str(Path(__file__).parent))  # unseen.py, beside this file

Row = dict[str, Any]


@pytest.fixture(scope="session")
def scorer(shared: Path) -> ModuleType:
    """``../shared/corpus/score.py`` as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "corpus" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def gold_of() -> Callable[..., Row]:
    """Reads a text and gives what was read in the gold format."""

    def gold(text: str, published: str | None = None) -> Row:
        date = PartialDate.parse(published) if published else None
        document = Document(text, "0" * 64, "text", published=date)
        return dict(json.loads(json.dumps(to_gold(document, read(document)))))

    return gold
