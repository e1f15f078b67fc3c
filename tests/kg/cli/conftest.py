"""Calls of the command line, in this process or in one of their own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import run


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended: its exit code, what it printed, what it said."""

    code: int
    out: str
    err: str

    def one_line(self) -> str:
        """The one line that was said, when nothing else may have been."""
        assert "Traceback" not in self.err
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


Call = Callable[..., Ended]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Call:
    """``kg ARGUMENTS`` in this process."""

    def call(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return call


@pytest.fixture
def script() -> Call:
    """The installed script ``kg ARGUMENTS`` in a process of its own, with bytes for standard input."""

    def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ended:
        ended = subprocess.run(
            [str(Path(sys.executable).with_name("kg")), *(str(argument) for argument in arguments)],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
            check=False,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return call


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, bytes]]:
    """The bytes of every file under a folder, to compare before and after."""

    def files(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }

    return files
