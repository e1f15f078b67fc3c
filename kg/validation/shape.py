"""A shape, compiled: what it asks of focus nodes, first of all of them together and only then of each.

Nearly every graph conforms, and most shapes are node shapes whose properties are single predicates: so the values of
all focus nodes are put together by path, and each that differs is asked once, those that are right in any graph once in
many graphs. Where something does not hold each focus node is asked again by itself, for the rows of the report.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from kg.validation.paths import Path
from kg.validation.results import Check, Place, Result
from kg.validation.targets import Target
from kg.validation.triples import NONE, Reached, Triples, all_of

_KEPT = 2**11
"""Values that a path remembers as right."""


class _Asked:
    """All that is asked of the values of one path (None: of the focus nodes themselves), of many nodes at once."""

    __slots__ = ("_fit", "_looks", "_nothing", "_path", "_predicate", "_right", "_together", "_unfit")

    def __init__(self, checks: Sequence[Check], path: Path | None) -> None:
        self._path, self._predicate = path, path.predicate if path else None
        self._together = tuple(check.together for check in checks if check.together)
        self._fit = tuple(check.fit for check in checks if check.fit)
        self._unfit = tuple(check.unfit for check in checks if check.unfit and not check.fit and not check.together)
        self._looks = tuple(check.look for check in checks if not check.unfit and not check.together)
        self._nothing = any(check.on_nothing for check in checks)
        self._right: set[str] = set()

    def holds(self, graph: Triples, foci: Collection[str]) -> bool:
        """Whether all holds of these focus nodes."""
        reached = graph.reached(self._predicate, foci) if self._predicate else self._reached(graph, foci)
        if reached is None:
            if not self._nothing:
                return True
            reached = NONE
        for together in self._together:
            if not together(graph, foci, reached):
                return False
        if self._fit and not self._are_fit(reached):
            return False
        if self._unfit:
            values = all_of(reached)
            for unfit in self._unfit:
                if unfit(graph, values):
                    return False
        return not self._looks or not self._found(graph, foci)

    def _reached(self, graph: Triples, foci: Collection[str]) -> Reached | None:
        if self._path is None:
            return foci, ()
        return self._path.reached(graph, foci, each=bool(self._together))

    def _are_fit(self, reached: Reached) -> bool:
        one, several = reached
        known = self._right.issuperset
        if known(one) and (not several or all(map(known, several))):
            return True
        new = all_of(reached) - self._right
        for fit in self._fit:
            for value in new:
                if not fit(value):
                    return False
        if len(self._right) > _KEPT:
            self._right.clear()
        self._right |= new
        return True

    def _found(self, graph: Triples, foci: Collection[str]) -> list[Result]:
        found: list[Result] = []
        for focus in foci:
            values = (focus,) if self._path is None else tuple(self._path.values(graph, (focus,)))
            for look in self._looks:
                look(graph, focus, values, found)
        return found


class Shape:
    """A shape of a shapes graph; ``path`` is that of a property shape."""

    __slots__ = ("_checks", "_outer", "_properties", "_targets", "_unfit", "path", "place")

    def __init__(self, place: Place, path: Path | None, checks: Sequence[Check], targets: tuple[Target, ...]) -> None:
        self.place = place
        self.path = path
        self._checks = tuple(checks)
        self._targets = targets
        inner = [each.inner for each in checks if path is None and each.inner is not None]
        outer = [check for check in checks if check.inner is None or check.inner not in inner]
        self._properties = _by_path(inner)
        self._outer = _Asked(outer, path) if outer else None
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
        values = (focus,) if self.path is None else tuple(self.path.values(graph, (focus,)))
        for check in self._checks:
            check.look(graph, focus, values, found)

    def holds(self, graph: Triples, foci: Collection[str]) -> bool:
        """Whether all holds of these focus nodes."""
        for asked in self._properties:
            if not asked.holds(graph, foci):
                return False
        return self._outer is None or self._outer.holds(graph, foci)

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


def _by_path(shapes: Iterable[Shape]) -> tuple[_Asked, ...]:
    """What property shapes of the same path ask, together."""
    checks: defaultdict[str, list[Check]] = defaultdict(list)
    paths = {}
    for shape in shapes:
        assert shape.path is not None
        paths[shape.path.text] = shape.path
        checks[shape.path.text] += shape.checks
    return tuple(_Asked(asked, paths[each]) for each, asked in checks.items() if asked)
