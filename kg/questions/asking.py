"""A question put to a version of the graph: parameters looked up, rows joined, every row with its words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import UnknownName, UsageError
from kg.model.answers import Answer, Decided, Row
from kg.questions import lookup
from kg.questions.decided import decided_by_people, decided_on
from kg.questions.engine import MAX_ROWS, Caller, Engine, Value, opened
from kg.questions.parameters import ENTITIES, KINDS, date_term, is_on, spelt
from kg.questions.question import Question, load, questions
from kg.questions.words import Support, in_order, strongest, weakest, words_of
from kg.rdf.terms import iri
from kg.workers import Limits


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
    """All that is known of whatever bears this name, of any kind; raises :class:`kg.errors.UsageError` if nothing."""
    with opened(version, caller, limits) as engine:
        kinds = [kind for kind in ENTITIES if _about(kind)]
        found = [(kind, each) for kind in kinds for each in lookup.find(name, kind, engine.index)]
        if not found:
            near = lookup.nearest(name, None, engine.index)
            raise UnknownName(
                f"expected the name of something in this graph ({', '.join(kinds)}), found {name!r}; "
                f"the nearest: {', '.join(near) or 'none is near'}"
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
            import difflib

            near = difflib.get_close_matches(given, question.parameters, n=1, cutoff=0.5)
            hint = f"; did you mean {spelt(near[0])}?" if near else ";"
            known = ", ".join(map(spelt, question.parameters))
            raise UsageError(f"expected a parameter of {question.name}, found {spelt(given)!r}{hint} It has: {known}")


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
    since, until = (terms.get(name) for name in ("since", "until"))
    if since and until and since > until:
        raise UsageError(
            f"since, until: expected a window that begins before it ends, found {parameters['since']} to "
            f"{parameters['until']}; turn them round"
        )
    return terms, tuple(notes)


def _answer(
    engine: Engine,
    question: Question,
    parameters: Mapping[str, str],
    terms: Mapping[str, Sequence[str]],
    notes: tuple[str, ...],
    max_rows: int | None,
) -> Answer:
    found, truncated, more = _found(engine, question, terms, max_rows)
    claims = [_claims_of(row, question.claims) for row in found]
    support = words_of(engine.index, (claim for behind in claims for claim in behind))
    rows = _joined(zip(found, claims, strict=True), question, support)
    judged = decided_by_people(engine, _touched(rows, terms))
    return Answer(question.name, dict(parameters), question.columns, rows, truncated, (*notes, *more), judged)


def _touched(rows: Iterable[Row], terms: Mapping[str, Sequence[str]]) -> set[str]:
    """What an answer speaks of: the IRIs in its rows, and those it was asked about."""
    asked = {term[1:-1] for given in terms.values() for term in given}
    return asked | {value for row in rows for value in row.values.values() if isinstance(value, str) and ":" in value}


def _found(
    engine: Engine, question: Question, terms: Mapping[str, Sequence[str]], max_rows: int | None
) -> tuple[Sequence[Mapping[str, Value]], bool, tuple[str, ...]]:
    """The rows of a question, whether there are more, and notes.

    A grade rests on all that is attested, never on a part.
    """
    most = None if question.graded else max_rows
    if question.sql is None:
        found, truncated = engine.rows(question.sparql, terms, most)
    else:
        found, truncated = engine.table(question.sql, terms, most)
    if not question.graded:
        return found, truncated, ()
    from kg.questions.holding import on_a_day
    from kg.questions.preferring import nearest_first

    officials = [term[1:-1] for term in terms["official"]] if "official" in terms else None
    rows, notes = nearest_first(engine, on_a_day(found, officials, none="post" in terms))
    return rows[:max_rows], max_rows is not None and len(rows) > max_rows, notes


@dataclass(slots=True)
class _Group:
    """Rows with the same values, said by several claims."""

    values: dict[str, Value]
    grade: str | None
    ways: set[str | None]
    claims: set[str]

    def row(self, support: Mapping[str, Support]) -> Row:
        """It as a row, with the words of all its claims."""
        words = {each for claim in self.claims if claim in support for each in support[claim].words}
        tier = strongest(way for way in self.ways if way)
        return Row(self.values, tier, self.grade, tuple(sorted(words, key=in_order)))


def _joined(
    found: Iterable[tuple[Mapping[str, Value], Sequence[str]]], question: Question, support: Mapping[str, Support]
) -> tuple[Row, ...]:
    """One row for the same values, however many claims say so, in the order of the query.

    A way of saying is as sure as the weakest of its claims; a row is as sure as the best way of saying it.
    """
    groups: dict[tuple[Value, ...], _Group] = {}
    columns = question.columns
    for row, claims in found:
        values = {column: row[column] for column in columns}
        grade = None if row.get("grade") is None else str(row["grade"])
        key = (*values.values(), grade)
        if (group := groups.get(key)) is None:
            group = groups[key] = _Group(values, grade, set(), set())
        group.ways.add(weakest(support[claim].tier for claim in claims if claim in support))
        group.claims.update(claims)
    return tuple(group.row(support) for group in _filled(groups.values(), question.unless_filled))


def _filled(groups: Iterable[_Group], columns: Sequence[str]) -> list[_Group]:
    """The groups less those that are empty in some of these columns where another, the same but for them, is not."""
    every = list(groups)
    if not columns:
        return every
    apart = {each for name in columns for each in (name, f"{name}_label", f"{name}_basis")}
    alike: defaultdict[tuple[Value, ...], list[tuple[Value, ...]]] = defaultdict(list)
    cells = [tuple(group.values[name] for name in columns) for group in every]
    rests = [tuple(value for name, value in group.values.items() if name not in apart) for group in every]
    for rest, cell in zip(rests, cells, strict=True):
        alike[rest].append(cell)
    return [
        group
        for group, rest, cell in zip(every, rests, cells, strict=True)
        if not any(_gives_way(cell, other) for other in alike[rest])
    ]


def _gives_way(one: tuple[Value, ...], other: tuple[Value, ...]) -> bool:
    """Whether the other says the same and more."""
    return one != other and all(mine in (None, theirs) for mine, theirs in zip(one, other, strict=True))


def _claims_of(row: Mapping[str, Value], names: Iterable[str]) -> list[str]:
    """The claims on which a row rests."""
    return [claim for name in names if row[name] is not None for claim in str(row[name]).split()]
