"""What doctests and tests have in common: neither depends on, or writes to, the folder that they were started from."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder that is thrown away."""
    monkeypatch.chdir(tmp_path)
