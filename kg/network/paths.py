"""How two agents are tied: the shortest way from one to the other, with the meetings that make each step."""

from dataclasses import dataclass
from itertools import pairwise

import networkx as nx


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: from whom to whom, and the meetings that both attended."""

    one: str
    other: str
    meetings: tuple[str, ...]


def path(network: "nx.Graph[str]", start: str, end: str) -> tuple[Step, ...]:
    """The shortest way in steps; of several, the one whose IRIs come first. Empty if there is none, or nothing to go.

    Raises ``KeyError`` for an agent that is not in the network.
    """
    for agent in (start, end):
        if agent not in network:
            raise KeyError(agent)
    if start == end or not nx.has_path(network, start, end):
        return ()
    left = nx.single_source_shortest_path_length(network, end)
    way = [start]
    while way[-1] != end:
        way.append(min(other for other in network[way[-1]] if left.get(other, -1) == left[way[-1]] - 1))
    return tuple(Step(one, other, tuple(network.edges[one, other]["meetings"])) for one, other in pairwise(way))
