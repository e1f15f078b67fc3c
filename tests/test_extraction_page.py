"""docs/extraction.md is the table of contents of the extraction: every module stands there once."""

import ast
from pathlib import Path

TOP = Path(__file__).parent.parent
ROOM = TOP / "kg" / "extraction"
MODULES = sorted(path for path in ROOM.rglob("*.py") if path.stem != "__init__")


def _listed() -> dict[str, str]:
    rows = [
        line.split("|") for line in (TOP / "docs" / "extraction.md").read_text("utf-8").splitlines() if "| `" in line
    ]
    assert len(rows) == len({row[1] for row in rows})
    return {row[1].strip(" `"): row[2].strip() for row in rows}


def test_every_module_stands_there_with_its_first_line() -> None:
    first_lines = {
        ".".join(path.relative_to(ROOM).with_suffix("").parts): (
            ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        )
        .splitlines()[0]
        .replace("|", "/")
        for path in MODULES
    }

    assert _listed() == first_lines
