"""What a question returns: rows, each with the words behind it."""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple


class Words(NamedTuple):
    """One quotation behind a row: the words, where they stand, and in which document. A tuple: answers have thousands.

    ``page`` is that of a PDF; ``element`` the XPath of where they begin on a page of HTML; ``also`` the addresses of
    other versions of the document.
    """

    document: str
    title: str
    published: str | None
    quote: str
    start: int
    end: int
    page: int | None = None
    element: str | None = None
    also: tuple[str, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """As JSON values; an element and other addresses only where there are some."""
        names = ("document", "title", "published", "quote", "start", "end", "page")
        plain: dict[str, Any] = {name: getattr(self, name) for name in names}
        if self.element is not None:
            plain["element"] = self.element
        if self.also:
            plain["also"] = list(self.also)
        return plain


class Row(NamedTuple):
    """One row of an answer: a value per column, the tier of its weakest claim, and its words. A tuple, as those are."""

    values: dict[str, str | int | None]
    tier: str | None = None
    grade: str | None = None
    evidence: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Decided:
    """What a rule, or (``judgement``) a person decided on something that an answer speaks of."""

    verdict: str
    rule: str
    forms: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""

    def line(self) -> str:
        """In one line: the same: Ada Lindqvist · A. Lindqvist (judgement of Ines Moll, 2035-01-02: the list)."""
        said = f"{self.verdict}: {' · '.join(self.forms)}" if self.forms else self.verdict
        by = f"judgement of {self.who or 'somebody'}" if self.rule == "judgement" else self.rule
        when = f", {self.when}" if self.when else ""
        return f"{said} ({by}{when}{f': {self.why}' if self.why else ''})"

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        known = {"verdict": self.verdict, "rule": self.rule, "forms": list(self.forms)}
        return known | {"who": self.who, "when": self.when, "why": self.why}


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a question."""

    question: str
    parameters: dict[str, str]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False
    notes: tuple[str, ...] = field(default=())
    decided: tuple[Decided, ...] = ()

    def first(self, most: int | None) -> "Answer":
        """The answer with at most so many rows; None is all."""
        cut = most is not None and len(self.rows) > most
        return replace(self, rows=self.rows[:most], truncated=True) if cut else self

    def to_plain(self) -> dict[str, Any]:
        """The answer as JSON values, in the form that scripts rely on (``kg ask --format json``).

        ``notes`` say what was guessed of the names, ``decided`` is there only where people judged something that the
        answer speaks of.
        """
        judged = {"decided": [each.to_plain() for each in self.decided]} if self.decided else {}
        return {
            "question": self.question,
            "parameters": self.parameters,
            "columns": list(self.columns),
            "rows": [_row(row) for row in self.rows],
            "truncated": self.truncated,
            "notes": list(self.notes),
            **judged,
        }


def _row(row: Row) -> dict[str, Any]:
    plain: dict[str, Any] = dict(row.values)
    plain["tier"] = row.tier
    if row.grade is not None:
        plain["grade"] = row.grade
    plain["evidence"] = [words.to_plain() for words in row.evidence]
    return plain
