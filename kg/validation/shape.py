"""A shape, compiled: what it asks of a focus node, in the order in which asking costs least.

Most shapes are node shapes whose properties are single predicates: all that is stated of the focus node is looked up
once, and a property without values is passed over unless one of its constraints can fail on nothing.
"""

import sys
from collections.abc import Callable, Iterator, Sequence

from kg.validation.paths import Path
from kg.validation.results import Check, Look, Place, Result
from kg.validation.targets import Target
from kg.validation.triples import Triples

_Quick = Callable[[Triples, Sequence[str]], bool]
"""Whether all that is asked of values holds, asked at once."""
_Property = tuple[str, "_Quick | None", tuple[Look, ...], tuple[Look, ...]]
"""A predicate, what is asked of its values (at once, and one by one), and what is asked where there are none."""


class Shape:
    """A shape of a shapes graph. ``predicate`` is its path where that is one, ``values`` its path in any case."""

    __slots__ = ("_looks", "_on_nothing", "_properties", "_quick", "_targets", "_values", "place", "predicate")

    def __init__(
        self,
        place: Place,
        predicate: str | None,
        values: Path | None,
        checks: Sequence[Check],
        targets: tuple[Target, ...],
    ) -> None:
        self.place = place
        self.predicate = predicate
        self._values = values
        self._targets = targets
        split = values is None
        inner = [check.inner for check in checks if split and check.inner is not None and check.inner.predicate]
        outer = [check for check in checks if check.inner is None or check.inner not in inner]
        self._looks = tuple(check.look for check in outer)
        self._on_nothing = tuple(check.look for check in outer if check.on_nothing)
        self._quick = _quick(outer)
        self._properties = tuple(each.as_property() for each in inner)

    def as_property(self) -> _Property:
        """The shape as one property of the node shape around it."""
        assert self.predicate is not None
        return self.predicate, self._quick, self._looks, self._on_nothing

    def check(self, graph: Triples, focus: str, found: list[Result]) -> None:
        """Add what does not hold of a focus node."""
        if self._properties:
            stated = graph.about(focus)
            for predicate, quick, looks, on_nothing in self._properties:
                values = stated.get(predicate)
                if values:
                    if quick is None or not quick(graph, values):
                        for look in looks:
                            look(graph, focus, values, found)
                elif on_nothing:
                    for look in on_nothing:
                        look(graph, focus, (), found)
        if self._looks:
            self._look(graph, focus, found)

    def _look(self, graph: Triples, focus: str, found: list[Result]) -> None:
        reached = (focus,) if self._values is None else self._values(graph, focus)
        if self._quick is None or not self._quick(graph, reached):
            for look in self._looks if reached else self._on_nothing:
                look(graph, focus, reached, found)

    def conforms(self, graph: Triples, focus: str) -> bool:
        """Whether all holds of a focus node."""
        if self._quick is not None and not self._properties:
            return self._quick(graph, (focus,) if self._values is None else self._values(graph, focus))
        found: list[Result] = []
        self.check(graph, focus, found)
        return not found

    def focus_nodes(self, graph: Triples) -> Iterator[str]:
        """The nodes of a graph that the shape is about, each once."""
        if len(self._targets) == 1:
            return iter(self._targets[0](graph))
        return iter(dict.fromkeys(node for target in self._targets for node in target(graph)))


def _quick(checks: Sequence[Check]) -> "_Quick | None":
    """All of these asked at once, if all are simple."""
    if not checks or not all(check.is_simple for check in checks):
        return None
    least = max((check.least for check in checks if check.least is not None), default=0)
    most = min((check.most for check in checks if check.most is not None), default=sys.maxsize)
    holds = tuple(check.holds for check in checks if check.holds is not None)
    classes = tuple(check.of for check in checks if check.of is not None)

    def quick(graph: Triples, values: Sequence[str]) -> bool:
        if not least <= len(values) <= most:
            return False
        for class_ in classes:
            members = graph.members(class_)
            for value in values:
                if value not in members:
                    return False
        for value in values:
            for hold in holds:
                if not hold(value):
                    return False
        return True

    return quick
