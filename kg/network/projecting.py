"""From participations to networks.

Breiger, R. L. (1974). The duality of persons and groups. Social Forces 53(2), 181-190.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.network.parts import Part

Network = nx.Graph
"""A NetworkX graph whose nodes are IRIs; edges of one-mode networks carry ``weight`` and ``meetings``."""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two agents (``first`` before ``second`` in code point order) and the number of meetings they share."""

    first: str
    second: str
    meetings: int


def co_participation(parts: Iterable[Part]) -> "nx.Graph[str]":
    """The one-mode network of agents: an edge joins two that took part in one meeting at least, not both through one.

    Its ``weight`` is the number of distinct meetings that they share, ``meetings`` are these. Nodes carry the number of
    ``meetings`` in which they took part and their ``kind``; who met nobody is a node too.
    """
    parts = list(parts)
    kinds, there = _meetings(parts)
    one_for_both = _one_for_both(parts)
    attended: defaultdict[str, int] = defaultdict(int)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for meeting in sorted(there):
        for agent in there[meeting]:
            attended[agent] += 1
        for one, other in combinations(sorted(there[meeting]), 2):
            if (meeting, one, other) not in one_for_both:
                shared[one, other].append(meeting)
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from((agent, {"kind": kinds[agent], "meetings": attended[agent]}) for agent in sorted(kinds))
    network.add_edges_from(
        (*pair, {"weight": len(shared[pair]), "meetings": tuple(shared[pair])}) for pair in sorted(shared)
    )
    return network


def two_mode(parts: Iterable[Part]) -> "nx.Graph[str]":
    """The two-mode network: agents and meetings (``kind`` meeting), an edge for each participation."""
    kinds, there = _meetings(parts)
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from((agent, {"kind": kinds[agent], "bipartite": 0}) for agent in sorted(kinds))
    network.add_nodes_from((meeting, {"kind": "meeting", "bipartite": 1}) for meeting in sorted(there))
    network.add_edges_from((agent, meeting) for meeting in sorted(there) for agent in sorted(there[meeting]))
    return network


def ties(network: "nx.Graph[str]") -> tuple[Tie, ...]:
    """Every tie of a one-mode network with the number of meetings that the two share, most first."""
    edges: Iterable[tuple[str, str, int]] = network.edges(data="weight")
    found = [Tie(min(one, other), max(one, other), meetings) for one, other, meetings in edges]
    return tuple(sorted(found, key=lambda tie: (-tie.meetings, tie.first, tie.second)))


def _one_for_both(parts: Iterable[Part]) -> set[tuple[str, str, str]]:
    """The meetings, each with two agents (in code point order) for whom the same one sat there, and nobody else."""
    through: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for part in parts:
        through[part.meeting, part.agent].add(part.through or part.agent)
    alone: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (meeting, agent), who in through.items():
        if len(who) == 1:
            alone[meeting, next(iter(who))].append(agent)
    return {
        (meeting, one, other)
        for (meeting, _), agents in alone.items()
        for one, other in combinations(sorted(agents), 2)
    }


def _meetings(parts: Iterable[Part]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The kind of each agent, and who was at each meeting."""
    kinds: dict[str, str] = {}
    there: defaultdict[str, set[str]] = defaultdict(set)
    for part in parts:
        kinds[part.agent] = part.kind
        there[part.meeting].add(part.agent)
    return kinds, dict(there)
