"""What a check adds when it fails, and where: the rows from which a report is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.validation.triples import Triples
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


Holds = Callable[[str], bool]
"""Whether a value is as it should be, whatever the graph."""


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint of a shape; ``on_nothing``: it may fail where there are no values, and is asked then too.

    ``inner`` is the property shape of a ``sh:property``. What is simple says so, so that several can be asked at once:
    ``holds`` is true of each value, each is of the class ``of``, there are ``least`` to ``most`` of them.
    """

    look: Look
    on_nothing: bool = False
    inner: "Shape | None" = None
    holds: Holds | None = None
    of: str | None = None
    least: int | None = None
    most: int | None = None

    @property
    def is_simple(self) -> bool:
        """Whether ``holds``, ``of``, ``least`` and ``most`` say all that it asks."""
        return any(each is not None for each in (self.holds, self.of, self.least, self.most))


def component(name: str) -> str:
    """The IRI of a constraint component.

    >>> component("MinCount")
    'http://www.w3.org/ns/shacl#MinCountConstraintComponent'
    """
    return f"{SH.iri}{name}ConstraintComponent"


def each_value(place: Place, name: str, holds: Holds) -> Check:
    """The check that ``holds`` is true of each value."""
    iri = component(name)

    def check(_: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        found.extend([Result(place, focus, iri, value) for value in values if not holds(value)])

    return Check(check, holds=holds)
