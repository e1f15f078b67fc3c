"""Events: assigned one to one so that name, kind, date, agents and place together fit best."""

from collections.abc import Mapping, Set

from kg.evaluation.assignment import assign
from kg.evaluation.resolution import Key, Resolver, Side
from kg.evaluation.rows import Annotation, Row
from kg.evaluation.wording import content, normal, same

_LEAST = 0.40
_NAME, _KIND, _DATE, _AGENTS, _PLACE, _ORDINAL = 0.45, 0.15, 0.15, 0.20, 0.05, 0.15
_COARSER_DATE, _OTHER_DATE = 0.6, -0.3


def match_events(gold: Annotation, system: Annotation, resolver: Resolver) -> dict[int, int]:
    """The events of both sides that are one, gold → system."""
    mine, theirs = _agents(gold, resolver, "gold"), _agents(system, resolver, "system")
    return assign(
        [
            [
                event_score(one, other, mine.get(one.get("id"), frozenset()), theirs.get(other.get("id"), frozenset()))
                for other in system.events
            ]
            for one in gold.events
        ]
    )


def _agents(annotation: Annotation, resolver: Resolver, side: Side) -> Mapping[object, Set[Key]]:
    """Who takes part in each event, by its id."""
    agents: dict[object, set[Key]] = {}
    for row in annotation.participations:
        agents.setdefault(row.get("event"), set()).add(resolver.agent(row.get("agent"), side))
    return agents


def event_score(one: Row, other: Row, mine: Set[Key], theirs: Set[Key]) -> float:
    """How well two rows describe one event, 0 if too little."""
    both = mine | theirs
    agents = len(mine & theirs) / len(both) if both else 0.0
    ordinals = one.get("ordinal") and other.get("ordinal") and int(one["ordinal"]) != int(other["ordinal"])
    total = (
        _NAME * _names_alike(one, other)
        + _KIND * _kinds_alike(one, other)
        + _DATE * _dates_alike(one, other)
        + _AGENTS * agents
        + _PLACE * float(bool(one.get("place") and other.get("place") and same_place(one, other)))
        - (_ORDINAL if ordinals else 0)
    )
    return total if total >= _LEAST else 0.0


def _names_alike(one: Row, other: Row) -> float:
    """The best Dice coefficient of content words over all names of both."""
    best = 0.0
    for name in (one.get("name"), *(one.get("also") or ())):
        for name_there in (other.get("name"), *(other.get("also") or ())):
            mine, theirs = content(name), content(name_there)
            if mine and theirs:
                best = max(best, 2 * len(mine & theirs) / (len(mine) + len(theirs)))
    return best


def kind_group(kind: str | None) -> str | None:
    """Kinds that are one: talks and meeting."""
    plain = normal(kind)
    return same("meeting").get(plain, plain) or None


def _kinds_alike(one: Row, other: Row) -> float:
    mine, theirs = kind_group(one.get("kind")), kind_group(other.get("kind"))
    if mine is not None and mine == theirs:
        return 1.0
    in_name = content(one.get("kind")) & content(other.get("name")) or content(other.get("kind")) & content(
        one.get("name")
    )
    return 0.5 if in_name else 0.0


def _dates_alike(one: Row, other: Row) -> float:
    mine, theirs = one.get("date"), other.get("date")
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    if mine.startswith(theirs) or theirs.startswith(mine):
        return _COARSER_DATE
    for span, day in ((one, theirs), (other, mine)):
        if span.get("end") and span["date"] <= day <= span["end"]:
            return _COARSER_DATE
    return _OTHER_DATE


def same_place(one: Row, other: Row) -> bool:
    """No place on either side, or one that the other contains."""
    mine, theirs = normal(one.get("place")), normal(other.get("place"))
    both = bool(one.get("place") and other.get("place"))
    return mine == theirs or (both and (mine in theirs or theirs in mine))


def same_kind(one: Row, other: Row) -> bool:
    """Kinds of one group."""
    return kind_group(one.get("kind")) == kind_group(other.get("kind"))


def same_value(one: Row, other: Row, key: str) -> bool:
    """The same value in both, or in neither."""
    return str(one.get(key) or "") == str(other.get(key) or "")
