"""Measures on a one-mode network: what each is stands in ``measures.toml``, how NetworkX gives it here."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import networkx as nx

SEED = 1
"""The seed of what is random: communities, chance."""
_DIGITS = 6
_RESTART, _STEPS, _NEAR_ENOUGH = 0.15, 200, 1e-10

Values = Mapping[str, tuple[int | float | None, ...]]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what it says in a line, its definition, its columns, its source; ``ascending`` if low ranks first."""

    name: str
    summary: str
    definition: str
    columns: tuple[str, ...]
    reference: str
    ascending: bool


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """What a measure gives for one agent, one value for each of its columns."""

    agent: str
    values: tuple[int | float | None, ...]


@cache
def measures() -> Mapping[str, Measure]:
    """All measures by name, in the order of their file."""
    stated = tomllib.loads((Path(__file__).parent / "measures.toml").read_text("utf-8"))
    return MappingProxyType(
        {
            name: Measure(
                name,
                one["summary"],
                one["definition"],
                tuple(one["columns"]),
                one["reference"],
                one.get("ascending", False),
            )
            for name, one in stated.items()
        }
    )


def measure(name: str, network: "nx.Graph[str]") -> tuple[Score, ...]:
    """The scores of all agents, those that the measure ranks first in front; floats rounded to six digits."""
    found = _WAYS[name](network)
    sign = 1 if measures()[name].ascending or name in ("communities", "components") else -1

    def rank(score: Score) -> tuple[bool, list[float], str]:
        return score.values[0] is None, [sign * (value or 0) for value in score.values], score.agent

    return tuple(sorted((Score(agent, _rounded(found[agent])) for agent in network), key=rank))


def _rounded(values: Iterable[int | float | None]) -> tuple[int | float | None, ...]:
    return tuple(round(value, _DIGITS) if isinstance(value, float) else value for value in values)


def _degree(network: "nx.Graph[str]") -> Values:
    strength = dict(network.degree(weight="weight"))
    return {a: (network.degree(a), strength[a], network.nodes[a]["meetings"]) for a in network}


def _betweenness(network: "nx.Graph[str]") -> Values:
    return _alone(nx.betweenness_centrality(network))


def _closeness(network: "nx.Graph[str]") -> Values:
    return _alone(nx.closeness_centrality(network))


def _eigenvector(network: "nx.Graph[str]") -> Values:
    largest = network.subgraph(_groups(nx.connected_components(network))[0]) if network else network
    if largest.number_of_edges() == 0:
        return dict.fromkeys(network, (0.0,))
    found = nx.eigenvector_centrality(largest, max_iter=10_000, tol=1e-9, weight="weight")
    return {agent: (float(found.get(agent, 0.0)),) for agent in network}


def _pagerank(network: "nx.Graph[str]") -> Values:
    """Power iteration; NetworkX's own needs NumPy. Who has no tie passes its share on to all."""
    count = len(network)
    strength = dict(network.degree(weight="weight"))
    rank = dict.fromkeys(network, 1 / count) if count else {}
    for _ in range(_STEPS):
        idle = sum(rank[agent] for agent in network if not strength[agent])
        base = (_RESTART + (1 - _RESTART) * idle) / count if count else 0
        following = {
            agent: base
            + (1 - _RESTART)
            * sum(rank[other] * edge["weight"] / strength[other] for other, edge in network[agent].items())
            for agent in network
        }
        change = sum(abs(following[agent] - rank[agent]) for agent in network)
        rank = following
        if change < _NEAR_ENOUGH:
            break
    return _alone(rank)


def _core(network: "nx.Graph[str]") -> Values:
    return {agent: (number,) for agent, number in nx.core_number(network).items()}


def _communities(network: "nx.Graph[str]") -> Values:
    if network.number_of_edges() == 0:
        return {agent: (number, 1, 0.0) for number, agent in enumerate(network, 1)}
    groups = _groups(nx.community.louvain_communities(network, weight="weight", seed=SEED))
    quality = float(nx.community.modularity(network, list(map(set, groups)), weight="weight"))
    return {agent: (number, len(group), quality) for number, group in enumerate(groups, 1) for agent in group}


def _brokerage(network: "nx.Graph[str]") -> Values:
    constraint = nx.constraint(network, weight="weight")
    size = nx.effective_size(network)
    tied = {agent for agent in network if network.degree(agent)}
    return {a: (float(constraint[a]), float(size[a])) if a in tied else (None, None) for a in network}


def _components(network: "nx.Graph[str]") -> Values:
    groups = _groups(nx.connected_components(network))
    return {agent: (number, len(group)) for number, group in enumerate(groups, 1) for agent in group}


def _groups(found: Iterable[Iterable[str]]) -> list[list[str]]:
    """Groups, the largest first, then by their first member."""
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def _alone(values: Mapping[str, float]) -> Values:
    return {agent: (float(value),) for agent, value in values.items()}


_WAYS: Mapping[str, Callable[["nx.Graph[str]"], Values]] = MappingProxyType(
    {
        "degree": _degree,
        "betweenness": _betweenness,
        "closeness": _closeness,
        "eigenvector": _eigenvector,
        "pagerank": _pagerank,
        "core": _core,
        "communities": _communities,
        "brokerage": _brokerage,
        "components": _components,
    }
)
