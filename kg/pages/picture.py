"""A small picture of whom an official met: the official in the middle, the others around, nearer the more often."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_LEAST, _MOST = 3, 14
WIDTH, HEIGHT = 520, 340
_MARGIN = 24
_LONGEST = 22  # characters of a name that find room beside a node


@dataclass(frozen=True, slots=True)
class Node:
    """A person in the picture; ``side`` is where the name stands."""

    iri: str
    label: str
    meetings: int
    x: float
    y: float
    side: str

    @property
    def short(self) -> str:
        """The name, cut to what finds room."""
        return self.label if len(self.label) <= _LONGEST else f"{self.label[: _LONGEST - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Picture:
    """The official in the middle, those met around; ``left_out`` found no place."""

    middle: Node
    around: tuple[Node, ...]
    left_out: int

    @property
    def top(self) -> float:
        """Where the picture begins: above it is nothing."""
        return min(node.y for node in (self.middle, *self.around)) - _MARGIN

    @property
    def height(self) -> float:
        """From there to the lowest node."""
        return max(node.y for node in (self.middle, *self.around)) + _MARGIN - self.top


def picture(who: tuple[str, str], met: Sequence[tuple[str, str, int]]) -> Picture | None:
    """The picture of these; None of so few that their list says it all."""
    if len(met) < _LEAST:
        return None
    shown = met[:_MOST]
    most = max(times for *_, times in shown)
    around = tuple(_node(n, len(shown), each, most) for n, each in enumerate(shown))
    middle = Node(*who, 0, WIDTH / 2, HEIGHT / 2, "middle")
    return Picture(middle, around, len(met) - len(shown))


def _node(place: int, of: int, each: tuple[str, str, int], most: int) -> Node:
    iri, label, times = each
    turn = 2 * math.pi * (place + 0.5) / of - math.pi / 2
    far = 1 - 0.3 * (times - 1) / max(1, most - 1) if most > 1 else 0.9
    x = WIDTH / 2 + math.cos(turn) * far * 85
    y = HEIGHT / 2 + math.sin(turn) * far * 145
    return Node(iri, label, times, round(x, 1), round(y, 1), "start" if math.cos(turn) >= 0 else "end")
