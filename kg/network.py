"""The co-participation network: who takes part with whom, as a NetworkX graph, and measures on it.

Made from rows (meeting, agent) of the graph; nodes and edges come in sorted order, so that every result is the same
whatever the order of the rows.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx


@dataclass(frozen=True, slots=True, order=True)
class Degree:
    """How many others an agent took part with (``degree``), and how many meetings they shared in all (``strength``)."""

    agent: str
    degree: int
    strength: int
    meetings: int


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two agents (``first`` before ``second`` in code point order) and the number of meetings they share."""

    first: str
    second: str
    meetings: int


def co_participation_network(rows: Iterable[tuple[str, str]]) -> "nx.Graph[str]":
    """The one-mode projection of the agents of (meeting, agent) rows.

    An edge joins two agents that took part in one meeting at least; its ``weight`` is the number of distinct meetings
    they share; the ``meetings`` of a node is the number in which it took part. Agents that met nobody are nodes too.
    Breiger, R. L. (1974). The duality of persons and groups. Social Forces 53(2), 181-190.
    """
    agents_of: defaultdict[str, set[str]] = defaultdict(set)
    for meeting, agent in rows:
        agents_of[meeting].add(agent)
    attended: defaultdict[str, int] = defaultdict(int)
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    for agents in agents_of.values():
        for agent in agents:
            attended[agent] += 1
        for pair in combinations(sorted(agents), 2):
            shared[pair] += 1
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from((agent, {"meetings": attended[agent]}) for agent in sorted(attended))
    network.add_weighted_edges_from((*pair, shared[pair]) for pair in sorted(shared))
    return network


def degree(network: "nx.Graph[str]") -> tuple[Degree, ...]:
    """The degree of each node and its strength (the sum of the weights of its edges), highest degree first.

    Degree: Freeman, L. C. (1978). Centrality in social networks: conceptual clarification. Social Networks 1(3),
    215-239. Strength: Barrat, A. et al. (2004). The architecture of complex weighted networks. PNAS 101(11), 3747-3752.
    """
    found = [
        Degree(agent, network.degree(agent), network.degree(agent, weight="weight"), network.nodes[agent]["meetings"])
        for agent in network
    ]
    return tuple(sorted(found, key=lambda row: (-row.degree, -row.strength, row.agent)))


def co_participation(network: "nx.Graph[str]") -> tuple[Tie, ...]:
    """Every tie with the number of meetings that the two share, most first.

    The co-membership count of Breiger (1974), see :func:`co_participation_network`.
    """
    edges: Iterable[tuple[str, str, int]] = network.edges(data="weight")
    found = [Tie(min(one, other), max(one, other), meetings) for one, other, meetings in edges]
    return tuple(sorted(found, key=lambda tie: (-tie.meetings, tie.first, tie.second)))
