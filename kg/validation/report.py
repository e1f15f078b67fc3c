"""What the shapes found: as values, as JSON values, and as a standard ``sh:ValidationReport``.

Terms are kept as text: an IRI plainly, a blank node as ``_:label``, a literal in N-Triples form (it begins with
a quotation mark); a path is the IRI of its property, or a Turtle path expression (it begins with a bracket).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from kg.validation.terms import quoted
from kg.vocabulary import DCTERMS, OA, PREFIXES, SH, TERMS


class Severity(StrEnum):
    """How bad it is. Only a violation keeps a graph out; the others are findings."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


_SEVERITY_IRIS = {Severity.VIOLATION: SH.Violation, Severity.WARNING: SH.Warning, Severity.INFO: SH.Info}


@dataclass(frozen=True, slots=True)
class Violation:
    """One result (SHACL §3.6.2): where, which constraint of which shape, the value, and what to do about it.

    ``own_severity`` is the IRI of a severity that is none of the three; it counts as a violation. ``document`` (an IRI)
    and ``words`` are where the graph says that the focus node comes from; ``name`` and ``title`` are what it calls the
    focus node and that document.
    """

    focus_node: str
    path: str | None
    component: str
    value: str | None
    severity: Severity
    message: str
    shape: str | None = None
    own_severity: str | None = None
    document: str | None = None
    words: str | None = None
    name: str | None = None
    title: str | None = None

    def sort_key(self) -> tuple[str, ...]:
        """By focus node, then path, component, value: the order of every report."""
        return tuple(str(getattr(self, name) or "") for name in _ORDER)


_ORDER = ("focus_node", "path", "component", "value", "severity", "shape", "message")


@dataclass(frozen=True, slots=True)
class Report:
    """The verdict on one graph; ``violations`` holds findings too, sorted."""

    conforms: bool
    violations: tuple[Violation, ...]
    focus_nodes: int

    @classmethod
    def of(cls, violations: Iterable[Violation], focus_nodes: int) -> "Report":
        """The report on these results: it conforms unless one of them is a violation."""
        ordered = tuple(sorted(violations, key=Violation.sort_key))
        return cls(all(found.severity is not Severity.VIOLATION for found in ordered), ordered, focus_nodes)

    @property
    def findings(self) -> tuple[Violation, ...]:
        """The results that keep nothing out."""
        return tuple(found for found in self.violations if found.severity is not Severity.VIOLATION)

    def to_plain(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {
            "conforms": self.conforms,
            "focus_nodes": self.focus_nodes,
            "violations": [asdict(found) | {"severity": str(found.severity)} for found in self.violations],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Report":
        """The report of which these are the JSON values."""
        found = (Violation(**each | {"severity": Severity(each["severity"])}) for each in plain["violations"])
        return cls(plain["conforms"], tuple(found), plain["focus_nodes"])

    def to_turtle(self) -> str:
        """The report as a ``sh:ValidationReport`` (SHACL §3.6); same report, same text and same IRIs.

        A finding alone makes ``sh:conforms`` false here, as the standard has it (SHACL §3.6.1.1).
        """
        content = json.dumps(self.to_plain(), ensure_ascii=False, sort_keys=True)
        iri = f"{TERMS}/report/{hashlib.sha256(content.encode()).hexdigest()[:16]}"
        results = [f"<{iri}-{number}>" for number in range(1, len(self.violations) + 1)]
        lines = [f"@prefix sh: <{PREFIXES['sh']}> .", "", f"<{iri}> a sh:ValidationReport ;"]
        lines.append(f"    sh:conforms {str(not results).lower()}" + (" ;" if results else " ."))
        if results:
            lines.append("    sh:result " + ",\n        ".join(results) + " .")
        for result, found in zip(results, self.violations, strict=True):
            lines += ["", *_result(result, found)]
        return "\n".join(lines) + "\n"


def _result(iri: str, found: Violation) -> list[str]:
    stated = {
        "sh:focusNode": _term(found.focus_node),
        "sh:resultPath": found.path and _term(found.path),
        "sh:resultSeverity": _term(found.own_severity or _SEVERITY_IRIS[found.severity]),
        "sh:sourceConstraintComponent": _term(found.component),
        "sh:sourceShape": found.shape and _term(found.shape),
        "sh:value": found.value and _term(found.value),
        "sh:resultMessage": quoted(found.message),
        f"<{DCTERMS.source}>": found.document and _term(found.document),
        f"<{OA.exact}>": found.words and quoted(found.words),
    }
    pairs = [f"    {predicate} {value}" for predicate, value in stated.items() if value]
    return [f"{iri} a sh:ValidationResult ;", *(f"{pair} ;" for pair in pairs[:-1]), f"{pairs[-1]} ."]


def _term(text: str) -> str:
    return text if text.startswith(('"', "_:", "(", "[")) else f"<{text}>"
