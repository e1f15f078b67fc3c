"""Answers for documents and for graphs: Markdown, and Turtle in the vocabulary of SPARQL result sets."""

import json
import re
from collections.abc import Iterator

from kg.model.answers import Answer, Row, Words
from kg.rendering.characters import harmless
from kg.rendering.columns import cell, shown, title

_RESULTS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_PROV = "http://www.w3.org/ns/prov#"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]+")
_MARKS = re.compile(r"([\\`*_\[\]<>|#~])")


def answer_as_markdown(answer: Answer, *, evidence: bool = False) -> str:
    """An answer as a table of Markdown (GitHub's): labels instead of IRIs, how sure each row is, the words if asked."""
    columns = shown(answer)
    graded = any(row.grade is not None for row in answer.rows)
    header = [title(column) for column in columns]
    header += ["tier", *(["grade"] if graded else []), *(["words"] if evidence else [])]
    lines = [header, ["---"] * len(header)]
    for row in answer.rows:
        cells = [*(cell(row, column) for column in columns), row.tier, *([row.grade] if graded else [])]
        words = ["<br>".join(map(_quoted, row.evidence))] if evidence else []
        lines.append([*map(_cell, cells), *words])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def answer_as_turtle(answer: Answer) -> str:
    """An answer as Turtle: https://www.w3.org/2001/sw/DataAccess/tests/result-set, each row with its passages."""
    variables = [*answer.columns, "tier", "grade"]
    parts = [
        f"@prefix rs: <{_RESULTS}> .\n@prefix prov: <{_PROV}> .\n\n[] a rs:ResultSet ;\n    rs:resultVariable "
        + ", ".join(map(json.dumps, variables)),
        *(_solution(number, row, answer) for number, row in enumerate(answer.rows, 1)),
    ]
    return " ;\n    ".join(parts) + " .\n"


def _solution(number: int, row: Row, answer: Answer) -> str:
    values = {name: row.values.get(name) for name in answer.columns} | {"tier": row.tier, "grade": row.grade}
    bindings = [
        f"[ rs:variable {json.dumps(name)} ; rs:value {_term(value)} ]"
        for name, value in values.items()
        if value is not None
    ]
    passages = [f"<{passage}>" for passage in dict.fromkeys(_passages(row))]
    derived = f" ;\n        prov:wasDerivedFrom {', '.join(passages)}" if passages else ""
    joined = ",\n            ".join(bindings)
    return f"rs:solution [ rs:index {number} ;\n        rs:binding {joined}{derived} ]"


def _passages(row: Row) -> Iterator[str]:
    """The passages behind a row: a document and a place name one."""
    for words in row.evidence:
        base, _, key = words.document.rpartition("document/")
        yield f"{base}passage/{key}-{words.start}-{words.end}"


def _term(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    return f"<{value}>" if _IRI.fullmatch(value) and "/" in value else json.dumps(harmless(value), ensure_ascii=False)


def _cell(value: object) -> str:
    return "" if value is None else _MARKS.sub(r"\\\1", " ".join(harmless(str(value)).split()))


def _quoted(words: Words) -> str:
    source = ", ".join(filter(None, (words.title or words.document, words.published)))
    return f"“{_cell(words.quote)}” — {_cell(source)}"
