"""Change over time: the network of each window of years."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from kg.network.parts import Part, chosen
from kg.network.projecting import co_participation


@dataclass(frozen=True, slots=True)
class Window:
    """The network of some years: its size, how dense it is, the share of its largest component, who joined and left.

    ``joined`` were not there in the window before, ``left`` were there and are not now.
    """

    since: str
    until: str
    meetings: int
    agents: int
    ties: int
    density: float
    largest: float
    joined: int
    left: int


def windows(parts: Iterable[Part], years: int = 1) -> tuple[Window, ...]:
    """The windows of so many years from the first meeting that has a day to the last.

    A meeting counts where its first and its last possible day lie; one that may lie in several windows in none.
    """
    dated = [part for part in parts if part.first and part.last]
    if not dated:
        return ()
    first, last = (
        min(int(part.first[:4]) for part in dated if part.first),
        max(int(p.last[:4]) for p in dated if p.last),
    )
    found, before = [], set[str]()
    for year in range(first, last + 1, years):
        since, until = f"{year}-01-01", f"{year + years - 1}-12-31"
        inside = [p for p in chosen(dated) if p.first and p.last and since <= p.first and p.last <= until]
        network = co_participation(inside)
        agents = set(network)
        largest = max(map(len, nx.connected_components(network)), default=0)
        found.append(
            Window(
                since, until, len({part.meeting for part in inside}), len(agents), network.number_of_edges(),
                round(nx.density(network), 4), round(largest / len(agents), 4) if agents else 0.0,
                len(agents - before), len(before - agents),
            )
        )  # fmt: skip
        before = agents
    return tuple(found)
