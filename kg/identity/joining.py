"""Nodes that are joined, two by two, and what stands for all that are one."""

from collections.abc import Callable, Hashable, Iterator
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Joined(Generic[Node]):
    """Each node stands for itself until it is joined to another."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}

    def top(self, node: Node) -> Node:
        """The node that stands for this one and all that it is joined to."""
        above = self._above
        while (over := above.get(node, node)) != node:
            above[node] = above.get(over, over)
            node = above[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        """What stands for the one now stands for the other, too."""
        self._above[self.top(other)] = self.top(one)


def upwards(start: Node, above: Callable[[Node], Node | None]) -> Iterator[Node]:
    """A thing, what is above it, and so on; each once, should they be above each other."""
    seen: set[Node] = set()
    at: Node | None = start
    while at is not None and at not in seen:
        seen.add(at)
        yield at
        at = above(at)
