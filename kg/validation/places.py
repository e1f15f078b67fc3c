"""What results say of a shape: its severity and its message, and a message where the shape has none."""

import csv
import re
from functools import cache
from pathlib import Path

from kg.validation.declared import Declared, NotCompiled, sh
from kg.validation.results import Place
from kg.validation.terms import is_literal, parts

_MESSAGES = Path(__file__).with_name("messages.tsv")


def place(shape: Declared, path: str | None) -> Place:
    """Where the results of a shape stand, and how bad they are: a violation unless it says otherwise (SHACL §2.1.4)."""
    severities = shape.many("severity")
    if len(severities) > 1:
        raise NotCompiled("several severities")
    return Place(shape.node, path, severities[0].node if severities else sh("Violation"), message(shape))


def message(shape: Declared) -> str:
    """All messages of a shape, in the order of their text."""
    texts = sorted(parts(each.node)[0] for each in shape.many("message") if is_literal(each.node))
    return " ".join(texts)


@cache
def _general() -> dict[str, str]:
    with _MESSAGES.open(encoding="utf-8", newline="") as rows:
        return dict(row for row in csv.reader(rows, delimiter="\t") if row and not row[0].startswith("#"))


def general_message(component: str) -> str:
    """What to do about a constraint whose shape says nothing: one sentence a component of Core, and of our own."""
    name = re.split("[#/]", component.strip("<>"))[-1].removesuffix("ConstraintComponent")
    return _general().get(name, "")
