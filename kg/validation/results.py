"""What a check adds when it fails, and where: the rows from which a report is made."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.validation.triples import Reached, Triples
from kg.vocabulary import SH

if TYPE_CHECKING:
    from kg.validation.shape import Shape


@dataclass(frozen=True, slots=True)
class Place:
    """What a result says of its shape (SHACL §3.6.2): its node, its path as text, its severity and its message."""

    node: str
    path: str | None
    severity: str
    message: str


class Result(NamedTuple):
    """One constraint that does not hold: of which node, which one, for which value; ``path`` if not the shape's."""

    place: Place
    focus: str
    component: str
    value: str | None = None
    path: str | None = None


Look = Callable[[Triples, str, Sequence[str], list[Result]], None]
"""For a focus node and its values, adds the results to the list."""
Unfit = Callable[[Triples, Collection[str]], Collection[str]]
"""Which of these values (none twice) are not as they should be, whichever focus node has them."""
Fit = Callable[[str], bool]
"""Whether a value is as it should be, whatever the graph."""
Together = Callable[[Triples, Collection[str], Reached], bool]
"""Whether a constraint holds of all these focus nodes, with the values of each that has any."""


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint of a shape. ``inner`` is the property shape of a ``sh:property``.

    What can be asked of many focus nodes at once says how: the values that are ``unfit``, whether each is ``fit`` in
    any graph, or whether it holds of all ``together``. ``on_nothing``: it may fail where there are no values.
    """

    look: Look
    unfit: Unfit | None = None
    fit: Fit | None = None
    together: Together | None = None
    on_nothing: bool = False
    inner: "Shape | None" = None


def component(name: str) -> str:
    """The IRI of a constraint component.

    >>> component("MinCount")
    'http://www.w3.org/ns/shacl#MinCountConstraintComponent'
    """
    return f"{SH.iri}{name}ConstraintComponent"


def by_value(place: Place, name: str, unfit: Unfit, fit: Fit | None = None) -> Check:
    """The check of a constraint that holds of values, each by itself."""
    iri = component(name)

    def look(graph: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        if values and (bad := unfit(graph, values)):
            found.extend([Result(place, focus, iri, value) for value in values if value in bad])

    return Check(look, unfit, fit)


def each_value(place: Place, name: str, fit: Fit) -> Check:
    """The check that each value is ``fit``, whatever the graph."""
    return by_value(place, name, lambda _, values: [value for value in values if not fit(value)], fit)
