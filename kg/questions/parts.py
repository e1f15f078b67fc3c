"""Who took part in what, for :mod:`kg.network`: from a projection of everybody as named, or one of bodies alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kg import resources
from kg.errors import UsageError
from kg.questions import lookup
from kg.questions.engine import Caller, Engine, opened
from kg.workers import Limits

if TYPE_CHECKING:  # NetworkX is slow to start, and most questions need none
    from kg.network import Part

_Row = tuple[str, str, str | None, str | None, str, str, str, str, str]

LEVELS = ("all", "people", "bodies")
"""Everybody as documents name them; people only; bodies only, with the people who act for them counted as the body."""


@dataclass(frozen=True, slots=True)
class Participations:
    """The parts that were taken, the labels of agents and meetings by IRI, and the agents that were asked for."""

    parts: "tuple[Part, ...]"
    labels: Mapping[str, str]
    named: tuple[str, ...] = ()


def participations(
    version: Path | Engine,
    level: str = "all",
    *,
    names: tuple[str, ...] = (),
    limits: Limits | None = None,
    caller: Caller | None = None,
) -> Participations:
    """The participations of a version, and what ``names`` mean among its officials and bodies.

    Raises :class:`kg.errors.UsageError` for an unknown level, or a name that means nothing or several.
    """
    from kg.network import Part

    if level not in LEVELS:
        raise UsageError(f"expected a level ({', '.join(LEVELS)}), found {level!r}")
    with opened(version, caller, limits) as engine:
        name = "bodies" if level == "bodies" else "participations"
        found = engine.table((resources.queries() / "network" / f"{name}.sql").read_text("utf-8"), {})
        named = tuple(_agent(engine, name) for name in names)
    parts, labels = [], dict[str, str]()
    for meeting, meeting_label, first, last, agent, agent_label, kind, role, through in cast(
        "Sequence[_Row]", found.rows
    ):
        labels[agent], labels[meeting] = agent_label, meeting_label
        if level != "people" or kind == "official":
            parts.append(Part(meeting, agent, kind, role, first, last, through))
    return Participations(tuple(parts), labels, named)


def _agent(engine: Engine, typed: str) -> str:
    """The one official or body of a name."""
    kinds = ("official", "body")
    ways = (lookup.exactly, lookup.find, lookup.nearly)
    found = next(filter(None, ([e for kind in kinds for e in way(typed, kind, engine.index)] for way in ways)), [])
    if len(found) == 1:
        return found[0].iri
    if found:
        raise UsageError(f"expected a name that means one, found {typed!r}, which means {lookup.listed(found)}")
    raise lookup.unknown("expected the name of an official or body of this graph", typed, kinds, engine.index)
