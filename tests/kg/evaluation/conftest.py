"""What tests of evaluation share: a small annotation, and the corpus's own scorer where it is at hand."""

import copy
import importlib.util
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Row = dict[str, Any]

GOLD: Row = {
    "id": "t1",
    "people": [
        {"name": "Ghada Fathi Waly", "honorific": "Ms.", "also": ["Ms. Waly"]},
        {"name": "Michèle Coninx"},
        {"name": "Jehangir Khan", "also": ["Mr. Khan"]},
        {"name": "Aamir Khan"},
        {"name": "Yoon Suk Yeol"},
    ],
    "organisations": [
        {"name": "United Nations Office on Drugs and Crime", "acronym": "UNODC", "also": []},
        {"name": "European Union", "acronym": "EU"},
        {"name": "Kenya", "state": True},
        {"name": "United Nations", "acronym": "UN"},
    ],
    "posts": [
        {
            "person": "Ghada Fathi Waly",
            "role": "Executive Director",
            "organisation": "United Nations Office on Drugs and Crime",
            "title": "Executive Director of the United Nations Office on Drugs and Crime",
            "status": "current",
        },
        {"person": "Jehangir Khan", "role": "Director", "organisation": None, "title": "Director"},
    ],
    "events": [
        {
            "id": "e1",
            "name": "third annual UN-EU Leaders' Dialogue on Counter-Terrorism",
            "kind": "dialogue",
            "ordinal": 3,
            "date": "2020-12-02",
            "end": None,
            "place": "Brussels",
        },
        {"id": "e2", "name": "meeting with Mr. Khan", "kind": "meeting", "date": "2020-12-03", "place": None},
    ],
    "participations": [
        {"event": "e1", "agent": "Ghada Fathi Waly", "role": "co-chair"},
        {"event": "e1", "agent": "European Union", "role": "participant"},
        {"event": "e2", "agent": "Jehangir Khan", "role": "participant"},
        {"event": "e2", "agent": "Kenya", "role": "host"},
    ],
    "relations": [
        {"subject": "United Nations Office on Drugs and Crime", "predicate": "part of", "object": "United Nations"}
    ],
    "non_participations": [{"event": "e1", "agent": "Aamir Khan", "presence": "absent"}],
}


@pytest.fixture
def gold() -> Row:
    """A small annotation with every layer; each test has its own copy."""
    return copy.deepcopy(GOLD)


@pytest.fixture
def changed() -> Callable[..., Row]:
    """A copy of the small annotation with one row of a table changed (None: taken away)."""

    def change(table: str, place: int | None, /, **values: Any) -> Row:
        plain = copy.deepcopy(GOLD)
        if place is None:
            plain[table].append(values)
        elif values:
            plain[table][place] |= values
        else:
            del plain[table][place]
        return plain

    return change


@pytest.fixture(scope="session")
def scorer(shared: Path) -> ModuleType:
    """``../shared/corpus/score.py`` as a module; what it computes again and again is kept."""
    spec = importlib.util.spec_from_file_location("score", shared / "corpus" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for pure in ("norm", "_ratio"):
        setattr(module, pure, lru_cache(maxsize=None)(getattr(module, pure)))
    return module
