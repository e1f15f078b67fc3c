"""What was found: two sides, each with its words and the tier of its source."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from kg.model.answers import Words


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says of whom (``iri``), in which words; ``source`` is how near it is to the matter."""

    iri: str | None
    label: str | None
    says: str | None
    source: str | None
    words: tuple[Words, ...]

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self) | {"words": [each._asdict() for each in self.words]}


@dataclass(frozen=True, slots=True)
class Finding:
    """Two sides that do not fit, and what to do. Both are kept; ``preferred`` names the side of the better source."""

    kind: str
    severity: str
    message: str
    do: str
    subject: str
    one: Side
    other: Side
    preferred: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self) | {"one": self.one.to_plain(), "other": self.other.to_plain()}


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a version; ``not_checked`` are the kinds whose query met a limit, with the reason."""

    found: tuple[Finding, ...]
    not_checked: tuple[tuple[str, str], ...] = ()

    def counts(self) -> dict[str, int]:
        """How many of each severity."""
        counted = Counter(finding.severity for finding in self.found)
        return {severity: counted[severity] for severity in ("warning", "info")}

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "findings": [finding.to_plain() for finding in self.found],
            "not_checked": [{"kind": kind, "reason": reason} for kind, reason in self.not_checked],
        }
