"""JSON and CSV: what programs read."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from kg.model.answers import Answer, Row, Words
from kg.rendering.characters import harmless_cell, harmless_json

_WORDS = ("quote", "document", "title", "published", "start", "end", "page")


def as_json(value: Any) -> str:
    """JSON values, indented; UTF-8, with characters that command a terminal escaped."""
    return harmless_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def as_json_line(value: Any) -> str:
    """JSON values on one line, for JSON Lines."""
    return harmless_json(json.dumps(value, ensure_ascii=False, separators=(", ", ": "))) + "\n"


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV (RFC 4180, lines end in LF); None is an empty cell, and no spreadsheet computes any cell."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([harmless_cell(name) for name in header])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return lines.getvalue()


def answer_as_json(answer: Answer) -> str:
    """An answer in the form that scripts rely on."""
    return as_json(answer.to_plain())


def answer_as_csv(answer: Answer, *, evidence: bool = False) -> str:
    """An answer as CSV: one line a row, its quotations joined; with ``evidence``, one line a quotation."""
    graded = any(row.grade is not None for row in answer.rows)
    header = [*answer.columns, "tier", *(["grade"] if graded else [])]
    if evidence:
        lines = [
            [*_values(answer, row, graded), *_words(words)] for row in answer.rows for words in row.evidence or (None,)
        ]
        return as_csv([*header, *_apart(header, _WORDS)], lines)
    return as_csv(
        [*header, *_apart(header, ("quote", "document"))],
        [[*_values(answer, row, graded), *_joined(row)] for row in answer.rows],
    )


def _apart(header: Sequence[str], names: Sequence[str]) -> list[str]:
    """Names of the columns of evidence that no column of the answer has."""
    return [f"evidence_{name}" if name in header else name for name in names]


def _values(answer: Answer, row: Row, graded: bool) -> list[object]:
    return [*(row.values.get(column) for column in answer.columns), row.tier, *([row.grade] if graded else [])]


def _words(words: Words | None) -> list[object]:
    return [getattr(words, name) if words else None for name in _WORDS]


def _joined(row: Row) -> list[object]:
    quotes = dict.fromkeys(words.quote for words in row.evidence)
    documents = dict.fromkeys(words.document for words in row.evidence)
    return [" | ".join(quotes), " | ".join(documents)]


def _cell(value: object) -> object:
    return harmless_cell(value) if isinstance(value, str) else value
