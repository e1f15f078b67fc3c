"""A question as its file states it: SPARQL that stands on its own, under a header in YAML.

Two marks in comments let one file serve with and without parameters::

    #? NAME pattern …      part of the query when the parameter NAME is given; its terms are bound before the first such
                           pattern, and wherever no pattern follows
    pattern …  #- NAME     not part of the query when the parameter NAME is given

Two kinds of variables are not columns: ``claim``, ``claim_post`` … hold a claim on which the row rests (``claims`` …
several, with blanks between), and ``grade`` says how sure a holder is. A row that is empty in columns of
``unless_filled`` gives way to one that is the same but for them.

A question that is to be quick names the ``projection`` from which it starts, and beside its file stands the same in SQL
(``NAME.sql``, marks ``--?`` and ``---``), which is what is run; the SPARQL says what it means, and tests compare them.

The header may name another question that answers for a day (``on_a_day``), and the columns of an answer whose rows
are made of what the query lists (``graded``, :mod:`kg.questions.holding`).
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from kg import resources
from kg.errors import KnowledgeError, UsageError, chosen_from
from kg.questions.parameters import KINDS, PARAMETERS

HEADERS = Path(__file__).with_name("headers.json")
_KEYS = {
    "unless_filled",
    "example",
    "summary",
    "description",
    "params",
    "about",
    "claims",
    "graded",
    "on_a_day",
    "projection",
    "tags",
}
_GIVEN = re.compile(r"^([ \t]*)(?:#|--)\? (\w+)[ \t]*(.*)$")
_NOT_GIVEN = re.compile(r"(?:#|--)- (\w+)[ \t]*$")
_AMONG = re.compile(r"IN :(\w+)")
_SELECTED = re.compile(r"SELECT\s+(?:DISTINCT\s+)?((?:\?\w+\s+)+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: ``parameters`` maps each to a line of help, ``about`` lists those it tells all about.

    ``on_a_day`` names the question that answers if a day is given; ``graded`` are the columns of a graded answer;
    ``sql`` says the same over a ``projection`` (``queries/projections``), a table of the index.
    """

    name: str
    summary: str
    description: str
    parameters: Mapping[str, str]
    tags: tuple[str, ...]
    sparql: str
    about: tuple[str, ...] = ()
    shows_claims: bool = False
    example: str = ""
    unless_filled: tuple[str, ...] = ()
    graded: tuple[str, ...] = ()
    on_a_day: str | None = None
    projection: str | None = None
    sql: str | None = None

    @property
    def variables(self) -> tuple[str, ...]:
        """What the query projects, in order."""
        return projected(self.sparql)

    @property
    def claims(self) -> tuple[str, ...]:
        """The variables that hold the claims of a row: ``claim``, ``claim_post``, ``claims`` …"""
        return tuple(name for name in self.variables if name.split("_")[0] in ("claim", "claims"))

    @property
    def columns(self) -> tuple[str, ...]:
        """What an answer shows: the claims only where they are what is asked for."""
        if self.graded:
            return self.graded
        hidden = {"grade", *(() if self.shows_claims else self.claims)}
        return tuple(name for name in self.variables if name not in hidden)


@cache
def projected(sparql: str) -> tuple[str, ...]:
    """The variables that a SELECT projects, in order."""
    found = _SELECTED.search(sparql)
    return tuple(found[1].replace("?", " ").split()) if found else ()


def names() -> tuple[str, ...]:
    """The names of all questions, sorted."""
    return tuple(sorted(path.stem for path in resources.queries().glob("*.rq")))


def questions() -> tuple[Question, ...]:
    """All questions, sorted by name."""
    return tuple(load(name) for name in names())


@cache
def load(name: str) -> Question:
    """The question of this name; raises :class:`kg.errors.UsageError` with the nearest names, or ``KnowledgeError``."""
    if name not in names():
        raise UsageError(f"expected the name of a question, found {name!r}{chosen_from(name, names(), most=2)}")
    path = resources.queries() / f"{name}.rq"
    question = parse(name, path.read_text("utf-8"))
    return replace(question, sql=path.with_suffix(".sql").read_text("utf-8")) if question.projection else question


def fixed(name: str) -> str:
    """A query of this package."""
    return (HEADERS.parent / f"{name}.rq").read_text("utf-8")


def header(name: str, text: str) -> dict[str, Any]:
    """What the header of a file of SPARQL states; raises :class:`kg.errors.KnowledgeError` naming file and fault."""
    lines = _lines(text)
    return _known_headers().get(lines) or _in_yaml(name, lines)


def _lines(text: str) -> str:
    return "\n".join(line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+"))


def _in_yaml(name: str, lines: str) -> dict[str, Any]:
    import yaml

    try:
        stated = yaml.load(lines, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{name}.rq: expected a header in YAML on lines with #+, found: {error}") from None
    return stated if isinstance(stated, dict) else {}


@cache
def _known_headers() -> dict[str, dict[str, Any]]:
    """What each header states, by its text, as ``make docs`` wrote it down: YAML takes longer to start than to ask.

    A header that is not there, or has changed since, is read as YAML.
    """
    known: dict[str, dict[str, Any]] = json.loads(HEADERS.read_text("utf-8"))
    return known


def headers() -> str:
    """What ``headers.json`` says: the text of each question's header, and what it states."""
    stated = {}
    for name in names():
        text = (resources.queries() / f"{name}.rq").read_text("utf-8")
        stated[_lines(text)] = _in_yaml(name, _lines(text))
    return json.dumps(stated, ensure_ascii=False, indent=1) + "\n"


def parse(name: str, text: str) -> Question:
    """A question from the text of its file; raises :class:`kg.errors.KnowledgeError` naming file and fault."""
    stated = header(name, text)
    if not stated.keys() >= {"summary", "description", "params"}:
        raise KnowledgeError(f"{name}.rq: expected a header with summary, description and params on lines with #+")
    if unknown := sorted({*stated} - _KEYS) + sorted({*stated["params"]} - {*PARAMETERS}):
        raise KnowledgeError(
            f"{name}.rq: expected the keys {', '.join(sorted(_KEYS))} and parameters among {', '.join(PARAMETERS)}, "
            f"found {', '.join(unknown)}"
        )
    return Question(
        name=name,
        summary=str(stated["summary"]),
        description=str(stated["description"]).strip(),
        parameters={each: str(help_) for each, help_ in stated["params"].items()},
        tags=tuple(stated.get("tags", ())),
        sparql=text,
        about=tuple(stated.get("about", ())),
        shows_claims=stated.get("claims") == "shown",
        example=str(stated.get("example", "")),
        unless_filled=tuple(stated.get("unless_filled", ())),
        graded=tuple(stated.get("graded", ())),
        on_a_day=stated.get("on_a_day"),
        projection=stated.get("projection"),
    )


def bound(sparql: str, terms: Mapping[str, Iterable[str]]) -> str:
    r"""The query for these parameters. ``terms`` are finished terms of N-Triples, never what somebody typed.

    >>> print(bound("SELECT ?who { \n#? who\n ?who ?p ?o }", {"who": ["<http://e/ann>"]}))
    SELECT ?who {
    VALUES ?who { <http://e/ann> }
     ?who ?p ?o }
    """
    lines, done = [], set[str]()
    for line in sparql.splitlines():
        given, not_given = _GIVEN.match(line), _NOT_GIVEN.search(line)
        if given and given[2] in terms:
            lines.append(f"{given[1]}{_values(given[2], terms, done if given[3] else set())}{given[3]}".rstrip())
        elif not (not_given and not_given[1] in terms):
            lines.append(line.rstrip())
    return "\n".join(lines)


def _values(name: str, terms: Mapping[str, Iterable[str]], done: set[str]) -> str:
    """The block that binds a parameter, unless that is done; a switch has nothing to bind."""
    if name in done or KINDS.get(name) == "switch":
        return ""
    done.add(name)
    return f"VALUES ?{name} {{ {' '.join(terms[name])} }} "


def bound_in_sql(
    sql: str, terms: Mapping[str, Iterable[str]], numbers: Callable[[Iterable[str]], Iterable[int]]
) -> tuple[str, dict[str, str]]:
    """The SQL for these parameters (as for :func:`bound`), and their values: dates, and lists of IRIs as JSON.

    ``IN :meeting`` is among the things of these IRIs, whose ``numbers`` are written out: so the engine of the index
    begins with them.
    """
    lines = []
    for line in sql.splitlines():
        given, not_given = _GIVEN.match(line), _NOT_GIVEN.search(line)
        if given and given[2] in terms:
            lines.append(f"{given[1]}{given[3]}")
        elif not given and not (not_given and not_given[1] in terms):
            lines.append(line)

    def among(found: re.Match[str]) -> str:
        return f"IN ({', '.join(map(str, numbers(term[1:-1] for term in terms[found[1]])))})"

    return _AMONG.sub(among, "\n".join(lines)), {name: _in_sql(list(these)) for name, these in terms.items()}


def _in_sql(terms: list[str]) -> str:
    dates = [term[1 : term.index('"', 1)] for term in terms if term.startswith('"')]
    return dates[0] if dates else json.dumps([term[1:-1] for term in terms])


def with_base(sparql: str, base: str) -> str:
    """The query for a graph whose instances stand under another base: ``PREFIX graph:`` is the one place for it."""
    return re.sub(r"PREFIX graph: <[^>]*>", lambda _: f"PREFIX graph: <{base}graph/>", sparql, count=1)
