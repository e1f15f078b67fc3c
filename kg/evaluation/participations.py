"""Who took part, who did not, and which bodies are tied: whole rows compared through matched events and names."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from kg.evaluation.assignment import assign
from kg.evaluation.layers import Layer
from kg.evaluation.resolution import Key, Resolver, Side
from kg.evaluation.rows import Annotation, Row, is_optional
from kg.evaluation.wording import normal, same

Said = tuple[object, ...]
"""What a row says: event, agent and role, each as the gold has it."""

_ITS_OWN, _ALLOWED = 1.0, 0.9


@dataclass(frozen=True, slots=True)
class MatchedEvents:
    """The events of the system under the ids of the gold; those of the gold that were found, and those optional."""

    gold_id: Mapping[object, object]
    optional: Set[object]

    @classmethod
    def of(cls, gold: Annotation, system: Annotation, pairs: Mapping[int, int]) -> "MatchedEvents":
        """From the pairs gold → system."""
        return cls(
            {system.events[theirs].get("id"): gold.events[mine].get("id") for mine, theirs in pairs.items()},
            {row.get("id") for row in gold.events if is_optional(row)},
        )

    @property
    def found(self) -> Set[object]:
        """The events of the gold that the system has."""
        return set(self.gold_id.values())

    def of_system(self, event: object) -> object:
        """The id of the gold for one of the system's."""
        return self.gold_id.get(event, ("unmatched", event))


@dataclass(frozen=True, slots=True)
class Stated:
    """Both sides' rows by what they say; rows of ``neutral`` events are no false alarm."""

    gold: Mapping[Said, Row]
    system: Mapping[Said, Row]
    optional: Set[Said] = frozenset()
    neutral: Set[object] = frozenset()

    def layer(self) -> Layer:
        """What was found, missed, and added."""
        found = [(row, self.system[said]) for said, row in self.gold.items() if said in self.system]
        return Layer(
            matched=tuple(found),
            optional=sum(said in self.optional for said in self.gold if said in self.system),
            missed=tuple(r for said, r in self.gold.items() if said not in self.system and said not in self.optional),
            spurious=tuple(
                row for said, row in self.system.items() if said not in self.gold and said[0] not in self.neutral
            ),
        )

    def whatever_role(self) -> "Stated":
        """Event and agent alone."""
        required = {said[:2] for said in self.gold if said not in self.optional}
        return Stated(
            {said[:2]: row for said, row in self.gold.items()},
            {said[:2]: row for said, row in self.system.items()},
            {said[:2] for said in self.optional} - required,
            self.neutral,
        )

    def of_events(self, events: Set[object]) -> "Stated":
        """The rows of these events alone."""
        return Stated(
            {said: row for said, row in self.gold.items() if said[0] in events},
            {said: row for said, row in self.system.items() if said[0] in events},
            self.optional,
            self.neutral,
        )


def role_word(role: str | None) -> str:
    """A role as it is compared: co-host is host, attendee is participant."""
    plain = normal(role).replace("organizer", "organiser")
    return same("role").get(plain, plain)


def participations(gold: Annotation, system: Annotation, resolver: Resolver, events: MatchedEvents) -> Stated:
    """Event, agent, role; an allowed role (``role_alternatives``) stands for the one of the gold."""
    stated = _at_events(
        gold.participations, system.participations, resolver, events, lambda row: role_word(row.get("role"))
    )
    return Stated(stated.gold, _with_alternatives(stated), stated.optional, stated.neutral)


def non_participations(gold: Annotation, system: Annotation, resolver: Resolver, events: MatchedEvents) -> Stated:
    """Event, agent, presence: invited, absent, message, mentioned."""
    return _at_events(
        gold.non_participations, system.non_participations, resolver, events, lambda row: normal(row.get("presence"))
    )


def relations(gold: Annotation, system: Annotation, resolver: Resolver) -> Stated:
    """Subject, predicate, object."""

    def said(row: Row, side: Side) -> Said:
        subject, thing = (resolver.body(row.get(key), side) for key in ("subject", "object"))
        return subject, normal(row.get("predicate")), thing

    mine = {said(row, "gold"): row for row in gold.relations}
    optional = {said(row, "gold") for row in gold.relations if is_optional(row)}
    return Stated(mine, _first((said(row, "system"), row) for row in system.relations), optional)


def _at_events(
    gold: Sequence[Row],
    system: Sequence[Row],
    resolver: Resolver,
    events: MatchedEvents,
    word: Callable[[Row], str],
) -> Stated:
    def agent(row: Row, side: Side) -> Key:
        return resolver.agent(row.get("agent"), side)

    mine: dict[Said, Row] = {(row.get("event"), agent(row, "gold"), word(row)): row for row in gold}
    optional: set[Said] = {
        (row.get("event"), agent(row, "gold"), word(row))
        for row in gold
        if is_optional(row) or row.get("event") in events.optional
    }
    theirs = _first(((events.of_system(row.get("event")), agent(row, "system"), word(row)), row) for row in system)
    return Stated(mine, theirs, optional, events.optional)


def _first(rows: Iterable[tuple[Said, Row]]) -> dict[Said, Row]:
    """What is said twice keeps its first row."""
    found: dict[Said, Row] = {}
    for said, row in rows:
        found.setdefault(said, row)
    return found


def _with_alternatives(stated: Stated) -> dict[Said, Row]:
    """The system's rows, an allowed role replaced by the gold's own, one to one."""
    found = dict(stated.system)
    pairs = dict.fromkeys(said[:2] for said, row in stated.gold.items() if row.get("role_alternatives"))
    for pair in pairs:
        mine = [said for said in stated.gold if said[:2] == pair]
        theirs = [said for said in found if said[:2] == pair]
        allowed = [{role_word(role) for role in stated.gold[said].get("role_alternatives") or ()} for said in mine]
        hits = assign(
            [
                [_ITS_OWN if said == other else _ALLOWED if other[2] in roles else 0.0 for other in theirs]
                for said, roles in zip(mine, allowed, strict=True)
            ]
        )
        found.update([(mine[one], found.pop(theirs[other])) for one, other in hits.items()])
    return found
