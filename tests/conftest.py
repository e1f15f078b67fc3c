"""What all tests stand on: the same surroundings everywhere, the sample graph built once, and no silent skips.

In continuous integration (``CI=true``) a skipped test is a failure, unless its reason is in ``allowed_skips.txt``.
"""

import os
import re
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

TOP = Path(__file__).resolve().parent.parent
SHARED = TOP.parent / "shared"

settings.register_profile("kg", derandomize=True, deadline=None, database=None)
settings.load_profile("kg")
if "PYTEST_XDIST_WORKER" in os.environ:  # measured itself by now; the programs it starts are not, and are no slower
    for _name in [name for name in os.environ if name.startswith("COVERAGE")]:
        del os.environ[_name]
for _name in [name for name in os.environ if name.startswith("KG_")] + ["NO_COLOR", "FORCE_COLOR", "COLUMNS"]:
    os.environ.pop(_name, None)


@pytest.fixture(scope="session")
def top() -> Path:
    """The top of the repository."""
    return TOP


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference material that is not part of the repository; a test that needs it is skipped where it is absent."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared is not beside this clone")
    return SHARED


@pytest.fixture(scope="session")
def small_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of one sample document, built once for each process; tests must not change it."""
    return _built(tmp_path_factory.mktemp("small") / "graph", "s07-third-dialogue-2020.txt")


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of the sample documents, built once for each process; tests must not change it."""
    return _built(tmp_path_factory.mktemp("sample") / "graph", ".")


def _built(folder: Path, documents: str) -> Path:
    from kg.cli import run

    assert run(["build", str(TOP / "kg" / "sample" / documents), "--graph", str(folder), "--quiet"]) == 0
    return folder


def _allowed_skips() -> list[re.Pattern[str]]:
    lines = (TOP / "tests" / "allowed_skips.txt").read_text(encoding="utf-8").splitlines()
    return [re.compile(line.split("\t")[0]) for line in lines if line and not line.startswith("#")]


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Make a skip a failure where it must not happen silently."""
    if os.environ.get("CI") != "true" or report.outcome != "skipped" or hasattr(report, "wasxfail"):
        return
    reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
    reason = reason.removeprefix("Skipped: ")
    if not any(allowed.search(reason) for allowed in _allowed_skips()):
        report.outcome = "failed"
        report.longrepr = f"skipped with a reason that is not in tests/allowed_skips.txt: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Look at what became of each test."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Look at what became of each module: a whole one can be skipped too."""
    report = yield
    _refuse_skip(report)
    return report
