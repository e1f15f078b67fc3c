"""Nodes united by rules, the same whatever the order: what contradicts itself falls back to stronger ties, or apart.

Near-linear: candidates come from keys (:func:`pairs`), never from all pairs; a component is settled by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.identity.joining import Joined
from kg.spool import Spool

LARGEST_BLOCK = 60
"""A key that more nodes than this share tells too little, and is passed over."""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two nodes (numbers) that a rule says are one; a lower ``level`` is stronger."""

    level: int
    left: int
    right: int
    rule: str


Conflict = Callable[[int, int], bool]
"""Whether two nodes cannot be one."""


def pairs(keys: Iterable[tuple[int, Iterable[Hashable]]]) -> Iterator[tuple[int, int]]:
    """Pairs of nodes that share a key, smaller number first, each pair once, sorted."""
    blocks = Spool[int]()
    for node, of_node in keys:
        for key in set(of_node):
            blocks.add(key, node)
    found: set[tuple[int, int]] = set()
    for block in blocks.groups(2):
        if len(block) <= LARGEST_BLOCK:
            block.sort()
            found.update((one, other) for at, one in enumerate(block) for other in block[at + 1 :])
    yield from sorted(found)


def united(ties: Iterable[Tie], conflict: Conflict) -> tuple[list[list[int]], list[Tie]]:
    """The components of more than one node, each without conflict, sorted; and the ties that were not followed.

    Where a component contradicts itself, its weakest ties are left out and its parts looked at again: which of two
    a tie means is never guessed.
    """
    every = sorted(set(ties))
    settled = [part for nodes, among in components(every) for part in _settled(nodes, among, conflict)]
    settled = sorted(part for part in settled if len(part) > 1)
    part_of = {node: at for at, part in enumerate(settled) for node in part}
    left = [tie for tie in every if tie.left not in part_of or part_of[tie.left] != part_of.get(tie.right)]
    return settled, left


def components(ties: Collection[Tie]) -> Iterator[tuple[list[int], list[Tie]]]:
    """The nodes that ties connect, each component sorted, with its ties."""
    joined = Joined[int]()
    for tie in ties:
        joined.join(*sorted((joined.top(tie.left), joined.top(tie.right))))
    nodes: defaultdict[int, list[int]] = defaultdict(list)
    among: defaultdict[int, list[Tie]] = defaultdict(list)
    for node in sorted({node for tie in ties for node in (tie.left, tie.right)}):
        nodes[joined.top(node)].append(node)
    for tie in ties:
        among[joined.top(tie.left)].append(tie)
    for first in sorted(nodes):
        yield nodes[first], among[first]


def _settled(nodes: Sequence[int], ties: Sequence[Tie], conflict: Conflict) -> Iterator[list[int]]:
    if not any(conflict(one, other) for at, one in enumerate(nodes) for other in nodes[at + 1 :]):
        yield list(nodes)
        return
    weakest = max(tie.level for tie in ties)
    for part, among in components([tie for tie in ties if tie.level < weakest]):
        yield from _settled(part, among, conflict)
