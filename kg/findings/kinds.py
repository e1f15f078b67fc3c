"""What is looked for: a query in ``queries/findings/`` with a header that says what it means and what to do."""

from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.errors import KnowledgeError
from kg.questions.question import header

SEVERITIES = ("warning", "info")
COLUMNS = ("subject", "one", "other")
_KEYS = ("summary", "severity", "message", "do")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding. ``message`` is a sentence with the columns of a row in braces; ``do`` says what to do."""

    name: str
    summary: str
    severity: str
    message: str
    do: str
    sparql: str


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, warnings first, then by name; raises :class:`kg.errors.KnowledgeError` naming file and fault."""
    found = (parse(path.stem, path.read_text("utf-8")) for path in (resources.queries() / "findings").glob("*.rq"))
    return tuple(sorted(found, key=lambda kind: (SEVERITIES.index(kind.severity), kind.name)))


def parse(name: str, text: str) -> Kind:
    """A kind from the text of its file."""
    stated = header(name, text)
    if set(stated) != set(_KEYS) or stated["severity"] not in SEVERITIES:
        raise KnowledgeError(
            f"findings/{name}.rq: expected a header with {', '.join(_KEYS)}, severity one of {', '.join(SEVERITIES)}; "
            f"found {', '.join(map(str, stated)) or 'none'}, severity {stated.get('severity')!r}"
        )
    return Kind(name, sparql=text, **{key: str(stated[key]).strip() for key in _KEYS})
