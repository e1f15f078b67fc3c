"""Which person or body of the gold a name stands for, whichever side prints it."""

from collections.abc import Callable, Sequence
from typing import Literal

from kg.evaluation.assignment import assign
from kg.evaluation.names import body_form, body_score, person_score
from kg.evaluation.rows import Annotation, Row
from kg.evaluation.wording import normal

Side = Literal["gold", "system"]
Key = tuple[object, ...] | None
"""Who it is: a person or body of the gold by its place there, else its words."""

Score = Callable[[Row, Row], float]


class Resolver:
    """People and bodies of one document, matched one to one; ``people`` and ``bodies``: system → gold."""

    def __init__(self, gold: Annotation, system: Annotation) -> None:
        self._of = {"gold": gold, "system": system}
        self._known: dict[tuple[str, str | None, Side], Key] = {}
        self.people = _matched(gold.people, system.people, person_score)
        self.bodies = _matched(gold.organisations, system.organisations, body_score)

    def person(self, name: str | None, side: Side) -> Key:
        """Who is named so; a person of neither side is known by side and name."""
        return self._once("person", name, side, self._person)

    def body(self, name: str | None, side: Side) -> Key:
        """Which body is named so; one that neither side lists is known by its words, None is None."""
        return self._once("body", name, side, self._body)

    def agent(self, name: str | None, side: Side) -> Key:
        """The person or body that takes part under this name."""
        return self._once("agent", name, side, self._agent)

    def _once(self, kind: str, name: str | None, side: Side, find: Callable[[str | None, Side], Key]) -> Key:
        if (kind, name, side) not in self._known:
            self._known[kind, name, side] = find(name, side)
        return self._known[kind, name, side]

    def _person(self, name: str | None, side: Side) -> Key:
        place = self._place(name, self._of[side].people, side, self._of["gold"].people, self.people, person_score)
        return ("person", place) if place is not None else ("?", side, normal(name))

    def _body(self, name: str | None, side: Side) -> Key:
        if not name:
            return None
        gold = self._of["gold"].organisations
        place = self._place(name, self._of[side].organisations, side, gold, self.bodies, body_score)
        return ("body", place) if place is not None else ("body?", body_form(name))

    def _agent(self, name: str | None, side: Side) -> Key:
        own = self._of[side]
        if any(row["name"] == name for row in own.people):
            return self.person(name, side)
        if any(row["name"] == name for row in own.organisations):
            return self.body(name, side)
        person = self.person(name, side)
        return person if person and person[0] == "person" else (self.body(name, side) or person)

    @staticmethod
    def _place(
        name: str | None, own: Sequence[Row], side: Side, gold: Sequence[Row], pairs: dict[int, int], score: Score
    ) -> int | None:
        """The place in the gold; a system row that lost the one-to-one contest still finds the row that it names."""
        if not name:
            return None
        here = next((place for place, row in enumerate(own) if row["name"] == name), None)
        if here is None:
            here = _nearest({"name": name}, own, score)
        if side == "gold" or here is None:
            return here if side == "gold" else _nearest({"name": name}, gold, score)
        return pairs[here] if here in pairs else _nearest(own[here], gold, score)


def _matched(gold: Sequence[Row], system: Sequence[Row], score: Score) -> dict[int, int]:
    pairs = assign([[score(mine, theirs) for theirs in system] for mine in gold])
    return {theirs: mine for mine, theirs in pairs.items()}


def _nearest(row: Row, among: Sequence[Row], score: Score) -> int | None:
    """The first of those rows that fit ``row`` best."""
    best, place = max(((score(other, row), -at) for at, other in enumerate(among)), default=(0.0, 0))
    return -place if best > 0 else None
