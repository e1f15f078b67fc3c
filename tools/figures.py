"""Write the figures of reading anew in ``docs/evaluation.md``: ``make figures``, after ``make ratchet``.

All documents, half a and half b are evaluated with a thousand resamplings, and once more without known bodies: it
takes some minutes. The floors are those of the issue that asked for them.
"""

import datetime as dt
import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
PAGE = TOP / "docs" / "evaluation.md"
_BLOCK = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
_LAYERS = (
    ("people", "people", 0.985),
    ("organisations", "organisations", 0.95),
    ("posts (person+role)", "posts, person and role", 0.96),
    ("posts", "posts in full", 0.94),
    ("events", "events", 0.92),
    ("participations", "participations", 0.90),
    ("participations (role-agnostic)", "participations, role-agnostic", 0.93),
    ("relations", "relations", 0.85),
    ("non-participations", "non-participations", 0.85),
)
_FIELDS = ("post status", "event ordinal", "event kind", "event date", "event place")


def evaluated(*options: str) -> dict[str, Any]:
    """What ``kg evaluate`` finds on the sample and the corpus."""
    kg = [sys.executable, "-m", "kg", "evaluate", "kg/sample", "tests/corpus", "--format", "json", "-q", *options]
    found: dict[str, Any] = json.loads(subprocess.run(kg, cwd=TOP, check=True, capture_output=True, text=True).stdout)
    return found


def share(figure: float) -> str:
    """A share as the page prints it.

    >>> share(0.9285), share(1.0), share(0.95)
    ('.928', '1.000', '.950')
    """
    return f"{figure:.3f}".removeprefix("0")


def _with_interval(layer: dict[str, Any]) -> str:
    low, high = layer["interval"]
    return f"{share(layer['f1'])} ({share(low)}–{share(high)})"


def block(day: dt.date) -> str:
    """The table, and the words above and below it."""
    runs = [evaluated("--bootstrap", "1000", *half) for half in ((), ("--half", "a"), ("--half", "b"))]
    bare = evaluated("--without-bodies")["layers"]["organisations"]["f1"]
    return (
        f"\n`kg evaluate kg/sample tests/corpus --bootstrap 1000` on {day}, claims that enter a graph; F1 with its\n"
        "interval, and the floor that is wanted:\n\n| layer | all | half a | half b | floor |\n|---|--:|--:|--:|--:|\n"
        + "".join(_row(name, floor, [run["layers"][layer] for run in runs]) for layer, name, floor in _LAYERS)
        + "\n"
        + textwrap.fill(f"{_right(runs[0]['accuracies'])} {_unread(runs[0]['unread'])} {_bare(bare)}", 120)
        + "\n\n"
    )


def _row(name: str, floor: float, found: list[dict[str, Any]]) -> str:
    whole, a, b = found
    return f"| {name} | {share(whole['f1'])} | {_with_interval(a)} | {_with_interval(b)} | {share(floor)} |\n"


def _right(accuracies: dict[str, Any]) -> str:
    named = [f"{field.split()[1]} in {share(accuracies[field]['share'])}" for field in _FIELDS]
    return f"Of the rows found these are right: {', '.join(named)}."


def _unread(unread: dict[str, Any]) -> str:
    held = [
        f"{share(held['listed'] / held['missed'])} of the missed {layer}" for layer, held in unread["missed"].items()
    ]
    listed = share(unread["listed"] / unread["sentences"])
    return (
        f"The unread report lists {listed} of the sentences, and they hold {' and '.join(held)} (.80 wanted, of .15)."
    )


def _bare(figure: float) -> str:
    return f"By grammar alone, without known bodies, organisations reach {share(figure)}."


def main() -> None:
    """Write the block of the page."""
    text = block(dt.datetime.now(dt.UTC).date())
    PAGE.write_text(_BLOCK.sub(lambda found: found[1] + text + found[2], PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
