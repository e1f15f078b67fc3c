"""A question put to a version of the graph: parameters looked up, rows joined, every row with its words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from kg.errors import UsageError, chosen_from
from kg.model.answers import Answer, Decided, Row
from kg.questions import lookup
from kg.questions.decided import decided_by_people, decided_on
from kg.questions.engine import MAX_ROWS, Caller, Engine, Found, Value, opened
from kg.questions.parameters import ENTITIES, KINDS, date_term, days, is_on, spelt
from kg.questions.question import Question, load, questions
from kg.questions.words import surest, words_of
from kg.rdf.terms import iri
from kg.workers import Limits

_SHOWN = ("official", "body", "post", "series", "meeting", "document", "claim")
"""Who bears a name comes before the meetings that are called by it: *meeting with P*."""


@dataclass(frozen=True, slots=True)
class Section:
    """All that is known of one thing that a name means: its kind, IRI and label, and the answers that speak of it."""

    kind: str
    iri: str
    label: str
    answers: tuple[Answer, ...]
    decided: tuple[Decided, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """As JSON values."""
        known = {"kind": self.kind, "iri": self.iri, "label": self.label}
        answers = [answer.to_plain() for answer in self.answers]
        return known | {"answers": answers, "decided": [each.to_plain() for each in self.decided]}


def ask(
    version: Path | Engine,
    name: str,
    parameters: Mapping[str, str],
    *,
    limits: Limits | None = None,
    max_rows: int | None = MAX_ROWS,
    caller: Caller | None = None,
) -> Answer:
    """The answer to a named question on a version of the graph (``kg.store.current_version``), or on an open one.

    Raises :class:`kg.errors.UsageError` for an unknown question, parameter or name, with what comes nearest, and
    :class:`kg.errors.LimitReached` when stopped. ``caller`` runs the queries; without one, a worker of its own.
    """
    question = load(name)
    _check(question, parameters)
    if question.on_a_day and "as_of" in parameters:
        question = replace(load(question.on_a_day), name=question.name)
    with opened(version, caller, limits) as engine:
        return answered(engine, question, parameters, max_rows)


def answered(
    engine: Engine, question: Question, parameters: Mapping[str, str], max_rows: int | None = MAX_ROWS
) -> Answer:
    """The answer to a question of which these parameters are known, once their names are looked up."""
    terms, notes = _terms(engine, parameters)
    return _answer(engine, question, parameters, terms, notes, max_rows)


def show(
    version: Path | Engine,
    name: str,
    *,
    limits: Limits | None = None,
    max_rows: int | None = MAX_ROWS,
    caller: Caller | None = None,
) -> tuple[Section, ...]:
    """All that is known of whatever bears this name, of any kind: exactly, else of what is meant by its words.

    Raises :class:`kg.errors.UsageError` if nothing is.
    """
    with opened(version, caller, limits) as engine:
        kinds = [kind for kind in _SHOWN if _about(kind)]
        ways = (lookup.exactly, lookup.find)
        found = next(filter(None, ([(k, e) for k in kinds for e in way(name, k, engine.index)] for way in ways)), None)
        if not found:
            raise lookup.unknown(
                f"expected the name of something in this graph ({', '.join(kinds)})", name, kinds, engine.index
            )
        return tuple(
            Section(
                kind,
                each.iri,
                each.label,
                tuple(
                    _answer(engine, question, {kind: each.iri}, {kind: [iri(each.iri)]}, (), max_rows)
                    for question in _about(kind)
                ),
                decided_on(engine, each.iri),
            )
            for kind, each in found
        )


def told(engine: Engine, question: Question, known: Mapping[str, str], max_rows: int | None = MAX_ROWS) -> Answer:
    """The answer to a question about things whose IRIs are ``known``; nothing is looked up."""
    return _answer(engine, question, known, {kind: [iri(each)] for kind, each in known.items()}, (), max_rows)


def _about(kind: str) -> list[Question]:
    return [question for question in questions() if kind in question.about]


def _check(question: Question, parameters: Mapping[str, str]) -> None:
    for given in parameters:
        if given not in question.parameters:
            hint = chosen_from(spelt(given), [spelt(each) for each in question.parameters], "it has")
            raise UsageError(f"expected a parameter of {question.name}, found {spelt(given)!r}{hint}")


def _terms(engine: Engine, parameters: Mapping[str, str]) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """The terms that each parameter means, and a note where it means several."""
    terms, notes = dict[str, list[str]](), list[str]()
    for name, typed in parameters.items():
        kind = KINDS[name]
        if kind == "switch":
            terms |= {name: []} if is_on(name, typed) else {}
        elif kind not in ENTITIES:
            terms[name] = [date_term(name, typed)]
        else:
            found, note = lookup.resolve(engine.index, kind, typed)
            terms[name] = [iri(each.iri) for each in found]
            notes += [note] if note else []
    days(parameters.get("since"), parameters.get("until"))
    return terms, tuple(notes)


def _answer(
    engine: Engine,
    question: Question,
    parameters: Mapping[str, str],
    terms: Mapping[str, Sequence[str]],
    notes: tuple[str, ...],
    max_rows: int | None,
) -> Answer:
    found, more = _found(engine, question, terms, max_rows)
    rows = _joined(engine, question, found)
    judged = decided_by_people(engine, _touched(rows, terms))
    return Answer(question.name, dict(parameters), question.columns, rows, found.truncated, (*notes, *more), judged)


def _touched(rows: Iterable[Row], terms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What an answer speaks of: the IRIs in its rows, and those it was asked about."""
    yield from (term[1:-1] for given in terms.values() for term in given)
    yield from (value for row in rows for value in row.values.values() if isinstance(value, str) and ":" in value)


def _found(
    engine: Engine, question: Question, terms: Mapping[str, Sequence[str]], max_rows: int | None
) -> tuple[Found, tuple[str, ...]]:
    """What a question finds, and notes. A grade rests on all that is attested, never on a part."""
    most = None if question.graded else max_rows
    if question.sql is None:
        found = engine.found(question.sparql, terms, most)
    else:
        found = engine.table(question.sql, terms, most)
    if not question.graded:
        return found, ()
    from kg.questions.holding import on_a_day
    from kg.questions.preferring import nearest_first

    officials = [term[1:-1] for term in terms["official"]] if "official" in terms else None
    rows, notes = nearest_first(engine, on_a_day(found.named(), officials, none="post" in terms))
    columns = (*question.columns, "grade", *question.claims)
    held = [[row.get(column) for column in columns] for row in rows[:max_rows]]
    return Found(columns, held, max_rows is not None and len(rows) > max_rows), notes


def _joined(engine: Engine, question: Question, found: Found) -> tuple[Row, ...]:
    """One row for the same values, however many claims say so, in the order of the query.

    A way of saying is as sure as the weakest of its claims; a row is as sure as the best way of saying it.
    """
    graded, columns = "grade" in found.columns, question.columns
    values = _cells(found.columns, (*columns, *(["grade"] if graded else [])))
    behind = _cells(found.columns, question.claims)
    groups: defaultdict[tuple[Value, ...], list[list[str]]] = defaultdict(list)
    for row in found.rows:
        groups[values(row)].append(" ".join(filter(None, behind(row))).split())  # type: ignore[arg-type]
    support = words_of(engine.index, {claim for ways in groups.values() for way in ways for claim in way})
    tiers, behind_any = support.tiers, support.behind
    rows = []
    for key in _filled(list(groups), question):
        ways = groups[key]
        tier = surest([[tiers[claim] for claim in way if claim in tiers] for way in ways])
        words = behind_any(chain.from_iterable(ways))
        rows.append(Row(dict(zip(columns, key)), tier, str(key[-1]) if graded else None, words))  # noqa: B905
    return tuple(rows)


def _cells(columns: Sequence[str], some: Sequence[str]) -> Callable[[Sequence[Value]], tuple[Value, ...]]:
    """What takes these columns of a row."""
    at = [columns.index(name) for name in some]
    if len(at) < 2:  # itemgetter gives one value bare, and takes no less
        return lambda row: tuple(row[place] for place in at)
    taken: Callable[[Sequence[Value]], Any] = itemgetter(*at)
    return taken


def _filled(keys: list[tuple[Value, ...]], question: Question) -> list[tuple[Value, ...]]:
    """The values of rows less those that are empty in some columns where another, the same but for them, is not."""
    columns = question.unless_filled
    if not columns:
        return keys
    apart = {each for name in columns for each in (name, f"{name}_label", f"{name}_basis")}
    cells = _cells(question.columns, columns)
    rest = _cells(question.columns, [name for name in question.columns if name not in apart])
    empty = {key for key in keys if None in cells(key)}
    alike: defaultdict[tuple[Value, ...], list[tuple[Value, ...]]] = defaultdict(list)
    for key in keys if empty else ():
        alike[rest(key)].append(cells(key))
    return [key for key in keys if key not in empty or not any(_gives_way(cells(key), o) for o in alike[rest(key)])]


def _gives_way(one: tuple[Value, ...], other: tuple[Value, ...]) -> bool:
    """Whether the other says the same and more."""
    return one != other and all(mine in (None, theirs) for mine, theirs in zip(one, other, strict=True))
