"""What was decided on the things of an answer: by people, shown with every answer it touches; by rules, where asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model.answers import Decided
from kg.questions.engine import Engine, Value

_DECISIONS = """
SELECT decision, coalesce(iri, about) AS about, verdict, rule, form, who, day AS "when", reason AS why
FROM decisions LEFT JOIN things ON id = about WHERE {which} ORDER BY decision, 2, form
"""


@dataclass(slots=True)
class _Found:
    """One decision, while its rows are gathered."""

    row: Mapping[str, Value]
    about: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


def decided_by_people(engine: Engine, touched: Iterable[str]) -> tuple[Decided, ...]:
    """The judgements of people that touch any of these IRIs."""
    found = _decisions(engine, "rule = 'judgement'", {})
    wanted = set(touched) if found else set()
    return tuple(each for each, about in found if not wanted.isdisjoint(about))


def decided_on(engine: Engine, iri: str) -> tuple[Decided, ...]:
    """All decisions on one thing, those of rules too."""
    this = "about IN (:iri, (SELECT id FROM things WHERE iri = :iri))"
    return tuple(each for each, _ in _decisions(engine, this, {"iri": iri}))


def _decisions(engine: Engine, which: str, values: Mapping[str, str]) -> list[tuple[Decided, set[str]]]:
    columns, rows, _ = engine.index.select(_DECISIONS.format(which=which), values)
    found: dict[str, _Found] = {}
    for row in (dict(zip(columns, cells, strict=True)) for cells in rows):
        each = found.setdefault(str(row["decision"]), _Found(row))
        each.about.add(str(row["about"]))
        if row["form"] is not None:
            each.forms.add(str(row["form"]))
    return sorted(((_decided(each), each.about) for each in found.values()), key=lambda pair: pair[0])


def _decided(found: _Found) -> Decided:
    said = {name: str(found.row[name]) for name in ("who", "when", "why") if found.row[name] is not None}
    return Decided(str(found.row["verdict"]), str(found.row["rule"]), tuple(sorted(found.forms)), **said)
