"""A shape, compiled: what it asks of focus nodes, first of all of them together and only then of each.

Nearly every graph conforms, and most shapes are node shapes whose properties are single predicates: so the values of
all focus nodes are put together by predicate, and each that differs is asked once. Where something does not hold each
focus node is asked again by itself, for the rows of the report.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain

from kg.validation.paths import Path
from kg.validation.results import Check, Place, Result
from kg.validation.targets import Target
from kg.validation.triples import Triples

_Values = Callable[[Triples, str], Collection[str]]


class _Asked:
    """All that is asked of the values of one path, of many focus nodes at once."""

    __slots__ = ("_looks", "_together", "_unfit", "_values", "by_focus", "on_nothing")

    def __init__(self, checks: Sequence[Check], values: _Values) -> None:
        self._values = values
        self._together = tuple(check.together for check in checks if check.together)
        self._unfit = tuple(check.unfit for check in checks if check.unfit)
        self._looks = tuple(check.look for check in checks if not check.unfit and not check.together)
        self.by_focus = bool(self._together)
        self.on_nothing = any(check.on_nothing for check in checks)

    def holds(self, graph: Triples, foci: Collection[str], reached: Sequence[Collection[str]]) -> bool:
        """Whether all holds, where ``reached`` are the values of each focus node that has any, or of all together."""
        for together in self._together:
            if not together(graph, len(foci), reached):
                return False
        if self._unfit:
            values = set(chain.from_iterable(reached))
            for unfit in self._unfit:
                if unfit(graph, values):
                    return False
        return not self._looks or not self._found(graph, foci)

    def _found(self, graph: Triples, foci: Collection[str]) -> list[Result]:
        found: list[Result] = []
        for focus in foci:
            values = tuple(self._values(graph, focus))
            for look in self._looks:
                look(graph, focus, values, found)
        return found


class Shape:
    """A shape of a shapes graph. ``predicate`` is its path where that is one, ``values`` its path in any case."""

    __slots__ = ("_checks", "_outer", "_path", "_properties", "_targets", "_unfit", "place", "predicate")

    def __init__(
        self,
        place: Place,
        predicate: str | None,
        path: Path | None,
        checks: Sequence[Check],
        targets: tuple[Target, ...],
    ) -> None:
        self.place = place
        self.predicate = predicate
        self._path = path
        self._checks = tuple(checks)
        self._targets = targets
        inner = [each.inner for each in checks if path is None and each.inner is not None and each.inner.predicate]
        outer = [check for check in checks if check.inner is None or check.inner not in inner]
        self._properties = _by_predicate(inner)
        self._outer = _Asked(outer, self._values) if outer else None
        of_values = path is None and not inner and all(check.unfit for check in outer)
        self._unfit = tuple(check.unfit for check in outer if check.unfit) if of_values else None

    @property
    def checks(self) -> Sequence[Check]:
        """All that it asks."""
        return self._checks

    def check(self, graph: Triples, foci: Collection[str], found: list[Result]) -> None:
        """Add what does not hold of these focus nodes."""
        if not self.holds(graph, foci):
            for focus in foci:
                self._look(graph, focus, found)

    def _look(self, graph: Triples, focus: str, found: list[Result]) -> None:
        values = tuple(self._values(graph, focus))
        for check in self._checks:
            check.look(graph, focus, values, found)

    def _values(self, graph: Triples, focus: str) -> Collection[str]:
        return (focus,) if self._path is None else self._path(graph, (focus,))

    def holds(self, graph: Triples, foci: Collection[str]) -> bool:
        """Whether all holds of these focus nodes."""
        if self._properties:
            stated: defaultdict[str, list[list[str]]] = defaultdict(list)
            for focus in foci:
                for predicate, terms in graph.about(focus).items():
                    stated[predicate].append(terms)
            for predicate, asked in self._properties:
                if predicate in stated:
                    if not asked.holds(graph, foci, stated[predicate]):
                        return False
                elif asked.on_nothing and not asked.holds(graph, foci, ()):
                    return False
        return self._outer is None or self._outer.holds(graph, foci, self._reached(graph, foci))

    def _reached(self, graph: Triples, foci: Collection[str]) -> Sequence[Collection[str]]:
        if self._outer is not None and self._outer.by_focus:
            return [values for focus in foci if (values := self._values(graph, focus))]
        return (foci if self._path is None else self._path(graph, foci),)

    def failing(self, graph: Triples, foci: Collection[str]) -> Collection[str]:
        """Those of these focus nodes of which not all holds."""
        if self._unfit is not None:
            return {focus for unfit in self._unfit for focus in unfit(graph, foci)}
        if self.holds(graph, foci):
            return ()
        return foci if len(foci) == 1 else [focus for focus in foci if not self.holds(graph, (focus,))]

    def focus_nodes(self, graph: Triples) -> Collection[str]:
        """The nodes of a graph that the shape is about, each once."""
        if len(self._targets) == 1:
            return self._targets[0](graph)
        return dict.fromkeys(node for target in self._targets for node in target(graph))


def _by_predicate(shapes: Iterable[Shape]) -> tuple[tuple[str, _Asked], ...]:
    """What property shapes of the same predicate ask, together."""
    checks: defaultdict[str, list[Check]] = defaultdict(list)
    for shape in shapes:
        assert shape.predicate is not None
        checks[shape.predicate] += shape.checks
    return tuple((each, _Asked(asked, _objects(each))) for each, asked in checks.items() if asked)


def _objects(predicate: str) -> _Values:
    return lambda graph, focus: graph.objects(focus, predicate)
